package page

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// hand turns a page as the browser does: what has come to rest is noted, at a time of its own.
type hand struct {
	*testing.T
	p     *Page
	now   float64
	press int
}

func newHand(t *testing.T) *hand {
	p := newTestPage(t)
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
	h := &hand{T: t, p: p}
	h.rest()
	return h
}

// rest is what follows a change: it is computed, and noted after a pause.
func (h *hand) rest() {
	h.Helper()
	h.after(5000, false)
}

func (h *hand) after(ms float64, pressed bool) {
	h.Helper()
	update(h.T, h.p)
	h.now += ms
	h.p.Note(Hold{Turn: h.press, Pressed: pressed, At: h.now})
}

func (h *hand) slider(name string) *Slider {
	for _, s := range h.p.allSliders() {
		if s.Name == name {
			return s
		}
	}
	h.Fatalf("no slider %s", name)
	return nil
}

// state is all that the reader sees of a state: the link, the fields, and the curves.
func (h *hand) state() string {
	h.Helper()
	update(h.T, h.p)
	query, _ := h.p.Link()
	var fields []string
	for _, s := range h.p.allSliders() {
		f := h.p.Field(s)
		fields = append(fields, s.Name+"="+f.Text+f.Position+f.Error+f.Back)
	}
	for _, c := range h.p.Choosers {
		f := h.p.Choice(c)
		fields = append(fields, c.Name+"="+f.Value+f.Error+f.Back)
	}
	plot := plotOf(h.p, Hero)
	return query + "\n" + strings.Join(fields, "\n") + "\n" + strings.Join(h.p.LinkNotices(), "\n") +
		fmt.Sprint(plot.Data, plot.Title)
}

// Whatever the reader changes can be undone and done again, one step for each, to the same fields and curves.
func TestUndo(t *testing.T) {
	h := newHand(t)
	p := h.p
	preset := func(name string) func() {
		return func() {
			preset, err := assumption.PresetNamed(name)
			if err != nil {
				t.Fatal(err)
			}
			p.UsePreset(preset)
		}
	}
	moves := []func(){
		func() { p.Slide(h.slider("raw_onboarding_pib"), "4.5") },
		func() { p.Type(h.slider("renewal_rate"), "45.5") },
		func() { p.Slide(p.Rates[0], "40") },
		func() { p.AddRate() },
		func() { p.DivideBy("outflow") },
		func() { p.ShowBand("2") },
		func() { p.ShowBandOf(BandOfMeans) },
		func() { p.MeasureGas(GasInGas) },
		func() { p.Show("direct", false) },
		func() { p.ZoomTo([2]day.Day{p.Result.Start + 10, p.Result.Start + 100}) },
		func() { p.Choose(p.chooser("gas_model"), assumption.RegimeModel) },
		preset("study"),
		preset("today"),
		func() { p.ChooseSnapshot(study) },
		func() { p.Open("v=1&fee=0.9&gas=regime&colour=red") },
		func() { p.TypeCost(0, "12") },
		func() { p.ResetAll() },
	}
	states := []string{h.state()}
	if p.CanUndo() || p.CanRedo() {
		t.Error("there is something to undo before anything has changed")
	}
	for i, move := range moves {
		move()
		h.rest()
		states = append(states, h.state())
		if p.Step() != i+1 || !p.CanUndo() || p.CanRedo() {
			t.Errorf("move %d: step %d, undo %v, redo %v", i, p.Step(), p.CanUndo(), p.CanRedo())
		}
		h.rest() // nothing more has changed
	}
	check := func(at int) {
		t.Helper()
		if got := h.state(); got != states[at] {
			t.Errorf("state %d is\n%.900s\nwant\n%.900s", at, got, states[at])
		}
		if p.Step() != at {
			t.Errorf("step %d, want %d", p.Step(), at)
		}
		h.rest()
	}
	for at := len(moves) - 1; at >= 0; at-- {
		p.Undo()
		check(at)
	}
	p.Undo() // there is none
	check(0)
	for at := 1; at <= len(moves); at++ {
		p.Redo()
		check(at)
	}
	for _, at := range []int{5, 12, 2, len(moves), 0} { // as the browser's list of a held Back goes
		if !p.GoTo(at) {
			t.Errorf("step %d is not known", at)
		}
		check(at)
	}
	// From an earlier step another way is taken: what was undone is gone, and its numbers name nothing else.
	p.GoTo(2)
	p.Type(h.slider("renewal_rate"), "30")
	h.rest()
	if p.CanRedo() || p.Step() != len(moves)+1 || p.GoTo(3) || !p.GoTo(1) {
		t.Errorf("step %d, redo %v", p.Step(), p.CanRedo())
	}
	check(1)
}

