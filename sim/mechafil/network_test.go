package mechafil_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// readReference decodes a file of testdata.
func readReference(t *testing.T, name string, to any) {
	t.Helper()
	data, err := references.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, to); err != nil {
		t.Fatal(err)
	}
}

// TestNetwork compares whole runs from the snapshot of 2026-04-20 with those of another implementation
// (testdata/network-2026-04-20.json) within 1e-9: as the chain stood and with MechaFIL's start, with sectors that leave
// and without.
func TestNetwork(t *testing.T) {
	const rel = 1e-9
	var ref struct {
		Runs []struct {
			Name     string
			Scenario struct {
				HorizonDays        int            `json:"horizon_days"`
				RawOnboardingPiB   float64        `json:"raw_onboarding_pib"`
				FILPlusRates       []float64      `json:"fil_plus_rates"`
				RenewalRate        float64        `json:"renewal_rate"`
				LeavingRate        float64        `json:"leaving_rate"`
				ExtensionDays      int            `json:"extension_days"`
				SectorDurationDays int            `json:"sector_duration_days"`
				Gamma              float64        `json:"gamma"`
				Start              mechafil.Start `json:"start"`
			}
			Series map[string]struct {
				Length int
				Index  []int
				Value  []float64
			}
		}
	}
	readReference(t, "network-2026-04-20.json", &ref)
	if len(ref.Runs) != 3 {
		t.Fatalf("%d runs", len(ref.Runs))
	}
	s := snapshot2026(t)
	for _, want := range ref.Runs {
		t.Run(want.Name, func(t *testing.T) {
			sc := want.Scenario
			f := defaultForecast(sc.HorizonDays)
			f.RawOnboardingPiB = mechafil.Constant(sc.RawOnboardingPiB)
			f.RenewalRate = mechafil.Constant(sc.RenewalRate)
			f.FILPlusRate, f.Gamma = mechafil.Constant(sc.FILPlusRates[0]), mechafil.Constant(sc.Gamma)
			f.LeavingRate, f.ExtensionDays = mechafil.Constant(sc.LeavingRate), sc.ExtensionDays
			f.SectorDurationDays, f.Start = sc.SectorDurationDays, sc.Start
			series := simulate(t, s, f).Series()
			compared := 0
			for name, ref := range want.Series {
				i := slices.IndexFunc(series, func(s mechafil.Series) bool { return s.Name == name })
				if i < 0 || len(series[i].Values) != ref.Length {
					t.Errorf("%s: no such series, or not of %d entries", name, ref.Length)
					continue
				}
				for k, entry := range ref.Index {
					compared++
					got := series[i].Values[entry]
					if diff := math.Abs(got - ref.Value[k]); !(diff <= rel*math.Abs(ref.Value[k])) {
						t.Errorf("%s[%d] = %v, want %v", name, entry, got, ref.Value[k])
						break
					}
				}
			}
			if compared < 100 {
				t.Errorf("%d values compared", compared)
			}
		})
	}
}

// realised is the network from 2023-07-31 with what really happened: raw onboarding, QA onboarding and renewal rate of
// every day from 2023-08-01 on.
func realised(t *testing.T, horizonDays int) (*mechafil.Snapshot, mechafil.Forecast) {
	t.Helper()
	daily, err := assets.NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	s := snapshots(t)[0]
	f := defaultForecast(horizonDays)
	path := func(of func(row int) float64) mechafil.Path {
		p := make(mechafil.Path, horizonDays)
		first := daily.Row(s.Current + 1)
		for i := range p {
			if v := of(min(first+i, daily.Row(day.Of(2025, 9, 8)))); v == v {
				p[i] = v
			} else {
				t.Fatalf("%s was not published", daily.Date(first+i))
			}
		}
		return p
	}
	f.RawOnboardingPiB = path(func(row int) float64 { return daily.OnboardedRawPiB[row] })
	f.RenewalRate = path(func(row int) float64 { return daily.RenewalRate[row] })
	f.FILPlusRate = path(func(row int) float64 { // which gives the QA power onboarded
		return (daily.OnboardedQAPiB[row]/daily.OnboardedRawPiB[row] - 1) / 9
	})
	return s, f
}

// TestHindsightPower compares power, given all that happened, with an own replication of the equations
// (testdata/hindsight.json) at eleven days within 1e-9, and its errors against the published power.
func TestHindsightPower(t *testing.T) {
	const rel, days = 1e-9, 770
	var ref struct {
		Runs []struct {
			LeavingRate   float64 `json:"leaving_rate"`
			ExtensionDays int     `json:"extension_days"`
			RawMAE        float64 `json:"raw_mae"`
			RawEnd        float64 `json:"raw_end"`
			QAMAE         float64 `json:"qa_mae"`
			QAEnd         float64 `json:"qa_end"`
			Index         []int
			Raw           []float64 `json:"raw_power_eib"`
			QA            []float64 `json:"qa_power_eib"`
		}
	}
	readReference(t, "hindsight.json", &ref)
	if len(ref.Runs) != 6 {
		t.Fatalf("%d runs", len(ref.Runs))
	}
	daily, err := assets.NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	s, f := realised(t, days+1)
	n, first := s.HistoryDays(), daily.Row(s.Current)
	for _, want := range ref.Runs {
		f.LeavingRate, f.ExtensionDays = mechafil.Constant(want.LeavingRate), want.ExtensionDays
		r := mechafil.Prepare(s, &f).Run(f.FILPlusRate)
		for _, c := range []struct {
			name            string
			got, want, were []float64
			mae, end        float64
		}{
			{"raw", r.RawPowerEiB, want.Raw, daily.RawPowerEiB, want.RawMAE, want.RawEnd},
			{"QA", r.QAPowerEiB, want.QA, daily.QAPowerEiB, want.QAMAE, want.QAEnd},
		} {
			for k, j := range want.Index {
				if got := c.got[n+j]; math.Abs(got-c.want[k]) > rel*c.want[k] {
					t.Errorf("leaving %v, extension %d: %s power on day %d is %v, want %v", want.LeavingRate,
						want.ExtensionDays, c.name, j, got, c.want[k])
				}
			}
			mae, count := 0.0, 0
			for j := 0; j <= days; j++ {
				mae += math.Abs(c.got[n+j]/c.were[first+j] - 1)
				count++
			}
			mae /= float64(count)
			end := c.got[n+days]/c.were[first+days] - 1
			if math.Abs(mae-c.mae) > 1e-9 || math.Abs(end-c.end) > 1e-9 {
				t.Errorf("leaving %v, extension %d: %s power errs by %v, at the end %v, want %v, %v", want.LeavingRate,
					want.ExtensionDays, c.name, mae, end, c.mae, c.end)
			}
		}
	}
}
