package explore

import (
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/fault"
)

// Coverages of the bands: the shares of the runs that lie within.
var Coverages = model.Coverages

// Quantiles are median and bands of many runs' values of a figure or a curve's day, over the runs that have one.
// NaN where it is defined in none.
type Quantiles struct {
	Median    float64
	Low, High [3]float64 // of the Coverages

	// Undefined is the share of the runs without a value, the network having ended or nothing being there to
	// divide by. Poles is the share of those in which the flow that gas is divided by is zero or negative, so
	// that the burden has no meaning. Neither is among the quantiles: where the two are not small, these
	// speak of a selection.
	Undefined, Poles float64
}

// Fan is a curve's quantiles by day.
type Fan struct {
	Curve Curve
	First int // entry of the date axis: the first forecast day
	Days  []Quantiles
}

// Fan gives the quantiles of one of the kept curves for a FIL+ rate, over the runs done so far. It panics where
// the ensemble has no such rate.
func (e *Ensemble) Fan(curve string, rate int) (*Fan, error) {
	at := -1
	for i := range e.curves {
		if e.curves[i].Name == curve {
			at = i
		}
	}
	if at < 0 {
		return nil, &fault.Fault{Code: fault.CurveNotKept, Value: strconv.Quote(curve),
			Pairs: []string{"kept", "[" + strings.Join(e.o.Curves, " ") + "]"}}
	}
	out := &Fan{Curve: e.curves[at], First: e.in.Snapshot.HistoryDays() + 1, Days: make([]Quantiles, e.days)}
	kept := e.kept[at][rate]
	// Some days at a time: runs lie far from each other in memory, days side by side.
	const width = 16
	var columns [width][]float32
	for c := range columns {
		columns[c] = make([]float32, e.done)
	}
	for from := 0; from < e.days; from += width {
		n := min(width, e.days-from)
		for i := range e.done {
			for c, v := range kept[i*e.days+from : i*e.days+from+n] {
				columns[c][i] = v
			}
		}
		for c := range n {
			out.Days[from+c] = quantilesOf(columns[c], int(e.poles[at][rate][from+c]))
		}
	}
	return out, nil
}

// FigureSpread is a figure's quantiles over the runs.
type FigureSpread struct {
	Figure Figure
	Quantiles
}

// Figures gives the quantiles of all figures but those of a day for a FIL+ rate, over the runs done so far.
func (e *Ensemble) Figures(rate int) []FigureSpread {
	out := make([]FigureSpread, len(e.figures))
	column := make([]float64, e.done)
	for f := range e.figures {
		poles := 0
		for i := range column {
			v := e.values[f][rate][i]
			column[i] = v.Figure
			if v.Poles > 0 {
				column[i] = math.NaN()
				poles++
			}
		}
		out[f] = FigureSpread{e.figures[f], quantilesOf(column, poles)}
	}
	return out
}

// Draws are a figure's values, one a run done so far, in the order of the runs. An error names the figures.
func (e *Ensemble) Draws(figure string, rate int) ([]Value, error) {
	for f := range e.figures {
		if e.figures[f].Name == figure {
			return e.values[f][rate][:e.done:e.done], nil
		}
	}
	_, err := FigureNamed(figure)
	if err == nil {
		err = &fault.Fault{Code: fault.FigureOfDay, Value: figure}
	}
	return nil, err
}

// quantilesOf are those of the values that are not NaN; the values are reordered. Poles of them are NaN for that
// reason.
func quantilesOf[F float32 | float64](values []F, poles int) Quantiles {
	n := 0
	for _, v := range values {
		if v == v {
			values[n] = v
			n++
		}
	}
	all := float64(len(values))
	out := Quantiles{Median: math.NaN()}
	if len(values) > 0 {
		out.Undefined, out.Poles = float64(len(values)-n-poles)/all, float64(poles)/all
	}
	if n == 0 {
		for k := range Coverages {
			out.Low[k], out.High[k] = math.NaN(), math.NaN()
		}
		return out
	}
	values = values[:n]
	var wanted [2 * (1 + 2*len(Coverages))]int
	count := 0
	want := func(p float64) {
		below, part := rank(n, p)
		wanted[count] = below
		wanted[count+1] = below + b2i(part > 0)
		count += 2
	}
	// In ascending order.
	for k := len(Coverages) - 1; k >= 0; k-- {
		want((1 - Coverages[k]) / 2)
	}
	want(0.5)
	for _, c := range Coverages {
		want((1 + c) / 2)
	}
	selectRanks(values, 0, wanted[:])
	at := func(p float64) float64 {
		below, part := rank(n, p)
		low := float64(values[below])
		if part == 0 {
			return low
		}
		return low + float64(part*(float64(values[below+1])-low))
	}
	out.Median = at(0.5)
	for k, c := range Coverages {
		out.Low[k], out.High[k] = at((1-c)/2), at((1+c)/2)
	}
	return out
}

// selectRanks reorders values, none of them NaN, until those at the ranks stand where they would if all were
// sorted. Ranks ascend and count from offset. It is Hoare's quicksort that leaves alone what nobody asks for.
func selectRanks[F float32 | float64](values []F, offset int, ranks []int) {
	for len(ranks) > 0 && len(values) > 16 {
		low, mid, high := values[0], values[len(values)/2], values[len(values)-1]
		pivot := max(min(low, mid), min(max(low, mid), high))
		i, j := model.Split(values, pivot)
		left, right := 0, len(ranks)
		for left < len(ranks) && ranks[left] <= offset+j {
			left++
		}
		for right > 0 && ranks[right-1] >= offset+i {
			right--
		}
		selectRanks(values[:j+1], offset, ranks[:left])
		values, offset, ranks = values[i:], offset+i, ranks[right:]
	}
	if len(ranks) == 0 {
		return
	}
	for i := 1; i < len(values); i++ {
		v := values[i]
		k := i
		for ; k > 0 && values[k-1] > v; k-- {
			values[k] = values[k-1]
		}
		values[k] = v
	}
}
