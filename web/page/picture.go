package page

import (
	"slices"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// Picture is all that is shown of a result, in one language: page, embedded chart, card, quotations, tables and
// previews say what stands here, and compute nothing.
type Picture struct {
	Text   *words.Text // what does not depend on the result
	Result *sim.Result // the numbers behind it

	// The answer. Figures in its sentences are marked by <b>.
	Facts              []Fact // what has happened, before it
	Headline, Material string
	Now                bool   // the headline answers today's question, which is no saving
	Brief              string // its figures alone
	Figures            []HeadlineFigure
	Tiles              []Tile
	Split              *Split      // of the saving by cause, nil where there is none
	Fills              string      // at which onboarding blocks fill, "" where the price does not follow them
	Filled             []Tile      // these amounts
	Unknown            string      // what no figure says
	Focus              int         // the run that they speak of
	Rates              []RateLabel // by run
	Assumptions        []Assumption
	Preset             string // the preset whose assumptions these are, or ""

	// What to be careful about.
	Notices      []string // of the link or file that was opened, above the page
	LinkFaults   []string // those of them that say what of the link is not shown
	Outdated     string   // that the scenario is of earlier defaults, "" for today's
	NotOnPage    string   // that of them about assumptions without a control, "" where there is none
	CardCautions []string // in a few words, the first ones first: a card has room for one line

	Charts []*Plot    // those that were asked for, in that order
	Zoom   [2]day.Day // first and last day on show; equal for all days
	Change string     // how far the headline's figure lies from the default's, "" for not at all
	Pinned []string   // the pinned runs, each with what its gas comes to

	// Where it comes from, and where it is to be found.
	Own          *Own   // the reader's figures that it is based on, nil for the published ones
	OwnFigures   string // these in words
	CardSubtitle string // what the hero chart divides by what
	CardData     string // the state of the network that it starts from, and whose figures, on a line with much else
	Data         string // what the figures are, whose, and to when
	Model        string // by which models and equations
	ModelVersion string // by which edition of figures and models
	Places       Places
	Query        string   // the link
	Address      string   // of the page with the link
	TooLong      bool     // the link has snapshot and view only: the scenario has to travel as a file
	WholePage    string   // Address for an embedded chart to point to: less what only a frame needs
	CardAddress  string   // the page's address as a person types it
	Image        string   // address of a card of the result, "" where there is none
	Embedded     []string // the controls of an embedded chart

	Form *Form // how the page's controls look, nil where nobody asked
}

// RateLabel is a FIL+ rate of the result.
type RateLabel struct {
	Name string
	Rank int // its place from low to high, which picks its colour
}

// Compose says all that is to be shown of what was chosen and of the result that follows from it, with the charts of
// these IDs, of PlotIDs. It is a pure function: it keeps and changes nothing.
func Compose(chosen *Choices, result *sim.Result, beside *Beside, charts ...string) *Picture {
	p := composer{Choices: chosen, in: chosen.in, Result: result, Beside: *beside}
	return p.picture(charts, new(Frames))
}

// Frames composes one picture after another of a page in the browser, in the same memory: the charts of one are good
// until the next one is composed.
type Frames struct {
	plots    map[string]*Plot
	form     Form               // of Follow
	followed map[*Slider]moving // as Follow had them last since Next
}

// Next is the picture of the page with its form and the charts of these IDs.
func (f *Frames) Next(page *Page, charts ...string) *Picture {
	p := composer{Choices: &page.Choices, in: page.in, Result: page.Result, Beside: page.Beside}
	clear(f.followed)
	out := p.picture(charts, f)
	out.Form = p.form(out)
	return out
}

// Follow is what of Next moves with a slider: the answer, the sliders that have moved since the frame before, and the
// curves. What is said beside a chart, of the assumptions, and of where the picture is to be found, waits until the
// slider rests.
func (f *Frames) Follow(page *Page, charts ...string) *Picture {
	p := composer{Choices: &page.Choices, in: page.in, Result: page.Result, Beside: page.Beside}
	form := &f.form // fields are large, and half of all that a frame would allocate
	form.SumsAnswer, form.Rates = p.sumsAnswer(), form.Rates[:0]
	for i := range form.Groups {
		form.Groups[i].Sliders = form.Groups[i].Sliders[:0]
	}
	out := &Picture{Text: p.Text, Result: p.Result, Form: form}
	p.answer(out)
	p.plot(out, charts, f)
	for _, s := range p.Rates[:p.RateCount()] {
		if f.shows(&p, s) {
			form.Rates = append(form.Rates, p.followed(s))
		}
	}
	for i := range p.Groups {
		for _, s := range p.Groups[i].Sliders {
			if f.shows(&p, s) {
				form.Groups[i].Sliders = append(form.Groups[i].Sliders, p.followed(s))
			}
		}
	}
	return out
}

// moving is all that a field shows while sliders move.
type moving struct {
	value, def                  float64
	typed                       string
	used, hidden, varies, wrong bool
}

// shows reports whether a slider shows something else than when it was last asked.
func (f *Frames) shows(p *composer, s *Slider) bool {
	now := moving{typed: s.Typed, varies: p.varies(s), wrong: s.problem != nil}
	now.value, now.def, now.used = p.valueOf(s)
	now.hidden = s.of != nil && s.of.Hidden(&p.Scenario)
	if last, known := f.followed[s]; known && last == now {
		return false
	}
	if f.followed == nil {
		f.followed = map[*Slider]moving{}
	}
	f.followed[s] = now
	return true
}

// plot is the memory of a chart.
func (f *Frames) plot(id string) *Plot {
	if f.plots == nil {
		f.plots = map[string]*Plot{}
	}
	last := f.plots[id]
	if last == nil {
		last = &Plot{}
	}
	f.plots[id] = &Plot{ID: id, Data: last.Data, sizes: last.sizes}
	return f.plots[id]
}

// composer puts a Picture together. It reads what it has, and changes nothing.
type composer struct {
	*Choices
	Beside
	in     *assumption.Inputs // of Result: a pinned run has its own
	Result *sim.Result
}

func (p *composer) picture(charts []string, memory *Frames) *Picture {
	differs, err := p.Scenario.Differences(p.in)
	if err != nil {
		panic("page: " + err.Error())
	}
	preset := p.Preset()
	out := &Picture{
		Text: p.Text, Result: p.Result,
		Facts: p.facts(), Now: p.ofNow(), Unknown: p.unknown(), Assumptions: p.assumptions(differs), Preset: preset,
		Notices: p.notes(), LinkFaults: p.faults(), Outdated: p.outdatedNotice(),
		NotOnPage: p.controlNotice(), CardCautions: p.cardCautions(),
		Zoom: p.Zoom,
		Own:  p.Own, OwnFigures: p.ownFigures(), CardSubtitle: p.cardSubtitle(), CardData: p.cardData(),
		Data: p.dataText(), Model: p.modelText(), ModelVersion: p.modelVersion(),
		Places: p.Places, CardAddress: p.cardAddress(), Embedded: p.EmbedControls,
	}
	p.answer(out)
	for _, pin := range p.pins() {
		out.Pinned = append(out.Pinned, p.pinnedFigure(pin))
	}
	state := p.stateOf(differs)
	out.Query, out.TooLong = linkOf(state)
	out.Address = p.addressOf(out.Query, preset)
	out.WholePage = out.Address
	if len(p.EmbedControls) > 0 {
		state.View.Controls = nil
		query, _ := linkOf(state)
		out.WholePage = p.addressOf(query, preset)
	}
	out.Image = p.image(out.Query, out.TooLong, preset)
	p.plot(out, charts, memory)
	for _, plot := range out.Charts {
		if !plot.Absent {
			plot.describe(p)
		}
	}
	return out
}

// answer is what the result comes to: sentences, figures and tiles.
func (p *composer) answer(out *Picture) {
	out.Headline, out.Material, out.Figures, out.Change = p.headline(), p.material(), p.figures(), p.change()
	out.Brief, out.Tiles, out.Split = brief(out.Figures), p.tiles(), p.split()
	out.Fills, out.Filled, out.Focus = p.fills(), p.filled(), p.focus()
	for i := range p.Result.Runs {
		out.Rates = append(out.Rates, RateLabel{p.rateName(i), p.rank(i)})
	}
}

// plot lays charts: their curves, and how they are drawn.
func (p *composer) plot(out *Picture, charts []string, memory *Frames) {
	for _, id := range charts {
		plot := memory.plot(id)
		plot.compose(p)
		out.Charts = append(out.Charts, plot)
	}
}

// Chart is one of the charts that were asked for.
func (p *Picture) Chart(id string) *Plot {
	for _, plot := range p.Charts {
		if plot.ID == id {
			return plot
		}
	}
	panic("page: no chart " + id)
}

// Caveats are what stands beside the hero chart and above the page; of a reader's own figures also that what leaves the
// page does not carry them. The hero chart must be among the charts.
func (p *Picture) Caveats() []string {
	out := slices.Concat(p.Notices, p.Chart(Hero).Notices)
	if p.Own != nil {
		out = append(out, p.Text.Own.NotCarried)
	}
	return out
}
