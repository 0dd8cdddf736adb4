package ingest

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/portal"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
)

// Fee is what gas cost on a UTC day; NaN where a source does not say.
type Fee struct {
	Day            day.Day
	BaseFeeNanoFIL float64 // nanoFIL per gas, of the kind that model.PublishedFeeKind says
	FeeBurnFIL     float64 // base-fee burn and over-estimation burn of all messages, FIL
	FeePaidFIL     float64 // that and tips, FIL
}

// MeanFees are the days of hourly base fees that are whole, with their mean. On the days whose published fee is a
// median they are left out, since the table's column can hold one kind of figure a day.
func MeanFees(hours []spacescope.Row) []Fee {
	const perDay = 24
	var fees []Fee
	for len(hours) > 0 {
		d, n, sum := hours[0].Day(), 0, 0.0
		for n < len(hours) && hours[n].Day() == d {
			sum += hours[n].Values[0]
			n++
		}
		hours = hours[n:]
		if n == perDay && !math.IsNaN(sum) && model.PublishedFeeKind(d) == model.MeanFee {
			fees = append(fees, Fee{d, sum / perDay, math.NaN(), math.NaN()})
		}
	}
	return fees
}

// PortalFees are what was burnt and paid for gas on the days of the portal that have it.
func PortalFees(days []portal.Day) []Fee {
	var fees []Fee
	for _, d := range days {
		if d.FeeBurnFIL > 0 || d.GasFeeFIL > 0 {
			fees = append(fees, Fee{d.Day, math.NaN(), d.FeeBurnFIL, d.GasFeeFIL})
		}
	}
	return fees
}

// CheckPortal holds a table against what the portal says of the same days: total gas, power and supply.
func CheckPortal(t *model.Table, days []portal.Day) []Finding {
	// The two count the chain for themselves, and cut days and sectors at slightly different moments.
	const most = 0.05
	c := new(checker)
	for _, d := range days {
		row := t.Row(d.Day)
		if row < 0 || row >= t.Len() {
			continue
		}
		for _, pair := range []struct {
			name      string
			is, other float64
		}{
			{"gas_total", t.GasTotal[row], d.GasTotal},
			{"raw_power_eib", t.RawPowerEiB[row], d.RawPowerPiB / 1024},
			{"qa_power_eib", t.QAPowerEiB[row], d.QAPowerPiB / 1024},
			{"circulating_fil", t.CirculatingFIL[row], d.CirculatingFIL}, {"burnt_fil", t.BurntFIL[row], d.Burnt},
			{"mined_fil", t.MinedFIL[row], d.MinedFIL}, {"locked_fil", t.LockedFIL[row], d.LockedFIL},
		} {
			if math.Abs(pair.is-pair.other) > most*pair.is { // false where a figure is missing
				c.fail("portal", pair.name, "%s of %s is %v in the table and %v in the Filecoin Data Portal", pair.name,
					d.Day,
					pair.is, pair.other)
			}
		}
	}
	return c.found
}

// layFees lays fees over the columns of a table, without those that say nothing.
func layFees(t *model.Table, fees []Fee) {
	for _, f := range fees {
		row := t.Row(f.Day)
		if row < 0 || row >= t.Len() {
			continue
		}
		if f.BaseFeeNanoFIL > 0 {
			t.BaseFeeNanoFIL[row] = f.BaseFeeNanoFIL
		}
		if f.FeeBurnFIL >= 0 {
			t.FeeBurnFIL[row] = f.FeeBurnFIL
		}
		if f.FeePaidFIL > 0 {
			t.FeePaidFIL[row] = f.FeePaidFIL
		}
	}
}
