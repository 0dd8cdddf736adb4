package price

import (
	"math"
	"testing"
)

// TestStep: the logistic function is math.Exp's to within rounding, everywhere, and stays between 0 and 1.
func TestStep(t *testing.T) {
	unit, worst := Params{WidthTgas: 1}, 0.0
	step := unit.Priced
	for _, far := range []float64{0.1, 5, 50, 690} {
		for i := -20000; i <= 20000; i++ {
			x := far * (float64(i) + 0.37) / 20000
			want := 1 / (1 + math.Exp(-x))
			worst = max(worst, math.Abs(step(x)-want)/want)
		}
	}
	if worst > 4*0x1p-52 {
		t.Errorf("off by a share of %g", worst)
	}
	for _, x := range []float64{-1e300, -1e7, -700, 700, 1e7, 1e300} {
		if got, want := step(x), max(0, math.Copysign(1, x)); math.Abs(got-want) > 1e-300 {
			t.Errorf("step(%g) is %g, want %g", x, got, want)
		}
	}
	if step(0) != 0.5 {
		t.Errorf("step(0) is %g", step(0))
	}
}
