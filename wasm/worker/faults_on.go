//go:build faults

package main

import (
	"net/http"
	"os"
	"strings"
)

// withFaults lets tests see what happens when the program breaks: lang=panic in the handler, lang=exit
// behind its back.
func withFaults(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.Contains(r.URL.RawQuery, "lang=panic"):
			h.(*handler).routes["/card.svg"].answer = func(*http.Request, []byte) ([]byte,
				error) {
				panic("asked for by a test")
			}
		case strings.Contains(r.URL.RawQuery, "lang=exit"):
			os.Exit(3)
		}
		h.ServeHTTP(w, r)
	})
}
