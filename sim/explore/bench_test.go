package explore_test

import (
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
)

// BenchmarkEnsemble measures 1000 runs of three FIL+ rates over three years, and the fans of all its curves.
func BenchmarkEnsemble(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"default", "{}"},
		{"study", `{"gas_model": "regime", "base_fee_nanofil": 1, "direct_gas_fraction": 0.15}`},
		{"rebound", `{"rebound": 0.5, "burn_feedback": true}`},
	} {
		in, sc := resolve(b, c.text)
		h := history(in)
		make := func() *explore.Ensemble { return must(explore.NewEnsemble(in, h, sc, explore.Options{Seed: 1})) }
		b.Run(c.name+"/runs", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				finish(b, make(), 50)
			}
		})
		e := make()
		finish(b, e, 50)
		b.Run(c.name+"/quantiles", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, curve := range e.Options().Curves {
					for rate := range sc.FILPlusRates {
						must(e.Fan(curve, rate))
					}
				}
				for rate := range sc.FILPlusRates {
					e.Figures(rate)
				}
			}
		})
	}
}

// BenchmarkQuestions measures the other pieces of work as a page asks for them.
func BenchmarkQuestions(b *testing.B) {
	in, sc := resolve(b, "{}")
	h := history(in)
	q := explore.Question{Figure: "month_direct_over_netflow", Rate: explore.Middle}
	b.Run("tornado", func(b *testing.B) {
		for b.Loop() {
			finish(b, must(explore.NewTornado(in, h, sc, q)), 10)
		}
	})
	for _, name := range []string{"base_fee_nanofil", "raw_onboarding_pib"} {
		b.Run("breakeven/"+name, func(b *testing.B) {
			for b.Loop() {
				finish(b, must(explore.NewBreakEven(in, sc, q, must(explore.InputNamed(name)), 0.01,
					assumption.BaseFeeRange)), 10)
			}
		})
	}
	b.Run("comparison", func(b *testing.B) {
		_, other := resolve(b, `{"snapshot": "2025-09-09"}`)
		for b.Loop() {
			finish(b, must(explore.NewComparison(sc, other, q, load)), 10)
		}
	})
}
