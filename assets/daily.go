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

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
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

// ParseNetworkDaily reads a table in the format of network-daily.csv: the header exactly as there, though without the
// columns of fees and of total gas if there are none, one row a UTC day without gaps, an empty cell for "not published"
// (NaN in the table), finite numbers in their domain (power above zero, shares 0..1, the rest zero or more). GasTotal
// is filled in. Spreadsheets write such a table in the manner of their country: a byte order mark may begin it,
// semicolons or tabs may separate its cells, and package number says how its numbers are read. The error joins all that
// is wrong, each with file, line, column and value; a wrong header ends the reading, since without it no cell has a
// meaning.
func ParseNetworkDaily(file string, data []byte) (*model.Table, error) {
	t, err := parseTable(file, data, dailyColumns, optionalColumns())
	if err != nil {
		return nil, err
	}
	published := t.GasTotal
	t.GasTotal, t.GasOnboarding = totalGas(t), onboardingGas(t)
	for i, v := range published {
		if math.IsNaN(t.GasTotal[i]) {
			t.GasTotal[i] = v
		}
	}
	fillShown(t, packColumns(), t.Len())
	if err := checkFees(file, t); err != nil {
		return nil, err
	}
	return t, nil
}

// parseTable reads a table that has some columns after the date, and may have others after them.
func parseTable(file string, data []byte, want, optional []column) (*model.Table, error) {
	r, err := openCSV(file, data)
	if err != nil {
		return nil, err
	}
	header, err := r.Read()
	if err == io.EOF {
		return nil, &fault.Fault{Code: fault.TableEmpty, Place: inFile(file)}
	}
	if err != nil {
		return nil, badCSV(file, err)
	}
	row, _ := r.FieldPos(0)
	columns, err := readHeader(onLine(file, row), header, want, optional)
	if err != nil {
		return nil, err
	}
	t := new(model.Table)
	targets := make([]*[]float64, len(columns))
	for i, c := range columns {
		targets[i] = c.of(t)
	}
	var faults []error
	fail := func(err error) {
		if err != nil {
			faults = append(faults, err)
		}
	}
	marks := marks{separator: r.Comma}
	next := day.Day(-1) // the day that the row must have; none yet
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			fail(badCSV(file, err))
			if next >= 0 {
				next++ // the row that cannot be read counts as a day
			}
			continue
		}
		if blank(record) { // should it stand for a day, the next row's date says so
			continue
		}
		line, _ := r.FieldPos(0)
		d, err := checkDay(onLine(file, line), next, record[0])
		fail(err)
		if next < 0 {
			t.First = d
		}
		next = d + 1 // so that a gap is one fault, not one on every row after it
		if len(record) != len(columns)+1 {
			fail(&fault.Fault{Code: fault.TableCells, Place: onRow(file, line, record[0]),
				Pairs: []string{"n", strconv.Itoa(len(record)), "want", strconv.Itoa(len(columns) + 1)}})
			continue
		}
		for i, c := range columns {
			v, want := marks.cell(record[i+1], c.domain, line)
			if want != nil {
				fail(&fault.Fault{Code: fault.TableCell, Place: onRow(file, line, record[0]), Field: c.name,
					Value: strconv.Quote(record[i+1]), Legal: fault.Plainly(want),
					Pairs: []string{"column", strconv.Itoa(i + 2)}})
			}
			*targets[i] = append(*targets[i], v)
		}
	}
	fail(marks.mixed(file))
	if len(*targets[0]) == 0 && len(faults) == 0 {
		fail(&fault.Fault{Code: fault.TableNoRows, Place: inFile(file)})
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return t, nil
}

// EncodeNetworkDaily writes a table in the format of network-daily.csv: FIL to a hundredth, gas in whole units, other
// numbers in their shortest form, which read back bit for bit. It returns an error for a table that ParseNetworkDaily
// would refuse.
func EncodeNetworkDaily(t *model.Table) ([]byte, error) {
	columns := slices.Clone(dailyColumns)
	for _, c := range optionalColumns() {
		if slices.ContainsFunc(*c.of(t), isNumber) {
			columns = append(columns, c)
		}
	}
	for _, c := range columns {
		if n := len(*c.of(t)); n != t.Len() {
			return nil, fmt.Errorf("encode table: %s has %d entries, want %d", c.name, n, t.Len())
		}
	}
	t = withoutSums(t)
	if last := len(columns) - 1; columns[last].name == gasTotal.name && !slices.ContainsFunc(t.GasTotal, isNumber) {
		columns = columns[:last]
	}
	record := []string{"date"}
	for _, c := range columns {
		record = append(record, c.name)
	}
	var text bytes.Buffer
	w := csv.NewWriter(&text)
	w.Write(record) // into a buffer, which never fails
	for i := range t.Len() {
		record[0] = t.Date(i).String()
		for k, c := range columns {
			record[k+1] = ""
			if v := (*c.of(t))[i]; !math.IsNaN(v) {
				record[k+1] = strconv.FormatFloat(v, 'f', c.decimals, 64)
			}
		}
		w.Write(record)
	}
	w.Flush()
	if _, err := ParseNetworkDaily("encode table", text.Bytes()); err != nil {
		return nil, err
	}
	return text.Bytes(), nil
}

