package validate

import (
	"math"

	"github.com/gasburden/gasburden/model"
)

// Coverage says which share of days, or of blocks of 30 days, lay within the bands of model.Coverages.
type Coverage struct {
	Window string                        `json:"window"`
	Blocks bool                          `json:"blocks"` // means of 30 days, else days
	Count  int                           `json:"count"`
	Within [len(model.Coverages)]float64 `json:"within"`
}

// coverage counts the days of a window, or its blocks of 30 days, within the bands of a scaling model.
func coverage(m *model.Scaling, w Window, s *model.Sample, blocks bool) Coverage {
	s = w.of(s)
	predicted := make([]float64, s.Len())
	for i, d := range s.Days {
		predicted[i] = m.PredictDay(d, s.DealPiB[i])
	}
	actual, length := s.GasGgas, 1
	if blocks {
		predicted, actual, length = blockMeans(predicted), blockMeans(actual), blockDays
	}
	c := Coverage{Window: w.Name, Blocks: blocks, Count: len(actual)}
	for i, gas := range actual {
		end := s.Days[i*length+length-1]
		for k := range c.Within {
			if low, high := m.Band(predicted[i], end, length, k); gas >= low && gas <= high {
				c.Within[k] += 1 / float64(c.Count)
			}
		}
	}
	return c
}

// Held sums up what was counted over several windows of days.
func Held(windows []Coverage) (out model.Held) {
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
