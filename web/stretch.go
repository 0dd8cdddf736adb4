package web

import (
	"encoding/json"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// stretch gives the overrides that change over time the length of another horizon: cut, or with their
// last value held.
func (p *Page) stretch(overrides sim.Overrides, horizonDays int) {
	fit := func(path *mechafil.Path) bool {
		if len(*path) <= 1 || horizonDays < 1 {
			return false
		}
		out := make(mechafil.Path, horizonDays)
		for i := range out {
			out[i] = (*path)[min(i, len(*path)-1)]
		}
		*path = out
		return true
	}
	for name, raw := range overrides {
		field, err := sim.FieldNamed(name)
		if err != nil {
			continue
		}
		switch field.Kind {
		case sim.Daily:
			var path mechafil.Path
			if json.Unmarshal(raw, &path) == nil && fit(&path) {
				overrides[name] = mustJSON(path)
			}
		case sim.Rates:
			var rates []mechafil.Path
			if json.Unmarshal(raw, &rates) != nil {
				continue
			}
			changed := false
			for i := range rates {
				changed = fit(&rates[i]) || changed
			}
			if changed {
				overrides[name] = mustJSON(rates)
			}
		}
	}
}

// mustJSON writes what came out of JSON before.
func mustJSON(v any) json.RawMessage {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("web: " + err.Error())
	}
	return raw
}
