package explore_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// TestTornadoOfBlockSpace: a scenario of version 2 is varied in its assumptions on the price, too; one of the first is
// not.
func TestTornadoOfBlockSpace(t *testing.T) {
	names := func(tornado *explore.Tornado) (out []string) {
		for _, s := range tornado.Swings() {
			out = append(out, s.Input.Name)
		}
		return out
	}
	in, first := resolve(t, "{}")
	tornado := must(explore.NewTornado(in, history(in), first, headline))
	finish(t, tornado, 1000)
	if list := names(tornado); slices.Contains(list, "knee_tgas") || slices.Contains(list, "price") {
		t.Errorf("a scenario of the first version is varied in %v", list)
	}
	in, sc := resolve(t, `{"version": 2, "raw_onboarding_pib": 4.5}`)
	tornado = must(explore.NewTornado(in, history(in), sc, headline))
	finish(t, tornado, 1000)
	for _, name := range []string{"priced_level_nanofil", "knee_tgas", "knee_width_tgas", "onboard_tgas_per_pib",
		"window_tgas_per_eib", "other_tgas", "price"} {
		if s := swingOf(t, tornado, name); !(s.Size > 0) {
			t.Errorf("%s moves the figure by %v", name, s.Size)
		}
	}
	if s := swingOf(t, tornado, "tip_nanofil"); s.Size != 0 {
		t.Errorf("tips, which are not burnt, move the burn by %v", s.Size)
	}
	// The regime model may not stand beside it, and a base fee fixes the price.
	model := swingOf(t, tornado, "gas_model")
	if !slices.ContainsFunc(model.Ends, func(e explore.End) bool { return e.Value.Reason == explore.Illegal }) {
		t.Errorf("%+v", model.Ends)
	}
	fee, err := explore.InputNamed("base_fee_nanofil")
	if err != nil {
		t.Fatal(err)
	}
	fixed, err := fee.Apply(sc, 0, 0.5)
	if err != nil || fixed.Price != sim.FixedPrice || fixed.BaseFeeNanoFIL != 0.5 {
		t.Errorf("%+v, %v", fixed, err)
	}
}

// TestBreakEvenOfTheKnee: at which knee what DirectFIL+ saves is half of what it is. The run there says the same.
func TestBreakEvenOfTheKnee(t *testing.T) {
	in, sc := resolve(t, `{"version": 2, "raw_onboarding_pib": 4.5}`)
	q := explore.Question{Figure: "saving_fil_per_day", Rate: explore.Middle}
	result := must(sim.Run(in, sc))
	whole := result.Runs[1].Summary.SavingFILPerDay
	b := must(explore.NewBreakEven(in, sc, q, must(explore.InputNamed("knee_tgas")), whole/2, mechafil.Range{}))
	finish(t, b, 1000)
	crossings := b.Result().Crossings
	if len(crossings) == 0 {
		t.Fatal("no crossing")
	}
	sc.KneeTgas = crossings[0].Input
	if got := must(sim.Run(in, sc)).Runs[1].Summary.SavingFILPerDay; math.Abs(got-whole/2) > 1e-6*whole {
		t.Errorf("at %v Tgas it saves %v, want %v", sc.KneeTgas, got, whole/2)
	}
}

// TestCompareVersions: what lies between a fixed price and one that follows block space, and that the parts sum up.
func TestCompareVersions(t *testing.T) {
	in, a := resolve(t, `{"base_fee_nanofil": 0.5}`)
	_, b := resolve(t, `{"version": 2, "knee_tgas": 42}`)
	b.Start, b.ExtensionDays, b.LeavingRate = a.Start, a.ExtensionDays, a.LeavingRate // the price alone
	b.Burn, b.Gamma = a.Burn, a.Gamma
	b.DirectProveFractionNoDeals = a.DirectProveFractionNoDeals
	changes, err := explore.Changes(&a, &b)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range changes {
		names = append(names, c.Field.Name)
	}
	if !slices.Equal(names, []string{"base_fee_nanofil", "price", "knee_tgas"}) {
		t.Errorf("changes %v", names)
	}
	c := must(explore.NewComparison(a, b, explore.Question{Figure: "saving_fil_per_day", Rate: explore.Middle},
		func(string) (*sim.Inputs, error) { return in, nil }))
	finish(t, c, 1000)
	from, to, shares := c.Gap()
	sum := 0.0
	for _, s := range shares {
		sum += s.Amount
	}
	if gap := to.Figure - from.Figure; math.Abs(sum-gap) > 1e-9*math.Abs(gap) {
		t.Errorf("parts sum to %v, want %v", sum, gap)
	}
}
