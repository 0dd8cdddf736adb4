package page

import (
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// opened is a fresh page after a link, with the snapshots at hand.
func opened(t *testing.T, query string) *Page {
	t.Helper()
	p := newTestPage(t)
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
	p.Open(query)
	update(t, p)
	return p
}

func TestLinkBringsThePictureBack(t *testing.T) {
	for _, now := range []bool{false, true} {
		bringBack(t, now)
	}
}

func bringBack(t *testing.T, now bool) {
	slide := func(name, position string) func(*Page) {
		return func(p *Page) {
			i := slices.IndexFunc(p.Sliders, func(s *Slider) bool { return s.Name == name })
			p.Slide(p.Sliders[i], position)
		}
	}
	choose := func(name, value string) func(*Page) { return func(p *Page) { p.Choose(p.chooser(name), value) } }
	changes := map[string]func(*Page){
		"nothing":      func(*Page) {},
		"latest":       func(p *Page) { p.ChooseSnapshot(latest) },
		"rates":        func(p *Page) { p.AddRate(); p.AddRate(); p.Slide(p.Rates[0], "3") },
		"one rate":     func(p *Page) { p.RemoveRate(2); p.RemoveRate(0) },
		"typed":        func(p *Page) { p.Type(p.Sliders[0], "7.123456789") },
		"outflow":      func(p *Page) { p.Denominator = words.ByOutflow },
		"supply, mean": func(p *Page) { p.Denominator, p.BandOf = words.ByCirculating, BandOfMeans },
		"band 95":      func(p *Page) { p.Band = "2" },
		"band 50":      func(p *Page) { p.Band = "0" },
		"no band":      func(p *Page) { p.Band = BandOff },
		"gas units":    func(p *Page) { p.GasUnit = GasInGas },
		"share of gas": func(p *Page) { p.GasUnit = GasOfTotal },
		"hidden": func(p *Page) {
			p.Show("direct", false)
			p.Show("2", false)
			p.Show("realised", false)
			p.Show("realised", true)
		},
		"zoom": func(p *Page) { p.Zoom = [2]day.Day{day.Of(2024, 1, 1), day.Of(2024, 7, 1)} },
		"ramp": func(p *Page) {
			choose("adoption", "logistic")(p)
			choose("adoption_start", "2024-05-06")(p)
			slide("adoption_days", "500")(p)
		},
		"regime":         choose("gas_model", "regime"),
		"all messages":   choose("messages", "onboarding"),
		"burn":           choose("burn_feedback", "true"),
		"horizon":        slide("horizon_days", "400"),
		"embed controls": func(p *Page) { p.EmbedControls = []string{"base_fee_nanofil", "fil_plus_rates"} },
	}
	for _, s := range newTestPage(t).Sliders {
		changes["slider "+s.Name] = slide(s.Name, numbers.Exact(s.Min+2*s.Step))
	}
	for _, preset := range assumption.Presets() {
		changes["preset "+preset.Name] = func(p *Page) { p.UsePreset(preset) }
	}
	for name, change := range changes {
		p := newTestPage(t)
		if now {
			p = newPageOfNow(t)
		}
		p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
		change(p)
		update(t, p)
		query, tooLong := p.Link()
		if tooLong {
			t.Errorf("%s: too long", name)
		}
		q := opened(t, query)
		if len(q.LinkNotices()) > 0 {
			t.Errorf("%s: %s: notices %q", name, query, q.LinkNotices())
		}
		if !reflect.DeepEqual(p.Scenario, q.Scenario) {
			t.Errorf("%s: %s opens as %+v, want %+v", name, query, q.Scenario, p.Scenario)
		}
		if again, _ := q.Link(); again != query {
			t.Errorf("%s: %s becomes %s", name, query, again)
		}
		for _, id := range PlotIDs {
			a, b := plotOf(p, id), plotOf(q, id)
			if !slices.EqualFunc(a.Data, b.Data, func(x, y float64) bool { return x == y || x != x && y != y }) ||
				!reflect.DeepEqual(a.Spec, b.Spec) {
				t.Errorf("%s: chart %s differs", name, id)
			}
		}
	}
}

// The page reads every link of the table, as the command line and the Worker do.
func TestTableOfLinks(t *testing.T) {
	data, err := os.ReadFile("../../sim/link/testdata/links.json")
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Link, Start, Read string
		Faults, Unsound   []string
	}
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		p := newPageOfNow(t)
		p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
		p.Take(link.Read(r.Link, r.Start, p.Snapshots))
		update(t, p)
		preset := assumption.DefaultPreset()
		standard, err := link.Encode(link.State{Snapshot: preset.Snapshot, Overrides: preset.Overrides})
		if err != nil {
			t.Fatal(err)
		}
		read := strings.Replace(r.Read, "{default}", standard, 1)
		parts := slices.DeleteFunc(strings.Split(read, "&"), func(part string) bool {
			key, _, _ := strings.Cut(part, "=")
			return slices.Contains(r.Unsound, key)
		})
		want := strings.Join(slices.Insert(parts, 2, "model=3"), "&")
		if got, _ := p.Link(); got != want {
			t.Errorf("%s opens as %s, want %s", r.Link, got, want)
		}
		if n := len(r.Faults) + len(r.Unsound); len(p.LinkFaults()) != n || len(p.LinkNotices()) != n {
			t.Errorf("%s: notices %q, want %d", r.Link, p.LinkNotices(), n)
		}
		for i, fault := range r.Faults {
			_, key, _ := strings.Cut(fault, " ")
			if said := p.LinkFaults()[i]; key != "v" && key != "snapshot" && !strings.Contains(said, key) ||
				strings.Contains(said, "{") || said == "" {
				t.Errorf("%s: %s is said as %q", r.Link, fault, said)
			}
		}
	}
}

