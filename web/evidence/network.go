package evidence

import (
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/evidence"
)

// network is how wrong the simulated network is, given what happened, and how wrong forecasts would have been.
func (w *writer) network(e *evidence.Evidence, text *Text) {
	t := &text.Network
	w.Tag("p", "", t.Say)
	w.Line(networkPlot(e, text))
	var rows [][]string
	for _, run := range e.Given.Runs {
		row := []string{wayName(run.Way, text)}
		for _, s := range run.Series {
			row = append(row, fill(t.Beside, map[string]string{"error": percent(s.MeanError, 1, text),
				"other": signed(s.End, text)}))
		}
		rows = append(rows, row)
	}
	w.grid(t.Title, &t.Given, rows)
	w.Tag("p", "", t.Forecast)
	rows = nil
	for k, e0 := range e.Rolling.Ways[0].Errors {
		row := []string{text.Chart[chartOf(e0.Figure)].Title, fill(t.After, map[string]string{
			"n": strconv.Itoa(e0.Months)})}
		for _, way := range e.Rolling.Ways {
			of := &way.Errors[k]
			row = append(row, fill(t.Beside, map[string]string{"error": percent(of.MeanAbs, 1, text),
				"other": signed(of.Worst, text)}))
		}
		rows = append(rows, append(row, strconv.Itoa(len(e0.Errors))))
	}
	w.grid(t.Title, &t.Rolling, rows)
}

// chartOf is the chart whose title names a figure.
func chartOf(figure string) string {
	if figure == "gas_publish_ggas" {
		return "input-gas"
	}
	return figure
}

// wayName is a way of simulating.
func wayName(w evidence.Way, text *Text) string {
	t := &text.Network
	start := map[string]string{"start": t.Start[string(w.Start)]}
	if w.LeavingRate == 0 {
		return fill(t.Stays, start)
	}
	start["rate"], start["days"] = percent(w.LeavingRate, 2, text), strconv.Itoa(w.ExtensionDays)
	return fill(t.Leaves, start)
}

// networkPlot is raw power on the last day of each month: as the chain stood, published, and as MechaFIL has it.
func networkPlot(e *evidence.Evidence, text *Text) string {
	h, t := e.Given, &text.Network
	of := func(run int) *evidence.NetworkSeries { return &h.Runs[run].Series[0] }
	mended, own := of(len(h.Runs)-1), of(0)
	p := monthPlot{text: text, label: numbers.Exact}
	var simulated, published, mechafil []float64
	var spoken []string
	for first := h.First; ; first = first.AddMonths(1) {
		on := first.AddMonths(1) - 1
		i := int(on - mended.First)
		if i >= len(mended.Simulated) || math.IsNaN(mended.Realised[i]) {
			break
		}
		p.months = append(p.months, first)
		simulated, published = append(simulated, mended.Simulated[i]), append(published, mended.Realised[i])
		mechafil = append(mechafil, own.Simulated[i])
		eib := func(v float64) string { return numbers.Places(v, 1) }
		spoken = append(spoken, fill(t.Spoken, map[string]string{"month": text.Page.MonthOf(first),
			"simulated": eib(mended.Simulated[i]), "published": eib(mended.Realised[i]),
			"mechafil": eib(own.Simulated[i])}))
	}
	p.series = []monthSeries{{"forecast", t.Key[0], simulated}, {"mean", t.Key[1], published},
		{"constant", t.Key[2], mechafil}}
	p.spoken = t.Title + text.Words["colon"] + strings.Join(spoken, text.Words["spokenMark"])
	return p.String()
}

// hindsight are the values that texts on the simulated network fill in.
func hindsight(e *evidence.Evidence, text *Text) map[string]string {
	date, h, r := text.Page.LongDate, e.Given, e.Rolling
	first, last := &h.Runs[0], &h.Runs[len(h.Runs)-1]
	end := func(i int) day.Day { return first.Series[i].Last }
	mean := func(run *evidence.HindsightRun, i int) string { return percent(run.Series[i].MeanError, 1, text) }
	out := map[string]string{
		"givenFirst": date(h.First), "givenLast": date(h.Last), "givenRawEnd": signed(first.Series[0].End, text),
		"givenRaw": mean(last, 0), "givenRawMechafil": mean(first, 0), "givenSupply": mean(last, 2),
		"givenSupplyMechafil": mean(first, 2), "givenLeaving": percent(last.LeavingRate, 2, text),
		"givenExtension": strconv.Itoa(last.ExtensionDays), "supplyLast": date(end(2)), "gasLast": date(end(4)),
		"originFirst": date(r.Origins[0]), "originLast": date(r.Origins[len(r.Origins)-1]),
		"origins": strconv.Itoa(len(r.Origins)),
	}
	for _, way := range r.Ways {
		for _, of := range way.Errors {
			if of.Months == 12 {
				out[way.Name+"_"+of.Figure] = percent(of.MeanAbs, 0, text)
			}
		}
	}
	return out
}
