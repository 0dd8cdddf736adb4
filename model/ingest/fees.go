package ingest

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
)

// Fee is what gas cost on a UTC day; NaN where a source does not say.
type Fee struct {
	Day            day.Day
	BaseFeeNanoFIL float64 // nanoFIL per gas, of the kind that model.PublishedFeeKind says
	FeeBurnFIL     float64 // base-fee burn and over-estimation burn of all messages, FIL
}

// MeanFees are the days of hourly base fees that are whole, with their mean. On the days whose published fee is a median
// they are left out, since the table's column can hold one kind of figure a day.
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
			fees = append(fees, Fee{d, sum / perDay, math.NaN()})
		}
	}
	return fees
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
	}
}
