package page

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// Every choice reaches the scenario, and the default chosen again is no override.
func TestChoose(t *testing.T) {
	for _, p := range []*Page{newTestPage(t), newPageOfNow(t)} {
		chooseAll(t, p)
	}
}

func chooseAll(t *testing.T, p *Page) {
	fixed := newTestPage(t)
	for _, c := range p.Choosers {
		p := p
		if c.Name == "gas_model" { // the study's goes with a fixed price only
			p, c = fixed, fixed.chooser(c.Name)
		}
		values := map[assumption.Kind][]string{assumption.Switch: {"true", "false"},
			assumption.Date: {"2024-05-01", "2030-12-31"}}[c.Kind]
		for _, option := range p.Choice(c).Options {
			values = append(values, option.Value)
		}
		before := p.Choice(c).Value
		for _, value := range append(values, before) {
			p.Choose(c, value)
			update(t, p)
			_, held := p.overrides[c.Name]
			if p.Choice(c).Error != "" || c.of.Text(&p.Scenario) != value || p.Choice(c).Value != value ||
				p.Choice(c).Changed != (value != before) || held != p.Choice(c).Changed {
				t.Errorf("%s: chose %q, has %q (shown %q), changed %v, held %v, error %q", c.Name, value,
					c.of.Text(&p.Scenario), p.Choice(c).Value, p.Choice(c).Changed, held, p.Choice(c).Error)
			}
			mustShow(t, p)
		}
	}
}

// The study's gas model goes with a fixed price only. What is refused beside the price is said, and is taken up once
// the price is another.
func TestRegimeWantsAFixedPrice(t *testing.T) {
	p := newPageOfNow(t)
	gas, price := p.chooser("gas_model"), p.chooser("price")
	p.Choose(gas, "regime")
	mustContain(t, p.Choice(gas).Error, p.Text.Control["gas_model"].Label, `gas_model is "regime"`, `price "fixed"`)
	if p.Scenario.GasModel != assumption.ScalingModel || p.Choice(gas).Value != "regime" {
		t.Errorf("model %s, shown %s", p.Scenario.GasModel, p.Choice(gas).Value)
	}
	p.Choose(price, "fixed")
	update(t, p)
	if p.Scenario.GasModel != assumption.RegimeModel || p.Choice(gas).Error != "" {
		t.Errorf("with a fixed price: %s, %q", p.Scenario.GasModel, p.Choice(gas).Error)
	}
	for what, back := range map[string]func(){
		"chosen": func() { p.Choose(price, "block_space") }, "reset": func() { p.ResetChooser(price) },
	} {
		back()
		if p.Scenario.Price != assumption.FixedPrice || p.Choice(price).Error == "" {
			t.Errorf("%s: price %s, %q", what, p.Scenario.Price, p.Choice(price).Error)
		}
	}
	p.ResetChooser(gas)
	if p.Scenario.Price != assumption.BlockSpacePrice || p.Choice(price).Error != "" {
		t.Errorf("with the scaling model: price %s, %q", p.Scenario.Price, p.Choice(price).Error)
	}
}

