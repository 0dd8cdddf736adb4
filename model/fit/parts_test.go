package fit_test

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"github.com/gasburden/gasburden/model/fit"
)

func TestHull(t *testing.T) {
	for _, c := range []struct {
		name string
		x, y []float64
		want [][2]float64
	}{
		{"square with points inside and on edges", []float64{1, 0, 0.5, 1, 0, 0.5, 0.5},
			[]float64{1, 0, 0.5, 0, 1, 0, 1},
			[][2]float64{{0, 0}, {1, 0}, {1, 1}, {0, 1}}},
		{"triangle, corners repeated", []float64{0, 0, 2, 2, 1, 1}, []float64{0, 0, 0, 0, 3, 3},
			[][2]float64{{0, 0}, {2, 0}, {1, 3}}},
	} {
		got, err := fit.Hull(c.x, c.y)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, %v, want %v", c.name, got, err, c.want)
		}
	}
	for _, c := range []struct {
		name string
		x, y []float64
	}{
		{"nothing", nil, nil},
		{"one point", []float64{1}, []float64{1}},
		{"one point twice", []float64{1, 1}, []float64{1, 1}},
		{"a line", []float64{0, 1, 2, 3}, []float64{0, 1, 2, 3}},
	} {
		if got, err := fit.Hull(c.x, c.y); !errors.Is(err, fit.ErrSingular) {
			t.Errorf("%s: %v, %v, want ErrSingular", c.name, got, err)
		}
	}
}

func TestLinearIsExactOnAPlane(t *testing.T) {
	var deal, ratio, gas []float64
	for i := range 4 {
		d, r := float64(i), 1+float64(i*i)
		deal, ratio, gas = append(deal, d), append(ratio, r), append(gas, 3*d-2*r+7)
	}
	p, err := fit.Linear(deal, ratio, gas)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "deal", p.Deal, 3, 1e-12, "made")
	near(t, "ratio", p.Ratio, -2, 1e-12, "made")
	near(t, "intercept", p.Intercept, 7, 1e-12, "made")
	if _, err := fit.Linear(deal[:3], ratio[:3], gas[:3]); !errors.Is(err, fit.ErrTooFewRows) {
		t.Errorf("three rows: %v, want ErrTooFewRows", err)
	}
}

// The optimum makes the gradient of the penalised loss vanish: checked here without the optimiser.
func TestLogisticGradientVanishes(t *testing.T) {
	deal := []float64{0, 1, 2, 3, 4, 5, 1.5, 2.5}
	ratio := []float64{1, 1.2, 1.1, 1.9, 1.8, 2.2, 1.7, 1.3}
	label := []int{0, 0, 0, 1, 1, 1, 1, 0}
	p, _, err := fit.Logistic(deal, ratio, label)
	if err != nil {
		t.Fatal(err)
	}
	gradient := [3]float64{p.Deal, p.Ratio, 0}
	for i, l := range label {
		miss := 1/(1+math.Exp(-p.At(deal[i], ratio[i]))) - float64(l)
		gradient[0] += miss * deal[i]
		gradient[1] += miss * ratio[i]
		gradient[2] += miss
	}
	for j, g := range gradient {
		if math.Abs(g) > 1e-9 {
			t.Errorf("gradient %d is %g at the optimum", j, g)
		}
	}
	for _, same := range [][]int{make([]int, 8), {1, 1, 1, 1, 1, 1, 1, 1}} {
		if _, _, err := fit.Logistic(deal, ratio, same); !errors.Is(err, fit.ErrSingular) {
			t.Errorf("one regime only: %v, want ErrSingular", err)
		}
	}
}

// Separable labels have no finite optimum without the penalty; with it they have.
func TestLogisticSeparable(t *testing.T) {
	deal := []float64{0, 1, 2, 1000, 1001, 1002}
	ratio := []float64{1, 1, 1, 2, 2, 2}
	p, _, err := fit.Logistic(deal, ratio, []int{0, 0, 0, 1, 1, 1})
	if err != nil || math.IsNaN(p.Deal) || p.At(1, 1) > 0 || p.At(1001, 2) < 0 {
		t.Errorf("plane %+v, %v", p, err)
	}
}

func TestMixtureOrdersByGas(t *testing.T) {
	// The component of high gas has the lower deal power and comes first in the rows.
	x := []float64{1, 1.1, 0.9, 1.05, 5, 5.1, 4.9, 5.05}
	y := []float64{100, 101, 99, 102, 1, 2, 1.5, 1.2}
	m, label, err := fit.Mixture(x, y)
	if err != nil {
		t.Fatal(err)
	}
	if want := []int{1, 1, 1, 1, 0, 0, 0, 0}; !reflect.DeepEqual(label, want) {
		t.Errorf("labels %v, want %v", label, want)
	}
	if m.Means[0][1] > m.Means[1][1] || m.Sizes != [2]int{4, 4} {
		t.Errorf("mixture %+v", m)
	}
	near(t, "weights", m.Weights[0]+m.Weights[1], 1, 1e-12, "they are shares")
}
