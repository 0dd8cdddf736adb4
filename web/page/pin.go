package page

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// Pinned is a run that stays on the hero chart while the reader goes on: the curves of the FIL+ rate that the
// headline spoke of. It is made once, and none of what it says changes.
type Pinned struct {
	link.Pin
	Preset string // its name, "" for assumptions of the reader's own

	edition int
	own     *Own               // the reader's figures that it is based on, nil for the published ones
	in      *assumption.Inputs // nil while they are on their way
	asked   bool               // they are
	long    bool               // no link carries it
	result  *sim.Result        // of Page.Update, while it is pinned
	run     int
	changed []*assumption.Row // those of its own, none of a preset's
}

// Pin keeps the present run on the chart.
func (p *Choices) Pin() {
	p.Settle()
	if !p.CanPin() {
		return
	}
	differs, err := p.Scenario.Differences(p.in)
	if err != nil {
		panic("page: " + err.Error())
	}
	pin := &Pinned{Pin: link.Pin{Snapshot: p.SnapshotName(), Overrides: differs}, Preset: p.Preset(),
		edition: p.edition, own: p.Own, in: p.in}
	_, pin.long = linkOf(link.State{Snapshot: pin.Snapshot, Overrides: differs})
	p.Pins = append(slices.Clip(p.Pins), pin)
}

// CanPin reports whether another run can be pinned.
func (p *Choices) CanPin() bool { return len(p.Pins) < link.MaxPins }

// Unpin takes a pinned run off the chart, by its place.
func (p *Choices) Unpin(i int) {
	p.Settle()
	p.Pins = slices.Delete(slices.Clone(p.Pins), i, i+1)
}

// NamePin gives a pinned run the reader's name.
func (p *Choices) NamePin(i int, name string) {
	p.Settle()
	pin := *p.Pins[i]
	pin.Name = link.PinName(name)
	p.Pins = slices.Clone(p.Pins)
	p.Pins[i] = &pin
	p.hand = "pin"
}

// BackToPinned opens a pinned run again; how the page looks at it stays.
func (p *Choices) BackToPinned(i int) {
	pin := p.Pins[i]
	if p.Settle(); pin.in == nil {
		return
	}
	p.ClearNotes()
	p.stay()
	p.dropping = false
	p.clearControls()
	p.turn(pin.Overrides.Version())
	p.edition, p.Own, p.in = pin.edition, pin.own, pin.in
	overrides := maps.Clone(pin.Overrides)
	overrides["snapshot"] = quoted(pin.Snapshot)
	p.begin(overrides)
	p.mustAdopt(overrides)
	p.noteWithoutControl()
}

// takePins takes up the pins of a link, for an edition.
func (p *Choices) takePins(pins []link.Pin, edition int) {
	p.Pins = nil
	for _, pin := range pins {
		p.Pins = append(p.Pins, &Pinned{Pin: pin, Preset: presetOf(pin.Overrides, pin.Snapshot, nil), edition: edition,
			own: p.Own})
	}
}

// carries reports whether the page's link carries a pin: it names one edition, and no figures but those that it says
// it was made with.
func (p *Choices) carries(pin *Pinned) bool {
	return pin.edition == p.edition && hash(pin.own) == hash(p.Own) && !pin.long
}

// pinsOfLink are those that a link carries.
func (p *Choices) pinsOfLink() (out []link.Pin) {
	for _, pin := range p.Pins {
		if p.carries(pin) {
			out = append(out, pin.Pin)
		}
	}
	return out
}

// pinsLeft says of the pinned runs on show which ones the link does not carry.
func (p *composer) pinsLeft() (out []string) {
	for _, pin := range p.pins() {
		if !p.carries(pin) {
			out = append(out, words.Fill(p.Text.Pin.NotCarried, "run", p.pinLabel(pin)))
		}
	}
	return out
}

// pinQuery is the link of a pinned run by itself, "" where no link carries it.
func (p *Choices) pinQuery(pin *Pinned) string {
	if pin.long || pin.own != nil {
		return ""
	}
	query, _ := linkOf(link.State{Snapshot: pin.Snapshot, Edition: pin.edition, Overrides: pin.Overrides,
		Language: p.Language})
	return query
}

