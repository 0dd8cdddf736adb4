// Package day counts calendar days in UTC. The simulator needs no hours, and package time, where a value of
// its type reaches an interface, adds 47 KB gzip of formatting and parsing to the page.
package day

import (
	"errors"
	"strconv"
)

// Day is a day of the Gregorian calendar: the number of days since 1970-01-01, the zero value.
// d+1 is the day after d, and d2-d1 the number of days between two.
type Day int32

// Of is the day of a date. A month beyond 1..12 or a day beyond its month carries over, as in
// time.Date: Of(2023, 13, 0) is 2023-12-31. Years must lie within ±5 million.
func Of(year, month, dayOfMonth int) Day {
	// The year is taken to begin in March, so that the leap day is its last.
	// Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
	m := month - 3
	y := year + floor(m, 12)
	m -= 12 * floor(m, 12)
	return Day(365*y + floor(y, 4) - floor(y, 100) + floor(y, 400) + (153*m+2)/5 + dayOfMonth - 1 - marchOfYear0)
}

// marchOfYear0 is how many days 0000-03-01 lies before 1970-01-01.
const marchOfYear0 = 719468

// Date is the year, the month (1..12) and the day of the month.
func (d Day) Date() (year, month, dayOfMonth int) {
	// Source: as Of, civil_from_days.
	const era = 146097 // days in 400 years
	days := int(d) + marchOfYear0
	eras := floor(days, era)
	rest := days - era*eras
	y := (rest - rest/1460 + rest/36524 - rest/(era-1)) / 365
	ofYear := rest - (365*y + y/4 - y/100)
	m := (5*ofYear + 2) / 153 // 0 is March
	year, month, dayOfMonth = 400*eras+y, m+3, ofYear-(153*m+2)/5+1
	if month > 12 {
		return year + 1, month - 12, dayOfMonth
	}
	return year, month, dayOfMonth
}

// floor is a/b rounded down, for b above zero.
func floor(a, b int) int {
	if a < 0 {
		a -= b - 1
	}
	return a / b
}

// Parse reads a date of the calendar as String writes it, in the years 0000 to 9999.
func Parse(text string) (Day, error) {
	if d, ok := parse(text); ok {
		return d, nil
	}
	return 0, errors.New(strconv.Quote(text) + ": want a day like 2023-07-31")
}

func parse(text string) (d Day, ok bool) {
	if len(text) != len("2023-07-31") {
		return 0, false
	}
	var part [3]int
	k := 0
	for i := range len(text) {
		switch c := text[i]; {
		case i == 4 || i == 7:
			if c != '-' {
				return 0, false
			}
			k++
		case c < '0' || c > '9':
			return 0, false
		default:
			part[k] = 10*part[k] + int(c-'0')
		}
	}
	d = Of(part[0], part[1], part[2])
	// What is not in the calendar carries over, and comes back as another date.
	year, month, dayOfMonth := d.Date()
	return d, part == [3]int{year, month, dayOfMonth}
}

// String is the date in ISO form, as in 2023-07-31.
func (d Day) String() string { return string(d.AppendISO(make([]byte, 0, len("2023-07-31")))) }

// MarshalText is the ISO form, which JSON quotes.
func (d Day) MarshalText() ([]byte, error) { return d.AppendISO(nil), nil }

// YearMonth is the month in ISO form, as in 2023-07.
func (d Day) YearMonth() string {
	text := d.String()
	return text[:len(text)-len("-31")]
}

// AppendISO appends the date in ISO form.
func (d Day) AppendISO(dst []byte) []byte {
	year, month, dayOfMonth := d.Date()
	if year < 0 {
		dst = append(dst, '-')
		year = -year
	}
	for least := 1000; least > 1 && year < least; least /= 10 {
		dst = append(dst, '0')
	}
	dst = strconv.AppendInt(dst, int64(year), 10)
	return append(dst, '-', byte('0'+month/10), byte('0'+month%10), '-', byte('0'+dayOfMonth/10),
		byte('0'+dayOfMonth%10))
}

// GoString is the call of Of that makes the day, for generated code.
func (d Day) GoString() string {
	year, month, dayOfMonth := d.Date()
	return "day.Of(" + strconv.Itoa(year) + ", " + strconv.Itoa(month) + ", " + strconv.Itoa(dayOfMonth) + ")"
}

// FirstOfMonth is the first day of the day's month.
func (d Day) FirstOfMonth() Day {
	_, _, dayOfMonth := d.Date()
	return d - Day(dayOfMonth-1)
}

// AddMonths is the day n months later. Where that month is too short the rest carries over, as in
// time.Time.AddDate: a month after 2023-01-31 is 2023-03-03.
func (d Day) AddMonths(n int) Day {
	year, month, dayOfMonth := d.Date()
	return Of(year, month+n, dayOfMonth)
}

// Unix is the day's first second, in seconds since 1970-01-01.
func (d Day) Unix() int64 { return int64(d) * 86400 }
