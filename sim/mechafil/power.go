package mechafil

// powerPath steps the power of the network through the forecast, raw or QA.
//
// total, onboarded and renewed hold the history in entries 0..n and receive the forecast from
// entry n+1 on: total in EiB, the others in PiB a day. onboard(i) is the power onboarded on
// forecast day i and renew(i) the share of the due power that is renewed. Stepping stops after
// the first entry for which stop is true; the number of entries defined is returned.
//
// MechaFIL's own quirk: the last forecast day is dropped, and scheduled[0], which is dated the
// snapshot's Current day, acts on the day after it.
func powerPath(total, onboarded, renewed, scheduled []float64, n, durationDays int,
	onboard, renew func(i int) float64, reported func(i int, totalPiB float64) float64) int {
	running := total[n] * PiBPerEiB
	for t := n + 1; t < len(total); t++ {
		i := t - n - 1
		due := 0.0
		if i < len(scheduled) {
			due = scheduled[i]
		}
		if i >= durationDays {
			// Only forecast days feed the second term: the history's cohorts are in the schedule.
			due += onboarded[t-durationDays] + renewed[t-durationDays]
		}
		onboarded[t] = onboard(i)
		renewed[t] = due * renew(i)
		running += onboarded[t] - due + renewed[t]
		total[t] = reported(i, running) / PiBPerEiB
		if total[t] <= PowerFloorEiB {
			return t + 1
		}
	}
	return len(total)
}
