package explore

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/words"
)

// fill replaces the {name} placeholders of a text; pairs are name, value.
func fill(text string, pairs ...string) string { return words.Fill(text, pairs...) }

// significant rounds to n significant digits, without cutting whole ones, and groups thousands.
func significant(v float64, n int) string {
	if a := math.Abs(v); v != 0 && a < 1e-6 {
		return numbers.Grouped(numbers.Scientific(v, n))
	}
	return numbers.Grouped(numbers.Trimmed(numbers.Significant(v, n)))
}

// figureDigits are the significant digits of a figure.
const figureDigits = 3

// figure is a figure's value with its unit.
func (t *Text) figure(v float64, unit string) string { return t.amount(v, unit, t.Units, figureDigits) }

// gap is a difference between two values of a figure with its unit.
func (t *Text) gap(v float64, unit string) string { return t.amount(v, unit, t.Gaps, figureDigits) }

func (t *Text) amount(v float64, unit string, units map[string]string, digits int) string {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return t.Undefined
	case strings.HasPrefix(unit, "share"):
		return fill(units[unit], "n", significant(100*v, digits))
	}
	for _, large := range t.Amounts {
		if math.Abs(v) >= large.From {
			return fill(units[unit], "n", fill(large.Text, "n", significant(v/large.Unit, digits)))
		}
	}
	return fill(units[unit], "n", significant(v, digits))
}

// multiple is how a figure's values are written where several stand together: the unit, and which multiples of it.
type multiple struct {
	unit   string
	by     float64
	digits string
}

// multipleOf is that of the first value that is a number, which the others follow.
func (t *Text) multipleOf(unit string, values ...float64) multiple {
	s := multiple{unit, 1, "{n}"}
	if strings.HasPrefix(unit, "share") {
		s.by = 100
		return s
	}
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		for _, large := range t.Amounts {
			if math.Abs(v) >= large.From {
				return multiple{unit, 1 / large.Unit, large.Text}
			}
		}
		break
	}
	return s
}

// reach is a range of a figure's values, its unit said once, as text and as a cell in which each value carries its
// digits.
func (t *Text) reach(low, high float64, in multiple) (text string, parts []ask.Part) {
	if size := low - high; math.IsNaN(size) || math.IsInf(size, 0) {
		return t.Undefined, []ask.Part{{Text: t.Undefined}}
	}
	from, to := alike(significant(low*in.by, figureDigits), significant(high*in.by, figureDigits))
	around := func(of string) string { return fill(t.Units[in.unit], "n", fill(in.digits, "n", of)) }
	rest := around(t.Range)
	for rest != "" {
		at := strings.IndexByte(rest, '{')
		before, name, after := rest, "", ""
		if at >= 0 {
			before, name = rest[:at], rest[at:]
			name, after, _ = strings.Cut(name, "}")
		}
		if before != "" {
			parts = append(parts, ask.Part{Text: before})
		}
		switch name {
		case "{low":
			parts = append(parts, exact(low, from))
		case "{high":
			parts = append(parts, exact(high, to))
		}
		rest = after
	}
	return around(fill(t.Range, "low", from, "high", to)), parts
}

// alike gives both numbers as many places, up to the digits of a figure: 1.92 to 8.00.
func alike(a, b string) (string, string) {
	places := func(text string) int {
		_, fraction, _ := strings.Cut(text, ".")
		return len(fraction)
	}
	pad := func(text string, to int) string {
		digits := strings.TrimLeft(strings.NewReplacer("−", "", "-", "", ".", "", ",", "").Replace(text), "0")
		n := min(to-places(text), figureDigits-len(digits))
		if n <= 0 || digits == "" || strings.Contains(text, "e") {
			return text
		}
		if !strings.Contains(text, ".") {
			text += "."
		}
		return text + strings.Repeat("0", n)
	}
	return pad(a, places(b)), pad(b, places(a))
}

func (t *Text) date(d day.Day) string {
	year, month, n := d.Date()
	return fill(t.Date, "day", strconv.Itoa(n), "month", t.Months[month-1], "year", strconv.Itoa(year))
}

// input is an input's value with its unit.
func (t *Text) input(in *explore.Input, v float64) string {
	switch {
	case in.Choices != nil:
		return t.valueOf(in.Name, in.Choices[int(v)])
	case in.Date:
		return t.date(day.Day(v))
	}
	return t.amountOf(in.Name, v)
}

// amountOf is the number of a scenario's field with its unit.
func (t *Text) amountOf(name string, v float64) string {
	switch unit := t.Inputs[name].Unit; unit {
	case "%":
		return fill(t.Percent, "n", significant(100*v, 4))
	case "×":
		return fill(t.Ratio, "n", significant(v, 4))
	default:
		return significant(v, 4) + " " + unit
	}
}

// value is a scenario field's JSON in words: a number, a path, a name, a day.
func (t *Text) value(name string, raw json.RawMessage) string {
	var v any
	if json.Unmarshal(raw, &v) != nil {
		return string(raw)
	}
	return t.valueOf(name, v)
}

func (t *Text) valueOf(name string, v any) string {
	switch v := v.(type) {
	case float64:
		return t.amountOf(name, v)
	case bool:
		return t.Choices[strconv.FormatBool(v)]
	case string:
		if d, err := day.Parse(v); err == nil {
			return t.date(d)
		}
		if text, ok := t.Choices[v]; ok {
			return text
		}
		return v
	case []any:
		if name == "fil_plus_rates" {
			parts := make([]string, len(v))
			for i, rate := range v {
				parts[i] = t.path(name, rate)
			}
			return strings.Join(parts, t.ListMark)
		}
		return t.path(name, v)
	}
	return t.None
}

// path is a number, or the range of a vector.
func (t *Text) path(name string, v any) string {
	list, ok := v.([]any)
	if !ok {
		return t.valueOf(name, v)
	}
	low, high := math.Inf(1), math.Inf(-1)
	for _, entry := range list {
		if n, ok := entry.(float64); ok {
			low, high = min(low, n), max(high, n)
		}
	}
	return fill(t.From, "low", t.amountOf(name, low), "high", t.amountOf(name, high))
}

// list joins names as a sentence does.
func (t *Text) list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return fill(t.And, "first", strings.Join(names[:len(names)-1], t.ListMark), "last", names[len(names)-1])
}

// Snapshots lists the networks by their names, which are days.
func (t *Text) Snapshots(names []string) string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = t.valueOf("snapshot", name)
	}
	return t.list(out)
}
