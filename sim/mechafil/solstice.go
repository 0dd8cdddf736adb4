package mechafil

import (
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
)

// Solstice is what a forecast assumes of FIP-0118, which ends FIL+. From the day after On every new sector counts as
// one with FIL+ deals does, old ones keep what they count, renewed or not, or opt in, and the block reward is split.
//
// Left out: the vault of services and who is paid from it, since payouts are mined FIL that circulates; the USD targets
// of the gates, of which only how many pass is assumed; and that sectors which opt in may be extended by it.
type Solstice struct {
	On    day.Day // of network version 29; its own day is old
	Gates int     // of the eight that pass, the first ones
	OptIn float64 // share of the sectors without FIL+ that opt in, evenly over OptInDays
	// PledgeOfConsensus says that the pledge formula takes what consensus gets of the reward, not all of it.
	PledgeOfConsensus bool
}

// OptInDays is how long opting in takes: an assumption.
const OptInDays = 90

// GatesRange is how many gates can pass.
var GatesRange = Range{0, protocol.Gates}

// begun reports whether FIL+ has ended by a day. It never does without a Solstice.
func (s *Solstice) begun(d day.Day) bool { return s != nil && d > s.On }

// opted is the share of the sectors without FIL+ that has opted in by the end of a day.
func (s *Solstice) opted(d day.Day) float64 {
	if !s.begun(d) {
		return 0
	}
	return s.OptIn * min(1, float64(d-s.On)/OptInDays)
}

// optIn is the power that opting in adds to QA power, by entry. What sectors without FIL+ lack to counting as often as
// others is gapPiB, multiplier times raw power less QA power: whatever leaves takes its part along, and new sectors add
// nothing, so that the part that has opted in is enough to know.
type optIn struct {
	solstice *Solstice
	start    day.Day // of entry 0

	gapPiB    []float64 // that all of them together could add
	addedPiB  []float64 // by those that opted in on the day
	pledgeFIL float64   // locked by those that have, so far
}

// step is what opting in adds on an entry, PiB.
func (o *optIn) step(t int, gapPiB float64) float64 {
	d := o.start + day.Day(t)
	share, before := o.solstice.opted(d), o.solstice.opted(d-1)
	gapPiB = notNegative(gapPiB)
	o.gapPiB[t], o.addedPiB[t] = gapPiB, (share-before)*gapPiB
	return share * gapPiB
}

// left is which share of what had opted in by the entry before has gone with its sectors.
func (o *optIn) left(t int) float64 {
	if before := o.gapPiB[t-1]; before > 0 {
		return 1 - o.gapPiB[t]/before
	}
	return 0
}

// pledge is by how much the pledge of those that opted in changes on an entry, FIL.
func (o *optIn) pledge(t int, of *terms) float64 {
	change := of.initialPledge(o.addedPiB[t]) - o.left(t)*o.pledgeFIL
	o.pledgeFIL += change
	return change
}
