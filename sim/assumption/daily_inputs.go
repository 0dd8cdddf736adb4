package assumption

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// dailyInputs is the assumption that chooses between the two.
const dailyInputs = "daily_inputs"

// What onboarding, renewal rate and FIL+ rate are where nothing is said of them.
const (
	AssumedInputs = "assumed"
	// RealisedInputs are what was published of each day. They are defaults, as the medians are: a value that is set
	// stands in their place, a link names the choice and none of the days, and so does a scenario file.
	RealisedInputs = "realised"
)

func realisesInputs(s *Scenario) bool { return s.DailyInputs == RealisedInputs }

// Realises reports whether the default of an assumption is what was published of each day.
func (s *Scenario) Realises(a *Row) bool {
	return realisesInputs(s) &&
		(a.Name == "raw_onboarding_pib" || a.Name == "renewal_rate" || a.Name == "fil_plus_rates")
}

// choosesInputs holds where there may be a choice: days after the newest snapshot are not published yet.
var choosesInputs = &Condition{Hides: true, Holds: func(s *Scenario) bool {
	return realisesInputs(s) || s.Version >= 2 && s.Snapshot < DefaultSnapshot
}}

// realise gives a scenario of defaults those that daily inputs that were published have. What stands there is for days
// of which nothing was; of the FIL+ rates, of which one is left, the median known at the snapshot or what was stated
// for it.
func (s *Scenario) realise(in *Inputs) error {
	if !realisesInputs(s) {
		return nil
	}
	onboarding, _ := s.RawOnboardingPiB.Scalar()
	renewal, _ := s.RenewalRate.Scalar()
	rate := networkAt(in).filPlusRate
	if rate == 0 {
		recent, err := in.RecentFILPlusRate()
		if err != nil {
			return err
		}
		rate = recent.Median
	}
	s.RawOnboardingPiB = s.realised(in, pastOnboarding, onboarding)
	s.RenewalRate = s.realised(in, pastRenewalRate, renewal)
	s.FILPlusRates = []mechafil.Path{s.realised(in, pastFILPlusRate, rate)}
	return nil
}

// realised is what was published by forecast day.
//
//go:noinline
func (s *Scenario) realised(in *Inputs, past func(t *model.Table, on, snapshot day.Day) float64,
	otherwise float64) mechafil.Path {
	path := make(mechafil.Path, s.HorizonDays)
	current := in.Snapshot.Current
	for i := range path {
		if path[i] = past(in.Daily, current+1+day.Day(i), current); math.IsNaN(path[i]) {
			path[i] = otherwise
		}
	}
	return path
}

// WasPublished reports whether onboarding and renewal rate of forecast day i are, to the last bit, what was published
// of it.
func (s *Scenario) WasPublished(in *Inputs, i int) bool {
	current := in.Snapshot.Current
	on := current + 1 + day.Day(i)
	return s.RawOnboardingPiB.At(i) == pastOnboarding(in.Daily, on, current) &&
		s.RenewalRate.At(i) == pastRenewalRate(in.Daily, on, current)
}
