package link

import (
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// digits is how many significant digits the values of a vector keep in a link. A single value keeps all of its digits.
const digits = 12

// slack is how far a day that needs no knot may lie from a straight line, relative to the larger of its ends. On a line
// between two knots, the days in between and the end of a part of it are each rounded by half a unit of the last digit,
// and so is what is compared with them: at most 1.5e-11 of a number that begins with 1.
const slack = 1.6e-11

// maxKnots bounds the work on a vector that no link could carry anyway.
const maxKnots = 200

const (
	knotMark  = "_" // between knots
	valueMark = ":" // between a knot's date and its value
)

func rounded(v float64) float64 {
	out, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	return out
}

// formatNumber writes the shortest text that reads back to the same number and needs no escape.
func formatNumber(v float64) string {
	if text := strconv.FormatFloat(v, 'f', -1, 64); len(text) <= 20 {
		return text
	}
	return strings.ReplaceAll(strconv.FormatFloat(v, 'g', -1, 64), "e+", "e")
}

// formatPath writes a path whose first value is that of the day first.
// ok is false for a path that needs more than maxKnots knots.
func formatPath(path mechafil.Path, first day.Day) (text string, ok bool) {
	if v, constant := path.Scalar(); constant {
		return formatNumber(v), true
	}
	values := make([]float64, len(path))
	for i, v := range path {
		values[i] = rounded(v)
	}
	knots := []int{0}
	for at := 0; at < len(values)-1; {
		at = lineEnd(values, at)
		knots = append(knots, at)
		if len(knots) > maxKnots {
			return "", false
		}
	}
	// Ends are level by themselves.
	for len(knots) > 1 && values[knots[0]] == values[knots[1]] {
		knots = knots[1:]
	}
	for n := len(knots); n > 1 && values[knots[n-1]] == values[knots[n-2]]; n = len(knots) {
		knots = knots[:n-1]
	}
	if len(knots) == 1 {
		return formatNumber(values[knots[0]]), true // they differed beyond the digits kept
	}
	parts := make([]string, len(knots))
	for i, k := range knots {
		parts[i] = (first + day.Day(k)).String() + valueMark + formatNumber(values[k])
	}
	return strings.Join(parts, knotMark), true
}

// lineEnd is an entry that a straight line from entry at reaches and that none reaches beyond, by doubling its length
// and then halving what is left: testing each length in turn would take the square of it, seconds for twenty years.
func lineEnd(values []float64, at int) int {
	last := len(values) - 1
	reached, beyond := at+1, last+1
	for reached < last && beyond > last {
		if next := min(last, reached+reached-at); straight(values, at, next) {
			reached = next
		} else {
			beyond = next
		}
	}
	for reached+1 < beyond {
		if middle := (reached + beyond) / 2; straight(values, at, middle) {
			reached = middle
		} else {
			beyond = middle
		}
	}
	return reached
}

// straight reports whether the line from one entry to another passes through all between them.
func straight(values []float64, from, to int) bool {
	near := slack * math.Max(math.Abs(values[from]), math.Abs(values[to]))
	for k := from + 1; k < to; k++ {
		if math.Abs(between(values[from], values[to], k-from, to-from)-values[k]) > near {
			return false
		}
	}
	return true
}

// between is the k-th of n steps from a to b.
func between(a, b float64, k, n int) float64 {
	return rounded(a + float64((b-a)*(float64(k)/float64(n))))
}

type knot struct {
	at    day.Day
	value float64
}

// parsePath reads a number, or knots laid out over days values from the day first on: at most maxKnots, with rising
// dates.
func parsePath(text string, first day.Day, days int) (path mechafil.Path, ok bool) {
	if !strings.Contains(text, valueMark) {
		v, ok := number.Strict(text)
		return mechafil.Constant(v), ok
	}
	var knots []knot
	for part := range strings.SplitSeq(text, knotMark) {
		date, value, _ := strings.Cut(part, valueMark)
		at, err := day.Parse(date)
		v, ok := number.Strict(value)
		n := len(knots)
		if err != nil || !ok || n == maxKnots || n > 0 && at <= knots[n-1].at {
			return nil, false
		}
		knots = append(knots, knot{at, v})
	}
	path = make(mechafil.Path, days)
	k := 0
	for i := range path {
		at := first + day.Day(i)
		for k < len(knots) && knots[k].at < at {
			k++
		}
		switch {
		case k == len(knots):
			path[i] = knots[k-1].value
		case k == 0 || knots[k].at == at:
			path[i] = knots[k].value
		default:
			from, to := knots[k-1], knots[k]
			path[i] = between(from.value, to.value, int(at-from.at), int(to.at-from.at))
		}
	}
	if v, constant := path.Scalar(); constant {
		return mechafil.Constant(v), true // all knots lie outside the forecast, or agree
	}
	return path, true
}
