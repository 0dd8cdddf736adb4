//go:build js && wasm

package main

import (
	"net/http"
	"syscall/js"
)

// writeBody hands the whole body over at once. The library's streamed bodies end the program when they
// close, so that they would need an instance for each request.
func writeBody(w http.ResponseWriter, body []byte) {
	raw, ok := w.(interface{ WriteRawJSBody(js.Value) })
	if !ok {
		panic("worker: this version of syumai/workers takes no whole bodies")
	}
	array := js.Global().Get("Uint8Array").New(len(body))
	js.CopyBytesToJS(array, body)
	raw.WriteRawJSBody(array)
}
