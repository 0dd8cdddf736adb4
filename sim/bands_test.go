package sim_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestBandsOfNotes: the interval's test points (notes, section 3) through a run of 4 PiB of deals.
// The notes round s_m to ten digits and the band's ends to eight.
func TestBandsOfNotes(t *testing.T) {
	result := run(t, `{"raw_onboarding_pib": 4, "fil_plus_rates": [1]}`)
	r, b := &result.Runs[0], result.Bands
	if b.Coverages != [3]float64{0.5, 0.8, 0.95} {
		t.Fatalf("coverages %v", b.Coverages)
	}
	for _, c := range []struct {
		ahead, coverage int
		low, high       float64
	}{
		{30, 0, 15091.955, 17615.207}, {30, 1, 13980.471, 19015.662}, {30, 2, 12609.241, 21083.578},
		{365, 2, 8364.8685, 30226.53},
	} {
		e := entry(t, result, "2023-08-01") + c.ahead
		factor := b.Day[c.coverage][e]
		if low, high := r.GasPublishGgas[e]/factor, r.GasPublishGgas[e]*factor; !near(low, c.low, 1e-7) ||
			!near(high, c.high, 1e-7) {
			t.Errorf("%d days ahead, coverage %v: %v to %v, want %v to %v", c.ahead, b.Coverages[c.coverage], low, high,
				c.low, c.high)
		}
		if low, high := r.Around(factor, e, false, 0.148); !near(low*r.GasStatusQuoGgas[e], c.low, 1e-7) ||
			!near(high*r.GasStatusQuoGgas[e], c.high, 1e-7) {
			t.Errorf("%d days ahead: Around gives %v and %v", c.ahead, low, high)
		}
	}
	// 1095 days ahead lies past the default's last day.
	long := run(t, `{"raw_onboarding_pib": 4, "fil_plus_rates": [1], "horizon_days": 1200}`)
	e := entry(t, long, "2023-08-01") + 1095
	if gas, factor := long.Runs[0].GasPublishGgas[e], long.Bands.Day[2][e]; !near(gas/factor, 5393.6804, 1e-7) ||
		!near(gas*factor, 46827.205, 1e-7) {
		t.Errorf("1095 days ahead: %v to %v", gas/factor, gas*factor)
	}

	// s from the factor: ln(factor) / q. Where h̄ = 30 falls between two days, s² is their mean.
	const q95, drift = 2.364624251, 0.07449883217
	s := func(factors []float64, ahead int) float64 {
		return math.Log(factors[entry(t, result, "2023-08-01")+ahead]) / q95
	}
	for _, c := range []struct {
		ahead int
		want  float64
	}{{30, 0.1086989721}, {365, 0.271645569}} {
		if got := s(b.Day[2], c.ahead); !near(got, c.want, 1e-8) {
			t.Errorf("%d days ahead: s is %v, want %v", c.ahead, got, c.want)
		}
	}
	if got := math.Sqrt((math.Pow(s(b.Mean[2], 44), 2) + math.Pow(s(b.Mean[2], 45), 2)) / 2); !near(got, 0.07644163331,
		1e-8) {
		t.Errorf("30 days of mean 30: s is %v, want 0.07644163331", got)
	}
	// Up to the end of the sample only the daily term is left: 0.07915422001 a day.
	for e := range entry(t, result, "2023-08-01") + 1 {
		if got := math.Log(b.Day[0][e]) / 0.7111417781; !near(got, 0.07915422001, 1e-8) {
			t.Errorf("entry %d, within the sample: s is %v", e, got)
		}
		if got := math.Log(b.Mean[2][e]) / q95; !near(got, 0.01712446521, 1e-8) {
			t.Errorf("entry %d, within the sample: s of the mean is %v", e, got)
		}
	}
	if got := math.Pow(s(b.Day[2], 31), 2) - math.Pow(s(b.Day[2], 30), 2); !near(got, drift*drift/30, 1e-6) {
		t.Errorf("s² grows by %v a day, want %v", got, drift*drift/30)
	}
}

// TestBandsLaw: factors are finite and at least 1, wider for more coverage and for later days, and
// those of a mean no wider than those of its last day; of one day they are the same.
func TestBandsLaw(t *testing.T) {
	for _, text := range []string{
		`{}`, `{"snapshot": "2025-09-09"}`, `{"horizon_days": 7300, "smoothing_days": 365}`,
		`{"snapshot": "2025-09-09", "horizon_days": 1, "smoothing_days": 365}`,
		`{"smoothing_days": 1}`, `{"snapshot": "2025-09-09", "smoothing_days": 2}`,
		`{"snapshot": "2025-09-09", "horizon_days": 600, "renewal_rate": 0, "raw_onboarding_pib": 0}`,
	} {
		result := run(t, text)
		for _, factors := range []*[3][]float64{&result.Bands.Day, &result.Bands.Mean} {
			for k := range factors {
				if len(factors[k]) != result.Days {
					t.Fatalf("%s: %d factors, want %d", text, len(factors[k]), result.Days)
				}
				for e, f := range factors[k] {
					if !(f >= 1) || math.IsInf(f, 0) || k > 0 && f <= factors[k-1][e] || e > 0 && f < factors[k][e-1] {
						t.Fatalf("%s: factor %v of coverage %d at %d", text, f, k, e)
					}
				}
			}
		}
		for k := range result.Bands.Day {
			for e, f := range result.Bands.Mean[k] {
				if day := result.Bands.Day[k][e]; f > day || result.Scenario.SmoothingDays == 1 && f != day {
					t.Fatalf("%s: factor %v of the mean, %v of the day at %d", text, f, day, e)
				}
			}
		}
	}
}