// Whatever figures are on show, a link that names no network is of the default one.
func TestLinkWithoutANetwork(t *testing.T) {
	p := opened(t, "v=1&snapshot="+latest+"&fee=0.2")
	p.Open("v=1&fee=0.9")
	update(t, p)
	if p.SnapshotName() != study || p.Scenario.BaseFeeNanoFIL != 0.9 {
		t.Errorf("%s, %v", p.SnapshotName(), p.Scenario.BaseFeeNanoFIL)
	}
}

func TestDefaultsAreLeftOutOfLinks(t *testing.T) {
	p := newTestPage(t)
	if query, _ := p.Link(); query != "v=1&snapshot="+study+"&model=3" {
		t.Errorf("the first version's link is %s", query)
	}
	if query, _ := newPageOfNow(t).Link(); query != standardLink(t) {
		t.Errorf("the default's link is %s", query)
	}
}

func TestLinkNotices(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"v=1&fee=1", ""},
		{"v=1&fee=cheap", "“fee” is “cheap”, want a number"},
		{"v=1&fee=-1", "base_fee_nanofil is -1"},
		{"v=1&rebound=1&direct=0", "rebound"},
		{"v=1&bogus=1", "“bogus”"},
		{"v=7", "form 7"},
		{"snapshot=2031-01-01", "2031-01-01"},
		{"snapshot=" + study + "&model=9", "edition 9; this page has up to 3"},
		{"snapshot=" + study + "&model=2", "revision 1 of its equations, now 2"},
		{"snapshot=" + study + "&model=1", "edition 1 (1 September 2023), as the link asks"},
		{"gamma=0.5&pledge=available", "gamma = 0.5, pledge_base = \"available\""},
		{"days=10&gamma=2023-08-01:0.5_2023-08-10:1", "gamma"},
		{strings.Repeat("a", 20000), "20,000 bytes"},
	} {
		got := strings.Join(opened(t, c.query).LinkNotices(), "\n")
		if c.want == "" && got != "" || !strings.Contains(strings.ReplaceAll(got, "20000", "20,000"), c.want) {
			t.Errorf("%.60s: notices %q, want %q", c.query, got, c.want)
		}
	}
}

// What is sound in a damaged link counts.
func TestDamagedLinkKeepsTheRest(t *testing.T) {
	p := opened(t, "v=1&fee=cheap&gas=regime&lock=5&direct=0.15&by=nothing&unit=gas")
	sc := &p.Scenario
	if sc.GasModel != "regime" || sc.DirectGasFraction != 0.15 || p.GasUnit != GasInGas || sc.LockTarget[0] != 0.3 ||
		p.Denominator != words.ByNetflow {
		t.Errorf("%+v", sc)
	}
	if len(p.LinkNotices()) != 3 {
		t.Errorf("%q", p.LinkNotices())
	}
}