// updatePins computes the pinned runs that were not yet, once their figures are here, and lets go of others.
func (p *Page) updatePins() {
	for _, pin := range p.pinned {
		if !slices.Contains(p.Pins, pin) {
			pin.result = nil
		}
	}
	for _, pin := range slices.Clone(p.Pins) {
		switch {
		case pin.in != nil || p.Loading != "":
		case pin.Snapshot == p.SnapshotName() && pin.edition == p.edition && pin.own == p.Own:
			pin.in = p.in
		case p.Bring != nil && !pin.asked:
			pin.asked = true
			p.Bring(pin.Snapshot, pin.edition, func(in *assumption.Inputs, err error) {
				if pin.in = in; err != nil {
					p.dropPin(pin, err)
				}
				p.Settle()
			})
		}
		if pin.in == nil || pin.result != nil {
			continue
		}
		overrides := maps.Clone(pin.Overrides)
		overrides["snapshot"] = quoted(pin.Snapshot)
		scenario, err := overrides.Resolve(pin.in)
		if err == nil {
			var runner sim.Runner // whose memory goes with the result
			pin.result, err = runner.RunWhole(pin.in, &scenario)
		}
		if err != nil { // a link's values may be out of range
			p.dropPin(pin, unfit(pin.in, overrides))
			continue
		}
		pin.run, pin.changed = Focus(pin.result), nil
		for a, changed := range worthSaying(&scenario, pin.Overrides) {
			if changed && pin.Preset == "" {
				pin.changed = append(pin.changed, a)
			}
		}
	}
	p.pinned = p.Pins
}

// dropPin takes a pin away that cannot be computed, and says why.
func (p *Choices) dropPin(pin *Pinned, err error) {
	p.Pins = slices.DeleteFunc(slices.Clone(p.Pins), func(other *Pinned) bool { return other == pin })
	p.noteFault(func(p *composer) string {
		return words.Fill(p.Text.Pin.Refused, "run", p.pinName(pin), "error", p.say(err))
	})
}

// pins are the pinned runs that can be drawn.
func (p *composer) pins() (out []*Pinned) {
	for _, pin := range p.Pins {
		if pin.result != nil {
			out = append(out, pin)
		}
	}
	return out
}

// pinName is what a pinned run is called: the reader's name, or its default.
func (p *composer) pinName(pin *Pinned) string { return cmp.Or(pin.Name, p.pinDefault(pin)) }

// pinDefault is the name of a pinned run without one of the reader's: what it assumes, where that is one thing, or its
// preset's; with a number where others would be called the same.
func (p *composer) pinDefault(pin *Pinned) string {
	name := p.pinCalled(pin)
	n, of := 0, 0
	for _, other := range p.Pins {
		if other != pin && (other.Name != "" || p.pinCalled(other) != name) {
			continue
		}
		if of++; other == pin {
			n = of
		}
	}
	if of > 1 && n > 0 {
		return words.Fill(p.Text.Pin.Numbered, "run", name, "n", words.Count(n))
	}
	return name
}

func (p *composer) pinCalled(pin *Pinned) string {
	if a, ok := p.pinOnly(pin); ok {
		return words.Fill(p.Text.Pin.Assuming, "label", a.Label, "value", a.Value)
	}
	return cmp.Or(p.Text.Preset[pin.Preset].Label, p.Text.Pin.Own)
}

// pinEnd names a pinned run at the end of its curve, where a name has little room.
func (p *composer) pinEnd(pin *Pinned) string {
	name := p.pinName(pin)
	if a, ok := p.pinOnly(pin); ok && name == p.pinCalled(pin) {
		return a.Value
	}
	return name
}

// pinOnly is the one assumption that a pinned run is called after; ok is false for a preset's run, for one that assumes
// more, or what is too long for a name, and before its figures are here.
func (p *composer) pinOnly(pin *Pinned) (a Assumption, ok bool) {
	if pin.result == nil || len(pin.changed) != 1 {
		return Assumption{}, false
	}
	a = p.ofPinned(pin).assumption(pin.changed[0], true)
	return a, utf8.RuneCountInString(a.Value) <= link.MaxPinName
}

// ofPinned composes of a pinned run, whose figures are here.
func (p *composer) ofPinned(pin *Pinned) *composer {
	return &composer{Choices: p.Choices, in: pin.in, Result: pin.result}
}

