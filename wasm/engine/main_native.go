//go:build !(js && wasm)

// Command engine is the program in the background of the page; it runs in a browser only.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "engine: build me with GOOS=js GOARCH=wasm; see make build")
	os.Exit(2)
}
