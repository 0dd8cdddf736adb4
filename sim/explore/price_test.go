package explore_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
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
	in, sc := resolve(t, `{"version": 2, "snapshot": "2023-07-31", "raw_onboarding_pib": 4.5}`)
	tornado = must(explore.NewTornado(in, history(in), sc, headline))
	finish(t, tornado, 1000)
	for _, name := range []string{"priced_level_nanofil", "knee_tgas", "knee_width_tgas", "onboard_tgas_per_pib",
		"window_tgas_per_eib", "other_tgas", "price"} {
		if s := swingOf(t, tornado, name); !(s.Size > 0) {
			t.Errorf("%s moves the figure by %v", name, s.Size)
		}
	}
	if list := names(tornado); slices.Contains(list, "base_fee_nanofil") {
		t.Errorf("a price that follows block space is varied as if it were fixed: %v", list)
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
	if err != nil || fixed.Price != assumption.FixedPrice || fixed.BaseFeeNanoFIL != 0.5 {
		t.Errorf("%+v, %v", fixed, err)
	}
}

// TestTornadoOfAMeasuredFee: from version 2 on a fixed price is varied over what was paid in the two years to the
// snapshot, in earlier versions over burn / gas, which is their default. The deciles are counted over the table.
func TestTornadoOfAMeasuredFee(t *testing.T) {
	for _, c := range []struct {
		snapshot    string
		values      int
		first, last day.Day
	}{
		{"2023-07-31", 437, day.Of(2021, 8, 1), day.Of(2022, 10, 11)},
		{"2025-09-09", 0, 0, 0}, {"2026-04-20", 0, 0, 0},
	} {
		in, sc := resolve(t, `{"version": 2, "price": "fixed", "snapshot": "`+c.snapshot+`"}`)
		tornado := must(explore.NewTornado(in, history(in), sc, headline))
		finish(t, tornado, 1000)
		got := swingOf(t, tornado, "base_fee_nanofil").Range
		var fees []float64
		for d := in.Snapshot.Current - 729; d <= in.Snapshot.Current; d++ {
			if fee, _ := in.Daily.MeasuredFee(in.Daily.Row(d)); !math.IsNaN(fee) {
				fees = append(fees, fee)
			}
		}
		slices.Sort(fees)
		if got.Basis != assumption.OwnHistory || got.Values != len(fees) || len(fees) < 400 ||
			c.values > 0 && (got.Values != c.values || got.First != c.first || got.Last != c.last) {
			t.Errorf("%s: %+v, of %d fees", c.snapshot, got, len(fees))
		}
		below, _ := slices.BinarySearch(fees, got.Low*1.0005)
		above, _ := slices.BinarySearch(fees, got.High*0.9995)
		if tenth := len(fees) / 10; below < tenth-1 || len(fees)-above < tenth-1 || got.Low < 0.99e-7 ||
			got.High > 1 {
			t.Errorf("%s: %d of %d below %v, %d above %v", c.snapshot, below, len(fees), got.Low, len(fees)-above,
				got.High)
		}
		// 1 nanoFIL, or what burn over gas implied, is not in it.
		sc.Version = assumption.FirstVersion
		if first := must(explore.NewTornado(in, history(in), sc, headline)); first == nil {
			t.Fatal("no tornado")
		} else if finish(t, first, 1000); swingOf(t, first, "base_fee_nanofil").Range == got {
			t.Errorf("%s: the first version is varied over %+v too", c.snapshot, got)
		}
	}
}

// TestTornadoWithoutFees: figures without fees, a reader's own, leave the range that is stated.
func TestTornadoWithoutFees(t *testing.T) {
	in, sc := resolve(t, `{"version": 2, "snapshot": "2023-07-31", "price": "fixed"}`)
	bare := *in.Daily
	bare.BaseFeeNanoFIL, bare.FeeBurnFIL = nil, nil
	h := explore.NewHistory(&bare, in.Snapshot.Current, explore.HistoryDays)
	tornado := must(explore.NewTornado(in, h, sc, headline))
	finish(t, tornado, 1000)
	if r := swingOf(t, tornado, "base_fee_nanofil").Range; r.Basis != assumption.Stated || r.Low != 1e-7 ||
		r.High != 0.3 {
		t.Errorf("%+v", r)
	}
}

// TestBreakEvenOfTheKnee: at which knee what DirectFIL+ saves is half of what it is. The run there says the same.
func TestBreakEvenOfTheKnee(t *testing.T) {
	in, sc := resolve(t, `{"version": 2, "snapshot": "2023-07-31", "raw_onboarding_pib": 4.5}`)
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
	_, b := resolve(t, `{"version": 2, "snapshot": "2023-07-31", "knee_tgas": 42}`)
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
		func(string) (*assumption.Inputs, error) { return in, nil }))
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
