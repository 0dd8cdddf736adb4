package price

import "math"

// steep is from where on a step is flat: the exponential beyond it would leave the range of numbers.
const steep = 700

// steps fills in the logistic function 1/(1+exp(-x)) of (load-knee)/width, to within 4 units in the last place of
// math.Exp's: 2^(n/64) from a table times a short series, without a call. Two of these a day are most of what a price
// that follows block space costs. Where a load is that of same, which may be empty, it takes what that one's step is.
//
//go:noinline
func (p *Params) steps(out, load, same, sames []float64) {
	knee, width := p.KneeTgas, p.WidthTgas
	out = out[:len(load)]
	for t, load := range load {
		if t < len(same) && t < len(sames) && same[t] == load {
			out[t] = sames[t]
			continue
		}
		x := (knee - load) / width
		if x > steep {
			x = steep
		} else if x < -steep {
			x = -steep
		}
		// Adding and subtracting 1.5*2^52 rounds to a whole number, whose last bits are those of the sum.
		const rounding = 3 << 51
		sum := float64(x*(64/math.Ln2)) + rounding
		n, whole := int64(math.Float64bits(sum)-math.Float64bits(rounding)), sum-rounding
		// ln(2)/64 in two parts, the first of which is short: whole times it is exact.
		const long, rest = 0x1.62e42fefap-7, 0x1.cf79abc9e3b3ap-46
		r := x - float64(whole*long) - float64(whole*rest)
		series := 1./6 + float64(r*(1./24+float64(r*(1./120))))
		series = r + float64(float64(r*r)*(1./2+float64(r*series)))
		root := roots[n&63]
		scale := math.Float64frombits(uint64(n>>6+1023) << 52)
		out[t] = 1 / (1 + float64((root+float64(root*series))*scale))
	}
}

// roots are 2^(i/64).
var roots = func() (list [64]float64) {
	for i := range list {
		list[i] = math.Exp2(float64(i) / float64(len(list)))
	}
	return list
}()
