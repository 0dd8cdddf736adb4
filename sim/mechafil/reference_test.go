package mechafil_test

import (
	"embed"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/mechafil"
)

//go:embed testdata/*.json
var references embed.FS

// reference is a run of MechaFIL (float64) with every series sampled at some entries.
type reference struct {
	Scenario struct {
		Snapshot            string              `json:"snapshot"`
		HorizonDays         int                 `json:"horizon_days"`
		RawOnboardingPiB    mechafil.Path       `json:"raw_onboarding_pib"`
		RenewalRate         mechafil.Path       `json:"renewal_rate"`
		FILPlusRates        []float64           `json:"fil_plus_rates"`
		SectorDurationDays  int                 `json:"sector_duration_days"`
		LockTarget          mechafil.Path       `json:"lock_target"`
		FILPlusMultiplier   mechafil.Path       `json:"fil_plus_multiplier"`
		QARenewalMultiplier mechafil.Path       `json:"qa_renewal_multiplier"`
		Gamma               mechafil.Path       `json:"gamma"`
		GammaWeighting      mechafil.Weighting  `json:"gamma_weighting"`
		PledgeBase          mechafil.PledgeBase `json:"pledge_base"`
	} `json:"scenario"`
	Series map[string]struct {
		Length int       `json:"length"`
		Index  []int     `json:"index"`
		Value  []float64 `json:"value"`
	} `json:"series"`
}

// beside reports whether a series is one that the references do not have: TestOutputs looks at them.
func beside(name string) bool {
	return strings.HasPrefix(name, "due_") || strings.HasPrefix(name, "vesting_") || name == "capped_power_eib"
}

// TestReference compares every sampled value of MechaFIL's own output (testdata, see
// assets/SOURCES.md) within 1e-9 relative, and every series length exactly.
func TestReference(t *testing.T) {
	const rel = 1e-9
	for _, name := range []string{
		"mechafil-study-fpr050", "mechafil-study-fpr075", "mechafil-study-fpr100",
		"mechafil-latest-1y", "mechafil-latest-fip81",
	} {
		t.Run(name, func(t *testing.T) {
			data, err := references.ReadFile("testdata/" + name + ".json")
			if err != nil {
				t.Fatal(err)
			}
			var want reference
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			snapshot, err := assets.Snapshot(want.Scenario.Snapshot)
			if err != nil {
				t.Fatal(err)
			}
			sc := want.Scenario
			got, err := mechafil.Simulate(snapshot, &mechafil.Forecast{
				HorizonDays: sc.HorizonDays, SectorDurationDays: sc.SectorDurationDays,
				RawOnboardingPiB: sc.RawOnboardingPiB, RenewalRate: sc.RenewalRate,
				FILPlusRate: mechafil.Constant(sc.FILPlusRates[0]),
				LockTarget:  sc.LockTarget, FILPlusMultiplier: sc.FILPlusMultiplier,
				QARenewalMultiplier: sc.QARenewalMultiplier,
				Gamma:               sc.Gamma, GammaWeighting: sc.GammaWeighting, PledgeBase: sc.PledgeBase,
				LeavingRate: mechafil.Constant(0), BaselineEiB: mechafil.Constant(0), Start: mechafil.MechaFILStart,
			})
			if err != nil {
				t.Fatal(err)
			}
			compared := 0
			for _, s := range got.Series() {
				ref, ok := want.Series[s.Name]
				if !ok {
					if beside(s.Name) {
						continue
					}
					t.Errorf("%s: not in the reference", s.Name)
					continue
				}
				delete(want.Series, s.Name)
				if len(s.Values) != ref.Length || s.Length != ref.Length {
					t.Errorf("%s: length %d (of %d), want %d", s.Name, len(s.Values), s.Length, ref.Length)
					continue
				}
				for k, i := range ref.Index {
					compared++
					if diff := math.Abs(s.Values[i] - ref.Value[k]); !(diff <= rel*math.Abs(ref.Value[k])) {
						t.Errorf("%s[%d] = %v, want %v (off by %.2g relative)", s.Name, i, s.Values[i], ref.Value[k],
							diff/math.Abs(ref.Value[k]))
						break
					}
				}
			}
			for name := range want.Series {
				t.Errorf("%s: in the reference, not computed", name)
			}
			t.Logf("%d values compared", compared)
		})
	}
}
