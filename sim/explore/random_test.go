package explore

import (
	"math"
	"testing"
)

// TestStreamsAreTheSameEverywhere: these bits were drawn on amd64. make wasm-test draws them again in
// WebAssembly; a machine that fuses products would fail here.
func TestStreamsAreTheSameEverywhere(t *testing.T) {
	hash := uint64(14695981039346656037) // FNV-1a, by words
	mix := func(v uint64) { hash = (hash ^ v) * 1099511628211 }
	for run := range 3 {
		r := newStream(2026, run, forGas)
		for range 1000 {
			mix(math.Float64bits(r.normal()))
			mix(uint64(r.below(730)))
		}
		days := make([]int32, 500)
		r.resample(days, 295, 60)
		for _, d := range days {
			mix(uint64(d))
		}
	}
	if want := uint64(0xe6f5a43287eaa968); hash != want {
		t.Errorf("hash of the draws is %#x, want %#x", hash, want)
	}
}

// TestXoshiro: the first numbers from the state 1, 2, 3, 4. Source: the reference C code's known answers, as
// found in the tests of Rust's rand_xoshiro.
func TestXoshiro(t *testing.T) {
	r := &stream{s: [4]uint64{1, 2, 3, 4}}
	for i, want := range []uint64{41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205} {
		if got := r.next(); got != want {
			t.Errorf("number %d is %d, want %d", i, got, want)
		}
	}
}

// TestSplitmix: the first numbers from 1234567. Source: the same algorithm's published test vector (Rosetta Code).
func TestSplitmix(t *testing.T) {
	state := uint64(1234567)
	for i, want := range []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423} {
		if got := splitmix(&state); got != want {
			t.Errorf("number %d is %d, want %d", i, got, want)
		}
	}
}

// TestStreamsDiffer: neighbouring seeds, runs and purposes share no number among their first.
func TestStreamsDiffer(t *testing.T) {
	seen := map[uint64][3]int{}
	for seed := range 20 {
		for run := range 20 {
			for purpose := range 2 {
				r := newStream(uint64(seed), run, purpose)
				for range 5 {
					v, id := r.next(), [3]int{seed, run, purpose}
					if other, twice := seen[v]; twice {
						t.Fatalf("%v and %v share %d", id, other, v)
					}
					seen[v] = id
				}
			}
		}
	}
}

func TestLogarithm(t *testing.T) {
	r := newStream(1, 0, 0)
	check := func(x float64) {
		if got, want := logarithm(x), math.Log(x); math.Abs(got-want) > 4*0x1p-53*math.Abs(want)+0x1p-60 {
			t.Errorf("logarithm of %v is %v, want %v", x, got, want)
		}
	}
	for range 20000 {
		check(math.Abs(r.symmetric()) + 0x1p-53)
	}
	for _, x := range []float64{1, math.Nextafter(1, 0), math.Nextafter(1, 2), 2, 0.5, math.Sqrt2 / 2, 1e-300, 1e300,
		math.E} {
		check(x)
	}
}

// TestNormal: moments and tails of a million numbers, each within 4.5 standard errors.
func TestNormal(t *testing.T) {
	const n = 1_000_000
	r := newStream(7, 0, 0)
	var sum, square, cube, fourth, beyond, product float64
	before := 0.0
	for range n {
		z := r.normal()
		sum += z
		square += z * z
		cube += z * z * z
		fourth += z * z * z * z
		product += z * before
		before = z
		if math.Abs(z) > 1.959963984540054 {
			beyond++
		}
	}
	for _, c := range []struct {
		name           string
		got, want, dev float64
	}{
		{"mean", sum / n, 0, 1}, {"square", square / n, 1, math.Sqrt2}, {"cube", cube / n, 0, math.Sqrt(15)},
		{"fourth power", fourth / n, 3, math.Sqrt(96)}, {"beyond 1.96", beyond / n, 0.05, math.Sqrt(0.05 * 0.95)},
		{"lag 1", product / n, 0, 1},
	} {
		if math.Abs(c.got-c.want) > 4.5*c.dev/math.Sqrt(n) {
			t.Errorf("%s is %v, want %v", c.name, c.got, c.want)
		}
	}
}

func TestBelow(t *testing.T) {
	const n, draws = 7, 700_000
	r := newStream(3, 0, 0)
	var count [n]float64
	for range draws {
		count[r.below(n)]++
	}
	for k, c := range count {
		if math.Abs(c-draws/n) > 4.5*math.Sqrt(draws/n) {
			t.Errorf("%d came %v times of %d", k, c, draws)
		}
	}
	if r.below(1) != 0 {
		t.Error("a whole number below 1 is not 0")
	}
}

// TestResample: blocks have the mean length asked for, every day is equally likely, and what follows a day
// within a block is the next day, the first after the last.
func TestResample(t *testing.T) {
	const n, mean, length, draws = 100, 20, 1000, 1000
	days := make([]int32, length)
	var count [n]float64
	blocks := 0.0
	for run := range draws {
		newStream(5, run, 0).resample(days, n, mean)
		for i, d := range days {
			count[d]++
			if i > 0 && d != (days[i-1]+1)%n {
				blocks++
			}
		}
	}
	// A fresh start hits the next day by chance once in n.
	const want = draws * (length - 1) / mean * (1 - 1./n)
	if math.Abs(blocks-want) > 5*math.Sqrt(want) {
		t.Errorf("%v blocks, want %v", blocks, want)
	}
	// Days of a block come together: the variance of a count is about 2*mean times that of independent days.
	const each = draws * length / n
	for d, c := range count {
		if math.Abs(c-each) > 5*math.Sqrt(2*mean*each) {
			t.Errorf("day %d came %v times, want about %v", d, c, each)
		}
	}
	newStream(5, 0, 0).resample(days, n, 1)
	together := 0
	for i := 1; i < length; i++ {
		together += b2i(days[i] == (days[i-1]+1)%n)
	}
	if together > 30 {
		t.Errorf("blocks of one day: %d of %d days follow the one before", together, length)
	}
}
