package page

import (
	"errors"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/model"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/words"
)

// Slide moves a slider to a position (the text of its value).
func (p *Page) Slide(s *Slider, position string) {
	v, ok := numbers.Strict(position)
	if !ok {
		v = math.NaN() // no browser sends this
	}
	if problem := s.refuse(p.Text, position, v); problem != "" {
		s.Err = problem
		return
	}
	p.resting = p.resting || s.Err != "" || s.ReadAs(p.Text) != "" // what stands beside the field must go
	s.Raw = words.Exact(v)
	p.set(s, v)
}

// Type takes the text of a number field. Text that is no legal value stays in the field with an
// error beside it, and the picture stays as it was.
func (p *Page) Type(s *Slider, raw string) {
	s.Raw = raw
	v, problem := s.parse(p.Text, raw)
	if problem != "" {
		s.Err, s.pending = problem, nil
		return
	}
	p.set(s, s.meant(v))
}

func (p *Page) set(s *Slider, shown float64) {
	overrides := maps.Clone(p.overrides)
	if i := slices.Index(p.Rates[:], s); i >= 0 {
		rates := slices.Clone(p.Scenario.FILPlusRates)
		if i >= len(rates) {
			return // the event of a rate that has just been removed
		}
		rates[i] = mechafil.Constant(s.unscaled(shown))
		overrides["fil_plus_rates"] = mustJSON(rates)
	} else {
		overrides[s.Name] = s.scenarioValue(shown)
		if s.Name == "horizon_days" {
			p.stretch(overrides, int(shown))
		}
		if shown == s.Default {
			delete(overrides, s.Name) // the default follows the snapshot again
		}
	}
	if err := p.adopt(p.in, overrides); err != nil {
		s.Err, s.pending = p.refusal(s, overrides, err), &shown
		return
	}
	p.layOverOpening(s.Name)
	s.Err, s.pending = "", nil
	p.retry()
}

// refusal is the sentence for a value that is legal by itself, but not beside the others.
func (p *Page) refusal(s *Slider, overrides sim.Overrides, err error) string {
	if errors.Is(err, sim.ErrEndlessRefill) {
		return words.Fill(p.Text.Refill, "name", s.Label)
	}
	return words.Fill(p.Text.Refused, "name", s.Label, "error", p.unfit(p.in, overrides))
}

// layOverOpening lays what the reader has just set over what is to be opened, whose figures are still on their way: else it
// would be gone when they arrive.
func (p *Page) layOverOpening(name string) {
	if p.opening == nil {
		return
	}
	if strings.HasPrefix(name, "fil_plus_rate_") {
		name = "fil_plus_rates"
	}
	p.opening = maps.Clone(p.opening)
	delete(p.opening, name)
	if raw, ok := p.overrides[name]; ok {
		p.opening[name] = raw
	}
	if name == "horizon_days" {
		p.stretch(p.opening, p.Scenario.HorizonDays)
	}
}

// retry takes up values that the scenario refused beside others which have changed since.
func (p *Page) retry() {
	for _, s := range p.Sliders {
		if s.pending != nil {
			shown := *s.pending
			s.pending = nil
			p.Rest()
			p.set(s, shown)
			return
		}
	}
}

// Reset gives a slider its default back.
func (p *Page) Reset(s *Slider) {
	s.clear()
	overrides := maps.Clone(p.overrides)
	delete(overrides, s.Name)
	if s.Name == "horizon_days" {
		p.stretch(overrides, sim.DefaultHorizonDays)
	}
	p.mustAdopt(overrides)
	p.layOverOpening(s.Name)
	p.retry()
}

// ResetAll gives every control its default back, and drops how an ensemble was drawn; the snapshot stays.
func (p *Page) ResetAll() {
	p.Ensemble = link.Ensemble{}
	p.clearControls()
	p.ClearNotes()
	if p.opening != nil {
		p.opening = sim.Overrides{}
	}
	p.mustAdopt(sim.Overrides{"snapshot": p.overrides["snapshot"]})
}

// AddRate adds a FIL+ rate in the widest gap between the present ones.
func (p *Page) AddRate() {
	rates := slices.Clone(p.Scenario.FILPlusRates)
	if len(rates) >= sim.MaxRates {
		return
	}
	at := []float64{0, 1}
	for _, r := range rates {
		at = append(at, r[0])
	}
	best, gap, before := 0.0, -1.0, 0.0
	for i := range at {
		next := model.Nth(at, i)
		if d := next - before; d > gap+1e-9 {
			best, gap = (next+before)/2, d
		}
		before = next
	}
	p.setRates(append(rates, mechafil.Constant(float64(int(best*100+0.5))/100)))
}

// RemoveRate removes the i-th FIL+ rate; the last one stays.
func (p *Page) RemoveRate(i int) {
	if rates := p.Scenario.FILPlusRates; len(rates) > 1 && i < len(rates) {
		p.setRates(slices.Delete(slices.Clone(rates), i, i+1))
	}
}

func (p *Page) setRates(rates []mechafil.Path) {
	for _, s := range p.Rates {
		s.clear()
	}
	p.showRates()
	p.mustAdopt(p.with("fil_plus_rates", mustJSON(rates)))
	p.layOverOpening("fil_plus_rates")
}

