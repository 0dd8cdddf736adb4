package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
)

// The decoder that unpacks the programs, see worker/go.js.
const (
	unpackerModule = "xz-decompress"
	unpackerFile   = unpackerModule + "/dist/package/xz-decompress.min.js"
)

// unpackerLicense is what the decoder says of its authors at its top; its package holds no licence text of its own.
func unpackerLicense(modules string) ([]byte, error) {
	code, err := os.ReadFile(filepath.Join(modules, filepath.FromSlash(unpackerFile)))
	if err != nil {
		return nil, err
	}
	begin, end := bytes.Index(code, []byte("/*!")), bytes.Index(code, []byte("*/"))
	if begin != 0 || end < 0 {
		return nil, errors.New(unpackerFile + " does not begin with its authors")
	}
	notice := bytes.ReplaceAll(bytes.TrimSpace(code[len("/*!"):end]), []byte("\n * "), []byte("\n"))
	return append(notice, "\nxz-decompress (c) Tim Perry. License: MIT, whose text stands above under gasburden."...),
		nil
}
