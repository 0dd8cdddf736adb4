package number_test

import (
	"math"
	"testing"

	"github.com/gasburden/gasburden/model/number"
)

func TestFormats(t *testing.T) {
	for _, c := range []struct{ name, got, want string }{
		{"exact", number.Exact(math.Nextafter(0.3, 1)), "0.30000000000000004"},
		{"exact, small", number.Exact(1e-9), "0.000000001"},
		{"exact, tiny", number.Exact(-1e-10), "-1e-10"},
		{"exact, large", number.Exact(1e6), "1000000"},
		{"exact, huge", number.Exact(1e21), "1e+21"},
		{"zero", number.Exact(0), "0"},
		{"significant", number.Significant(7263554.4, 2), "7263554"},
		{"significant, a digit more", number.Significant(0.9996, 3), "1.00"},
		{"significant, tiny", number.Significant(-1.24e-10, 2), "-1.2e-10"},
		{"significant, negative zero", number.Significant(math.Copysign(0, -1), 2), "0"},
		{"scientific", number.Scientific(1234, 2), "1.2e+03"},
		{"general", number.General(0.0001234567, 4), "0.0001235"},
		{"general, small", number.General(0.00001234567, 4), "1.235e-05"},
		{"places", number.Places(2.345, 2), "2.35"},
		{"trimmed", number.Trimmed("10.50"), "10.5"},
		{"trimmed, whole", number.Trimmed("100"), "100"},
		{"trimmed, no fraction left", number.Trimmed("100.00"), "100"},
		{"trimmed, exponent", number.Trimmed("1.200e-10"), "1.2e-10"},
		{"grouped", number.Grouped("-1234567.1234"), "−1,234,567.1234"},
		{"grouped, exponent", number.Grouped("-1.5e-1000"), "−1.5e−1000"},
		{"appended", string(number.Append([]byte("a,"), 1.0/3, 4, "null")), "a,0.3333"},
		{"appended, all", string(number.Append(nil, 1e6, -1, "null")), "1e+06"},
		{"appended, none", string(number.Append(nil, math.Inf(-1), -1, "null")), "null"},
		{"appended, nothing", string(number.Append([]byte("a"), math.NaN(), -1, "")), "a"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

// TestExactIsReadBack: what programs write, programs read.
func TestExactIsReadBack(t *testing.T) {
	for _, v := range []float64{0, 1, -1, 0.1, 1e-9, 1e-10, 123456789.123, math.MaxFloat64, math.SmallestNonzeroFloat64,
		1 << 53} {
		if got, ok := number.Strict(number.Exact(v)); !ok || got != v {
			t.Errorf("%v is written %q and read %v", v, number.Exact(v), got)
		}
	}
}
