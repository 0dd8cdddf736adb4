package sim

import (
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Bands say how far realised gas may lie from the scaling model's prediction. A band runs from
// prediction / factor to prediction * factor. They hold the errors of the gas model alone: what is assumed of the
// network is taken as it is. The factors hold for PublishStorageDeals gas of every FIL+ rate, status quo and DirectFIL+
// alike, and for all that is proportional to it.
type Bands struct {
	Coverages [3]float64   // 0.5, 0.8 and 0.95
	Day       [3][]float64 // factors of a single day, from entry 0 on
	Mean      [3][]float64 // factors of the trailing mean of SmoothingDays days
	Held      model.Held   // how often they held what happened after the fit
}

// newBands gives the result's bands; nil for the regime model, whose errors have no such law.
func newBands(in *assumption.Inputs, r *Result) *Bands {
	if r.Scenario.GasModel != assumption.ScalingModel {
		return nil
	}
	out := &Bands{Coverages: model.Coverages, Held: in.Scaling.Validated.Held}
	var fresh *mechafil.Memory
	fresh.Deal(r.Days, &out.Day[0], &out.Day[1], &out.Day[2], &out.Mean[0], &out.Mean[1], &out.Mean[2])
	in.Scaling.BandFactors(&out.Day, r.Start, 1)
	in.Scaling.BandFactors(&out.Mean, r.Start, r.Scenario.SmoothingDays)
	return out
}

// Around is the band of a run's status-quo or DirectFIL+ curve at an entry, as factors: the band
// runs from low to high times the curve. Only the part of the gas that is PublishStorageDeals is
// uncertain in a way that is known; where other messages count, theirs is taken as it is.
func (r *RateRun) Around(factor float64, entry int, direct bool, directFraction float64) (low, high float64) {
	publish, total := r.GasPublishGgas[entry], r.GasStatusQuoGgas[entry]
	if direct {
		publish *= 1 - r.Adoption[entry]*(1-directFraction)
		total = r.GasDirectGgas[entry]
	}
	if total == 0 {
		return 1, 1
	}
	part := min(1, publish/total)
	if direct && r.DirectDealOnboardedPiB[entry] > r.DealOnboardedPiB[entry] {
		part = 1 // refilled gas is as uncertain as the gas that it refills
	}
	return 1 - part*(1-1/factor), 1 + part*(factor-1)
}

// appendJSON appends the bands: what they hold, what they held, and factors by kind, one list a coverage; and how wrong
// past forecasts were.
func (b *Bands) appendJSON(dst []byte) []byte {
	list := func(values []float64) {
		dst = append(dst, '[')
		for i, v := range values {
			dst = appendComma(dst, i)
			dst = appendNumber(dst, v)
		}
		dst = append(dst, ']')
	}
	dst = append(dst, `{"coverages":`...)
	list(b.Coverages[:])
	dst = append(dst, `,"errors_of":"gas_model","held":{"days":`...)
	dst = strconv.AppendInt(dst, int64(b.Held.Days), 10)
	dst = append(dst, `,"within":`...)
	list(b.Held.Within[:])
	dst = append(dst, `,"means_of_30_days":`...)
	dst = strconv.AppendInt(dst, int64(b.Held.Means), 10)
	dst = append(dst, `,"means_within":`...)
	list(b.Held.MeansWithin[:])
	dst = append(dst, '}')
	for _, kind := range []struct {
		name    string
		factors [3][]float64
	}{{"day_factors", b.Day}, {"mean_factors", b.Mean}} {
		dst = append(dst, ',')
		dst = strconv.AppendQuote(dst, kind.name)
		dst = append(dst, ":["...)
		for k := range kind.factors {
			dst = appendComma(dst, k)
			list(kind.factors[k])
		}
		dst = append(dst, ']')
	}
	dst = append(dst, `,"past_forecasts":[`...)
	for i, e := range forecastErrors {
		dst = strconv.AppendQuote(append(appendComma(dst, i), `{"figure":`...), e.Figure)
		dst = strconv.AppendInt(append(dst, `,"months":`...), int64(e.Months), 10)
		dst = strconv.AppendInt(append(dst, `,"n":`...), int64(e.N), 10)
		dst = appendNumber(append(dst, `,"least":`...), e.Least)
		dst = appendNumber(append(dst, `,"most":`...), e.Most)
		dst = append(dst, '}')
	}
	return append(dst, "]}"...)
}
