package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/web/toolchain"
)

// inline matches the scripts of a page: their attributes and their text.
var inline = regexp.MustCompile(`(?s)<script\b([^>]*)>(.*?)</script>`)

// scriptSums are the checksums by which a policy lets a script run that is no file.
func (s *site) scriptSums(pages []string) string {
	sums := []string{scriptSum(s.helper)}
	for _, page := range pages {
		for _, m := range inline.FindAllStringSubmatch(page, -1) {
			if strings.Contains(m[1], "src=") || strings.Contains(m[1], "type=") &&
				!strings.Contains(m[1], `type="module"`) {
				continue // a file, or no script but data
			}
			if sum := scriptSum(m[2]); !slices.Contains(sums, sum) {
				sums = append(sums, sum)
			}
		}
	}
	return strings.Join(sums, " ")
}

func scriptSum(script string) string {
	sum := sha256.Sum256([]byte(script))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// policy is the Content-Security-Policy of pages: nothing but the site's own files, inline scripts by checksum, and
// pictures that the page makes itself. Charts and components set styles on their elements.
func (s *site) policy(pages ...string) string {
	return "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' " + s.scriptSums(pages) +
		"; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:" +
		"; object-src 'none'; base-uri 'none'; form-action 'none'"
}

// singlePolicy is the same for the page that is one file: it may load nothing at all.
func (s *site) singlePolicy(page string) string {
	return "default-src 'none'; script-src 'wasm-unsafe-eval' " + s.scriptSums([]string{page}) +
		"; style-src 'unsafe-inline'; img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'"
}

// rendererScript is the script that Vugu's renderer hands to eval when it starts. The policy forbids eval; the loader
// runs the script as an inline one instead, which the policy knows by its checksum.
func rendererScript(root string) (string, error) {
	dir, err := toolchain.Go(root, nil, "list", "-f", "{{.Dir}}", "github.com/vugu/vugu/domrender")
	if err != nil {
		return "", err
	}
	name := filepath.Join(strings.TrimSpace(string(dir)), "renderer-js-script.go")
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	script := ""
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && spec.Names[0].Name == "jsHelperScript" && len(spec.Values) == 1 {
			if text, ok := spec.Values[0].(*ast.BasicLit); ok {
				script, err = strconv.Unquote(text.Value)
			}
		}
		return true
	})
	if err == nil && script == "" {
		err = fmt.Errorf("%s holds no string jsHelperScript", name)
	}
	return script, err
}

// headers is the file _headers, as Cloudflare and Netlify read it. Both join headers of the same name from all rules
// that match, and a browser obeys each policy of several: so each page has one of its own, and there is none for all.
// Files that pages name with ?v= never change under that address; all else is asked for again.
func (s *site) headers(made map[string][]byte) []byte {
	var pages []string
	for _, name := range slices.Sorted(maps.Keys(made)) {
		if path.Ext(name) == ".html" {
			pages = append(pages, name)
		}
	}
	var texts []string
	for _, name := range pages {
		texts = append(texts, string(made[name]))
	}
	var b bytes.Buffer
	rule := func(path string, headers ...string) {
		fmt.Fprintf(&b, "%s\n", path)
		for _, h := range headers {
			fmt.Fprintf(&b, "  %s\n", h)
		}
	}
	const again, never = "Cache-Control: no-cache", "Cache-Control: public, max-age=31536000, immutable"
	rule("/*",
		// gasburden.js may be imported from anywhere, and asks for its files from there
		"Access-Control-Allow-Origin: *",
		"X-Content-Type-Options: nosniff",
		"Referrer-Policy: no-referrer")
	policy := "Content-Security-Policy: " + s.policy(texts...)
	for _, name := range pages {
		framing := policy + "; frame-ancestors 'none'"
		if name == "embed.html" {
			// The rest is in the page itself, which knows whether it stands in a sandbox: there 'self' is nobody to
			// WebKit.
			framing = "Content-Security-Policy: object-src 'none'; base-uri 'none'; form-action 'none'; " +
				"frame-ancestors *"
		}
		addresses := []string{"/" + name, "/" + strings.TrimSuffix(name, ".html")}
		if name == indexName {
			addresses[1] = "/"
		}
		for _, address := range addresses {
			rule(address, framing, again)
		}
	}
	rule("/"+workerName, "Content-Security-Policy: default-src 'self'", again)
	for _, name := range []string{manifestName, sumsName, moduleName, typesName, schemaName} {
		rule("/"+name, again)
	}
	rule("/cards/*", "Cache-Control: public, max-age=86400")
	folders := map[string]bool{"cards": true}
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		folder, _, nested := strings.Cut(name, "/")
		if !nested {
			rule("/"+name, never)
		} else if !folders[folder] {
			folders[folder] = true
			rule("/"+folder+"/*", never)
		}
	}
	return b.Bytes()
}
