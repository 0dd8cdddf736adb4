package page

import (
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// around is the band of a run's status quo at an entry, as factors of it. That of past forecasts begins with the
// forecast, and ends with the longest one that was held against what came.
func (p *composer) around(run *sim.RateRun, factor float64, t int) (low, high float64) {
	if p.BandOf == BandOfForecasts {
		return sim.ForecastRange(sim.GasForecast, t-p.Result.HistoryDays)
	}
	return run.Around(factor, t, false, p.Result.Scenario.DirectGasFraction)
}

// pastForecasts says how wrong they were.
func (p *composer) pastForecasts() string {
	var parts []string
	for _, e := range sim.ForecastErrors(sim.GasForecast) {
		parts = append(parts, words.Fill(p.Text.KeyBandForecast, "months", strconv.Itoa(e.Months),
			"least", p.Text.Percent(words.Deviation(e.Least)), "most", p.Text.Percent(words.Deviation(e.Most)),
			"n", strconv.Itoa(e.N)))
	}
	return words.Fill(p.Text.KeyBandForecasts, "errors", strings.Join(parts, p.Text.ListMark))
}
