package page

import (
	"math"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// Pinned is a run that stays on the hero chart while the reader goes on: the curves of the FIL+ rate that the
// headline spoke of.
type Pinned struct {
	Preset string // its name, "" for assumptions of the reader's own
	Query  string // its link

	whole  bool // the link carries all of it
	own    *Own // the reader's figures that it is based on, nil for the published ones
	result *sim.Result
	run    int
}

// Pin keeps the present run on the chart, in the place of one that was pinned before.
func (p *Page) Pin() {
	p.Settle()
	query, tooLong := p.Link()
	p.Pinned = &Pinned{Preset: p.Preset(), Query: query, whole: !tooLong && p.Own == nil, own: p.Own, result: p.Result,
		run: Focus(p.Result)}
}

// Unpin takes the pinned run off the chart.
func (p *Choices) Unpin() {
	p.Settle()
	p.Pinned = nil
}

// BackToPinned opens the pinned run again, in the language that the page speaks by now.
func (p *Choices) BackToPinned() {
	spoken := p.Language
	p.Open(p.Pinned.Query)
	p.Language = spoken
}

// pinnedLabel names the pinned run, "" where there is none, and its figures where those in use by now are others.
func (p *composer) pinnedLabel() string {
	if p.Pinned == nil {
		return ""
	}
	label := p.Text.Pin.Own
	if words, ok := p.Text.Preset[p.Pinned.Preset]; ok {
		label = words.Label
	}
	rate := p.rateText(p.Pinned.result.Runs[p.Pinned.run].FILPlusRate)
	apart := func(of string) string { return words.Fill(p.Text.Pin.Label, "run", label, "rate", of) }
	label = apart(rate)
	hash := func(own *Own) string {
		if own == nil {
			return ""
		}
		return own.Hash
	}
	switch of := hash(p.Pinned.own); of {
	case hash(p.Own):
		return label
	case "":
		return apart(p.Text.Pin.Published)
	default:
		return apart(words.Fill(p.Text.Pin.OwnFigures, "hash", of))
	}
}

// layPinned puts the pinned run's two curves on the present date axis, in the present view's units, and reports
// whether they have gaps there.
func (plot *Plot) layPinned(p *composer, c curves, status, direct []float64) (gaps bool) {
	pinned := p.Pinned
	run := &pinned.result.Runs[pinned.run]
	shift := int(p.Result.Start - pinned.result.Start)
	if c.offset {
		shift -= pinned.result.Scenario.SmoothingDays
	}
	for i, dst := range [][]float64{status, direct} {
		values := [](func(*sim.RateRun) []float64){c.status, c.direct}[i](run)
		var basis []float64
		if c.denominator != nil {
			basis = [](func(*sim.RateRun) []float64){c.denominator, c.directBasis}[i](run)
		}
		for t := range dst {
			dst[t] = math.NaN()
			if k := t + shift; k >= 0 && k < len(values) {
				if k < len(basis) && basis[k] <= 0 {
					gaps = true
				} else {
					dst[t] = values[k] * c.scale
				}
			}
		}
	}
	return gaps
}
