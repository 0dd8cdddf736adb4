package ask

import (
	"slices"
	"strings"

	"github.com/gasburden/gasburden/sim/link"
)

// drawn is what an ensemble needs to come again.
var drawn = []string{"runs", "seed", "block"}

// parts cuts a link into those that keep says, and the others, each with its mark before it. The first part of a link,
// its version, has none.
func parts(query string, keep func(key string) bool) (kept, others string) {
	for i, part := range strings.Split(query, "&") {
		key, _, _ := strings.Cut(part, "=")
		if i > 0 {
			part = "&" + part
		}
		if i > 0 && keep(key) {
			kept += part
		} else {
			others += part
		}
	}
	return kept, others
}

func withoutView(query string) string {
	_, others := parts(query, link.OfView)
	return others
}

func viewOf(query string) string {
	kept, _ := parts(query, link.OfView)
	return kept
}

// keyed is a link with a key set as another link has it.
func keyed(query, key, from string) string {
	is := func(k string) bool { return k == key }
	_, others := parts(query, is)
	kept, _ := parts(from, is)
	return others + kept
}

// spoken is a link in a language.
func spoken(query, language string) string {
	_, others := parts(query, func(key string) bool { return key == "lang" })
	return others + "&lang=" + language
}

// drawnIn is how a link draws an ensemble, by field.
func drawnIn(query string) map[string]string {
	out := map[string]string{}
	for _, part := range strings.Split(query, "&") {
		if key, value, ok := strings.Cut(part, "="); ok && slices.Contains(drawn, key) {
			out[key] = value
		}
	}
	return out
}

func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
