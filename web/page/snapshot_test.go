package page

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"testing"

	"github.com/gasburden/gasburden/model"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// newLoadingPage is a page that notes what it asks for.
func newLoadingPage(t *testing.T) (p *Page, asked *[]string) {
	t.Helper()
	p, asked = newTestPage(t), new([]string)
	use(t, p, study)
	p.Snapshots = []string{study, latest, "2030-01-01"}
	p.Load = func(name string, _ int) { *asked = append(*asked, name) }
	return p, asked
}

// A link, a file or a preset that needs no other figures overrules those that are on their way for what was opened
// before.
func TestLaterOpeningWins(t *testing.T) {
	for what, later := range map[string]func(p *Page){
		"a link":   func(p *Page) { p.Open("v=1&snapshot=" + study + "&fee=0.3") },
		"a file":   func(p *Page) { p.OpenFile(parsed(t, `{"base_fee_nanofil": 0.3}`), nil) },
		"a preset": func(p *Page) { p.UsePreset(presetNamed(t, "study")) },
	} {
		p, _ := newLoadingPage(t)
		p.Open("v=1&snapshot=" + latest + "&fee=0.9")
		later(p)
		want, _ := p.Link()
		if p.Loading != "" {
			t.Errorf("%s: still loading %q", what, p.Loading)
		}
		p.Loaded(inputsOf(t, p, latest), testEdition)
		if got, _ := p.Link(); got != want || p.SnapshotName() != study {
			t.Errorf("%s is followed by %s, want %s", what, got, want)
		}
	}
}

// What the reader sets while the figures of a link are on their way lies over the link when they are here.
func TestSetWhileOpening(t *testing.T) {
	p, _ := newLoadingPage(t)
	p.Open("v=1&snapshot=" + latest +
		"&fee=0.9&renewal=2025-10-01:0.5_2026-10-01:0.7&rates=0.2,0.4&gas=regime&onboarding=4")
	slider := func(name string) *Slider {
		return p.Sliders[slices.IndexFunc(p.Sliders, func(s *Slider) bool { return s.Name == name })]
	}
	p.Type(slider("base_fee_nanofil"), "1,5")
	p.Type(slider("horizon_days"), "500")
	p.Type(slider("lock_target"), "abc") // no value: nothing to lay over
	p.Choose(p.chooser("gas_model"), "scaling")
	p.Reset(slider("raw_onboarding_pib"))
	p.Loaded(inputsOf(t, p, latest), testEdition)
	want := "v=1&snapshot=" + latest + "&model=" + strconv.Itoa(testEdition) +
		"&days=500&rates=0.2,0.4&renewal=2025-10-01:0.5_2026-10-01:0.7&fee=1.5"
	if got, _ := p.Link(); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if len(p.LinkFaults()) > 0 || p.Scenario.BaseFeeNanoFIL != 1.5 || p.Scenario.HorizonDays != 500 {
		t.Errorf("%q, %+v", p.LinkFaults(), p.Scenario)
	}
	p, _ = newLoadingPage(t)
	p.Open("v=1&snapshot=" + latest + "&fee=0.9")
	p.ResetAll()
	p.Loaded(inputsOf(t, p, latest), testEdition)
	if got, _ := p.Link(); got != "v=1&snapshot="+latest+"&model="+strconv.Itoa(testEdition) {
		t.Errorf("all was reset: %s", got)
	}
}

func TestChooseSnapshot(t *testing.T) {
	p, asked := newLoadingPage(t)
	before := p.Result
	p.ChooseSnapshot(latest)
	update(t, p)
	if !slices.Equal(*asked, []string{latest}) || p.Loading != latest || p.SelectedSnapshot() != latest {
		t.Errorf("asked for %v, loading %q, selected %q", *asked, p.Loading, p.SelectedSnapshot())
	}
	if p.Result != before || p.SnapshotName() != study {
		t.Error("the picture did not stay while the snapshot was on its way")
	}
	p.Loaded(inputsOf(t, p, latest), testEdition)
	update(t, p)
	if p.Loading != "" || p.SnapshotError() != "" || p.SnapshotName() != latest || p.SelectedSnapshot() != latest ||
		p.Result.Scenario.Snapshot != latest {
		t.Errorf("after loading: loading %q, error %q, snapshot %q", p.Loading, p.SnapshotError(), p.SnapshotName())
	}
	mustShow(t, p)
}

