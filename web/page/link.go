package page

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// SetView takes up the view of a link of a version; what it leaves out goes to the default.
func (p *Choices) SetView(v *link.View, version int) {
	p.Denominator, p.GasUnit, p.Band, p.BandOf = standard(version), GasInFIL, defaultBand, BandOfDays
	if v.Chart != "" {
		p.Denominator = words.Denominator(v.Chart)
	}
	if v.Unit != "" {
		p.GasUnit = v.Unit
	}
	if v.Band != "" {
		p.Band = bandNamed(v.Band)
	}
	if v.BandOf != "" {
		p.BandOf = v.BandOf
	}
	if p.Scale = v.Scale; p.Scale == "" {
		p.Scale = link.DefaultScale(version)
	}
	p.Hidden = map[string]bool{}
	for _, name := range v.Hidden {
		p.Hidden[name] = true
	}
	p.Zoom = v.Zoom
	p.EmbedControls = v.Controls
	p.Ensemble = v.Ensemble
	p.ask(v.Cost)
}

// standard is what the hero chart divides by unless the reader chose: in the first version by the net flow.
func standard(version int) words.Denominator { return words.Denominator(link.DefaultChart(version)) }

// turn lets the hero chart follow to the defaults of another version, unless the reader chose what it divides by.
func (p *Choices) turn(version int) {
	if p.Denominator == standard(p.Scenario.Version) {
		p.Denominator = standard(version)
	}
	if p.Scale == link.DefaultScale(p.Scenario.Version) {
		p.Scale = link.DefaultScale(version)
	}
}

// State is what a link to the picture carries.
func (p *Choices) State() (link.State, error) {
	overrides, err := p.Scenario.Differences(p.in)
	return p.stateOf(overrides), err
}

// stateOf is State where it is known how the scenario differs from the defaults.
func (p *Choices) stateOf(overrides assumption.Overrides) link.State {
	question := p.asking.Question
	s := link.State{
		Snapshot: p.SnapshotName(), Edition: p.edition, Overrides: overrides, Language: p.Language,
		View: link.View{Chart: string(p.Denominator), Unit: p.GasUnit, Band: bandName(p.Band), BandOf: p.BandOf,
			Scale: p.Scale, Zoom: p.Zoom, Controls: p.EmbedControls, Ensemble: p.Ensemble, Cost: &question,
			Pins: p.pinsOfLink()},
	}
	if p.Own != nil {
		s.Own = p.Own.Own
	}
	for _, name := range link.Kinds {
		if p.Hidden[name] {
			s.View.Hidden = append(s.View.Hidden, name)
		}
	}
	for i := range p.RateCount() {
		if name := strconv.Itoa(i + 1); p.Hidden[name] {
			s.View.Hidden = append(s.View.Hidden, name)
		}
	}
	return s
}

// Link is the query string that brings the picture back. tooLong says that the scenario has to travel as
// a file; the query then names snapshot and view only.
func (p *Choices) Link() (query string, tooLong bool) {
	s, err := p.State()
	if err != nil {
		panic("page: " + err.Error())
	}
	return linkOf(s)
}

func linkOf(s link.State) (query string, tooLong bool) {
	query, err := link.Encode(s)
	if errors.Is(err, link.ErrTooLong) && len(s.View.Pins) > 0 {
		s.View.Pins = nil
		query, err = link.Encode(s)
	}
	if errors.Is(err, link.ErrTooLong) {
		s.Overrides = nil
		query, err = link.Encode(s)
		tooLong = true
	}
	if err != nil {
		panic("page: " + err.Error()) // a legal scenario can be written
	}
	return query, tooLong
}

// Places are the addresses that results are quoted with. They end in a slash.
type Places struct {
	Page  string // the folder of the page
	Cards string // of a Worker that draws a card for any link, "" where there is none
}

// PageFile is the page of a preset that was made in a language, below the folder of the page: "" is that folder's own,
// the default's in English.
func PageFile(preset, language string) string {
	if preset == assumption.DefaultPreset().Name {
		if preset = "index"; language == "" {
			return ""
		}
	}
	if language != "" {
		preset += "-" + language
	}
	return preset + ".html"
}

