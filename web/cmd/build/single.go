package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/web/toolchain"
)

// lazyScripts are loaded by access.js in the site; in the single file they stand before the loader.
var lazyScripts = []string{"evidence.js", "explore.js"}

// engineFiles are put together into a worker, see ask.js.
var engineFiles = []string{supportName, "engine.js"}

var (
	linkElement   = regexp.MustCompile(`(?m)^<link rel="([a-z-]+)"[^>]* href="([^"?]*)[^"]*">\n`)
	scriptElement = regexp.MustCompile(`(?m)^<script defer src="([^"?]*)[^"]*"([^>]*)></script>\n`)
	firstElement  = regexp.MustCompile(`<script data-policy="[^"]*"`)
	earlyOfPage   = regexp.MustCompile(` data-program="[^"]*" data-figures="[^"]*"`)
	licenseLink   = regexp.MustCompile(`<a href="licenses\.txt[^"]*">(.*?)</a>`)
	pageLink      = regexp.MustCompile(`<a href="([^"#:]+)"`)
	workerOfPage  = regexp.MustCompile(` data-worker="[^"]*"`)
)

// single makes one file of the site, which opens from a disk: the given page with all that it would load.
func (s *site) single(index string) ([]byte, error) {
	var missing error
	file := func(name string) string {
		b, ok := s.files[name]
		if !ok && missing == nil {
			missing = fmt.Errorf("there is no %s to put into it", name)
		}
		return string(b)
	}
	page := linkElement.ReplaceAllStringFunc(index, func(element string) string {
		m := linkElement.FindStringSubmatch(element)
		switch m[1] {
		case "stylesheet":
			media := ""
			if strings.Contains(element, ` media="print"`) {
				media = ` media="print"`
			}
			return "<style" + media + ">\n" + strings.TrimSpace(file(m[2])) + "\n</style>\n"
		case "icon":
			return `<link rel="icon" href="data:image/svg+xml;base64,` +
				base64.StdEncoding.EncodeToString([]byte(file(m[2]))) + "\">\n"
		case "canonical":
			return element
		}
		return "" // loads nothing that the page needs
	})
	// Inline scripts run where they stand: at the end, after the data that they look for.
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		held := s.files[name]
		switch {
		case name == wasmName || name == engineName: // packed already
		case slices.Contains(engineFiles, name), strings.HasPrefix(name, "data/") && name != "data/"+
			assets.DefaultSnapshot+".json":
			var err error // the default snapshot is in the program
			if held, err = toolchain.XZ(held); err != nil {
				return nil, err
			}
		default:
			continue
		}
		fmt.Fprintf(&b, "<script type=\"text/plain\" data-file=\"%s\">%s</script>\n", name,
			base64.StdEncoding.EncodeToString(held))
	}
	script := func(name, attributes string) {
		text := strings.ReplaceAll(file(name), "</script", `<\/script`)
		if strings.Contains(text, "<!--") && missing == nil {
			missing = fmt.Errorf("%s holds <!--, which HTML reads its own way", name)
		}
		fmt.Fprintf(&b, "<script%s>\n%s\n</script>\n", attributes, strings.TrimSpace(text))
	}
	elements := scriptElement.FindAllStringSubmatch(page, -1)
	for i, m := range elements {
		if i == len(elements)-1 { // the loader, which starts the program
			for _, name := range lazyScripts {
				script(name, "")
			}
		}
		script(m[1], workerOfPage.ReplaceAllString(m[2], ""))
	}
	page = scriptElement.ReplaceAllString(page, "")
	page = licenseLink.ReplaceAllStringFunc(page, func(element string) string {
		return "<details><summary>" + licenseLink.FindStringSubmatch(element)[1] + "</summary><pre>" +
			html.EscapeString(file("licenses.txt")) + "</pre></details>"
	})
	page = strings.ReplaceAll(page, "<p><details>", "<details>")
	page = strings.ReplaceAll(page, "</pre></details></p>", "</pre></details>")
	page = pageLink.ReplaceAllString(page, `<a href="`+strings.ReplaceAll(s.site, "$", "$$")+`$1"`)
	end := strings.LastIndex(page, "</body>")
	if end < 0 {
		missing = errors.New("the page has no </body>")
	}
	if missing != nil {
		return nil, missing
	}
	page = page[:end] + b.String() + page[end:]
	page = earlyOfPage.ReplaceAllString(page, "")
	page = firstElement.ReplaceAllString(page, `<meta http-equiv="Content-Security-Policy" content="`+
		s.singlePolicy(page)+"\">\n<script")
	if left := references(page[:end], anyLink); len(left) > 0 || strings.Contains(page[:end], " src=") {
		return nil, fmt.Errorf("it would still load %q", left)
	}
	return []byte(page), nil
}