// A base fee that is set fixes the price; taken back it stays fixed, at the default fee; a price that follows block
// space again leaves nothing of it behind. All of it comes back by its link.
func TestBaseFeeAndPrice(t *testing.T) {
	p := newPageOfNow(t)
	fee, price := slider(t, p, "base_fee_nanofil"), p.chooser("price")
	if !p.Field(fee).Hidden || p.Choice(price).Hidden {
		t.Error("gas priced by block space shows a base fee, or no choice of the price")
	}
	check := func(what, link string, want string, nanoFIL float64) {
		t.Helper()
		update(t, p)
		query, _ := p.Link()
		q := opened(t, query)
		if p.Scenario.Price != want || p.Scenario.BaseFeeNanoFIL != nanoFIL || !strings.HasSuffix(query, link) ||
			p.Field(fee).Hidden != (want == assumption.BlockSpacePrice) || q.Scenario.Price != want ||
			q.Scenario.BaseFeeNanoFIL != nanoFIL {
			t.Errorf("%s: price %s, %v nanoFIL, %s", what, p.Scenario.Price, p.Scenario.BaseFeeNanoFIL, query)
		}
	}
	standard := p.defaults.BaseFeeNanoFIL
	p.Choose(price, "fixed")
	check("fixed", "&price=fixed", assumption.FixedPrice, standard)
	p.Type(fee, "0.5")
	check("typed", "&model=3&fee=0.5", assumption.FixedPrice, 0.5)
	p.Type(fee, words.Entered(standard))
	check("typed back", "&price=fixed", assumption.FixedPrice, standard)
	p.Slide(fee, "0.7")
	p.Reset(fee)
	check("taken back", "&price=fixed", assumption.FixedPrice, standard)
	p.Slide(fee, "0.7")
	p.Choose(price, "block_space")
	check("follows block space", "&model=3", assumption.BlockSpacePrice, standard)
	p.Type(fee, "0.5") // the field of an embedded chart, for one, is there without the choice
	check("typed again", "&model=3&fee=0.5", assumption.FixedPrice, 0.5)
	p.ResetChooser(price)
	check("reset", "&model=3", assumption.BlockSpacePrice, standard)
}

// A bad day keeps the last good one and says why.
func TestChooseBadDay(t *testing.T) {
	p := newTestPage(t)
	c := p.chooser("adoption_start")
	p.Choose(c, "2025-01-31")
	update(t, p)
	result := p.Result
	for _, value := range []string{"", "tomorrow", "2025-02-30", "2019-12-31", "2100-01-02"} {
		p.Choose(c, value)
		update(t, p)
		if p.Choice(c).Error == "" || p.Scenario.AdoptionStart.String() != "2025-01-31" || p.Result != result {
			t.Errorf("%q: error %q, scenario %v", value, p.Choice(c).Error, p.Scenario.AdoptionStart)
		}
	}
	p.Choose(c, "2025-02-28")
	update(t, p)
	if p.Choice(c).Error != "" || p.Choice(c).Value != "2025-02-28" {
		t.Errorf("a good day after bad ones: %q, error %q", p.Choice(c).Value, p.Choice(c).Error)
	}
}

// A control without effect is hidden, and only that.
func TestHiddenControls(t *testing.T) {
	p := newTestPage(t)
	shown := func() string {
		update(t, p)
		var names []string
		for _, s := range p.Sliders {
			if !p.Field(s).Hidden {
				names = append(names, s.Name)
			}
		}
		for _, c := range p.Choosers {
			if !p.Choice(c).Hidden {
				names = append(names, c.Name)
			}
		}
		return " " + strings.Join(names, " ") + " "
	}
	for _, c := range []struct{ chooser, value, shows, hides string }{
		{"adoption", assumption.FullAdoption, "", "adoption_share adoption_start adoption_days"},
		{"adoption", assumption.NoAdoption, "", "adoption_share adoption_start adoption_days"},
		{"adoption", assumption.ConstantAdoption, "adoption_share", "adoption_start adoption_days"},
		{"adoption", assumption.LogisticAdoption, "adoption_share adoption_start adoption_days", ""},
		{"messages", assumption.PublishMessages, "",
			"direct_precommit_fraction direct_prove_fraction direct_prove_fraction_no_deals"},
		{"messages", assumption.OnboardingMessages,
			"direct_precommit_fraction direct_prove_fraction direct_prove_fraction_no_deals", ""},
	} {
		p.Choose(p.chooser(c.chooser), c.value)
		names := shown()
		for _, name := range strings.Fields(c.shows + " renewal_rate direct_gas_fraction gas_model") {
			if !strings.Contains(names, " "+name+" ") {
				t.Errorf("%s %s: %s is hidden", c.chooser, c.value, name)
			}
		}
		for _, name := range strings.Fields(c.hides) {
			if strings.Contains(names, " "+name+" ") {
				t.Errorf("%s %s: %s is shown", c.chooser, c.value, name)
			}
		}
	}
}

