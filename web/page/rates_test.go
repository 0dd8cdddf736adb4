package page

import (
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// percents are the rates of the page's scenario in percent.
func percents(p *Page) []float64 {
	var out []float64
	for _, rate := range p.Scenario.FILPlusRates {
		out = append(out, rate[0]*100)
	}
	return out
}

// A new rate goes into the middle of the widest gap, ends included, the lowest of equal gaps.
func TestAddRate(t *testing.T) {
	for _, c := range []struct {
		rates string
		want  float64
	}{
		{"0.5,0.75,1", 25},
		{"0.25,0.5,0.75,1", 13}, // four equal gaps
		{"0", 50},
		{"1", 50},
		{"0.5", 25},
		{"0,1", 50},
		{"1,0", 50}, // the order is the reader's
		{"0.333", 67},
		{"0.9,0.1,0.2,0.8", 50},
		{"0.7,0.7,0.7", 35},
	} {
		p := newStudyPage(t, "fil_plus_rates="+c.rates)
		before := percents(p)
		p.AddRate()
		update(t, p)
		if got := percents(p); !slices.Equal(got, append(before, c.want)) {
			t.Errorf("%v became %v, want %v more", before, got, c.want)
		}
		if last := p.Rates[p.RateCount()-1]; p.Field(last).Text != words.Entered(c.want) || p.Field(last).Error != "" {
			t.Errorf("the new rate's field shows %q with error %q", p.Field(last).Text, p.Field(last).Error)
		}
		mustShow(t, p)
	}
}

func TestAddRateUpToTheMost(t *testing.T) {
	p := newStudyPage(t)
	for range 2 * assumption.MaxRates {
		p.AddRate()
	}
	update(t, p)
	if p.RateCount() != assumption.MaxRates {
		t.Errorf("%d rates, want %d", p.RateCount(), assumption.MaxRates)
	}
	sorted := slices.Sorted(slices.Values(percents(p)))
	if len(slices.Compact(sorted)) != assumption.MaxRates {
		t.Errorf("added rates repeat: %v", percents(p))
	}
}

func TestRemoveRate(t *testing.T) {
	p := newStudyPage(t, "fil_plus_rates=0.1,0.2,0.3")
	p.Type(p.Rates[2], "bad")
	for _, c := range []struct {
		remove int
		want   []float64
	}{
		{7, []float64{10, 20, 30}},
		{1, []float64{10, 30}},
		{0, []float64{30}},
		{0, []float64{30}}, // the last one stays
	} {
		p.RemoveRate(c.remove)
		update(t, p)
		if got := percents(p); !slices.Equal(got, c.want) {
			t.Fatalf("removing %d left %v, want %v", c.remove, got, c.want)
		}
		for i := range p.RateCount() {
			if s := p.Rates[i]; c.remove < 7 && (p.Field(s).Text != words.Entered(c.want[i]) ||
				p.Field(s).Error != "") {
				t.Errorf("field %d shows %q with error %q, want %v", i, p.Field(s).Text, p.Field(s).Error, c.want[i])
			}
		}
		mustShow(t, p)
	}
	p.AddRate() // into the row of the bad text
	p.AddRate()
	update(t, p)
	if s := p.Rates[2]; p.Field(s).Error != "" || p.Field(s).Text != words.Entered(p.Field(s).Value) {
		t.Errorf("a new rate's field shows %q with error %q", p.Field(s).Text, p.Field(s).Error)
	}
}

// Several actions may come between two computations.
func TestRatesBetweenUpdates(t *testing.T) {
	p := newStudyPage(t, "fil_plus_rates=0.1,0.2,0.3")
	p.Type(p.Rates[0], "40")
	p.RemoveRate(1)
	p.AddRate()
	p.Slide(p.Rates[1], "90")
	update(t, p)
	if got, want := percents(p), []float64{40, 90, 70}; !slices.Equal(got, want) {
		t.Errorf("rates are %v, want %v", got, want)
	}
	mustShow(t, p)
}

func TestTypeRate(t *testing.T) {
	p := newStudyPage(t)
	p.Type(p.Rates[1], "33,5 %")
	update(t, p)
	if got := p.Scenario.FILPlusRates[1][0]; got != 0.335 {
		t.Errorf("the rate is %v, want 0.335", got)
	}
	p.Entered()
	p.Type(p.Rates[1], "101")
	update(t, p)
	if s := p.Rates[1]; p.Scenario.FILPlusRates[1][0] != 0.335 || p.Field(s).Text != "101" {
		t.Errorf("bad input: rate %v, field %q", p.Scenario.FILPlusRates[1][0], p.Field(s).Text)
	}
	mustContain(t, p.Field(p.Rates[1]).Error, p.Field(p.Rates[1]).Label, "101", "0 to 100 %")
	if p.Field(p.Rates[0]).Error != "" || p.Field(p.Rates[2]).Error != "" {
		t.Error("the error shows at other rates")
	}
	mustShow(t, p)
}

// Colours go by height, whatever the order; equal rates get different ones.
func TestRanks(t *testing.T) {
	for _, c := range []struct {
		rates []float64
		want  []int
	}{
		{nil, []int{}},
		{[]float64{0.5}, []int{0}},
		{[]float64{0.5, 0.75, 1}, []int{0, 1, 2}},
		{[]float64{1, 0, 0.5}, []int{2, 0, 1}},
		{[]float64{0.5, 0.5, 0.2, 0.5}, []int{1, 2, 0, 3}},
	} {
		if got := ranks(c.rates); !slices.Equal(got, c.want) {
			t.Errorf("ranks of %v are %v, want %v", c.rates, got, c.want)
		}
	}
}

// Sentences speak of the middle rate, the higher of two.
func TestFocus(t *testing.T) {
	for rates, want := range map[string]int{
		"0.5": 0, "0.2,0.8": 1, "0.8,0.2": 0, "0.5,0.75,1": 1, "1,0.5,0.75": 2, "0.1,0.2,0.3,0.4": 2,
		"0.5,0.4,0.3,0.2,0.1": 2, "0.5,0.5,0.5": 1,
	} {
		p := newStudyPage(t, "fil_plus_rates="+rates)
		if got := Focus(p.Result); got != want {
			t.Errorf("focus of %s is %d, want %d", rates, got, want)
		}
		seen := map[int]bool{}
		for i := range p.RateCount() {
			seen[p.composer().rank(i)] = true
		}
		if len(seen) != p.RateCount() || p.composer().rank(assumption.MaxRates) != 0 {
			t.Errorf("colours of %s: %v", rates, seen)
		}
	}
}
