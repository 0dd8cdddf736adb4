package validate

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// TestDirectEvidence: notes/price-of-gas.md, section 4, to the digits printed. Gas of a deal and deals of a PiB
// multiply to the fall of 12.6 %: 7.7 and 5.3 (the notes' 7.8 and 4.8 add up to it).
func TestDirectEvidence(t *testing.T) {
	table, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	d, err := assets.DirectOnboarding()
	if err != nil {
		t.Fatal(err)
	}
	e, err := Direct(table, d)
	if err != nil {
		t.Fatal(err)
	}
	percent := func(name string, got, want float64) {
		t.Helper()
		if !(math.Abs(100*got-want) <= 0.0501) {
			t.Errorf("%s: %.2f %%, want %v", name, 100*got, want)
		}
	}
	if e.First != day.Of(2024, 4, 24) || e.Last != day.Of(2025, 5, 26) || e.Days != 398 || len(e.Months) != 14 {
		t.Fatalf("%d days from %s to %s, %d months", e.Days, e.First, e.Last, len(e.Months))
	}
	percent("all", e.Share, 8.9)
	percent("all, of FIL+", e.OfDeals, 9.4)
	for i, want := range [][2]float64{{2.4, 2.8}, {8.1, 9.4}, {7.6, 7.8}, {2.8, 2.9}, {9.8, 10}, {24.3, 24.9},
		{12.6, 13}, {4.7, 4.8}, {2.4, 2.5}, {5.4, 5.7}, {8.3, 9}, {8.4, 8.9}, {8.9, 9.3}, {12.6, 13.2}} {
		percent(e.Months[i].First.YearMonth(), e.Months[i].Share, want[0])
		percent(e.Months[i].First.YearMonth()+", of FIL+", e.Months[i].OfDeals, want[1])
	}
	if e.Months[0].Days != 7 {
		t.Errorf("%d days of the first month", e.Months[0].Days)
	}
	percent("gas of a PiB", e.Change.GasPerPiB, -12.6)
	percent("gas of a deal", e.Change.GasPerDeal, -7.7)
	percent("deals of a PiB", e.Change.DealsPerPiB, -5.3)
	if c := e.Change; math.Abs((1+c.GasPerDeal)*(1+c.DealsPerPiB)-1-c.GasPerPiB) > 1e-12 {
		t.Errorf("%+v does not multiply", c)
	}
	// Notes, section 3: 130 Mgas a deal before nv23, 114 to 122 since.
	for i, want := range []float64{131, 130, 118} {
		if got := e.Publishing[i].MgasPerDeal; math.Abs(got-want) > 0.5 {
			t.Errorf("from %s on a deal takes %v Mgas, want %v", e.Publishing[i].First, got, want)
		}
	}
}

// Without any direct onboarding, or any deal, there is nothing to say, and the error says of what.
func TestDirectEvidenceOfNothing(t *testing.T) {
	table, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	nan := math.NaN()
	for want, d := range map[string]*model.DirectOnboarding{
		"direct_raw_pib": {First: launch, OnboardedRawPiB: []float64{1}, OnboardedQAPiB: []float64{2},
			DirectRawPiB: []float64{nan}, Deals: []float64{1}},
		"deals": {First: launch, OnboardedRawPiB: []float64{1}, OnboardedQAPiB: []float64{2},
			DirectRawPiB: []float64{0.5},
			Deals:        []float64{nan}},
	} {
		if _, err := Direct(table, d); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want one of %s", err, want)
		}
	}
}
