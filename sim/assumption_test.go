package sim_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// within reports whether one range lies in another.
func within(low, high float64, r mechafil.Range) bool {
	return r.Contains(low) && r.Contains(high) && low <= high
}

// TestTable holds the rows of the table together.
func TestTable(t *testing.T) {
	names, links, places, weights := map[string]bool{}, map[string]bool{}, map[int]bool{}, map[int]bool{}
	once := func(name string, twice bool) {
		if twice {
			t.Errorf("%s: something stands in another row too", name)
		}
	}
	for _, a := range sim.Assumptions() {
		once(a.Name, names[a.Name] || a.Link != "" && links[a.Link] || a.Place != 0 && places[a.Place] ||
			a.Weight != 0 && weights[a.Weight])
		names[a.Name], links[a.Link], places[a.Place], weights[a.Weight] = true, true, true, true
		if a.Name == "" || a.Unit == "" || a.Meaning == "" || a.Source == "" {
			t.Errorf("%+v: a row without words", a)
		}
		if (a.Link == "") != (a.Place == 0) || (a.Link == "") != (a.Name == "snapshot" || a.Name == "version") {
			t.Errorf("%s: link %q at place %d", a.Name, a.Link, a.Place)
		}
		numeric := a.Kind == sim.Whole || a.Kind == sim.Number || a.Kind == sim.Daily
		if a.HasSlider() != (numeric && a.Group >= sim.BasicGroup) {
			t.Errorf("%s: kind %d in group %d has the slider %+v", a.Name, a.Kind, a.Group, a.Slider)
		}
		if k := a.Scale(); a.HasSlider() && (!within(a.Slider.Low/k, a.Slider.High/k, a.Range) || a.Slider.Step <= 0) {
			t.Errorf("%s: slider %+v, legal %v", a.Name, a.Slider, a.Range)
		}
		if a.Study != 0 && (!a.HasSlider() || !a.Range.Contains(a.Study)) {
			t.Errorf("%s: the study's %v, legal %v", a.Name, a.Study, a.Range)
		}
		if v := a.Vary; numeric && v.Basis != "" && v.Basis != sim.OwnHistory &&
			(!within(v.Low, v.High, a.Range) || v.Low == v.High) {
			t.Errorf("%s: varied over %+v, legal %v", a.Name, v, a.Range)
		}
		if numeric && a.Derive == nil && a.Recent == nil && !a.Range.Contains(a.Default) {
			t.Errorf("%s: default %v, legal %v", a.Name, a.Default, a.Range)
		}
	}
}

// TestOrders: the orders of links and of lists of assumptions are those that readers know.
func TestOrders(t *testing.T) {
	for _, c := range []struct {
		rows []*sim.Assumption
		of   func(*sim.Assumption) string
		want string
	}{
		{sim.ByPlace(), func(a *sim.Assumption) string { return a.Link },
			"days rates onboarding renewal fee gas messages adoption share start ramp " +
				"direct direct_precommit direct_prove direct_prove_nodeals rebound feedback sector lock multiplier " +
				"requality gamma weighting pledge smoothing"},
		{sim.ByWeight(), func(a *sim.Assumption) string { return a.Name },
			"snapshot fil_plus_rates base_fee_nanofil gas_model messages adoption " +
				"direct_gas_fraction raw_onboarding_pib renewal_rate rebound burn_feedback horizon_days " +
				"smoothing_days sector_duration_days lock_target " +
				"fil_plus_multiplier direct_precommit_fraction direct_prove_fraction direct_prove_fraction_no_deals " +
				"qa_renewal_multiplier gamma " +
				"gamma_weighting pledge_base"},
	} {
		want := strings.Fields(c.want)
		var got []string
		for _, a := range c.rows {
			if name := c.of(a); slices.Contains(want, name) { // new ones may stand between them
				got = append(got, name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("in order: %v, want %v", got, want)
		}
	}
}

// TestNumbers: what SetNumber and SetAlone set, Number and Alone read, of every assumption; and nothing else changes.
func TestNumbers(t *testing.T) {
	for _, a := range sim.Assumptions() {
		if a.Name == "snapshot" {
			continue
		}
		values := []float64{a.Range.Min, a.Range.Max}
		if a.Kind == sim.Choice || a.Kind == sim.Switch {
			values = []float64{0, 1}
		}
		for _, v := range values {
			_, was := resolve(t, `{"adoption": "logistic"}`)
			number, alone := was, was
			a.SetNumber(&number, v)
			a.SetAlone(&alone, v)
			if a.Number(&number) != v || a.Alone(&alone) != v {
				t.Errorf("%s set to %v is %v, alone %v", a.Name, v, a.Number(&number), a.Alone(&alone))
			}
			for _, other := range sim.Assumptions() {
				before, _ := other.Value(&was)
				after, _ := other.Value(&number)
				if other != a && string(before) != string(after) {
					t.Errorf("%s set to %v: %s is %s, was %s", a.Name, v, other.Name, after, before)
				}
			}
		}
	}
}

// TestShareAlone: adoption by none and by all are shares of 0 and 1, from which the share is varied.
func TestShareAlone(t *testing.T) {
	share, err := sim.AssumptionNamed("adoption_share")
	if err != nil {
		t.Fatal(err)
	}
	for adoption, want := range map[string]float64{"none": 0, "full": 1, "constant": 0.4, "logistic": 0.4} {
		_, s := resolve(t, `{"adoption": "`+adoption+`", "adoption_share": 0.4}`)
		if got := share.Alone(&s); got != want {
			t.Errorf("adoption %s: the share alone is %v, want %v", adoption, got, want)
		}
		share.SetAlone(&s, 0.2)
		if ramp := adoption == "logistic"; (s.Adoption == sim.LogisticAdoption) != ramp ||
			(s.Adoption == sim.ConstantAdoption) == ramp || s.AdoptionShare != 0.2 {
			t.Errorf("adoption %s with a share of 0.2 became %s with %v", adoption, s.Adoption, s.AdoptionShare)
		}
	}
}
