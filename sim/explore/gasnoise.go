package explore

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// gasFactors fills factors with what realised gas is of the scaling model's prediction, on consecutive days from
// first on, as the model's interval has it: a level that walks at random after the sample, and days that scatter
// about it, a lag-1 autoregression. The standard deviations are estimates from a few blocks, so one common
// scale is drawn as they are distributed; each day's logarithm then follows Student's t, and the
// quantiles of many draws are the model's bands. Its median is 1; it has no mean.
func gasFactors(factors []float64, r *stream, m *model.Scaling, first day.Day) {
	v := &m.Interval
	scale := 1.0
	if freedom := v.Blocks - 1; freedom > 0 {
		squares := 0.0
		for range freedom {
			z := r.normal()
			squares += float64(z * z)
		}
		scale = math.Sqrt(float64(freedom) / squares)
	}
	step := v.Drift / math.Sqrt(model.IntervalBlockDays)
	rho := min(max(0, v.Autocorrelation), 0.99) // as the model: a negative one is not relied on
	fresh := v.Daily * math.Sqrt(1-float64(rho*rho))

	level := 0.0
	if before := int(first - 1 - m.Last); before > 0 {
		level = step * math.Sqrt(float64(before)) * r.normal()
	}
	scatter := v.Daily * r.normal()
	for i := range factors {
		if first+day.Day(i) > m.Last {
			level += float64(step * r.normal())
		}
		if i > 0 {
			scatter = float64(rho*scatter) + float64(fresh*r.normal())
		}
		factors[i] = math.Exp(scale * (level + scatter))
	}
}
