package sim_test

import (
	"fmt"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/simtest"
)

// BenchmarkRun measures a whole recomputation, as a moved slider asks for it: three FIL+ rates
// over 1125 days, by the default model with its bands, by the study's, and with a second network
// that responds to the saving. By years and by rates the default's cost should grow in proportion.
func BenchmarkRun(b *testing.B) {
	in, standard := simtest.Resolve(b, "{}")
	measureOn := func(name string, in *assumption.Inputs, sc assumption.Scenario) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := sim.Run(in, sc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	measureOn("first", in, standard)
	for _, c := range []struct{ name, preset, text string }{
		{"latest", "", `{"snapshot": "2025-09-09"}`},
		{"latest, block space", "default", `{"snapshot": "2025-09-09"}`},
		{"block space", "default", `{}`}, {"fixed price", "default", `{"price": "fixed"}`},
		{"study", "study", "{}"},
		{"onboarding", "", `{"messages": "onboarding", "adoption": "logistic"}`},
		{"rebound", "refilled-in-part", "{}"},
		// All of the second version at once, as a chain, with leaving sectors, burn by its causes, FIP-0118, a price
		// that follows block space, and three rates; and the same at a fixed price.
		{"latest version, all of it", "solstice", `{"fil_plus_rates": [0.5, 0.75, 1]}`},
		{"latest version, all but its price", "solstice", `{"fil_plus_rates": [0.5, 0.75, 1], "price": "fixed"}`},
		{"everything", "refilled-in-part", `{"messages": "onboarding", "adoption": "logistic"}`},
	} {
		of, sc := simtest.ResolvePreset(b, c.preset, c.text)
		measureOn(c.name, of, sc)
	}
	for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
		of, sc := simtest.ResolvePreset(b, "", costliest(snapshot))
		measureOn("costliest="+snapshot, of, sc)
		// The same as the later versions have it: block space, burn by its causes, sectors that leave.
		of, sc = simtest.ResolvePreset(b, "default", `{"version": 2, "extension_days": 270, "leaving_rate": 0.001,`+
			costliest(snapshot)[1:])
		measureOn("costliest, latest version="+snapshot, of, sc)
	}
	measure := func(name string, sc assumption.Scenario) { measureOn(name, in, sc) }
	for _, years := range []int{1, 3, 10, 20} {
		sc := standard
		sc.HorizonDays = 365 * years
		measure(fmt.Sprintf("years=%d", years), sc)
	}
	for rates := 1; rates <= assumption.MaxRates; rates++ {
		sc := standard
		sc.FILPlusRates = make([]mechafil.Path, rates)
		for i := range sc.FILPlusRates {
			sc.FILPlusRates[i] = mechafil.Constant(0.5 + 0.1*float64(i))
		}
		measure(fmt.Sprintf("rates=%d", rates), sc)
	}
}

// BenchmarkRunner measures the same where each result takes the memory of the one before, as the page's do.
func BenchmarkRunner(b *testing.B) {
	for _, c := range []struct{ name, preset, text string }{
		{"block space", "default", `{}`}, {"fixed price", "default", `{"price": "fixed"}`},
		{"latest version, all of it", "solstice", `{"fil_plus_rates": [0.5, 0.75, 1]}`},
		{"first=2023-07-31", "", `{"snapshot": "2023-07-31"}`}, {"costliest=2023-07-31", "", costliest("2023-07-31")},
		{"first=2025-09-09", "", `{"snapshot": "2025-09-09"}`}, {"costliest=2025-09-09", "", costliest("2025-09-09")},
	} {
		in, sc := simtest.ResolvePreset(b, c.preset, c.text)
		b.Run(c.name, func(b *testing.B) {
			var runner sim.Runner
			b.ReportAllocs()
			for b.Loop() {
				if _, err := runner.RunWhole(in, &sc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// costliest is the scenario of three FIL+ rates and three years on a snapshot that takes longest to compute:
// all that costs more than the default is on, and no deals without end, each day of which has a price of its own.
func costliest(snapshot string) string {
	return `{"snapshot": "` + snapshot + `", "fil_plus_rates": [0, 0.5, 1], "sector_duration_days": 180, "gamma": 0.76,
		"gamma_weighting": "geometric",
		"pledge_base": "available", "messages": "onboarding", "adoption": "logistic", "adoption_start": "2020-10-15",
			"adoption_days": 7300,
		"rebound": 0.5, "burn_feedback": true}`
}

// BenchmarkEncode measures the two written forms of the default's result.
func BenchmarkEncode(b *testing.B) {
	result := runDefault(b, "2023-07-31")
	for _, form := range []struct {
		name   string
		append func([]byte) ([]byte, error)
	}{{"json", result.AppendJSON}, {"csv", result.AppendCSV}} {
		b.Run(form.name, func(b *testing.B) {
			b.ReportAllocs()
			var out []byte
			for b.Loop() {
				var err error
				if out, err = form.append(out[:0]); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(len(out)))
		})
	}
}

// TestRunAllocatesLittle: a handful of allocations a rate, none a day.
func TestRunAllocatesLittle(t *testing.T) {
	for _, c := range []struct {
		preset string
		most   float64
	}{{"", 60}, {"default", 95}, {"study", 60}, {"refilled-in-part", 110}} {
		for _, horizon := range []int{1095, 7300} {
			in, sc := simtest.ResolvePreset(t, c.preset, `{"horizon_days": `+itoa(horizon)+`}`)
			var err error
			if got := testing.AllocsPerRun(5, func() { _, err = sim.Run(in, sc) }); err != nil || got > c.most {
				t.Errorf("%s, horizon %d: %v allocations (%v), want at most %v", c.preset, horizon, got, err, c.most)
			}
		}
	}
}
