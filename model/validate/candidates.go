package validate

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fit"
)

// candidate is a model that was considered.
type candidate struct {
	name string
	fit  func(*model.Sample) (predictor, error)
}

// The names that others look up.
const (
	scalingName = "scaling"
	regimeName  = "study model (GMM+logit+OLS)"
)

// candidates are the models of the comparison, in its order.
var candidates = []candidate{
	{scalingName, fitScaling},
	{"last-90-day per PiB", func(s *model.Sample) (predictor, error) {
		c := level(last(s, 90))
		return func(_ day.Day, deal, _ float64) float64 { return c * deal }, nil
	}},
	{"constant, last-90-day mean", func(s *model.Sample) (predictor, error) {
		c := mean(last(s, 90).GasGgas)
		return func(day.Day, float64, float64) float64 { return c }, nil
	}},
	{regimeName, fitRegime},
	{"version-proportional", fitVersions},
	{"quasi-Poisson, version + b·ln D", fitPoissonPower},
	// Days of hardly any deals have the smallest variance and would decide b.
	{"Gamma, version + b·ln D", logLinear{variance: 2, least: 0.02, slope: lnDeal}.fit},
	{"NNLS, intercept+slope per version", fitNonNegative},
	{"quasi-Poisson D·version·r^g", fitRatioPower},
	{"same, r clamped", func(s *model.Sample) (predictor, error) {
		p, err := fitRatioPower(s)
		highest := s.Facts().Ratio[1]
		return func(d day.Day, deal, ratio float64) float64 { return p(d, deal, math.Min(ratio, highest)) }, err
	}},
}

var (
	fitPoissonPower = logLinear{variance: 1, slope: lnDeal}.fit
	fitRatioPower   = logLinear{variance: 1, slope: func(_, ratio float64) float64 { return math.Log(ratio) },
		proportional: true}.fit
)

func lnDeal(deal, _ float64) float64 { return math.Log(deal) }

func fitScaling(s *model.Sample) (predictor, error) {
	m, err := model.FitScalingLevel(s, model.WeightHalfLifeDays, model.LevelHalfLifeDays)
	if err != nil {
		return nil, err
	}
	return func(d day.Day, deal, _ float64) float64 { return m.PredictDay(d, deal) }, nil
}

func fitRegime(s *model.Sample) (predictor, error) {
	m, err := fit.Regime(s)
	if err != nil {
		return nil, err
	}
	return func(_ day.Day, deal, ratio float64) float64 {
		gas, _ := m.PredictDay(deal, ratio)
		return gas
	}, nil
}

// minVersionRows is how many days a protocol version needs to have parameters of its own.
const minVersionRows = 14

// steps are the upgrades that changed what PublishStorageDeals costs: nv16 and nv17.
var steps = [2]day.Day{model.Versions[1].Upgrade, model.Versions[2].Upgrade}

// versions tells the days of a sample apart by the steps: 0, 1 and 2. A version with fewer than minVersionRows in
// the sample counts as the one before.
type versions struct{ rows [len(steps) + 1]int }

func versionsOf(s *model.Sample) (v versions) {
	for _, d := range s.Days {
		v.rows[stepsBefore(d)]++
	}
	return v
}

func (v *versions) of(d day.Day) int {
	k := stepsBefore(d)
	for k > 0 && v.rows[k] < minVersionRows {
		k--
	}
	return k
}

func stepsBefore(d day.Day) (k int) {
	for _, upgrade := range steps {
		if d > upgrade {
			k++
		}
	}
	return k
}

// fitVersions is proportional to deal power, with a constant for each version.
func fitVersions(s *model.Sample) (predictor, error) {
	v := versionsOf(s)
	var gas, deal [len(v.rows)]float64
	for i, d := range s.Days {
		k := v.of(d)
		gas[k] += s.GasGgas[i]
		deal[k] += s.DealPiB[i]
	}
	return func(d day.Day, x, _ float64) float64 { return x * gas[v.of(d)] / deal[v.of(d)] }, nil
}

// fitNonNegative has an intercept and a slope for each version, by least squares with neither below zero.
func fitNonNegative(s *model.Sample) (predictor, error) {
	v := versionsOf(s)
	var lines [len(v.rows)]struct{ intercept, slope float64 }
	for k := range lines {
		var n, x, y, xx, xy float64
		for i, d := range s.Days {
			if v.of(d) == k {
				deal, gas := s.DealPiB[i], s.GasGgas[i]
				n++
				x += deal
				y += gas
				xx += float64(deal * deal)
				xy += float64(deal * gas)
			}
		}
		if n == 0 {
			continue
		}
		// With two parameters the constrained optimum is the free one, or the better edge.
		line := &lines[k]
		line.slope = (xy - x*y/n) / (xx - x*x/n)
		line.intercept = (y - line.slope*x) / n
		switch {
		case line.intercept < 0:
			line.intercept, line.slope = 0, xy/xx
		case line.slope < 0:
			line.intercept, line.slope = y/n, 0
		}
	}
	return func(d day.Day, deal, _ float64) float64 {
		line := lines[v.of(d)]
		return line.intercept + float64(line.slope*deal)
	}, nil
}