// A preset is its assumptions and its snapshot, and nothing that was there before.
func TestPresets(t *testing.T) {
	p := newTestPage(t)
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
	use(t, p, latest)
	for _, preset := range assumption.Presets() {
		p.Type(p.Sliders[0], "2")
		p.Type(p.Sliders[1], "bad")
		p.Choose(p.chooser("adoption_start"), "bad")
		p.AddRate()
		update(t, p)
		if got := p.Preset(); got != "" {
			t.Errorf("after changes the preset is %q", got)
		}
		p.UsePreset(preset)
		update(t, p)
		want, err := preset.Scenario().Resolve(p.in)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range p.Sliders {
			if scalarOf(&p.Scenario, s.Name) != scalarOf(&want, s.Name) || p.Field(s).Error != "" {
				t.Errorf("%s: %s is %v (%s)", preset.Name, s.Name, scalarOf(&p.Scenario, s.Name), p.Field(s).Error)
			}
		}
		for _, c := range p.Choosers {
			if c.of.Text(&p.Scenario) != c.of.Text(&want) || p.Choice(c).Value != c.of.Text(&want) ||
				p.Choice(c).Error != "" {
				t.Errorf("%s: %s is %s (%s)", preset.Name, c.Name, p.Choice(c).Value, p.Choice(c).Error)
			}
		}
		if p.Preset() != preset.Name || p.SnapshotName() != preset.Snapshot || p.RateCount() != len(want.FILPlusRates) {
			t.Errorf("%s: preset %q of %s with %d rates", preset.Name, p.Preset(), p.SnapshotName(), p.RateCount())
		}
		mustShow(t, p)
	}
}

// A scenario of the first version says so in a line, and one click lays what it sets over today's default.
func TestUseToday(t *testing.T) {
	p := newPageOfNow(t)
	if got := p.Picture().Outdated; got != "" {
		t.Errorf("today's default: %q", got)
	}
	for _, c := range []struct{ from, to string }{
		{"v=1&snapshot=" + study, standardLink(t)},
		{"rebound=0.5&lock=0.2", standardLink(t) + "&rebound=0.5&lock=0.2"},
		{"v=1&fee=0.7&by=outflow", standardLink(t) + "&fee=0.7&by=outflow"},
		{"v=1&snapshot=" + latest + "&days=400", "v=2&snapshot=" + latest + "&model=3&days=400"},
		{"v=1&gas=regime&fee=1&direct=0.15", standardLink(t) + "&fee=1&gas=regime&direct=0.15"},
		{"v=1&price=block_space&knee=45", standardLink(t) + "&knee=45"},
	} {
		p := opened(t, c.from)
		if got := p.Picture().Outdated; got != p.Text.Link.Outdated {
			t.Errorf("%s: %q", c.from, got)
		}
		p.UseToday()
		update(t, p)
		if got, _ := p.Link(); got != c.to || p.Picture().Outdated != "" || len(p.LinkNotices()) > 0 {
			t.Errorf("%s is %s, want %s; %q, %q", c.from, got, c.to, p.Picture().Outdated, p.LinkNotices())
		}
	}
	// The study's gas model without a fee of its own does not go with a price that follows block space.
	p = opened(t, "v=1&gas=regime")
	p.UseToday()
	update(t, p)
	if len(p.LinkFaults()) != 1 || p.Scenario.GasModel != assumption.ScalingModel ||
		p.Scenario.Version != assumption.DefaultVersion {
		t.Errorf("%q, %s", p.LinkFaults(), p.Scenario.GasModel)
	}
	for _, preset := range assumption.Presets() {
		p := newPageOfNow(t)
		p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
		p.UsePreset(preset)
		update(t, p)
		if old := preset.Overrides.Version() < assumption.DefaultVersion; old != (p.Picture().Outdated != "") {
			t.Errorf("%s: %q", preset.Name, p.Picture().Outdated)
		}
	}
}
