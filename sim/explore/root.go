package explore

import "math"

// probe evaluates a function for root finding: its value, and its class. Values of different classes lie on
// different branches, so no line is drawn between them.
type probe func(x float64) (value float64, class int)

// bracket is an interval with the function at its ends.
type bracket struct{ a, b, fa, fb float64 }

// outcome of zero.
type outcome int

const (
	isRoot  outcome = iota
	isJump          // the function leaps over zero
	isPole          // it turns its sign at infinity
	isSplit         // another class lies in between, at the bracket's b
)

// zero finds where a function that has one class and different signs at the ends of a bracket crosses zero,
// by Brent's method: inverse quadratic interpolation and secants where they shrink the bracket, halving where not.
// It ends when the bracket is narrower than 1e-13 of what it was, or than 4 units in the last place, and
// returns that bracket. Source: R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4.
func zero(f probe, class int, from bracket) (bracket, outcome) {
	const ulps = 4 * 0x1p-52
	span := 1e-13 * (from.b - from.a)
	// b is the best estimate, c the other end, a the estimate before.
	a, b, fa, fb := from.a, from.b, from.fa, from.fb
	c, fc := a, fa
	step := b - a
	before := step
	for {
		if math.Abs(fc) < math.Abs(fb) {
			a, b, c = b, c, b
			fa, fb, fc = fb, fc, fb
		}
		tolerance := float64(ulps*math.Abs(b)) + span/2
		half := (c - b) / 2
		if math.Abs(half) <= tolerance || fb == 0 {
			break
		}
		if math.Abs(before) >= tolerance && math.Abs(fa) > math.Abs(fb) {
			s := fb / fa
			var p, q float64
			if a == c {
				p, q = 2*half*s, 1-s
			} else {
				u, r := fa/fc, fb/fc
				p = s * (float64(2*half*u*(u-r)) - float64((b-a)*(r-1)))
				q = (u - 1) * (r - 1) * (s - 1)
			}
			if p > 0 {
				q = -q
			} else {
				p = -p
			}
			if 2*p < min(float64(3*half*q)-math.Abs(float64(tolerance*q)), math.Abs(before*q)) {
				before, step = step, p/q
			} else {
				step, before = half, half
			}
		} else {
			step, before = half, half
		}
		a, fa = b, fb
		if math.Abs(step) > tolerance {
			b += step
		} else {
			b += math.Copysign(tolerance, half)
		}
		var got int
		if fb, got = f(b); got != class {
			return bracket{a: from.a, b: b}, isSplit
		}
		if (fb > 0) == (fc > 0) {
			c, fc = a, fa
			step = b - a
			before = step
		}
	}
	to := bracket{b, c, fb, fc}
	least := min(math.Abs(fb), math.Abs(fc))
	switch {
	case fb == 0:
		return to, isRoot
	case least > max(math.Abs(from.fa), math.Abs(from.fb)):
		return to, isPole
	case least > 1e6*math.Abs(from.fb-from.fa)/(from.b-from.a)*math.Abs(c-b):
		// Steeper by six orders of magnitude than in the bracket at large.
		return to, isJump
	}
	return to, isRoot
}

// dip looks between two points for one at which the function has the other sign than at a third between them,
// where it is nearer to zero: by golden sections, as long as its class stays the same.
func dip(f probe, class int, low, mid, high, atMid float64) (x, value float64, found bool) {
	const golden = 0.3819660112501051
	sign := math.Copysign(1, atMid)
	best := sign * atMid
	for range 40 {
		left := mid-low > high-mid
		x := mid + float64(golden*(high-mid))
		if left {
			x = mid - float64(golden*(mid-low))
		}
		if x == mid || high-low <= 1e-9*(math.Abs(low)+math.Abs(high)) {
			return 0, 0, false
		}
		v, got := f(x)
		if got != class {
			return 0, 0, false
		}
		if sign*v < 0 {
			return x, v, true
		}
		switch nearer := sign*v < best; {
		case nearer && left:
			mid, high, best = x, mid, sign*v
		case nearer:
			low, mid, best = mid, x, sign*v
		case left:
			low = x
		default:
			high = x
		}
	}
	return 0, 0, false
}
