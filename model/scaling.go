package model

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// The fixed numbers of the scaling model. They were chosen by rolling-origin validation on days up
// to StudyLast (package validate repeats it), the long-run level excepted, which was measured.
const (
	// LongRunLevel is the gas of a PiB of deals in Ggas: 32768 deals of 32 GiB, eight to a message of
	// 970 Mgas. Source: FIP-0045, measured in 2022 before the network adopted it.
	LongRunLevel = 32768 * 970e6 / 8 / GasPerGgas

	LevelHalfLifeDays  = 60 // in which ln(level / long-run level) halves
	WeightHalfLifeDays = 30 // of the weights of the days that the level is fitted to
)

// Scaling is a model of PublishStorageDeals gas: deal power times a level, the gas of a PiB of deals.
// The level is fitted to the last months of a sample, and from there returns to what FIP-0045 measured.
// Gas is never negative, proportional to deal power and, other than the study's, does not depend on the
// QA/raw ratio, so it needs no range of ratios. FitScaling trains it. The zero value predicts 0.
type Scaling struct {
	Last         day.Day // last day of the sample; later days are forecast
	Level0       float64 // level on that day, Ggas per PiB
	LongRunLevel float64 // level that forecasts tend to, Ggas per PiB
	HalfLifeDays float64 // in which ln(level / LongRunLevel) halves

	WeightHalfLifeDays float64 // Level0 weighs a day by 2^(-age/this)
	Version            int     // protocol version of the days that Level0 is fitted to
	Rows               int     // number of these days

	// Backcast holds the mean level of each protocol version in the sample, the oldest first; at least one.
	Backcast  []VersionLevel
	Sample    SampleFacts
	Validated Validated
	Interval  Interval
}

// VersionLevel is the level over a protocol version's days of a sample: all their gas / all their deal power.
type VersionLevel struct {
	Version    int
	First      day.Day // first day of the version in the sample
	Rows       int
	GgasPerPiB float64
}

// Validated says how far the model was held against what happened.
type Validated struct {
	Days    int        // longest forecast compared, in days after the sample
	DealPiB [2]float64 // smallest and largest deal power of the days fitted to or compared
	Held    Held       // what its bands held
}

// Level is the gas of a PiB of deals on a day in Ggas: after the sample the forecast, in it the mean
// of the day's protocol version. Between the two lies a step, from a version's mean to its last
// months. So it suits a picture of the fit; a run over past and coming days takes LevelInRun.
func (m *Scaling) Level(d day.Day) float64 {
	if d > m.Last || len(m.Backcast) == 0 {
		return m.LevelInRun(d)
	}
	level := m.Backcast[0].GgasPerPiB
	for _, v := range m.Backcast[1:] {
		if d >= v.First {
			level = v.GgasPerPiB
		}
	}
	return level
}

// LevelInRun is the level on a day of a scenario run: Level0 to the end of the sample, then the forecast.
// A model fitted to days before FIP-0045 keeps Level0 until it took effect (nv17), and then has its level.
func (m *Scaling) LevelInRun(d day.Day) float64 {
	if m.Version < 17 {
		if d > m.Last && VersionOf(d).Number >= 17 {
			return m.LongRunLevel
		}
		return m.Level0
	}
	if d <= m.Last {
		return m.Level0
	}
	ahead := float64(d - m.Last)
	return m.LongRunLevel * math.Exp(math.Log(m.Level0/m.LongRunLevel)*math.Exp2(-ahead/m.HalfLifeDays))
}

// LevelsInRun fills ggasPerPiB with LevelInRun of consecutive days from first on. It costs one
// exponential a day and allocates nothing; the levels serve all FIL+ rates of a scenario.
func (m *Scaling) LevelsInRun(ggasPerPiB []float64, first day.Day) {
	if m.Version < 17 {
		for i := range ggasPerPiB {
			ggasPerPiB[i] = m.LevelInRun(first + day.Day(i))
		}
		return
	}
	// The distance from the long-run level, in logarithms, shrinks by the same factor every day.
	distance := math.Log(m.Level0 / m.LongRunLevel)
	if first > m.Last {
		distance *= math.Exp2(-float64(first-1-m.Last) / m.HalfLifeDays)
	}
	shrink := math.Exp2(-1 / m.HalfLifeDays)
	for i := range ggasPerPiB {
		if first+day.Day(i) > m.Last {
			distance *= shrink
		}
		ggasPerPiB[i] = m.LongRunLevel * math.Exp(distance)
	}
}

// Predict fills gasGgas for consecutive days of a scenario run from first on, given their deal power in
// PiB: LevelInRun times deal power. NaN gives NaN. The two slices may be one; nothing is
// allocated. It panics when the lengths differ.
func (m *Scaling) Predict(gasGgas []float64, first day.Day, dealPiB []float64) {
	if len(gasGgas) != len(dealPiB) {
		panic("model: predict with slices of different lengths")
	}
	// In parts, so that the levels need no room of the heap.
	var levels [128]float64
	for from := 0; from < len(dealPiB); from += len(levels) {
		part := levels[:min(len(levels), len(dealPiB)-from)]
		m.LevelsInRun(part, first+day.Day(from))
		for i, level := range part {
			gasGgas[from+i] = dealPiB[from+i] * level
		}
	}
}

// PredictDay is the gas of a day of that deal power in PiB, in Ggas, by Level.
func (m *Scaling) PredictDay(d day.Day, dealPiB float64) float64 { return dealPiB * m.Level(d) }

// InRange reports whether the model was fitted to, or compared with, days of that much deal power.
// Beyond, proportionality is an assumption. NaN lies outside.
func (m *Scaling) InRange(dealPiB float64) bool {
	const slack = 1e-6 // for rounding, as in Regime.InHull
	seen := &m.Validated.DealPiB
	return dealPiB >= seen[0]-slack && dealPiB <= seen[1]+slack
}

// LastValidated is the last day of a forecast no longer than those that were compared with what happened.
func (m *Scaling) LastValidated() day.Day { return m.Last + day.Day(m.Validated.Days) }
