package mechafil

import (
	"encoding/json"
	"strconv"

	"github.com/gasburden/gasburden/model/fault"
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

// Mean is the mean of the days.
func (p Path) Mean() float64 {
	if v, constant := p.Scalar(); constant {
		return v
	}
	sum := 0.0
	for _, v := range p {
		sum += v
	}
	return sum / float64(len(p))
}

// MarshalJSON writes a single value as a number and a vector as an array.
func (p Path) MarshalJSON() ([]byte, error) {
	if len(p) == 1 {
		return json.Marshal(p[0])
	}
	return json.Marshal([]float64(p))
}

// UnmarshalJSON reads a number or an array of numbers. The error is a fault of the field "path".
func (p *Path) UnmarshalJSON(data []byte) error {
	var v float64
	if err := json.Unmarshal(data, &v); err == nil && string(data) != "null" {
		*p = Path{v}
		return nil
	}
	var entries []json.RawMessage
	if err := json.Unmarshal(data, &entries); err != nil || entries == nil {
		return badPath(fault.NoVector, data)
	}
	path := make(Path, len(entries))
	for i, entry := range entries {
		if err := json.Unmarshal(entry, &path[i]); err != nil || string(entry) == "null" {
			return badPath(fault.NoVectorEntry, entry, "entry", strconv.Itoa(i), "nth", strconv.Itoa(i+1))
		}
	}
	*p = path
	return nil
}

func badPath(code *fault.Code, given []byte, pairs ...string) error {
	f := fault.New(code, pairs...)
	f.Field, f.Value, f.Legal = "path", fault.Short(string(given)), fault.Plainly(fault.AnyNumber)
	return f
}
