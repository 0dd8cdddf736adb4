package explore

import (
	"math"
	"math/bits"
)

// stream is a source of random numbers that are the same on every machine: xoshiro256++, started by splitmix64
// from a seed, the number of a run and what the numbers are for. Runs do not share streams, so their order and
// their number do not matter. Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number
// generators" (2021).
type stream struct {
	s     [4]uint64
	spare float64 // the second of a pair of normal numbers
	kept  bool
}

func newStream(seed uint64, run, purpose int) *stream {
	r := &stream{}
	state := seed
	state = splitmix(&state) + uint64(run)
	state = splitmix(&state) + uint64(purpose)
	for i := range r.s {
		r.s[i] = splitmix(&state)
	}
	return r
}

func splitmix(state *uint64) uint64 {
	*state += 0x9e3779b97f4a7c15
	z := *state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (r *stream) next() uint64 {
	s := &r.s
	out := bits.RotateLeft64(s[0]+s[3], 23) + s[0]
	t := s[1] << 17
	s[2] ^= s[0]
	s[3] ^= s[1]
	s[1] ^= s[2]
	s[0] ^= s[3]
	s[2] ^= t
	s[3] = bits.RotateLeft64(s[3], 45)
	return out
}

// below is a whole number from 0 to n-1. Its bias is below n/2^64.
func (r *stream) below(n int) int {
	high, _ := bits.Mul64(r.next(), uint64(n))
	return int(high)
}

// symmetric is a number in -1..1, a multiple of 2^-52.
func (r *stream) symmetric() float64 { return float64(int64(r.next())>>11) * 0x1p-52 }

// normal is a standard normal number, by Marsaglia's polar method. The conversions keep every machine
// from fusing the products; square roots are exact everywhere, and logarithm is this package's own.
func (r *stream) normal() float64 {
	if r.kept {
		r.kept = false
		return r.spare
	}
	for {
		u, v := r.symmetric(), r.symmetric()
		q := float64(u*u) + float64(v*v)
		if q >= 1 || q == 0 {
			continue
		}
		scale := math.Sqrt(-2 * logarithm(q) / q)
		r.spare, r.kept = v*scale, true
		return u * scale
	}
}

// logarithm is the natural logarithm of a positive normal number, within a few units in the last place. package
// math's own differs in the last bit between machines that have an instruction for parts of it and those
// that do not; this one is the same on all.
func logarithm(x float64) float64 {
	fraction, exponent := math.Frexp(x)
	if fraction < math.Sqrt2/2 {
		fraction *= 2
		exponent--
	}
	// ln f = 2 atanh s = 2 (s + s³/3 + s⁵/5 + ...), and |s| is at most 0.172.
	s := (fraction - 1) / (fraction + 1)
	square := float64(s * s)
	sum := 0.0
	for k := 23.0; k >= 3; k -= 2 {
		sum = float64(square * (sum + 1/k))
	}
	const ln2 = float64(math.Ln2)
	return float64(float64(exponent)*ln2) + float64(2*(s+float64(s*sum)))
}

// resample fills days with indices of a history of n days: a stationary bootstrap. Blocks of random length, on
// average mean days, begin on random days and go on after the last with the first; so each day of the
// history is equally likely on each day. Source: D. Politis, J. Romano, "The stationary bootstrap" (1994).
func (r *stream) resample(days []int32, n, mean int) {
	// A whole number's comparison, so that no rounding decides.
	begin := ^uint64(0) / uint64(mean)
	at := 0
	for i := range days {
		if fresh := r.next(); i == 0 || fresh < begin || mean == 1 {
			at = r.below(n)
		} else if at++; at == n {
			at = 0
		}
		days[i] = int32(at)
	}
}
