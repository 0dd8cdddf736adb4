package page

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// Field is how a Slider looks: a slider with a number field. Values are as shown.
type Field struct {
	Slider *Slider // what a move is told

	Name           string // suffix of the element ids
	Label, Unit    string
	Min, Max, Step float64
	Value, Default float64
	Text           string // of the number field
	ReadAs         string // how that was understood, "" where it is plain digits or what the page itself put there
	Error          string // what is wrong with it; the scenario keeps its last good value
	Hint           string // the default and where it comes from
	Source         string // where it comes from
	Changed        bool   // the value differs from the default
	Back           string // of the button that takes it back: from what to what it was changed; "" where it was not
	OverTime       bool   // it changes, and Value is its first
	Hidden         bool   // other choices leave it without effect
	Ask            string // names the button that explains it; "" where it stands with others that have one
	Offers         []Offer

	SliderLabel string // names the slider for those who do not see what stands beside it
	ResetLabel  string // names the button that takes the value back
	RemoveLabel string // and the one that takes a FIL+ rate away
	Spoken      string // what the slider says of its value aloud
	Position    string // of the slider
	Marks       string // its style: the places of value and default along it
	Colour      string // style that gives a FIL+ rate its curve's colour
}

// Offer is a value that is one click away.
type Offer struct {
	Label string
	Value float64
	Taken bool
}

// Field is how a slider looks.
func (p *Choices) Field(s *Slider) Field { return p.words().field(s) }

func (p *composer) field(s *Slider) Field {
	f := p.followed(s)
	f.ReadAs, f.Step = p.readAs(s), s.Step
	if s.of == nil {
		place := strconv.Itoa(s.rate + 1)
		f.SliderLabel, f.RemoveLabel = words.Fill(p.Text.RateSlider, "n", place),
			words.Fill(p.Text.RemoveRate, "n", place)
	} else {
		f.Source = p.source(s.of)
		f.Hint, f.Offers = p.hint(&f), p.offers(s, &f)
		f.SliderLabel = words.Fill(p.Text.Slider, "name", f.Label, "unit", f.Unit)
		f.Ask = p.asks(f.Label)
	}
	f.Spoken = p.Text.Measure(words.Entered(f.Value), f.Unit)
	f.Position = numbers.Exact(f.along(f.Value))
	return f
}

// followed is what of a field changes while its slider moves.
func (p *composer) followed(s *Slider) Field {
	f := Field{
		Slider: s, Name: s.Name, Label: p.labelOf(s), Unit: p.unitOf(s), Min: s.Min, Max: s.Max,
		Error: p.said(s.problem), Text: s.Typed, OverTime: p.varies(s),
	}
	value, def, used := p.valueOf(s)
	f.Value, f.Default, f.Hidden = s.scaled(value), s.scaled(def), !used
	name := s.Name
	if s.of == nil {
		name = "fil_plus_rates"
	} else {
		f.Hidden = s.of.Hidden(&p.Scenario)
	}
	f.Changed = used && (value != def || f.OverTime && p.overrides[name] != nil)
	if f.ResetLabel = f.Label; used && (s.of != nil || p.ratesBegan()) {
		f.Back, f.ResetLabel = p.back(f.Label, words.Entered(s.scaled(p.beganOf(s))), words.Entered(f.Default),
			words.Entered(f.Value), p.moved(s), f.Changed && s.of != nil, f.OverTime, f.Error != "")
	}
	if f.Text == "" && s.problem == nil && used {
		f.Text = p.display(s)
	}
	f.Marks = "--default:" + f.mark(f.Default) + ";--at:" + f.mark(f.Value)
	return f
}

// back is what the button says that takes a value back, to what the reader began with or else to the default, and how
// it is called for those who do not see what it stands under. varies says that one number does not tell the value, and
// refused that what stands in the field is none.
func (p *composer) back(name, began, def, now string, moved, changed, varies, refused bool) (text, label string) {
	from, to := began, p.Text.Undo
	switch {
	case !moved && changed:
		from, to = def, p.Text.ToDefault
	case !moved && !refused:
		return "", name // of a button that is not there
	}
	text = words.Fill(p.Text.Back, "to", to)
	if !varies && !refused {
		text = words.Fill(p.Text.Changed, "from", from, "to", now) + " " + text
	}
	return text, words.Fill(p.Text.BackOne, "back", text, "name", name)
}

// along holds a value within the slider.
func (f *Field) along(v float64) float64 { return math.Max(f.Min, math.Min(f.Max, v)) }

// mark is the place of a value along the slider.
func (f *Field) mark(v float64) string {
	return numbers.Places((f.along(v)-f.Min)/(f.Max-f.Min), 4)
}

