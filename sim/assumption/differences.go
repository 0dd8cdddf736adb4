package assumption

import (
	"bytes"
	"encoding/json"
	"maps"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// Differences are the overrides that give the scenario again on the same inputs, and no more: fields
// that stand on their default are left out, and so is the snapshot. The version is among them where it is not the
// first.
func (s *Scenario) Differences(in *Inputs) (Overrides, error) {
	def, err := defaultFor(in, s)
	if err != nil {
		return nil, err
	}
	def.HorizonDays, def.Version, def.DailyInputs = DefaultHorizonDays, FirstVersion, AssumedInputs
	out := Overrides{}
	for _, f := range table {
		if f.Name == "snapshot" {
			continue
		}
		if f.alike(s, &def) {
			continue // as most are: text is what costs
		}
		mine, err := f.Value(s)
		if err != nil {
			return nil, err
		}
		other, err := f.Value(&def)
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(mine, other) {
			out[f.Name] = mine
		}
	}
	if _, fee := out[baseFee]; fee { // it fixes the price, where that is not given, and changes nothing without that
		if s.Price == FixedPrice {
			delete(out, priceName)
		} else {
			delete(out, baseFee)
		}
	}
	return out, nil
}

// settled is a field's value with vectors that never change as the single value they are.
func settled(field any) any {
	settle := func(p mechafil.Path) mechafil.Path {
		if v, constant := p.Scalar(); constant {
			return mechafil.Constant(v)
		}
		return p
	}
	switch p := field.(type) {
	case *mechafil.Path:
		return settle(*p)
	case *[]mechafil.Path:
		rates := make([]mechafil.Path, len(*p))
		for i, rate := range *p {
			rates[i] = settle(rate)
		}
		return rates
	}
	return field
}

// Unsound is an override that cannot be used beside the others.
type Unsound struct {
	Field *Row
	Value json.RawMessage
	Err   error // names field, value and legal range
}

// Sound sorts overrides into those that together make a legal scenario on the inputs and the rest, for
// sources that cannot be sent back to be mended. Fields are taken in their order, each where it is legal
// beside those before it.
func (o Overrides) Sound(in *Inputs) (Overrides, []Unsound) {
	if _, err := o.Resolve(in); err == nil {
		return maps.Clone(o), nil
	}
	out := Overrides{}
	var unsound []Unsound
	// The version first and where daily inputs come from, which the defaults of the others are of, and the horizon:
	// vectors have its length.
	first := []*Row{MustNamed("version"), MustNamed("horizon_days"), MustNamed(dailyInputs)}
	for i, f := range append(first, table...) {
		raw, ok := o[f.Name]
		if !ok || i >= len(first) && (f == first[0] || f == first[1] || f == first[2]) {
			continue
		}
		out[f.Name] = raw
		if _, err := out.Resolve(in); err != nil {
			delete(out, f.Name)
			unsound = append(unsound, Unsound{f, raw, err})
		}
	}
	return out, unsound
}
