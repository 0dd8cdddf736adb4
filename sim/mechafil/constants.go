package mechafil

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// NetworkStart is the first day of Filecoin's economy, from which vesting and minting count.
var NetworkStart = day.Of(2020, 10, 15)

// Units, and where a network ends.
const (
	PiBPerEiB     = 1024.0
	GiBPerPiB     = 1 << 20
	SectorsPerPiB = 1 << 15 // 32 GiB sectors
	sectorsPerEiB = 1 << 25
	PowerFloorEiB = 1e-8 // at or below this the network has ended
	DaysPerYear   = 365
)

// Minting. Source: Filecoin spec, minting model and block reward minting.
const (
	HalfLifeYears    = 6          // in which the rest of simple minting halves
	StorageMiningFIL = 0.55 * 2e9 // all rewards that will ever be minted
	SimpleShare      = 0.3        // of them by simple minting
	BaselineShare    = 0.7        // of them by baseline minting

	SimpleDecayPerDay    = math.Ln2 / (HalfLifeYears * DaysPerYear)
	BaselineGrowthPerDay = math.Ln2 / DaysPerYear           // the baseline doubles every year
	BaselineStartEiB     = 2.766213637444971e18 / (1 << 60) // the baseline at the network's start, as published
)

// DisbursedReserveFIL is the reserve's part that circulates beside mined and vested tokens, FIL.
const DisbursedReserveFIL = 17066618.961773411890063046

// What history takes in place of a forecast's inputs, arithmetic weighting beside it: the protocol's
// figures before FIP-0081.
const (
	HistoryLockTarget = 0.3
	HistoryGamma      = 1.0
)

// Pledge and rewards. Source: Filecoin spec, miner collaterals.
const (
	StoragePledgeDays  = 20    // days of expected reward in the initial pledge
	PledgeCapFILPerGiB = 1.0   // at most 1 FIL per GiB of QA power
	LockedRewardShare  = 0.75  // of each block reward
	LockedRewardDays   = 180.0 // over which it is released
)
