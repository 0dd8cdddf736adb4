package page

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// A pinned run stays where it was, by date, whatever is changed: assumptions, smoothing, network, denominator.
func TestPinnedRunStays(t *testing.T) {
	p := newTestPage(t)
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
	plot := &Plot{ID: "hero"}
	byDate := func(p *Page, column int) map[int]float64 {
		plot = plotOf(p, plot.ID)
		out := map[int]float64{}
		for i, v := range plot.Column(column) {
			if !math.IsNaN(v) {
				out[int(p.Result.Start)+i] = v
			}
		}
		return out
	}
	pin := func(kind string) int {
		for k, s := range plot.Spec.Series {
			if s.Kind == kind {
				return k + 1
			}
		}
		t.Fatalf("no curve of kind %s", kind)
		return 0
	}
	for _, by := range words.Denominators {
		p.ChooseSnapshot(study)
		p.ResetAll()
		p.Denominator = by
		update(t, p)
		p.Pins = nil
		focus := Focus(p.Result)
		wantStatus, wantDirect := byDate(p, 1+focus), byDate(p, 1+len(p.Result.Runs)+focus)
		p.Pin()
		update(t, p)
		label := p.Form().Pins[0].Label
		for name, change := range map[string]func(){
			"assumptions": func() { assume(t, p, "base_fee_nanofil=1", "renewal_rate=0.8", "fil_plus_rates=0.1,0.2") },
			"smoothing":   func() { assume(t, p, "smoothing_days=7") },
			"horizon":     func() { assume(t, p, "horizon_days=400") },
			"network":     func() { p.ChooseSnapshot(latest); update(t, p) },
		} {
			change()
			plot = plotOf(p, plot.ID)
			for kind, want := range map[string]map[int]float64{"pin": wantStatus, "pindash": wantDirect} {
				got := byDate(p, pin(kind))
				if len(got) == 0 && name != "network" {
					t.Errorf("%s, %s: nothing is pinned", by, name)
				}
				for day, v := range got {
					if math.Abs(v-want[day]) > 1e-12*math.Abs(want[day]) {
						t.Fatalf("%s, %s: %s moved on day %d: %v, want %v", by, name, kind, day, v, want[day])
					}
				}
			}
		}
		if !strings.Contains(label, "75 %") || p.Form().Pins[0].Label != label {
			t.Errorf("label %q, now %q", label, p.Form().Pins[0].Label)
		}
	}
	query := p.pinQuery(p.Pins[0])
	p.BackToPinned(0)
	p.Unpin(0)
	p.DivideBy(standard(p.Scenario.Version))
	update(t, p)
	if got, _ := p.Link(); got != query {
		t.Errorf("back at the pinned run the link is %s, want %s", got, query)
	}
	plot = plotOf(p, plot.ID)
	for _, s := range plot.Spec.Series {
		if strings.HasPrefix(s.Kind, "pin") {
			t.Error("an unpinned run stays on the chart")
		}
	}
}

// The axis reaches as far as the pinned run does, whatever the size of the one that is shown and of its poles.
func TestPinnedRunStaysInSight(t *testing.T) {
	p := newTestPage(t)
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
	p.Denominator = words.ByNetflow
	update(t, p)
	plot := &Plot{ID: "hero"}
	p.Pin()
	p.ChooseSnapshot(latest)
	update(t, p)
	p.Pins[0].run = Focus(p.Result)
	plot = plotOf(p, plot.ID)
	pinned, own := column(t, plot, "pin", 0), column(t, plot, "line", p.composer().rank(Focus(p.Result)))
	most, seen := 0.0, 0
	for _, v := range pinned {
		if !math.IsNaN(v) {
			most = max(most, v)
			seen++
		}
	}
	if seen < 100 || plot.Limit < most {
		t.Errorf("the pinned run reaches %v on %d days, the axis ends at %v", most, seen, plot.Limit)
	}
	// The network shown has poles of its own, which are cut as before.
	farthest := 0.0
	for _, v := range own {
		if !math.IsNaN(v) {
			farthest = max(farthest, v)
		}
	}
	if farthest <= plot.Limit || plot.Limit > 1.01*most {
		t.Errorf("the axis ends at %v, the pinned run at %v, a pole reaches %v", plot.Limit, most, farthest)
	}
	// The other way round, a pinned pole does not squash a run without one.
	p.ChooseSnapshot(study)
	p.ResetAll()
	assume(t, p, "raw_onboarding_pib=20")
	p.Pins = nil
	p.Pin()
	p.ResetAll()
	update(t, p)
	plot = plotOf(p, plot.ID)
	if farthest := slices.MaxFunc(column(t, plot, "pin", 0), func(a, b float64) int { // NaN counts least
		return cmp.Compare(a, b)
	}); farthest <= plot.Limit {
		t.Errorf("the pinned run reaches %v, no pole beyond %v: choose another scenario", farthest, plot.Limit)
	}
	highest := 0.0
	for i := range p.Result.Runs {
		for _, v := range column(t, plot, "line", p.composer().rank(i)) {
			if !math.IsNaN(v) {
				highest = max(highest, v)
			}
		}
	}
	if plot.Limit < highest {
		t.Errorf("the axis ends at %v, what is shown at %v", plot.Limit, highest)
	}
}

