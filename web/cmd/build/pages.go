package main

import (
	"bytes"
	"fmt"
	"html"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/method"
	"github.com/gasburden/gasburden/web/words"
)

// A preview is what other sites show of a page that is linked there.
type preview struct {
	site, title, description, alt string
	address, image                string            // absolute
	alternates                    map[string]string // addresses of the page by language, its own too
}

// Cards are pictures of this size, which link previews show whole.
const cardWidth, cardHeight = 1200, 630

// tags are the lines for the page's head: Open Graph and, where it has none of its own, Twitter.
func (p preview) tags() string {
	var b bytes.Buffer
	line := func(kind, name, content string) {
		fmt.Fprintf(&b, "<meta %s=\"%s\" content=\"%s\">\n", kind, name, html.EscapeString(content))
	}
	fmt.Fprintf(&b, "<link rel=\"canonical\" href=\"%s\">\n", html.EscapeString(p.address))
	for _, language := range slices.Sorted(maps.Keys(p.alternates)) {
		fmt.Fprintf(&b, "<link rel=\"alternate\" hreflang=\"%s\" href=\"%s\">\n", language,
			html.EscapeString(p.alternates[language]))
	}
	line("property", "og:type", "website")
	line("property", "og:site_name", p.site)
	line("property", "og:title", p.title)
	line("property", "og:description", p.description)
	line("property", "og:url", p.address)
	line("property", "og:image", p.image)
	line("property", "og:image:type", "image/png")
	line("property", "og:image:width", strconv.Itoa(cardWidth))
	line("property", "og:image:height", strconv.Itoa(cardHeight))
	line("property", "og:image:alt", p.alt)
	line("name", "twitter:card", "summary_large_image")
	line("name", "twitter:title", p.title)
	line("name", "twitter:description", p.description)
	line("name", "twitter:image", p.image)
	line("name", "twitter:image:alt", p.alt)
	return strings.TrimSuffix(b.String(), "\n")
}

// addPages fills index.html once for each preset, and every other page with the words of the default.
func (s *site) addPages(made map[string][]byte, id string) error {
	for _, name := range slices.Sorted(maps.Keys(s.templates)) {
		if path.Ext(name) != ".html" {
			continue
		}
		for i, p := range s.pages {
			file := name
			if name == indexName {
				file = p.file
			} else if i > 0 {
				break
			}
			filled, err := s.fillPage(s.templates[name], p, id)
			if err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			made[file] = []byte(filled)
			if name == method.PageName {
				words, err := methodInChinese()
				if err != nil {
					return err
				}
				other := p
				other.words = maps.Clone(p.words)
				maps.Copy(other.words, words)
				if filled, err = s.fillPage(s.templates[name], other, id); err != nil {
					return fmt.Errorf("%s: %w", file, err)
				}
				made[method.Chinese().File()] = []byte(filled)
			}
		}
	}
	if _, ok := made[indexName]; !ok {
		return fmt.Errorf("assets/site/%s is missing", indexName)
	}
	return nil
}

// fillPage fills the placeholders of a page and checks that what it names exists.
func (s *site) fillPage(template string, p sitePage, id string) (string, error) {
	words := map[string]string{
		"build":      id,
		"first":      s.first,
		"start":      html.EscapeString(p.start),
		"own":        html.EscapeString(p.own),
		"bare":       html.EscapeString(p.bare),
		"passed":     html.EscapeString(passedOver()),
		"figures":    html.EscapeString(s.figures),
		"site":       html.EscapeString(s.site),
		"cards":      html.EscapeString(s.cards),
		"preview":    p.preview.tags(),
		"wasm_bytes": strconv.Itoa(len(s.files[wasmName])),
		"loading": html.EscapeString(words.Fill(p.progress, "done", "0.0", "total",
			numbers.Places(float64(len(s.files[wasmName]))/1e6, 1))),
	}
	maps.Copy(words, p.words)
	if template == s.templates[exampleName] {
		maps.Copy(words, s.exampleWords(template))
	}
	filled := fill(template, words)
	// the policy is of the page that comes of the rest
	filled = strings.ReplaceAll(filled, "{{policy}}", s.policy(filled))
	if err := checkFilled(filled); err != nil {
		return "", err
	}
	for _, name := range references(filled, anyLink) {
		if _, ok := s.files[name]; !ok && name != manifestName {
			return "", fmt.Errorf("it names %q, which is not part of the site (addresses must be relative)", name)
		}
	}
	return filled, nil
}

// fill replaces each {{name}} by the word of that name.
func fill(template string, words map[string]string) string {
	var pairs []string
	for name, word := range words {
		pairs = append(pairs, "{{"+name+"}}", word)
	}
	return strings.NewReplacer(pairs...).Replace(template)
}

func checkFilled(text string) error {
	if i := strings.Index(text, "{{"); i >= 0 {
		return fmt.Errorf("unknown placeholder %.30q", text[i:])
	}
	return nil
}

// What of a page's links is asked for.
const (
	firstView = iota // what every reader's browser loads
	anyLink          // also what only some load
)

var (
	loading   = regexp.MustCompile(`<(?:link|script|img)\b[^>]*>`)
	attribute = regexp.MustCompile(`\b(rel|src|href|data-program)="([^"?#]*)[^"]*"`)
)

// references lists what a page loads, each once, in the page's order. The page and its first view make an answer.
func references(page string, which int) []string {
	var names []string
	for _, element := range loading.FindAllString(page, -1) {
		name, rel := "", ""
		for _, m := range attribute.FindAllStringSubmatch(element, -1) {
			if m[1] == "rel" {
				rel = m[2]
			} else {
				name = m[2]
			}
		}
		switch rel {
		case "canonical", "alternate":
			continue // names a page; nothing is loaded
		case "manifest", "apple-touch-icon":
			if which == firstView {
				continue
			}
		}
		if name != "" && !strings.HasPrefix(name, "data:") && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// passedOver are the names that others add to an address, as first.js reads them: a star stands for any end.
func passedOver() string {
	names := link.AppendedNames()
	for _, prefix := range link.AppendedPrefixes() {
		names = append(names, prefix+"*")
	}
	return strings.Join(names, " ")
}
