// Package ui is the page's Vugu components: they render what package page computes, and hand it what the reader does.
// Only files ending in _js.go know a browser.
package ui

// vugugen writes out every attribute; cmd/shorten leaves a third of that.
//
//go:generate go tool vugugen -skip-go-mod -skip-main .
//go:generate gofmt -w .
//go:generate go run ./cmd/shorten
//go:generate gofmt -w .
