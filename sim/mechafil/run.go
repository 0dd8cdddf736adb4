package mechafil

import "errors"

// Run simulates the network at one FIL+ rate (a share of onboarded raw power, scalar or one
// value a forecast day). The Common is shared and stays unchanged. Gas burns nothing where the burn follows its causes.
func (c *Common) Run(filPlusRate Path) *Result { return c.Grow(filPlusRate).Settle() }

// Grow simulates the power of a run alone, on which its gas depends. Settle has to follow.
func (c *Common) Grow(filPlusRate Path) *Result {
	s, f, n := c.snapshot, c.forecast, c.HistoryDays
	shared := *c
	r := &Result{Common: &shared}
	defined := len(c.RawPowerEiB)
	c.memory.Deal(defined, &r.QAPowerEiB, &r.OnboardedQAPiB, &r.RenewedQAPiB, &r.DueQAPiB)
	copy(r.QAPowerEiB, s.QAPowerEiB)
	copy(r.OnboardedQAPiB, s.OnboardedQAPiB)
	copy(r.RenewedQAPiB, s.RenewedQAPiB)
	for t := n + 1; t < defined; t++ {
		i := t - n - 1
		rate := filPlusRate.At(i)
		if f.Solstice.begun(c.Date(t)) {
			rate = 1
		}
		r.OnboardedQAPiB[t] = c.OnboardedRawPiB[t] * (1 + (f.FILPlusMultiplier.At(i)-1)*rate)
	}
	path := powerPath{
		totalEiB: r.QAPowerEiB, onboardedPiB: r.OnboardedQAPiB, renewedPiB: r.RenewedQAPiB,
		scheduledPiB: s.ScheduledExpiryQAPiB,
		historyDays:  n, durationDays: f.SectorDurationDays, extensionDays: f.extension(),
		renewal: f.RenewalRate, renewalMultiplier: f.QARenewalMultiplier, leaving: f.LeavingRate, stays: c.stays,
		boundEiB: c.RawPowerEiB, boundMultiplier: f.FILPlusMultiplier,
	}
	if f.Burn != nil {
		r.Burns = c.newBurns(&shared.BurntFIL, defined)
		r.DueQAPiB = r.Burns.DuePiB
	}
	path.duePiB = r.DueQAPiB
	unknown(r.DueQAPiB[:n+1])
	if f.Solstice != nil {
		r.Opted = newOptIn(c.memory, f.Solstice, s.Start, n, defined)
		path.opting = r.Opted
	}
	r.Defined = path.step(&r.QACapped)
	shared.cut(r.Defined)
	Cut(r.Defined, &r.QAPowerEiB, &r.OnboardedQAPiB, &r.RenewedQAPiB, &r.DueQAPiB)
	return r
}

// Settle simulates what follows from a run's power: pledge, burn and supply. Where the forecast's burn follows its
// causes the gas of each forecast day is what Burns.GasFIL says.
func (r *Result) Settle() *Result {
	c, n := r.Common, r.HistoryDays
	daily, past := r.daily(), c.past.daily()
	c.memory.Deal(r.Defined, append(daily[:], &r.ReturnPerSector1yFIL, &r.ROIPerSector1y)...)
	Cut(r.Defined-(DaysPerYear-1), &r.ReturnPerSector1yFIL, &r.ROIPerSector1y)
	for i, dst := range daily {
		copy(*dst, *past[i])
	}
	r.LockedFloored, r.CirculatingFloored, r.AvailableFloored = c.past.LockedFloored, c.past.CirculatingFloored,
		c.past.AvailableFloored
	r.PledgeNegative = c.past.PledgeNegative
	if r.Burns != nil {
		r.beginBurn()
	}
	r.supply(n + 1)
	r.sectors(n + 1)
	r.years()
	return r
}

// daily lists the series of supply and sector, which have a value on every entry.
func (r *Result) daily() [9]*[]float64 {
	return [9]*[]float64{
		&r.LockedPledgeOfDayFIL, &r.RenewedPledgeOfDayFIL, &r.LockedPledgeFIL, &r.LockedRewardFIL, &r.LockedFIL,
		&r.CirculatingFIL, &r.AvailableFIL, &r.PledgePerSectorFIL, &r.RewardPerSectorFIL,
	}
}

// Simulate validates the forecast and runs it at its FILPlusRate. The error joins all
// violations, each naming field, value and legal range.
func Simulate(s *Snapshot, f *Forecast) (*Result, error) {
	if err := errors.Join(s.Validate(), f.Validate()); err != nil {
		return nil, err
	}
	if err := s.CheckStart(f.Start); err != nil {
		return nil, err
	}
	return Prepare(s, f).Run(f.FILPlusRate), nil
}