// A drag is a step, however long the hand rests in it, and so are keys without a pause and a number as it is typed;
// the next of any of these is another.
func TestOneChangeIsOneStep(t *testing.T) {
	h := newHand(t)
	p, s := h.p, h.slider("raw_onboarding_pib")
	step := func(what string, want int) {
		t.Helper()
		if got := p.Step(); got != want {
			t.Errorf("%s: step %d, want %d", what, got, want)
		}
	}
	h.press++
	for i := range 10 {
		p.Slide(s, fmt.Sprint(1+i))
		if i == 5 {
			p.Rest()
		}
		h.after(3000, true)
	}
	h.after(100, false)
	step("a slow drag", 1)
	h.press++
	p.Slide(s, "3")
	h.after(50, true)
	step("another one at once", 2)
	p.Slide(s, "2.9")
	h.after(4000, false)
	step("which is noted next when it has been let go", 2)
	for _, v := range []string{"3.1", "3.2", "3.3"} {
		p.Slide(s, v)
		h.after(200, false)
	}
	step("keys right after it", 2)
	h.now += samePause
	p.Slide(s, "3.4")
	h.after(0, false)
	step("a key after a pause", 3)
	p.Slide(h.slider("renewal_rate"), "50")
	h.after(10, false)
	step("another control", 4)
	for _, text := range []string{"4", "45", "45.", "45.x", "45.5"} {
		p.Type(h.slider("renewal_rate"), text)
		h.after(100, false)
	}
	h.now += samePause
	step("a number right after a key in the same control", 4)
	p.MeasureGas(GasInGas)
	h.after(0, false)
	p.MeasureGas(GasInFIL)
	h.after(0, false)
	step("two choices at once", 6)
	p.Undo()
	p.Undo()
	p.Slide(h.slider("renewal_rate"), "51")
	h.after(0, false)
	step("the same control after an undo", 7)
	p.Undo()
	if got := p.Field(h.slider("renewal_rate")).Text; got != "45.5" {
		t.Errorf("undone, the renewal rate is %s", got)
	}
}

// What was refused, and a file of figures, are where the reader left them; the language and what is unfolded stay.
func TestUndoLosesNothing(t *testing.T) {
	h := newHand(t)
	p := h.p
	published := p.Inputs()
	renewal := h.slider("renewal_rate")
	in := *published // the same figures, given anew
	if err := p.UseOwn(&in, NewOwn("my-days.csv", mine)); err != nil {
		t.Fatal(err)
	}
	h.rest()
	p.Slide(h.slider("raw_onboarding_pib"), "4.5")
	h.rest()
	p.Type(renewal, "plenty")
	h.rest()
	if p.Step() != 2 {
		t.Fatalf("step %d", p.Step())
	}
	p.MoreOpen = true
	p.Undo()
	p.Speak(words.InChinese(), "zh-CN")
	p.Undo()
	update(t, p)
	if p.Own != nil || p.Inputs() != published || p.Field(renewal).Error != "" || !p.MoreOpen ||
		p.Language != "zh-CN" {
		t.Errorf("own %v, error %q, unfolded %v, language %q", p.Own, p.Field(renewal).Error, p.MoreOpen, p.Language)
	}
	h.rest()
	p.Redo()
	if p.Own == nil || p.Own.Hash != mine.Hash || p.Inputs() != &in {
		t.Error("the reader's own figures are lost")
	}
	p.Redo()
	update(t, p)
	if f := p.Field(renewal); f.Text != "plenty" || f.Error == "" || p.Scenario.RawOnboardingPiB[0] != 4.5 {
		t.Errorf("the field holds %q: %q", f.Text, f.Error)
	}
	if query, _ := p.Link(); !strings.HasSuffix(query, "&lang=zh-CN") || p.Step() != 2 {
		t.Errorf("step %d, link %s", p.Step(), query)
	}
}

// Figures on their way belong to no step: undo goes back from what is on show, and does not wait for them.
func TestUndoWhileLoading(t *testing.T) {
	h := newHand(t)
	p := h.p
	p.Slide(h.slider("raw_onboarding_pib"), "4.5")
	h.rest()
	asked := ""
	p.Load = func(name string, edition int) { asked = name }
	other := latest
	if p.SnapshotName() == latest {
		other = study
	}
	p.ChooseSnapshot(other)
	h.rest()
	if asked != other || p.Step() != 1 {
		t.Fatalf("asked for %q, step %d", asked, p.Step())
	}
	was := p.SnapshotName()
	p.Undo()
	p.Loaded(inputsOf(t, p, other), testEdition)
	h.rest()
	if p.Step() != 0 || p.SnapshotName() != was || p.Loading != "" {
		t.Errorf("step %d on %s, loading %q", p.Step(), p.SnapshotName(), p.Loading)
	}
}