// UsePreset starts from a preset's assumptions and its snapshot, which may have to be loaded first.
func (p *Page) UsePreset(preset sim.Preset) {
	p.ClearNotes()
	p.SnapshotError = ""
	if name := preset.Snapshot(p.Snapshots); !p.shows(name, p.lastEdition().Number) {
		p.opening, p.openingFile = preset.Overrides, false
		p.load(name, p.lastEdition().Number)
		return
	}
	p.stay()
	p.clearControls()
	p.mustAdopt(preset.On(p.Snapshots))
}

// Preset is the name of the preset whose assumptions are in use, or "".
func (p *Page) Preset() string {
	for _, preset := range sim.Presets() {
		same := len(preset.Overrides)+1 == len(p.overrides)
		for name, value := range preset.On(p.Snapshots) {
			same = same && string(p.overrides[name]) == string(value)
		}
		if same {
			return preset.Name
		}
	}
	return ""
}

// PresetHint is the sentence of the preset in use, or what presets are.
func (p *Page) PresetHint() string {
	if words, ok := p.Text.Preset[p.Preset()]; ok {
		return words.Hint
	}
	return p.Text.PresetsHint
}

// mustAdopt takes overrides that are made of values accepted before.
func (p *Page) mustAdopt(overrides sim.Overrides) {
	if err := p.adopt(p.in, overrides); err != nil {
		panic("web: legal values refused: " + err.Error())
	}
}

// ChooseSnapshot starts loading another snapshot, or today's figures of the one in use; the picture stays
// until it is here.
func (p *Page) ChooseSnapshot(name string) {
	p.SnapshotError = ""
	edition := p.lastEdition().Number
	p.opening = nil
	if p.shows(name, edition) {
		p.Loading = ""
		return
	}
	p.load(name, edition)
}

// shows reports whether the figures in use are those of a snapshot in an edition, and are to stay.
func (p *Page) shows(name string, edition int) bool {
	return name == p.SnapshotName() && edition == p.edition && !p.dropping
}

// stay overrules a choice of figures that are still on their way, and what was to be opened with them.
func (p *Page) stay() { p.Loading, p.opening = "", nil }

func (p *Page) load(name string, edition int) {
	p.Loading, p.loading = name, edition
	p.Load(name, edition)
}

// Loaded takes the inputs that were asked for. Later choices win over earlier ones.
func (p *Page) Loaded(in *sim.Inputs, edition int) {
	if p.Loading != in.Snapshot.Name || p.loading != edition {
		return
	}
	opening, own := p.opening.TakeOwn()
	p.opening = opening
	if p.openingFile && p.opening != nil {
		overrides := maps.Clone(p.opening)
		overrides["snapshot"] = quoted(in.Snapshot.Name)
		if text := p.unfit(in, overrides); text != "" {
			p.Loading, p.opening = "", nil
			p.Rest()
			p.FileError = words.Fill(p.Text.Link.FileRefused, "error", text)
			return
		}
	}
	before, shown := p.edition, p.SnapshotName()
	p.edition = edition
	if err := p.Use(in); err != nil {
		p.edition = before
		p.LoadFailed(in.Snapshot.Name, edition, err)
		return
	}
	p.Loading = ""
	p.Rest()
	p.noteOwnMember(own)
	if p.dropping {
		p.Own, p.dropping = nil, false
		if p.opening == nil && in.Snapshot.Name == shown { // a link that was made with such figures says so again
			p.noteAgain()
			return
		}
	}
	if p.opening != nil {
		p.useLink(p.opening)
		return
	}
	p.ClearNotes() // they were of the figures before
	p.noteWithoutControl()
}

// LoadFailed reports that a snapshot did not arrive. Of a kept edition, the last one stands in its place.
func (p *Page) LoadFailed(name string, edition int, err error) {
	if p.Loading != name || p.loading != edition {
		return
	}
	p.Loading = ""
	p.dropping = p.dropping && edition != p.lastEdition().Number
	p.Rest()
	if last := p.lastEdition().Number; edition != last {
		p.note(func() string {
			return words.Fill(p.Text.Link.EditionFailed, "edition", words.Count(edition), "last", words.Count(last), "error", p.Say(err))
		})
		if name != p.SnapshotName() || p.edition != last {
			p.load(name, last)
		} else if p.opening != nil {
			p.useLink(p.opening)
		}
		return
	}
	current := p.SnapshotName()
	say := func() string {
		return words.Fill(p.Text.SnapshotFailed, "date", p.Text.SnapshotLabel(name), "error", p.Say(err), "current", p.Text.SnapshotLabel(current))
	}
	p.SnapshotError = say()
	if p.opening != nil && !p.openingFile {
		p.note(say) // beside the answer: it is not the link's
		p.useLink(p.opening)
	}
}

// SnapshotName is the snapshot that the picture shows.
func (p *Page) SnapshotName() string { return p.in.Snapshot.Name }

// SelectedSnapshot is the snapshot that the reader chose: shown, or on its way.
func (p *Page) SelectedSnapshot() string {
	if p.Loading != "" {
		return p.Loading
	}
	return p.SnapshotName()
}

// Rest asks for a render of the whole page. Only a slider on the move does without: charts and
// figures follow it at once, the rest of the page when it comes to rest.
func (p *Page) Rest() { p.resting = true }

// Moving reports whether all that happened since the last call was sliders moving.
func (p *Page) Moving() bool {
	moving := !p.resting
	p.resting = false
	return moving
}
