// Package toolchain runs the programs that builds of the site and of the Worker take: go, and Node for the font.
package toolchain

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/gasburden/gasburden/web/zh"
)

// Go runs the go command in the folder root, "" for the working directory, with env on top of the caller's
// environment, and returns its standard output. The error has what it said.
func Go(root string, env []string, args ...string) ([]byte, error) {
	return run(root, env, nil, "go", args...)
}

// ChineseFont is the part of Noto Sans SC that the Chinese catalogue needs, as WOFF2. root is that of the module,
// with npm's packages installed.
func ChineseFont(root string) ([]byte, error) {
	font, err := run(root, nil, strings.NewReader(zh.Characters()), "node", filepath.Join("web", "subset.mjs"))
	if err != nil {
		return nil, fmt.Errorf("cutting the font: %w", err)
	}
	return font, nil
}

func run(root string, env []string, in io.Reader, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Stdin = root, in
	cmd.Env = append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, bytes.TrimSpace(stderr.Bytes()))
	}
	return out, nil
}
