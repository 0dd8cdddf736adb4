package mechafil

// Run simulates the network at one FIL+ rate (a share of onboarded raw power, scalar or one
// value a forecast day). The Common is shared and stays unchanged.
func (c *Common) Run(filPlusRate Path) *Result {
	s, f, n := c.snapshot, c.forecast, c.HistoryDays
	shared := *c
	r := &Result{Common: &shared}
	slab := newSlab(c.memory, 14, c.Days)

	r.QAPowerEiB, r.OnboardedQAPiB, r.RenewedQAPiB = slab.history(s.QAPowerEiB), slab.history(s.OnboardedQAPiB), slab.history(s.RenewedQAPiB)
	defined := len(c.RawPowerEiB)
	r.Defined = powerPath(r.QAPowerEiB[:defined], r.OnboardedQAPiB[:defined], r.RenewedQAPiB[:defined], s.ScheduledExpiryQAPiB, n, f.SectorDurationDays,
		func(i int) float64 {
			return f.RawOnboardingPiB.At(i) * (1 + (f.FILPlusMultiplier.At(i)-1)*filPlusRate.At(i))
		},
		func(i int) float64 { return f.RenewalRate.At(i) * f.QARenewalMultiplier.At(i) },
		func(i int, totalPiB float64) float64 {
			limit := f.FILPlusMultiplier.At(i) * c.RawPowerEiB[n+1+i] * PiBPerEiB
			if totalPiB > limit {
				r.QACapped.add(n + 1 + i)
				return limit
			}
			return totalPiB
		})
	for _, dst := range []*[]float64{
		&r.QAPowerEiB, &r.OnboardedQAPiB, &r.RenewedQAPiB,
		&shared.RawPowerEiB, &shared.OnboardedRawPiB, &shared.RenewedRawPiB, &shared.BaselinePowerEiB, &shared.NetworkTimeDays,
		&shared.CumulativeSimpleRewardFIL, &shared.CumulativeBaselineRewardFIL, &shared.CumulativeRewardFIL, &shared.RewardFIL,
		&shared.VestedFIL, &shared.BurntFIL,
	} {
		*dst = (*dst)[:r.Defined]
	}
	for _, dst := range []*[]float64{
		&r.LockedPledgeOfDayFIL, &r.RenewedPledgeOfDayFIL, &r.LockedPledgeFIL, &r.LockedRewardFIL, &r.LockedFIL,
		&r.CirculatingFIL, &r.AvailableFIL, &r.PledgePerSectorFIL, &r.RewardPerSectorFIL,
	} {
		*dst = slab.next()[:r.Defined]
	}
	oneYear := max(0, r.Defined-(DaysPerYear-1))
	r.ReturnPerSector1yFIL, r.ROIPerSector1y = slab.next()[:oneYear], slab.next()[:oneYear]
	r.supply()
	r.sectors()
	return r
}

// Simulate validates the forecast and runs it at its FILPlusRate. The error joins all
// violations, each naming field, value and legal range.
func Simulate(s *Snapshot, f *Forecast) (*Result, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	if err := f.Validate(); err != nil {
		return nil, err
	}
	return Prepare(s, f).Run(f.FILPlusRate), nil
}
