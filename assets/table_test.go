package assets

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// spreadsheet is threeDays as a spreadsheet writes it: with a separator, and a mark before decimals.
func spreadsheet(separator, decimal string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(string(threeDays()), ".", "\x00"), ",", separator),
		"\x00", decimal)
}

// The table of a reader in another country is the same table.
func TestParseNetworkDailyOfSpreadsheets(t *testing.T) {
	want, err := ParseNetworkDaily("f", threeDays())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"byte order mark":                 "\ufeff" + string(threeDays()),
		"semicolons":                      spreadsheet(";", "."),
		"semicolons, decimal commas":      spreadsheet(";", ","),
		"tabs":                            spreadsheet("\t", "."),
		"tabs, decimal commas":            "\ufeff" + strings.ReplaceAll(spreadsheet("\t", ","), "\n", "\r\n"),
		"full-width digits":               strings.ReplaceAll(spreadsheet(";", ","), "7e0", "７"),
		"spaces around":                   strings.ReplaceAll(spreadsheet(",", "."), ",7e0", ", 7 "),
		"quoted cells":                    strings.ReplaceAll(spreadsheet(";", ","), "7e0", `"7,0"`),
		"a line that names the separator": "\ufeffsep=;\r\n" + strings.ReplaceAll(spreadsheet(";", ","), "\n", "\r\n"),
		"lines of an old Mac":             strings.ReplaceAll(spreadsheet(";", ","), "\n", "\r"),
		"emptied rows": string(threeDays()) + strings.Repeat(strings.Repeat(",", len(dailyColumns))+
			"\n", 3),
		"shares in percent": strings.Replace(spreadsheet(";", ","), ";0,85;", ";85 %;", 1),
	} {
		got, err := ParseNetworkDaily("f", []byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, c := range dailyColumns {
			if !slices.EqualFunc(*c.of(got), *c.of(want), func(a, b float64) bool {
				return a == b || math.IsNaN(a) &&
					math.IsNaN(b)
			}) {
				t.Errorf("%s: %s is %v, want %v", name, c.name, *c.of(got), *c.of(want))
			}
		}
	}
	groups := strings.Replace(spreadsheet(";", ","), "7e0", "1.234.567,25", 1)
	if got, err := ParseNetworkDaily("f", []byte(groups)); err != nil || got.RawPowerEiB[2] != 1234567.25 {
		t.Errorf("groups of digits: %v", err)
	}
}

// Nothing can be shown beside a cell, so what may be read in two ways is refused with its line.
func TestParseNetworkDailyRefusesTwoReadings(t *testing.T) {
	german := spreadsheet(";", ",")
	for _, c := range []struct{ name, old, new, want string }{
		{"comma before three digits", "7e0", "1,234",
			`f: line 4 (2022-01-03): column 2, raw_power_eib: "1,234": want no comma before three digits`},
		{"zero and three digits", "7e0", "0,853",
			`f: line 4 (2022-01-03): column 2, raw_power_eib: "0,853": want no comma before three digits`},
		{"grouped by commas", "7e0", "1,234,567", `"1,234,567": want no comma before three digits`},
		{"a point that may group", "7e0", "1.234", "f: line 4 has a decimal point and line 2 a decimal comma"},
		{"a point", "7e0", "1.5", "f: line 4 has a decimal point and line 2 a decimal comma"},
	} {
		_, err := ParseNetworkDaily("f", []byte(strings.Replace(german, c.old, c.new, 1)))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
	grouped := strings.Replace(spreadsheet(";", "."), "7e0", "1.234.567", 1)
	if _, err := ParseNetworkDaily("f", []byte(grouped)); err == nil ||
		!strings.Contains(err.Error(), "line 2 has a decimal point and line 4 a decimal comma") {
		t.Errorf("points that group beside points before decimals: %v", err)
	}
}

// A fault is said once and on its own line, whatever else stands in the file: a row that cannot be read is none of
// 1970, an emptied row hides no gap, and a line that names the separator counts.
func TestParseNetworkDailyCountsLines(t *testing.T) {
	lines := strings.SplitAfter(string(threeDays()), "\n")
	for _, c := range []struct{ name, text, want string }{
		{"no first row", lines[0] + `2022-01-01,7"e0` + "\n" + lines[2],
			`f: line 2, column 13: bare " in non-quoted-field`},
		{"an emptied row in the middle", lines[0] + lines[1] + strings.Repeat(",", len(dailyColumns)) + "\n" + lines[3],
			`f: line 4: column 1, date: "2022-01-03": want 2022-01-02, the day after the row before`},
		{"another header below a hint", "sep=;\n" + strings.Replace(spreadsheet(";", "."), "raw_power_eib", "power", 1),
			`f: line 2: column 2 is "power", want "raw_power_eib"`},
		{"below a hint", "sep=;\n" + strings.Replace(spreadsheet(";", "."), "7e0", "x", 1),
			`f: line 5 (2022-01-03): column 2, raw_power_eib: "x": want a number`},
	} {
		_, err := ParseNetworkDaily("f", []byte(c.text))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || strings.Count(err.Error(), "\n") > 0 {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// Files that are no CSV are called what they are, as bytes and as the text that a browser makes of them.
func TestParseNetworkDailyNamesOtherFiles(t *testing.T) {
	utf16 := "\xff\xfe"
	for _, b := range threeDays() {
		utf16 += string([]byte{b, 0})
	}
	for text, want := range map[string]string{
		"PK\x03\x04\x14\x00\x06\x00":       "an Excel workbook or another ZIP archive",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an Excel workbook",
		utf16:                              "UTF-16",
		"\xfe\xff\x00d":                    "UTF-16",
		"<!DOCTYPE html>\n<html>":          "a web page (HTML)",
		"\ufeff\r\n  <table><tr><td>date":  "a web page (HTML)",
		strings.ReplaceAll(string(threeDays()), ",",
			"|"): `line 1: the cells are separated by "|", want commas, semicolons or tabs`,
	} {
		for _, data := range [][]byte{[]byte(text), []byte(string([]rune(text)))} {
			if _, err := ParseNetworkDaily("own.csv", data); err == nil ||
				!strings.HasPrefix(err.Error(), "own.csv: ") || !strings.Contains(err.Error(), want) {
				t.Errorf("%.12q: %v, want %s", data, err, want)
			}
		}
	}
}
