package explore

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/words"
)

// Questions are the cards of the section, by the names that the engine knows, in their order.
var Questions = []string{"tornado", "breakeven", "ensemble", "compare"}

// Section is what the page says before the reader comes near: the title, and what can be asked.
func Section(t *Text) string {
	w := &writer{}
	w.raw(`<h2 id="explore-title" data-text="Explore.Title">`, escape(t.Title), "</h2>\n")
	w.tag("p", ` class="section-hint" data-text="Explore.Lead"`, t.Lead)
	w.raw("\n<div id=\"explore-cards\"></div>\n")
	return w.String()
}

// Data is data/explore.json: the cards with their forms, and the words that explore.js says itself.
func Data(t *Text, page *words.Text) ([]byte, error) {
	return json.Marshal(struct {
		HTML   string            `json:"html"`
		Dialog string            `json:"dialog"`
		Text   map[string]string `json:"text"`
	}{frame(t, page), dialog(t), map[string]string{
		"working": t.Working, "workingLeft": t.WorkingLeft, "cancelled": t.Cancelled, "overtaken": t.Overtaken, "stale": t.Stale, "staleForm": t.StaleForm, "unanswered": t.Unanswered, "failed": t.AskFailed, "explainTitle": t.ExplainTitle, "explaining": t.Explaining, "explainFailed": t.ExplainFailed,
		"start": t.Start, "again": t.StartAgain, "percent": t.TargetPercent, "fil": t.TargetFIL, "percentYear": t.TargetPercentYear, "filDay": t.TargetFILDay, "share": t.Percent,
	}})
}

func frame(t *Text, page *words.Text) string {
	w := &writer{}
	for _, q := range Questions {
		card := t.Card[q]
		w.raw(`<section class="card asked" id="explore-`, q, `" data-question="`, q, `" aria-labelledby="explore-`, q, `-title"><h3 id="explore-`, q, `-title">`, escape(card.Title), "</h3>")
		w.tag("p", ` class="subtitle"`, card.Say)
		w.raw(`<form class="asking">`)
		f := form{w, t, q}
		switch q {
		case "ensemble":
			f.number("runs", t.Runs, strconv.Itoa(explore.DefaultRuns), fill(t.Range, "low", words.Exactly(explore.MinRuns), "high", words.Exactly(explore.MaxRuns)))
			f.number("seed", t.Seed, strconv.Itoa(DefaultSeed), t.SeedHint)
			f.number("block", t.Block, strconv.Itoa(explore.DefaultBlockDays), t.BlockHint)
		case "compare":
			f.label("against", t.Other)
			w.raw(`<input id="explore-compare-against" name="against" type="text" inputmode="url" autocomplete="off" spellcheck="false" aria-describedby="explore-compare-against-hint"><span class="hint" id="explore-compare-against-hint">`, escape(t.OtherHint), "</span></p>")
			f.label("preset", t.Preset)
			w.raw(`<select id="explore-compare-preset" name="preset"><option value="">`, escape(t.PresetNone), "</option>")
			for _, p := range sim.Presets() {
				w.raw(`<option value="`, escape(p.Name), `">`, escape(page.Preset[p.Name].Label), "</option>")
			}
			w.raw("</select></p>")
		}
		if q != "ensemble" {
			f.figure()
			f.rate()
		}
		if q == "breakeven" {
			f.input()
			f.label("target", fill(t.Target, "unit", "<output></output>"))
			f.typed("target", "1", "decimal", "")
		}
		start := t.Start
		if q == "compare" {
			start = t.Compare
		}
		if q == "ensemble" || q == "compare" {
			w.raw(`<p class="go"><button type="submit" class="main">`, escape(start), "</button></p>")
		}
		w.raw(`</form><div class="work" hidden><label for="explore-`, q, `-progress" class="work-said"></label><progress id="explore-`, q, `-progress" max="1" value="0"></progress><button type="button" class="quiet cancel">`, escape(t.Cancel),
			`</button></div><p class="stale" hidden><span class="stale-said"></span> <button type="button" class="quiet again">`, escape(t.StartAgain), `</button></p><p class="error" role="alert" hidden></p><p class="work-note" role="status"></p><div class="answer"></div></section>`)
	}
	return w.String()
}

