package mechafil

import (
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// earlierStart is what a run that starts as the chain stood needs of a snapshot, where its file does not hold it.
type earlierStart struct {
	current     day.Day // of the snapshot
	minedFIL    float64 // by its start, as published
	minedBefore float64 // 90 days earlier
}

// earlierStarts are the snapshots that were shipped before 2026; their files stay as they are. Source: mined FIL of
// network-daily.csv on 2023-07-01 and 2022-10-10, and 90 days before each.
var earlierStarts = []earlierStart{
	{day.Of(2023, 7, 31), 291_650_000, 273_330_000},
	{day.Of(2025, 9, 9), 227_760_000, 202_140_000},
}

// lockedRewardDays is how many daily rewards are locked at a time: 0.75 of each, for 180 days.
const lockedRewardDays = LockedRewardShare * LockedRewardDays

// StartBefore is how many days of reward before its start a snapshot's locked reward is estimated from.
const StartBefore = 90

// ChainStart is what was mined by the snapshot's start and how much of what was locked is reward, FIL: published or
// estimated from published figures, never MechaFIL's. ok is false for a snapshot of which neither is known.
func (s *Snapshot) ChainStart() (minedFIL, lockedRewardFIL float64, ok bool) {
	if s.MinedFILStart > 0 && s.LockedRewardFILStart > 0 {
		return s.MinedFILStart, s.LockedRewardFILStart, true
	}
	for _, e := range earlierStarts {
		if e.current == s.Current {
			return e.minedFIL, LockedRewardOf((e.minedFIL - e.minedBefore) / StartBefore), true
		}
	}
	return 0, 0, false
}

// LockedRewardOf is the locked reward of a network that has minted so much a day for a while, FIL.
func LockedRewardOf(perDayFIL float64) float64 { return lockedRewardDays * perDayFIL }

// VestedBefore is what was vested before the snapshot's start by a run's way of starting, FIL. MechaFIL counts the
// first day twice where the snapshot has it already.
func (s *Snapshot) VestedBefore(start Start) float64 {
	if start == ChainStart && s.VestedByStart {
		return s.VestedFILStart - VestingOn(s.Start)
	}
	return s.VestedFILStart
}

// asTheChainStood reports whether mined FIL and locked reward begin as published.
func (f *Forecast) asTheChainStood() bool { return f.Start == ChainStart }

// CheckStart is a fault where a run would start as the chain stood from a snapshot of which that is not known.
func (s *Snapshot) CheckStart(start Start) error {
	if _, _, ok := s.ChainStart(); start == ChainStart && !ok {
		return fault.Bad("start", strconv.Quote(string(start)), fault.OneOfQuoted(string(MechaFILStart)))
	}
	return nil
}
