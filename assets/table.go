package assets

import (
	"bytes"
	"encoding/csv"
	"math"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/model/fault"
	numbers "github.com/gasburden/gasburden/model/number"
)

// openCSV reads a table whose cells are separated by what most often stands in its first line, or by what a first line
// like sep=; says, which some programs write for Excel. Files that people take for a CSV are refused by the name of
// what they are. (A browser hands files over as text, with U+FFFD for what is no UTF-8.)
func openCSV(file string, data []byte) (*csv.Reader, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	begins := func(with string) bool { return bytes.HasPrefix(data, []byte(with)) }
	switch {
	case begins("PK\x03\x04"), begins("\xd0\xcf\x11\xe0"), begins("\ufffd\ufffd\x11"):
		return nil, &fault.Fault{Code: fault.TableWorkbook, Place: inFile(file)}
	case begins("\xff\xfe"), begins("\xfe\xff"), begins("\ufffd\ufffd"):
		return nil, &fault.Fault{Code: fault.TableUTF16, Place: inFile(file)}
	case bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("<")):
		return nil, &fault.Fault{Code: fault.TableHTML, Place: inFile(file)}
	}
	if !bytes.Contains(data, []byte("\n")) { // Excel's "CSV (Macintosh)" ends its lines by a carriage return alone
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	separator, most := ',', 0
	for _, s := range ",;\t|" {
		if n := bytes.Count(first, []byte(string(s))); n > most {
			separator, most = s, n
		}
	}
	if separator == '|' {
		return nil, &fault.Fault{Code: fault.TableSeparator, Place: onLine(file, 1),
			Value: strconv.Quote(string(separator))}
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.ReuseRecord, r.FieldsPerRecord = separator, true, -1
	if hint := bytes.TrimRight(first, "\r"); bytes.HasPrefix(bytes.ToLower(hint), []byte("sep=")) &&
		len(hint) == len("sep=,") {
		if _, err := r.Read(); err != nil {
			return nil, badCSV(file, err)
		}
	}
	return r, nil
}

// blank reports whether a row has no figure at all, as spreadsheets write rows that were emptied.
func blank(record []string) bool {
	for _, cell := range record {
		if cell != "" {
			return false
		}
	}
	return true
}

// marks are how a table writes its numbers.
type marks struct {
	separator    rune
	point, comma int // first lines that mark decimals by them, 0 for none
}

// cell reads a figure in a line; want says what is wanted instead, and is nil on success.
func (m *marks) cell(text string, d form.Domain, line int) (v float64, want *fault.Code) {
	if text == "" {
		return math.NaN(), nil
	}
	unit := ""
	if d == form.Share {
		unit = "%"
	}
	r := numbers.File(text, m.separator, unit)
	switch r.Reason {
	case numbers.NoNumber:
		return 0, fault.NumberOrEmpty
	case numbers.MayGroup:
		return 0, fault.NoGroups
	case numbers.CellMark:
		return 0, fault.PointOnly
	case numbers.OtherUnit:
		return 0, fault.NoUnit
	}
	if r.WithUnit {
		r.Value /= 100
	}
	if want := d.Check(r.Value); want != nil {
		return 0, want
	}
	switch {
	case r.Decimal == '.':
		if m.point == 0 {
			m.point = line
		}
	case r.Decimal == ',' || strings.Contains(text, "."): // points that group leave the comma for the decimals
		if m.comma == 0 {
			m.comma = line
		}
	}
	return r.Value, nil
}

// mixed is the fault of a table that marks decimals in two ways: in one of them 1.234 is a thousand.
func (m *marks) mixed(file string) error {
	if m.point == 0 || m.comma == 0 {
		return nil
	}
	return &fault.Fault{Code: fault.TableMarks, Place: inFile(file),
		Pairs: []string{"line", strconv.Itoa(m.point), "other", strconv.Itoa(m.comma)}}
}
