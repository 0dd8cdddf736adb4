package page

import (
	"encoding/json"
	"strconv"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// stretch gives the overrides that change over time the length of another horizon: cut, or with their
// last value held. What was cut comes back with its days, as long as the reader changes nothing of it.
func (p *Choices) stretch(overrides assumption.Overrides, horizonDays int) {
	whole := map[string]mechafil.Path{}
	fit := func(of string, path *mechafil.Path) bool {
		key := func() string { return of + string(mustJSON(*path)) }
		from, cut := p.cut[key()] // one day of it is a constant by now
		if !cut {
			from = *path
		}
		if len(from) <= 1 || horizonDays < 1 {
			return false
		}
		out := make(mechafil.Path, horizonDays)
		for i := range out {
			out[i] = from[min(i, len(from)-1)]
		}
		*path = out
		whole[key()] = from
		return true
	}
	defer func() { p.cut = whole }()
	for name, raw := range overrides {
		field, err := assumption.Named(name)
		if err != nil {
			continue
		}
		switch field.Kind {
		case assumption.Daily:
			var path mechafil.Path
			if json.Unmarshal(raw, &path) == nil && fit(name, &path) {
				overrides[name] = mustJSON(path)
			}
		case assumption.Rates:
			var rates []mechafil.Path
			if json.Unmarshal(raw, &rates) != nil {
				continue
			}
			changed := false
			for i := range rates {
				changed = fit(name+strconv.Itoa(i), &rates[i]) || changed
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
		panic("page: " + err.Error())
	}
	return raw
}
