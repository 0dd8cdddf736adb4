// Package page decides all that is shown: it keeps what the reader chose, runs the simulator, and says the outcome in
// sentences, figures and charts. Plain Go: it knows neither Vugu nor a browser, and the Worker and the tests use it too.
package page
