package model

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// recentDays is how many published days the usual base fee is the median of.
const recentDays = 90

// BaseFee is a base fee implied by published figures, in nanoFIL per gas: what the network burnt, over all gas.
// Besides the base fee of messages the network burns for over-estimated gas limits, batches,
// penalties and, from nv25, the daily sector fee, so it is an upper bound. Miner tips are not burnt.
type BaseFee struct {
	NanoFIL     float64 // median over the days; NaN without any
	Days        int
	First, Last day.Day // the oldest and the newest of the days
}

// ImpliedBaseFee is the burn of row i of the table in FIL, a difference to the day before, over its total gas in Ggas.
// FIL per Ggas is nanoFIL per gas. NaN where one of the three figures was not published, or without gas.
// The BurntFIL and GasTotal columns must be loaded.
func (t *Table) ImpliedBaseFee(i int) float64 {
	if i < 1 || i >= len(t.BurntFIL) || i >= len(t.GasTotal) || !(t.GasTotal[i] > 0) {
		return math.NaN()
	}
	return (t.BurntFIL[i] - t.BurntFIL[i-1]) / (t.GasTotal[i] / GasPerGgas)
}

// RecentBaseFee is the median base fee of the last 90 days before a snapshot's day that have burn and gas,
// or of as many as there are. The snapshot's own day is not among them.
func (t *Table) RecentBaseFee(snapshot day.Day) BaseFee {
	return t.medianBaseFee(0, t.Row(snapshot), recentDays)
}

// MedianBaseFee is the median base fee of the days first..last, both included.
func (t *Table) MedianBaseFee(first, last day.Day) BaseFee {
	return t.medianBaseFee(t.Row(first), t.Row(last)+1, t.Len())
}

// medianBaseFee looks at the newest `most` days with a base fee among the rows from..to-1.
func (t *Table) medianBaseFee(from, to, most int) BaseFee {
	from, to = max(0, from), min(t.Len(), to)
	fee := BaseFee{NanoFIL: math.NaN()}
	var values []float64
	for i := to - 1; i >= from && len(values) < most; i-- {
		v := t.ImpliedBaseFee(i)
		if math.IsNaN(v) {
			continue
		}
		if len(values) == 0 {
			fee.Last = t.Date(i)
		}
		fee.First = t.Date(i)
		values = append(values, v)
	}
	if fee.Days = len(values); fee.Days > 0 {
		fee.NanoFIL = Median(values)
	}
	return fee
}

// MeanBaseFee is the burn of the days first..last, both included, over their gas, in nanoFIL per gas. Days without
// published burn or gas do not count; NaN without any.
func (t *Table) MeanBaseFee(first, last day.Day) float64 {
	var burn, gas float64
	for i := max(1, t.Row(first)); i <= min(t.Row(last), t.Len()-1); i++ {
		if !math.IsNaN(t.ImpliedBaseFee(i)) {
			burn += t.BurntFIL[i] - t.BurntFIL[i-1]
			gas += t.GasTotal[i] / GasPerGgas
		}
	}
	return burn / gas
}
