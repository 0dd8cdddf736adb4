package assets

import (
	_ "embed"
	"fmt"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// DirectOnboardingFile is the name of what was published of direct onboarding, in assets/data.
const DirectOnboardingFile = "direct-onboarding.csv"

//go:embed data/direct-onboarding.csv
var directOnboardingCSV []byte

// DirectOnboardingCSV is the file. No release changes it.
func DirectOnboardingCSV() []byte { return directOnboardingCSV }

// DirectOnboarding returns what was onboarded without PublishStorageDeals, by day, with the onboarding and the deals of
// the same source. Nothing was published before the first day of FIP-0076.
func DirectOnboarding() (*model.DirectOnboarding, error) {
	return parseDirect(DirectOnboardingFile, directOnboardingCSV)
}

// parseDirect reads a table in the form of direct-onboarding.csv. It refuses a day with more power onboarded directly
// than in all, and every fault that ParseNetworkDaily refuses a cell for.
func parseDirect(file string, data []byte) (*model.DirectOnboarding, error) {
	d := new(model.DirectOnboarding)
	into := func(to *[]float64) func(*model.Table) *[]float64 {
		return func(*model.Table) *[]float64 { return to }
	}
	t, err := parseTable(file, data, []column{
		{"onboarded_raw_pib", form.Amount, left, -1, into(&d.OnboardedRawPiB)},
		{"onboarded_qa_pib", form.Amount, left, -1, into(&d.OnboardedQAPiB)},
		{"direct_raw_pib", form.Amount, left, -1, into(&d.DirectRawPiB)},
		{"deals", form.Count, left, 0, into(&d.Deals)},
	}, nil)
	if err != nil {
		return nil, err
	}
	d.First = t.First
	for i, direct := range d.DirectRawPiB {
		if direct > d.OnboardedRawPiB[i] {
			return nil, fmt.Errorf("%s: direct_raw_pib of %s is %v, want at most onboarded_raw_pib, %v", file,
				d.First+day.Day(i), direct, d.OnboardedRawPiB[i])
		}
	}
	return d, nil
}