// The choice made last wins, whatever arrives when.
func TestLaterChoiceWins(t *testing.T) {
	p, asked := newLoadingPage(t)
	p.ChooseSnapshot(latest)
	p.ChooseSnapshot("2030-01-01")
	p.Loaded(inputsOf(t, p, latest), testEdition)
	if p.SnapshotName() != study || p.Loading != "2030-01-01" {
		t.Errorf("an earlier choice arrived: shows %q, loading %q", p.SnapshotName(), p.Loading)
	}
	p.LoadFailed(latest, testEdition, errors.New("lost"))
	if p.SnapshotError() != "" || p.Loading != "2030-01-01" {
		t.Errorf("an earlier choice failed: error %q, loading %q", p.SnapshotError(), p.Loading)
	}
	p.ChooseSnapshot(study) // what is shown: nothing to load
	if p.Loading != "" || p.SelectedSnapshot() != study || len(*asked) != 2 {
		t.Errorf("back to the shown one: loading %q, asked for %v", p.Loading, *asked)
	}
	p.Loaded(inputsOf(t, p, latest), testEdition)
	p.LoadFailed("2030-01-01", testEdition, errors.New("lost"))
	update(t, p)
	if p.SnapshotName() != study || p.SnapshotError() != "" {
		t.Errorf("cancelled choices arrived: shows %q, error %q", p.SnapshotName(), p.SnapshotError())
	}
}

func TestLoadFailedKeepsThePicture(t *testing.T) {
	p, _ := newLoadingPage(t)
	before := p.Result
	p.ChooseSnapshot(latest)
	p.LoadFailed(latest, testEdition, errors.New("the server answered 404"))
	update(t, p)
	if p.Result != before || p.Loading != "" || p.SelectedSnapshot() != study {
		t.Errorf("loading %q, selected %q", p.Loading, p.SelectedSnapshot())
	}
	mustContain(t, p.SnapshotError(), "9 September 2025", "the server answered 404", "31 July 2023")
	p.ChooseSnapshot(latest) // trying again
	if p.SnapshotError() != "" || p.Loading != latest {
		t.Errorf("tried again: error %q, loading %q", p.SnapshotError(), p.Loading)
	}
	p.Loaded(inputsOf(t, p, latest), testEdition)
	if p.SnapshotName() != latest {
		t.Errorf("shows %q", p.SnapshotName())
	}
}

// A snapshot that arrives but cannot be used is a failure like any other.
func TestUnusableSnapshot(t *testing.T) {
	p, _ := newLoadingPage(t)
	before, scenario := p.Result, p.Scenario
	in := inputsOf(t, p, latest)
	daily := *in.Daily
	daily.OnboardedRawPiB = nil
	in.Daily = (*model.Table)(&daily)
	p.ChooseSnapshot(latest)
	p.Loaded(in, testEdition)
	update(t, p)
	if p.SnapshotError() == "" || p.Loading != "" || p.SnapshotName() != study ||
		p.Scenario.Snapshot != scenario.Snapshot || p.Result != before {
		t.Errorf("error %q, loading %q, shows %q", p.SnapshotError(), p.Loading, p.SnapshotName())
	}
}

