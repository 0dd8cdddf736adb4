package engine

import (
	"slices"
	"testing"

	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/ask/asktest"
)

// keysOf are the keys by which the page finds what had the focus in the next answer, in the order of the page.
func keysOf(t *testing.T, a *ask.Answer) []string {
	t.Helper()
	var out []string
	take := func(key string) {
		if key == "" || slices.Contains(out, key) {
			t.Errorf("the key %q stands twice, or is none", key)
		}
		out = append(out, key)
	}
	parts := func(all ...ask.Part) {
		for _, part := range all {
			if part.Set != nil {
				take(part.Set.Key)
			}
		}
	}
	for _, table := range a.Tables {
		if table.Look == ask.Plain {
			take(table.Key)
		}
	}
	for _, row := range asktest.Rows(a) {
		for _, end := range row.Ends {
			parts(end.Value)
		}
		for _, cell := range row.Cells {
			parts(cell...)
		}
	}
	return out
}

// What can have the focus has a key of its own in every answer. A tornado's stay what they are when a value is taken
// over and the rows change places.
func TestAnswersHaveKeys(t *testing.T) {
	e := explorer(t)
	for name, asked := range map[string]Asked{
		"breakeven": {Figure: "month_direct_over_netflow", Input: "adoption_share", Target: 0.01},
		"compare":   {Figure: "month_gas_over_netflow", AgainstPreset: "study"},
	} {
		if keys := keysOf(t, finish(t, e, name, Request{Query: query, Asked: asked}).Answer); len(keys) == 0 {
			t.Errorf("%s has nothing to focus", name)
		}
	}
	tornado := func(query string) *ask.Answer {
		return finish(t, e, "tornado", Request{Query: query, Asked: Asked{Figure: "month_direct_over_netflow"}}).Answer
	}
	const set = "raw_onboarding_pib:1"
	before := tornado("v=2&snapshot=2023-07-31")
	keys, after := keysOf(t, before), keysOf(t, tornado(linksOf(before)[set]))
	at, then := slices.Index(keys, set), slices.Index(after, set)
	if at < 0 || then < 0 || at == then {
		t.Errorf("%s stands at %d of %q and %d of %q: it should have moved", set, at, keys, then, after)
	}
}
