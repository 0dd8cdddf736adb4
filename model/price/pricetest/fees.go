// Package pricetest reads the measured fees that tests of the price of gas are held against.
package pricetest

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// Fees are the base fees in nanoFIL per gas, and Burnt what was burnt for gas in FIL a day: testdata/fees.csv.
func Fees(t testing.TB) model.DaySeries  { return read(t, "fees.csv", 1) }
func Burnt(t testing.TB) model.DaySeries { return read(t, "fees.csv", 2) }

// PowerAfter and OnboardedAfter are raw power (EiB) and raw onboarding (PiB a day) after the daily table ends.
func PowerAfter(t testing.TB) model.DaySeries     { return read(t, "network-after.csv", 1) }
func OnboardedAfter(t testing.TB) model.DaySeries { return read(t, "network-after.csv", 2) }

func read(t testing.TB, name string, column int) model.DaySeries {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	file, err := os.Open(filepath.Join(filepath.Dir(here), "..", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var s model.DaySeries
	for _, row := range rows[1:] {
		d, err := day.Parse(row[0])
		if err != nil {
			t.Fatal(err)
		}
		if len(s.Values) == 0 {
			s.First = d
		}
		v := math.NaN()
		if row[column] != "" {
			if v, err = strconv.ParseFloat(row[column], 64); err != nil {
				t.Fatal(err)
			}
		}
		for s.First+day.Day(len(s.Values)) < d {
			s.Values = append(s.Values, math.NaN())
		}
		s.Values = append(s.Values, v)
	}
	return s
}
