//go:build !faults

package main

import "net/http"

func withFaults(h http.Handler) http.Handler { return h }
