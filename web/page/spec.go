package page

import (
	"encoding/json"
	"reflect"

	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/words"
)

// specify titles the plot and writes its spec.
func (plot *Plot) specify(p *composer, c curves) {
	r, text := p.Result, p.Text
	focus := p.focus()
	plot.Title = words.Fill(text.Chart[plot.ID].Title, "denominator", p.basis(), "what", text.What[r.Scenario.Messages])
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
	for _, words := range [][2]string{
		{"table", text.Table}, {"caption", words.Fill(text.TableCaption, "title", plot.Title)}, {"day", text.TableDay},
		{"zoomOut", text.ZoomOut}, {"canvas", text.Canvas}, {"enter", text.CanvasEnter}, {"history", text.History}, {"forecast", text.Forecast}, {"explain", text.Explain},
		{"spoken", text.Access.Spoken}, {"spokenValue", text.Access.SpokenValue}, {"spokenMark", text.Access.SpokenMark}, {"spokenNone", text.Access.SpokenNone},
		{"unit", p.spokenUnit(plot.ID, c.format)},
	} {
		spec.Text[words[0]] = words[1]
	}
	kind := "" // curves that have no other beside them are not hidden as the status quo
	if c.direct != nil {
		kind = "status"
	}
	for i, name := range names {
		label := name
		if c.direct != nil {
			label += " " + text.StatusQuo
		}
		line(&spec, label, "line", p.endName(r.Runs[i].FILPlusRate), rank[i], p.hides(kind, i))
		chip(&spec, name, rank[i], 1+i)
	}
	// The saving is marked by an arrow, and shaded by nothing: a shade is the band's.
	bare := p.hides(kind, focus) || p.hides("direct", focus) // nothing to mark the saving between
	if c.direct != nil {
		for i, name := range names {
			line(&spec, name+" "+text.Direct, "dash", "", rank[i], p.hides("direct", i))
			spec.Chips[i].Series = []int{1 + i, len(spec.Series)}
		}
		if plot.ID == "hero" && !bare {
			spec.Saving = &chart.Saving{Upper: 1 + focus, Lower: 1 + len(rates) + focus, Color: rank[focus], Text: text.Card.Saved}
		}
	}
	realised := text.Realised
	if c.priced {
		realised = text.RealisedPriced
	}
	line(&spec, realised, "dots", "", -1, p.hides("realised", -1))
	chip(&spec, realised, -1, len(spec.Series))
	spec.Chips[len(names)].Dots = true
	if plot.banded {
		for _, label := range []string{text.BandLow, text.BandHigh} {
			line(&spec, words.Fill(label, "rate", names[focus]), "edge", "", rank[focus], p.hides(kind, focus))
		}
		spec.Bands = append(spec.Bands, chart.Band{Upper: len(spec.Series), Lower: len(spec.Series) - 1, Color: rank[focus]})
	}
	if pinned := p.pinnedLabel(); pinned != "" && plot.ID == "hero" {
		line(&spec, words.Fill(text.Pin.Status, "run", pinned), "pin", text.Pin.End, -1, p.hides("status", -1))
		line(&spec, words.Fill(text.Pin.Direct, "run", pinned), "pindash", "", -1, p.hides("direct", -1))
		chip(&spec, text.Pin.End, -1, len(spec.Series)-1, len(spec.Series))
	}
	plot.Spec = spec
}

// line adds a series.
func line(s *chart.Spec, label, kind, end string, color int, hidden bool) {
	s.Series = append(s.Series, chart.Series{Label: label, Kind: kind, Color: color, End: end, Hidden: hidden})
}

// chip adds an entry of the readout.
func chip(s *chart.Spec, label string, color int, series ...int) {
	s.Chips = append(s.Chips, chart.Chip{Label: label, Color: color, Series: series})
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
	if last := s[plot.ID]; last != nil && reflect.DeepEqual(last, &plot.Spec) {
		return "", nil
	}
	s[plot.ID] = &plot.Spec
	data, err := json.Marshal(&plot.Spec)
	return string(data), err
}
