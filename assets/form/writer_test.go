package form

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

func TestAppendNumber(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{
		{0, "0"}, {1, "1"}, {-1, "-1"}, {0.5, "0.5"}, {1000, "1000"}, {10000, "1e4"}, {123456, "123456"},
		{8384976500000, "83849765e5"}, {0.00001, "1e-5"}, {0.00123, "123e-5"}, {3540000, "354e4"},
		{11.48453739, "11.48453739"}, {1e21, "1e21"}, {1.5e300, "15e299"}, {math.Copysign(0, -1), "-0"},
		{math.NaN(), "null"}, {math.Inf(1), "1e999"}, {math.SmallestNonzeroFloat64, "5e-324"},
	} {
		if got := string(appendNumber(nil, c.v)); got != c.want {
			t.Errorf("appendNumber(%v) = %s, want %s", c.v, got, c.want)
		}
	}
}

func FuzzAppendNumber(f *testing.F) {
	for _, v := range []float64{0, 1.0 / 3, 1e22, 123456789e-30, math.MaxFloat64, -2.5, 299999999999999.94} {
		f.Add(v)
	}
	f.Fuzz(func(t *testing.T, v float64) {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return
		}
		var back float64
		text := appendNumber(nil, v)
		if err := json.Unmarshal(text, &back); err != nil || math.Float64bits(back) != math.Float64bits(v) {
			t.Errorf("%v is written %s and reads %v, %v", v, text, back, err)
		}
	})
}

func TestWriterLayout(t *testing.T) {
	text, on, three, minus := "a\"b\n", day.Of(2023, 7, 31), 3, -3
	var o, inner Object
	o.Has("s", &text)
	o.Has("d", &on)
	o.Floats("n", Number, []float64{1, math.NaN(), 2})
	o.Has("l", Tuple{floats{Number, []float64{1}}, Tuple{}})
	o.Has("absent", &three).Absent = true
	inner.Has("i", &minus)
	o.Has("o", inner)
	got := string(Encode(o))
	want := "{\n \"s\":\"a\\\"b\\n\",\n \"d\":\"2023-07-31\",\n \"n\":[1,null,2],\n \"l\":[[1],[]],\n \"o\":{\n  " +
		"\"i\":-3\n }\n}\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
