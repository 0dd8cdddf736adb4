// Package toolchain runs the programs that builds of the site and of the Worker take: go, xz, and Node for the font.
package toolchain

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/gasburden/gasburden/web/words"
)

// Go runs the go command in the folder root, "" for the working directory, with env on top of the caller's
// environment, and returns its standard output. The error has what it said.
func Go(root string, env []string, args ...string) ([]byte, error) {
	return run(root, env, nil, "go", args...)
}

// fontCharacters bounds the outlines of one font file: resvg's reader of WOFF2 fails where they take more than 128 KiB,
// which those of 540 Chinese characters do.
const fontCharacters = 400

// ChineseFonts are the parts of Noto Sans SC that the Chinese catalogue needs, as WOFF2 files, each with other
// characters. root is that of the module, with npm's packages installed.
func ChineseFonts(root string) ([][]byte, error) {
	var fonts [][]byte
	for characters := range slices.Chunk([]rune(words.Characters()), fontCharacters) {
		font, err := run(root, nil, strings.NewReader(string(characters)), "node", filepath.Join("web", "subset.mjs"))
		if err != nil {
			return nil, fmt.Errorf("cutting the font: %w", err)
		}
		fonts = append(fonts, font)
	}
	return fonts, nil
}

// XZ packs bytes as an .xz stream, at the highest level and with a dictionary that spans them. The check is CRC32, the
// only one that small decoders know. pb=1 takes 1.5 KB less of the page than the usual 2; 0, lp=1 and other lc take
// more. The result depends on the bytes and on the version of xz alone, so equal bytes are packed once: a site is made
// twice, the second time with its id in it, and tests make two. Callers do not change it.
func XZ(b []byte) ([]byte, error) {
	sum := sha256.Sum256(b)
	if known, ok := packed.Load(sum); ok {
		return known.([]byte), nil
	}
	out, err := xz(b)
	if err == nil {
		packed.Store(sum, out)
	}
	return out, err
}

var packed sync.Map // streams by the hash of what they hold

func xz(b []byte) ([]byte, error) {
	dictionary := 1 << 20
	for dictionary < len(b) {
		dictionary *= 2 // a decoder sets aside as much as the stream asks for
	}
	lzma := fmt.Sprintf("--lzma2=preset=9e,dict=%dKiB,pb=1", dictionary>>10)
	return run("", nil, bytes.NewReader(b), "xz", "--format=xz", "--check=crc32", "--threads=1", lzma, "--stdout")
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
