package ask

import (
	"encoding/json"

	"github.com/gasburden/gasburden/web/words"
)

// Pointed is what a day was pointed at on: a chart, one of page.PlotIDs, and kind and number of its curve.
type Pointed struct {
	Chart, Curve string
	Run          int // number of the curve's FIL+ rate, from 1
}

// Dialog explains the numbers of a day, step by step.
type Dialog struct {
	Open  bool
	Shown bool   // by the browser
	Day   string // YYYY-MM-DD, as the field has it
	Rate  int    // number of the FIL+ rate, from 1
	Title string
	Busy  string // what is said while the steps are computed
	Error string
	Chain *Explained // nil for none
	First bool       // the chain is the first since the dialog was opened

	Version, ChainVersion int

	section *Section
	pointed Pointed
	turn    int
	asked   Question // that the chain answers, or the work under way; zero after an error
}

// pins are the curves of pinned runs, and what they are of.
var pins = map[string]string{"pin": "line", "pindash": "dash"}

// Explain opens the dialog for a day that was pointed at.
func (s *Section) Explain(day string, at Pointed) {
	d := &s.Dialog
	d.Open, d.Day, d.pointed = true, day, at
	if d.Title == "" {
		d.Title = s.Words.ExplainTitle
	}
	run := 0
	if at.Curve == "line" || at.Curve == "dash" {
		run = at.Run
	}
	d.load(run, true)
}

// Close is called when the dialog was closed.
func (d *Dialog) Close() {
	d.Open, d.Shown = false, false
	d.changed()
}

// leave closes the dialog, and forgets what it shows in the former language.
func (d *Dialog) leave() {
	if d.Version == 0 {
		return // it was never opened
	}
	*d = Dialog{section: d.section, Shown: d.Shown, turn: d.turn + 1, Version: d.Version + 1,
		ChainVersion: d.ChainVersion + 1}
}

// Words are what the dialog says itself.
func (d *Dialog) Words() *Words { return d.section.Words }

// Site is where the other pages of the site are, "" where they lie beside this one.
func (d *Dialog) Site() string { return d.section.host.View().Site }

func (d *Dialog) changed() {
	d.Version++
	d.section.Version++
}

// Choose takes another day or FIL+ rate. A day that is typed is whole only with its last digit: one outside of the
// range is asked for once it stands.
func (d *Dialog) Choose(day string, rate int, stands bool) {
	d.section.host.Settle()
	d.Day, d.Rate = day, rate
	within := d.Chain == nil || day >= d.Chain.First && day <= d.Chain.Last
	if day != "" && (d.asked.On != day || d.asked.Rate != rate) && (stands || within) {
		d.load(rate, false)
	}
}

func (d *Dialog) request(rate int) Request {
	host := d.section.host
	out := Request{Picture: host.Picture(), Question: Question{On: d.Day, Rate: rate, Chart: d.pointed.Chart,
		Curve: d.pointed.Curve}}
	view, n := host.View(), d.pointed.Run-1
	if curve, pinned := pins[d.pointed.Curve]; pinned && 0 <= n && n < len(view.Pinned) {
		// A pinned run has its own link, and is of the FIL+ rate that its sentences speak of. It is drawn over what all
		// curves are.
		out.Curve, out.Picture = curve, Picture{Query: spoken(keyed(view.Pinned[n], "by", out.Query), view.Language)}
	}
	return out
}

func (d *Dialog) load(rate int, first bool) {
	d.turn++
	turn, request := d.turn, d.request(rate)
	d.asked = Question{On: d.Day, Rate: d.Rate}
	d.Busy = d.section.Words.Explaining
	d.changed()
	d.section.host.Ask("explain", request, func(answer []byte, err error) {
		if turn != d.turn {
			return
		}
		var chain Explained
		if err == nil {
			err = json.Unmarshal(answer, &chain)
		}
		d.Busy, d.First = "", first
		if err != nil {
			d.asked, d.Title = Question{}, d.section.Words.ExplainTitle
			d.Error = words.Fill(d.section.Words.ExplainFailed, "error", err.Error())
			if d.Chain != nil { // the days that can be explained stay known
				d.Chain = &Explained{Rates: d.Chain.Rates, Rate: d.Chain.Rate, First: d.Chain.First, Last: d.Chain.Last}
			}
		} else {
			d.Error, d.Title, d.Chain, d.Rate = "", chain.Title, &chain, chain.Rate
			d.asked = Question{On: d.Day, Rate: d.Rate}
		}
		d.ChainVersion++
		d.section.shownSoFar.Explained++
		d.changed()
	})
}
