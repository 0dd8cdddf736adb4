package day_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/gasburden/gasburden/model/day"
)

// check compares everything a day says of itself with package time.
func check(t *testing.T, d day.Day) {
	t.Helper()
	want := time.Unix(int64(d)*86400, 0).UTC()
	year, month, dayOfMonth := d.Date()
	if year != want.Year() || month != int(want.Month()) || dayOfMonth != want.Day() {
		t.Fatalf("day %d is %d-%d-%d, want %s", int32(d), year, month, dayOfMonth, want.Format(time.DateOnly))
	}
	if got := day.Of(year, month, dayOfMonth); got != d {
		t.Fatalf("Of(%d, %d, %d) = %d, want %d", year, month, dayOfMonth, int32(got), int32(d))
	}
	if got := d.String(); got != want.Format(time.DateOnly) {
		t.Fatalf("%s, want %s", got, want.Format(time.DateOnly))
	}
	if got := d.YearMonth(); got != want.Format("2006-01") {
		t.Fatalf("%s, want %s", got, want.Format("2006-01"))
	}
	if got := d.Unix(); got != want.Unix() {
		t.Fatalf("%s: Unix %d, want %d", d, got, want.Unix())
	}
	if got, want := d.FirstOfMonth(), int64(d)-int64(dayOfMonth-1); int64(got) != want && want >= math.MinInt32 {
		t.Fatalf("%s: the month begins on %s", d, got)
	}
	if year < 0 || year > 9999 {
		return
	}
	if back, err := day.Parse(d.String()); err != nil || back != d {
		t.Fatalf("%s reads back as %s, %v", d, back, err)
	}
}

func TestAgainstPackageTime(t *testing.T) {
	first, last := day.Of(1900, 1, 1), day.Of(2200, 12, 31)
	if got := int(last - first + 1); got != 301*365+73 { // leap years 1904..2196 but 2100
		t.Fatalf("%d days from 1900 to 2200", got)
	}
	for d := first; d <= last; d++ {
		check(t, d)
		for _, n := range []int{-25, -12, -1, 0, 1, 11, 12, 13} {
			if got, want := d.AddMonths(n), time.Unix(d.Unix(), 0).UTC().AddDate(0, n, 0); got.Unix() != want.Unix() {
				t.Fatalf("%s and %d months is %s, want %s", d, n, got, want.Format(time.DateOnly))
			}
		}
	}
}

// TestFarDays: around the years that String and the leap rule treat apart, and at the ends of the type.
func TestFarDays(t *testing.T) {
	for _, year := range []int{-400000, -401, -400, -100, -1, 0, 1, 4, 100, 400, 999, 1000, 1582, 9999, 10000, 123456} {
		for d := day.Of(year, 1, 1) - 400; d < day.Of(year, 1, 1)+400; d++ {
			check(t, d)
		}
	}
	check(t, math.MinInt32)
	check(t, math.MaxInt32)
}

func TestOf(t *testing.T) {
	if got := day.Of(1970, 1, 1); got != 0 {
		t.Errorf("the zero day is %d", got)
	}
	for year := 1995; year <= 2005; year++ {
		for month := -30; month <= 30; month++ {
			for dayOfMonth := -400; dayOfMonth <= 400; dayOfMonth += 7 {
				got, want := day.Of(year, month, dayOfMonth), time.Date(year, time.Month(month), dayOfMonth, 0, 0, 0, 0,
					time.UTC)
				if got.Unix() != want.Unix() {
					t.Fatalf("Of(%d, %d, %d) = %s, want %s", year, month, dayOfMonth, got, want.Format(time.DateOnly))
				}
			}
		}
	}
}

func TestLeapYears(t *testing.T) {
	for _, c := range []struct {
		year int
		leap bool
	}{{1600, true}, {1900, false}, {2000, true}, {2023, false}, {2024, true}, {2100, false}, {2400, true}, {0, true}} {
		text := fmt.Sprintf("%04d-02-29", c.year)
		if d, err := day.Parse(text); (err == nil) != c.leap {
			t.Errorf("%s: %v, %v", text, d, err)
		}
		want := 365
		if c.leap {
			want++
		}
		if got := int(day.Of(c.year+1, 1, 1) - day.Of(c.year, 1, 1)); got != want {
			t.Errorf("%d has %d days, want %d", c.year, got, want)
		}
	}
}

func TestArithmetic(t *testing.T) {
	start, snapshot := day.Of(2022, 10, 10), day.Of(2025, 9, 9)
	if got := snapshot - start; got != 1065 { // the latest snapshot's history
		t.Errorf("%d days", got)
	}
	if got := day.Of(2024, 2, 28) + 2; got != day.Of(2024, 3, 1) {
		t.Errorf("two days after 2024-02-28 is %s", got)
	}
	if got := day.Of(2023, 1, 31).AddMonths(1); got != day.Of(2023, 3, 3) {
		t.Errorf("a month after 2023-01-31 is %s", got)
	}
}

func TestFormats(t *testing.T) {
	d := day.Of(2023, 7, 1)
	for _, c := range []struct{ got, want string }{
		{fmt.Sprint(d), "2023-07-01"},
		{fmt.Sprintf("%s %v", d, []day.Day{d}), "2023-07-01 [2023-07-01]"},
		{fmt.Sprintf("%#v", struct{ First day.Day }{d}), "struct { First day.Day }{First:day.Of(2023, 7, 1)}"},
		{string(d.AppendISO([]byte("on "))), "on 2023-07-01"},
		{d.YearMonth(), "2023-07"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "2023", "2023-07", "2023-07-", "2023-7-31", "2023-07-3", "23-07-31", "12023-07-31", "2023-07-311",
		" 2023-07-31", "2023-07-31 ", "2023-07-31T00:00:00Z", "2023/07/31", "2023-07/31", "20230731", "2023--0731",
		"31-07-2023", "31.07.2023",
		"2023-00-10", "2023-13-10", "2023-07-00", "2023-07-32", "2023-04-31", "2023-02-29", "1900-02-29", "2023-99-99",
		"0000-00-00",
		"+023-07-31", "-023-07-31", "2023-+7-31", "2023-07-+1", "2o23-07-31", "２０23-07-31", "2023-07-3\x00",
		"\xff023-07-31",
	} {
		d, err := day.Parse(text)
		if err == nil || d != 0 {
			t.Errorf("%q: %s, %v, want an error", text, d, err)
			continue
		}
		if want := fmt.Sprintf("%q: want a day like 2023-07-31", text); err.Error() != want {
			t.Errorf("error %q, want %q", err, want)
		}
		if _, err := time.Parse(time.DateOnly, text); err == nil {
			t.Errorf("%q: package time takes it", text)
		}
	}
}

// FuzzParse: Parse takes what package time takes, and means the same.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"2023-07-31", "2024-02-29", "2023-02-29", "1970-01-01", "0000-01-01", "9999-12-31",
		"2023-7-31", "2023-07-31Z", "", strings.Repeat("-", 10)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := day.Parse(text)
		want, wantErr := time.Parse(time.DateOnly, text)
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("%q: %v, package time says %v", text, err, wantErr)
		}
		if err == nil && (got.Unix() != want.Unix() || got.String() != text) {
			t.Errorf("%q is %s", text, got)
		}
	})
}

// FuzzDay: any number is a day that package time agrees with.
func FuzzDay(f *testing.F) {
	for _, n := range []int32{0, -1, 59, 19569, -719468, -719529, math.MaxInt32, math.MinInt32} {
		f.Add(n)
	}
	f.Fuzz(func(t *testing.T, n int32) { check(t, day.Day(n)) })
}
