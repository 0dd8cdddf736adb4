package model

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// DaySeries is daily values from a day on; NaN says that none was published.
type DaySeries struct {
	First  day.Day
	Values []float64
}

// At is the value of a day, NaN for days outside.
func (s DaySeries) At(d day.Day) float64 {
	if d < s.First || int(d-s.First) >= len(s.Values) {
		return math.NaN()
	}
	return s.Values[d-s.First]
}
