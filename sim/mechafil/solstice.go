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
	if d-s.On >= OptInDays {
		return s.OptIn
	}
	return s.OptIn * (float64(d-s.On) / OptInDays)
}

// OptIn is what opting in adds to a network, by entry from the snapshot's day on. What sectors without FIL+ lack to
// counting as often as others is GapPiB, multiplier times raw power less QA power: whatever leaves takes its part
// along, and new sectors add nothing, so that the part that has opted in is enough to know.
type OptIn struct {
	GapPiB    []float64 // that all of them together could add
	AddedPiB  []float64 // by those that opted in on the day
	PledgeFIL []float64 // locked for it, what has gone with its sectors taken off

	solstice *Solstice
	start    day.Day // of entry 0
}

// newOptIn makes room for a run of so many entries after the snapshot's, n.
func newOptIn(m *Memory, s *Solstice, start day.Day, n, entries int) *OptIn {
	o := &OptIn{solstice: s, start: start}
	m.Deal(entries, &o.GapPiB, &o.AddedPiB, &o.PledgeFIL)
	o.GapPiB[n], o.AddedPiB[n], o.PledgeFIL[n] = 0, 0, 0
	return o
}

// Share is the share of the sectors without FIL+ that has opted in by the end of an entry.
func (o *OptIn) Share(t int) float64 { return o.solstice.opted(o.start + day.Day(t)) }

// step is what opting in adds on an entry, PiB.
func (o *OptIn) step(t int, gapPiB float64) float64 {
	share := o.Share(t)
	gapPiB = notNegative(gapPiB)
	o.GapPiB[t], o.AddedPiB[t] = gapPiB, (share-o.Share(t-1))*gapPiB
	return share * gapPiB
}

// pledge is by how much the pledge of those that opted in changes on an entry, FIL.
func (o *OptIn) pledge(t int, of *terms) float64 {
	before := o.PledgeFIL[t-1]
	o.PledgeFIL[t] = of.initialPledge(o.AddedPiB[t])
	if gap := o.GapPiB[t-1]; gap > 0 {
		o.PledgeFIL[t] += before * (o.GapPiB[t] / gap)
	}
	return o.PledgeFIL[t] - before
}
