package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/web/words"
)

// worker fills the service worker with the list of what it keeps: all that a visit without a network needs. Cards are
// for other sites, and who wants the single file has it.
func (s *site) worker(made map[string][]byte, id string) ([]byte, error) {
	sum := func(b []byte) string {
		sum := sha256.Sum256(b)
		return base64.StdEncoding.EncodeToString(sum[:])
	}
	kept := map[string]string{}
	for _, files := range []map[string][]byte{s.files, made} {
		for name, b := range files {
			if strings.HasPrefix(name, "cards/") || name == singleName || name == "_headers" {
				continue
			}
			kept[name] = sum(b)
		}
	}
	list, err := json.Marshal(kept) // sorted by name
	if err != nil {
		return nil, err
	}
	return s.bundler.make(workerBundle, map[string]any{"SITE_BUILD": id, "SITE_FILES": string(list)})
}

// manifest is what a device needs to install the page as an app. Its colours are those of the page.
func manifest(text *words.Text, index, id string) []byte {
	type icon struct {
		Source  string `json:"src"`
		Sizes   string `json:"sizes"`
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
	}
	paper := ""
	if m := themeColor.FindStringSubmatch(index); m != nil {
		paper = m[1]
	}
	var list []icon
	for _, i := range slices.Sorted(maps.Keys(iconFiles)) {
		if use := iconFiles[i]; use.purpose != "" {
			list = append(list, icon{i + "?v=" + id, use.sizes(), "image/png", use.purpose})
		}
	}
	list = append(list, icon{"icon.svg?v=" + id, "any", "image/svg+xml", "any"})
	b, err := json.MarshalIndent(map[string]any{
		"name": text.Site.Title, "short_name": text.Site.Name, "description": text.Site.Description,
		"lang":      text.Site.Language,
		"start_url": "./", "scope": "./", "display": "standalone",
		"background_color": paper, "theme_color": paper, "categories": []string{"finance", "utilities"},
		"icons": list,
	}, "", "\t")
	if err != nil {
		panic("build: " + err.Error()) // made of strings
	}
	return append(b, '\n')
}
