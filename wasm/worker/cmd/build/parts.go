package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/draw"
	"github.com/gasburden/gasburden/web/toolchain"
	"github.com/gasburden/gasburden/web/words"
)

const (
	library   = "github.com/syumai/workers"
	generator = library + "/cmd/workers-assets-gen"
	program   = "app.wasm"
)

// scripts are the modules of wasm/worker that run in the Worker.
var scripts = []string{"entry.mjs", "go.mjs", "page.mjs", "png.mjs", "query.mjs"}

// fonts are those of the card, by file of the site. They are read when the first picture is drawn, as files of the
// site, so that they do not count against the limit.
var fonts = map[string]string{
	"fonts/inter-latin-400.woff2": "@fontsource/inter/files/inter-latin-400-normal.woff2",
	"fonts/inter-latin-600.woff2": "@fontsource/inter/files/inter-latin-600-normal.woff2",
	"fonts/inter-latin-700.woff2": "@fontsource/inter/files/inter-latin-700-normal.woff2",
}

// chineseFont names the i-th part of Noto Sans SC that Chinese cards need, cut when the Worker is built.
func chineseFont(i int) string { return fmt.Sprintf("fonts/noto-sans-sc-%d.woff2", i) }

// assemble collects the modules and the files that public/ has beside the site's own, from the module's root.
func assemble(tags string) (modules, public map[string][]byte, err error) {
	modules, public = map[string][]byte{}, map[string][]byte{}
	take := func(to map[string][]byte, name, from string) {
		if err == nil {
			to[name], err = os.ReadFile(filepath.FromSlash(from))
		}
	}
	for _, name := range scripts {
		take(modules, name, "wasm/worker/"+name)
	}
	take(modules, "resvg.mjs", "web/node_modules/@resvg/resvg-wasm/index.mjs")
	take(modules, "resvg.wasm", "web/node_modules/@resvg/resvg-wasm/index_bg.wasm")
	for name, from := range fonts {
		take(public, name, "web/node_modules/"+from)
	}
	if err != nil {
		return nil, nil, err
	}
	chinese, err := toolchain.ChineseFonts("")
	if err != nil {
		return nil, nil, err
	}
	for i, font := range chinese {
		public[chineseFont(i)] = font
	}
	dir, err := os.MkdirTemp("", "gasburden-worker-")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(dir)
	made := filepath.Join(dir, "made") // the generator deletes what is in there
	if _, err := toolchain.Go("", nil, "tool", generator, "-mode=go", "-o", made); err != nil {
		return nil, nil, err
	}
	take(modules, "wasm_exec.js", filepath.Join(made, "wasm_exec.js"))
	if err != nil {
		return nil, nil, err
	}
	if modules[program], err = compile(dir, tags); err != nil {
		return nil, nil, err
	}
	public["licenses-worker.txt"], err = licenses()
	return modules, public, err
}

// licenses are those of what the Worker carries beside the page.
func licenses() ([]byte, error) {
	dir, err := toolchain.Go("", nil, "list", "-m", "-f", "{{.Dir}}", library)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for _, part := range []struct{ name, file string }{
		{library, filepath.Join(strings.TrimSpace(string(dir)), "LICENSE.md")},
		{"Inter (@fontsource/inter)", "web/node_modules/@fontsource/inter/LICENSE"},
	} {
		text, err := os.ReadFile(part.file)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "==== %s ====\n\n%s\n\n", part.name, bytes.TrimSpace(text))
	}
	var resvg struct{ Version, License, Repository string }
	text, err := os.ReadFile("web/node_modules/@resvg/resvg-wasm/package.json")
	if err == nil {
		err = json.Unmarshal(text, &resvg)
	}
	if err == nil && (resvg.License == "" || resvg.Repository == "") {
		err = errors.New("@resvg/resvg-wasm: package.json names no licence or no source")
	}
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(&b, "==== @resvg/resvg-wasm %s ====\n\n%s, unchanged. Source: %s\n", resvg.Version, resvg.License,
		resvg.Repository)
	return b.Bytes(), nil
}

// siteModule tells the scripts what they know from Go: what a link is, what to say, which fonts are in public, and
// which build this is. The build covers all that answers follow from.
func siteModule(modules, public map[string][]byte, site fs.FS) ([]byte, error) {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		fmt.Fprintf(h, "%s %d\n", name, len(modules[name]))
		h.Write(modules[name])
	}
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(site, name)
		fmt.Fprintf(h, "site %s %d\n", name, len(b))
		h.Write(b)
		return err
	})
	if err != nil {
		return nil, err
	}
	var files []string
	for _, name := range slices.Sorted(maps.Keys(public)) {
		if strings.HasSuffix(name, ".woff2") {
			files = append(files, name)
		}
	}
	text := words.English().Worker
	var b bytes.Buffer
	for _, constant := range []struct {
		name  string
		value any
	}{
		{"build", hex.EncodeToString(h.Sum(nil))[:12]},
		{"longest", link.MaxLength + 48}, // what people add by hand
		{"appended", map[string]any{"prefixes": link.AppendedPrefixes(), "names": link.AppendedNames()}},
		{"unnumbered", draw.UnnumberedName},
		{"fonts", files},
		{"words", map[string]string{"broken": text.Broken, "method": text.Method, "tooLong": text.TooLong,
			"notFound": text.NotFound}},
	} {
		value, err := json.Marshal(constant.value)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "export const %s = %s;\n", constant.name, value)
	}
	return b.Bytes(), nil
}