// readAs says how text in the field was understood.
func (p *Choices) readAs(s *Slider) string {
	if s.Typed == "" {
		return ""
	}
	r := numbers.Typed(s.Typed, p.unitOf(s))
	if r.Plain || r.Reason != numbers.Readable || s.Typed == p.display(s) {
		return ""
	}
	return words.Fill(p.Text.ReadAs, "n", words.Exactly(r.Value))
}

// hint is the default and where it comes from.
func (p *composer) hint(f *Field) string {
	value := words.Entered(f.Default)
	if f.Unit == "%" || f.Unit == "×" {
		value = p.Text.Measure(value, f.Unit)
	}
	hint := words.Fill(p.Text.Default, "value", value, "source", f.Source)
	if f.OverTime {
		hint = words.Fill(p.Text.Link.OverTime, "default", hint)
	}
	return hint
}

// offers are the values that a slider has a button for: its default and the study's, where that is another.
func (p *composer) offers(s *Slider, f *Field) []Offer {
	if s.of.Study == 0 {
		return nil
	}
	study, standard := s.scaled(s.of.Study), p.Text.Offer[s.Name]
	if p.later(s.of) {
		standard = p.Text.OfferDefault
	}
	return []Offer{
		{words.Fill(standard, "value", words.Entered(f.Default)), f.Default, f.Value == f.Default},
		{words.Fill(p.Text.OfferStudy, "value", words.Entered(study)), study, f.Value == study},
	}
}

// later reports whether the default of an assumption is that of a later version than the first.
func (p *composer) later(a *assumption.Row) bool {
	return a.Later != nil && p.Scenario.Version >= a.Later.Version
}

// source says where a default comes from.
func (p *composer) source(a *assumption.Row) string {
	if p.Scenario.Realises(a) {
		return p.Text.Option[assumption.RealisedInputs]
	}
	if stated := p.Text.Stated[a.Name]; stated != "" && assumption.StatesInputs(p.in, p.Scenario.Version) {
		return stated
	}
	text := p.Text.Control[a.Name].Source
	if said := p.Text.LaterSource[a.Name]; said != "" && p.later(a) {
		return said
	}
	if a.Recent == nil {
		return text
	}
	recent, err := a.Recent(p.in)
	if err != nil {
		return p.say(err)
	}
	return words.Fill(text, "n", strconv.Itoa(recent.Values), "date", p.Text.LongDate(recent.Last), "first",
		p.Text.LongDate(recent.First))
}

// Choice is how a Chooser looks.
type Choice struct {
	Chooser *Chooser // what a move is told

	Name        string // suffix of the element ids
	Label, Hint string
	Kind        assumption.Kind // Choice, Switch or Date
	Options     []Option        // of a Choice
	Value       string          // as in the scenario, or as it is being typed; "true" or "false" for a switch
	Error       string          // what is wrong with it; the scenario keeps its last good value
	Changed     bool            // the scenario's value differs from the default
	Back        string          // of the button that takes it back, see Field
	Hidden      bool            // other choices leave it without effect
	ResetLabel  string          // names the button that takes it back
	Ask         string          // names the one that explains it
}

// Choice is how a chooser looks.
func (p *Choices) Choice(c *Chooser) Choice { return p.words().choice(c) }

func (p *composer) choice(c *Chooser) Choice {
	said, value := p.Text.Control[c.Name], c.of.Text(&p.Scenario)
	tests, whole := p.in.Onboarding, p.Text.WholePercent
	out := Choice{
		Chooser: c, Name: c.Name, Kind: c.Kind, Label: said.Label, Value: value, Error: p.said(c.problem),
		Hint: words.Fill(said.Source,
			"precommit1", whole(tests.PreCommitTests[0]), "precommit2", whole(tests.PreCommitTests[1]),
			"prove1", whole(tests.ProveCommitTests[0]), "prove2", whole(tests.ProveCommitTests[1])),
		Changed: value != c.of.Text(&p.defaults), Hidden: c.of.Hidden(&p.Scenario), Ask: p.asks(said.Label),
	}
	began, def := c.of.Text(&p.base), c.of.Text(&p.defaults)
	out.Back, out.ResetLabel = p.back(said.Label, p.optionText(c, began), p.optionText(c, def), p.optionText(c, value),
		value != began, out.Changed, false, out.Error != "")
	if c.typing || c.problem != nil {
		out.Value = c.typed
	}
	for _, o := range c.of.ChoicesOf(&p.Scenario) {
		out.Options = append(out.Options, Option{o, p.optionText(c, o)})
	}
	return out
}

// optionText is what a value that can be picked, a day or a switch's position is called.
func (p *composer) optionText(c *Chooser, value string) string {
	if on, err := day.Parse(value); err == nil {
		return p.Text.LongDate(on)
	}
	if c.Kind == assumption.Switch {
		return p.Text.Card.OptionName[c.Name+"="+value]
	}
	return p.Text.Option[value]
}