func TestKeptEditions(t *testing.T) {
	p := newTestPage(t)
	var asked []int
	p.Load = func(_ string, edition int) { asked = append(asked, edition) }
	p.Open("snapshot=" + study + "&model=1&fee=1")
	if !slices.Equal(asked, []int{1}) {
		t.Fatalf("asked for %v", asked)
	}
	p.Loaded(inputsOf(t, p, study), 1)
	update(t, p)
	if query, _ := p.Link(); !strings.Contains(query, "model=1&fee=1") {
		t.Errorf("link %s", query)
	}
	if !strings.Contains(p.Picture().ModelVersion, "edition 1") {
		t.Errorf("model version %s", p.Picture().ModelVersion)
	}
	p.ChooseSnapshot(study) // today's figures of the same network
	if !slices.Equal(asked, []int{1, 3}) {
		t.Fatalf("asked for %v", asked)
	}
	p.Loaded(inputsOf(t, p, study), 3)
	if query, _ := p.Link(); !strings.Contains(query, "model=3&fee=1") {
		t.Errorf("link %s", query)
	}

	// The first edition differs in the study's network only.
	asked = nil
	p.Open("snapshot=" + latest + "&model=1")
	if !slices.Equal(asked, []int{3}) {
		t.Errorf("asked for %v", asked)
	}
	p.LoadFailed(latest, 3, errors.New("lost"))
	if p.SnapshotName() != study || p.SnapshotError() == "" {
		t.Errorf("snapshot %s, error %q", p.SnapshotName(), p.SnapshotError())
	}

	// Kept figures that cannot be had: today's, and the page says so.
	asked = nil
	p.Open("snapshot=" + study + "&model=1&fee=0.7")
	p.LoadFailed(study, 1, errors.New("lost"))
	update(t, p)
	if p.Scenario.BaseFeeNanoFIL != 0.7 || !strings.Contains(strings.Join(p.LinkNotices(), " "), "lost") {
		t.Errorf("fee %v, notices %q", p.Scenario.BaseFeeNanoFIL, p.LinkNotices())
	}
}

func TestAssumptionsOverTime(t *testing.T) {
	p := opened(t, "v=1&days=200&renewal=2023-08-01:0.5_2024-02-16:0.9&rates=0.5,2023-08-01:0.2_2024-02-16:1")
	renewal := p.Sliders[slices.IndexFunc(p.Sliders, func(s *Slider) bool { return s.Name == "renewal_rate" })]
	if !p.Field(renewal).OverTime || p.Field(renewal).Value != 50 || !p.Field(renewal).Changed {
		t.Errorf("%+v", renewal)
	}
	if got := form(p).Toggles[4].Label; got != "20 % to 100 % over time" {
		t.Errorf("rate named %q", got)
	}
	linked := p.Scenario.RenewalRate
	if linked[100] <= 0.5 || linked[199] != 0.9 {
		t.Fatalf("the link's renewal is %v", linked)
	}
	horizon := p.Sliders[slices.IndexFunc(p.Sliders, func(s *Slider) bool { return s.Name == "horizon_days" })]
	for _, days := range []string{"90", "500"} {
		p.Slide(horizon, days)
		update(t, p)
		if p.Field(horizon).Error != "" || len(p.Scenario.RenewalRate) != p.Scenario.HorizonDays ||
			p.Scenario.RenewalRate[0] != 0.5 {
			t.Errorf("horizon %s: %q, %d values", days, p.Field(horizon).Error, len(p.Scenario.RenewalRate))
		}
	}
	// Nothing is lost by a horizon too short for it, not even of one day.
	for _, days := range []string{"90", "1", "300"} {
		p.Slide(horizon, days)
		update(t, p)
	}
	r, rates := p.Scenario.RenewalRate, p.Scenario.FILPlusRates
	if !slices.Equal(r[:200], linked) || r[299] != 0.9 || rates[1][0] != 0.2 || rates[1][299] != 1 ||
		len(rates[0]) != 1 {
		t.Errorf("after a short horizon: renewal %v; rates %v", r, rates)
	}
	p.Reset(horizon)
	update(t, p)
	if len(p.Scenario.RenewalRate) != assumption.DefaultHorizonDays {
		t.Errorf("%d values", len(p.Scenario.RenewalRate))
	}
	p.Slide(p.Rates[0], "10")
	if len(p.Scenario.FILPlusRates[1]) != assumption.DefaultHorizonDays {
		t.Error("the other rate lost its days")
	}
	p.Slide(renewal, "60")
	update(t, p)
	if p.Field(renewal).OverTime || p.Scenario.RenewalRate[0] != 0.6 || len(p.Scenario.RenewalRate) != 1 {
		t.Errorf("%+v", p.Scenario.RenewalRate)
	}
}

