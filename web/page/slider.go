package page

import (
	"encoding/json"
	"errors"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/fault"
	numbers "github.com/gasburden/gasburden/model/number"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/words"
)

// Slider is one number of the scenario: a slider with a number field. Shown values are in the reader's unit, Scale
// times the scenario's (100 for shares). A Field is how it looks.
type Slider struct {
	Name  string // suffix of the element ids
	Scale float64
	Whole bool

	Min, Max, Step float64        // of the slider, as shown
	Legal          mechafil.Range // as shown

	Typed string // text of the number field as the reader wrote it, "" where it shows the scenario's value

	of      *assumption.Row // nil for one FIL+ rate of several
	rate    int             // place of that rate
	problem sentence        // what is wrong with Typed; the scenario is as before that entry
	pending *float64        // shown value that the scenario refused beside others
}

// newSlider is the slider of an assumption.
func newSlider(a *assumption.Row) *Slider {
	scale := a.Scale()
	return &Slider{
		of: a, Name: a.Name, Scale: scale, Whole: a.Kind == assumption.Whole,
		Min: a.Slider.Low, Max: a.Slider.High, Step: a.Slider.Step,
		Legal: mechafil.Range{Min: a.Range.Min * scale, Max: a.Range.Max * scale},
	}
}

// labelOf names a slider, unitOf is the unit of its shown values.
func (p *Choices) labelOf(s *Slider) string {
	if s.of == nil {
		return words.Fill(p.Text.RateLabel, "n", strconv.Itoa(s.rate+1))
	}
	return p.Text.Control[s.Name].Label
}

func (p *Choices) unitOf(s *Slider) string {
	if s.of == nil {
		return "%"
	}
	return p.Text.Control[s.Name].Unit
}

