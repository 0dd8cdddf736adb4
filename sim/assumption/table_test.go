package assumption_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/simtest"
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
	for _, a := range assumption.Rows() {
		once(a.Name, names[a.Name] || a.Link != "" && links[a.Link] || a.Place != 0 && places[a.Place] ||
			a.Weight != 0 && weights[a.Weight])
		names[a.Name], links[a.Link], places[a.Place], weights[a.Weight] = true, true, true, true
		if a.Name == "" || a.Unit == "" || a.Meaning == "" || a.Source == "" {
			t.Errorf("%+v: a row without words", a)
		}
		if (a.Link == "") != (a.Place == 0) || (a.Link == "") != (a.Name == "snapshot" || a.Name == "version") {
			t.Errorf("%s: link %q at place %d", a.Name, a.Link, a.Place)
		}
		numeric := a.Kind == assumption.Whole || a.Kind == assumption.Number || a.Kind == assumption.Daily
		if a.HasSlider() != (numeric && a.Group >= assumption.BasicGroup) {
			t.Errorf("%s: kind %d in group %d has the slider %+v", a.Name, a.Kind, a.Group, a.Slider)
		}
		if k := a.Scale(); a.HasSlider() && (!within(a.Slider.Low/k, a.Slider.High/k, a.Range) || a.Slider.Step <= 0) {
			t.Errorf("%s: slider %+v, legal %v", a.Name, a.Slider, a.Range)
		}
		if a.Study != 0 && (!a.HasSlider() || !a.Range.Contains(a.Study)) {
			t.Errorf("%s: the study's %v, legal %v", a.Name, a.Study, a.Range)
		}
		if v := a.Vary; numeric && v.Basis != "" && v.Basis != assumption.OwnHistory &&
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
		rows []*assumption.Row
		of   func(*assumption.Row) string
		want string
	}{
		{assumption.ByPlace(), func(a *assumption.Row) string { return a.Link },
			"days rates onboarding renewal fee gas messages adoption share start ramp " +
				"direct direct_precommit direct_prove direct_prove_nodeals rebound feedback sector lock multiplier " +
				"requality gamma weighting pledge smoothing"},
		{assumption.ByWeight(), func(a *assumption.Row) string { return a.Name },
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
	for _, a := range assumption.Rows() {
		if a.Name == "snapshot" {
			continue
		}
		values := []float64{a.Range.Min, a.Range.Max}
		if a.Kind == assumption.Choice || a.Kind == assumption.Switch {
			values = []float64{0, 1}
		}
		for _, v := range values {
			_, was := simtest.Resolve(t, `{"adoption": "logistic"}`)
			number, alone := was, was
			a.SetNumber(&number, v)
			a.SetAlone(&alone, v)
			if a.Number(&number) != v || a.Alone(&alone) != v {
				t.Errorf("%s set to %v is %v, alone %v", a.Name, v, a.Number(&number), a.Alone(&alone))
			}
			for _, other := range assumption.Rows() {
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
	share, err := assumption.Named("adoption_share")
	if err != nil {
		t.Fatal(err)
	}
	for adoption, want := range map[string]float64{"none": 0, "full": 1, "constant": 0.4, "logistic": 0.4} {
		_, s := simtest.Resolve(t, `{"adoption": "`+adoption+`", "adoption_share": 0.4}`)
		if got := share.Alone(&s); got != want {
			t.Errorf("adoption %s: the share alone is %v, want %v", adoption, got, want)
		}
		share.SetAlone(&s, 0.2)
		if ramp := adoption == "logistic"; (s.Adoption == assumption.LogisticAdoption) != ramp ||
			(s.Adoption == assumption.ConstantAdoption) == ramp || s.AdoptionShare != 0.2 {
			t.Errorf("adoption %s with a share of 0.2 became %s with %v", adoption, s.Adoption, s.AdoptionShare)
		}
	}
}