func parsed(t *testing.T, text string) assumption.Overrides {
	t.Helper()
	overrides, err := assumption.ParseScenario([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return overrides
}

func TestOpenScenario(t *testing.T) {
	p := newTestPage(t)
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
	for text, want := range map[string]string{
		`{"base_fee_nanofil": -1}`:   "base_fee_nanofil is -1",
		`{"snapshot": "2001-01-01"}`: "2001-01-01",
		`{"snapshot": 5}`: "snapshot is 5, want the name of a shipped " +
			"snapshot",
		`{"horizon_days": 3, "gamma": [0.1, 7, 0.3]}`: "gamma: value 2 of the vector is 7, want a " +
			"number in 0..1",
		`{"horizon_days": 3, "fil_plus_rates": [0.5, [0.1, 0.2, 1.3]]}`: "fil_plus_rates[1]: value 3 of the vector " +
			"is 1.3, want 1 to 5",
		`{"horizon_days": 4, "gamma": [0.1, 0.3]}`: "gamma has 2 values where horizon_days is 4, want a number in 0..1",
	} {
		before, _ := p.Link()
		if err := p.OpenScenario(parsed(t, text)); err == nil || !strings.Contains(p.Say(err), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
		if after, _ := p.Link(); after != before {
			t.Errorf("%s changed the picture", text)
		}
	}
	if err := p.OpenScenario(parsed(t, `{"snapshot": "`+latest+
		`", "base_fee_nanofil": 0.2, "gamma": 0.8}`)); err != nil {
		t.Fatal(err)
	}
	update(t, p)
	if p.SnapshotName() != latest || p.Scenario.BaseFeeNanoFIL != 0.2 || len(p.LinkNotices()) != 1 {
		t.Errorf("%s, %v, %q", p.SnapshotName(), p.Scenario.BaseFeeNanoFIL, p.LinkNotices())
	}
}

// A file is taken whole or not at all, also where its network has to be loaded first.
func TestOpenScenarioOfAnotherNetwork(t *testing.T) {
	p := newTestPage(t)
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
	p.Open("v=1&fee=0.9&renewal=9")
	before, _ := p.Link()
	for text, want := range map[string]string{
		`{"snapshot": "2025-09-09", "fil_plus_rates": [0.4], "base_fee_nanofil": 5000}`: "base_fee_nanofil is 5000, " +
			"want a number in 0..1000.",
		`{"snapshot": "2020-01-01"}`: "snapshot is 2020-01-01, want one of " + strings.Join(p.Snapshots, ", ") + ".",
	} {
		p.fileError = nil
		p.OpenFile(parsed(t, text), nil)
		if !strings.HasSuffix(p.FileError(), want) {
			t.Errorf("%s: %q, want %q", text, p.FileError(), want)
		}
		if after, _ := p.Link(); after != before || p.Loading != "" {
			t.Errorf("%s: the picture went from %s to %s", text, before, after)
		}
	}
}

// Where the network of a file does not arrive, nothing of the file is laid over the one on show.
func TestOpenScenarioWithoutItsNetwork(t *testing.T) {
	p := newTestPage(t)
	p.Load = func(name string, edition int) { p.LoadFailed(name, edition, errors.New("no answer")) }
	before, _ := p.Link()
	p.OpenFile(parsed(t, `{"snapshot": "2025-09-09", "base_fee_nanofil": 0.2}`), nil)
	if after, _ := p.Link(); after != before || !strings.Contains(p.SnapshotError(), "no answer") ||
		len(p.LinkNotices()) != 0 {
		t.Errorf("%s became %s; %q, %q", before, after, p.SnapshotError(), p.LinkNotices())
	}
}

// "Go back to it" leaves the language as it is, and a pinned run is named in it.
func TestPinnedAndLanguage(t *testing.T) {
	p := newPageOfNow(t)
	p.Language = "zh-CN"
	p.Pin()
	p.Language = ""
	update(t, p)
	p.BackToPinned(0)
	if query, _ := p.Link(); strings.Contains(query, "lang") {
		t.Errorf("the link says %s", query)
	}
	other := *words.English()
	other.Preset = map[string]words.PresetText{"stayed": {Label: "other words"}}
	p.Speak(&other, "")
	if got := p.Picture().Pinned[0]; !strings.Contains(got, "other words") {
		t.Errorf("the pinned run is called %q", got)
	}
}