// A pinned run keeps its figures: where the page goes on with others, its name says whose they are, on the page and in
// the chart's table.
func TestPinnedRunSaysWhoseFigures(t *testing.T) {
	p := newTestPage(t)
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
	label := func() string {
		update(t, p)
		text := p.Form().Pins[len(p.Pins)-1].Label
		plot := &Plot{ID: "hero"}
		plot = plotOf(p, plot.ID)
		if n := len(plot.Spec.Series); !strings.Contains(plot.Spec.Series[n-2].Label, text) {
			t.Errorf("the curve is called %q, the run %q", plot.Spec.Series[n-2].Label, text)
		}
		return text
	}
	use := func(of link.Own) {
		if err := p.UseOwn(p.in, NewOwn("my-days.csv", of)); err != nil {
			t.Fatal(err)
		}
	}
	silent := func() {
		t.Helper()
		if text := label(); strings.Contains(text, "figures") {
			t.Errorf("pinned %q beside the same figures", text)
		}
	}
	update(t, p)
	p.Pin()
	silent()
	use(mine)
	mustContain(t, label(), "75 %, published figures")
	p.Pin()
	silent()
	use(theirs)
	mustContain(t, label(), "own figures "+mine.Hash)
	p.DropOwn()
	mustContain(t, label(), "own figures "+mine.Hash)
	use(mine) // the same file, picked again
	silent()
}

// Form is the form of the page.
func (p *Page) Form() *Form { return p.composer().form(p.Picture()) }

// Up to three runs are pinned, each under a name of its own; a link brings them back with their curves, whatever
// network they are of, and leaves the figures of the others alone.
func TestPinsTravel(t *testing.T) {
	h := newHand(t)
	p := h.p
	p.Bring = func(name string, edition int, done func(*assumption.Inputs, error)) { done(inputsOf(t, p, name), nil) }
	first, second := p.SnapshotName(), latest
	if first == latest {
		second = study
	}
	p.Pin()
	h.rest()
	p.Slide(h.slider("raw_onboarding_pib"), "5")
	p.Slide(p.Rates[0], "35")
	p.Pin()
	for _, name := range []string{"5", "5 PiB", "5 PiB, 35 %"} {
		p.NamePin(1, name)
		h.after(100, false)
	}
	p.ChooseSnapshot(second)
	h.rest()
	p.Pin()
	if p.CanPin() {
		t.Error("a fourth run can be pinned")
	}
	p.Pin()
	p.Slide(h.slider("renewal_rate"), "33")
	h.rest()
	query, _ := p.Link()
	for _, by := range words.Denominators {
		p.DivideBy(by)
		q := newTestPage(t)
		q.Load = func(name string, edition int) { q.Loaded(inputsOf(t, q, name), edition) }
		q.Bring = func(name string, edition int, done func(*assumption.Inputs, error)) {
			done(inputsOf(t, q, name), nil)
		}
		q.Open(query)
		q.DivideBy(by)
		update(t, q)
		update(t, p)
		if len(q.LinkNotices()) > 0 || len(q.Pins) != 3 {
			t.Fatalf("%s opens with %d pins, %q", query, len(q.Pins), q.LinkNotices())
		}
		want, got := plotOf(p, Hero), plotOf(q, Hero)
		if !slices.EqualFunc(want.Data, got.Data, func(a, b float64) bool { return a == b || a != a && b != b }) {
			t.Errorf("by %s the link opens to other curves", by)
		}
		if a, b := p.Picture(), q.Picture(); len(a.Pinned) != 3 || !slices.Equal(a.Pinned, b.Pinned) ||
			!strings.Contains(a.Pinned[1], "5 PiB, 35 %") || a.Pinned[0] == a.Pinned[2] {
			t.Errorf("the pinned runs are %q and %q", a.Pinned, b.Pinned)
		}
		if again, _ := q.Link(); by == standard(q.Scenario.Version) && again != query {
			t.Errorf("opened, the link becomes %s, want %s", again, query)
		}
		mustContain(t, q.PlainText(), q.Picture().Pinned...)
	}
	// A pin, its name and its end are steps.
	p.Unpin(1)
	h.rest()
	p.Undo()
	update(t, p)
	if len(p.Pins) != 3 || p.Pins[1].Name != "5 PiB, 35 %" || p.Pins[1].result == nil {
		t.Errorf("undone, %d runs are pinned", len(p.Pins))
	}
	// Back at one, the others stay.
	p.BackToPinned(1)
	h.rest()
	if got := scalarOf(&p.Scenario, "raw_onboarding_pib"); got != 5 || len(p.Pins) != 3 || p.SnapshotName() != first {
		t.Errorf("onboarding %v on %s, %d pins", got, p.SnapshotName(), len(p.Pins))
	}
	// Values that are out of range are refused, and said so.
	p.Open(strings.Replace(query, "&pin3=", "&pin3=odd~v~1~snapshot~"+study+"~renewal~7&other=", 1))
	update(t, p)
	if len(p.Pins) != 2 || !strings.Contains(strings.Join(p.LinkNotices(), " "), "odd") {
		t.Errorf("%d pins: %q", len(p.Pins), p.LinkNotices())
	}
}

