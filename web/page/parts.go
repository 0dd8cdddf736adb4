package page

import (
	"maps"
	"math"
	"slices"
	"strings"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// Folds are the parts of the page that open on demand, and what the reader has open. They change no result.
type Folds struct {
	Presets, View, Exports, Sums, Cost, Panels, Explore, Method bool

	Warned [8]bool // what the charts warn of, in the order of PlotIDs
}

// OpenPanels shows the study's panels, whose charts are not computed before.
func (p *Choices) OpenPanels(open bool) {
	if p.Folds.Panels != open {
		p.Folds.Panels = open
		p.Settle()
	}
}

// firstPresets stand in a row, in this order; the others open below it.
var firstPresets = []string{"stayed", "study", "solstice"}

// presetButtons are the presets, in the row and below it.
func (p *composer) presetButtons(used string) (row, more []Button) {
	row = make([]Button, len(firstPresets))
	for _, preset := range sim.Presets() {
		said := p.Text.Preset[preset.Name]
		b := Button{preset.Name, said.Label, said.Hint, p.presetFigure(preset.Name), preset.Name == used}
		if i := slices.Index(firstPresets, preset.Name); i >= 0 {
			row[i] = b
		} else {
			more = append(more, b)
		}
	}
	return row, more
}

// presetHint is the sentence of the preset in use and what it sets; of the default nothing, and of other assumptions
// what presets do to them.
func (p *composer) presetHint(of *Picture) string {
	said, ok := p.Text.Preset[of.Preset]
	switch {
	case !ok:
		return p.Text.PresetsHint
	case of.Preset == sim.DefaultPreset().Name:
		return ""
	}
	var set []string
	for _, a := range of.Assumptions {
		if a.Changed {
			set = append(set, words.Fill(p.Text.Card.Assumption, "label", a.Label, "value", a.Value))
		}
	}
	if len(set) == 0 {
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

// measuredUptake is the share of deals that went direct, as the preset as-measured has it.
func measuredUptake() sim.Overrides {
	preset, err := sim.PresetNamed("as-measured")
	if err != nil {
		panic("page: " + err.Error())
	}
	out := sim.Overrides{}
	for _, name := range []string{"adoption", "adoption_share"} {
		out[name] = preset.Overrides[name]
	}
	return out
}

// GoDirect lets as many deals go direct as was measured, or all.
func (p *Choices) GoDirect(uptake string) {
	p.Settle()
	overrides, set := maps.Clone(p.overrides), measuredUptake()
	for name, value := range set {
		overrides.Drop(name, &p.defaults)
		if uptake == uptakeMeasured {
			overrides.Put(name, value)
		}
	}
	if uptake == uptakeAll && p.defaults.Adoption != sim.FullAdoption {
		overrides.Put("adoption", mustJSON(sim.FullAdoption))
	}
	for _, c := range p.Choosers {
		if _, ok := set[c.Name]; ok {
			c.clear()
		}
	}
	for _, s := range p.Sliders {
		if _, ok := set[s.Name]; ok {
			s.clear()
		}
	}
	if p.adopt(p.in, overrides) != nil {
		for _, c := range p.Choosers {
			if c.Name == "adoption" { // it does not go with the others, and says why
				p.Choose(c, map[string]string{uptakeMeasured: sim.ConstantAdoption,
					uptakeAll: sim.FullAdoption}[uptake])
			}
		}
		return
	}
	for name := range set {
		p.layOverOpening(name)
	}
	p.retry()
}

// uptake are the two choices.
func (p *composer) uptake() []Button {
	s := &p.Scenario
	share, ok := numbers.Strict(string(measuredUptake()["adoption_share"]))
	if !ok {
		panic("page: the preset as-measured has no share")
	}
	text := &p.Text.Uptake
	return []Button{
		{Name: uptakeMeasured, Label: words.Fill(text.Measured, "share", p.Text.RateName(share)),
			On: s.Adoption == sim.ConstantAdoption && s.AdoptionShare == share},
		{Name: uptakeAll, Label: text.All, On: s.Adoption == sim.FullAdoption},
	}
}

// moreControls is how many assumptions the fold holds that have an effect.
func (p *composer) moreControls() int {
	n := 1 // the network
	for _, a := range sim.Assumptions() {
		if a.Group > sim.BasicGroup && !a.Hidden(&p.Scenario) {
			n++
		}
	}
	return n
}

// sumsAnswer says in a line what the folded sums come to, "" where nothing is forecast.
func (p *composer) sumsAnswer() string {
	v := p.Result.Runs[p.focus()].Summary.SavingFILPerDay
	if math.IsNaN(v) || p.Result.Scenario.Adoption == sim.NoAdoption {
		return ""
	}
	return words.Fill(p.Text.Parts.SumsAnswer, "amount", p.filText(v))
}
