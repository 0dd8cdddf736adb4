package assumption

import (
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Scenario is every assumption of a run, resolved: no field is implied. Shares are 0..1. Each field has a row in the
// table below, which says all else of it: its name in JSON, its legal values, its default.
type Scenario struct {
	Snapshot            string
	HorizonDays         int
	DailyInputs         string // where onboarding, renewal and FIL+ rate come from that nothing is said of
	FILPlusRates        []mechafil.Path
	RawOnboardingPiB    mechafil.Path
	RenewalRate         mechafil.Path
	SectorDurationDays  int
	LockTarget          mechafil.Path
	FILPlusMultiplier   mechafil.Path
	QARenewalMultiplier mechafil.Path
	Gamma               mechafil.Path
	GammaWeighting      mechafil.Weighting
	GammaWeightingByDay mechafil.Path // numbers of mechafil.WeightingOf; 0: as GammaWeighting says
	PledgeBase          mechafil.PledgeBase
	GasModel            string
	Messages            string
	Price               string
	BaseFeeNanoFIL      float64 // with a fixed price

	// With a price that follows block space. The order is that of the equations of package model/price.
	PricedLevelNanoFIL                             float64
	KneeTgas, KneeWidthTgas                        float64 // a day
	PremiumNanoFIL                                 float64 // at the 20th percentile of a tipset
	PremiumSpreadTgas                              float64
	GasLimitRatio                                  float64 // gas limit over gas used
	TipNanoFIL                                     float64 // by gas limit
	OnboardTgasPerPiB, WindowTgasPerEiB, OtherTgas float64

	// Gas of a message with DirectFIL+ relative to today's, by message: FIP-0076's own table. The
	// last is that of ProveCommit for sectors without FIL+ deals.
	DirectGasFraction          float64
	DirectPreCommitFraction    float64
	DirectProveFraction        float64
	DirectProveFractionNoDeals float64

	Adoption      string
	AdoptionShare float64 // constant: the share; logistic: its ceiling
	AdoptionStart day.Day // logistic: 1 % of the ceiling
	AdoptionDays  int     // logistic: from there to 99 % of the ceiling

	Burn                      string
	PayingShare, OtherBurnFIL float64 // FIP-0100's fee on the snapshot's day; FIL a day
	Solstice                  string  // a day, or never
	SolsticeGates             int
	SolsticeOptIn             float64
	PledgeReward              string

	Rebound       float64 // share of saved gas that turns into more deals
	BurnFeedback  bool    // saved gas lowers the simulated burn
	SmoothingDays int

	Start         mechafil.Start
	ExtensionDays int // of a renewed sector; 0: as many as a new one has
	LeavingRate   mechafil.Path
	BaselineEiB   mechafil.Path // of the network; 0: the protocol's

	Version int // of the defaults that it was made with; it changes nothing by itself
}

// Rows is the table, in the order of the fields. Everybody shares its rows, and nobody changes them.
func Rows() []*Row { return table }

// ByPlace is the table in the order of Place.
func ByPlace() []*Row { return ordered(func(a *Row) int { return a.Place }) }

// ByWeight is the table in the order of Weight.
func ByWeight() []*Row { return ordered(func(a *Row) int { return a.Weight }) }

// ordered leaves rows of rank 0 out. The sorts of package slices would cost the page bytes.
func ordered(rank func(*Row) int) []*Row {
	var out []*Row
	for _, a := range table {
		if rank(a) == 0 {
			continue
		}
		out = append(out, a)
		for i := len(out) - 1; i > 0 && rank(out[i-1]) > rank(a); i-- {
			out[i-1], out[i] = out[i], out[i-1]
		}
	}
	return out
}

// The conditions of the table.
var (
	adopts         = &Condition{Holds: func(s *Scenario) bool { return s.Adoption != NoAdoption }}
	sharesAdoption = &Condition{Hides: true, Holds: func(s *Scenario) bool {
		return s.Adoption == ConstantAdoption || s.Adoption == LogisticAdoption
	}}
	ramps            = &Condition{Hides: true, Holds: func(s *Scenario) bool { return s.Adoption == LogisticAdoption }}
	countsOnboarding = &Condition{Hides: true,
		Holds: func(s *Scenario) bool { return s.Messages == OnboardingMessages }}
)

// table is the whole table.
var table = slices.Concat(networkRows, chainRows, protocolRows, priceRows)

// networkRows are the rows of all but the price of gas and the version.
var networkRows = []*Row{
	{
		Name: "snapshot", Unit: "date", Kind: Choice, Group: OwnControl, Weight: 10,
		Meaning: "state of the network that the run starts from", Source: "the study's date",
		Derive: func(in *Inputs, s *Scenario) error { s.Snapshot = in.Snapshot.Name; return nil },
		at:     func(s *Scenario) any { return &s.Snapshot },
	},
	{
		Name: "horizon_days", Unit: "days", Kind: Whole, Range: mechafil.HorizonRange, Default: DefaultHorizonDays,
		Meaning: "forecast days after the snapshot", Source: "the study: three years",
		Link: "days", Place: 10, Weight: 120, Group: MoreGroup, Slider: Slider{90, 3650, 5}, Embed: true,
		at: func(s *Scenario) any { return &s.HorizonDays },
	},
	{
		Name: dailyInputs, Unit: "name", Kind: Choice, Choices: []string{AssumedInputs, RealisedInputs},
		Meaning: "what onboarding, renewal and FIL+ rate are by default: an assumption, or what was published of each " +
			"day after the snapshot, and the assumption on days of which nothing was",
		Source: "an assumption",
		Link:   "inputs", Place: 12, Weight: 75, Group: MoreGroup, Since: 2, With: realisesInputs, OfDefaults: true,
		Needs: []*Condition{choosesInputs},
		at:    func(s *Scenario) any { return &s.DailyInputs },
	},
	{
		Name: "fil_plus_rates", Unit: "share", Kind: Rates, Range: mechafil.ShareRange,
		Meaning: "shares of onboarded raw power with FIL+ deals, one run each", Source: "the study",
		Derive: func(_ *Inputs, s *Scenario) error {
			s.FILPlusRates = []mechafil.Path{{0.5}, {0.75}, {1}}
			return nil
		},
		Later: &Later{2, "the study; of 2026 the mean of the 16 published days", func(in *Inputs, s *Scenario) error {
			s.FILPlusRates = []mechafil.Path{{0.5}, {0.75}, {1}}
			if rate := networkAt(in).filPlusRate; rate != 0 {
				s.FILPlusRates = []mechafil.Path{{rate}}
			}
			return nil
		}},
		Link: "rates", Place: 20, Weight: 20, Group: OwnControl, Embed: true,
		Vary: Vary{Basis: OwnHistory}, Symbol: "filplus_rate",
		Past: pastFILPlusRate,
		at:   func(s *Scenario) any { return &s.FILPlusRates },
	},
	{
		Name: "raw_onboarding_pib", Unit: "PiB/day", Kind: Daily, Range: mechafil.OnboardingRange,
		Meaning: "raw byte power onboarded", Source: "median of the last 90 published days up to the snapshot",
		Recent: (*Inputs).RecentOnboarding,
		Later: &Later{2, "the same; of 2026 the mean of the 16 published days", func(in *Inputs, s *Scenario) error {
			v, err := statedOnboarding(in)
			s.RawOnboardingPiB = mechafil.Constant(v)
			return err
		}},
		Link: "onboarding", Place: 30, Weight: 80,
		Group: BasicGroup, Slider: Slider{0, 25, 0.05}, Embed: true,
		Vary: Vary{Basis: OwnHistory}, Symbol: "raw_onboarded",
		Past: pastOnboarding,
		at:   func(s *Scenario) any { return &s.RawOnboardingPiB },
	},
	{
		Name: "renewal_rate", Unit: "share", Kind: Daily, Range: mechafil.ShareRange,
		Meaning: "share of expiring power that is renewed",
		Source:  "median of the last 90 published days up to the snapshot",
		Recent:  (*Inputs).RecentRenewalRate,
		Later: &Later{2, "the same; of 2026 what stayed of the raw power due from January to April",
			func(in *Inputs, s *Scenario) error {
				v, err := statedRenewal(in)
				s.RenewalRate = mechafil.Constant(v)
				return err
			}},
		Link: "renewal", Place: 40, Weight: 90, Group: BasicGroup, Slider: Slider{0, 100, 0.5},
		Embed: true,
		Vary:  Vary{Basis: OwnHistory}, Symbol: "renewal_rate",
		Past: pastRenewalRate,
		at:   func(s *Scenario) any { return &s.RenewalRate },
	},
	{
		Name: "sector_duration_days", Unit: "days", Kind: Whole, Range: mechafil.DurationRange, Default: 540,
		Meaning: "life of a sector", Source: "the study",
		Link: "sector", Place: 180, Weight: 140, Group: MoreGroup, Slider: Slider{180, 1900, 10},
		Vary: Vary{180, 1278, Protocol}, Symbol: "sector_life",
		at: func(s *Scenario) any { return &s.SectorDurationDays },
	},
	{
		Name: "lock_target", Unit: "share", Kind: Daily, Range: mechafil.ShareRange, Default: 0.3,
		Meaning: "share of the supply that consensus pledge aims to lock", Source: "the protocol's 0.3",
		Link: "lock", Place: 190, Weight: 150, Group: MoreGroup, Slider: Slider{0, 100, 1},
		Vary: Vary{0.2, 0.4, Stated}, Symbol: "lock_target",
		at: func(s *Scenario) any { return &s.LockTarget },
	},
	{
		Name: "fil_plus_multiplier", Unit: "ratio", Kind: Daily, Range: mechafil.MultiplierRange, Default: 10,
		Meaning: "quality-adjusted power of a byte with a FIL+ deal", Source: "the protocol's 10",
		Link: "multiplier", Place: 200, Weight: 160, Group: MoreGroup, Slider: Slider{1, 20, 0.5},
		Vary: Vary{1, 10, Multiplier}, Symbol: "filplus_multiplier",
		at: func(s *Scenario) any { return &s.FILPlusMultiplier },
	},
	{
		Name: "qa_renewal_multiplier", Unit: "ratio", Kind: Daily, Range: mechafil.QARenewalRange, Default: 1,
		Meaning: "QA power of renewed power relative to what it was", Source: "MechaFIL's 1",
		Link: "requality", Place: 210, Weight: 200,
		Vary: Vary{2. / 3, 4. / 3, Stated}, Symbol: "qa_renewal_multiplier",
		at: func(s *Scenario) any { return &s.QARenewalMultiplier },
	},
	{
		Name: "gamma", Unit: "share", Kind: Daily, Range: mechafil.ShareRange,
		Meaning: "weight of the baseline in the consensus pledge", Source: "1; FIP-0081's ramp for snapshots after it",
		Derive: func(in *Inputs, s *Scenario) error {
			s.Gamma = defaultGamma(in.Snapshot, s.HorizonDays, FirstVersion)
			return nil
		},
		Later: &Later{2, "FIP-0081: from 2024-11-20 on down to 0.7 within a year", func(in *Inputs, s *Scenario) error {
			s.Gamma = defaultGamma(in.Snapshot, s.HorizonDays, LatestVersion)
			return nil
		}},
		Link: "gamma", Place: 220, Weight: 210,
		Vary: Vary{GammaAfterRamp, 1, BaselineFIP}, Symbol: "gamma",
		at: func(s *Scenario) any { return &s.Gamma },
	},
	{
		Name: "gamma_weighting", Unit: "name", Kind: Choice,
		Choices: []string{string(mechafil.Arithmetic), string(mechafil.Geometric), string(mechafil.Harmonic)},
		Meaning: "mean that mixes simple and baseline consensus pledge", Source: "the protocol's",
		Link: "weighting", Place: 230, Weight: 220,
		at: func(s *Scenario) any { return (*string)(&s.GammaWeighting) },
	},
	{
		Name: "gamma_weighting_by_day", Unit: "number", Kind: Daily, Wholes: true,
		Range:   mechafil.WeightingRange,
		Meaning: "that mean by forecast day: 0 as gamma_weighting says, 1 arithmetic, 2 geometric, 3 harmonic",
		Source:  "0",
		Link:    "weightings", Place: 232, Weight: 222, Since: 2, With: weighsByDay,
		at: func(s *Scenario) any { return &s.GammaWeightingByDay },
	},
	{
		Name: "pledge_base", Unit: "name", Kind: Choice,
		Choices: []string{string(mechafil.CirculatingBase), string(mechafil.AvailableBase)},
		Meaning: "supply that the consensus pledge is a share of", Source: "the protocol's",
		Link: "pledge", Place: 240, Weight: 230,
		at: func(s *Scenario) any { return (*string)(&s.PledgeBase) },
	},
	{
		Name: "gas_model", Unit: "name", Kind: Choice, Choices: []string{ScalingModel, RegimeModel},
		Meaning: "how gas follows from deal power", Source: "the model that held on the two years after its training",
		Link: "gas", Place: 60, Weight: 40, Group: MoreGroup, Embed: true,
		at: func(s *Scenario) any { return &s.GasModel },
	},
	{
		Name: "messages", Unit: "name", Kind: Choice, Choices: []string{PublishMessages, OnboardingMessages},
		Meaning: "which messages count: PublishStorageDeals alone, or PreCommit and ProveCommit too",
		Source:  "the study's",
		Link:    "messages", Place: 70, Weight: 50, Group: MoreGroup,
		at: func(s *Scenario) any { return &s.Messages },
	},
	{
		Name: "base_fee_nanofil", Unit: "nanoFIL/gas", Kind: Number, Range: BaseFeeRange,
		Meaning: "base fee that turns gas into FIL; the study's is 1",
		Source:  "median of burn / gas over the last 90 published days up to the snapshot",
		Recent:  (*Inputs).RecentBaseFee,
		Later: &Later{2, "what was measured: of 2023 an estimate, later what was burnt for gas over the gas",
			func(in *Inputs, s *Scenario) error { s.BaseFeeNanoFIL = pricedAt(in).fixedNanoFIL; return nil }},
		Link: "fee", Place: 50, Weight: 30, Group: BasicGroup, Slider: Slider{0, 2, 0.01}, Study: 1,
		Embed: true, Needs: []*Condition{fixesPrice},
		// Without a history: from the protocol's minimum to what was dear in 2022.
		Vary: Vary{price.MinimumNanoFIL, 0.3, OwnHistory}, VariedWith: fixesPrice, Symbol: "base_fee",
		Past: pastBaseFee, LaterPast: pastMeasuredFee,
		at: func(s *Scenario) any { return &s.BaseFeeNanoFIL },
		// To set a base fee is to fix the price.
		setAlone: func(s *Scenario, v float64) { s.Price, s.BaseFeeNanoFIL = FixedPrice, v },
	},
	{
		Name: "direct_gas_fraction", Unit: "share", Kind: Number, Range: mechafil.ShareRange,
		Default: model.PublishFraction,
		Meaning: "gas of DirectFIL+ relative to PublishStorageDeals; the study assumed 0.15",
		Source:  "FIP-0076's table",
		Link:    "direct", Place: 120, Weight: 70,
		Group: DirectGroup, Slider: Slider{0, 100, 0.1}, Study: 0.15, Embed: true,
		Needs: []*Condition{adopts}, Vary: Vary{model.PublishFraction, 1, FIPTable}, Symbol: "direct_publish",
		at: func(s *Scenario) any { return &s.DirectGasFraction },
	},
	{
		Name: "direct_precommit_fraction", Unit: "share", Kind: Number, Range: mechafil.ShareRange,
		Meaning: "gas of PreCommit with DirectFIL+ relative to today's; counts with messages onboarding",
		Source:  "FIP-0076's table", Default: model.PreCommitFraction,
		Link: "direct_precommit", Place: 130, Weight: 170, Group: DirectGroup, Slider: Slider{0, 100, 1},
		Needs: []*Condition{adopts, countsOnboarding}, Vary: Vary{model.PreCommitFraction, 1, FIPTable},
		Symbol: "direct_precommit",
		at:     func(s *Scenario) any { return &s.DirectPreCommitFraction },
	},
	{
		Name: "direct_prove_fraction", Unit: "share", Kind: Number, Range: mechafil.ShareRange,
		Default: model.ProveFraction,
		Meaning: "the same of ProveCommit, sectors with FIL+ deals", Source: "FIP-0076's table",
		Link: "direct_prove", Place: 140, Weight: 180, Group: DirectGroup, Slider: Slider{0, 100, 1},
		Needs: []*Condition{adopts, countsOnboarding}, Vary: Vary{model.ProveFraction, 1, FIPTable},
		Symbol: "direct_prove",
		at:     func(s *Scenario) any { return &s.DirectProveFraction },
	},
	{
		Name: "direct_prove_fraction_no_deals", Unit: "share", Kind: Number, Range: mechafil.ShareRange,
		Meaning: "the same of ProveCommit, sectors without deals", Source: "FIP-0076's table as printed",
		Default: model.ProveFractionNoDeals,
		Later: &Later{2, "the same table's 348 over 1,342 million gas, 25.9 %", func(_ *Inputs, s *Scenario) error {
			s.DirectProveFractionNoDeals = model.ProveFractionNoDealsRounded
			return nil
		}},
		Link: "direct_prove_nodeals", Place: 150, Weight: 190, Group: DirectGroup, Slider: Slider{0, 100, 1},
		Needs: []*Condition{adopts, countsOnboarding}, Vary: Vary{model.ProveFractionNoDeals, 1, FIPTable},
		Symbol: "direct_prove_no_deals",
		at:     func(s *Scenario) any { return &s.DirectProveFractionNoDeals },
	},
	{
		Name: "adoption", Unit: "name", Kind: Choice, Default: 1,
		Choices: []string{NoAdoption, FullAdoption, ConstantAdoption, LogisticAdoption},
		Meaning: "how DirectFIL+ is taken up", Source: "the study's picture: by all at once",
		Link: "adoption", Place: 80, Weight: 60, Group: DirectGroup, Embed: true,
		at: func(s *Scenario) any { return &s.Adoption },
	},
	{
		Name: "adoption_share", Unit: "share", Kind: Number, Range: mechafil.ShareRange, Default: 1,
		Meaning: "share of deals that go direct: constant, or the ceiling of the logistic ramp", Source: "all",
		Link: "share", Place: 90, Group: DirectGroup, Slider: Slider{0, 100, 1}, Embed: true,
		Needs: []*Condition{sharesAdoption}, Vary: Vary{0, 1, WholeRange}, Symbol: "adoption_ceiling",
		at: func(s *Scenario) any { return &s.AdoptionShare },
		// Adoption by none and by all are constant shares of 0 and 1, so the share can be varied from there.
		alone: func(s *Scenario) float64 {
			switch s.Adoption {
			case NoAdoption:
				return 0
			case FullAdoption:
				return 1
			}
			return s.AdoptionShare
		},
		setAlone: func(s *Scenario, v float64) {
			if s.Adoption != LogisticAdoption {
				s.Adoption = ConstantAdoption
			}
			s.AdoptionShare = v
		},
	},
	{
		Name: "adoption_start", Unit: "date", Kind: Date, Range: adoptionStarts,
		Meaning: "logistic ramp: the day at 1 % of its ceiling, zero before",
		Source:  "FIP-0076's launch, or the snapshot's day if later",
		Derive: func(in *Inputs, s *Scenario) error {
			s.AdoptionStart = max(Launch, in.Snapshot.Current)
			return nil
		},
		Link: "start", Place: 100, Group: DirectGroup,
		Needs: []*Condition{ramps}, Vary: Vary{0, 365, FirstYear},
		at: func(s *Scenario) any { return &s.AdoptionStart },
	},
	{
		Name: "adoption_days", Unit: "days", Kind: Whole, Range: AdoptionDaysRange, Default: 365,
		Meaning: "logistic ramp: days from there to 99 % of its ceiling", Source: "a year",
		Link: "ramp", Place: 110, Group: DirectGroup, Slider: Slider{1, 1825, 1},
		Needs: []*Condition{ramps}, Vary: Vary{1, 1095, Stated}, Symbol: "adoption_days",
		at: func(s *Scenario) any { return &s.AdoptionDays },
	},
	{
		Name: "rebound", Unit: "share", Kind: Number, Range: mechafil.ShareRange,
		Meaning: "share of the saved gas that is filled with more FIL+ deals", Source: "saved gas stays unused",
		Link: "rebound", Place: 160, Weight: 100, Group: DirectGroup, Slider: Slider{0, 100, 1}, Embed: true,
		Needs: []*Condition{adopts}, Vary: Vary{0, 1, WholeRange}, Symbol: "rebound",
		at: func(s *Scenario) any { return &s.Rebound },
	},
	{
		Name: "burn_feedback", Unit: "switch", Kind: Switch,
		Meaning: "whether saved gas lowers the simulated burn",
		Source:  "the study and MechaFIL leave the burn on its mean",
		Link:    "feedback", Place: 170, Weight: 110, Group: DirectGroup, Embed: true,
		Needs: []*Condition{adopts},
		at:    func(s *Scenario) any { return &s.BurnFeedback },
	},
	{
		Name: "smoothing_days", Unit: "days", Kind: Whole, Range: SmoothingRange, Default: 30,
		Meaning: "length of the trailing means of token flows", Source: "the study",
		Link: "smoothing", Place: 250, Weight: 130, Group: MoreGroup, Slider: Slider{1, 180, 1},
		Vary: Vary{7, 91, Window}, Symbol: "smoothing",
		at: func(s *Scenario) any { return &s.SmoothingDays },
	},
}

// Named finds a row by its JSON key.
func Named(name string) (*Row, error) {
	for _, a := range table {
		if a.Name == name {
			return a, nil
		}
	}
	return nil, unknownName(name)
}

// MustNamed is Named for the names in this program's own text: it panics at any other.
func MustNamed(name string) *Row {
	a, err := Named(name)
	if err != nil {
		panic("assumption: " + err.Error())
	}
	return a
}

//go:noinline
func unknownName(name string) *fault.Fault {
	names := make([]string, len(table))
	for i, a := range table {
		names[i] = a.Name
	}
	f := fault.New(fault.UnknownName, "name", strconv.Quote(name))
	f.Field, f.Legal = name, fault.OneOf(names...)
	return f
}
