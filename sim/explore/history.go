package explore

import (
	"math"
	"slices"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
)

// HistoryDays is how much of the past an input's own history is: two years.
const HistoryDays = 730

// History is what was published of the inputs that have a past, one value a day from First to Last; NaN where
// none was.
type History struct {
	First, Last day.Day

	past, later map[string][]float64 // by the assumption; later of those with a LaterPast
}

// NewHistory takes the last days up to and including a snapshot's from the published figures, which may begin
// later: the rest is NaN. It needs the columns of power onboarded, renewal rate, burn, total gas and fees; columns that
// are not loaded count as not published.
func NewHistory(t *model.Table, snapshot day.Day, days int) *History {
	h := &History{First: snapshot - day.Day(days-1), Last: snapshot, past: map[string][]float64{},
		later: map[string][]float64{}}
	take := func(to map[string][]float64, name string, past func(*model.Table, day.Day, day.Day) float64) {
		if past == nil {
			return
		}
		series := make([]float64, days)
		for i := range series {
			series[i] = past(t, h.First+day.Day(i), snapshot)
		}
		to[name] = series
	}
	for _, a := range assumption.Rows() {
		take(h.past, a.Name, a.Past)
		take(h.later, a.Name, a.LaterPast)
	}
	return h
}

// Of is what was published of an assumption by day, nil for one without a past.
func (h *History) Of(name string) []float64 { return h.past[name] }

// of is Of as scenarios of a version have it.
func (h *History) of(a *assumption.Row, version int) []float64 {
	if a.LaterPast != nil && version >= a.Later.Version {
		return h.later[a.Name]
	}
	return h.past[a.Name]
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
		return out, &fault.Fault{Code: fault.HistoryNone, Field: name,
			Pairs: []string{"first", h.First.String(), "last", h.Last.String()}}
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
