package explore

import (
	"math"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// variation is how an input of a scenario strays in a history that is drawn from. Its mean on each day is
// the scenario's own value: the reader's assumption stays the centre.
type variation struct {
	own   mechafil.Path
	stray []float64 // by day of the history: a factor, or log odds

	// table is the input by day of the history, where the scenario's own value is the same on all days.
	table []float64
	// shift is what to add to the log odds, by forecast day, where it is not; infinite where the own value is
	// 0 or 1.
	shift []float64
	limit float64 // of an amount
}

// amounts varies an amount in proportion: own value times the history over the history's mean.
func amounts(own mechafil.Path, history []float64, limit float64) *variation {
	v := &variation{own: own, stray: make([]float64, len(history)), limit: limit}
	sum := 0.0
	for _, x := range history {
		sum += x
	}
	mean := sum / float64(len(history))
	for j, x := range history {
		v.stray[j] = x / mean
	}
	if len(own) == 1 {
		v.table = make([]float64, len(history))
		for j, factor := range v.stray {
			v.table[j] = min(limit, own[0]*factor)
		}
	}
	return v
}

// extremeShare bounds the log odds of a history: days beyond it are taken to lie on it.
const extremeShare = 0.001

// shares varies a share by its log odds, which keep it in 0..1: the history's, shifted so that the mean of the
// shares is the own value. A share of 0 or 1 cannot vary about itself, and stays.
func shares(own mechafil.Path, history []float64) *variation {
	v := &variation{own: own, stray: make([]float64, len(history))}
	for j, x := range history {
		x = min(max(x, extremeShare), 1-extremeShare)
		v.stray[j] = math.Log(x / (1 - x))
	}
	if len(own) == 1 {
		shift := v.shiftTo(own[0])
		v.table = make([]float64, len(history))
		for j, odds := range v.stray {
			v.table[j] = logistic(odds + shift)
		}
		return v
	}
	v.shift = make([]float64, len(own))
	for t, share := range own {
		if t > 0 && share == own[t-1] {
			v.shift[t] = v.shift[t-1]
			continue
		}
		v.shift[t] = v.shiftTo(share)
	}
	return v
}

func logistic(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

// shiftTo is what shifts the history's log odds to a mean share, by Newton's steps inside a bracket.
func (v *variation) shiftTo(share float64) float64 {
	if share <= 0 || share >= 1 {
		return math.Inf(2*b2i(share >= 1) - 1)
	}
	// The mean of the shifted shares is `share` at a shift between these two.
	own := math.Log(share / (1 - share))
	least, most := math.Inf(1), math.Inf(-1)
	for _, odds := range v.stray {
		least, most = min(least, odds), max(most, odds)
	}
	low, high := own-most, own-least
	shift := (low + high) / 2
	for range 200 {
		sum, slope := 0.0, 0.0
		for _, odds := range v.stray {
			x := logistic(odds + shift)
			sum += x
			slope += float64(x * (1 - x))
		}
		n := float64(len(v.stray))
		miss := sum/n - share
		if miss > 0 {
			high = shift
		} else {
			low = shift
		}
		if math.Abs(miss) <= 1e-14*min(share, 1-share) || high-low <= 1e-15*(1+math.Abs(shift)) {
			break
		}
		next := shift - miss/(slope/n)
		if !(next > low && next < high) {
			next = (low + high) / 2
		}
		shift = next
	}
	return shift
}

// fill writes a path: of forecast day t, what the input is with the history's day days[t].
func (v *variation) fill(path mechafil.Path, days []int32) {
	switch {
	case v.table != nil:
		for t, j := range days {
			path[t] = v.table[j]
		}
	case v.shift != nil:
		for t, j := range days {
			path[t] = logistic(v.shift[t] + v.stray[j])
		}
	default:
		for t, j := range days {
			path[t] = min(v.limit, v.own[t]*v.stray[j])
		}
	}
}
