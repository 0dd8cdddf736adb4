package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// A bundle is a script of the site, made of a module of web/ui/site and all that it imports.
type bundle struct {
	name   string // in the site
	entry  string // in web/ui/site
	format api.Format
}

// The page's scripts are no modules in the browser: one that is opened from disk may load none, and a worker is made
// of the text of two. Where a script may be blocked without harm to the rest, or comes later than the page, it is a
// bundle of its own.
var (
	firstBundle = bundle{"first.js", "first.js", api.FormatIIFE} // stands in the pages themselves
	siteBundles = []bundle{
		{supportName, "worker/go.js", api.FormatIIFE},
		{loaderName, "loader.js", api.FormatIIFE},
		{"access.js", "access.js", api.FormatIIFE},
		{"share.js", "share.js", api.FormatIIFE},
		{"evidence.js", "evidence.js", api.FormatIIFE},
		{"explore.js", "explore.js", api.FormatIIFE},
		{"engine.js", "worker/engine.js", api.FormatIIFE},
	}
	workerBundle = bundle{workerName, "worker/sw.js", api.FormatIIFE}
	moduleBundle = bundle{moduleName, "gasburden.js", api.FormatESModule}
)

const (
	supportName = "go.js" // what a program of Go needs
	loaderName  = "loader.js"
)

// understood are the oldest browsers that scripts are written for: those from 2023 on, as StartText.TooOld says. An
// older one is told so by the first script, which any understands.
var understood = []api.Engine{
	{Name: api.EngineChrome, Version: "111"},
	{Name: api.EngineFirefox, Version: "113"},
	{Name: api.EngineSafari, Version: "16.4"},
}

// A bundler makes the site's scripts.
type bundler struct {
	root   string // of the module
	goroot string // whose support for WebAssembly goes into go.js
}

// make gives the text of a bundle. Globals named by given hold values that only the build knows.
func (m bundler) make(b bundle, given map[string]any) ([]byte, error) {
	define := map[string]string{}
	for name, value := range given {
		text, err := json.Marshal(value)
		if err != nil {
			return nil, fmt.Errorf("%s for %s: %w", name, b.name, err)
		}
		define[name] = string(text)
	}
	o := api.BuildOptions{
		EntryPoints:   []string{filepath.Join(m.root, "web", "ui", "site", filepath.FromSlash(b.entry))},
		AbsWorkingDir: m.root,
		Bundle:        true,
		Format:        b.format,
		Platform:      api.PlatformBrowser,
		Charset:       api.CharsetUTF8,
		Define:        define,
		Alias:         map[string]string{"wasm_exec": filepath.Join(m.goroot, "lib", "wasm", "wasm_exec.js")},
		TsconfigRaw:   "{}",
		LegalComments: api.LegalCommentsNone, // they are in licenses.txt

		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true,
		LogLevel: api.LogLevelSilent,
	}
	if b == firstBundle {
		o.Target = api.ES5
	} else {
		o.Engines = understood
	}
	result := api.Build(o)
	var faults []error
	for _, message := range append(result.Errors, result.Warnings...) {
		at := b.entry
		if l := message.Location; l != nil {
			at = fmt.Sprintf("%s:%d", l.File, l.Line)
		}
		faults = append(faults, fmt.Errorf("%s: %s", at, message.Text))
	}
	if len(faults) > 0 {
		return nil, fmt.Errorf("%s: %w (are the libraries installed? `npm ci` in web/)", b.name, errors.Join(faults...))
	}
	if len(result.OutputFiles) != 1 {
		return nil, fmt.Errorf("%s: %d files", b.name, len(result.OutputFiles))
	}
	text := result.OutputFiles[0].Contents
	if strings.Contains(string(text), "<!--") {
		return nil, fmt.Errorf("%s holds <!--, which a page that it stands in reads its own way", b.name)
	}
	return text, nil
}