// form writes labelled controls.
type form struct {
	w *writer
	t *Text
	q string
}

// label opens a field. A label may hold an empty output, which explore.js fills.
func (f form) label(name, text string) {
	text = strings.Replace(escape(text), "&lt;output&gt;&lt;/output&gt;", `<span class="unit-name"></span>`, 1)
	f.w.raw(`<p class="field" data-field="`, name, `"><label for="explore-`, f.q, "-", name, `">`, text, "</label> ")
}

// number is a field of a whole number, which the engine reads.
func (f form) number(name, label, value, hint string) {
	f.label(name, label)
	f.typed(name, value, "numeric", hint)
}

// typed is a field whose text the engine reads as a number. How it was read stands in the place of the hint.
func (f form) typed(name, value, mode, hint string) {
	id := "explore-" + f.q + "-" + name
	f.w.raw(`<input id="`, id, `" name="`, name, `" type="text" inputmode="`, mode, `" value="`, value, `" autocomplete="off" spellcheck="false" data-typed aria-describedby="`, id, `-hint">`,
		`<span class="hint" id="`, id, `-hint" ><b class="read" role="status"></b><span>`, escape(hint), "</span></span></p>")
}

// figure is a list of all figures, and the day of those of a day.
func (f form) figure() {
	f.label("figure", f.t.Figure)
	f.w.raw(`<select id="explore-`, f.q, `-figure" name="figure">`)
	for _, g := range []string{"month", "mean", "day", "fil"} {
		f.w.raw(`<optgroup label="`, escape(f.t.FigureGroups[g]), `">`)
		for _, figure := range explore.Figures() {
			if groupOf(figure) != g {
				continue
			}
			chosen := ""
			if figure.Name == DefaultFigure {
				chosen = " selected"
			}
			f.w.raw(`<option value="`, figure.Name, `" data-unit="`, figure.Unit, `"`, chosen)
			if figure.OnDay {
				f.w.raw(" data-day")
			}
			f.w.raw(">", escape(f.t.Figures[figure.Name].Label), "</option>")
		}
		f.w.raw("</optgroup>")
	}
	f.w.raw(`</select></p><p class="field" data-field="on" hidden><label for="explore-`, f.q, `-on">`, escape(f.t.On), `</label> <input id="explore-`, f.q, `-on" name="on" type="date"></p>`)
}

// groups are those of the figures that need no day, in their order.
var groups = []string{"month", "mean", "fil"}

// groupOf is where a figure stands in lists.
func groupOf(f explore.Figure) string {
	kind, _, _ := strings.Cut(f.Name, "_")
	switch kind {
	case "mean", "month", "day":
		return kind
	}
	return "fil"
}

func (f form) rate() {
	f.label("rate", f.t.Rate)
	f.w.raw(`<select id="explore-`, f.q, `-rate" name="rate"><option value="0">`, escape(f.t.RateMiddle), "</option></select></p>")
}

func (f form) input() {
	f.label("input", f.t.Input)
	f.w.raw(`<select id="explore-`, f.q, `-input" name="input">`)
	inputs := explore.Inputs()
	for i := range inputs {
		if in := &inputs[i]; in.CanBreakEven() {
			chosen := ""
			if in.Name == DefaultInput {
				chosen = " selected"
			}
			f.w.raw(`<option value="`, in.Name, `"`, chosen, ">", escape(f.t.Inputs[in.Name].Label), "</option>")
		}
	}
	f.w.raw("</select></p>")
}

// The defaults of the forms, as those of the command line.
const (
	DefaultFigure = "month_direct_over_netflow"
	DefaultInput  = "adoption_share"
	DefaultSeed   = 1
)

// MaxSeed is the largest seed: larger whole numbers are not exact in JavaScript.
const MaxSeed = 1<<53 - 1
