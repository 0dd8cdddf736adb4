package mechafil

// tranches vest linearly from the network's start: amount/days on each of days 0..days-1.
// Source: Filecoin's published token allocation as used by MechaFIL (SAFT, Protocol Labs,
// Foundation).
var tranches = []struct {
	amountFIL float64
	days      int
}{
	{19_015_887 + 32_787_700, 183},
	{22_421_712 + 9_400_000, 365},
	{7_223_364, 730},
	{87_637_883 + 898_958, 1095},
	{9_805_053, 2190},
	{300_000_000 + 100_000_000, 2190},
}

// vesting fills vested with the cumulative vested FIL, entry 0 being day startDay since the
// network's start and vestedStart the amount vested before that day.
func vesting(vested []float64, startDay int, vestedStart float64) {
	sum := vestedStart
	for t := range vested {
		for _, tr := range tranches {
			if startDay+t < tr.days {
				sum += tr.amountFIL / float64(tr.days)
			}
		}
		vested[t] = sum
	}
}
