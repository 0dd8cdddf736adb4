package assets

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

// The file begins before FIP-0076, has direct onboarding from its first day on, and tells by month the same onboarding
// as the daily table, of another source, to 1.2 %; in April and September 2024 to 3.5 %, where either left out hours.
func TestDirectOnboarding(t *testing.T) {
	d, err := DirectOnboarding()
	if err != nil {
		t.Fatal(err)
	}
	daily, err := FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	if d.First != day.Of(2024, 1, 2) || len(d.Deals) != 511 {
		t.Fatalf("%d days from %s", len(d.Deals), d.First)
	}
	sums := map[day.Day][2]float64{}
	for i, raw := range d.OnboardedRawPiB {
		on := d.First + day.Day(i)
		if published := !math.IsNaN(d.DirectRawPiB[i]); published != (on >= day.Of(2024, 4, 24)) {
			t.Errorf("direct onboarding of %s: %v", on, d.DirectRawPiB[i])
		}
		s := sums[on.FirstOfMonth()]
		sums[on.FirstOfMonth()] = [2]float64{s[0] + raw, s[1] + daily.OnboardedRawPiB[daily.Row(on)]}
	}
	if len(sums) != 17 {
		t.Errorf("%d months", len(sums))
	}
	for month, s := range sums {
		margin := 0.012
		if month == day.Of(2024, 4, 1) || month == day.Of(2024, 9, 1) {
			margin = 0.035
		}
		if off := s[0]/s[1] - 1; !(math.Abs(off) <= margin) {
			t.Errorf("%s: onboarding is %+.1f %% off the daily table", month.YearMonth(), 100*off)
		}
	}
}

// More power onboarded directly than in all, half a deal and less than nothing are refused by name.
func TestDirectOnboardingRefuses(t *testing.T) {
	for cells, want := range map[string]string{
		"3,20,3.5,100": "direct_raw_pib of 2024-05-01 is 3.5, want at most onboarded_raw_pib, 3",
		"3,20,1,100.5": "deals", "3,20,-1,100": "direct_raw_pib",
	} {
		_, err := parseDirect("d.csv", []byte("date,onboarded_raw_pib,onboarded_qa_pib,direct_raw_pib,deals\n"+
			"2024-05-01,"+cells+"\n"))
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "d.csv") {
			t.Errorf("%s: %v", cells, err)
		}
	}
}
