// Package ask is the section "What would change it?" of the page: what is asked, how far the work is, and the answers
// as plain values. It knows neither a browser nor the models: package explore makes the answers, package ui shows them.
package ask