// pinLabel says which run is pinned, and whose figures it has where those in use by now are others.
func (p *composer) pinLabel(pin *Pinned) string {
	label := p.pinName(pin)
	and := func(of string) { label = words.Fill(p.Text.Pin.Label, "run", label, "rate", of) }
	if pin.result != nil {
		and(p.rateText(pin.result.Runs[pin.run].FILPlusRate))
	}
	switch of := hash(pin.own); of {
	case hash(p.Own):
	case "":
		and(p.Text.Pin.Published)
	default:
		and(words.Fill(p.Text.Pin.OwnFigures, "hash", of))
	}
	return label
}

// hash tells figures apart, "" for the published ones.
func hash(own *Own) string {
	if own == nil {
		return ""
	}
	return own.Hash
}

// PinRow is how a pinned run looks in the form.
type PinRow struct {
	Name    string // that the reader gave it
	Default string // that it has without one
	Label   string
	Colour  string // style that gives it its curves' colour
	Ready   bool   // its figures are here
}

// pinRows are the pinned runs in the form.
func (p *composer) pinRows() (out []PinRow) {
	for i, pin := range p.Pins {
		colour := "--c:var(--pin-" + strconv.Itoa(i+1) + ")"
		out = append(out, PinRow{pin.Name, p.pinDefault(pin), p.pinLabel(pin), colour, pin.in != nil})
	}
	return out
}

// pinSaid names a pinned run to those who do not see the page: with the assumptions that it is called after, and with
// network and version where those of the run beside it are others.
func (p *composer) pinSaid(pin *Pinned) string {
	text, label := &p.Text.Pin, p.pinLabel(pin)
	var list []string
	if _, named := p.pinOnly(pin); !named || pin.Name != "" {
		of := p.ofPinned(pin)
		for _, a := range pin.changed {
			said := of.assumption(a, true)
			list = append(list, words.Fill(p.Text.Card.Assumption, "label", said.Label, "value", said.Value))
		}
	}
	here, there := &p.Result.Scenario, &pin.result.Scenario
	if there.Snapshot != here.Snapshot {
		list = append(list, words.Fill(text.Network, "snapshot", p.Text.SnapshotLabel(there.Snapshot)))
	}
	if there.Version != here.Version {
		list = append(list, words.Fill(text.Version, "n", words.Count(there.Version)))
	}
	if len(list) == 0 {
		return label
	}
	return words.Fill(text.Differs, "run", label, "list", strings.Join(list, p.Text.ListMark))
}

// pinnedFigure says what the gas of a pinned run comes to in the month that headlines speak of, and that with
// DirectFIL+, by what the page divides by.
func (p *composer) pinnedFigure(pin *Pinned) string {
	run, of := &pin.result.Runs[pin.run], *p
	of.Result = pin.result // whose price says how exact its figures are
	burden, direct := p.monthBurden(run, p.Denominator)
	said := func(v float64) string {
		if math.IsNaN(v) {
			return p.Text.Card.Undefined
		}
		if p.Denominator == words.ByFIL {
			return of.filText(v)
		}
		return of.about() + p.Text.PercentOf(v)
	}
	return words.Fill(p.Text.Pin.Figure, "run", p.pinSaid(pin), "burden", said(burden), "direct", said(direct),
		"month", p.Text.MonthOf(run.Summary.Month), "basis", p.Text.DenominatorShort[p.Denominator])
}

// layPinned puts a pinned run's two curves on the present date axis, in the present view's units, and reports
// whether they have gaps there.
func (plot *Plot) layPinned(p *composer, pinned *Pinned, c curves, status, direct []float64) (gaps bool) {
	run := &pinned.result.Runs[pinned.run]
	shift := int(p.Result.Start - pinned.result.Start)
	if c.offset {
		shift -= pinned.result.Scenario.SmoothingDays
	}
	first := 0 // before it stands what was published
	if plot.Lead != nil {
		first = int(pinned.result.Start-p.Result.Start) + pinned.result.HistoryDays + 1
	}
	for i, dst := range [][]float64{status, direct} {
		values := [](func(*sim.RateRun) []float64){c.status, c.direct}[i](run)
		var basis []float64
		if c.denominator != nil {
			basis = [](func(*sim.RateRun) []float64){c.denominator, c.directBasis}[i](run)
		}
		for t := range dst {
			dst[t] = math.NaN()
			if k := t + shift; t >= first && k >= 0 && k < len(values) {
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
