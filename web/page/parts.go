package page

import (
	"cmp"
	"maps"
	"math"
	"strings"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// Folds are the parts of the page that open on demand, and what the reader has open. They change no result.
type Folds struct {
	Presets, View, Exports, Sums, Cost, Panels, Network, Explore, Method bool

	Warned [20]bool // what the charts warn of, in the order of PlotIDs
}

// OpenPanels shows the study's panels, OpenNetwork the charts of the network: these are not computed before.
func (p *Choices) OpenPanels(open bool)  { p.openPart(&p.Folds.Panels, open) }
func (p *Choices) OpenNetwork(open bool) { p.openPart(&p.Folds.Network, open) }

func (p *Choices) openPart(fold *bool, open bool) {
	if *fold != open {
		*fold = open
		p.Settle()
	}
}

// Shown are the charts on show or, of the study's, a fold away.
func (p *Choices) Shown() []string {
	if p.Folds.Network {
		return PlotIDs
	}
	return PlotIDs[:len(PlotIDs)-len(NetworkIDs)]
}

// presetsInRow is how many presets stand in a row, the first ones; the others open below it.
const presetsInRow = 3

// presetButtons are the presets, in the row and below it; of one that was changed, how much.
func (p *composer) presetButtons(used, changed string, changes int) (row, more []Button) {
	var all []Button
	for _, preset := range assumption.Presets() {
		said := p.Text.Preset[preset.Name]
		b := Button{Name: preset.Name, Label: said.Label, Hint: said.Hint, Figure: p.presetFigure(preset.Name),
			On: preset.Name == used}
		if preset.Name == changed {
			b.Changed = words.Fill(p.Text.PresetChanged, "n", words.Count(changes))
		}
		all = append(all, b)
	}
	return all[:presetsInRow], all[presetsInRow:]
}

// presetHint is the sentence of the preset in use and what it sets, or of the one that was changed; of the default
// nothing, and of other assumptions what presets do to them.
func (p *composer) presetHint(of *Picture, changed string) string {
	name := cmp.Or(of.Preset, changed)
	said, ok := p.Text.Preset[name]
	switch {
	case !ok:
		return p.Text.PresetsHint
	case name == assumption.DefaultPreset().Name:
		return ""
	}
	var set []string
	for _, a := range of.Assumptions {
		if a.Changed {
			set = append(set, words.Fill(p.Text.Card.Assumption, "label", a.Label, "value", a.Value))
		}
	}
	if len(set) == 0 || of.Preset == "" {
		return said.Hint
	}
	return words.Fill(p.Text.Share.Plain, "headline", said.Hint, "material", words.Fill(p.Text.Parts.Sets, "list",
		strings.Join(set, p.Text.ListMark)))
}

// What of the deals goes direct, in short.
const (
	uptakeMeasured = "measured"
	uptakeAll      = "all"
)

// GoDirect lets as many deals go direct as was measured, or all.
func (p *Choices) GoDirect(uptake string) {
	p.Settle()
	overrides, adoption := maps.Clone(p.overrides), assumption.FullAdoption
	chooser, share := p.chooser("adoption"), p.slider("adoption_share")
	overrides.Drop(chooser.Name, &p.defaults)
	overrides.Drop(share.Name, &p.defaults)
	if uptake == uptakeMeasured {
		adoption = assumption.ConstantAdoption
		overrides.Put(share.Name, mustJSON(assumption.MeasuredAdoption))
	}
	if adoption != p.defaults.Adoption {
		overrides.Put(chooser.Name, mustJSON(adoption))
	}
	chooser.clear()
	share.clear()
	if p.adopt(p.in, overrides) != nil {
		p.Choose(chooser, adoption) // it does not go with the others, and says why
		return
	}
	p.layOverOpening(chooser.Name)
	p.layOverOpening(share.Name)
	p.retry()
}

// uptake are the two choices.
func (p *composer) uptake() []Button {
	s, text := &p.Scenario, &p.Text.Uptake
	return []Button{
		{Name: uptakeMeasured, Label: words.Fill(text.Measured, "share", p.Text.RateName(assumption.MeasuredAdoption)),
			On: s.Adoption == assumption.ConstantAdoption && s.AdoptionShare == assumption.MeasuredAdoption},
		{Name: uptakeAll, Label: text.All, On: s.Adoption == assumption.FullAdoption},
	}
}

// moreControls is how many assumptions the fold holds that have an effect.
func (p *composer) moreControls() int {
	n := 1 // the network
	for _, a := range assumption.Rows() {
		if a.Group > assumption.BasicGroup && !a.Hidden(&p.Scenario) {
			n++
		}
	}
	return n
}

// sumsAnswer says in a line what the folded sums come to, "" where nothing is forecast.
func (p *composer) sumsAnswer() string {
	v := p.Result.Runs[p.focus()].Summary.SavingFILPerDay
	if math.IsNaN(v) || p.Result.Scenario.Adoption == assumption.NoAdoption {
		return ""
	}
	return words.Fill(p.Text.Parts.SumsAnswer, "amount", p.filText(v))
}
