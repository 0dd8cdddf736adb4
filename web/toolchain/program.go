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

// cold are packages whose functions are not inlined, since what runs at every frame is elsewhere. It takes 85 KB less
// of the page as xz, and under 3 % more time of a frame; model and the rest of web took 14 % for 17 KB more, strings,
// strconv and what they stand on 6 % for 7 KB.
// Never net/...: what is inlined there tells the linker what to leave out.
var cold = []string{
	own + "assets", own + "assets/form", own + "model/fault", own + "sim/explore", own + "sim/link", own + "sim/steps",
	own + "wasm/...", own + "web/ask", own + "web/doc", own + "web/draw", own + "web/engine", own + "web/explore",
	own + "web/markup", own + "web/method", own + "web/shipped", own + "web/ui", "github.com/vugu/...",
	"encoding/...", "fmt", "html", "internal/bisect", "internal/fmtsort", "internal/godebug", "internal/poll",
	"internal/reflectlite", "io/...", "os", "path", "reflect", "syscall", "time",
}

// coldInEngine are more of them in the program in the background, which computes no frame: 28 KB less. Its long work,
// hundreds of runs, stays in sim, sim/mechafil and model, and takes no longer.
var coldInEngine = []string{
	own + "model/number", own + "web/...", "bytes", "errors", "internal/strconv", "internal/sync", "strconv", "strings",
	"sync", "unicode/...",
}

const own = "github.com/gasburden/gasburden/"

// Page is the program of the page, a package. Its traces, which the crash panel shows, name functions and places in
// them; files and lines, which would be a twelfth of it, only where lines is set.
func Page(root, name string, lines bool) ([]byte, error) {
	program, err := Program(root, name)
	if err != nil || lines {
		return program, err
	}
	return lean(program), nil
}

// Engine is the program in the background of the page. It answers a panic by its words, without a trace.
func Engine(root string) ([]byte, error) {
	program, err := Program(root, "./wasm/engine", withoutInlining(coldInEngine)...)
	if err != nil {
		return nil, err
	}
	return lean(program), nil
}

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
	args := slices.Concat([]string{"build"}, wasmFlags, withoutInlining(cold), more, []string{"-o", out, name})
	if _, err := Go(root, WasmEnv, args...); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// withoutInlining are the flags of `go build` for packages whose functions are not inlined.
func withoutInlining(packages []string) (flags []string) {
	for _, name := range packages {
		flags = append(flags, "-gcflags="+name+"=-l")
	}
	return flags
}
