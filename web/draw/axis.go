package draw

import (
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/web/words"
)

// tick is a labelled place on an axis.
type tick struct {
	value float64 // of the y axis; entries of the x axis
	label string
}

// valueTicks are round values from low to high, about as many as wanted, written by unit.
func valueTicks(low, high float64, wanted int, unit func(number string) string) []tick {
	raw := (high - low) / float64(wanted)
	if !(raw > 0) || math.IsInf(raw, 0) {
		return nil
	}
	power := math.Floor(math.Log10(raw))
	step := math.Pow(10, power)
	decimals := -int(power)
	for _, round := range []float64{1, 2, 2.5, 5, 10} {
		if step = round * math.Pow(10, power); step >= raw*0.999 {
			if round == 2.5 {
				decimals++
			}
			if round == 10 {
				decimals--
			}
			break
		}
	}
	var out []tick
	for k := math.Ceil(low/step - 1e-9); float64(k*step) <= high+float64(1e-9*step) && len(out) < 3*wanted; k++ {
		value := k * step
		text := numbers.Grouped(numbers.Places(math.Abs(value), max(0, decimals)))
		if step < 1e-7 { // so many zeros tell nothing
			text = scientific(math.Abs(value), step)
		}
		if math.Abs(k) < 0.5 {
			value, text = 0, "0"
		} else if value < 0 {
			text = "−" + text
		}
		out = append(out, tick{value, unit(text)})
	}
	return out
}

// scientific writes a number of an axis whose ticks are step apart, as the page's chart does: 5E-10.
func scientific(v, step float64) string {
	digits := int(math.Floor(math.Log10(v)+1e-9) - math.Floor(math.Log10(step)+1e-9))
	mantissa, power, _ := strings.Cut(numbers.Scientific(v, max(0, digits)+2), "e-")
	if strings.Contains(mantissa, ".") {
		mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
	}
	return mantissa + "E−" + strings.TrimLeft(power, "0")
}

// calendarSteps are the steps of a date axis: days, then months.
var calendarSteps = []struct{ days, months int }{
	{1, 0}, {2, 0}, {7, 0}, {14, 0}, {0, 1}, {0, 2}, {0, 3}, {0, 6}, {0, 12}, {0, 24}, {0, 60}, {0, 120}, {0, 240},
}

// mostTicks is more labels than an axis has space for.
const mostTicks = 25

// dateTicks label the entries from..to of an axis as closely as their labels leave each other space. start
// is the day of entry 0, at the place of an entry, px.
func dateTicks(text *words.Text, start day.Day, from, to int, l *lettering, at func(entry float64) float64) []tick {
	for _, step := range calendarSteps {
		if to-from > mostTicks*(step.days+30*step.months) {
			continue
		}
		ticks := stepTicks(text, start, from, to, step.days, step.months)
		roomy := true
		for i := 1; i < len(ticks) && roomy; i++ {
			apart := at(ticks[i].value) - at(ticks[i-1].value)
			roomy = apart >= (l.width(ticks[i].label)+l.width(ticks[i-1].label))/2+24
		}
		if roomy {
			return ticks
		}
	}
	return nil
}

func stepTicks(text *words.Text, start day.Day, from, to, days, months int) []tick {
	var out []tick
	first, last := start+day.Day(from), start+day.Day(to)
	year, month, _ := first.Date()
	said := 0 // the year that the last label but a bare one was of
	add := func(d day.Day) {
		y, m, n := d.Date()
		label := ""
		switch {
		case days > 0:
			label = words.Fill(text.Card.TickDay, "day", strconv.Itoa(n), "month", text.MonthsShort[m-1])
			if y != said {
				label = words.Fill(text.Card.TickDate, "day", strconv.Itoa(n), "month", text.MonthsShort[m-1], "year",
					strconv.Itoa(y))
			}
		case months >= 12 || m == 1:
			label = words.Fill(text.Locale.Year, "year", strconv.Itoa(y))
		case y != said:
			label = words.Fill(text.Card.TickMonth, "month", text.MonthsShort[m-1], "year", strconv.Itoa(y))
		default:
			label = text.MonthsShort[m-1]
		}
		said = y
		out = append(out, tick{float64(d - start), label})
	}
	if days > 0 {
		for d := first; d <= last; d += day.Day(days) {
			add(d)
		}
		return out
	}
	// Months from a round one on: January, or January of a round year.
	count := year*12 + month - 1
	count -= count % months
	for ; ; count += months {
		d := day.Of(count/12, count%12+1, 1)
		if d > last {
			return out
		}
		if d >= first {
			add(d)
		}
	}
}
