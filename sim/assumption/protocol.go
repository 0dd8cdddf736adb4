package assumption

import (
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// How the burn goes on.
const (
	MeanBurn = "mean" // at the mean of the snapshot's history: MechaFIL's
	PathBurn = "path" // as its causes have it: gas, FIP-0100's daily fee, all other
)

// NeverEnds is the solstice of a network that keeps FIL+.
const NeverEnds = "never"

// What of the block reward the pledge formula takes from FIP-0118 on.
const (
	WholeReward     = "whole_reward"
	ConsensusReward = "consensus_reward"
)

// scheduledSolstice is the day of network version 29.
var scheduledSolstice = protocol.Version(29).Day()

// feesOf holds what was known of FIP-0100's daily fee from a day on.
type feesOf struct {
	since
	payingShare float64 // of the QA power, that pays it
	supplyFIL   float64 // circulating when its fee was fixed
}

// feesBySnapshot are the defaults of snapshots, the oldest first. 2025-09: 5.2 EiB of QA power were onboarded since
// network version 25 and 2.4 EiB extended since 26, of 23.5, at a supply between 712 and 757 M FIL. 2026: the fee of
// 1,700 FIL a day that other burn of 740 leaves of the 2,437 measured, over that of all power at the supply of its
// commitment, 2,410; the least day of burn, 1,744, bounds the share by 0.72.
var feesBySnapshot = []feesOf{
	{},
	{since(protocol.Version(25).Day() + 1), 0.3, 735e6},
	{april2026, 0.7, 780e6},
}

//go:noinline
func feesAt(in *Inputs) *feesOf { return knownBy(in, feesBySnapshot) }

// FeeSupplyFIL is the circulating supply at which the fee of the power that pays on the snapshot's day was fixed, FIL.
func FeeSupplyFIL(in *Inputs) float64 { return feesAt(in).supplyFIL }

// EndOfFILPlus is the last day with FIL+ deals; ok is false where they do not end.
func (s *Scenario) EndOfFILPlus(in *Inputs) (last day.Day, ok bool) {
	on, ends := s.solstice()
	return max(on, in.Snapshot.Current), ends
}

// solstice is the day on which FIL+ ends; ok is false where it never does.
func (s *Scenario) solstice() (on day.Day, ok bool) {
	if s.Solstice == NeverEnds {
		return 0, false
	}
	on, err := day.Parse(s.Solstice)
	return on, err == nil
}

// lawsOf sets what a forecast assumes of the protocol.
func (s *Scenario) lawsOf(f *mechafil.Forecast, in *Inputs) {
	f.GammaWeightings = s.weightings()
	if s.Burn == PathBurn {
		f.Burn = &mechafil.BurnPath{PayingShare: s.PayingShare, SupplyFIL: feesAt(in).supplyFIL,
			OtherFIL: s.OtherBurnFIL}
	}
	if on, ok := s.EndOfFILPlus(in); ok {
		f.Solstice = &mechafil.Solstice{On: on, Gates: s.SolsticeGates,
			OptIn: s.SolsticeOptIn, PledgeOfConsensus: s.PledgeReward == ConsensusReward}
	}
}

var (
	choosesBurn     = fromVersion2(burnsByCause)
	followsCauses   = &Condition{Hides: true, Holds: burnsByCause}
	choosesSolstice = fromVersion2(ends)
	hasEnd          = &Condition{Hides: true, Holds: ends}
	loadsBlocks     = &Condition{Hides: true, Holds: countsLoad}
)

// countsLoad reports whether the gas of all messages counts: it has a price, or is burnt.
func countsLoad(s *Scenario) bool { return pricedByBlocks(s) || burnsByCause(s) }

func burnsByCause(s *Scenario) bool { return s.Burn == PathBurn }
func ends(s *Scenario) bool         { return s.Solstice != NeverEnds }

// protocolRows are the rows of what the protocol burns, and of FIP-0118.
var protocolRows = []*Row{
	{
		Name: "burn", Unit: "name", Kind: Choice, Choices: []string{MeanBurn, PathBurn},
		Meaning: "how the burn goes on: at the mean of its history, or as gas, FIP-0100's daily fee and other burn " +
			"have it",
		Source: "MechaFIL's mean; from version 2 on path",
		Later: &Later{2, "since network version 25 burn follows supply and power, not gas",
			func(_ *Inputs, s *Scenario) error { s.Burn = PathBurn; return nil }},
		Link: "burn", Place: 162, Weight: 112, Group: MoreGroup, Since: 2, With: burnsByCause,
		Needs: []*Condition{choosesBurn},
		at:    func(s *Scenario) any { return &s.Burn },
	},
	{
		Name: "paying_share", Unit: "share", Kind: Number, Range: mechafil.ShareRange,
		Meaning: "share of the QA power that pays FIP-0100's daily fee on the snapshot's day",
		Source:  "an estimate: 0.7 on 2026-04-20 (0.5 to 0.72), 0.3 in September 2025, none before network version 25",
		Derive:  func(in *Inputs, s *Scenario) error { s.PayingShare = feesAt(in).payingShare; return nil },
		Link:    "paying", Place: 163, Weight: 113, Group: MoreGroup, Slider: Slider{0, 100, 1}, Since: 2,
		With: burnsByCause, Needs: []*Condition{followsCauses}, Vary: Vary{0.5, 0.72, Stated}, Symbol: "paying_share",
		at: func(s *Scenario) any { return &s.PayingShare },
	},
	{
		Name: "other_burn_fil", Unit: "FIL/day", Kind: Number, Range: mechafil.Range{Min: 0, Max: 1e6}, Default: 740,
		Meaning: "burn of penalties, terminations and all else that is neither gas nor daily fee",
		Source:  "an estimate: what is left of the burn of April 2026 (100 to 5,000)",
		Link:    "other_burn", Place: 164, Weight: 114, Group: MoreGroup, Slider: Slider{0, 10000, 10}, Since: 2,
		With: burnsByCause, Needs: []*Condition{followsCauses}, Vary: Vary{100, 5000, Stated}, Symbol: "other_burn",
		at: func(s *Scenario) any { return &s.OtherBurnFIL },
	},
	{
		Name: "solstice", Unit: "name", Kind: Choice, Choices: []string{NeverEnds, scheduledSolstice.String()},
		Dates: true, Range: adoptionStarts,
		Meaning: "when FIL+ ends by FIP-0118 (network version 29): never, or a day; 2026-10-19 is the scheduled one, " +
			"and a " +
			"day before the snapshot's counts as that",
		Source: "never",
		Link:   "solstice", Place: 166, Weight: 118, Group: MoreGroup, Since: 2, With: ends,
		Needs: []*Condition{choosesSolstice},
		at:    func(s *Scenario) any { return &s.Solstice },
	},
	{
		Name: "solstice_gates", Unit: "number", Kind: Whole, Range: mechafil.GatesRange,
		Meaning: "how many of FIP-0118's eight targets of Filecoin Pay are reached, the first ones",
		Source:  "none: nothing that was published says that one will be",
		Link:    "gates", Place: 167, Weight: 115, Group: MoreGroup, Slider: Slider{0, protocol.Gates, 1}, Since: 2,
		With: ends, Needs: []*Condition{hasEnd}, Vary: Vary{0, protocol.Gates, WholeRange}, Symbol: "gates",
		at: func(s *Scenario) any { return &s.SolsticeGates },
	},
	{
		Name: "solstice_opt_in", Unit: "share", Kind: Number, Range: mechafil.ShareRange, Default: 0.9,
		Meaning: "share of the sectors without FIL+ that opt in to count ten times, evenly over the first 90 days",
		Source:  "an assumption: FIP-0118 expects most",
		Link:    "opt_in", Place: 168, Weight: 116, Group: MoreGroup, Slider: Slider{0, 100, 1}, Since: 2,
		With: ends, Needs: []*Condition{hasEnd}, Vary: Vary{0, 1, WholeRange}, Symbol: "opt_in",
		at: func(s *Scenario) any { return &s.SolsticeOptIn },
	},
	{
		Name: "pledge_reward", Unit: "name", Kind: Choice, Choices: []string{WholeReward, ConsensusReward},
		Meaning: "what of the block reward the pledge formula takes from FIP-0118 on",
		Source:  "an assumption: all of it, since the FIP does not say otherwise",
		Link:    "pledge_reward", Place: 169, Weight: 117, Group: MoreGroup, Since: 2,
		With: ends, Needs: []*Condition{hasEnd},
		at: func(s *Scenario) any { return &s.PledgeReward },
	},
}
