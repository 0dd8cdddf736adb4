package model

import (
	"errors"
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// ErrTooFewRows says that a sample has too few usable days to fit a model to.
var ErrTooFewRows = errors.New("model: too few rows")

const (
	// minLevelRows is how many days a protocol version needs before its own days alone give the level.
	minLevelRows = 14
	// maxBlocks is how many blocks of days the interval is estimated from, the newest.
	maxBlocks = 8
	// minBlocks leaves two degrees of freedom. With one a 95 % band would be a factor of thousands.
	minBlocks = 3
)

// studentQuantiles[df-1] are the two-sided quantiles of Student's t for the Coverages.
// Source: gonum's distuv.StudentsT; a test in package validate compares.
var studentQuantiles = [maxBlocks - 1][len(Coverages)]float64{
	{1, 3.0776835371752544, 12.706204736174692},
	{0.8164965809277258, 1.8856180831641274, 4.302652729749462},
	{0.7648923284043456, 1.63774435369621, 3.1824463052837082},
	{0.7406970841126828, 1.5332062740589443, 2.7764451051977934},
	{0.7266868438004227, 1.4758840488244813, 2.570581835636315},
	{0.7175581964914127, 1.4397557472651483, 2.446911851144969},
	{0.7111417780817866, 1.4149239276505088, 2.364624251592785},
}

// FitScaling trains the scaling model on a sample; forecasts begin the day after its last row. The level
// is that of the newest protocol version with at least 14 rows, newer days weighing more. It takes two
// weighted sums and a few logarithms, cheap enough for a page.
//
// The error wraps ErrTooFewRows when no version has enough rows, or when the newest days with gas
// and deals make fewer than three blocks of 30 days.
func FitScaling(s *Sample) (*Scaling, error) {
	m, err := FitScalingLevel(s, WeightHalfLifeDays, LevelHalfLifeDays)
	if err != nil {
		return nil, err
	}
	m.Interval, err = fitInterval(s)
	return m, err
}

// FitScalingLevel is FitScaling with half-lives of the caller's choice, both above zero and possibly infinite, and
// without the interval, which stays zero. Package validate chooses the half-lives with it.
func FitScalingLevel(s *Sample, weightHalfLifeDays, levelHalfLifeDays float64) (*Scaling, error) {
	from, to, err := newestVersion(s.Days)
	if err != nil {
		return nil, err
	}
	level := RecentRatio(s.Days[from:to], s.GasGgas[from:to], s.DealPiB[from:to], s.Days[s.Len()-1], weightHalfLifeDays)
	if !(level > 0) || math.IsInf(level, 0) {
		return nil, noLevel("gas_publish_storage_deals", to-from, s.Days[from], level)
	}
	m := &Scaling{
		Last: s.Days[s.Len()-1], Level0: level, LongRunLevel: LongRunLevel, HalfLifeDays: levelHalfLifeDays,
		WeightHalfLifeDays: weightHalfLifeDays, Version: VersionOf(s.Days[from]).Number, Rows: to - from,
		Backcast: backcast(s), Sample: s.Facts(),
	}
	m.Validated.DealPiB = m.Sample.DealPiB
	return m, nil
}

// RecentRatio is sum(w*gas) / sum(w*amount) over days of one protocol version, where w halves with
// every so many days of age before last. It is the level of the scaling model, and with other amounts that of other
// messages. Days on which either is NaN do not count. It panics when the lengths differ.
func RecentRatio(days []day.Day, gas, amount []float64, last day.Day, halfLifeDays float64) float64 {
	if len(gas) != len(days) || len(amount) != len(days) {
		panic("model: recent ratio of slices of different lengths")
	}
	var sumGas, sumAmount float64
	for i, d := range days {
		if math.IsNaN(gas[i]) || math.IsNaN(amount[i]) {
			continue
		}
		w := math.Exp2(-float64(last-d) / halfLifeDays)
		sumGas += float64(w * gas[i])
		sumAmount += float64(w * amount[i])
	}
	return sumGas / sumAmount
}

// noLevel says that days, with their gas and what it pays for, make no level.
func noLevel(name string, days int, first day.Day, level float64) error {
	return &fault.Fault{Code: fault.FitNoLevel, Cause: ErrTooFewRows, Field: name, Pairs: []string{
		"n", strconv.Itoa(days), "first", first.String(), "level", strconv.FormatFloat(level, 'g', 4, 64)}}
}

// newestVersion is the range of the days, which ascend, of the newest protocol version with at least minLevelRows.
func newestVersion(days []day.Day) (from, to int, err error) {
	for to = len(days); to > 0; to = from {
		version := VersionOf(days[to-1])
		for from = to; from > 0 && VersionOf(days[from-1]) == version; from-- {
		}
		if to-from >= minLevelRows {
			return from, to, nil
		}
	}
	return 0, 0, &fault.Fault{Code: fault.FitTooFew, Cause: ErrTooFewRows,
		Pairs: []string{"n", strconv.Itoa(len(days)), "want", strconv.Itoa(minLevelRows)}}
}

// backcast is the mean level of each protocol version with rows in the sample.
func backcast(s *Sample) []VersionLevel {
	var levels []VersionLevel
	var gas, deal float64
	for i, d := range s.Days {
		version := VersionOf(d).Number
		if k := len(levels); k == 0 || levels[k-1].Version != version {
			levels = append(levels, VersionLevel{Version: version, First: d})
			gas, deal = 0, 0
		}
		gas += s.GasGgas[i]
		deal += s.DealPiB[i]
		last := &levels[len(levels)-1]
		last.Rows++
		last.GgasPerPiB = gas / deal
	}
	return levels
}

// fitInterval estimates the interval from the newest blocks of 30 days of the sample, eight if there are so
// many. Days without gas or deals have no logarithm and do not count; a block needs two that have.
func fitInterval(s *Sample) (v Interval, err error) {
	last := s.Days[s.Len()-1]
	type block struct {
		gas, deal float64
		rows      int
	}
	var blocks [maxBlocks]block // the newest first
	age := func(i int) int { return int(last-s.Days[i]) / IntervalBlockDays }
	usable := func(i int) bool { return s.GasGgas[i] > 0 && s.DealPiB[i] > 0 }
	start := s.Len()
	for start > 0 && age(start-1) < maxBlocks {
		start--
	}
	for i := start; i < s.Len(); i++ {
		if b := &blocks[age(i)]; usable(i) {
			b.gas += s.GasGgas[i]
			b.deal += s.DealPiB[i]
			b.rows++
		}
	}
	// A block must lie wholly within the sample.
	for v.Blocks < maxBlocks && blocks[v.Blocks].rows >= 2 && int(last-s.Days[0]) >= IntervalBlockDays*(v.Blocks+1)-1 {
		v.Blocks++
	}
	if v.Blocks < minBlocks {
		return v, &fault.Fault{Code: fault.FitTooFewBlocks, Cause: ErrTooFewRows,
			Pairs: []string{"n", strconv.Itoa(v.Blocks),
				"days", strconv.Itoa(IntervalBlockDays), "last", last.String(), "want", strconv.Itoa(minBlocks)}}
	}
	level := func(k int) float64 { return math.Log(blocks[k].gas / blocks[k].deal) }
	var steps float64
	for k := 1; k < v.Blocks; k++ {
		step := level(k-1) - level(k)
		steps += float64(step * step)
	}
	v.Drift = math.Sqrt(steps / float64(v.Blocks-1))
	var strays []float64
	var squared float64
	for i := start; i < s.Len(); i++ {
		if k := age(i); k < v.Blocks && usable(i) {
			stray := math.Log(s.GasGgas[i]/s.DealPiB[i]) - level(k)
			strays = append(strays, stray)
			squared += float64(stray * stray)
		}
	}
	v.Daily = math.Sqrt(squared / float64(len(strays)-v.Blocks))
	v.Autocorrelation = correlation(strays[:len(strays)-1], strays[1:])
	v.Quantiles = studentQuantiles[v.Blocks-2]
	return v, nil
}

// correlation is Pearson's, 0 where one of the lists does not vary.
func correlation(x, y []float64) float64 {
	var meanX, meanY float64
	for i := range x {
		meanX += x[i] / float64(len(x))
		meanY += y[i] / float64(len(y))
	}
	var xx, xy, yy float64
	for i := range x {
		dx, dy := x[i]-meanX, y[i]-meanY
		xx += float64(dx * dx)
		xy += float64(dx * dy)
		yy += float64(dy * dy)
	}
	if product := float64(xx * yy); product > 0 {
		return xy / math.Sqrt(product)
	}
	return 0
}