// Defaults are the simulator's for the snapshot; what the reader chose stays.
func TestDefaultsFollowTheSnapshot(t *testing.T) {
	p, _ := newLoadingPage(t)
	for _, name := range []string{latest, study, latest} {
		use(t, p, name)
		mustHaveDefaults(t, p)
	}
	p.Type(slider(t, p, "renewal_rate"), "12")
	p.AddRate()
	use(t, p, study)
	mustHaveDefaults(t, p, "renewal_rate")
	if p.Scenario.RenewalRate[0] != 0.12 || p.RateCount() != len(p.defaults.FILPlusRates)+1 {
		t.Errorf("the reader's choice went: renewal %v, %d rates", p.Scenario.RenewalRate, p.RateCount())
	}
	p.Reset(slider(t, p, "renewal_rate"))
	use(t, p, latest)
	mustHaveDefaults(t, p)
	if raw := p.overrides["snapshot"]; string(raw) != `"`+latest+`"` {
		t.Errorf("the overrides name snapshot %s", raw)
	}
	if keys := slices.Sorted(maps.Keys(p.overrides)); !slices.Equal(keys, []string{"fil_plus_rates", "snapshot"}) {
		t.Errorf("overrides that are left: %v", keys)
	}
}

// mustHaveDefaults fails unless all sliders but those named stand at the snapshot's defaults.
func mustHaveDefaults(t *testing.T, p *Page, changed ...string) {
	t.Helper()
	defaults, err := assumption.DefaultOf(p.in, p.Scenario.Version)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range p.Sliders {
		want := scalarOf(&defaults, s.Name)
		if got := s.unscaled(p.Field(s).Default); s.unscaled(want*s.Scale) != got {
			t.Errorf("%s of %s: default %v, want %v", s.Name, p.SnapshotName(), got, want)
		}
		if other := slices.Contains(changed, s.Name); p.Field(s).Changed != other {
			t.Errorf("%s of %s: changed %v", s.Name, p.SnapshotName(), p.Field(s).Changed)
		} else if !other && (scalarOf(&p.Scenario, s.Name) != want ||
			p.Field(s).Text != words.Entered(p.Field(s).Default)) {
			t.Errorf("%s of %s: field %q, scenario %v, want %v", s.Name, p.SnapshotName(), p.Field(s).Text,
				scalarOf(&p.Scenario, s.Name), want)
		}
		if p.Field(s).Source == "" {
			t.Errorf("%s of %s: no source", s.Name, p.SnapshotName())
		}
	}
}

// A default typed back, or slid back to, follows the snapshot again.
func TestPutBackFollowsAgain(t *testing.T) {
	p, _ := newLoadingPage(t)
	s := slider(t, p, "sector_duration_days")
	for _, back := range []struct {
		what string
		do   func()
	}{
		{"typed", func() { p.Type(s, words.Entered(p.Field(s).Default)) }},
		{"typed with its unit", func() { p.Type(s, words.Entered(p.Field(s).Default)+" "+p.Field(s).Unit) }},
		{"slid", func() { p.Slide(s, numbers.Exact(p.Field(s).Default)) }},
	} {
		p.Type(s, "777")
		update(t, p)
		if _, held := p.overrides[s.Name]; !held || !p.Field(s).Changed {
			t.Fatal("777 is no override")
		}
		back.do()
		update(t, p)
		if _, held := p.overrides[s.Name]; held || p.Field(s).Changed {
			t.Errorf("%s: still an override", back.what)
		}
	}
}

// A link whose figures do not come is shown with others: that stands beside the answer, until other figures come.
func TestLinkWhoseFiguresDoNotCome(t *testing.T) {
	p, _ := newLoadingPage(t)
	p.Open("v=1&snapshot=" + latest + "&fee=0.9")
	p.LoadFailed(latest, testEdition, errors.New("lost"))
	update(t, p)
	if len(p.LinkNotices()) != 1 || p.LinkNotices()[0] != p.SnapshotError() || p.Scenario.BaseFeeNanoFIL != 0.9 ||
		p.SnapshotName() != study {
		t.Errorf("notices %q, error %q, fee %g, snapshot %s", p.LinkNotices(), p.SnapshotError(),
			p.Scenario.BaseFeeNanoFIL, p.SnapshotName())
	}
	p.ChooseSnapshot(latest)
	p.Loaded(inputsOf(t, p, latest), testEdition)
	if len(p.LinkNotices()) != 0 || p.SnapshotName() != latest {
		t.Errorf("with %s shown it still says %q", p.SnapshotName(), p.LinkNotices())
	}
}
