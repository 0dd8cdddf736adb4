package mechafil

import (
	"math"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/model/number"
)

const (
	// dueSlack is the share by which more power may fall due than is alive: the digits that files keep.
	dueSlack = 1e-6
	// supplySlack is how far the supply may be from what its parts add up to, FIL: their digits.
	supplySlack = 1000
)

// contradiction looks at what the figures say of each other, and names the field that cannot be. A snapshot without
// what was mined by its start is older than this check: that of 2025-09-09 has faulty sectors in its schedule, and so
// more due than alive.
func (s *Snapshot) contradiction() error {
	if s.MinedFILStart == 0 && s.LockedRewardFILStart == 0 {
		return nil
	}
	refuse := func(field string, value, low, high float64) error {
		return s.fault(field, illegal(field, -1, value, fault.Within(fault.NumberIn, low, high)))
	}
	if v := s.MinedFILStart; !(v > 0 && v <= StorageMiningFIL) {
		return refuse("mined_fil_start", v, 0, StorageMiningFIL)
	}
	if v := s.LockedRewardFILStart; !(v > 0 && v <= s.LockedFILStart) {
		return refuse("locked_reward_fil_start", v, 0, s.LockedFILStart)
	}
	n := s.HistoryDays()
	for _, c := range []struct {
		name     string
		due      []float64
		aliveEiB float64
	}{
		{"scheduled_expiry_raw_pib", s.ScheduledExpiryRawPiB, s.RawPowerEiB[n]},
		{"scheduled_expiry_qa_pib", s.ScheduledExpiryQAPiB, s.QAPowerEiB[n]},
	} {
		var total float64
		for _, v := range c.due {
			total += v
		}
		if alive := c.aliveEiB * PiBPerEiB; total > alive*(1+dueSlack) {
			return s.fault(c.name, fault.New(fault.SnapshotDue, "total", number.General(total, 8), "want",
				number.General(alive, 8)))
		}
	}
	// The supply at the end of the first day, with what vests on that day.
	vested := make([]float64, 1)
	vesting(vested, int(s.Start-NetworkStart), s.VestedFILStart)
	parts := DisbursedReserveFIL + s.MinedFILStart + vested[0] - s.LockedFILStart - s.BurntFIL[0]
	if math.Abs(s.CirculatingFILStart-parts) > supplySlack {
		return s.fault("circulating_fil_start", fault.New(fault.SnapshotSupply,
			"total", number.General(s.CirculatingFILStart, 12), "want", number.General(parts, 12)))
	}
	return nil
}
