package mechafil

// calendar is what follows from a snapshot's first day and the days since, whatever is assumed of the forecast.
type calendar struct {
	snapshot        *Snapshot
	asTheChainStood bool

	baselinePowerEiB, cumulativeSimpleRewardFIL, vestedFIL []float64 // at least as long as the run
}

// calendarOf is a snapshot's calendar of at least so many days, kept in the memory for the next run.
func (m *Memory) calendarOf(s *Snapshot, asTheChainStood bool, days int) calendar {
	if m != nil && m.calendar.snapshot == s && m.calendar.asTheChainStood == asTheChainStood &&
		len(m.calendar.vestedFIL) >= days {
		return m.calendar
	}
	k := calendar{snapshot: s, asTheChainStood: asTheChainStood}
	var fresh *Memory
	fresh.Deal(days, &k.baselinePowerEiB, &k.cumulativeSimpleRewardFIL, &k.vestedFIL)
	startDay := int(s.Start - NetworkStart)
	baseline(k.baselinePowerEiB, s.BaselinePowerEiBStart)
	simpleMinting(k.cumulativeSimpleRewardFIL, startDay)
	vested := s.VestedFILStart
	if asTheChainStood && s.VestedByStart {
		vested -= vestingOn(startDay) // of the first day, which is counted again
	}
	vesting(k.vestedFIL, startDay, vested)
	if m != nil {
		m.calendar = k
	}
	return k
}