// badCSV is what package csv says of a file.
func badCSV(file string, err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return fmt.Errorf("%s: %w", file, err)
	}
	var cause error = parse.Err
	switch parse.Err {
	case csv.ErrBareQuote:
		cause = fault.CSVBareQuote
	case csv.ErrQuote:
		cause = fault.CSVQuote
	}
	return &fault.Fault{Code: fault.TableCSV, Cause: cause, Place: fault.At(fault.AtColumn, "file", file,
		"line", strconv.Itoa(parse.Line), "column", strconv.Itoa(parse.Column))}
}

// inFile, onLine and onRow are where in a table a fault is.
func inFile(file string) *fault.Place {
	return fault.At(fault.InFile, "file", file)
}

//go:noinline
func onLine(file string, line int) *fault.Place {
	return fault.At(fault.OnLine, "file", file, "line", strconv.Itoa(line))
}

func onRow(file string, line int, date string) *fault.Place {
	return fault.At(fault.OnRow, "file", file, "line", strconv.Itoa(line), "date", date)
}

// readHeader returns the columns that a header names after the date: those wanted, and of the optional what it has.
func readHeader(place *fault.Place, header []string, want, optional []column) ([]column, error) {
	wrong := func(i int, want string) ([]column, error) {
		return nil, &fault.Fault{Code: fault.TableColumn, Place: place, Value: strconv.Quote(header[i-1]),
			Pairs: []string{"column", strconv.Itoa(i), "want", strconv.Quote(want)}}
	}
	columns := slices.Clone(want)
	for i, c := range columns {
		if i+1 >= len(header) {
			return nil, &fault.Fault{Code: fault.TableColumnMissing, Place: place, Field: c.name}
		}
		if header[i+1] != c.name {
			return wrong(i+2, c.name)
		}
	}
	if header[0] != "date" {
		return wrong(1, "date")
	}
	for _, c := range optional {
		if next := len(columns) + 1; next < len(header) && header[next] == c.name {
			columns = append(columns, c)
		}
	}
	if len(header) > len(columns)+1 {
		return nil, &fault.Fault{Code: fault.TableColumnUnknown, Place: place,
			Value: strconv.Quote(header[len(columns)+1])}
	}
	return columns, nil
}

// checkDay reads the date of a row: any day from the network's start on if next is below zero, else next. With an
// error it returns the day to go on from.
func checkDay(place *fault.Place, next day.Day, cell string) (day.Day, error) {
	d, err := day.Parse(cell)
	refused := &fault.Fault{Place: place, Field: "date", Value: strconv.Quote(cell)}
	switch {
	case err != nil:
		refused.Code, d = fault.TableNoDay, next
	case next < 0 && d < mechafil.NetworkStart:
		refused.Code, refused.Pairs = fault.TableEarly, []string{"want", mechafil.NetworkStart.String()}
	case next >= 0 && d != next:
		refused.Code, refused.Pairs = fault.TableGap, []string{"want", next.String()}
	default:
		return d, nil
	}
	return d, refused
}

// totalGas is the sum of the seven gas columns by day; NaN where one of them is.
func totalGas(t *model.Table) []float64 {
	return sumOf(t.GasOther, t.GasPublishStorageDeals, t.GasProveCommitSector, t.GasProveCommitAggregate,
		t.GasPreCommitSector, t.GasPreCommitSectorBatch, t.GasSubmitWindowedPoSt)
}

// withoutSums is the table with the total gas of those days alone whose kinds were not published.
func withoutSums(t *model.Table) *model.Table {
	out := *t
	out.GasTotal = slices.Clone(t.GasTotal)
	for i, sum := range totalGas(t) {
		if !math.IsNaN(sum) && i < len(out.GasTotal) {
			out.GasTotal[i] = math.NaN()
		}
	}
	return &out
}

func onboardingGas(t *model.Table) []float64 {
	return sumOf(t.GasPublishStorageDeals, t.GasProveCommitSector, t.GasProveCommitAggregate,
		t.GasPreCommitSector, t.GasPreCommitSectorBatch)
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
