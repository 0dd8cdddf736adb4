package price

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

func TestRuleByDate(t *testing.T) {
	for d, want := range map[day.Day]bool{
		day.Of(2025, 1, 1): false, day.Of(2026, 5, 27): false, day.Of(2026, 5, 28): true, day.Of(2030, 1, 1): true,
	} {
		if FIP0115(d) != want {
			t.Errorf("FIP-0115 holds on %v: %v", d, !want)
		}
	}
}

// TestFeeRises: more load is never cheaper, no fee is below the minimum or above the level, and both ends are reached.
func TestFeeRises(t *testing.T) {
	p := Standard(0.0162)
	for _, rule := range []bool{false, true} {
		last := 0.0
		for load := 0.0; load <= 120; load += 0.5 {
			fee := p.fee(load, rule)
			if fee < last || fee < MinimumNanoFIL || fee > p.LevelNanoFIL {
				t.Errorf("FIP-0115 %v, load %v: fee %v after %v", rule, load, fee, last)
			}
			last = fee
		}
		near(t, "fee of a network without end", last, p.LevelNanoFIL, 1e-6)
	}
	near(t, "half of the days are priced at the knee", p.Priced(p.KneeTgas), 0.5, exactly)
	near(t, "low price when full", p.Low(100, true), 8*p.PremiumNanoFIL, exactly)
	p.PremiumNanoFIL = 0
	near(t, "low price without premiums", p.Low(100, true), MinimumNanoFIL, exactly)
	if got := p.Padded(0); got != 0 {
		t.Errorf("an empty chain is padded to %v", got)
	}
}

func TestFitting(t *testing.T) {
	for load, want := range map[float64]float64{0: 1, 51.4: 1, 102.8: 0.5} {
		if got := Fitting(load); math.Abs(got-want) > 1e-12 {
			t.Errorf("of %v Tgas %v fits, want %v", load, got, want)
		}
	}
}

// TestOverEstimation: 0.052 in 2020-22 is a limit of 1.28 times the gas used, 0.036 in 2025 one of 1.25.
func TestOverEstimation(t *testing.T) {
	for x, k := range map[float64]float64{0.052: 1.28, 0.036: 1.25} {
		got := LimitOf(x)
		if math.Abs(got-k) > 0.005 {
			t.Errorf("over-estimation of %v: %v times the gas, want %v", x, got, k)
		}
		near(t, "and back", OverEstimation(got), x, exactly)
	}
	for _, k := range []float64{1, 1.05, 1.1} {
		if got := OverEstimation(k); got != 0 {
			t.Errorf("a limit of %v times the gas burns %v", k, got)
		}
	}
}

func TestCost(t *testing.T) {
	p := Standard(0.0162)
	c := p.Cost(1000, 0.02) // 1 Tgas
	near(t, "base fee", c.BaseFeeFIL, 20, exactly)
	near(t, "over-estimation", c.OverEstimationFIL, 20*0.0375, exactly)
	near(t, "tip", c.TipFIL, 1000*1.25*2.1e-4, exactly)
	near(t, "burnt", c.Burnt(), 20.75, exactly)
	near(t, "total", c.Total(), 20.75+0.2625, exactly)
	// April 2026: senders paid 1.85 FIL a day for 6.99 Tgas, nearly all of it tips.
	near(t, "April 2026", p.Cost(6990, 1.048e-7).Total(), 1.85, 0.01)
}

func TestCheck(t *testing.T) {
	p := Standard(0.0162)
	if err := p.Check(); err != nil {
		t.Error(err)
	}
	p.WidthTgas, p.LimitOverUsed, p.LevelNanoFIL = 0, 0.9, math.NaN()
	err := p.Check()
	if err == nil {
		t.Fatal("no fault")
	}
	for _, want := range []string{"knee_width_tgas is 0, want a number in 0.1..20",
		"gas_limit_ratio is 0.9, want a number in 1..2", "priced_level_nanofil is NaN, want a number in 0..10"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not say %q", err, want)
		}
	}
	if err := CheckLoad(-1); err == nil || err.Error() != "load_tgas is -1, want a number in 0..1000000" {
		t.Errorf("a negative load: %v", err)
	}
	if err := CheckLoad(46.9); err != nil {
		t.Error(err)
	}
}
