package assets

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/fault"
	numbers "github.com/gasburden/gasburden/model/number"
)

func isNumber(v float64) bool { return !math.IsNaN(v) }

// fillShown makes those of the columns that are onlyShown and that a file did not have: without a figure on any day.
func fillShown(t *model.Table, columns []column, days int) {
	for _, c := range columns {
		for to := c.of(t); onlyShown(c) && len(*to) < days; {
			*to = append(*to, math.NaN())
		}
	}
}

// maxFeeRatio is how far two figures of what gas cost on a day may lie apart. In the shipped table they differ by less
// than a factor of three.
const maxFeeRatio = 100

// checkFees looks for the first day on which the published fee contradicts what was burnt for gas, or for all, by more
// than maxFeeRatio. The median of a day says nothing of its mean, so that medians are not compared.
func checkFees(file string, t *model.Table) error {
	contradiction := func(row int, name, value, other string, burn float64) error {
		f := fault.New(fault.TableFee, "other", other, "n", strconv.Itoa(maxFeeRatio), "burn", numbers.General(burn, 6),
			"fil", numbers.General(t.BaseFeeNanoFIL[row]*t.GasTotal[row]/model.GasPerGgas, 6))
		f.Field, f.Value = name, value
		f.Place = fault.At(fault.OnDay, "file", file, "date", t.Date(row).String())
		return f
	}
	for i, fee := range t.BaseFeeNanoFIL {
		cost := fee * t.GasTotal[i] / model.GasPerGgas
		if math.IsNaN(cost) || model.PublishedFeeKind(t.Date(i)) == model.MedianFee {
			continue
		}
		value := numbers.Exact(fee)
		if burn := t.FeeBurnFIL[i]; cost > maxFeeRatio*burn || cost < burn/maxFeeRatio {
			return contradiction(i, "base_fee_nanofil", value, "fee_burn_fil", burn)
		}
		if i == 0 {
			continue
		}
		// All that is burnt is at least what is burnt for gas; a day without burn is a rounded figure of 2020.
		if burn := t.BurntFIL[i] - t.BurntFIL[i-1]; burn > 0 && cost > maxFeeRatio*burn {
			return contradiction(i, "base_fee_nanofil", value, "burnt_fil", burn)
		}
	}
	return nil
}
