package assumption

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Value is its value in a scenario as JSON: equal values have equal text, and a vector that never
// changes is written as the single number that it is.
func (a *Row) Value(s *Scenario) (json.RawMessage, error) {
	// reflect.DeepEqual in place of text would cost the page 20 KB.
	text, err := json.Marshal(settled(a.at(s)))
	if err != nil {
		return nil, fmt.Errorf("assumption: %s to JSON: %w", a.Name, err)
	}
	return text, nil
}

// alike reports whether two scenarios have the same value; of paths only where they are equally long.
func (a *Row) alike(s, other *Scenario) bool {
	of := a.at(other)
	switch p := a.at(s).(type) {
	case *int:
		return *p == *of.(*int)
	case *float64:
		return *p == *of.(*float64)
	case *day.Day:
		return *p == *of.(*day.Day)
	case *bool:
		return *p == *of.(*bool)
	case *string:
		return *p == *of.(*string)
	case *mechafil.Path:
		return slices.Equal(*p, *of.(*mechafil.Path))
	case *[]mechafil.Path:
		return slices.EqualFunc(*p, *of.(*[]mechafil.Path), slices.Equal)
	}
	return false
}

// Copy gives a scenario its value in another. Vectors must have a value for each forecast day, so
// those of another horizon are cut, or go on with their last value: horizon_days has to be copied first.
func (a *Row) Copy(to, from *Scenario) {
	target, source := a.at(to), a.at(from)
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
		copyValue(target, source)
	}
}

// Path is its value where that may change over time, nil where it may not.
func (a *Row) Path(s *Scenario) mechafil.Path {
	if p, ok := a.at(s).(*mechafil.Path); ok {
		return *p
	}
	return nil
}

// Number is its value as a number: of a path the first, of a choice its place in Choices (-1 for none), of a day its
// count, of a switch 0 or 1; of the FIL+ rates the first of the first.
func (a *Row) Number(s *Scenario) float64 {
	switch p := a.at(s).(type) {
	case *int:
		return float64(*p)
	case *float64:
		return *p
	case *day.Day:
		return float64(*p)
	case *mechafil.Path:
		return (*p)[0]
	case *[]mechafil.Path:
		return (*p)[0][0]
	case *bool:
		if *p {
			return 1
		}
	case *string:
		return float64(slices.Index(a.Choices, *p))
	}
	return 0
}

// SetNumber sets its value to what Number says of it, all days of a path alike and all FIL+ rates.
func (a *Row) SetNumber(s *Scenario, v float64) {
	switch p := a.at(s).(type) {
	case *int:
		*p = int(v)
	case *float64:
		*p = v
	case *day.Day:
		*p = day.Day(v)
	case *mechafil.Path:
		*p = mechafil.Constant(v)
	case *[]mechafil.Path:
		rates := make([]mechafil.Path, len(*p))
		for i := range rates {
			rates[i] = mechafil.Constant(v)
		}
		*p = rates
	case *bool:
		*p = v == 1
	case *string:
		*p = a.Choices[int(v)]
	}
}

// Alone is Number as what the assumption alone does: of a path the mean, of adoption_share what is adopted, also by
// none and by all.
func (a *Row) Alone(s *Scenario) float64 {
	if a.alone != nil {
		return a.alone(s)
	}
	if p := a.Path(s); p != nil {
		return p.Mean()
	}
	return a.Number(s)
}

// SetAlone sets its value to what Alone says of it.
func (a *Row) SetAlone(s *Scenario, v float64) {
	if a.setAlone != nil {
		a.setAlone(s, v)
		return
	}
	a.SetNumber(s, v)
}

// Text is the value of a choice, a day or a switch as JSON has it, without quotes; "" of others.
func (a *Row) Text(s *Scenario) string {
	switch p := a.at(s).(type) {
	case *string:
		return *p
	case *day.Day:
		return p.String()
	case *bool:
		return strconv.FormatBool(*p)
	}
	return ""
}

// Has reports whether a scenario says anything by the assumption: a scenario of an earlier version does not, unless it
// has another value of it or, of the price of gas, follows block space. It is neither written nor shown then.
func (s *Scenario) Has(a *Row) bool {
	if a.Since > s.Version && a.With != nil {
		return a.With(s)
	}
	return a.Since <= s.Version || pricedByBlocks(s)
}

// ChoicesOf are the choices of a Choice beside a scenario: its own, and a day that the scenario has in their place.
func (a *Row) ChoicesOf(s *Scenario) []string {
	if own := a.Text(s); a.Dates && !slices.Contains(a.Choices, own) {
		return append(slices.Clone(a.Choices), own)
	}
	return a.Choices
}

// Choose sets a Choice to one of its choices, or to a day in their place.
func (a *Row) Choose(s *Scenario, choice string) { *a.at(s).(*string) = choice }

// MarshalJSON writes all assumptions that the scenario has, by their names and in the order of the table.
func (s Scenario) MarshalJSON() ([]byte, error) {
	out := []byte{'{'}
	count := 0
	for _, a := range table {
		if !s.Has(a) {
			continue
		}
		value, err := json.Marshal(a.at(&s))
		if err != nil {
			return nil, fmt.Errorf("assumption: %s to JSON: %w", a.Name, err)
		}
		out = append(appendMember(out, count, a.Name), value...)
		count++
	}
	return append(out, '}'), nil
}

// copyValue copies what source points to, a value of any assumption but a list, to a target of its type.
func copyValue(target, source any) {
	if !(assign[string](target, source) || assign[int](target, source) || assign[float64](target, source) ||
		assign[bool](target, source) || assign[day.Day](target, source) || assign[mechafil.Path](target, source)) {
		panic("assumption: no way to copy a value")
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
