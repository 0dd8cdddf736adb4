package explore

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// strayed is a made-up history of shares with a tie from day to day.
func strayed(n int) []float64 {
	r := newStream(11, 0, 0)
	out, at := make([]float64, n), 0.0
	for i := range out {
		at = 0.9*at + 0.5*r.normal()
		out[i] = logistic(0.5 + at)
	}
	return out
}

// TestSharesKeepTheirMean: over the history, each day of which is equally likely, the mean is the own value,
// for numbers and for vectors, and all values are shares.
func TestSharesKeepTheirMean(t *testing.T) {
	history := append(strayed(300), 0, 1) // shares of 0 and 1 have no log odds
	own := []float64{0, 1e-6, 0.01, 0.3, 0.5, 0.72, 0.72, 0.999, 1}
	vector := shares(mechafil.Path(own), history)
	for k, share := range own {
		number := shares(mechafil.Constant(share), history)
		sum, sumVector := 0.0, 0.0
		one, days := make(mechafil.Path, 1), make([]int32, len(own))
		path := make(mechafil.Path, len(own))
		for j := range history {
			for i := range days {
				days[i] = int32(j)
			}
			number.fill(one, days[:1])
			vector.fill(path, days)
			if !(one[0] >= 0 && one[0] <= 1) || math.Abs(one[0]-path[k]) > 1e-15 {
				t.Fatalf("own %v, day %d: %v and %v", share, j, one[0], path[k])
			}
			if (share == 0 || share == 1) && one[0] != share {
				t.Fatalf("own %v strays to %v", share, one[0])
			}
			sum += one[0]
			sumVector += path[k]
		}
		if n := float64(len(history)); math.Abs(sum/n-share) > 1e-12 || math.Abs(sumVector/n-share) > 1e-12 {
			t.Errorf("own %v: mean %v, of the vector %v", share, sum/n, sumVector/n)
		}
	}
}

// TestSharesOfTheirOwnMean: a scenario whose value is the history's mean gets the history itself.
func TestSharesOfTheirOwnMean(t *testing.T) {
	history := strayed(300)
	sum := 0.0
	for _, x := range history {
		sum += x
	}
	v := shares(mechafil.Constant(sum/300), history)
	for j, x := range history {
		if math.Abs(v.table[j]-x) > 1e-12 {
			t.Fatalf("day %d is %v, want %v", j, v.table[j], x)
		}
	}
}

func TestAmountsKeepTheirMean(t *testing.T) {
	history := []float64{1, 2, 6}
	number, vector := amounts(mechafil.Constant(30), history, 1000), amounts(mechafil.Path{30, 0, 900}, history, 1000)
	path, one := make(mechafil.Path, 3), make(mechafil.Path, 1)
	for j, want := range [][3]float64{{10, 0, 300}, {20, 0, 600}, {60, 0, 1000}} { // the last is at the limit
		vector.fill(path, []int32{int32(j), int32(j), int32(j)})
		number.fill(one, []int32{int32(j)})
		if !slices.Equal(path, want[:]) || one[0] != want[0] {
			t.Errorf("day %d: %v and %v, want %v", j, path, one, want)
		}
	}
}

// TestResampledHistory: drawn again, a history keeps mean, spread and the tie of a day to the next, up to what
// blocks lose: a share 1/mean of the ties is cut.
func TestResampledHistory(t *testing.T) {
	history := strayed(600)
	const mean, length, draws = 60, 1000, 400
	moments := func(v []float64) (m, variance, lag float64) {
		for _, x := range v {
			m += x / float64(len(v))
		}
		for i, x := range v {
			variance += (x - m) * (x - m) / float64(len(v))
			lag += (x - m) * (v[(i+1)%len(v)] - m) / float64(len(v))
		}
		return m, variance, lag / variance
	}
	wantMean, wantVariance, wantLag := moments(history)
	v := shares(mechafil.Constant(wantMean), history)
	days, path := make([]int32, length), make(mechafil.Path, length)
	var gotMean, gotSquare, gotProduct float64
	for run := range draws {
		newStream(1, run, forInputs).resample(days, len(history), mean)
		v.fill(path, days)
		for i, x := range path {
			gotMean += x
			gotSquare += (x - wantMean) * (x - wantMean)
			if i > 0 {
				gotProduct += (x - wantMean) * (path[i-1] - wantMean)
			}
		}
	}
	gotMean /= draws * length
	variance := gotSquare / (draws * length)
	lag := gotProduct / (draws * (length - 1)) / variance
	if math.Abs(gotMean-wantMean) > 0.005 || math.Abs(variance/wantVariance-1) > 0.03 {
		t.Errorf("mean %v, variance %v, want %v, %v", gotMean, variance, wantMean, wantVariance)
	}
	if want := wantLag * (1 - 1./mean); math.Abs(lag-want) > 0.01 {
		t.Errorf("correlation with the day before is %v, want %v (the history's %v)", lag, want, wantLag)
	}
}

// TestQuantilesOf compares with sorting, ties and undefined values included.
func TestQuantilesOf(t *testing.T) {
	r := newStream(9, 0, 0)
	for _, n := range []int{0, 1, 2, 3, 16, 17, 18, 50, 999, 1000, 1001} {
		for _, kind := range []string{"spread", "ties", "equal", "ascending", "with NaN"} {
			values := make([]float32, n)
			var defined []float64
			for i := range values {
				switch kind {
				case "ties":
					values[i] = float32(r.below(5))
				case "equal":
					values[i] = 3
				case "ascending":
					values[i] = float32(i)
				default:
					values[i] = float32(r.normal())
				}
				if kind == "with NaN" && r.below(3) == 0 {
					values[i] = float32(math.NaN())
					continue
				}
				defined = append(defined, float64(values[i]))
			}
			slices.Sort(defined)
			poles := (n - len(defined)) / 2
			got := quantilesOf(values, poles)
			at := func(p float64) float64 {
				if len(defined) == 0 {
					return math.NaN()
				}
				return quantile(defined, p)
			}
			check := func(name string, got, want float64) {
				if got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
					t.Errorf("%d %s: %s is %v, want %v", n, kind, name, got, want)
				}
			}
			check("median", got.Median, at(0.5))
			for k, c := range Coverages {
				check("low", got.Low[k], at((1-c)/2))
				check("high", got.High[k], at((1+c)/2))
			}
			if n > 0 {
				check("undefined", got.Undefined, float64(n-len(defined)-poles)/float64(n))
				check("poles", got.Poles, float64(poles)/float64(n))
			}
		}
	}
}

// TestQuantile: definition 7, as R's quantile() has it by default: quantile(c(1,2,4,8), c(0,.1,.5,.9,1)).
func TestQuantile(t *testing.T) {
	for p, want := range map[float64]float64{0: 1, 0.1: 1.3, 0.5: 3, 0.9: 6.8, 1: 8} {
		if got := quantile([]float64{1, 2, 4, 8}, p); math.Abs(got-want) > 1e-12 {
			t.Errorf("quantile %v is %v, want %v", p, got, want)
		}
	}
}