// Address is the page's address with its link. tooLong says that the scenario is not in it.
func (p *Choices) Address() (address string, tooLong bool) {
	query, tooLong := p.Link()
	return p.addressOf(query, p.Preset()), tooLong
}

// addressOf is the address of a link whose assumptions are those of a preset, "" for none.
func (p *Choices) addressOf(query, preset string) string {
	return p.Places.Page + p.file(preset) + "?" + query
}

// file is where the link opens. What other sites show of it stands in the file, so it is that of the preset, if its
// picture is on show, and of the language. A Worker answers for the link itself.
func (p *Choices) file(preset string) string {
	if p.Places.Cards == p.Places.Page {
		return ""
	}
	preset = p.pictured(preset)
	if preset == "" {
		preset = assumption.DefaultPreset().Name // its page says no number
	}
	return PageFile(preset, p.Text.Spoken())
}

// pictured is the preset if its card is that of the picture on show, else "".
func (p *Choices) pictured(preset string) string {
	if p.edition == p.lastEdition().Number && p.Denominator == standard(p.Scenario.Version) && p.Own == nil {
		return preset
	}
	return ""
}

// cardAddress is the address as a person types it, for pictures.
func (p *Choices) cardAddress() string {
	_, bare, found := strings.Cut(p.Places.Page, "://")
	if !found {
		return ""
	}
	return strings.TrimSuffix(bare, "/")
}

// image is the address of a picture of the result, or "". There is none of a reader's own figures: whoever draws
// from an address has the published ones.
func (p *Choices) image(query string, tooLong bool, preset string) string {
	if p.Own != nil {
		return ""
	}
	if p.Places.Cards != "" && !tooLong {
		return p.Places.Cards + "card.png?" + query
	}
	// The presets' pictures are part of every copy of the page.
	if preset := p.pictured(preset); preset != "" {
		folder := "cards/"
		if tag := p.Text.Spoken(); tag != "" {
			folder += tag + "/"
		}
		return p.Places.Page + folder + preset + ".png"
	}
	return ""
}

// FileName names a file after the scenario: the preset, or what differs from the defaults.
func (p *Choices) FileName(extension string) string {
	name := "gasburden-" + p.SnapshotName()
	if p.Own != nil {
		name += "-own-" + p.Own.Hash
	}
	if preset := p.Preset(); preset != "" {
		name += "-" + preset
	} else if overrides, err := p.Scenario.Differences(p.in); err == nil {
		for _, f := range assumption.Rows() { // in a fixed order
			if raw, ok := overrides[f.Name]; ok {
				value := string(raw)
				if len(value) > 20 {
					value = "varies"
				}
				if f.Link == "" { // the version, which is last
					name += "-v" + value
					continue
				}
				name += "-" + f.Link + "-" + value
			}
		}
	}
	if p.Denominator != standard(p.Scenario.Version) {
		name += "-by-" + string(p.Denominator)
	}
	safe := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '.':
			return r
		case r == ',' || r == '_':
			return '-'
		}
		return -1
	}, name)
	const longest = 100
	return strings.TrimRight(safe[:min(len(safe), longest)], "-.") + "." + extension
}

// ScenarioFile is the scenario as a file for this page and the command line: all fields that differ from
// the defaults, and the snapshot. It does not carry a reader's own figures, but says that it was made with them.
func (p *Choices) ScenarioFile() []byte {
	overrides, err := p.Scenario.Differences(p.in)
	if err != nil {
		panic("page: " + err.Error())
	}
	overrides["snapshot"] = quoted(p.SnapshotName())
	if p.Own != nil {
		overrides[assumption.OwnFigures] = p.Own.member()
	}
	data, err := json.MarshalIndent(overrides, "", "  ")
	if err != nil {
		panic("page: " + err.Error())
	}
	return append(data, '\n')
}