// valueOf is the scenario's value of a slider, and its default; of one that changes over time the first. ok is false
// for a FIL+ rate that is not in use.
func (p *Choices) valueOf(s *Slider) (value, def float64, ok bool) {
	if s.of != nil {
		return s.of.Number(&p.Scenario), p.defaultOf(s.of), true
	}
	if s.rate >= p.RateCount() {
		return 0, 0, false
	}
	value = p.Scenario.FILPlusRates[s.rate][0]
	if rates := p.defaults.FILPlusRates; s.rate < len(rates) {
		return value, rates[s.rate][0], true
	}
	return value, value, true
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

// scaled turns a scenario's value into the shown one: 0.07 is 7 %, not 7.000000000000001.
func (s *Slider) scaled(value float64) float64 {
	if s.Scale == 1 {
		return value
	}
	return math.Round(value*s.Scale*1e10) / 1e10
}

// clear forgets what the reader typed and what was wrong with it.
func (s *Slider) clear() { s.Typed, s.problem, s.pending = "", nil, nil }

// parse reads what a person types into the field: the shown value, or what is wrong with the text.
func (p *Choices) parse(s *Slider, raw string) (shown float64, problem sentence) {
	r := numbers.Typed(raw, p.unitOf(s))
	if r.Reason == numbers.OtherUnit {
		return 0, func(p *composer) string { return p.wrong(s, p.Text.OtherUnit, raw) }
	}
	if r.Reason == numbers.NoNumber {
		r.Value = math.NaN()
	}
	return r.Value, s.refuse(raw, r.Value)
}

// refuse is what is wrong with a value that was read from a text. NaN is no number.
func (s *Slider) refuse(raw string, v float64) sentence {
	switch {
	case math.IsNaN(v) && strings.TrimSpace(raw) == "":
		return func(p *composer) string { return p.wrong(s, p.Text.NoNumber, raw) }
	case math.IsNaN(v):
		return func(p *composer) string { return p.wrong(s, p.Text.NotANumber, raw) }
	case !s.Legal.Contains(v):
		return func(p *composer) string { return p.wrong(s, p.Text.OutOfRange, raw) }
	case s.Whole && v != math.Trunc(v):
		return func(p *composer) string { return p.wrong(s, p.Text.NotWhole, raw) }
	}
	return nil
}

// wrong is a sentence about a text in a field.
func (p *composer) wrong(s *Slider, sentence, raw string) string {
	return words.Fill(sentence, "name", p.labelOf(s), "value", raw, "range",
		p.Text.Between(s.Legal.Min, s.Legal.Max, p.unitOf(s)))
}

// meant is the value that a typed number stands for: the field shows the default rounded, and typed back it means the
// default.
func (p *Choices) meant(s *Slider, shown float64) float64 {
	value, def, _ := p.valueOf(s)
	def = s.scaled(def)
	if rounded, _ := numbers.Strict(words.Entered(def)); shown == rounded && shown != s.scaled(value) {
		return def
	}
	return shown
}

// display is the text by which a field shows the scenario's value: exact, so that it can be read back; but a default
// that is a median, with digits that nobody wants to read, is rounded, see meant; and so is the first of many values.
func (p *Choices) display(s *Slider) string {
	value, def, _ := p.valueOf(s)
	value, def = s.scaled(value), s.scaled(def)
	if p.varies(s) || value == def && s.of != nil && (s.of.Recent != nil || p.Text.Control[s.Name].Source != "") {
		return words.Entered(value)
	}
	return numbers.Exact(value)
}

// varies reports whether the scenario has no one value of a slider, but one for each day.
func (p *Choices) varies(s *Slider) bool {
	if s.of == nil {
		return s.rate < p.RateCount() && overTime(p.Scenario.FILPlusRates[s.rate])
	}
	return overTime(s.of.Path(&p.Scenario))
}

// forgetOldText lets go of typed text that does not mean the scenario's value any more. Other text stays: while the
// reader types "5.0" the field must not jump to "5".
func (p *Choices) forgetOldText() {
	for _, s := range slices.Concat(p.Sliders, p.Rates[:p.RateCount()]) {
		if s.problem != nil {
			continue
		}
		value, _, _ := p.valueOf(s)
		shown, problem := p.parse(s, s.Typed)
		if shown = p.meant(s, shown); problem != nil || shown != s.scaled(value) && s.unscaled(shown) != value {
			s.Typed = ""
		}
	}
}

// SlideNamed moves the slider of a name, see Slide; without one it does nothing.
func (p *Choices) SlideNamed(name, position string) {
	for _, s := range p.allSliders() {
		if s.Name == name {
			p.Slide(s, position)
		}
	}
}

// Slide moves a slider to a position (the text of its value).
func (p *Choices) Slide(s *Slider, position string) {
	v, ok := numbers.Strict(position)
	if !ok {
		v = math.NaN() // no browser sends this
	}
	if problem := s.refuse(position, v); problem != nil {
		s.problem = problem
		return
	}
	if s.problem != nil || p.readAs(s) != "" {
		p.Settle() // what stands beside the field must go
	}
	s.Typed = numbers.Exact(v)
	p.set(s, v)
	p.hand = s.Name
}

// Type takes the text of a number field. Text that is no legal value stays in the field with an error beside it, and
// the picture is again what it was before the entry began.
func (p *Choices) Type(s *Slider, raw string) {
	p.Settle()
	p.enter(s.Name, 0)
	s.Typed = raw
	v, problem := p.parse(s, raw)
	if problem == nil {
		p.set(s, p.meant(s, v))
	} else {
		s.problem, s.pending = problem, nil
	}
	if s.problem != nil {
		p.giveBack(s)
	}
	p.hand, p.entry.since = s.Name, p.overrides
}

// set gives the scenario a shown value.
func (p *Choices) set(s *Slider, shown float64) {
	overrides := maps.Clone(p.overrides)
	if i := s.rate; s.of == nil {
		rates := slices.Clone(p.Scenario.FILPlusRates)
		if i >= len(rates) {
			return // the event of a rate that has just been removed
		}
		rates[i] = mechafil.Constant(s.unscaled(shown))
		overrides["fil_plus_rates"] = mustJSON(rates)
	} else {
		overrides.Put(s.Name, s.scenarioValue(shown))
		if s.Name == "horizon_days" {
			p.stretch(overrides, int(shown))
		}
		if shown == s.scaled(p.defaultOf(s.of)) {
			overrides.Drop(s.Name, &p.defaults) // the default follows the snapshot again
		}
	}
	if err := p.adopt(p.in, overrides); err != nil {
		s.problem, s.pending = refusal(s, p.in, overrides, err), &shown
		return
	}
	p.layOverOpening(s.Name)
	s.problem, s.pending = nil, nil
	p.retry()
}

// refusal is what is wrong with a value that is legal by itself, but not beside the others.
func refusal(s *Slider, in *assumption.Inputs, overrides assumption.Overrides, err error) sentence {
	return func(p *composer) string {
		if errors.Is(err, fault.EndlessRefill) {
			return words.Fill(p.Text.Refill, "name", p.labelOf(s))
		}
		return words.Fill(p.Text.Refused, "name", p.labelOf(s), "error", p.say(unfit(in, overrides)))
	}
}

// retry takes up values that the scenario refused beside others which have changed since.
func (p *Choices) retry() {
	for _, s := range p.Sliders {
		if s.pending != nil {
			shown := *s.pending
			s.pending = nil
			p.Settle()
			p.set(s, shown)
			return
		}
	}
	for _, c := range p.Choosers {
		if c.pending {
			value := c.typed
			if c.clear(); value != c.of.Text(&p.Scenario) {
				p.Choose(c, value)
			}
			return
		}
	}
}

// Reset gives a slider the value back that the reader began with or, where it has that, its default.
func (p *Choices) Reset(s *Slider) {
	p.Settle()
	s.clear()
	overrides := p.takenBack(s)
	if err := p.adopt(p.in, overrides); err != nil { // beside what has changed since
		back := s.scaled(p.beganOf(s))
		s.Typed = words.Entered(back)
		s.problem, s.pending = refusal(s, p.in, overrides, err), &back
		return
	}
	p.layOverOpening(s.Name)
	p.retry()
}

// takenBack is the overrides with that of a slider taken back.
func (p *Choices) takenBack(s *Slider) assumption.Overrides {
	if s.of == nil {
		rates := slices.Clone(p.Scenario.FILPlusRates)
		if p.ratesBegan() {
			rates[s.rate] = p.base.FILPlusRates[s.rate]
		}
		if fresh := p.defaults.FILPlusRates; slices.EqualFunc(rates, fresh, slices.Equal) {
			overrides := maps.Clone(p.overrides)
			overrides.Drop("fil_plus_rates", &p.defaults)
			return overrides
		}
		return p.with("fil_plus_rates", mustJSON(rates))
	}
	overrides := p.without(s.Name, p.moved(s))
	if s.Name == "horizon_days" {
		p.stretch(overrides, assumption.DefaultHorizonDays)
	}
	return overrides
}

// without is the page's overrides less one, which goes back to what the reader began with, or to its default.
func (p *Choices) without(name string, toBegan bool) assumption.Overrides {
	overrides := maps.Clone(p.overrides)
	_, began := p.began[name]
	if _, fee := p.began["base_fee_nanofil"]; name == "price" {
		began = began || fee // which fixes it
	}
	if began && toBegan {
		overrides.Take(name, p.began)
	} else {
		overrides.Drop(name, &p.defaults)
	}
	return overrides
}

// beganOf is the value of a slider that the reader began with.
func (p *Choices) beganOf(s *Slider) float64 {
	_, def, _ := p.valueOf(s)
	switch {
	case s.of == nil && p.ratesBegan():
		return p.base.FILPlusRates[s.rate][0]
	case s.of == nil || s.Name == "horizon_days":
		return def
	}
	return s.of.Number(&p.base)
}

// moved reports whether the reader has changed a slider's value since.
func (p *Choices) moved(s *Slider) bool {
	value, _, _ := p.valueOf(s)
	var path, began mechafil.Path
	if s.of == nil {
		path, began = p.Scenario.FILPlusRates[s.rate], p.base.FILPlusRates[s.rate]
	} else {
		path, began = s.of.Path(&p.Scenario), s.of.Path(&p.base)
	}
	return value != p.beganOf(s) || !slices.Equal(path, began)
}

// ratesBegan reports whether there are as many FIL+ rates as the reader began with.
func (p *Choices) ratesBegan() bool { return len(p.base.FILPlusRates) == p.RateCount() }

// Offer takes a value that the slider has a button for.
func (p *Choices) Offer(s *Slider, value float64) {
	p.Settle()
	s.Typed = words.Entered(value)
	p.set(s, value)
}

func (p *Choices) defaultOf(a *assumption.Row) float64 {
	if a.Name == "horizon_days" {
		return assumption.DefaultHorizonDays
	}
	return a.Number(&p.defaults)
}
