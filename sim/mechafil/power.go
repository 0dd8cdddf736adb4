package mechafil

// powerPath is the power of the network, raw or QA, of which the forecast is to be stepped.
//
// totalEiB and renewedPiB hold the history in entries 0..historyDays and receive the forecast from the next
// entry on; onboardedPiB holds both. Of the power that is due, renewal times renewalMultiplier is renewed. New power is
// due again after durationDays, renewed power after extensionDays.
type powerPath struct {
	totalEiB, onboardedPiB, renewedPiB []float64
	scheduledPiB                       []float64

	historyDays, durationDays, extensionDays int
	renewal, renewalMultiplier               Path

	leaving Path
	stays   stays

	// Bounds of the total, for QA power: multiplier times raw power. Nil for none.
	boundEiB        []float64
	boundMultiplier Path

	opting *OptIn    // what is added to QA power below its bound; nil for none
	duePiB []float64 // receives what falls due
}

// step fills the forecast and stops after the first entry at which the network ends; the number of entries
// defined is returned. Entries held at the bound are added to capped.
//
// MechaFIL's own quirk: the last forecast day is dropped, and scheduled[0], which is dated the
// snapshot's Current day, acts on the day after it.
func (p *powerPath) step(capped *Marks) int {
	total, onboarded, renewed, scheduled := p.totalEiB, p.onboardedPiB, p.renewedPiB, p.scheduledPiB
	n := p.historyDays
	running := total[n] * PiBPerEiB
	toFall := 0.0 // what is alive by the schedules: it falls due on this day or later
	if p.stays != nil {
		toFall = sum(scheduled)
	}
	for t := n + 1; t < len(total); t++ {
		i := t - n - 1
		due, left := 0.0, 0.0
		if i < len(scheduled) {
			due = scheduled[i]
		}
		if p.stays != nil {
			left = p.leaving.At(i) * toFall
			due *= p.stays[t-n]
		}
		// Only forecast days feed the cohorts: the history's are in the schedule.
		cohorts := 0.0
		if i >= p.durationDays {
			cohorts = onboarded[t-p.durationDays] * p.stays.of(i+1-p.durationDays, i+1)
		}
		if i >= p.extensionDays {
			cohorts += renewed[t-p.extensionDays] * p.stays.of(i+1-p.extensionDays, i+1)
		}
		due += cohorts
		p.duePiB[t] = due
		again := due * (p.renewal.At(i) * p.renewalMultiplier.At(i))
		renewed[t] = again
		running += onboarded[t] - due + again - left
		toFall += onboarded[t] - due + again - left
		reported := running
		if p.boundEiB != nil {
			bound := p.boundMultiplier.At(i) * p.boundEiB[t] * PiBPerEiB
			if running > bound {
				reported = bound
				capped.add(t)
			}
			if p.opting != nil {
				reported += p.opting.step(t, bound-running)
			}
		}
		total[t] = reported / PiBPerEiB
		if total[t] <= PowerFloorEiB {
			return t + 1
		}
	}
	return len(total)
}
