package sim

import (
	"errors"
	"fmt"
	"slices"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Gas models by name.
const (
	ScalingModel = "scaling" // gas in proportion to deal power, at a level that settles
	RegimeModel  = "regime"  // the study's: Gaussian mixture, logistic regression, two lines
)

// Which messages count as the gas of a deal.
const (
	PublishMessages    = "publish"    // PublishStorageDeals alone, as in the study
	OnboardingMessages = "onboarding" // PreCommitSector and ProveCommitSector too, batched or not
)

// How DirectFIL+ is taken up over time.
const (
	NoAdoption       = "none"
	FullAdoption     = "full"     // by all, at once and from the first day: the study's picture
	ConstantAdoption = "constant" // by adoption_share, from the first day
	LogisticAdoption = "logistic" // from adoption_start on, towards adoption_share
)

// Limits that are sim's own; those of the network's inputs are mechafil's.
const (
	MinRates, MaxRates = 1, 5
)

// DefaultHorizonDays is the study's: three years.
const DefaultHorizonDays = 3 * 365

// Legal ranges of sim's own fields.
var (
	BaseFeeRange      = mechafil.Range{Min: 0, Max: 1000}
	SmoothingRange    = mechafil.Range{Min: 1, Max: 365}
	AdoptionDaysRange = mechafil.Range{Min: 1, Max: 7300}

	adoptionStarts = mechafil.Range{Min: float64(mechafil.NetworkStart), Max: float64(day.Of(2100, 1, 1))}
	directLaunch   = day.Of(2024, 4, 24) // network version 22, with FIP-0076
)

// ErrEndlessRefill says that a rebound has no price to stop it.
var ErrEndlessRefill = errors.New("gas that costs nothing refills without end")

// ErrNegativeLoad says that a gas model may fill blocks with less than nothing.
var ErrNegativeLoad = errors.New(`gas_model is "regime" with price "block_space", want gas_model "scaling", or price "fixed": ` +
	"the regime model's gas can be negative, and no price follows from that")

// minReboundFraction keeps a rebound finite: at a fraction f, gas refilled wholly buys 1/f of the
// deal power.
const minReboundFraction = 0.01

// Default is the scenario that the page opens with: the study's three FIL+ rates over three years
// from the inputs' snapshot, onboarding, renewal and base fee at the medians of the last 90
// published values, the scaling model, DirectFIL+ as in FIP-0076 and adopted by all.
func Default(in *Inputs) (Scenario, error) { return DefaultOf(in, DefaultVersion) }

// DefaultOf is Default by the defaults of a version.
func DefaultOf(in *Inputs, version int) (Scenario, error) {
	return defaultFor(in, DefaultHorizonDays, version)
}

func defaultFor(in *Inputs, horizonDays, version int) (Scenario, error) {
	s := Scenario{HorizonDays: horizonDays}
	for _, a := range assumptions {
		switch {
		case a.Later != nil && version >= a.Later.Version:
			if err := a.Later.Derive(in, &s); err != nil {
				return Scenario{}, err
			}
		case a.Derive != nil:
			if err := a.Derive(in, &s); err != nil {
				return Scenario{}, err
			}
		case a.Recent != nil:
			recent, err := a.Recent(in)
			if err != nil {
				return Scenario{}, fmt.Errorf("sim: default of %w", err)
			}
			a.SetNumber(&s, recent.Median)
		case a.Name != "horizon_days":
			a.SetNumber(&s, a.Default)
		}
	}
	s.Version = version
	return s, nil
}

// forecast is the network's part of the scenario, without a FIL+ rate.
func (s *Scenario) forecast() *mechafil.Forecast {
	return &mechafil.Forecast{
		HorizonDays: s.HorizonDays, SectorDurationDays: s.SectorDurationDays,
		RawOnboardingPiB: s.RawOnboardingPiB, RenewalRate: s.RenewalRate,
		LockTarget: s.LockTarget, FILPlusMultiplier: s.FILPlusMultiplier, QARenewalMultiplier: s.QARenewalMultiplier,
		Gamma: s.Gamma, GammaWeighting: s.GammaWeighting, PledgeBase: s.PledgeBase,
	}
}

// Validate returns all violations joined, each naming field, value and legal range.
func (s *Scenario) Validate() error {
	var errs []error
	for _, a := range assumptions {
		if err := a.check(s); err != nil {
			errs = append(errs, err)
		}
	}
	if s.Rebound > 0 && s.DirectGasFraction < minReboundFraction {
		errs = append(errs, fmt.Errorf("rebound is %v with direct_gas_fraction %v, "+
			"want a direct_gas_fraction of %v or more, or rebound 0: %w",
			s.Rebound, s.DirectGasFraction, minReboundFraction, ErrEndlessRefill))
	}
	if s.Price == BlockSpacePrice && s.GasModel == RegimeModel {
		errs = append(errs, ErrNegativeLoad)
	}
	return errors.Join(errs...)
}

// check says what is wrong with the assumption's value in a scenario. Which snapshots there are is not known here.
func (a *Assumption) check(s *Scenario) error {
	switch p := a.at(s).(type) {
	case *string:
		if len(a.Choices) > 0 && !slices.Contains(a.Choices, *p) {
			return fmt.Errorf("%s is %q, want %s", a.Name, *p, a.Legal())
		}
	case *int:
		return mechafil.CheckWhole(a.Name, *p, a.Range)
	case *float64:
		if !a.Range.Contains(*p) {
			return &mechafil.RangeError{Field: a.Name, Entry: -1, Value: *p, Range: a.Range}
		}
	case *day.Day:
		if !a.Range.Contains(float64(*p)) {
			return fmt.Errorf("%s is %v, want a day in %s", a.Name, *p, a.RangeText())
		}
	case *mechafil.Path:
		return mechafil.CheckPath(a.Name, *p, s.HorizonDays, a.Range)
	case *[]mechafil.Path:
		var errs []error
		if n := len(*p); n < MinRates || n > MaxRates {
			errs = append(errs, fmt.Errorf("%s has %d entries, want %d to %d rates in %v",
				a.Name, n, MinRates, MaxRates, a.Range))
		}
		for i, rate := range *p {
			if err := mechafil.CheckPath(fmt.Sprintf("%s[%d]", a.Name, i), rate, s.HorizonDays, a.Range); err != nil {
				errs = append(errs, err)
			}
		}
		return errors.Join(errs...)
	}
	return nil
}
