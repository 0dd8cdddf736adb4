package sim_test

import (
	"fmt"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// BenchmarkRun measures a whole recomputation, as a moved slider asks for it. The study is three
// FIL+ rates over 1125 days; by years and by rates the cost should grow in proportion.
func BenchmarkRun(b *testing.B) {
	in := inputs(b, "2023-07-31")
	study, err := sim.Default(in)
	if err != nil {
		b.Fatal(err)
	}
	measure := func(name string, sc sim.Scenario) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := sim.Run(in, sc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	measure("study", study)
	for _, years := range []int{1, 3, 10, 20} {
		sc := study
		sc.HorizonDays = 365 * years
		measure(fmt.Sprintf("years=%d", years), sc)
	}
	for rates := 1; rates <= sim.MaxRates; rates++ {
		sc := study
		sc.FILPlusRates = make([]mechafil.Path, rates)
		for i := range sc.FILPlusRates {
			sc.FILPlusRates[i] = mechafil.Constant(0.5 + 0.1*float64(i))
		}
		measure(fmt.Sprintf("rates=%d", rates), sc)
	}
}

// BenchmarkEncode measures the two written forms of the study's result.
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
	in := inputs(t, "2023-07-31")
	sc, err := sim.Default(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, horizon := range []int{1095, 7300} {
		sc.HorizonDays = horizon
		if got := testing.AllocsPerRun(5, func() { _, err = sim.Run(in, sc) }); err != nil || got > 60 {
			t.Errorf("horizon %d: %v allocations (%v), want at most 60", horizon, got, err)
		}
	}
}
