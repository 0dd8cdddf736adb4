package sim

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/gasburden/gasburden/model"
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
	Messages            string              `json:"messages"`
	BaseFeeNanoFIL      float64             `json:"base_fee_nanofil"`

	// Gas of a message with DirectFIL+ relative to today's, by message: FIP-0076's own table. The
	// last is that of ProveCommit for sectors without FIL+ deals.
	DirectGasFraction          float64 `json:"direct_gas_fraction"`
	DirectPreCommitFraction    float64 `json:"direct_precommit_fraction"`
	DirectProveFraction        float64 `json:"direct_prove_fraction"`
	DirectProveFractionNoDeals float64 `json:"direct_prove_fraction_no_deals"`

	Adoption      string  `json:"adoption"`
	AdoptionShare float64 `json:"adoption_share"` // constant: the share; logistic: its ceiling
	AdoptionStart day.Day `json:"adoption_start"` // logistic: 1 % of the ceiling
	AdoptionDays  int     `json:"adoption_days"`  // logistic: from there to 99 % of the ceiling

	Rebound       float64 `json:"rebound"`       // share of saved gas that turns into more deals
	BurnFeedback  bool    `json:"burn_feedback"` // saved gas lowers the simulated burn
	SmoothingDays int     `json:"smoothing_days"`
}

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

	gasModels   = []string{ScalingModel, RegimeModel}
	messageSets = []string{PublishMessages, OnboardingMessages}
	adoptions   = []string{NoAdoption, FullAdoption, ConstantAdoption, LogisticAdoption}

	directLaunch      = day.Of(2024, 4, 24) // network version 22, with FIP-0076
	lastAdoptionStart = day.Of(2100, 1, 1)
)

// ErrEndlessRefill says that a rebound has no price to stop it.
var ErrEndlessRefill = errors.New("gas that costs nothing refills without end")

// minReboundFraction keeps a rebound finite: at a fraction f, gas refilled wholly buys 1/f of the
// deal power.
const minReboundFraction = 0.01

// Default is the scenario that the page opens with: the study's three FIL+ rates over three years
// from the inputs' snapshot, onboarding, renewal and base fee at the medians of the last 90
// published values, the scaling model, DirectFIL+ as in FIP-0076 and adopted by all.
func Default(in *Inputs) (Scenario, error) {
	return defaultFor(in, DefaultHorizonDays)
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
	fee, err := in.RecentBaseFee()
	if err != nil {
		return Scenario{}, fmt.Errorf("sim: default of %w", err)
	}
	return Scenario{
		Snapshot:                   in.Snapshot.Name,
		HorizonDays:                horizonDays,
		FILPlusRates:               []mechafil.Path{{0.5}, {0.75}, {1}},
		RawOnboardingPiB:           mechafil.Constant(onboarding.Median),
		RenewalRate:                mechafil.Constant(renewal.Median),
		SectorDurationDays:         540,
		LockTarget:                 mechafil.Constant(0.3),
		FILPlusMultiplier:          mechafil.Constant(10),
		QARenewalMultiplier:        mechafil.Constant(1),
		Gamma:                      defaultGamma(in.Snapshot, horizonDays),
		GammaWeighting:             mechafil.Arithmetic,
		PledgeBase:                 mechafil.CirculatingBase,
		GasModel:                   ScalingModel,
		Messages:                   PublishMessages,
		BaseFeeNanoFIL:             fee.Median,
		DirectGasFraction:          model.PublishFraction,
		DirectPreCommitFraction:    model.PreCommitFraction,
		DirectProveFraction:        model.ProveFraction,
		DirectProveFractionNoDeals: model.ProveFractionNoDeals,
		Adoption:                   FullAdoption,
		AdoptionShare:              1,
		AdoptionStart:              max(directLaunch, in.Snapshot.Current),
		AdoptionDays:               365,
		SmoothingDays:              30,
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
	errs = append(errs,
		checkChoice("gas_model", s.GasModel, gasModels),
		checkChoice("messages", s.Messages, messageSets),
		checkNumber("base_fee_nanofil", s.BaseFeeNanoFIL, BaseFeeRange),
		checkNumber("direct_gas_fraction", s.DirectGasFraction, mechafil.ShareRange),
		checkNumber("direct_precommit_fraction", s.DirectPreCommitFraction, mechafil.ShareRange),
		checkNumber("direct_prove_fraction", s.DirectProveFraction, mechafil.ShareRange),
		checkNumber("direct_prove_fraction_no_deals", s.DirectProveFractionNoDeals, mechafil.ShareRange),
		checkChoice("adoption", s.Adoption, adoptions),
		checkNumber("adoption_share", s.AdoptionShare, mechafil.ShareRange),
		checkStart(s.AdoptionStart),
		mechafil.CheckWhole("adoption_days", s.AdoptionDays, AdoptionDaysRange),
		checkNumber("rebound", s.Rebound, mechafil.ShareRange),
		mechafil.CheckWhole("smoothing_days", s.SmoothingDays, SmoothingRange))
	if s.Rebound > 0 && s.DirectGasFraction < minReboundFraction {
		errs = append(errs, fmt.Errorf("rebound is %v with direct_gas_fraction %v, want a direct_gas_fraction of %v or more, or rebound 0: %w",
			s.Rebound, s.DirectGasFraction, minReboundFraction, ErrEndlessRefill))
	}
	return errors.Join(errs...)
}

func checkChoice(field, v string, legal []string) error {
	if !slices.Contains(legal, v) {
		return fmt.Errorf("%s is %q, want one of %s", field, v, quoted(legal))
	}
	return nil
}

func checkStart(d day.Day) error {
	if d < mechafil.NetworkStart || d > lastAdoptionStart {
		return fmt.Errorf("adoption_start is %v, want a day in %v..%v", d, mechafil.NetworkStart, lastAdoptionStart)
	}
	return nil
}

func checkNumber(field string, v float64, r mechafil.Range) error {
	if math.IsNaN(v) || !r.Contains(v) {
		return &mechafil.RangeError{Field: field, Entry: -1, Value: v, Range: r}
	}
	return nil
}
