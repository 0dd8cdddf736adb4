package assets

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// NetworkDailyFile is the name of the daily table in assets/data.
const NetworkDailyFile = "network-daily.csv"

//go:embed data/network-daily.csv
var networkDailyCSV []byte

// NetworkDaily returns the whole daily table, from 2020-10-15 on, all columns. It parses the
// embedded CSV on every call and links it: the page uses DefaultPack instead.
func NetworkDaily() (*model.Table, error) {
	return ParseNetworkDaily(NetworkDailyFile, networkDailyCSV)
}

// NetworkDailyCSV returns a copy of the embedded table as it stands. (Its hash is the business of those
// who want it: importing crypto/sha256 here would put 45 KB of start-up code into the page.)
func NetworkDailyCSV() []byte { return bytes.Clone(networkDailyCSV) }

// ParseNetworkDaily reads a table in the format of network-daily.csv: the header exactly as there, one
// row a UTC day without gaps, an empty cell for "not published" (NaN in the table), finite numbers
// in their domain (power above zero, shares 0..1, the rest zero or more). GasTotal is filled in.
// The error joins all that is wrong, each with file, line, column and value; a wrong header ends the reading, since
// without it no cell has a meaning.
func ParseNetworkDaily(file string, data []byte) (*model.Table, error) {
	r := csv.NewReader(bytes.NewReader(data))
	r.ReuseRecord = true
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if err == io.EOF {
		return nil, fmt.Errorf("%s: empty file, want a header", file)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if err := checkHeader(header); err != nil {
		return nil, fmt.Errorf("%s: line 1: %w", file, err)
	}
	t := new(model.Table)
	targets := make([]*[]float64, len(dailyColumns))
	for i, c := range dailyColumns {
		targets[i] = c.of(t)
	}
	var faults []error
	fail := func(format string, args ...any) { faults = append(faults, fmt.Errorf(file+": "+format, args...)) }
	next := day.Day(-1) // the day that the row must have; none yet
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			fail("%w", err)
			next++ // the row that cannot be read counts as a day
			continue
		}
		line, _ := r.FieldPos(0)
		d, err := checkDay(next, record[0])
		if err != nil {
			fail("line %d: column 1, date: %w", line, err)
		}
		if next < 0 {
			t.First = d
		}
		next = d + 1 // so that a gap is one fault, not one on every row after it
		if len(record) != len(dailyColumns)+1 {
			fail("line %d (%s): %d cells, want %d", line, record[0], len(record), len(dailyColumns)+1)
			continue
		}
		for i, c := range dailyColumns {
			v, err := c.cell(record[i+1])
			if err != nil {
				fail("line %d (%s): column %d, %s: %w", line, record[0], i+2, c.name, err)
			}
			*targets[i] = append(*targets[i], v)
		}
	}
	if t.Len() == 0 && len(faults) == 0 {
		fail("no rows after the header")
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	t.GasTotal, t.GasOnboarding = totalGas(t), onboardingGas(t)
	return t, nil
}

// EncodeNetworkDaily writes a table in the format of network-daily.csv: FIL to a hundredth, gas in whole units, other
// numbers in their shortest form, which read back bit for bit. It returns an error for a table that ParseNetworkDaily would refuse.
func EncodeNetworkDaily(t *model.Table) ([]byte, error) {
	text := []byte("date")
	for _, c := range dailyColumns {
		text = append(text, ',')
		text = append(text, c.name...)
		if n := len(*c.of(t)); n != t.Len() {
			return nil, fmt.Errorf("encode table: %s has %d entries, want %d", c.name, n, t.Len())
		}
	}
	for i := range t.Len() {
		text = append(text, '\n')
		text = t.Date(i).AppendISO(text)
		for _, c := range dailyColumns {
			text = append(text, ',')
			if v := (*c.of(t))[i]; !math.IsNaN(v) {
				text = strconv.AppendFloat(text, v, 'f', c.decimals, 64)
			}
		}
	}
	text = append(text, '\n')
	if _, err := ParseNetworkDaily("encode table", text); err != nil {
		return nil, err
	}
	return text, nil
}

func checkHeader(header []string) error {
	for i, c := range dailyColumns {
		if i+1 >= len(header) {
			return fmt.Errorf("column %s is missing", c.name)
		}
		if header[i+1] != c.name {
			return fmt.Errorf("column %d is %q, want %q", i+2, header[i+1], c.name)
		}
	}
	if header[0] != "date" {
		return fmt.Errorf("column 1 is %q, want %q", header[0], "date")
	}
	if len(header) > len(dailyColumns)+1 {
		return fmt.Errorf("unknown column %q", header[len(dailyColumns)+1])
	}
	return nil
}

// checkDay reads the date of a row: any day from the network's start on if next is below zero, else next. With an
// error it returns the day to go on from.
func checkDay(next day.Day, cell string) (day.Day, error) {
	d, err := day.Parse(cell)
	switch {
	case err != nil:
		return next, err
	case next < 0 && d < mechafil.NetworkStart:
		return d, fmt.Errorf("%q: want %s or later", cell, mechafil.NetworkStart)
	case next >= 0 && d != next:
		return d, fmt.Errorf("%q: want %s, the day after the row before", cell, next)
	}
	return d, nil
}

func (c column) cell(text string) (float64, error) {
	if text == "" {
		return math.NaN(), nil
	}
	// ParseFloat alone would also take hexadecimal, underscores, "inf" and "nan".
	if strings.Trim(text, "0123456789+-.eE") != "" {
		return 0, fmt.Errorf("%q: want a number or an empty cell", text)
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil && !math.IsInf(v, 0) {
		return 0, fmt.Errorf("%q: want a number or an empty cell", text)
	}
	if fault := c.domain.fault(v); fault != "" {
		return 0, fmt.Errorf("%q: %s", text, fault)
	}
	return v, nil
}

// totalGas is the sum of the seven gas columns by day; NaN where one of them is.
func totalGas(t *model.Table) []float64 {
	return sumOf(t.GasOther, t.GasPublishStorageDeals, t.GasProveCommitSector, t.GasProveCommitAggregate,
		t.GasPreCommitSector, t.GasPreCommitSectorBatch, t.GasSubmitWindowedPoSt)
}

func onboardingGas(t *model.Table) []float64 {
	return sumOf(t.GasPublishStorageDeals, t.GasProveCommitSector, t.GasProveCommitAggregate, t.GasPreCommitSector, t.GasPreCommitSectorBatch)
}

// sumOf adds columns day by day; NaN where one of them is.
func sumOf(first []float64, others ...[]float64) []float64 {
	total := slices.Clone(first)
	for _, part := range others {
		for i, v := range part {
			total[i] += v
		}
	}
	return total
}
