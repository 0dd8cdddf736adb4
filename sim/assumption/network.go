package assumption

import (
	"github.com/gasburden/gasburden/sim/mechafil"
)

// networkOf holds what was known of a network from a day on: how its sectors leave, and what stands in for the medians
// of 90 days where these are of another time.
type networkOf struct {
	since
	leavingRate   float64 // share of what is alive that leaves early, a day
	extensionDays int

	// 0: the medians, and the study's FIL+ rates.
	onboardingPiB, renewalRate, filPlusRate float64
}

// networkBySnapshot are the defaults of snapshots, the oldest first. 2023: of six pairs the one with the least error of
// raw and QA power over 770 days, given all that happened (0.079 and 0.056; 0.669 and 0.274 where nothing leaves).
// 2026: onboarding and FIL+ rate are the mean of the 16 published days; of 1,968 PiB 9.3 were terminated in 14 days; of
// what fell due from January to April 10 % of the raw power stayed. Source: the network of 2026, 1 and 3.
var networkBySnapshot = []networkOf{
	{leavingRate: 0.0008, extensionDays: 180},
	{since: april2026, leavingRate: 0.00034, extensionDays: 180, onboardingPiB: 0.22, renewalRate: 0.1,
		filPlusRate: 1},
}

//go:noinline
func networkAt(in *Inputs) *networkOf { return knownBy(in, networkBySnapshot) }

// stated is a default that is a number of the snapshot's, and the median where it has none.
func stated(of func(*networkOf) float64, recent func(*Inputs) (Recent, error)) func(*Inputs) (float64, error) {
	return func(in *Inputs) (float64, error) {
		if v := of(networkAt(in)); v != 0 {
			return v, nil
		}
		median, err := recent(in)
		return median.Median, err
	}
}

var (
	statedOnboarding = stated(func(n *networkOf) float64 { return n.onboardingPiB }, (*Inputs).RecentOnboarding)
	statedRenewal    = stated(func(n *networkOf) float64 { return n.renewalRate }, (*Inputs).RecentRenewalRate)
)

// StatesInputs reports whether onboarding, renewal and FIL+ rate of a version's default are numbers that were stated
// for the snapshot, and no medians.
func StatesInputs(in *Inputs, version int) bool {
	return version >= 2 && networkAt(in).onboardingPiB != 0
}

var (
	choosesStart = fromVersion2(startsAsChain)
	extends      = fromVersion2(extendsOtherwise)
	leaves       = fromVersion2(sectorsLeave)
)

func startsAsChain(s *Scenario) bool    { return s.Start != mechafil.MechaFILStart }
func extendsOtherwise(s *Scenario) bool { return s.ExtensionDays != 0 }

func sectorsLeave(s *Scenario) bool {
	v, constant := s.LeavingRate.Scalar()
	return !constant || v != 0
}

func ownBaseline(s *Scenario) bool {
	v, constant := s.BaselineEiB.Scalar()
	return !constant || v != 0
}

// chainRows are the rows of how the network begins, of sectors that leave, and of its baseline.
var chainRows = []*Row{
	{
		Name: "start", Unit: "name", Kind: Choice,
		Choices: []string{string(mechafil.MechaFILStart), string(mechafil.ChainStart)},
		Meaning: "how the supply begins: as MechaFIL has it, or as the chain stood",
		Source:  "MechaFIL's; from version 2 on the chain's",
		Later: &Later{2, "what agrees with the published supply: 0.05 M FIL off after 13 days, MechaFIL's start 14.2",
			func(in *Inputs, s *Scenario) error {
				if s.Start = mechafil.MechaFILStart; in.Snapshot.CheckStart(mechafil.ChainStart) == nil {
					s.Start = mechafil.ChainStart
				}
				return nil
			}},
		Link: "begin", Place: 236, Weight: 225, Group: MoreGroup, Needs: []*Condition{choosesStart}, Since: 2,
		With: startsAsChain,
		at:   func(s *Scenario) any { return (*string)(&s.Start) },
	},
	{
		Name: "extension_days", Unit: "days", Kind: Whole, Range: mechafil.ExtensionRange,
		Meaning: "days that a renewed sector lives on; 0 is as many as a new one",
		Source:  "0, which is MechaFIL's; from version 2 on 180",
		Later: &Later{2, "fit to the power of 2023-07-31 to 2025-09-08",
			func(in *Inputs, s *Scenario) error { s.ExtensionDays = networkAt(in).extensionDays; return nil }},
		Link: "extension", Place: 182, Weight: 142, Group: MoreGroup, Slider: Slider{0, 1080, 10}, Since: 2,
		With: extendsOtherwise, Needs: []*Condition{extends}, Vary: Vary{90, 540, Stated}, Symbol: "extension",
		at: func(s *Scenario) any { return &s.ExtensionDays },
	},
	{
		Name: "leaving_rate", Unit: "share", Kind: Daily, Range: mechafil.LeavingRange,
		Meaning: "share of the power and pledge alive that leaves early each day",
		Source:  "0, which is MechaFIL's; from version 2 on as measured",
		Later: &Later{2, "fit to the power of 2023-07-31 to 2025-09-08, 0.0008; April 2026: 0.00034, terminated of " +
			"alive",
			func(in *Inputs, s *Scenario) error {
				s.LeavingRate = mechafil.Constant(networkAt(in).leavingRate)
				return nil
			}},
		Link: "leaving", Place: 42, Weight: 92, Group: MoreGroup, Slider: Slider{0, 0.2, 0.001}, Since: 2,
		With: sectorsLeave, Needs: []*Condition{leaves}, Vary: Vary{0, 0.001, Stated}, Symbol: "leaving",
		at: func(s *Scenario) any { return &s.LeavingRate },
	},
	{
		Name: "baseline_eib", Unit: "EiB", Kind: Daily, Range: mechafil.BaselineRange,
		Meaning: "network baseline of each forecast day; 0 is the protocol's, which doubles every year",
		Source:  "the protocol's",
		Link:    "baseline", Place: 245, Weight: 235, Since: 2, With: ownBaseline, Symbol: "baseline",
		at: func(s *Scenario) any { return &s.BaselineEiB },
	},
}
