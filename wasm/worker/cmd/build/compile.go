package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/gasburden/gasburden/web/toolchain"
)

// standIn is what the Worker has in place of crypto/tls.
const standIn = "wasm/worker/tls/tls.go"

// omitHTTP2 has net/http leave out HTTP/2, which is not spoken here.
const omitHTTP2 = "nethttpomithttp2"

// compile is the Go program, from the module's root. What it needs for that is written into dir.
func compile(dir, tags string) ([]byte, error) {
	overlay, err := withoutTLS(dir)
	if err != nil {
		return nil, err
	}
	// Go's random numbers are the last of its cryptography. They never run here, so that nothing is lost when they are
	// not inlined.
	return toolchain.Program("", "./wasm/worker", overlay, "-gcflags=crypto/...=-l", "-tags="+omitHTTP2+","+tags)
}

// withoutTLS writes an overlay of Go's own sources into dir, in which standIn is all of crypto/tls, and gives the flag
// of go for it. net/http prepares all of Go's cryptography otherwise: 350 KB gzip, and time before the first answer.
func withoutTLS(dir string) (flag string, err error) {
	const name = "crypto/tls"
	listed, err := toolchain.Go("", toolchain.WasmEnv, "list", "-f",
		`{{.Dir}}{{range .GoFiles}}{{"\n"}}{{.}}{{end}}`, name)
	if err != nil {
		return "", err
	}
	home, files, _ := strings.Cut(strings.TrimSpace(string(listed)), "\n")
	replace := map[string]string{}
	for file := range strings.Lines(files) {
		replace[filepath.Join(home, strings.TrimSpace(file))] = "" // as if it were not there
	}
	own, err := filepath.Abs(filepath.FromSlash(standIn))
	if err != nil {
		return "", err
	}
	replace[filepath.Join(home, "tls.go")] = own
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "overlay.json")
	return "-overlay=" + path, os.WriteFile(path, overlay, 0o644)
}
