package explore_test

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
)

// TestHistoryOfThePage: what the page fetches gives the same history as the whole table, so that page and
// command line draw the same runs.
func TestHistoryOfThePage(t *testing.T) {
	for _, name := range assets.SnapshotNames() {
		in := must(load(name))
		want := history(in)
		table := must(assets.DecodeHistory(
			must(assets.EncodeHistory(must(assets.BuildHistory(name, explore.HistoryDays))))))
		got := explore.NewHistory(table, in.Snapshot.Current, explore.HistoryDays)
		same := func(a, b float64) bool {
			return math.Float64bits(a) == math.Float64bits(b) || math.IsNaN(a) && math.IsNaN(b)
		}
		for what, pair := range map[string][2][]float64{
			"onboarding": {got.Of("raw_onboarding_pib"), want.Of("raw_onboarding_pib")},
			"renewal":    {got.Of("renewal_rate"), want.Of("renewal_rate")},
			"FIL+ rate":  {got.Of("fil_plus_rates"), want.Of("fil_plus_rates")},
			"base fee":   {got.Of("base_fee_nanofil"), want.Of("base_fee_nanofil")},
		} {
			if len(pair[0]) != explore.HistoryDays || !slices.EqualFunc(pair[0], pair[1], same) {
				t.Errorf("%s: %s differs", name, what)
			}
		}
		fee := must(assumption.Named("base_fee_nanofil"))
		for d := got.First; d <= got.Last; d++ {
			if a, b := fee.LaterPast(table, d, got.Last), fee.LaterPast(in.Daily, d, got.Last); !same(a, b) {
				t.Fatalf("%s: measured fee of %s: %v, want %v", name, d, a, b)
			}
		}
	}
}
