package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// The decoder that unpacks the programs. Browsers have none of their own for any format that packs as tightly: gzip makes the
// page's program 40 % larger.
const (
	unpackerModule = "xz-decompress"
	unpackerFile   = unpackerModule + "/dist/package/xz-decompress.min.js"
)

// addUnpacker adds the decoder from npm. It is written for three kinds of module and for scripts, and looks which of them it
// is in; page and workers run it as a script, also where another kind's names stand around it, as in Node's threads.
func (s *site) addUnpacker(modules string) error {
	code, err := os.ReadFile(filepath.Join(modules, filepath.FromSlash(unpackerFile)))
	if err != nil {
		return fmt.Errorf("%w: run `npm ci` in web/ (or `make build`)", err)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "(function (exports, module, define) {\n%s\n}).call(globalThis);\n", bytes.TrimSpace(code))
	s.files[unpackName] = b.Bytes()
	return nil
}

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
	return append(notice, "\nxz-decompress (c) Tim Perry. License: MIT, whose text stands above under gasburden."...), nil
}
