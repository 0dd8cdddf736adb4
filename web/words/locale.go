package words

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/web/chart"
)

// ParseText reads a catalogue as JSON. The build writes those that the page's program does not carry.
func ParseText(data []byte) (*Text, error) {
	var t Text
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	return &t, nil
}

// Percent writes a number of percent.
func (t *Text) Percent(number string) string { return Fill(t.Locale.Percent, "n", number) }

// LittleShare is the least share that is worth a figure, 0.0001 %.
const (
	LittleShare   = 1e-6
	LittlePercent = "0.0001"
)

// PercentOf formats a share (0..1) as a percentage with about two significant digits: "4.2 %"; a positive one below
// LittleShare as that it is below.
func (t *Text) PercentOf(v float64) string {
	switch {
	case math.IsNaN(v):
		return "–"
	case 0 < v && v < LittleShare:
		return t.underLittle()
	}
	return t.Percent(Significant(100*v, 2))
}

func (t *Text) underLittle() string { return Fill(t.Locale.Under, "n", t.Percent(LittlePercent)) }

// RateName formats a FIL+ rate or another exact share.
func (t *Text) RateName(rate float64) string {
	return t.Percent(number.Exact(math.Round(rate*1e4) / 100))
}

// WholePercent formats a share as a whole number of percent.
func (t *Text) WholePercent(share float64) string {
	return t.Percent(strconv.Itoa(int(math.Round(100 * share))))
}

// Measure writes a number with its unit.
func (t *Text) Measure(number, unit string) string {
	if unit == "%" {
		return t.Percent(number)
	}
	return Fill(t.Locale.Measure, "n", number, "unit", unit)
}

// Between writes the legal values of a field, in its unit, "" for none: "0 to 1000 nanoFIL".
func (t *Text) Between(low, high float64, unit string) string {
	return strings.TrimSpace(Fill(t.Locale.Range, "low", Entered(low), "high", Entered(high), "unit", unit))
}

// LongDate writes a day as 31 July 2023, MonthOf its month as July 2023.
func (t *Text) LongDate(d day.Day) string { return t.dated(t.Locale.Date, d) }

func (t *Text) MonthOf(d day.Day) string { return t.dated(t.Locale.Month, d) }

func (t *Text) dated(pattern string, d day.Day) string {
	year, month, n := d.Date()
	return Fill(pattern, "day", strconv.Itoa(n), "month", t.Months[month-1], "year", strconv.Itoa(year))
}

// SnapshotLabel is the name of a snapshot as a date: snapshots are named after their day.
func (t *Text) SnapshotLabel(name string) string {
	d, err := day.Parse(name)
	if err != nil {
		return name
	}
	return t.LongDate(d)
}

// Amount formats FIL: three significant digits, in words where it is large.
func (t *Text) Amount(v float64) string {
	a := math.Abs(v)
	if math.IsNaN(v) {
		return "–"
	}
	for _, large := range t.Locale.Amounts {
		if a >= large.From {
			return Fill(large.Text, "n", Significant(v/large.Unit, 3))
		}
	}
	if a >= 100 {
		// 11,244 reads as 11,200: more digits would promise what the model cannot keep.
		unit := math.Pow(10, math.Floor(math.Log10(a))-2)
		return number.Grouped(number.Places(math.Round(v/unit)*unit, 0))
	}
	return Significant(v, 2)
}

// ChartLocale is that of the catalogue's language.
func (t *Text) ChartLocale() *chart.Locale {
	const year, month, n = "{YYYY}", "{MMM}", "{D}"
	return &chart.Locale{
		Numbers: t.Locale.Numbers, Dates: t.Locale.Dates, Percent: t.Locale.Percent, Under: t.underLittle(),
		Months: t.MonthsShort,
		Axis:   [3]string{Fill(t.Locale.Year, "year", year), month, Fill(t.Card.TickDay, "day", n, "month", month)},
	}
}

// Spoken is the language of the catalogue as a link has it: "" for English, which needs no saying.
func (t *Text) Spoken() string {
	if t.Site.Language == english {
		return ""
	}
	return t.Site.Language
}

// AmountText is how amounts from From on are written: in so many Units.
type AmountText struct {
	From, Unit float64
	Text       string
}

const english = "en"

// Chosen is the language that a catalogue exists in for a BCP 47 tag: "zh-CN" for any Chinese, "en" for any
// English, "" for others.
func Chosen(tag string) string {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch primary {
	case "en":
		return english
	case "zh":
		return Chinese
	}
	return ""
}

// Chinese is the tag of Simplified Chinese.
const Chinese = "zh-CN"
