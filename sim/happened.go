package sim

import (
	"math"
	"slices"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
)

// Cost is what PublishStorageDeals cost over a period: the gas of each day at the measured base fee of the same day
// (model.Table.MeasuredFee). Days without both do not count. Over-estimation burn, 4 to 5 % more, and tips, which are
// not burnt, are not in it.
type Cost struct {
	First day.Day // of the days that count
	Last  day.Day
	Days  int

	FIL       float64 // in all
	PerDayFIL float64
	MedianFIL float64

	DearestFIL float64
	Dearest    day.Day

	// QuarterShare is the share of FIL that the dearest quarter of the days carries.
	QuarterShare float64

	// AtMostPerDayFIL is the same gas at all that was burnt that day per unit of gas, an upper bound: penalties,
	// termination fees, batch fees and, from nv25, the daily sector fee are burnt too. NaN without published burn.
	AtMostPerDayFIL float64

	// MeanFeeDays of the days have a published mean fee. On the others the fee is burn over gas: until 2022-10-11
	// base-fee burn, since 2025-05-27, when medians were published, fee burn over 1.036.
	MeanFeeDays int
}

// Happened is what PublishStorageDeals has cost, from published figures alone.
type Happened struct {
	All         Cost
	SinceLaunch Cost   // of FIP-0076
	Years       []Cost // calendar years with a day that counts
	Quarters    []Cost // the same by quarter
	Gaps        []Gap  // days with gas of PublishStorageDeals and no fee
}

// Gap is a range of days, both included.
type Gap struct {
	First day.Day
	Last  day.Day
}

// WhatHappened adds up a table. Of a pack's table, which begins later, it gives what the pack holds: SinceLaunch in
// full. The columns of gas and fees must be loaded; Days is 0 where nothing counts.
func WhatHappened(t *model.Table) *Happened {
	n := len(t.GasPublishStorageDeals)
	h := &Happened{All: CostOf(t, t.First, t.Date(n-1)), SinceLaunch: CostOf(t, assumption.Launch, t.Date(n-1))}
	h.Years, h.Quarters = periods(t, 12), periods(t, 3)
	for i, gas := range t.GasPublishStorageDeals {
		if _, kind := t.MeasuredFee(i); math.IsNaN(gas) || kind != model.NoFee {
			continue
		}
		if k := len(h.Gaps); k > 0 && h.Gaps[k-1].Last == t.Date(i)-1 {
			h.Gaps[k-1].Last++
		} else {
			h.Gaps = append(h.Gaps, Gap{t.Date(i), t.Date(i)})
		}
	}
	return h
}

// periods are the costs of calendar periods of that many months, without those in which no day counts.
func periods(t *model.Table, months int) []Cost {
	var all []Cost
	end := t.Date(len(t.GasPublishStorageDeals))
	year, _, _ := t.First.Date()
	for first := day.Of(year, 1, 1); first < end; first = first.AddMonths(months) {
		if c := CostOf(t, first, first.AddMonths(months)-1); c.Days > 0 {
			all = append(all, c)
		}
	}
	return all
}

// CostOf is the cost over the days first..last, both included.
func CostOf(t *model.Table, first, last day.Day) Cost {
	c := Cost{PerDayFIL: math.NaN(), MedianFIL: math.NaN(), DearestFIL: math.NaN(), QuarterShare: math.NaN(),
		AtMostPerDayFIL: math.NaN()}
	var costs []float64
	atMost, atMostDays := 0.0, 0
	for i := max(0, t.Row(first)); i <= min(t.Row(last), len(t.GasPublishStorageDeals)-1); i++ {
		fee, kind := t.MeasuredFee(i)
		ggas := t.GasPublishStorageDeals[i] / model.GasPerGgas
		fil := ggas * fee
		if math.IsNaN(fil) {
			continue
		}
		if len(costs) == 0 {
			c.First, c.DearestFIL = t.Date(i), fil-1
		}
		c.Last = t.Date(i)
		if fil > c.DearestFIL {
			c.Dearest, c.DearestFIL = t.Date(i), fil
		}
		if kind == model.MeanFee {
			c.MeanFeeDays++
		}
		if implied := t.ImpliedBaseFee(i); !math.IsNaN(implied) {
			atMost += ggas * implied
			atMostDays++
		}
		c.FIL += fil
		costs = append(costs, fil)
	}
	if c.Days = len(costs); c.Days == 0 {
		return c
	}
	c.PerDayFIL = c.FIL / float64(c.Days)
	if atMostDays > 0 {
		c.AtMostPerDayFIL = atMost / float64(atMostDays)
	}
	c.MedianFIL = model.Median(costs)
	slices.Sort(costs)
	if c.QuarterShare = 0; c.FIL > 0 {
		dear := 0.0
		for _, fil := range costs[c.Days-c.Days/4:] {
			dear += fil
		}
		c.QuarterShare = dear / c.FIL
	}
	return c
}
