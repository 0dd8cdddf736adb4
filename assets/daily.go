package assets

import (
	"bytes"
	_ "embed"
	"encoding/csv"
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

// NetworkDaily returns the whole daily table, 2020-10-15 to 2025-09-09, all columns. It parses the
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
// An error names file, line, column and value.
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
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		line, _ := r.FieldPos(0)
		if len(record) != len(dailyColumns)+1 {
			return nil, fmt.Errorf("%s: line %d: %d cells, want %d", file, line, len(record), len(dailyColumns)+1)
		}
		if err := checkDay(t, record[0]); err != nil {
			return nil, fmt.Errorf("%s: line %d: date: %w", file, line, err)
		}
		for i, c := range dailyColumns {
			v, err := c.cell(record[i+1])
			if err != nil {
				return nil, fmt.Errorf("%s: line %d (%s): %s: %w", file, line, record[0], c.name, err)
			}
			*targets[i] = append(*targets[i], v)
		}
	}
	if t.Len() == 0 {
		return nil, fmt.Errorf("%s: no rows after the header", file)
	}
	t.GasTotal, t.GasOnboarding = totalGas(t), onboardingGas(t)
	return t, nil
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

// checkDay takes the date of the next row: any day from the network's start on, then each the day after.
func checkDay(t *model.Table, cell string) error {
	d, err := day.Parse(cell)
	switch {
	case err != nil:
		return err
	case t.Len() == 0 && d < mechafil.NetworkStart:
		return fmt.Errorf("%q: want %s or later", cell, mechafil.NetworkStart)
	case t.Len() == 0:
		t.First = d
	case d != t.Date(t.Len()):
		return fmt.Errorf("%q: want %s, the day after the row before", cell, t.Date(t.Len()))
	}
	return nil
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