// A long visit keeps its last steps.
func TestManySteps(t *testing.T) {
	h := newHand(t)
	for i := range mostSteps + 50 {
		h.p.Slide(h.slider("raw_onboarding_pib"), fmt.Sprint(1+i%2))
		h.rest()
	}
	n := 0
	for ; h.p.CanUndo(); n++ {
		h.p.Undo()
	}
	if n != mostSteps-1 || h.p.GoTo(10) || h.p.Step() != 51 {
		t.Errorf("%d steps back, at %d", n, h.p.Step())
	}
}

// The button under a control says from what to what it was changed, and goes back there: first to where the reader
// began, which is the link's, and then to the default.
func TestBackUnderAControl(t *testing.T) {
	h := newHand(t)
	p := h.p
	p.Open("v=1&onboarding=3&gas=regime")
	h.rest()
	s, c := h.slider("raw_onboarding_pib"), p.chooser("gas_model")
	says := func(want, choice string) {
		t.Helper()
		update(t, p)
		if f := p.Field(s); f.Back != want {
			t.Errorf("under the slider stands %q, want %q", f.Back, want)
		}
		if f := p.Choice(c); f.Back != choice {
			t.Errorf("under the list stands %q, want %q", f.Back, choice)
		}
	}
	scaling, regime := p.Text.Option[assumption.ScalingModel], p.Text.Option[assumption.RegimeModel]
	def := words.Entered(p.Field(s).Default)
	says(def+" → 3 ↺ default", scaling+" → "+regime+" ↺ default")
	p.Slide(s, "4.5")
	p.Choose(c, assumption.ScalingModel)
	says("3 → 4.5 ↺ undo", regime+" → "+scaling+" ↺ undo")
	if f := p.Field(s); f.ResetLabel != "3 → 4.5 ↺ undo: "+f.Label {
		t.Errorf("the button is called %q", f.ResetLabel)
	}
	p.Type(s, "4.5x")
	says("↺ undo", regime+" → "+scaling+" ↺ undo")
	p.Reset(s)
	p.ResetChooser(c)
	says(def+" → 3 ↺ default", scaling+" → "+regime+" ↺ default")
	if p.Scenario.RawOnboardingPiB[0] != 3 || p.Scenario.GasModel != assumption.RegimeModel {
		t.Errorf("onboarding %v, model %s", p.Scenario.RawOnboardingPiB, p.Scenario.GasModel)
	}
	p.Reset(s)
	p.ResetChooser(c)
	says("3 → "+def+" ↺ undo", regime+" → "+scaling+" ↺ undo") // where the reader did not begin
	p.ResetAll()
	says("", "")
	// A FIL+ rate goes back as long as there are as many as there were.
	rate := p.Field(p.Rates[0]).Text
	p.Slide(p.Rates[0], "40")
	update(t, p)
	if f := p.Field(p.Rates[0]); f.Back != rate+" → 40 ↺ undo" {
		t.Errorf("under the rate stands %q", f.Back)
	}
	p.Reset(p.Rates[0])
	update(t, p)
	if f := p.Field(p.Rates[0]); f.Back != "" || f.Text != rate || p.overrides["fil_plus_rates"] != nil {
		t.Errorf("the rate is %s, %q, %s", f.Text, f.Back, p.overrides["fil_plus_rates"])
	}
	p.AddRate()
	update(t, p)
	if f := p.Field(p.Rates[0]); f.Back != "" {
		t.Errorf("with another rate it says %q", f.Back)
	}
}

// All that a page has chosen is part of a step, or is known to be none: a field that is new goes with the step.
func TestMomentIsWhole(t *testing.T) {
	h := newHand(t)
	p := h.p
	p.Slide(h.slider("raw_onboarding_pib"), "4.5")
	h.rest()
	want := p.moment()
	p.Open("v=1&fee=0.9&by=outflow&unit=gas&hide=direct&band=50")
	h.rest()
	p.Undo()
	got := p.moment()
	a, b := reflect.ValueOf(want.choices), reflect.ValueOf(got.choices)
	for i := range a.NumField() {
		name := a.Type().Field(i).Name
		switch name {
		case "settled", "outdated", "hand", "Load", "loading", "notes", "faulty":
			continue
		}
		if x, y := fmt.Sprint(a.Field(i)), fmt.Sprint(b.Field(i)); x != y {
			t.Errorf("%s is %s, want %s", name, y, x)
		}
	}
}
