package number

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

func TestStrict(t *testing.T) {
	for text, want := range map[string]float64{
		"12": 12, "-0.5": -0.5, "+3": 3, ".5": 0.5, "1e3": 1000, "1E-9": 1e-9, "1.250": 1.25, "007": 7,
		"9007199254740991": 1<<53 - 1, "-0": 0,
	} {
		if got, ok := Strict(text); !ok || got != want {
			t.Errorf("%q = %v, %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{
		"", "0.", "5.", "-", ".", "1e", "1e-", "1e999", "0x10", "0x1p4", "1_000", "1,5", "1,000", "Inf", "-inf", "NaN",
		"infinity", " 5", "5 ", "5%",
		"1 000", "１２", "−5", "1.2.3", "--5", "5-", "1e5.5", "5\n",
	} {
		if got, ok := Strict(text); ok {
			t.Errorf("%q = %v, want a refusal", text, got)
		}
	}
}

func TestTypedUnits(t *testing.T) {
	for _, c := range []struct{ text, unit string }{
		{"75 %", "%"}, {"75%", "%"}, {"75 ％", "%"}, {"75 percent", "%"}, {"75 百分比", "%"},
		{"75 days", "days"}, {"75 day", "天"}, {"75天", "days"}, {"75 日", "天"}, {"75d", "days"},
		{"75 PiB/day", "PiB/day"}, {"75 PiB/天", "PiB/day"}, {"75 pib a day", "PiB/天"}, {"75 PiB", "PiB/day"},
		{"75 PiB per day", "PiB/day"}, {"75 PiB/day", "PiB a day"},
		{"75 PiB", "PiB a day"}, {"75 FIL/day", "FIL a day"},
		{"75 nanoFIL", "nanoFIL"}, {"75 nFIL", "nanoFIL"}, {"75 nano FIL", "nanoFIL"}, {"75×", "×"}, {"75 x", "×"},
		{"75倍", "×"},
		{"75 FIL a day", "FIL/day"}, {"75 FIL/天", "FIL/day"}, {"75% a year", "%/year"}, {"75 % 每年", "%/year"},
		{"75 %", "%/year"}, {"75 FIL", "FIL"},
	} {
		if got := Typed(c.text, c.unit); got != (Reading{Value: 75, WithUnit: true}) {
			t.Errorf("%q in %s: %+v", c.text, c.unit, got)
		}
	}
	for _, c := range []struct{ text, unit string }{
		{"8 EiB", "PiB/day"}, {"8 TiB", "PiB/day"}, {"8 PB", "PiB/day"}, {"8 PiB/year", "PiB/day"}, {"8 %", "PiB/day"},
		{"8 ‰", "%"}, {"8 months", "days"},
		{"8 FIL", "nanoFIL"}, {"8 attoFIL", "nanoFIL"}, {"8 days", ""}, {"8k", "days"}, {"8万", "FIL"},
		{"8 FIL/day", "FIL"}, {"8 a day", "days"},
	} {
		if got := Typed(c.text, c.unit); got.Reason != OtherUnit {
			t.Errorf("%q in %q: %+v, want another unit", c.text, c.unit, got)
		}
	}
}

func TestTypedTooLarge(t *testing.T) {
	if got := Typed("-1e999", ""); got.Reason != TooLarge || !math.IsInf(got.Value, -1) {
		t.Errorf("%+v", got)
	}
}

func TestFile(t *testing.T) {
	for _, c := range []struct {
		text      string
		separator rune
		unit      string
		want      Reading // but Plain
	}{
		{"1.234", ',', "", Reading{Value: 1.234, Decimal: '.'}},
		{"1.234", ';', "", Reading{Value: 1.234, Decimal: '.'}},
		{"0,5", ';', "", Reading{Value: 0.5, Decimal: ','}},
		{"0,5", '\t', "", Reading{Value: 0.5, Decimal: ','}},
		{"1.234,5", ';', "", Reading{Value: 1234.5, Decimal: ','}},
		{"1 234 567,25", ';', "", Reading{Value: 1234567.25, Decimal: ','}},
		{"1 234", ',', "", Reading{Value: 1234}},
		{"1,5e3", '\t', "", Reading{Value: 1500, Decimal: ','}},
		{"−1'000.5", ',', "", Reading{Value: -1000.5, Decimal: '.'}},
		{"８", ',', "", Reading{Value: 8}},
		{"75 %", ',', "%", Reading{Value: 75, WithUnit: true}},

		{"0,5", ',', "", Reading{Reason: CellMark}},
		{"1,25", ',', "", Reading{Reason: CellMark}},
		{"1,234", ';', "", Reading{Reason: MayGroup}},
		{"1,234", ',', "", Reading{Reason: MayGroup}},
		{"0,853", ';', "", Reading{Reason: MayGroup}},
		{"1,234,567", ';', "", Reading{Reason: MayGroup}},
		{"1,234.5", ';', "", Reading{Reason: MayGroup}},
		{"1.234,567", '\t', "", Reading{Reason: MayGroup}},
		{"1,00,000", ';', "", Reading{Reason: MayGroup}},
		{"5.", ',', "", Reading{Reason: NoNumber}},
		{"5,", ';', "", Reading{Reason: NoNumber}},
		{"", ',', "", Reading{Reason: NoNumber}},
		{"x", ',', "", Reading{Reason: NoNumber}},
		{"0x10", ',', "", Reading{Reason: NoNumber}},
		{"1_000", ',', "", Reading{Reason: NoNumber}},
		{"1.2.3", ',', "", Reading{Reason: NoNumber}},
		{"NaN", ',', "", Reading{Reason: NoNumber}},
		{"8 EiB", ',', "", Reading{Reason: OtherUnit}},
		{"75 %", ',', "", Reading{Reason: OtherUnit}},
		{"1e999", ',', "", Reading{Reason: TooLarge}},
	} {
		got := File(c.text, c.separator, c.unit)
		if got.Plain = false; c.want.Reason != Readable {
			got = Reading{Reason: got.Reason}
		}
		if got != c.want {
			t.Errorf("%q between %q in %q: %+v, want %+v", c.text, c.separator, c.unit, got, c.want)
		}
	}
}

// FuzzTyped: whatever is typed is refused or a number; what programs write means the same to people, where the point is
// the decimal mark; and a file never reads another number than the field.
func FuzzTyped(f *testing.F) {
	for _, text := range []string{"1,000", "1.234,5", "1,00,000", "−０．５", "1e3 %", "5 000", "1'000", ",5", "-1e-999",
		"1,2,3", "\u200b5。5"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := Typed(text, "%")
		if got.Reason == Readable && (math.IsNaN(got.Value) || math.IsInf(got.Value, 0)) || got.Reason > TooLarge {
			t.Errorf("%q: %+v", text, got)
		}
		if v, ok := Strict(text); ok && (got.Reason != Readable || got.Value != v) {
			t.Errorf("%q: a program reads %v, a person %+v", text, v, got)
		}
		if v, err := strconv.ParseFloat(strings.TrimSpace(text), 64); got.Plain && (err != nil || v != got.Value) {
			t.Errorf("%q passes for plain digits: %+v", text, got)
		}
		for _, separator := range []rune{',', ';', '\t'} {
			if in := File(text, separator, "%"); in.Reason == Readable &&
				(got.Reason != Readable || in.Value != got.Value) {
				t.Errorf("%q: a file reads %+v, a field %+v", text, in, got)
			}
		}
	})
}
