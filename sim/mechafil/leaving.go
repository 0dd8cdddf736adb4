package mechafil

// stays says what is left of power or pledge where a share of all that is alive leaves early each day: entry k is the
// share of the snapshot's day that is left after k forecast days, so that entry 0 is 1. Nil where nothing leaves.
//
// It stands in for taking that share off all that will fall due, which would cost a thousand operations a day.
type stays []float64

// staysOf is that of a forecast, in the given memory.
func (m *Memory) staysOf(f *Forecast) stays {
	if v, constant := f.LeavingRate.Scalar(); constant && v == 0 {
		return nil
	}
	out := stays(m.Take(f.HorizonDays + 1))
	out[0] = 1
	for i := range f.HorizonDays {
		out[i+1] = out[i] * (1 - f.LeavingRate.At(i))
	}
	return out
}

// of is what is left on forecast day now, counted from 1, of what came on day then. It came after that day's leaving.
func (s stays) of(then, now int) float64 {
	if s == nil {
		return 1
	}
	return s[now] / s[then]
}

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}
