package assumption

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// The first version's ramp of gamma, the weight of the baseline in the consensus pledge, which MechaFIL's reference
// runs have: by 0.3 over 360 days from 1 to 0.7, and 0.76 on GammaRampEpoch, which puts its start on 2024-11-25. Later
// versions have FIP-0081's own, package protocol; the two differ by less than 0.005.
const (
	GammaAtEpoch   = 0.76 // on GammaRampEpoch
	GammaPerDay    = protocol.GammaFall / 360
	GammaAfterRamp = protocol.GammaAfter
)

// GammaRampEpoch lies on the first version's ramp.
var GammaRampEpoch = day.Of(2025, 9, 9)

// defaultGamma is the protocol's weight from a snapshot's own day on, one value a forecast day, or a single one where
// it does not change. In the first version snapshots older than FIP-0081 do not know of it.
func defaultGamma(snapshot *mechafil.Snapshot, horizonDays, version int) mechafil.Path {
	on := snapshot.Current
	weight := protocol.Gamma
	if version == FirstVersion {
		weight = firstGamma
		if weight(on) >= 1 {
			return mechafil.Constant(1)
		}
	} else if last := weight(on + day.Day(max(1, horizonDays)) - 1); last == weight(on) {
		return mechafil.Constant(last)
	}
	path := make(mechafil.Path, max(1, horizonDays))
	for i := range path {
		path[i] = weight(on + day.Day(i))
	}
	return path
}

func firstGamma(d day.Day) float64 {
	return math.Max(GammaAfterRamp, math.Min(1, GammaAtEpoch-GammaPerDay*float64(d-GammaRampEpoch)))
}

// weighsByDay reports whether a scenario has a weighting of its own on any day.
func weighsByDay(s *Scenario) bool {
	v, constant := s.GammaWeightingByDay.Scalar()
	return !constant || v != 0
}

// WeightingOn is how the consensus pledge is mixed on forecast day i.
func (s *Scenario) WeightingOn(i int) mechafil.Weighting {
	if n := int(s.GammaWeightingByDay.At(i)); n > 0 {
		return mechafil.Weightings()[n-1]
	}
	return s.GammaWeighting
}

// weightings are those of all forecast days, nil where they are alike and GammaWeighting's.
func (s *Scenario) weightings() []mechafil.Weighting {
	if !weighsByDay(s) {
		return nil
	}
	out := make([]mechafil.Weighting, s.HorizonDays)
	for i := range out {
		out[i] = s.WeightingOn(i)
	}
	return out
}
