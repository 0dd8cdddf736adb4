package evidence

import (
	"math"
	"strconv"
	"strings"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/model/validate"
	"github.com/gasburden/gasburden/sim/evidence"
)

// about is a number with two digits, as a model of orders of magnitude deserves: 640, 0.76, 0.0041.
func about(v float64) string {
	if v == 0 || math.IsNaN(v) {
		return "–"
	}
	two, _ := strconv.ParseFloat(numbers.Scientific(v, 2), 64)
	return numbers.Grouped(numbers.Exact(two))
}

// measured are the values that texts on direct onboarding and on the price of gas fill in.
func measured(e *evidence.Evidence, text *Text) map[string]string {
	date, share := text.Page.LongDate, func(v float64) string { return percent(v, 1, text) }
	d, p := e.Direct, e.Price
	least, most := 1.0, 0.0
	for _, m := range d.Months {
		least, most = min(least, m.Share), max(most, m.Share)
	}
	gas := func(i int) string { return numbers.Places(d.Publishing[i].MgasPerDeal, 0) }
	h, l := &p.Hindsight, &p.Load
	return map[string]string{
		"direct": share(d.Share), "directOfDeals": share(d.OfDeals), "directLeast": percent(least, 0, text),
		"directMost": percent(most, 0, text), "directFirst": date(d.First), "directLast": date(d.Last),
		"directDays": strconv.Itoa(d.Days), "beforeFirst": date(d.Publishing[0].First), "beforeLast": date(d.First - 1),
		"gasOfPiB": share(-d.Change.GasPerPiB), "gasOfDeal": share(-d.Change.GasPerDeal),
		"dealsOfPiB": share(-d.Change.DealsPerPiB), "gasBefore": gas(0), "gasBetween": gas(1), "gasSince": gas(2),
		"gasSinceFirst": date(d.Publishing[2].First),

		"levels": date(p.LevelsOf), "powers": numbers.Places(p.PowersOfTen, 1),
		"constantPowers": numbers.Places(p.ConstantPowersOfTen, 1), "constant": numbers.Exact(p.ConstantNanoFIL),
		"months": strconv.Itoa(len(p.Months)), "withinTen": strconv.Itoa(p.WithinTen),
		"withinHundred": strconv.Itoa(p.WithinHundred),
		"monthsFirst":   text.Page.MonthOf(p.Months[0].First),
		"monthsLast":    text.Page.MonthOf(p.Months[len(p.Months)-1].First),

		"oldLevels": date(h.LevelsOf), "hindsightFirst": date(h.First), "hindsightLast": date(h.Last),
		"hindsightForecast": about(h.ForecastFIL), "hindsightRealised": about(h.RealisedFIL),
		"hindsightDay": date(h.Day), "dayForecast": about(h.DayForecast), "dayRealised": about(h.DayRealised),
		"atGas": about(h.AtGasFIL),

		"loadFirst": date(l.First), "loadLast": date(l.Last), "loadDays": strconv.Itoa(l.Score.Days),
		"loadError": share(l.Score.WAPE), "loadBias": signed(l.Score.Bias, text),
		"brier": numbers.Places(l.Unskilled.Brier, 3), "brierBase": numbers.Places(l.Unskilled.BaseRateBrier, 3),
		"brierDays": strconv.Itoa(l.Unskilled.Days),
	}
}

// figures are the charts of direct onboarding and of the price of gas, by the id of their place.
func figures(e *evidence.Evidence, text *Text) map[string]string {
	return map[string]string{"direct": directPlot(e, text), "price": pricePlot(e, text)}
}

func directPlot(e *evidence.Evidence, text *Text) string {
	p := monthPlot{level: e.Direct.Share, text: text,
		label: func(v float64) string { return percent(v, 0, text) }}
	var spoken []string
	s := monthSeries{name: "mean", label: text.Direct.Key}
	for _, m := range e.Direct.Months {
		p.months, s.values = append(p.months, m.First), append(s.values, m.Share)
		spoken = append(spoken, text.Page.MonthOf(m.First)+" "+percent(m.Share, 1, text))
	}
	p.series = []monthSeries{s}
	p.spoken = text.Chart["direct"].Title + text.Words["colon"] + strings.Join(spoken, text.Page.ListMark)
	return p.String()
}

