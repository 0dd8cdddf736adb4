package page

import (
	"encoding/json"
	"math"
	"strconv"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/words"
)

// Slider is the view-model of one number of the scenario: a slider with a number field. Shown
// values are in the reader's unit, Scale times the scenario's (100 for shares).
type Slider struct {
	Name  string // suffix of the element ids
	Label string
	Unit  string
	Scale float64
	Whole bool

	Min, Max, Step float64        // of the slider, as shown
	Legal          mechafil.Range // as shown

	Value   float64 // in the scenario, as shown
	Default float64 // as shown
	Source  string  // where the default comes from
	Changed bool    // differs from the default
	Raw     string  // text of the number field
	Err     string  // what is wrong with Raw; the scenario keeps its last good value
	Hidden  bool    // where other choices leave it without effect
	Offers  []Offer // values that are one click away

	OverTime bool // the scenario's value changes, and Value is its first

	of      *sim.Assumption // nil for one FIL+ rate of several
	pending *float64        // shown value that the scenario refused beside others
}

// Offer is a value of a slider with a name, as shown.
type Offer struct {
	Label string
	Value float64
}

// newSlider is the slider of an assumption, without a value yet.
func newSlider(text *words.Text, a *sim.Assumption) *Slider {
	words, scale := text.Control[a.Name], a.Scale()
	return &Slider{
		of: a, Name: a.Name, Label: words.Label, Unit: words.Unit, Scale: scale, Whole: a.Kind == sim.Whole,
		Min: a.Slider.Low, Max: a.Slider.High, Step: a.Slider.Step,
		Legal: mechafil.Range{Min: a.Range.Min * scale, Max: a.Range.Max * scale},
	}
}

// scenarioValue turns a shown value into the scenario's, as JSON.
func (s *Slider) scenarioValue(shown float64) json.RawMessage {
	return json.RawMessage(strconv.FormatFloat(s.unscaled(shown), 'g', -1, 64))
}

func (s *Slider) unscaled(shown float64) float64 {
	if s.Scale == 1 {
		return shown
	}
	// 15 % is 0.15, not 0.15000000000000002: shares come from decimal text.
	return math.Round(shown/s.Scale*1e12) / 1e12
}

// stand takes over the scenario's value (a scalar there) and its default. Text with an error stays
// in the field, and so does text that means the value: while the reader types "5.0" the field must
// not jump to "5".
func (s *Slider) stand(text *words.Text, value, def float64) {
	s.Default, s.Value, s.Changed = s.scaled(def), s.scaled(value), value != def || s.OverTime
	if s.Err != "" {
		return
	}
	shown, problem := s.parse(text, s.Raw)
	if shown = s.meant(shown); problem != "" || shown != s.Value && s.unscaled(shown) != value {
		s.Raw = s.display()
	}
}

// clear forgets what the reader typed and what was wrong with it.
func (s *Slider) clear() { s.Raw, s.Err, s.pending = "", "", nil }

// scaled turns a scenario's value into the shown one: 0.07 is 7 %, not 7.000000000000001.
func (s *Slider) scaled(value float64) float64 {
	if s.Scale == 1 {
		return value
	}
	return math.Round(value*s.Scale*1e10) / 1e10
}

// ValueText is what the slider says of its value aloud.
func (s *Slider) ValueText(text *words.Text) string {
	return text.Measure(words.Entered(s.Value), s.Unit)
}

// Position is the text of the slider's value.
func (s *Slider) Position() string {
	return strconv.FormatFloat(math.Max(s.Min, math.Min(s.Max, s.Value)), 'f', -1, 64)
}

// DefaultMark is the place of the default along the slider, for a tick.
func (s *Slider) DefaultMark() string {
	at := (math.Max(s.Min, math.Min(s.Max, s.Default)) - s.Min) / (s.Max - s.Min)
	return "--default:" + strconv.FormatFloat(at, 'f', 4, 64) + ";--at:" + strconv.FormatFloat((math.Max(s.Min, math.Min(s.Max, s.Value))-s.Min)/(s.Max-s.Min), 'f', 4, 64)
}

// Offer takes a value that the slider has a button for.
func (p *Page) Offer(s *Slider, value float64) {
	s.Raw = words.Entered(value)
	p.set(s, value)
}
