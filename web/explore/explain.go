package explore

import (
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/steps"
	"github.com/gasburden/gasburden/web/method"
)

// Explained is the chain of steps behind a day's numbers, for the dialog.
type Explained struct {
	Title   string   `json:"title"`
	Pointed string   `json:"pointed,omitempty"` // what the curve under the cursor shows
	Lead    string   `json:"lead"`
	HTML    string   `json:"html"`
	Rates   []string `json:"rates"` // of the scenario, in words
	Rate    int      `json:"rate"`  // number of that which is explained, from 1
	First   string   `json:"first"` // day that can be explained, YYYY-MM-DD
	Last    string   `json:"last"`
}

// Explain shows a chain of a result; run is the index of its FIL+ rate. at is the curve that the cursor was on, nil
// for none.
func Explain(t *method.Text, words *Text, chain []steps.Step, on day.Day, r *sim.Result, rates []string, run int, at *Pointed) *Explained {
	title, lead := t.Heading(on, rates[run])
	out := &Explained{Title: title, Lead: lead, Rates: rates, Rate: run + 1, First: r.Start.String(), Last: r.Date(r.Days - 1).String()}
	step := ""
	if at != nil {
		out.Pointed, step = at.said(t), at.Step
	}
	out.HTML = string(method.ChainHTML(t, chain, step, func(field string) string { return words.Inputs[field].Label }))
	return out
}

// dialog is the frame that a chain is shown in.
func dialog(t *Text) string {
	w := &writer{}
	w.raw(`<div class="steps-head"><h2 id="steps-title" tabindex="-1">`, escape(t.ExplainTitle), `</h2><button type="button" class="quiet" data-close>`, escape(t.Close), `</button></div>`)
	w.raw(`<form class="asking"><p class="field"><label for="steps-on">`, escape(t.ExplainDay), `</label> <input id="steps-on" name="on" type="date" required></p>`)
	w.raw(`<p class="field"><label for="steps-rate">`, escape(t.ExplainRate), `</label> <select id="steps-rate" name="rate"></select></p></form>`)
	w.raw(`<p class="steps-busy" role="status"></p><p id="steps-pointed"></p><p class="summary" id="steps-lead"></p><p class="error" role="alert" hidden></p><div class="steps-chain"></div>`)
	return w.String()
}
