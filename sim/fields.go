package sim

import (
	"fmt"
	"strings"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// Kind says which values a scenario field takes.
type Kind int

// The kinds of scenario fields.
const (
	Choice Kind = iota // one of Field.Choices
	Whole              // a whole number in Field.Range
	Number             // a number in Field.Range
	Daily              // a number, or a vector of one number a forecast day
	Rates              // 1 to 5 entries, each like Daily
	Date               // a UTC day, YYYY-MM-DD
	Switch             // true or false
)

// Field describes one field of a scenario.
type Field struct {
	Name    string // its key in the scenario JSON
	Unit    string
	Kind    Kind
	Range   mechafil.Range
	Choices []string // empty for snapshot: the legal names are those that were shipped
	Meaning string   // one line
	Source  string   // where the default comes from

	target func(*Scenario) any // pointer to the field
}

// Fields lists all fields of a scenario in their order.
func Fields() []Field {
	return []Field{
		{"snapshot", "date", Choice, mechafil.Range{}, nil, "state of the network that the run starts from", "the study's date",
			func(s *Scenario) any { return &s.Snapshot }},
		{"horizon_days", "days", Whole, mechafil.HorizonRange, nil, "forecast days after the snapshot", "the study: three years",
			func(s *Scenario) any { return &s.HorizonDays }},
		{"fil_plus_rates", "share", Rates, mechafil.ShareRange, nil, "shares of onboarded raw power with FIL+ deals, one run each", "the study",
			func(s *Scenario) any { return &s.FILPlusRates }},
		{"raw_onboarding_pib", "PiB/day", Daily, mechafil.OnboardingRange, nil, "raw byte power onboarded", "median of the last 90 published days up to the snapshot",
			func(s *Scenario) any { return &s.RawOnboardingPiB }},
		{"renewal_rate", "share", Daily, mechafil.ShareRange, nil, "share of expiring power that is renewed", "median of the last 90 published days up to the snapshot",
			func(s *Scenario) any { return &s.RenewalRate }},
		{"sector_duration_days", "days", Whole, mechafil.DurationRange, nil, "life of a sector", "the study",
			func(s *Scenario) any { return &s.SectorDurationDays }},
		{"lock_target", "share", Daily, mechafil.ShareRange, nil, "share of the supply that consensus pledge aims to lock", "the protocol's 0.3",
			func(s *Scenario) any { return &s.LockTarget }},
		{"fil_plus_multiplier", "ratio", Daily, mechafil.MultiplierRange, nil, "quality-adjusted power of a byte with a FIL+ deal", "the protocol's 10",
			func(s *Scenario) any { return &s.FILPlusMultiplier }},
		{"qa_renewal_multiplier", "ratio", Daily, mechafil.QARenewalRange, nil, "QA power of renewed power relative to what it was", "MechaFIL's 1",
			func(s *Scenario) any { return &s.QARenewalMultiplier }},
		{"gamma", "share", Daily, mechafil.ShareRange, nil, "weight of the baseline in the consensus pledge", "1; FIP-0081's ramp for snapshots after it",
			func(s *Scenario) any { return &s.Gamma }},
		{"gamma_weighting", "name", Choice, mechafil.Range{}, []string{string(mechafil.Arithmetic), string(mechafil.Geometric), string(mechafil.Harmonic)},
			"mean that mixes simple and baseline consensus pledge", "the protocol's", func(s *Scenario) any { return &s.GammaWeighting }},
		{"pledge_base", "name", Choice, mechafil.Range{}, []string{string(mechafil.CirculatingBase), string(mechafil.AvailableBase)},
			"supply that the consensus pledge is a share of", "the protocol's", func(s *Scenario) any { return &s.PledgeBase }},
		{"gas_model", "name", Choice, mechafil.Range{}, gasModels, "how gas follows from deal power", "the model that held on the two years after its training",
			func(s *Scenario) any { return &s.GasModel }},
		{"messages", "name", Choice, mechafil.Range{}, messageSets, "which messages count: PublishStorageDeals alone, or PreCommit and ProveCommit too", "the study's",
			func(s *Scenario) any { return &s.Messages }},
		{"base_fee_nanofil", "nanoFIL/gas", Number, BaseFeeRange, nil, "base fee that turns gas into FIL; the study's is 1", "median of burn / gas over the last 90 published days up to the snapshot",
			func(s *Scenario) any { return &s.BaseFeeNanoFIL }},
		{"direct_gas_fraction", "share", Number, mechafil.ShareRange, nil, "gas of DirectFIL+ relative to PublishStorageDeals; the study assumed 0.15", "FIP-0076's table",
			func(s *Scenario) any { return &s.DirectGasFraction }},
		{"direct_precommit_fraction", "share", Number, mechafil.ShareRange, nil, "gas of PreCommit with DirectFIL+ relative to today's; counts with messages onboarding", "FIP-0076's table",
			func(s *Scenario) any { return &s.DirectPreCommitFraction }},
		{"direct_prove_fraction", "share", Number, mechafil.ShareRange, nil, "the same of ProveCommit, sectors with FIL+ deals", "FIP-0076's table",
			func(s *Scenario) any { return &s.DirectProveFraction }},
		{"direct_prove_fraction_no_deals", "share", Number, mechafil.ShareRange, nil, "the same of ProveCommit, sectors without deals", "FIP-0076's table",
			func(s *Scenario) any { return &s.DirectProveFractionNoDeals }},
		{"adoption", "name", Choice, mechafil.Range{}, adoptions, "how DirectFIL+ is taken up", "the study's picture: by all at once",
			func(s *Scenario) any { return &s.Adoption }},
		{"adoption_share", "share", Number, mechafil.ShareRange, nil, "share of deals that go direct: constant, or the ceiling of the logistic ramp", "all",
			func(s *Scenario) any { return &s.AdoptionShare }},
		{"adoption_start", "date", Date, mechafil.Range{}, nil, "logistic ramp: the day at 1 % of its ceiling, zero before", "FIP-0076's launch, or the snapshot's day if later",
			func(s *Scenario) any { return &s.AdoptionStart }},
		{"adoption_days", "days", Whole, AdoptionDaysRange, nil, "logistic ramp: days from there to 99 % of its ceiling", "a year",
			func(s *Scenario) any { return &s.AdoptionDays }},
		{"rebound", "share", Number, mechafil.ShareRange, nil, "share of the saved gas that is filled with more FIL+ deals", "saved gas stays unused",
			func(s *Scenario) any { return &s.Rebound }},
		{"burn_feedback", "switch", Switch, mechafil.Range{}, nil, "whether saved gas lowers the simulated burn", "the study and MechaFIL leave the burn on its mean",
			func(s *Scenario) any { return &s.BurnFeedback }},
		{"smoothing_days", "days", Whole, SmoothingRange, nil, "length of the trailing means of token flows", "the study",
			func(s *Scenario) any { return &s.SmoothingDays }},
	}
}

// FieldNamed finds a field by its JSON key.
func FieldNamed(name string) (Field, error) {
	fields := Fields()
	for _, f := range fields {
		if f.Name == name {
			return f, nil
		}
	}
	return Field{}, fmt.Errorf("unknown name %q, want one of %s", name, fieldNames(fields))
}

func fieldNames(fields []Field) string {
	names := ""
	for i, f := range fields {
		if i > 0 {
			names += ", "
		}
		names += f.Name
	}
	return names
}

// Legal describes the values the field takes, for error messages.
func (f Field) Legal() string {
	switch f.Kind {
	case Whole:
		return fmt.Sprintf("a whole number in %v", f.Range)
	case Number:
		return fmt.Sprintf("a number in %v", f.Range)
	case Daily:
		return fmt.Sprintf("a number in %v, or a vector of horizon_days such numbers", f.Range)
	case Date:
		return fmt.Sprintf("a day YYYY-MM-DD in %v..%v", mechafil.NetworkStart, lastAdoptionStart)
	case Switch:
		return "true or false"
	case Rates:
		return fmt.Sprintf("%d to %d numbers (or vectors of horizon_days numbers) in %v", MinRates, MaxRates, f.Range)
	default:
		if len(f.Choices) == 0 {
			return "the name of a shipped snapshot"
		}
		return "one of " + quoted(f.Choices)
	}
}

// quoted lists names as an error shows them: "a", "b".
func quoted(names []string) string { return `"` + strings.Join(names, `", "`) + `"` }
