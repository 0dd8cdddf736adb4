package assets

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

// The readings are of days that the table does not reach, or has no figure of, and say what was said of them: 5,420 FIL
// burnt a day from April to September 2026, 1,813 from 2026-09-23 to 09-25.
func TestReadings(t *testing.T) {
	readings, err := Readings()
	if err != nil {
		t.Fatal(err)
	}
	table, err := NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	var burnt []Reading
	for _, r := range readings {
		row := table.Row(r.Day)
		switch r.Figure {
		case "burnt_fil":
			burnt = append(burnt, r)
		case "circulating_fil":
			if !math.IsNaN(table.CirculatingFIL[row]) {
				t.Errorf("the table has a supply of %s", r.Day)
			}
			if next := table.CirculatingFIL[table.Row(day.Of(2025, 9, 14))]; r.Value > next || next > 1.002*r.Value {
				t.Errorf("%v circulate on %s and %v five days later", r.Value, r.Day, next)
			}
		}
	}
	last := table.Len() - 1
	for _, c := range []struct{ got, want float64 }{
		// The table's figure is of the end of its last day.
		{(burnt[0].Value - table.BurntFIL[last]) / (burnt[0].At() - float64(table.Date(last)+1)), 5420},
		{(burnt[1].Value - burnt[0].Value) / (burnt[1].At() - burnt[0].At()), 1813},
	} {
		if math.Abs(c.got-c.want) > 20 {
			t.Errorf("%v FIL burnt a day, want %v", c.got, c.want)
		}
	}
}

func TestParseReadingsRefuses(t *testing.T) {
	text := string(ReadingsCSV())
	for name, c := range map[string]struct{ was, is, want string }{
		"header": {"time_utc", "time", "want the header"},
		"day":    {"2026-07-04", "2026-07-34", `line 3: date is "2026-07-34"`},
		"time":   {"10:46", "24:46", `line 4: time_utc is "24:46", want a time HH:MM`},
		"figure": {"qa_power_pib", "qa_power", `figure is "qa_power"`},
		"value":  {"14760", "-1", `value is "-1", want a finite number above zero`},
		"unit":   {"14760,PiB", "14760,EiB", `unit is "EiB", want PiB`},
		"order":  {"2026-09-25", "2026-09-22", "in the order of time"},
	} {
		_, err := ParseReadings("f", []byte(strings.Replace(text, c.was, c.is, 1)))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	if _, err := ParseReadings("f", nil); err == nil {
		t.Error("no error for an empty file")
	}
}
