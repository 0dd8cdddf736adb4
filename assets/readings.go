package assets

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/model/day"
)

// ReadingsFile is the name of the single figures that were published of days which the daily table does not reach or,
// as of a snapshot's own day, must not change any more.
const ReadingsFile = "readings.csv"

//go:embed data/readings.csv
var readingsCSV []byte

// Reading is one such figure. Forecasts are held against it; no curve follows from it.
type Reading struct {
	Day    day.Day
	Minute int    // of the UTC day; 0 where it is of the whole day
	Figure string // "circulating_fil", "qa_power_pib" or "burnt_fil"
	Value  float64
	Source string
}

// At is the reading's moment in days since 1970.
func (r *Reading) At() float64 { return float64(r.Day) + float64(r.Minute)/(24*60) }

// ReadingsCSV is the file. No release changes it.
func ReadingsCSV() []byte { return readingsCSV }

// Readings returns all readings in the order of time. Commands, the site's build and tests call it.
func Readings() ([]Reading, error) { return ParseReadings(ReadingsFile, readingsCSV) }

// readingUnits are the figures that a reading may be of, and their units.
var readingUnits = map[string]string{"circulating_fil": "FIL", "qa_power_pib": "PiB", "burnt_fil": "FIL"}

// ParseReadings reads a file in the form of readings.csv. An error names file, line, column and value.
func ParseReadings(file string, data []byte) ([]Reading, error) {
	r := csv.NewReader(bytes.NewReader(data))
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	const head = "date,time_utc,figure,value,unit,source"
	if len(rows) < 2 || strings.Join(rows[0], ",") != head {
		return nil, fmt.Errorf("%s: want the header %s and a reading", file, head)
	}
	var all []Reading
	for i, row := range rows[1:] {
		wrong := func(column int, want string) ([]Reading, error) {
			return nil, fmt.Errorf("%s line %d: %s is %q, want %s", file, i+2, rows[0][column], row[column], want)
		}
		reading := Reading{Figure: row[2], Source: row[5]}
		if reading.Day, err = day.Parse(row[0]); err != nil {
			return wrong(0, "a day YYYY-MM-DD")
		}
		if row[1] != "" {
			var hour, minute int
			if n, _ := fmt.Sscanf(row[1], "%02d:%02d", &hour, &minute); n != 2 || len(row[1]) != 5 || hour < 0 ||
				hour > 23 || minute < 0 || minute > 59 {
				return wrong(1, "a time HH:MM")
			}
			reading.Minute = 60*hour + minute
		}
		switch unit, ok := readingUnits[row[2]]; {
		case !ok:
			return wrong(2, "circulating_fil, qa_power_pib or burnt_fil")
		case unit != row[4]:
			return wrong(4, unit)
		case row[5] == "":
			return wrong(5, "where it was published")
		}
		reading.Value, err = strconv.ParseFloat(row[3], 64)
		if err != nil || form.Positive.Check(reading.Value) != nil {
			return wrong(3, "a finite number above zero")
		}
		if len(all) > 0 && reading.At() <= all[len(all)-1].At() {
			return wrong(0, "readings in the order of time")
		}
		all = append(all, reading)
	}
	return all, nil
}