// TestAround: the whole of publishing gas is as uncertain as the model; other messages are taken as
// they are, so that the band of all is narrower.
func TestAround(t *testing.T) {
	const factor, fraction = 1.5, 0.148
	for _, c := range []struct {
		text         string
		whole, wider bool // status quo and direct are all publishing; direct includes refilled gas
	}{
		{`{}`, true, false},
		{`{"adoption": "constant", "adoption_share": 0.4}`, true, false},
		{`{"adoption": "logistic", "burn_feedback": true}`, true, false},
		{`{"rebound": 0.5}`, true, true},
		{`{"messages": "onboarding"}`, false, false},
		{`{"messages": "onboarding", "adoption": "constant", "adoption_share": 0.4}`, false, false},
		{`{"messages": "onboarding", "burn_feedback": true}`, false, false},
		{`{"messages": "onboarding", "rebound": 0.5}`, false, true},
	} {
		result := run(t, c.text)
		for i := range result.Runs {
			r := &result.Runs[i]
			for e := range result.Days {
				for _, direct := range []bool{false, true} {
					publish, total := r.GasPublishGgas[e], r.GasStatusQuoGgas[e]
					if direct {
						publish, total = publish*(1-r.Adoption[e]*(1-fraction)), r.GasDirectGgas[e]
					}
					low, high := total-publish+publish/factor, total-publish+publish*factor
					if direct && c.wider && e > result.HistoryDays || c.whole {
						low, high = total/factor, total*factor
					}
					a, b := r.Around(factor, e, direct, fraction)
					if !near(a*total, low, 1e-9) || !near(b*total, high, 1e-9) {
						t.Fatalf("%s, run %d, entry %d, direct %v: %v to %v, want %v to %v", c.text, i, e, direct,
							a*total, b*total, low, high)
					}
					if !c.whole && !(direct && c.wider) && !(a > 1/factor && b < factor) {
						t.Fatalf("%s: %v to %v is not narrower", c.text, a, b)
					}
					if a, b := r.Around(1, e, direct, fraction); a != 1 || b != 1 {
						t.Fatalf("%s: %v to %v around a certain model", c.text, a, b)
					}
				}
			}
		}
	}
	none := run(t, `{"fil_plus_rates": [0]}`)
	if a, b := none.Runs[0].Around(factor, none.Days-1, false, fraction); a != 1 || b != 1 {
		t.Errorf("%v to %v around no gas", a, b)
	}
}

// TestBandsInJSON: the factors come back exactly, and are there only for the scaling model.
func TestBandsInJSON(t *testing.T) {
	type document struct {
		Bands *struct {
			Coverages   []float64   `json:"coverages"`
			DayFactors  [][]float64 `json:"day_factors"`
			MeanFactors [][]float64 `json:"mean_factors"`
		} `json:"bands"`
	}
	decode := func(r *sim.Result) (d document) {
		text, err := r.AppendJSON(nil)
		if err == nil {
			err = json.Unmarshal(text, &d)
		}
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	study := runStudy(t)
	if study.Bands != nil || decode(study).Bands != nil {
		t.Error("the study's model has bands")
	}
	for _, text := range []string{`{}`, `{"snapshot": "2025-09-09", "horizon_days": 1}`,
		`{"rebound": 1, "horizon_days": 100}`} {
		result := run(t, text)
		b := decode(result).Bands
		if b == nil || !sameBits(b.Coverages, result.Bands.Coverages[:]) || len(b.DayFactors) != 3 ||
			len(b.MeanFactors) != 3 {
			t.Fatalf("%s: bands %+v", text, b)
		}
		for k := range b.DayFactors {
			if !sameBits(b.DayFactors[k], result.Bands.Day[k]) || !sameBits(b.MeanFactors[k], result.Bands.Mean[k]) {
				t.Errorf("%s: coverage %d comes back different", text, k)
			}
		}
	}
}

// A result says what its bands hold, and what they held of the days after the fit: the days of the published table
// that the model had not seen, each within the band around what it predicts from the day's own deals.
func TestBandsSayWhatTheyHeld(t *testing.T) {
	in, sc := simtest.Resolve(t, `{}`)
	result := mustSimulate(t, in, sc)
	held := &result.Bands.Held
	days, within := 0, [3]int{}
	for row := in.Daily.Row(in.Scaling.Last + 1); row < len(in.Daily.GasPublishStorageDeals); row++ {
		gas, deal := in.Daily.GasPublishStorageDeals[row]/1e9, model.DealPower(in.Daily.OnboardedRawPiB[row],
			in.Daily.OnboardedQAPiB[row])
		if math.IsNaN(gas) || math.IsNaN(deal) {
			continue
		}
		days++
		d := in.Daily.Date(row)
		for k := range within {
			if low, high := in.Scaling.Band(in.Scaling.PredictDay(d, deal), d, 1, k); low <= gas && gas <= high {
				within[k]++
			}
		}
	}
	if days != 693 || held.Days != days {
		t.Fatalf("%d days, the bands say %d", days, held.Days)
	}
	for k, n := range within {
		if share, of := held.Of(k, 1); of != days || math.Abs(share-float64(n)/float64(days)) > 1e-12 {
			t.Errorf("coverage %v: %v of %d days, counted %d of %d", result.Bands.Coverages[k], share, of, n, days)
		}
	}
	if _, n := held.Of(0, 30); n != 22 {
		t.Errorf("%d means", n)
	}
	if share, n := held.Of(0, 7); share != 0 || n != 0 {
		t.Errorf("%v of %d means of 7 days, which nobody counted", share, n)
	}
	text, err := result.AppendJSON(nil)
	if err != nil || !strings.Contains(string(text), `"errors_of":"gas_model","held":{"days":693,"within":[0.69`) {
		t.Errorf("%v, or the JSON does not say so", err)
	}
}
