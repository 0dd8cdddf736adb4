//go:build !(js && wasm)

package main

import "net/http"

func writeBody(w http.ResponseWriter, body []byte) { w.Write(body) }
