package steps

import (
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Constant is a number that the code carries: no scenario changes it.
type Constant struct {
	Name  string // of its symbol
	Value float64
	Unit  string // "EiB", "PiB/day", "FIL", "FIL/day", "Ggas/day", "share", "days", "1" and the like
	Kind  Kind   // Protocol, Units, Rule or Fitted
	Where Source
}

// Constants lists them in the order of the equations.
func Constants() []Constant {
	return []Constant{
		{"pib_per_eib", mechafil.PiBPerEiB, "PiB/EiB", Units, ""},
		{"gib_per_pib", mechafil.GiBPerPiB, "GiB/PiB", Units, ""},
		{"sectors_per_pib", mechafil.SectorsPerPiB, "sectors/PiB", Units, ""},
		{"filplus_excess", model.FILPlusExcess, "1", Protocol, SpecPower},
		{"baseline_growth", mechafil.BaselineGrowthPerDay, "1/day", Protocol, SpecMinting},
		{"baseline_start", mechafil.BaselineStartEiB, "EiB", Protocol, MechaFIL},
		{"simple_decay", mechafil.SimpleDecayPerDay, "1/day", Protocol, SpecMinting},
		{"storage_mining", mechafil.StorageMiningFIL, "FIL", Protocol, SpecMinting},
		{"simple_share", mechafil.SimpleShare, "share", Protocol, SpecMinting},
		{"baseline_share", mechafil.BaselineShare, "share", Protocol, SpecMinting},
		{"storage_pledge_days", mechafil.StoragePledgeDays, "days", Protocol, SpecCollateral},
		{"pledge_cap", mechafil.PledgeCapFILPerGiB, "FIL/GiB", Protocol, SpecCollateral},
		{"locked_reward_share", mechafil.LockedRewardShare, "share", Protocol, SpecCollateral},
		{"locked_reward_days", mechafil.LockedRewardDays, "days", Protocol, SpecCollateral},
		{"reserve", mechafil.DisbursedReserveFIL, "FIL", Protocol, SpecAllocation},
		{"long_run_level", model.LongRunLevel, "Ggas/PiB", Protocol, FIP45},
		{"level_half_life", model.LevelHalfLifeDays, "days", Fitted, Own},
		{"weight_half_life", model.WeightHalfLifeDays, "days", Fitted, Own},
		{"block_days", model.IntervalBlockDays, "days", Rule, Own},
		{"ggas_per_tgas", 1000, "Ggas/Tgas", Units, ""},
		{"capacity", price.CapacityTgas, "Tgas/day", Rule, Own},
		{"padded_gas", price.PaddedTgas, "Tgas/day", Protocol, FIP115},
		{"minimum_fee", price.MinimumNanoFIL, "nanoFIL/gas", Protocol, FIP115},
		{"fee_rate", mechafil.SectorFeePerPiB, "1/PiB", Protocol, FIP100},
		{"fee_cap", mechafil.SectorFeeCap, "share", Protocol, FIP100},
		{"consensus_first", protocol.ConsensusFirst, "share", Protocol, FIP118},
		{"consensus_fall", protocol.ConsensusFall, "share", Protocol, FIP118},
		{"fall_quarters", protocol.FallQuarters, "1", Protocol, FIP118},
		{"service_first", protocol.ServiceFirst, "share", Protocol, FIP118},
		{"service_step", protocol.ServiceStep, "share", Protocol, FIP118},
		{"opt_in_days", mechafil.OptInDays, "days", Rule, Own},
		{"adoption_odds", assumption.AdoptionOdds, "1", Rule, Own},
		{"gamma_at", assumption.GammaAtEpoch, "share", Rule, FIP81},
		{"gamma_per_day", assumption.GammaPerDay, "1/day", Protocol, FIP81},
		{"gamma_fall", protocol.GammaFall, "share", Protocol, FIP81},
		{"ramp_days", protocol.GammaRampDays, "days", Protocol, FIP81},
		{"gamma_after", assumption.GammaAfterRamp, "share", Protocol, FIP81},
	}
}

// ConstantNamed finds a constant by the name of its symbol.
func ConstantNamed(name string) (Constant, bool) {
	c, ok := constants[name]
	return c, ok
}

var constants = func() map[string]Constant {
	out := map[string]Constant{}
	for _, c := range Constants() {
		out[c.Name] = c
	}
	return out
}()
