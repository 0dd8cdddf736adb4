package page

import (
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// Form is how the page's controls look, and what they say.
type Form struct {
	Presets, MorePresets []Button
	PresetHint           string // of the preset in use, and what it sets, or that was changed; not of the default

	// The view.
	Denominators, Bands, BandsOf, Units []Option
	Denominator, Band, BandOf, Unit     string // the one that is chosen
	Toggles                             []Toggle
	Pins                                []PinRow
	CanPin                              bool

	// The assumptions.
	Snapshots                   []Option
	Snapshot                    string // that is chosen, though it may be on its way
	SnapshotHint, SnapshotError string
	Rates                       []Field // some of them Hidden
	RatesHint, RatesReadAs      string
	CanAddRate, CanRemoveRate   bool
	Groups                      [assumption.Groups]Group
	MoreOpen                    bool
	MoreLabel                   string   // says how many it holds
	Uptake                      []Button // how many deals go direct, in short; none is on where it is otherwise

	// Names of the buttons that explain what no field or choice has.
	AskUnits, AskRates, AskUptake, AskSnapshot string

	// What takes a result elsewhere.
	ShareHint, ShareStatus string
	ShareFailed            bool
	ShareTurn              string // "odd" or "even": it differs from one export that has ended to the next
	CopiedTitle            string
	Copied                 string // what was copied last
	PreviewOpen, EmbedOpen bool
	EmbedChoices           []EmbedChoice
	EmbedKinds             []Option
	EmbedKind              string
	FileError              string
	OwnStatus, OwnError    string

	Folds Folds

	SumsAnswer, CostAnswer string // of the parts that are folded

	Cost        *Cost
	MethodSteps []string // the computation with the present assumptions, with figures marked by <b>
}

// Button is a choice with a hint, and what it comes to.
type Button struct {
	Name, Label, Hint, Figure string
	On                        bool
	Changed                   string // of a preset: how many assumptions were, "" for none
}

// Group is a group of controls, in the order of the page.
type Group struct {
	Lists    []Choice
	Sliders  []Field
	Switches []Choice
}

// form is how the controls look beside the rest of a picture.
func (p *composer) form(of *Picture) *Form {
	changed, changes := "", 0
	if of.Preset == "" {
		changed, changes = p.changedFrom()
	}
	f := &Form{
		PresetHint: p.presetHint(of, changed),
		Bands:      p.bandOptions(), BandsOf: p.bandOfOptions(), Units: p.unitOptions(),
		Denominator: string(p.Denominator), Band: p.Band, BandOf: p.BandOf, Unit: p.GasUnit, Toggles: p.toggles(),
		Snapshot: p.SelectedSnapshot(), SnapshotHint: p.Text.SnapshotHint, SnapshotError: p.said(p.snapshotError),
		RatesHint: p.ratesHint(), CanAddRate: p.RateCount() < len(p.Rates), CanRemoveRate: p.RateCount() > 1,
		MoreOpen: p.MoreOpen, Folds: p.Folds, Uptake: p.uptake(), SumsAnswer: p.sumsAnswer(),
		ShareHint: p.Text.Share.Hint, ShareStatus: p.said(p.shareStatus), ShareFailed: p.ShareFailed,
		ShareTurn: [2]string{"even", "odd"}[p.told%2], CopiedTitle: p.Text.Share.Preview,
		Copied: p.Copied, PreviewOpen: p.PreviewOpen, EmbedOpen: p.EmbedOpen,
		EmbedChoices: p.embedChoices(), EmbedKinds: p.embedKinds(), EmbedKind: p.EmbedKind,
		FileError: p.said(p.fileError), OwnStatus: p.ownStatus(), OwnError: p.said(p.ownError),
		Cost: p.cost(), MethodSteps: p.methodSteps(), Pins: p.pinRows(), CanPin: p.CanPin(),
		AskUnits: p.asksUnits(), AskRates: p.asks(p.Text.Rates), AskUptake: p.asks(p.Text.Uptake.Label),
		AskSnapshot: p.asks(p.Text.Snapshot),
	}
	if p.ShareFailed {
		f.CopiedTitle = p.Text.Share.ToCopy
	}
	if p.Own != nil {
		f.ShareHint = p.Text.Own.NotCarried
	}
	if p.Loading != "" {
		f.SnapshotHint = words.Fill(p.Text.SnapshotLoading, "date", p.Text.SnapshotLabel(p.Loading))
	}
	f.Presets, f.MorePresets = p.presetButtons(of.Preset, changed, changes)
	f.CostAnswer, f.MoreLabel = p.costAnswer(), words.Fill(p.Text.Parts.More, "n", words.Count(p.moreControls()))
	for _, d := range words.Denominators {
		f.Denominators = append(f.Denominators, Option{string(d), p.Text.InUnit[d]})
	}
	for _, name := range p.Snapshots {
		if name != unoffered || name == f.Snapshot {
			f.Snapshots = append(f.Snapshots, Option{name, p.Text.SnapshotLabel(name)})
		}
	}
	p.sliders(f, len(of.Rates))
	for _, s := range f.Rates {
		if s.ReadAs != "" && !s.Hidden {
			if f.RatesReadAs != "" {
				f.RatesReadAs += p.Text.SpanMark + " "
			}
			f.RatesReadAs += words.Fill(p.Text.ReadAsOf, "name", s.Label, "said", s.ReadAs)
		}
	}
	for i := range p.Groups {
		for _, c := range p.Groups[i].Lists {
			f.Groups[i].Lists = append(f.Groups[i].Lists, p.choice(c))
		}
		for _, c := range p.Groups[i].Switches {
			f.Groups[i].Switches = append(f.Groups[i].Switches, p.choice(c))
		}
	}
	return f
}

// sliders are the numbers of the form, with so many rates in colours.
func (p *composer) sliders(f *Form, rates int) {
	for i, s := range p.Rates {
		field := p.field(s)
		field.Colour = "--c:var(--rate-" + strconv.Itoa(rates) + "-" + strconv.Itoa(p.rank(i)+1) + ")"
		f.Rates = append(f.Rates, field)
	}
	for i := range p.Groups {
		for _, s := range p.Groups[i].Sliders {
			f.Groups[i].Sliders = append(f.Groups[i].Sliders, p.field(s))
		}
	}
}

// unoffered is a snapshot that links, presets and files keep, and the list of networks shows only where it is chosen:
// its history begins in October 2022, which puts 25 M FIL too much in circulation on its own date.
const unoffered = "2025-09-09"

// ratesHint says what the FIL+ rate was in the network.
func (p *composer) ratesHint() string {
	recent, err := p.in.RecentFILPlusRate()
	if err != nil {
		return p.say(err)
	}
	return words.Fill(p.Text.RatesHint, "recent", p.Text.PercentOf(recent.Median), "date", p.Text.LongDate(recent.Last))
}

// Toggle is a kind of curves, or a FIL+ rate, that the reader may hide.
type Toggle struct {
	Name  string // as in a link
	Label string
	On    bool
}

// toggles are what may be hidden, in the order of a link; rates only where there are several.
func (p *composer) toggles() []Toggle {
	labels := []string{p.Text.Link.ShowStatus, p.Text.Link.ShowDirect, p.Text.Realised}
	var out []Toggle
	for i, kind := range link.Kinds {
		out = append(out, Toggle{kind, labels[i], !p.Hidden[kind]})
	}
	if p.RateCount() > 1 {
		for i := range p.RateCount() {
			name := strconv.Itoa(i + 1)
			out = append(out, Toggle{name, p.rateText(p.Scenario.FILPlusRates[i]), !p.Hidden[name]})
		}
	}
	return out
}

// bandOptions are the widths of the band.
func (p *composer) bandOptions() []Option {
	out := []Option{{BandOff, p.Text.BandOff}}
	for k, coverage := range model.Coverages {
		out = append(out, Option{strconv.Itoa(k), words.Fill(p.Text.BandWidth, "coverage", p.Text.RateName(coverage))})
	}
	return out
}

// bandOfOptions are what the band may be of.
func (p *composer) bandOfOptions() []Option {
	means := words.Fill(p.Text.BandOfMeans, "n", words.Count(p.Scenario.SmoothingDays))
	return []Option{{BandOfDays, p.Text.BandOfDays}, {BandOfMeans, means},
		{BandOfForecasts, p.Text.BandOfForecasts}}
}

// unitOptions are the units of the gas chart.
func (p *composer) unitOptions() []Option {
	return []Option{{GasInFIL, p.Text.UnitFIL}, {GasInGas, p.Text.UnitGas}, {GasOfTotal, p.Text.UnitShare}}
}

// EmbedChoice is a control that an embedded chart may have.
type EmbedChoice struct {
	Name, Label string
	On          bool
}

// embedChoices are the controls to choose from, in the order of the page: those that the embedded chart would show.
func (p *composer) embedChoices() []EmbedChoice {
	var out []EmbedChoice
	add := func(a *assumption.Row, label string) {
		chosen := slices.Contains(p.EmbedControls, a.Name)
		if a.Embed && (chosen || !a.Hidden(&p.Scenario)) {
			out = append(out, EmbedChoice{a.Name, label, chosen})
		}
	}
	for _, a := range assumption.ByPlace() {
		if a.Kind == assumption.Rates {
			add(a, p.Text.Rates)
		}
	}
	choosers := func(list []*Chooser) {
		for _, s := range list {
			add(s.of, p.Text.Control[s.Name].Label)
		}
	}
	for i := range p.Groups {
		group := &p.Groups[i]
		choosers(group.Lists)
		for _, s := range group.Sliders {
			add(s.of, p.labelOf(s))
		}
		choosers(group.Switches)
	}
	return out
}

// embedKinds are the kinds of snippets.
func (p *composer) embedKinds() []Option {
	var out []Option
	for _, kind := range snippetKinds {
		out = append(out, Option{kind, p.Text.Share.Kinds[kind]})
	}
	return out
}

// ownStatus says whose figures are in use.
func (p *composer) ownStatus() string {
	switch {
	case p.OwnBusy:
		return p.Text.Own.Busy
	case p.Own != nil:
		return words.Fill(p.Text.Share.Plain, "headline", p.ownNotice(), "material", p.Text.Own.NotCarried)
	}
	return ""
}

// ChooseEmbedded adds or drops a control of the embedded chart; ChooseSnippet picks the kind of snippet.
func (p *Choices) ChooseEmbedded(name string, on bool) {
	p.Settle()
	var chosen []string
	for _, choice := range p.words().embedChoices() {
		if choice.Name == name {
			choice.On = on
		}
		if choice.On {
			chosen = append(chosen, choice.Name)
		}
	}
	p.EmbedControls = chosen
}

func (p *Choices) ChooseSnippet(kind string) { p.EmbedKind = kind; p.Settle() }
