//go:build !(js && wasm)

// Command app is the page; it runs in a browser only.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "app: build me with GOOS=js GOARCH=wasm; see make build")
	os.Exit(2)
}