func pricePlot(e *evidence.Evidence, text *Text) string {
	p := monthPlot{powers: true, text: text, label: about}
	key := text.Price.Key
	var forecast, mean, median, constant []float64
	var spoken []string
	for _, m := range e.Price.Months {
		p.months = append(p.months, m.First)
		forecast, mean = append(forecast, m.ForecastFIL), append(mean, m.MeanFIL)
		median, constant = append(median, m.MedianFIL), append(constant, m.ConstantFIL)
		spoken = append(spoken, fill(text.Price.Spoken, map[string]string{"month": text.Page.MonthOf(m.First),
			"forecast": about(m.ForecastFIL), "mean": about(m.MeanFIL)}))
	}
	p.series = []monthSeries{{"forecast", key[0], forecast}, {"mean", key[1], mean}, {"median", key[2], median},
		{"constant", key[3], constant}}
	p.spoken = text.Chart["price"].Title + text.Words["colon"] + strings.Join(spoken, text.Words["spokenMark"])
	return p.String()
}

// Parts are what the methodology page says of what was measured: what publishing has cost, how much goes direct, and
// how well the price of gas holds. Each is a section's id, its title, and what follows that as HTML.
func Parts(e *evidence.Evidence, text *Text) [][3]string {
	part := func(id, title string, write func(w *writer)) [3]string {
		w := newWriter(e, text)
		write(w)
		return [3]string{id, title, w.String()}
	}
	return [][3]string{
		part("cost", text.Cost.Title, func(w *writer) { w.cost(e.Cost, text) }),
		part("direct", text.Chart["direct"].Title, func(w *writer) { w.direct(e, text) }),
		part("price", text.Chart["price"].Title, func(w *writer) { w.price(e, text) }),
		part("hindsight", text.Network.Title, func(w *writer) { w.network(e, text) }),
	}
}

// direct is how much goes direct, by month, and what became of the gas of publishing.
func (w *writer) direct(e *evidence.Evidence, text *Text) {
	w.Tag("p", "", text.Chart["direct"].Say)
	w.Line(directPlot(e, text))
	var rows [][]string
	for _, m := range e.Direct.Months {
		rows = append(rows, []string{text.Page.MonthOf(m.First), strconv.Itoa(m.Days), percent(m.Share, 1, text),
			percent(m.OfDeals, 1, text)})
	}
	rows = append(rows, []string{text.Direct.All, strconv.Itoa(e.Direct.Days), percent(e.Direct.Share, 1, text),
		percent(e.Direct.OfDeals, 1, text)})
	w.grid(text.Chart["direct"].Title, &text.Direct.GridText, rows)
	w.Tag("p", "", text.Direct.Cause)
}

// price is how well the price that follows block space holds, and what of it was not shown to work.
func (w *writer) price(e *evidence.Evidence, text *Text) {
	t, title := &text.Price, text.Chart["price"].Title
	w.Tag("p", "", t.Lead)
	var rows [][]string
	for _, s := range e.Price.Steps {
		row := []string{w.span(t.Period, s.First, s.Last, text), strconv.Itoa(s.Own.Days),
			numbers.Places(s.KneeTgas, 1), numbers.Places(s.WidthTgas, 1)}
		for _, score := range []*validate.StepScore{&s.Own, &s.Other} {
			row = append(row, percent(score.Accuracy, 0, text), fill(t.Against, map[string]string{
				"score": numbers.Places(score.Brier, 3), "base": numbers.Places(score.BaseRateBrier, 3)}))
		}
		rows = append(rows, row)
	}
	w.grid(title, &t.Steps, rows)
	w.Tag("p", "", text.Chart["price"].Say)
	w.Line(pricePlot(e, text))
	rows = nil
	for _, m := range e.Price.Months {
		rows = append(rows, []string{text.Page.MonthOf(m.First), numbers.Places(m.OnboardedPiB, 2),
			numbers.Places(m.LoadTgas, 1), text.Page.Percent(about(100 * m.Priced)), about(m.ForecastFIL),
			about(m.MeanFIL), about(m.MedianFIL), about(m.ConstantFIL), strconv.Itoa(m.Days)})
	}
	w.grid(title, &t.Months, rows)
	w.Tag("p", "", t.Hindsight)
	w.Tag("p", "", t.Load)
	w.Tag("p", "", t.Unskilled)
}

// grid writes a table whose rows begin with their names, and a note below it.
func (w *writer) grid(title string, text *GridText, rows [][]string) {
	w.table(title, text.Caption, text.Heads, text.Note, rows)
}
