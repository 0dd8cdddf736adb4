package link

import (
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// lineEndSlowly tests each length in turn.
func lineEndSlowly(values []float64, at int) int {
	to := at + 1
	for to+1 < len(values) && straight(values, at, to+1) {
		to++
	}
	return to
}

// bent is a path of straight lines between knots, with as many digits as a link keeps.
func bent(knots map[int]float64, days int) []float64 {
	values := make([]float64, days)
	from := 0
	values[0] = knots[0]
	for to := 1; to < days; to++ {
		v, ok := knots[to]
		if !ok {
			continue
		}
		for k := from; k <= to; k++ {
			values[k] = between(values[from], v, k-from, to-from)
		}
		from = to
	}
	return values
}

// TestLineEnd: doubling and halving end where a search of each length in turn does.
func TestLineEnd(t *testing.T) {
	square := make([]float64, 300)
	for i := range square {
		square[i] = rounded(float64(i*i) / 7)
	}
	for name, values := range map[string][]float64{
		"one line": bent(map[int]float64{0: 0.1, 999: 0.7}, 1000),
		"two days": {1, 2},
		"steps":    bent(map[int]float64{0: 0, 1: 1, 2: 0, 3: 1, 9: 1, 10: 0}, 11),
		"lines": bent(map[int]float64{0: 0.3, 17: 1e-9, 18: 900, 400: 1, 401: 1.00000000001, 999: 0},
			1000),
		"level":              bent(map[int]float64{0: 5, 99: 5}, 100),
		"a corner at every":  square,
		"a slight corner":    bent(map[int]float64{0: 1, 50: 2, 99: 2.98000001}, 100),
		"close to zero":      bent(map[int]float64{0: 1e-300, 50: 3e-300, 99: 0}, 100),
		"through zero twice": bent(map[int]float64{0: -1, 50: 1, 99: -1}, 100),
	} {
		for at := 0; at < len(values)-1; {
			to := lineEnd(values, at)
			if want := lineEndSlowly(values, at); to != want {
				t.Errorf("%s: a line from %d ends at %d, want %d", name, at, to, want)
			}
			at = to
		}
	}
}

// TestRampIsTwoKnots: a link with a straight line is written as it was read, whatever digits the days round to.
func TestRampIsTwoKnots(t *testing.T) {
	for _, ends := range []string{"0.1 0.7", "0.1 0.2", "10 17", "0.999 1.001", "1 0", "0.0001 1", "3 100",
		"0.123456789012 0.998"} {
		from, to, _ := strings.Cut(ends, " ")
		query := "v=1&snapshot=2023-07-31&onboarding=2023-08-01:" + from + "_2026-04-26:" + to
		if text, err := Encode(Read(query, "", nil).State); err != nil || text != query {
			t.Errorf("%s is written as %.100s, %v", query, text, err)
		}
	}
}

func BenchmarkFormatPath(b *testing.B) {
	for _, years := range []int{1, 5, 20} {
		days := 365 * years
		path := mechafil.Path(bent(map[int]float64{0: 0.1, days / 3: 0.7, days - 1: 0.4}, days))
		b.Run(strconv.Itoa(years)+"-years", func(b *testing.B) {
			for range b.N {
				if _, ok := formatPath(path, day.Of(2023, 8, 1)); !ok {
					b.Fatal("no text")
				}
			}
		})
	}
}
