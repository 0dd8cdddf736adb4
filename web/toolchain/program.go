package toolchain

import (
	"os"
	"path/filepath"
	"slices"
)

// WasmEnv is the environment of `go` for the page, on top of the caller's.
var WasmEnv = []string{"GOOS=js", "GOARCH=wasm", "GOWASM=", "CGO_ENABLED=0"}

// wasmFlags are those of `go build` for the page. -s and -w drop symbols and debugging data (panics keep their traces),
// -trimpath and -buildvcs=false keep the checkout's place and state out of the bytes.
var wasmFlags = []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w"}

// Program is a package as a WebAssembly program, by the flags of the page and more. root is that of the module, "" for
// the working directory. The same sources give the same bytes.
func Program(root, name string, more ...string) ([]byte, error) {
	program, err := link(root, name, more...)
	if err != nil {
		return nil, err
	}
	return joinSegments(program)
}

// link is a program as Go's linker writes it.
func link(root, name string, more ...string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "gasburden-build-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "program.wasm")
	args := slices.Concat([]string{"build"}, wasmFlags, more, []string{"-o", out, name})
	if _, err := Go(root, WasmEnv, args...); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}
