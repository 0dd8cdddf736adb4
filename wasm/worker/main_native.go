//go:build !(js && wasm)

// Command worker is the Go half of the optional Cloudflare Worker; it runs in workerd only.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "worker: build me with GOOS=js GOARCH=wasm; see make worker")
	os.Exit(2)
}
