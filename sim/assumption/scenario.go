package assumption

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/model/number"
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

// Limits that are this package's own; those of the network's inputs are mechafil's.
const (
	MinRates, MaxRates = 1, 5
)

// DefaultHorizonDays is the study's: three years.
const DefaultHorizonDays = 3 * 365

// Legal ranges of this package's own fields.
var (
	BaseFeeRange      = mechafil.Range{Min: 0, Max: 1000}
	SmoothingRange    = mechafil.Range{Min: 1, Max: 365}
	AdoptionDaysRange = mechafil.Range{Min: 1, Max: 7300}

	adoptionStarts = mechafil.Range{Min: float64(mechafil.NetworkStart), Max: float64(day.Of(2100, 1, 1))}
)

// minReboundFraction keeps a rebound finite: at a fraction f, gas refilled wholly buys 1/f of the
// deal power.
const minReboundFraction = 0.01

// Default is the scenario that the page opens with: the study's three FIL+ rates over three years
// from the inputs' snapshot, onboarding, renewal and base fee at the medians of the last 90
// published values, the scaling model, DirectFIL+ as in FIP-0076 and adopted by all.
func Default(in *Inputs) (Scenario, error) { return DefaultOf(in, DefaultVersion) }

// DefaultOf is Default by the defaults of a version.
func DefaultOf(in *Inputs, version int) (Scenario, error) {
	return defaultFor(in, &Scenario{HorizonDays: DefaultHorizonDays, Version: version, DailyInputs: AssumedInputs})
}

// DefaultBeside is the default by what another scenario says of defaults, its version and its daily inputs, over its
// horizon.
func DefaultBeside(in *Inputs, of *Scenario) (Scenario, error) { return defaultFor(in, of) }

func defaultFor(in *Inputs, of *Scenario) (Scenario, error) {
	s, version := Scenario{HorizonDays: of.HorizonDays}, of.Version
	for _, a := range table {
		switch {
		case a.Later != nil && version >= a.Later.Version:
			if err := a.Later.Derive(in, &s); err != nil {
				return Scenario{}, fmt.Errorf("assumption: default of %w", err)
			}
		case a.Derive != nil:
			if err := a.Derive(in, &s); err != nil {
				return Scenario{}, err
			}
		case a.Recent != nil:
			recent, err := a.Recent(in)
			if err != nil {
				return Scenario{}, fmt.Errorf("assumption: default of %w", err)
			}
			a.SetNumber(&s, recent.Median)
		case a.Name != "horizon_days":
			a.SetNumber(&s, a.Default)
		}
	}
	s.Version, s.DailyInputs = version, of.DailyInputs
	return s, s.realise(in)
}

// Forecast is the network's part of the scenario, without a FIL+ rate: the assumptions that mechafil knows by name, and
// those on the protocol.
func (s *Scenario) Forecast(in *Inputs) *mechafil.Forecast {
	f := new(mechafil.Forecast)
	inputs := mechafil.Inputs()
	for i := range inputs {
		for _, a := range table {
			if a.Name == inputs[i].Name {
				copyValue(inputs[i].At(f), a.at(s))
			}
		}
	}
	s.lawsOf(f, in)
	return f
}

// Validate returns all violations joined, each naming field, value and legal range.
func (s *Scenario) Validate() error {
	var errs []error
	for _, a := range table {
		if err := a.check(s); err != nil {
			errs = append(errs, err)
		}
	}
	if s.Rebound > 0 && s.DirectGasFraction < minReboundFraction {
		endless := fault.New(fault.EndlessRefill, "other", "direct_gas_fraction", "fraction",
			number.Exact(s.DirectGasFraction))
		endless.Field, endless.Value = "rebound", number.Exact(s.Rebound)
		endless.Legal = fault.Within(fault.Refillable, minReboundFraction, 1, "other", "direct_gas_fraction", "rebound",
			"rebound")
		errs = append(errs, endless)
	}
	if s.Price == BlockSpacePrice && s.GasModel == RegimeModel {
		negative := fault.New(fault.NegativeLoad, "other", "price", "space", strconv.Quote(BlockSpacePrice))
		negative.Field, negative.Value = "gas_model", strconv.Quote(s.GasModel)
		negative.Legal = fault.Plainly(fault.ScalingOrFixed, "model", "gas_model", "other", "price",
			"scaling", strconv.Quote(ScalingModel), "fixed", strconv.Quote(FixedPrice))
		errs = append(errs, negative)
	}
	return errors.Join(errs...)
}

// ValidateOn is Validate for a scenario that is to run on inputs, which must be those of its snapshot.
func (s *Scenario) ValidateOn(in *Inputs) error {
	if s.Snapshot != in.Snapshot.Name {
		return otherSnapshot(s, in)
	}
	return errors.Join(s.Validate(), in.Snapshot.CheckStart(s.Start))
}

// check says what is wrong with the assumption's value in a scenario. Which snapshots there are is not known here.
func (a *Row) check(s *Scenario) error {
	switch p := a.at(s).(type) {
	case *string:
		if len(a.Choices) > 0 {
			if d, err := day.Parse(*p); a.Dates && err == nil && a.Range.Contains(float64(d)) {
				return nil
			}
			if err := mechafil.CheckChoice(a.Name, *p, a.Choices); err != nil {
				return fault.Bad(a.Name, strconv.Quote(*p), a.Legal())
			}
			return nil
		}
	case *int:
		return mechafil.CheckWhole(a.Name, *p, a.Range)
	case *float64:
		return mechafil.CheckNumber(a.Name, *p, a.Range)
	case *day.Day:
		if !a.Range.Contains(float64(*p)) {
			first, last := a.Days()
			return fault.Bad(a.Name, p.String(), fault.WithinDays(fault.DayIn, first, last))
		}
	case *mechafil.Path:
		err := mechafil.CheckPath(a.Name, *p, s.HorizonDays, a.Range)
		if err == nil && a.Wholes {
			err = mechafil.CheckWholes(a.Name, *p, a.Range)
		}
		return err
	case *[]mechafil.Path:
		var errs []error
		if n := len(*p); n < MinRates || n > MaxRates {
			count := fault.New(fault.IllegalCount, "n", strconv.Itoa(n))
			count.Field, count.Legal = a.Name, a.Range.Legal(fault.RateCount, rateCounts...)
			errs = append(errs, count)
		}
		for i, rate := range *p {
			if err := mechafil.CheckPath(a.Name, rate, s.HorizonDays, a.Range); err != nil {
				fault.Of(err).Part = part(i)
				errs = append(errs, err)
			}
		}
		return errors.Join(errs...)
	}
	return nil
}

// part is an entry of a list, as a fault names it.
func part(i int) string { return "[" + strconv.Itoa(i) + "]" }
