package model

import "math"

// Held is how often the bands of a model held what happened after its fit: the share of days, and of means of 30 days,
// that lay within the band of each of the Coverages. Gas was predicted from the deal power that the network really had:
// errors in what a scenario assumes of the network come on top. The zero value says that nothing was compared.
type Held struct {
	Days        int // compared
	Within      [len(Coverages)]float64
	Means       int // of 30 days each, compared
	MeansWithin [len(Coverages)]float64
}

// NewHeld sums up what was counted over several windows of days.
func NewHeld(windows []Coverage) (out Held) {
	for _, w := range windows {
		count, within := &out.Days, &out.Within
		if w.Blocks {
			count, within = &out.Means, &out.MeansWithin
		}
		before := *count
		*count += w.Count
		for k, share := range w.Within { // the shares are of whole days
			within[k] = (math.Round(within[k]*float64(before)) + math.Round(share*float64(w.Count))) / float64(*count)
		}
	}
	return out
}

// Of is the share that lay within the band of Coverages[k], and of how many days, or means of 30 days, that is. n is 0
// where none were compared, as for means over another number of days.
func (h *Held) Of(k, meanDays int) (share float64, n int) {
	switch meanDays {
	case 1:
		return h.Within[k], h.Days
	case IntervalBlockDays:
		return h.MeansWithin[k], h.Means
	}
	return 0, 0
}
