package sim

import (
	"errors"
	"fmt"
	"math"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// Gas models by name.
const (
	RegimeModel = "regime" // the study's: Gaussian mixture, logistic regression, two lines
)

// Scenario is every assumption of a run, resolved: no field is implied. Shares are 0..1.
// Its JSON form is what the command line reads and writes.
type Scenario struct {
	Snapshot            string              `json:"snapshot"`
	HorizonDays         int                 `json:"horizon_days"`
	FILPlusRates        []mechafil.Path     `json:"fil_plus_rates"`
	RawOnboardingPiB    mechafil.Path       `json:"raw_onboarding_pib"`
	RenewalRate         mechafil.Path       `json:"renewal_rate"`
	SectorDurationDays  int                 `json:"sector_duration_days"`
	LockTarget          mechafil.Path       `json:"lock_target"`
	FILPlusMultiplier   mechafil.Path       `json:"fil_plus_multiplier"`
	QARenewalMultiplier mechafil.Path       `json:"qa_renewal_multiplier"`
	Gamma               mechafil.Path       `json:"gamma"`
	GammaWeighting      mechafil.Weighting  `json:"gamma_weighting"`
	PledgeBase          mechafil.PledgeBase `json:"pledge_base"`
	GasModel            string              `json:"gas_model"`
	DirectGasFraction   float64             `json:"direct_gas_fraction"`
	BaseFeeNanoFIL      float64             `json:"base_fee_nanofil"`
	SmoothingDays       int                 `json:"smoothing_days"`
}

// Limits that are sim's own; those of the network's inputs are mechafil's.
const (
	MinRates, MaxRates = 1, 5
)

// Legal ranges of sim's own fields.
var (
	BaseFeeRange   = mechafil.Range{Min: 0, Max: 1000}
	SmoothingRange = mechafil.Range{Min: 1, Max: 365}
)

// Default is the study's scenario on the inputs' snapshot: three FIL+ rates over three years,
// onboarding and renewal at the medians of the last 90 published values.
func Default(in *Inputs) (Scenario, error) {
	return defaultFor(in, 3*365)
}

func defaultFor(in *Inputs, horizonDays int) (Scenario, error) {
	onboarding, err := in.RecentOnboarding()
	if err != nil {
		return Scenario{}, fmt.Errorf("sim: default of %w", err)
	}
	renewal, err := in.RecentRenewalRate()
	if err != nil {
		return Scenario{}, fmt.Errorf("sim: default of %w", err)
	}
	return Scenario{
		Snapshot:            in.Snapshot.Name,
		HorizonDays:         horizonDays,
		FILPlusRates:        []mechafil.Path{{0.5}, {0.75}, {1}},
		RawOnboardingPiB:    mechafil.Constant(onboarding.Median),
		RenewalRate:         mechafil.Constant(renewal.Median),
		SectorDurationDays:  540,
		LockTarget:          mechafil.Constant(0.3),
		FILPlusMultiplier:   mechafil.Constant(10),
		QARenewalMultiplier: mechafil.Constant(1),
		Gamma:               defaultGamma(in.Snapshot, horizonDays),
		GammaWeighting:      mechafil.Arithmetic,
		PledgeBase:          mechafil.CirculatingBase,
		GasModel:            RegimeModel,
		DirectGasFraction:   0.15,
		BaseFeeNanoFIL:      1,
		SmoothingDays:       30,
	}, nil
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
	if n := len(s.FILPlusRates); n < MinRates || n > MaxRates {
		errs = append(errs, fmt.Errorf("fil_plus_rates has %d entries, want %d to %d rates in %v", n, MinRates, MaxRates, mechafil.ShareRange))
	}
	f := s.forecast()
	f.FILPlusRate = mechafil.Constant(0) // each rate is checked under its own name
	errs = append(errs, f.Validate())
	for i, rate := range s.FILPlusRates {
		errs = append(errs, mechafil.CheckPath(fmt.Sprintf("fil_plus_rates[%d]", i), rate, s.HorizonDays, mechafil.ShareRange))
	}
	if s.GasModel != RegimeModel {
		errs = append(errs, fmt.Errorf("gas_model is %q, want %q", s.GasModel, RegimeModel))
	}
	errs = append(errs,
		checkNumber("direct_gas_fraction", s.DirectGasFraction, mechafil.ShareRange),
		checkNumber("base_fee_nanofil", s.BaseFeeNanoFIL, BaseFeeRange),
		mechafil.CheckWhole("smoothing_days", s.SmoothingDays, SmoothingRange))
	return errors.Join(errs...)
}

func checkNumber(field string, v float64, r mechafil.Range) error {
	if math.IsNaN(v) || !r.Contains(v) {
		return &mechafil.RangeError{Field: field, Entry: -1, Value: v, Range: r}
	}
	return nil
}
