package assumption

import (
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Versions of the defaults. A link, a scenario file or a preset says which it was made with; whatever does not say was
// made with the first.
const (
	FirstVersion = 1
	// LatestVersion has gas priced by how full blocks are, and measured fees in place of burn over gas.
	LatestVersion = 2
	// DefaultVersion is that of the page, the preset default and whatever is written without a choice.
	DefaultVersion = LatestVersion
)

// How gas turns into FIL.
const (
	FixedPrice      = "fixed"       // at base_fee_nanofil, whatever the load
	BlockSpacePrice = "block_space" // at a fee that follows from how full blocks are, package model/price
)

// pricedBy holds what was known of the price of gas from a day on.
type pricedBy struct {
	since
	levelNanoFIL float64 // of a priced day
	fixedNanoFIL float64
	levels       price.Levels // but for publishing, which a scenario's gas model knows
}

// pricedBySnapshot are the defaults of snapshots, the oldest first. Levels are those of price.Measure, to the digits
// that were stated. Level: 2023 so that the load of its mean day has the fee of 0.33, an estimate (nothing was
// published; 0.29 to 0.46); later the mean of the 97 priced days of the 180 to 2025-06-24. Fixed: that estimate; what
// was burnt for gas over the 90 days to 2025-09-08, 37.7 FIL over 46 Tgas a day; the minimum, as on most days since
// mid-2025. Other gas of 2026: so that the mean of 2026-04-05..20, 6.99 Tgas, comes out.
var pricedBySnapshot = []pricedBy{
	{since(0), 0.46, 0.33, price.Levels{OnboardTgasPerPiB: 2.849, WindowTgasPerEiB: 0.4077, OtherTgas: 3.732}},
	{since(day.Of(2025, 6, 24)), price.FullNanoFIL, 8e-4,
		price.Levels{OnboardTgasPerPiB: 6.228, WindowTgasPerEiB: 0.4187,
			OtherTgas: 7.420}},
	{april2026, price.FullNanoFIL, price.MinimumNanoFIL,
		price.Levels{OnboardTgasPerPiB: 6.228, WindowTgasPerEiB: 0.4187, OtherTgas: 4.0}},
}

//go:noinline
func pricedAt(in *Inputs) *pricedBy { return knownBy(in, pricedBySnapshot) }

var (
	followsBlocks = &Condition{Hides: true, Holds: pricedByBlocks}
	fixesPrice    = &Condition{Hides: true, Holds: func(s *Scenario) bool { return s.Price == FixedPrice }}
	choosesPrice  = fromVersion2(pricedByBlocks)
)

func pricedByBlocks(s *Scenario) bool { return s.Price == BlockSpacePrice }

// priceRows are the rows of the price of gas and of the version. The ranges are those of package price.
var priceRows = []*Row{
	{
		Name: "price", Unit: "name", Kind: Choice, Choices: []string{FixedPrice, BlockSpacePrice},
		Meaning: "how gas turns into FIL: at a fixed base fee, or at one that follows how full blocks are",
		Source:  "fixed; from version 2 on block_space",
		Later: &Later{2, "what the fees of 2020 to 2025 show", func(_ *Inputs, s *Scenario) error {
			s.Price = BlockSpacePrice
			return nil
		}},
		Link: "price", Place: 45, Weight: 25, Group: BasicGroup, Needs: []*Condition{choosesPrice},
		Since: 2,
		at:    func(s *Scenario) any { return &s.Price },
	},
	{
		Name: "priced_level_nanofil", Unit: "nanoFIL/gas", Kind: Number, Range: mechafil.Range{Min: 0, Max: 10},
		Meaning: "base fee when blocks are full",
		Source:  "mean of the priced days of the last 180; of 2023 an estimate",
		Derive:  func(in *Inputs, s *Scenario) error { s.PricedLevelNanoFIL = pricedAt(in).levelNanoFIL; return nil },
		Link:    "priced_level", Place: 51, Weight: 31, Slider: Slider{0, 0.5, 0.0001}, Group: MoreGroup, Since: 2,
		Needs: []*Condition{followsBlocks}, Vary: Vary{0.003, 0.3, Stated},
		Symbol: "priced_level", at: func(s *Scenario) any { return &s.PricedLevelNanoFIL },
	},
	{
		Name: "knee_tgas", Unit: "Tgas/day", Kind: Number, Range: mechafil.Range{Min: 20, Max: 100},
		Default: price.KneeTgas,
		Meaning: "load at which every second day is priced", Source: "fit to 539 days, 2024-01-02 to 2025-06-24",
		Link: "knee", Place: 52, Weight: 32, Slider: Slider{20, 100, 0.1}, Group: MoreGroup, Since: 2,
		Needs: []*Condition{followsBlocks}, Vary: Vary{41, 47, Stated}, Symbol: "knee",
		at: func(s *Scenario) any { return &s.KneeTgas },
	},
	{
		Name: "knee_width_tgas", Unit: "Tgas/day", Kind: Number, Range: mechafil.Range{Min: 0.1, Max: 20},
		Default: price.WidthTgas,
		Meaning: "width of that step", Source: "the same fit",
		Link: "knee_width", Place: 53, Weight: 33, Slider: Slider{0.1, 20, 0.01}, Group: MoreGroup, Since: 2,
		Needs: []*Condition{followsBlocks}, Vary: Vary{1.59, 4, Stated},
		Symbol: "knee_width", at: func(s *Scenario) any { return &s.KneeWidthTgas },
	},
	{
		Name: "premium_nanofil", Unit: "nanoFIL/gas", Kind: Number, Range: mechafil.Range{Min: 0, Max: 0.01},
		Default: price.PremiumNanoFIL,
		Meaning: "premium at the 20th percentile of a tipset, eight times which the fee becomes (FIP-0115)",
		Source:  "clients' minimum",
		Link:    "premium", Place: 54, Weight: 34, Slider: Slider{0, 0.001, 0.00001}, Group: MoreGroup, Since: 2,
		Needs: []*Condition{followsBlocks}, Vary: Vary{0, 2e-4, Stated},
		Symbol: "premium", at: func(s *Scenario) any { return &s.PremiumNanoFIL },
	},
	{
		Name: "premium_spread_tgas", Unit: "Tgas/day", Kind: Number, Range: mechafil.Range{Min: 0.1, Max: 20},
		Default: price.SpreadTgas,
		Meaning: "gas limit a day either side of 23.04 over which it does", Source: "an assumption",
		Link: "premium_spread", Place: 62, Weight: 42, Slider: Slider{0.1, 20, 0.01}, Group: MoreGroup, Since: 2,
		Needs: []*Condition{followsBlocks}, Vary: Vary{0.1, 15.36, Stated},
		Symbol: "premium_spread", at: func(s *Scenario) any { return &s.PremiumSpreadTgas },
	},
	{
		Name: "gas_limit_ratio", Unit: "ratio", Kind: Number, Range: mechafil.Range{Min: 1, Max: 2},
		Default: price.LimitOverUsed,
		Meaning: "gas limit over gas used",
		Source:  "clients' default",
		Link:    "gas_limit", Place: 56, Weight: 36, Slider: Slider{1, 2, 0.01}, Group: MoreGroup, Since: 2,
		With: countsLoad, Needs: []*Condition{loadsBlocks}, Vary: Vary{1.1, 1.5, Stated},
		Symbol: "limit_ratio", at: func(s *Scenario) any { return &s.GasLimitRatio },
	},
	{
		Name: "tip_nanofil", Unit: "nanoFIL/gas", Kind: Number, Range: mechafil.Range{Min: 0, Max: 0.01},
		Default: price.TipNanoFIL,
		Meaning: "mean premium on the gas limit", Source: "April 2026",
		Link: "tip", Place: 57, Weight: 37, Slider: Slider{0, 0.002, 0.00001}, Group: MoreGroup, Since: 2,
		Needs: []*Condition{followsBlocks}, Vary: Vary{1e-4, 4e-4, Stated},
		at: func(s *Scenario) any { return &s.TipNanoFIL },
	},
	{
		Name: "onboard_tgas_per_pib", Unit: "Tgas/PiB", Kind: Number, Range: mechafil.Range{Min: 0, Max: 100},
		Meaning: "gas of PreCommit and ProveCommit in the load",
		Source:  "the 90 published days to the last with gas",
		Derive: func(in *Inputs, s *Scenario) error {
			s.OnboardTgasPerPiB = pricedAt(in).levels.OnboardTgasPerPiB
			return nil
		},
		Link: "onboard_gas", Place: 58, Weight: 38, Slider: Slider{0, 20, 0.01}, Group: MoreGroup, Since: 2,
		With: countsLoad, Needs: []*Condition{loadsBlocks}, Vary: Vary{2.8, 7.9, Stated},
		Symbol: "onboard_level", at: func(s *Scenario) any { return &s.OnboardTgasPerPiB },
	},
	{
		Name: "window_tgas_per_eib", Unit: "Tgas/EiB", Kind: Number, Range: mechafil.Range{Min: 0, Max: 100},
		Meaning: "gas of SubmitWindowedPoSt in the load", Source: "the same days",
		Derive: func(in *Inputs, s *Scenario) error {
			s.WindowTgasPerEiB = pricedAt(in).levels.WindowTgasPerEiB
			return nil
		},
		Link: "window_gas", Place: 59, Weight: 39, Slider: Slider{0, 2, 0.001}, Group: MoreGroup, Since: 2,
		With: countsLoad, Needs: []*Condition{loadsBlocks}, Vary: Vary{0.3, 0.5, Stated},
		Symbol: "window_level", at: func(s *Scenario) any { return &s.WindowTgasPerEiB },
	},
	{
		Name: "other_tgas", Unit: "Tgas/day", Kind: Number, Range: mechafil.Range{Min: 0, Max: 100},
		Meaning: "gas of all other messages", Source: "median of the same days; of 2026 what its total leaves",
		Derive: func(in *Inputs, s *Scenario) error { s.OtherTgas = pricedAt(in).levels.OtherTgas; return nil },
		Link:   "other_gas", Place: 61, Weight: 41, Slider: Slider{0, 30, 0.01}, Group: MoreGroup, Since: 2,
		With: countsLoad, Needs: []*Condition{loadsBlocks}, Vary: Vary{2, 10, Stated},
		Symbol: "other_gas", at: func(s *Scenario) any { return &s.OtherTgas },
	},
	{
		Name: "version", Unit: "number", Kind: Whole, Range: mechafil.Range{Min: FirstVersion, Max: LatestVersion},
		Meaning: "version of the defaults of what is left out", Source: "1",
		Default: FirstVersion, Since: 2, OfDefaults: true,
		at: func(s *Scenario) any { return &s.Version },
	},
}
