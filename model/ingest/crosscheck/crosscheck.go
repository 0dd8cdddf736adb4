// Package crosscheck compares two sources of the same daily gas, the study's first step: the sums of a Lily database
// against Spacescope's PublishStorageDeals gas.
package crosscheck

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/gasburden/gasburden/model/day"
)

// Series is gas units a day by UTC day. NaN, like an absent day, is a day without a figure.
type Series map[day.Day]float64

// Limits decide whether two sources agree.
type Limits struct {
	MinCorrelation float64 // of the days that both have
	MaxDeviation   float64 // of the ratio of their sums from 1
	MaxMissing     float64 // share of the days that only one has
}

// DefaultLimits leave room for what is known of the two sources: they cut the day at slightly different moments (at
// most 0.7 % on the days that the study prints), and the StorageMarketActor has other messages than
// PublishStorageDeals, of little gas.
var DefaultLimits = Limits{MinCorrelation: 0.99, MaxDeviation: 0.03, MaxMissing: 0.01}

// Day is a day that both sources have.
type Day struct {
	Day              day.Day
	Lily, Spacescope float64 // gas units
}

// Ratio is Lily's gas over Spacescope's.
func (d Day) Ratio() float64 { return d.Lily / d.Spacescope }

// Result is a comparison.
type Result struct {
	First, Last       day.Day
	Days              []Day   // that both have, in order
	Ratio             float64 // of the sums over Days
	MedianRatio       float64
	Correlation       float64   // Pearson's; NaN where one of the two does not vary
	Worst             []Day     // the furthest from the ratio of the sums, at most ten
	MissingLily       []day.Day // that only Spacescope has
	MissingSpacescope []day.Day
	Limits            Limits
}

const maxWorst = 10

// Compare looks at the days first..last. It returns an error where fewer than two days have both figures.
func Compare(lily, spacescope Series, first, last day.Day, limits Limits) (*Result, error) {
	r := &Result{First: first, Last: last, Limits: limits}
	has := func(s Series, d day.Day) bool { v, ok := s[d]; return ok && !math.IsNaN(v) }
	for d := first; d <= last; d++ {
		switch l, s := has(lily, d), has(spacescope, d); {
		case l && s:
			r.Days = append(r.Days, Day{d, lily[d], spacescope[d]})
		case s:
			r.MissingLily = append(r.MissingLily, d)
		case l:
			r.MissingSpacescope = append(r.MissingSpacescope, d)
		}
	}
	if len(r.Days) < 2 {
		return nil, fmt.Errorf("cross-check: %d days from %s to %s are in both sources, want at least 2", len(r.Days),
			first, last)
	}
	var sumLily, sumSpacescope float64
	ratios := make([]float64, len(r.Days))
	for i, d := range r.Days {
		sumLily += d.Lily
		sumSpacescope += d.Spacescope
		ratios[i] = d.Ratio()
	}
	r.Ratio = sumLily / sumSpacescope
	slices.Sort(ratios)
	n := len(ratios)
	r.MedianRatio = (ratios[(n-1)/2] + ratios[n/2]) / 2
	r.Correlation = correlation(r.Days, sumLily/float64(n), sumSpacescope/float64(n))

	r.Worst = slices.Clone(r.Days)
	off := func(d Day) float64 { return math.Abs(math.Log(d.Ratio() / r.Ratio)) }
	slices.SortStableFunc(r.Worst, func(a, b Day) int { return cmp.Compare(off(b), off(a)) })
	r.Worst = r.Worst[:min(maxWorst, n)]
	return r, nil
}

func correlation(days []Day, meanLily, meanSpacescope float64) float64 {
	var xx, xy, yy float64
	for _, d := range days {
		x, y := d.Lily-meanLily, d.Spacescope-meanSpacescope
		xx += x * x
		xy += x * y
		yy += y * y
	}
	if xx == 0 || yy == 0 {
		return math.NaN()
	}
	return xy / math.Sqrt(xx*yy)
}

// Check is what is wrong, a sentence for every limit that is not kept.
func (r *Result) Check() []string {
	var faults []string
	fail := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	if !(r.Correlation >= r.Limits.MinCorrelation) {
		fail("correlation %.4f, want at least %.4f", r.Correlation, r.Limits.MinCorrelation)
	}
	if !(math.Abs(r.Ratio-1) <= r.Limits.MaxDeviation) {
		fail("Lily has %.4f of Spacescope's gas, want %.4f to %.4f", r.Ratio, 1-r.Limits.MaxDeviation,
			1+r.Limits.MaxDeviation)
	}
	missing := len(r.MissingLily) + len(r.MissingSpacescope)
	if share := float64(missing) / float64(missing+len(r.Days)); !(share <= r.Limits.MaxMissing) {
		fail("%d of %d days are in one source only, want at most %.1f %%", missing, missing+len(r.Days),
			100*r.Limits.MaxMissing)
	}
	return faults
}

// Table is the comparison as text.
func (r *Result) Table() string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "days in both\t%d, %s to %s\n", len(r.Days), r.Days[0].Day, r.Days[len(r.Days)-1].Day)
	fmt.Fprintf(w, "ratio of the sums\t%.5f (Lily / Spacescope)\n", r.Ratio)
	fmt.Fprintf(w, "median ratio of a day\t%.5f\n", r.MedianRatio)
	fmt.Fprintf(w, "correlation\t%.6f\n", r.Correlation)
	fmt.Fprintf(w, "missing in Lily\t%s\n", ranges(r.MissingLily))
	fmt.Fprintf(w, "missing in Spacescope\t%s\n", ranges(r.MissingSpacescope))
	w.Flush()
	fmt.Fprintf(&b, "\nThe days that stray most from the ratio of the sums, in Ggas:\n")
	fmt.Fprintf(w, "date\tLily\tSpacescope\tratio\n")
	for _, d := range r.Worst {
		fmt.Fprintf(w, "%s\t%.1f\t%.1f\t%.5f\n", d.Day, d.Lily/1e9, d.Spacescope/1e9, d.Ratio())
	}
	w.Flush()
	return b.String()
}

// ranges lists days, those that follow one another as a range.
func ranges(days []day.Day) string {
	if len(days) == 0 {
		return "none"
	}
	var parts []string
	for i := 0; i < len(days); {
		j := i
		for j+1 < len(days) && days[j+1] == days[j]+1 {
			j++
		}
		part := days[i].String()
		if j > i {
			part += " to " + days[j].String()
		}
		parts = append(parts, part)
		i = j + 1
	}
	return fmt.Sprintf("%d: %s", len(days), strings.Join(parts, ", "))
}
