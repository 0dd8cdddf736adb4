package web

import (
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
)

// share formats a share (0..1) as a percentage with about two significant digits: "4.2 %".
func share(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return significant(100*v, 2) + " %"
}

// significant rounds to at least n significant digits, never away digits left of the point, and
// groups thousands: 0.0123, 4.2, 310, 7,263,554.
func significant(v float64, n int) string {
	if v == 0 {
		return "0"
	}
	if math.Abs(v) < 1e-9 {
		return strconv.FormatFloat(v, 'e', n-1, 64) // not a line of zeros
	}
	places := n - 1 - int(math.Floor(math.Log10(math.Abs(v))))
	text := strconv.FormatFloat(v, 'f', max(0, places), 64)
	// Rounding may have added a digit: 0.999 to 1.00.
	if rounded, err := strconv.ParseFloat(text, 64); err == nil && places > 0 && rounded != 0 {
		if again := n - 1 - int(math.Floor(math.Log10(math.Abs(rounded)))); again < places {
			text = strconv.FormatFloat(v, 'f', max(0, again), 64)
		}
	}
	return grouped(text)
}

// grouped puts commas between thousands and a true minus sign before negative numbers.
func grouped(text string) string {
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "−", text[1:]
	}
	whole, fraction, _ := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}

// amount formats FIL: three significant digits, in words from a million on.
func (p *Page) amount(v float64) string {
	switch a := math.Abs(v); {
	case math.IsNaN(v):
		return "–"
	case a >= 999_500:
		return fill(p.Text.Million, "n", significant(v/1e6, 3))
	case a >= 100:
		// 11,244 reads as 11,200: more digits would promise what the model cannot keep.
		unit := math.Pow(10, math.Floor(math.Log10(a))-2)
		return grouped(strconv.FormatFloat(math.Round(v/unit)*unit, 'f', 0, 64))
	default:
		return significant(v, 2)
	}
}

// entered formats a number for a text field: up to four significant digits, no grouping.
func entered(v float64) string {
	if v == 0 {
		return "0"
	}
	if math.Abs(v) < 1e-9 {
		return strconv.FormatFloat(v, 'g', 4, 64)
	}
	places := max(0, 3-int(math.Floor(math.Log10(math.Abs(v)))))
	text := strconv.FormatFloat(v, 'f', places, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// longDate writes a day as 31 July 2023, date as 31 Jul 2023, monthOf its month as July 2023.
func (t *Text) longDate(d day.Day) string { return dayOfMonth(d) + " " + t.monthOf(d) }

func (t *Text) date(d day.Day) string {
	year, month, _ := d.Date()
	return dayOfMonth(d) + " " + t.MonthsShort[month-1] + " " + strconv.Itoa(year)
}

func (t *Text) monthOf(d day.Day) string {
	year, month, _ := d.Date()
	return t.Months[month-1] + " " + strconv.Itoa(year)
}

// shortMonth writes a day's month as Jul 2023.
func (t *Text) shortMonth(d day.Day) string {
	year, month, _ := d.Date()
	return fill(t.Card.TickMonth, "month", t.MonthsShort[month-1], "year", strconv.Itoa(year))
}

func dayOfMonth(d day.Day) string {
	_, _, n := d.Date()
	return strconv.Itoa(n)
}

// snapshotLabel is the name of a snapshot as a date: snapshots are named after their day.
func (t *Text) snapshotLabel(name string) string {
	d, err := day.Parse(name)
	if err != nil {
		return name
	}
	return t.longDate(d)
}

func count(n int) string    { return grouped(strconv.Itoa(n)) }
func years(days int) string { return entered(math.Round(float64(days)/36.5) / 10) }

// fill replaces {name} placeholders; pairs are name, value. Values are not searched again.
func fill(text string, pairs ...string) string {
	out := ""
	for {
		before, after, found := strings.Cut(text, "{")
		name, rest, closed := strings.Cut(after, "}")
		if !found || !closed {
			return out + text
		}
		value := "{" + name + "}"
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				value = pairs[i+1]
			}
		}
		out += before + value
		text = rest
	}
}

// Fill replaces the {name} placeholders of a text of the catalogue; pairs are name, value.
func Fill(text string, pairs ...string) string { return fill(text, pairs...) }

// Grouped puts commas between the thousands of a decimal number and a true minus sign before it.
func Grouped(number string) string { return grouped(number) }