// In words a pinned run is told from the others without the page beside it: by what it assumes, by its number where
// that is more than a name can say, and by network and version where those are others.
func TestPinnedRunsAreToldApart(t *testing.T) {
	p := newPageOfNow(t)
	onboarding := slider(t, p, "raw_onboarding_pib")
	for _, raw := range []string{"5", "7"} {
		p.Type(onboarding, raw)
		update(t, p)
		p.Pin()
	}
	p.Type(onboarding, "8")
	update(t, p)
	said := p.Picture().Pinned
	mustContain(t, said[0], ": Raw onboarding 5 PiB a day, ")
	mustContain(t, said[1], ": Raw onboarding 7 PiB a day, ")
	if strings.Contains(said[0]+said[1], "network of") {
		t.Errorf("it is this network: %q", said)
	}
	p.NamePin(0, "five")
	mustContain(t, p.Picture().Pinned[0], "five,")
	mustContain(t, p.Picture().Pinned[0], "(Raw onboarding 5 PiB a day")
	p.NamePin(0, "")
	p.Type(slider(t, p, "renewal_rate"), "30")
	p.Type(onboarding, "9")
	p.Unpin(1)
	for range 2 {
		update(t, p)
		p.Pin()
	}
	update(t, p)
	said = p.Picture().Pinned
	mustContain(t, said[1], "Own assumptions 1", "(Raw onboarding 9 PiB a day, Renewal rate 30 %")
	mustContain(t, said[2], "Own assumptions 2", "(Raw onboarding 9 PiB a day, Renewal rate 30 %")
	p.Unpin(2)
	update(t, p)
	mustContain(t, p.Picture().Pinned[1], "Own assumptions, ") // the only one
	if err := p.Use(inputsOf(t, p, study)); err != nil {
		t.Fatal(err)
	}
	update(t, p)
	mustContain(t, p.Picture().Pinned[0], "network of 20 April 2026")
}

// What the link does not carry is said where the picture goes.
func TestRequestSaysWhatTheLinkDoesNot(t *testing.T) {
	p := newPageOfNow(t)
	p.Open("v=2&fee=bad&days=400")
	update(t, p)
	p.Pin()
	p.Pins[0].long = true
	update(t, p)
	said := strings.Join(p.Request().Said, "|")
	mustContain(t, said, "“fee” is “bad”", "is on your page only")
	other := newPageOfNow(t)
	other.Open(p.Request().Query)
	other.Hear(p.Request().Said)
	other.Hear(p.Request().Said)
	update(t, other)
	if got := other.Picture().Notices; !slices.Equal(got, p.Request().Said) {
		t.Errorf("%q, want %q", got, p.Request().Said)
	}
}
