package mechafil

// calendar is what follows from a snapshot's first day and the days since, whatever is assumed of the forecast.
type calendar struct {
	snapshot *Snapshot
	start    Start

	baselinePowerEiB, cumulativeSimpleRewardFIL, vestedFIL []float64 // at least as long as the run
}

// calendarOf is a snapshot's calendar of at least so many days, kept in the memory for the next run.
func (m *Memory) calendarOf(s *Snapshot, start Start, days int) calendar {
	if m != nil && m.calendar.snapshot == s && m.calendar.start == start && len(m.calendar.vestedFIL) >= days {
		return m.calendar
	}
	k := calendar{snapshot: s, start: start}
	var fresh *Memory
	fresh.Deal(days, &k.baselinePowerEiB, &k.cumulativeSimpleRewardFIL, &k.vestedFIL)
	startDay := int(s.Start - NetworkStart)
	s.baseline(k.baselinePowerEiB)
	simpleMinting(k.cumulativeSimpleRewardFIL, startDay)
	vesting(k.vestedFIL, startDay, s.VestedBefore(start))
	if m != nil {
		m.calendar = k
	}
	return k
}
