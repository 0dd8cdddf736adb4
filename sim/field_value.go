package sim

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Value is the field's value in a scenario as JSON: equal values have equal text, and a vector that never
// changes is written as the single number that it is.
func (f Field) Value(s *Scenario) (json.RawMessage, error) {
	// reflect.DeepEqual in place of text would cost the page 20 KB.
	text, err := json.Marshal(settled(f.target(s)))
	if err != nil {
		return nil, fmt.Errorf("sim: %s to JSON: %w", f.Name, err)
	}
	return text, nil
}

// Copy gives a scenario the field's value in another. Vectors must have a value for each forecast day, so
// those of another horizon are cut, or go on with their last value: horizon_days has to be copied first.
func (f Field) Copy(to, from *Scenario) {
	target, source := f.target(to), f.target(from)
	switch value := source.(type) {
	case *mechafil.Path:
		*target.(*mechafil.Path) = fitPath(*value, to.HorizonDays)
	case *[]mechafil.Path:
		rates := make([]mechafil.Path, len(*value))
		for i, rate := range *value {
			rates[i] = fitPath(rate, to.HorizonDays)
		}
		*target.(*[]mechafil.Path) = rates
	default:
		if !(assign[string](target, source) || assign[int](target, source) || assign[float64](target, source) ||
			assign[bool](target, source) || assign[day.Day](target, source) ||
			assign[mechafil.Weighting](target, source) || assign[mechafil.PledgeBase](target, source)) {
			panic("sim: no way to copy " + f.Name)
		}
	}
}

// assign copies what source points to, where that is a T.
func assign[T any](target, source any) bool {
	value, ok := source.(*T)
	if ok {
		*target.(*T) = *value
	}
	return ok
}

// fitPath is a path for a horizon: constant, or with a value for each of its days.
func fitPath(p mechafil.Path, days int) mechafil.Path {
	if len(p) <= 1 || len(p) == days {
		return p
	}
	out := slices.Clone(p[:min(len(p), days)])
	for len(out) < days {
		out = append(out, p[len(p)-1])
	}
	return out
}
