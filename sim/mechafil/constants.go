package mechafil

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// NetworkStart is the first day of Filecoin's economy, from which vesting and minting count.
var NetworkStart = day.Of(2020, 10, 15)

const (
	pibPerEiB        = 1024.0
	gibPerPiB        = 1 << 20
	sectorsPerPiB    = 1 << 15 // 32 GiB sectors
	sectorsPerEiB    = 1 << 25
	powerFloorEiB    = 1e-8 // at or below this the network has ended
	daysPerYear      = 365
	networkStartYear = 6 // half-life of simple minting, years

	storageMiningFIL = 0.55 * 2e9
	simpleShare      = 0.3
	baselineShare    = 0.7
	// Filecoin spec: the reserve's part that circulates beside mined and vested tokens.
	disbursedReserveFIL = 17066618.961773411890063046

	historyLockTarget = 0.3
	historyGamma      = 1.0

	storagePledgeDays  = 20    // days of expected reward in the initial pledge
	pledgeCapFILPerGiB = 1.0   // at most 1 FIL per GiB of QA power
	lockedRewardShare  = 0.75  // of each block reward
	lockedRewardDays   = 180.0 // over which it is released
)

var (
	simpleDecayPerDay    = math.Ln2 / (networkStartYear * daysPerYear)
	baselineGrowthPerDay = math.Ln2 / daysPerYear
	baselineStartEiB     = 2.766213637444971e18 / (1 << 60)
)
