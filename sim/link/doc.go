// Package link writes a scenario and the view of it as a short, readable query string, and reads such
// strings back, however damaged. Page, command line and Worker share it.
package link
