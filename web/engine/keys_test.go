package engine

import (
	"regexp"
	"slices"
	"testing"
)

var (
	focusable = regexp.MustCompile(`<(?:button|select|input|a)\b[^>]*>|<[a-z]+ [^>]*tabindex="0"[^>]*>`)
	keyOf     = regexp.MustCompile(` data-key="([^"]+)"`)
	setsTo    = regexp.MustCompile(`data-key="(\w+:\d)" data-open="([^"]+)"`)
)

// keysOf are the keys by which the page finds what had the focus in the next answer.
func keysOf(t *testing.T, html string) []string {
	t.Helper()
	var out []string
	for _, tag := range focusable.FindAllString(html, -1) {
		key := keyOf.FindStringSubmatch(tag)
		if key == nil {
			t.Errorf("without a key: %s", tag)
			continue
		}
		if slices.Contains(out, key[1]) {
			t.Errorf("two elements have the key %s", key[1])
		}
		out = append(out, key[1])
	}
	return out
}

// What can have the focus has a key of its own in every answer. A tornado's stay what they are when a value is taken
// over and the rows change places.
func TestAnswersHaveKeys(t *testing.T) {
	e := explorer(t)
	for name, asked := range map[string]Asked{
		"breakeven": {Figure: "month_direct_over_netflow", Input: "adoption_share", Target: 0.01},
		"ensemble":  {Runs: 20},
		"compare":   {Figure: "month_gas_over_netflow", AgainstPreset: "study"},
	} {
		if keys := keysOf(t, finish(t, e, name, Request{Query: query, Asked: asked}).Answer.HTML); len(keys) == 0 {
			t.Errorf("%s has nothing to focus", name)
		}
	}
	tornado := func(query string) string {
		return finish(t, e, "tornado", Request{Query: query, Asked: Asked{Figure: "month_direct_over_netflow"}}).Answer.HTML
	}
	before := tornado("")
	keys, links := keysOf(t, before), map[string]string{}
	for _, m := range setsTo.FindAllStringSubmatch(before, -1) {
		links[m[1]] = m[2]
	}
	const set = "base_fee_nanofil:1"
	after := keysOf(t, tornado(regexp.MustCompile("&amp;").ReplaceAllString(links[set], "&")))
	at, then := slices.Index(keys, set), slices.Index(after, set)
	if at < 0 || then < 0 || at == then {
		t.Errorf("%s stands at %d of %q and %d of %q: it should have moved", set, at, keys, then, after)
	}
}
