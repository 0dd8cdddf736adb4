package explore

import (
	"math"
	"testing"
)

func TestZero(t *testing.T) {
	for _, c := range []struct {
		name string
		f    func(x float64) float64
		a, b float64
		is   outcome
		at   float64
		rel  float64
	}{
		{"line", func(x float64) float64 { return 3*x - 1 }, 0, 1, isRoot, 1. / 3, 1e-12},
		{"falling line", func(x float64) float64 { return 0.25 - x }, 0, 1, isRoot, 0.25, 1e-12},
		{"cosine", math.Cos, 0, 3, isRoot, math.Pi / 2, 1e-12},
		{"cubic, flat at its root", func(x float64) float64 { return math.Pow(x-0.7, 3) }, 0, 2, isRoot, 0.7, 1e-4},
		{"exponential", func(x float64) float64 { return math.Exp(x) - 1e6 }, 0, 100, isRoot, math.Log(1e6), 1e-12},
		{"root at an end's neighbour", func(x float64) float64 { return x - 1e-9 }, 0, 1, isRoot, 1e-9, 1e-3},
		{"leap", func(x float64) float64 { return map[bool]float64{false: -1, true: 2}[x > 0.3] }, 0, 1, isJump, 0.3,
			1e-11},
		{"small leap", func(x float64) float64 { return x - 0.3 + map[bool]float64{false: -0.01, true: 0.01}[x > 0.3] },
			0, 1, isJump, 0.3, 1e-11},
		{"pole", func(x float64) float64 { return 1 / (x - 0.3) }, 0, 1, isPole, 0.3, 1e-11},
		{"pole and offset", func(x float64) float64 { return 5 - 1/(0.6-x) }, 0.5, 1, isPole, 0.6, 1e-11},
	} {
		calls := 0
		f := func(x float64) (float64, int) { calls++; return c.f(x), 4 }
		at, is := zero(f, 4, bracket{c.a, c.b, c.f(c.a), c.f(c.b)})
		if is != c.is || math.Abs(at.a-c.at) > c.rel*c.at {
			t.Errorf("%s: outcome %v at %v, want %v at %v", c.name, is, at.a, c.is, c.at)
		}
		if calls > 150 {
			t.Errorf("%s: %d calls", c.name, calls)
		}
	}
}

// TestZeroStopsAtAnotherClass: nothing is drawn through a stretch of another class.
func TestZeroStopsAtAnotherClass(t *testing.T) {
	f := func(x float64) (float64, int) {
		if x > 0.4 && x < 0.6 {
			return math.NaN(), -1
		}
		return x - 0.5, 0
	}
	at, is := zero(f, 0, bracket{0, 1, -0.5, 0.5})
	if is != isSplit || !(at.b > 0.4 && at.b < 0.6) {
		t.Errorf("outcome %v at %v", is, at.b)
	}
}

func TestDip(t *testing.T) {
	parabola := func(x float64) (float64, int) { return (x-0.43)*(x-0.43) - 1e-6, 0 }
	at := func(f probe, x float64) float64 { v, _ := f(x); return v }
	if x, v, found := dip(parabola, 0, 0, 0.5, 1, at(parabola, 0.5)); !found || v >= 0 || math.Abs(x-0.43) > 1e-3 {
		t.Errorf("parabola: %v at %v, %v", v, x, found)
	}
	below := func(x float64) (float64, int) { return -at(parabola, x), 0 }
	if x, v, found := dip(below, 0, 0, 0.5, 1, at(below, 0.5)); !found || v <= 0 {
		t.Errorf("from below: %v at %v, %v", v, x, found)
	}
	above := func(x float64) (float64, int) { return at(parabola, x) + 1e-5, 0 }
	if x, _, found := dip(above, 0, 0, 0.5, 1, at(above, 0.5)); found {
		t.Errorf("a parabola above zero crosses at %v", x)
	}
}
