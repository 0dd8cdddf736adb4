package page

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/words"
)

// specify titles the plot and writes its spec.
func (plot *Plot) specify(p *composer, c curves) {
	r, text := p.Result, p.Text
	focus := p.focus()
	plot.Title = words.Fill(plot.words(p).Title, "denominator", p.basis(), "what", text.What[r.Scenario.Messages])
	plot.Ask = p.asks(plot.Title)
	rates, names := rates(p.Result), make([]string, len(r.Runs))
	for i := range names {
		names[i] = p.rateText(r.Runs[i].FILPlusRate)
	}
	rank := ranks(rates)
	spec := chart.Spec{
		Title: plot.Title, Format: c.format, FromZero: c.fromZero, Colors: len(rates),
		Snapshot: r.Date(r.HistoryDays).Unix(), RestEntry: plot.restEntry(p),
		Bands: []chart.Band{}, Locale: text.ChartLocale(), Text: map[string]string{},
	}
	explain, enter := "", ""
	if Explained(plot.ID) {
		explain, enter = text.Explain, text.CanvasEnter
	}
	caption := words.Fill(text.TableCaption, "title", plot.Title, "unit", text.Share.Units[plot.Unit])
	for _, words := range [][2]string{
		{"table", text.Table}, {"caption", caption}, {"day", text.TableDay},
		{"zoomOut", text.ZoomOut}, {"canvas", text.Canvas}, {"enter", enter}, {"history", text.History},
		{"forecast", text.Forecast}, {"explain", explain},
		{"spoken", text.Access.Spoken}, {"spokenValue", text.Access.SpokenValue},
		{"spokenMark", text.Access.SpokenMark}, {"spokenNone", text.Access.SpokenNone},
		{"unit", text.Access.Unit[plot.Unit]},
	} {
		spec.Text[words[0]] = words[1]
	}
	kind := "" // curves that have no other beside them are not hidden as the status quo
	if c.direct != nil {
		kind = "status"
	}
	endOf := p.endName
	directEnd := ""
	if plot.ID == Hero && p.Denominator == words.ByFIL {
		if directEnd = text.Direct; len(names) == 1 {
			endOf = func(mechafil.Path) string { return text.Past.Market }
		}
		spec.Text["saved"], spec.Text["scale"] = text.Past.Saved, text.Past.Log
		if p.logarithmic(plot.ID) {
			spec.Floor, spec.Text["scale"] = LogFloor, text.Past.Linear
		}
	}
	if plot.ID == Blocks && plot.Lead != nil && len(names) == 1 { // the layers have their names
		endOf = func(mechafil.Path) string { return "" }
	}
	for i, name := range names {
		label := name
		if c.direct != nil {
			label += " " + text.StatusQuo
		}
		spec.Read(name, spec.Add(chart.Series{
			Label: label, Kind: chart.Line, Color: rank[i], End: endOf(r.Runs[i].FILPlusRate),
			Hidden: p.hides(kind, i),
		}))
	}
	// The saving is marked by an arrow, and shaded by nothing: a shade is the band's.
	bare := p.hides(kind, focus) || p.hides("direct", focus) // nothing to mark the saving between
	if c.direct != nil {
		for i, name := range names {
			end := ""
			if i == focus {
				end = directEnd
			}
			column := spec.Add(chart.Series{Label: name + " " + text.Direct, Kind: chart.Dash, Color: rank[i], End: end,
				Hidden: p.hides("direct", i)})
			spec.Chips[i].Series = append(spec.Chips[i].Series, column)
		}
		if plot.ID == Hero && !bare {
			spec.Saving = &chart.Saving{Upper: 1 + focus, Lower: 1 + len(rates) + focus, Color: rank[focus],
				Text: text.Card.Saved}
		}
		if plot.ID == Hero && p.Denominator == words.ByFIL {
			spec.Area = []int{1 + focus, 1 + len(rates) + focus}
		}
	}
	realised := text.Realised
	if c.priced {
		realised = text.RealisedPriced
	}
	spec.Read(realised, spec.Add(chart.Series{Label: realised, Kind: chart.Dots, Color: -1,
		Hidden: c.unpublished || p.hides("realised", -1)}))
	if plot.banded {
		low, high := text.BandLow, text.BandHigh
		if p.roughly(c) {
			low, high = text.PriceBandLow, text.PriceBandHigh
		} else if p.BandOf == BandOfForecasts {
			low, high = text.ForecastBandLow, text.ForecastBandHigh
		}
		low, high = words.Fill(low, "rate", names[focus]), words.Fill(high, "rate", names[focus])
		spec.Shade(low, high, rank[focus], p.hides(kind, focus))
	}
	if c.layered {
		plot.specifyLayers(p, &spec)
	}
	if plot.ID == Hero {
		for _, pin := range p.pins() {
			name, label, colour := p.pinName(pin), p.pinLabel(pin), slices.Index(p.Pins, pin)
			status, direct := words.Fill(text.Pin.Status, "run", label), words.Fill(text.Pin.Direct, "run", label)
			spec.Read(name,
				spec.Add(chart.Series{Label: status, Kind: chart.Pin, Color: colour, End: p.pinEnd(pin),
					Hidden: p.hides("status", -1)}),
				spec.Add(chart.Series{Label: direct, Kind: chart.PinDash, Color: colour,
					Hidden: p.hides("direct", -1)}))
		}
	}
	spec.Marks = p.marks(c.cliff)
	plot.Spec = spec
}

// marks are the network versions in the span of the result, and the end of vesting where that bends the curves.
func (p *composer) marks(cliff bool) (out []chart.Mark) {
	first, last := p.Result.Start, p.Result.Date(p.Result.Days-1)
	for _, u := range protocol.Upgrades() {
		if on := u.Day(); first < on && on <= last {
			text := p.Text.Upgrade
			if u.Scheduled {
				text = p.Text.UpgradeScheduled
			}
			out = append(out, chart.Mark{X: on.Unix(), Text: words.Fill(text, "version", strconv.Itoa(u.Version))})
		}
	}
	if on := mechafil.VestingEnds; cliff && first < on && on <= last {
		out = append(out, chart.Mark{X: on.Unix(), Text: p.Text.Cliff})
	}
	return out
}

// restEntry is the day that the readout shows while no cursor is on the chart: the middle of the
// month that the headline speaks of.
func (plot *Plot) restEntry(p *composer) int {
	middle := p.Result.Runs[p.focus()].Summary.Month + 14
	return max(0, min(int(middle-p.Result.Start), p.Result.Days-1))
}

// Sent are the specs that the browser has, by chart.
type Sent map[string]*chart.Spec

// Message is a chart's spec as JSON if it differs from the one that was sent last, else "".
func (s Sent) Message(plot *Plot) (string, error) {
	if last := s[plot.ID]; last != nil && last.Equal(&plot.Spec) {
		return "", nil
	}
	s[plot.ID] = &plot.Spec
	data, err := json.Marshal(&plot.Spec)
	return string(data), err
}
