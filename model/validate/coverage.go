package validate

import "github.com/gasburden/gasburden/model"

// coverage counts the days of a window, or its blocks of 30 days, within the bands of a scaling model.
func coverage(m *model.Scaling, w Window, s *model.Sample, blocks bool) model.Coverage {
	s = w.of(s)
	predicted := make([]float64, s.Len())
	for i, d := range s.Days {
		predicted[i] = m.PredictDay(d, s.DealPiB[i])
	}
	actual, length := s.GasGgas, 1
	if blocks {
		predicted, actual, length = blockMeans(predicted), blockMeans(actual), blockDays
	}
	c := model.Coverage{Window: w.Name, Blocks: blocks, Count: len(actual)}
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
