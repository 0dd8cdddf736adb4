package mechafil

import (
	"slices"

	"github.com/gasburden/gasburden/model/day"
)

// A Tranche of tokens vests linearly from the network's start: AmountFIL/Days on each of days 0..Days-1.
type Tranche struct {
	AmountFIL float64
	Days      int
}

// allotments are Filecoin's published token allocation by who got it, under the names of their series.
var allotments = []struct {
	name string
	Tranche
}{
	{"vesting_saft_6_months_fil", Tranche{19_015_887 + 32_787_700, 183}},
	{"vesting_saft_1_year_fil", Tranche{22_421_712 + 9_400_000, 365}},
	{"vesting_saft_2_years_fil", Tranche{7_223_364, 730}},
	{"vesting_saft_3_years_fil", Tranche{87_637_883 + 898_958, 1095}},
	{"vesting_saft_6_years_fil", Tranche{9_805_053, 2190}},
	{"vesting_protocol_labs_fil", Tranche{300_000_000, 2190}},
	{"vesting_foundation_fil", Tranche{100_000_000, 2190}},
}

// tranches are the allotments as MechaFIL sums them: those of Protocol Labs and the Foundation, the last two, are one.
var tranches = func() (out []Tranche) {
	for _, a := range allotments {
		out = append(out, a.Tranche)
	}
	last := len(out) - 1
	out[last-1].AmountFIL += out[last].AmountFIL
	return out[:last]
}()

// Tranches lists what vests, in a fresh slice. Source: Filecoin spec, token allocation, as MechaFIL sums it.
func Tranches() []Tranche { return slices.Clone(tranches) }

// VestingEnds is the first day on which nothing vests any more.
var VestingEnds = func() day.Day {
	last := 0
	for _, tr := range tranches {
		last = max(last, tr.Days)
	}
	return NetworkStart + day.Day(last)
}()

// vesting fills vested with the cumulative vested FIL, entry 0 being day startDay since the
// network's start and vestedStart the amount vested before that day.
func vesting(vested []float64, startDay int, vestedStart float64) {
	total := vestedStart
	for t := range vested {
		for _, tr := range tranches {
			if startDay+t < tr.Days {
				total += tr.AmountFIL / float64(tr.Days)
			}
		}
		vested[t] = total
	}
}

// VestingOn is what vests on a day, FIL.
func VestingOn(d day.Day) float64 {
	total := 0.0
	for _, tr := range tranches {
		if int(d-NetworkStart) < tr.Days {
			total += tr.AmountFIL / float64(tr.Days)
		}
	}
	return total
}
