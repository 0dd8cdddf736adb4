package explore

import (
	"math"
	"slices"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// HistoryDays is how much of the past an input's own history is: two years.
const HistoryDays = 730

// burnExactFrom is the first day whose burn is published to better than 10,000 FIL; the daily base fee that
// rounded burn implies is zero on most days and far too high on the rest. Source: assets/SOURCES.md.
var burnExactFrom = day.Of(2022, 10, 10)

// History is what was published of the inputs that have a past, one value a day from First to Last; NaN where
// none was.
type History struct {
	First, Last      day.Day
	RawOnboardingPiB []float64
	RenewalRate      []float64
	FILPlusRate      []float64 // share of the day's raw power that carried FIL+ deals
	BaseFeeNanoFIL   []float64 // implied by burn and gas; the last day's burn is not out yet
}

// NewHistory takes the last days up to and including a snapshot's from the published figures, which may begin
// later: the rest is NaN. It needs the columns of power onboarded, renewal rate, burn and total gas; columns that are
// not loaded count as not published.
func NewHistory(t *model.Table, snapshot day.Day, days int) *History {
	h := &History{First: snapshot - day.Day(days-1), Last: snapshot}
	series := []*[]float64{&h.RawOnboardingPiB, &h.RenewalRate, &h.FILPlusRate, &h.BaseFeeNanoFIL}
	for _, s := range series {
		*s = make([]float64, days)
	}
	at := func(column []float64, row int) float64 {
		if row < 0 || row >= len(column) {
			return math.NaN()
		}
		return column[row]
	}
	for i := range days {
		d := h.First + day.Day(i)
		row := t.Row(d)
		raw := at(t.OnboardedRawPiB, row)
		h.RawOnboardingPiB[i], h.RenewalRate[i] = raw, at(t.RenewalRate, row)
		h.FILPlusRate[i] = math.NaN()
		if deal := model.DealPower(raw, at(t.OnboardedQAPiB, row)); raw > 0 && !math.IsNaN(deal) {
			h.FILPlusRate[i] = min(1, deal/raw)
		}
		h.BaseFeeNanoFIL[i] = math.NaN()
		if d >= burnExactFrom && d < snapshot {
			h.BaseFeeNanoFIL[i] = t.ImpliedBaseFee(row)
		}
	}
	return h
}

// of is what was published of an assumption, nil for one without a history.
func (h *History) of(name string) []float64 {
	switch name {
	case "fil_plus_rates":
		return h.FILPlusRate
	case "raw_onboarding_pib":
		return h.RawOnboardingPiB
	case "renewal_rate":
		return h.RenewalRate
	case "base_fee_nanofil":
		return h.BaseFeeNanoFIL
	}
	return nil
}

// LowEnd and HighEnd are the quantiles of its history between which an input is varied.
const LowEnd, HighEnd = 0.1, 0.9

// Spread is the range of an input in its history: from its 10th to its 90th percentile.
type Spread struct {
	Low, High   float64
	Values      int     // days with a value
	First, Last day.Day // the oldest and the newest of them
}

// spread is that of one of the history's series.
func (h *History) spread(name string, series []float64) (Spread, error) {
	var out Spread
	values := make([]float64, 0, len(series))
	for i, v := range series {
		if math.IsNaN(v) {
			continue
		}
		if len(values) == 0 {
			out.First = h.First + day.Day(i)
		}
		out.Last = h.First + day.Day(i)
		values = append(values, v)
	}
	if len(values) == 0 {
		return out, &fault.Fault{Code: fault.HistoryNone, Field: name, Pairs: []string{"first", h.First.String(), "last", h.Last.String()}}
	}
	slices.Sort(values)
	out.Low, out.High, out.Values = quantile(values, LowEnd), quantile(values, HighEnd), len(values)
	return out, nil
}

// quantile is that of sorted values, at least one, with straight lines between them: the usual definition 7
// of Hyndman and Fan (1996).
func quantile(sorted []float64, p float64) float64 {
	below, part := rank(len(sorted), p)
	if part == 0 {
		return sorted[below]
	}
	return sorted[below] + float64(part*(sorted[below+1]-sorted[below]))
}

// rank is where a quantile of n sorted values lies: at index below, or a part of the way to the next.
func rank(n int, p float64) (below int, part float64) {
	at := float64(p * float64(n-1)) // rounded before a difference is taken, on every machine
	below = min(int(at), n-1)
	if part = at - float64(below); below == n-1 {
		part = 0
	}
	return below, part
}
