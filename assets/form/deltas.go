package form

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model/fault"
	numbers "github.com/gasburden/gasburden/model/number"
)

// A column of figures is written in one of two ways, whichever takes fewer bytes: as a list of numbers, or as
//
//	{"decimals":2,"deltas":[3540000,10000,null,-5]}
//
// where entry i is the sum of the deltas up to i, divided by 10^decimals: 35400, 35500, null, 35499.95.
// Figures that move little from day to day keep few digits that way. Null adds nothing to the sum.
// Negative decimals count the zeros before the point. Sum and power of ten are exact floats, so the
// quotient is the float nearest to the decimal number, the very one that the published text reads as.

const (
	maxDecimals = 12
	maxSum      = 1 << 53 // every whole number up to here is a float
)

var powersOfTen = [maxDecimals + 1]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12}

// scaled is sum / 10^decimals, rounded once.
func scaled(sum float64, decimals int) float64 {
	if decimals < 0 {
		return sum * powersOfTen[-decimals]
	}
	return sum / powersOfTen[decimals]
}

// figures returns a column of numbers of the domain. If nulls are allowed they become NaN.
func (v *value) figures(d Domain, nulls bool) []float64 {
	if v.doc.err != nil || v.text[0] != '{' {
		return v.numbers(d, nulls)
	}
	found := v.object(Object{{name: "decimals"}, {name: "deltas"}})
	decimals := found[0].number(Number)
	if decimals != math.Trunc(decimals) || math.Abs(decimals) > maxDecimals {
		found[0].fail(Instead(numbers.Exact(decimals), fault.WholeAround, "n", strconv.Itoa(maxDecimals)))
		return nil
	}
	var sum int64
	return found[1].entries(nulls, func(item []byte) (float64, *fault.Fault) {
		delta, err := strconv.ParseInt(string(item), 10, 64)
		if err != nil || delta > 2*maxSum || delta < -2*maxSum {
			return 0, Instead(shown(item), fault.WholeDelta)
		}
		sum += delta
		f := scaled(float64(sum), int(decimals))
		want := d.Check(f)
		if sum > maxSum || sum < -maxSum {
			want = fault.WholeSum
		}
		if want != nil {
			refused := Instead(shown(item), want)
			refused.Code, refused.Pairs = fault.DocumentSum, []string{"sum", numbers.Exact(f)}
			return 0, refused
		}
		return f, nil
	})
}

// figures writes a column; NaN becomes null.
func (w *writer) figures(name string, list []float64) {
	before := *w
	w.numbers(name, list)
	sums, decimals := wholeNumbers(list)
	if sums == nil {
		return
	}
	short := writer{depth: before.depth, comma: before.comma}
	short.deltas(name, sums, decimals)
	if len(before.text)+len(short.text) < len(w.text) {
		w.text = append(before.text, short.text...)
	}
}

// deltas writes a column of sums as deltas.
func (w *writer) deltas(name string, sums []float64, decimals int) {
	w.open(name)
	w.integer("decimals", decimals)
	w.openList("deltas")
	last := 0.0
	for _, sum := range sums {
		if math.IsNaN(sum) {
			w.number("", sum)
			continue
		}
		w.integer("", int(sum-last))
		last = sum
	}
	w.closeList()
	w.close()
}

// wholeNumbers returns the list in units of 10^-decimals, for the fewest decimals with which every number
// comes back bit for bit; NaN stays. The list is nil if there are none.
func wholeNumbers(list []float64) (sums []float64, decimals int) {
	sums = make([]float64, len(list))
search:
	for decimals := -maxDecimals; decimals <= maxDecimals; decimals++ {
		for i, v := range list {
			sums[i] = math.Round(scaled(v, -decimals))
			back := scaled(sums[i], decimals)
			if !math.IsNaN(v) && (math.Abs(sums[i]) > maxSum || math.Float64bits(back) != math.Float64bits(v)) {
				continue search
			}
		}
		return sums, decimals
	}
	return nil, 0
}
