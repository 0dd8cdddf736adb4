package explore

import (
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/steps"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/method"
)

// Explain shows a chain of a result; run is the index of its FIL+ rate. at is the curve that the cursor was on, nil
// for none.
func Explain(t *method.Text, words *Text, chain []steps.Step, on day.Day, r *sim.Result, rates []string, run int,
	at *Pointed) *ask.Explained {
	title, lead := t.Heading(on, rates[run])
	out := &ask.Explained{Title: title, Lead: lead, Rates: rates, Rate: run + 1, First: r.Start.String(),
		Last: r.Date(r.Days - 1).String()}
	step := ""
	if at != nil {
		out.Pointed, step = at.said(t), at.Step
	}
	out.Results, out.Groups = method.Chain(t, chain, step,
		func(field string) string { return words.Inputs[field].Label })
	return out
}
