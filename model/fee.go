package model

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// FeeKind says what a fee of a day is.
type FeeKind int

const (
	NoFee   FeeKind = iota // not published
	MeanFee                // mean base fee of the day, as published
	// median base fee of the day, as published: far below the mean where a few hours were dear
	MedianFee
	BurnOverGas // what was burnt for gas over the gas: a mean weighted by gas
)

// The days of the published medians. Before and after them the published fee is a mean.
var (
	FirstMedianFee = day.Of(2025, 5, 27)
	LastMedianFee  = day.Of(2026, 2, 15)
)

// LastDividedFee is the last of the days of 2020 to 2022 whose base fee was not published, while its burn was: their
// BaseFeeNanoFIL is base-fee burn over total gas.
var LastDividedFee = day.Of(2022, 10, 11)

// FeeBurnPerBaseFee is fee burn over gas, divided by the mean base fee: the median of the 36 days that have all three,
// 2025-04-21 to 2025-05-25 (10th to 90th percentile 1.013 to 1.185). What is above one is over-estimation burn.
const FeeBurnPerBaseFee = 1.036

// PublishedFeeKind says what BaseFeeNanoFIL is on a day.
func PublishedFeeKind(d day.Day) FeeKind {
	switch {
	case d <= LastDividedFee:
		return BurnOverGas
	case d >= FirstMedianFee && d <= LastMedianFee:
		return MedianFee
	}
	return MeanFee
}

// MeasuredFee is the base fee of row i in nanoFIL per gas, and of which kind it is: the published one, or where that is
// a median or missing, fee burn over gas over FeeBurnPerBaseFee. NaN and NoFee where neither was published.
func (t *Table) MeasuredFee(i int) (nanoFIL float64, kind FeeKind) {
	published := math.NaN()
	if i >= 0 && i < len(t.BaseFeeNanoFIL) {
		published = t.BaseFeeNanoFIL[i]
	}
	kind = PublishedFeeKind(t.Date(i))
	if published > 0 && kind != MedianFee {
		return published, kind
	}
	if i >= 0 && i < len(t.FeeBurnFIL) && i < len(t.GasTotal) && t.GasTotal[i] > 0 && t.FeeBurnFIL[i] >= 0 {
		return t.FeeBurnFIL[i] / (t.GasTotal[i] / GasPerGgas) / FeeBurnPerBaseFee, BurnOverGas
	}
	if published > 0 {
		return published, kind
	}
	return math.NaN(), NoFee
}
