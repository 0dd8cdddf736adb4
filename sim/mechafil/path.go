package mechafil

import (
	"encoding/json"
	"fmt"
)

// Path is a forecast input over time: one value for all days, or one value a forecast day.
type Path []float64

// Constant is a Path that holds v on every day.
func Constant(v float64) Path { return Path{v} }

// At is the value of forecast day i.
func (p Path) At(i int) float64 {
	if len(p) == 1 {
		return p[0]
	}
	return p[i]
}

// Scalar returns the value of a constant Path, and whether it is constant.
func (p Path) Scalar() (float64, bool) {
	if len(p) == 0 {
		return 0, false
	}
	for _, v := range p[1:] {
		if v != p[0] {
			return p[0], false
		}
	}
	return p[0], true
}

// MarshalJSON writes a single value as a number and a vector as an array.
func (p Path) MarshalJSON() ([]byte, error) {
	if len(p) == 1 {
		return json.Marshal(p[0])
	}
	return json.Marshal([]float64(p))
}

// UnmarshalJSON reads a number or an array of numbers.
func (p *Path) UnmarshalJSON(data []byte) error {
	var v float64
	if err := json.Unmarshal(data, &v); err == nil && string(data) != "null" {
		*p = Path{v}
		return nil
	}
	var vs []*float64
	if err := json.Unmarshal(data, &vs); err != nil || vs == nil {
		return fmt.Errorf("%.40s is not a number or an array of numbers", data)
	}
	*p = make(Path, len(vs))
	for i, v := range vs {
		if v == nil {
			return fmt.Errorf("entry %d is null, want a number", i)
		}
		(*p)[i] = *v
	}
	return nil
}
