package words

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model/number"
)

// edge fails unless format changes its text exactly at v: below is what the float just below it
// gives, above what the float just above it gives.
func edge(t *testing.T, format func(float64) string, v float64, below, above string) {
	t.Helper()
	for _, c := range []struct {
		v    float64
		want string
	}{{math.Nextafter(v, math.Inf(-1)), below}, {math.Nextafter(v, math.Inf(1)), above}} {
		if got := format(c.v); got != c.want {
			t.Errorf("%v is shown as %q, want %q", c.v, got, c.want)
		}
	}
}

func digits(n int) func(float64) string {
	return func(v float64) string { return Significant(v, n) }
}

// Rounding may add a digit left of the point; the number of significant digits must not follow.
func TestSignificantAtRoundingBoundaries(t *testing.T) {
	edge(t, digits(2), 0.00995, "0.0099", "0.010")
	edge(t, digits(2), 0.0995, "0.099", "0.10")
	edge(t, digits(2), 0.995, "0.99", "1.0")
	edge(t, digits(2), 1.05, "1.0", "1.1")
	edge(t, digits(2), 9.95, "9.9", "10")
	edge(t, digits(2), 10, "10", "10")
	edge(t, digits(2), 99.5, "99", "100")
	edge(t, digits(2), 100.5, "100", "101") // digits left of the point are kept
	edge(t, digits(2), 999.5, "999", "1,000")
	edge(t, digits(2), 999_999.5, "999,999", "1,000,000")
	edge(t, digits(3), 0.9995, "0.999", "1.00")
	edge(t, digits(3), 9.995, "9.99", "10.0")
	edge(t, digits(3), 99.95, "99.9", "100")
	edge(t, digits(3), 999.5, "999", "1,000")
	edge(t, digits(2), -9.95, "−10", "−9.9")
	edge(t, digits(2), -999.5, "−1,000", "−999")
}

// Logarithms of powers of ten are not whole in floating point.
func TestSignificantAtPowersOfTen(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{
		{0, "0"}, {math.Copysign(0, -1), "0"},
		{1e-6, "0.0000010"}, {1e-5, "0.000010"}, {1e-4, "0.00010"}, {1e-3, "0.0010"}, {0.01, "0.010"}, {0.1, "0.10"},
		{1, "1.0"}, {10, "10"}, {100, "100"}, {1e3, "1,000"}, {1e4, "10,000"}, {1e5, "100,000"}, {1e6, "1,000,000"},
		{-0.1, "−0.10"}, {-1, "−1.0"}, {-1e3, "−1,000"},
	} {
		if got := Significant(c.v, 2); got != c.want {
			t.Errorf("%v is shown as %q, want %q", c.v, got, c.want)
		}
	}
}

func TestShare(t *testing.T) {
	edge(t, English().PercentOf, 0.000995, "0.099 %", "0.10 %")
	edge(t, English().PercentOf, 0.00995, "0.99 %", "1.0 %")
	edge(t, English().PercentOf, 0.0995, "9.9 %", "10 %")
	edge(t, English().PercentOf, 0.995, "99 %", "100 %")
	edge(t, English().PercentOf, 9.995, "999 %", "1,000 %")
	edge(t, English().PercentOf, -0.0995, "−10 %", "−9.9 %")
	for _, c := range []struct {
		v    float64
		want string
	}{{math.NaN(), "–"}, {0, "0 %"}, {1, "100 %"}, {0.15, "15 %"}} {
		if got := English().PercentOf(c.v); got != c.want {
			t.Errorf("share %v is shown as %q, want %q", c.v, got, c.want)
		}
	}
}

// Amounts pass from decimals to three digits to millions without a step back.
func TestAmount(t *testing.T) {
	text := English()
	edge(t, text.Amount, 0.995, "0.99", "1.0")
	edge(t, text.Amount, 9.95, "9.9", "10")
	edge(t, text.Amount, 99.5, "99", "100")
	edge(t, text.Amount, 100, "100", "100")
	edge(t, text.Amount, 100.5, "100", "101")
	edge(t, text.Amount, 999.5, "999", "1,000")
	edge(t, text.Amount, 1000, "1,000", "1,000")
	edge(t, text.Amount, 1005, "1,000", "1,010")
	edge(t, text.Amount, 9995, "9,990", "10,000")
	edge(t, text.Amount, 99_950, "99,900", "100,000")
	edge(t, text.Amount, 999_500, "999,000", "1.00 million")
	edge(t, text.Amount, 9_995_000, "9.99 million", "10.0 million")
	edge(t, text.Amount, 999_500_000, "999 million", "1,000 million")
	edge(t, text.Amount, -999.5, "−1,000", "−999")
	edge(t, text.Amount, -999_500, "−1.00 million", "−999,000")
	for _, c := range []struct {
		v    float64
		want string
	}{{math.NaN(), "–"}, {0, "0"}, {1, "1.0"}, {-0.5, "−0.50"}, {11_244, "11,200"}} {
		if got := text.Amount(c.v); got != c.want {
			t.Errorf("%v FIL are shown as %q, want %q", c.v, got, c.want)
		}
	}
}

// A field shows four digits, what it needs of them, and no comma or true minus that could not be
// typed back.
func TestEntered(t *testing.T) {
	edge(t, Entered, 0.099995, "0.09999", "0.1")
	edge(t, Entered, 0.99995, "0.9999", "1")
	edge(t, Entered, 9.9995, "9.999", "10")
	edge(t, Entered, 99.995, "99.99", "100")
	edge(t, Entered, 999.95, "999.9", "1000")
	edge(t, Entered, 9999.5, "9999", "10000")
	edge(t, Entered, -9.9995, "-10", "-9.999")
	for _, c := range []struct {
		v    float64
		want string
	}{
		{0, "0"}, {math.Copysign(0, -1), "0"}, {100, "100"}, {1000, "1000"}, {10, "10"}, {0.5, "0.5"},
		{1095, "1095"}, {0.0001, "0.0001"}, {1.50, "1.5"}, {-3, "-3"}, {123456, "123456"},
	} {
		if got := Entered(c.v); got != c.want {
			t.Errorf("%v is entered as %q, want %q", c.v, got, c.want)
		}
	}
}

func TestGrouped(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "12": "12", "999": "999", "1000": "1,000", "99999": "99,999", "100000": "100,000",
		"1234567": "1,234,567",
		"-1":      "−1", "-999": "−999", "-1000": "−1,000", "0.12345": "0.12345", "1234.5678": "1,234.5678",
		"-1234.5": "−1,234.5",
	} {
		if got := number.Grouped(in); got != want {
			t.Errorf("%s is grouped as %q, want %q", in, got, want)
		}
	}
}

func TestRateName(t *testing.T) {
	for rate, want := range map[float64]string{0: "0 %", 0.5: "50 %", 1: "100 %", 0.07: "7 %", 0.29: "29 %",
		0.335: "33.5 %", 0.12346: "12.35 %"} {
		if got := English().RateName(rate); got != want {
			t.Errorf("rate %v is called %q, want %q", rate, got, want)
		}
	}
}

// A share that is too small for a figure is said to be below one.
func TestLittleShare(t *testing.T) {
	edge(t, English().PercentOf, LittleShare, "under 0.0001 %", "0.00010 %")
	edge(t, InChinese().PercentOf, LittleShare, "＜0.0001%", "0.00010%")
}
