package assets

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

func daily(t testing.TB) *model.Table {
	t.Helper()
	table, err := FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func date(s string) day.Day {
	d, err := day.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestNetworkDaily(t *testing.T) {
	table := daily(t)
	if table.Len() != 1791 || table.First != day.Of(2020, 10, 15) || table.Date(1790) != day.Of(2025, 9, 9) {
		t.Errorf("%d days from %s", table.Len(), table.First)
	}
	for _, c := range append(fileColumns(), gasTotal, gasOnboarding) {
		if got := len(*c.of(table)); got != table.Len() {
			t.Errorf("%s has %d entries, want %d", c.name, got, table.Len())
		}
	}
	for _, c := range []struct {
		name, day string
		column    []float64
		want      float64 // exactly; NaN: not published
		source    string
	}{
		{"raw power", "2020-10-15", table.RawPowerEiB, 0.56, "first row of the CSV"},
		{"QA onboarding", "2020-10-15", table.OnboardedQAPiB, 10.52, "first row of the CSV"},
		{"raw renewals", "2020-10-15", table.RenewedRawPiB, math.NaN(), "first row of the CSV"},
		{"other gas", "2020-10-15", table.GasOther, 143619900000, "first row of the CSV"},
		{"total gas", "2020-10-15", table.GasTotal, 29511452800000, "sum of the first row's seven figures"},
		{"deals' gas", "2022-07-01", table.GasPublishStorageDeals, 604069300000, "notes on the data sources"},
		{"QA power", "2025-09-09", table.QAPowerEiB, 23.521706, "last row of the CSV"},
		{"renewal rate", "2025-09-08", table.RenewalRate, 0.88708797, "last row but one of the CSV"},
		{"renewal rate", "2025-09-09", table.RenewalRate, math.NaN(), "last row of the CSV"},
		{"base fee", "2024-01-02", table.BaseFeeNanoFIL, 1.010883e-07, "shared/data/base-fee-daily.csv"},
		{"base fee", "2025-05-27", table.BaseFeeNanoFIL, 2.77e-07, "shared/data/base-fee-daily.csv: a median"},
		{"fee burn", "2025-04-21", table.FeeBurnFIL, 2255.263, "shared/data/base-fee-daily.csv"},
		{"fee burn", "2022-10-11", table.FeeBurnFIL, 16479.28,
			"gas-fees-2020-2022.csv: 14940.61 + 1538.675, to seven digits"},
		{"base fee", "2022-10-12", table.BaseFeeNanoFIL, math.NaN(), "not published until 2024"},
		{"base fee", "2025-04-28", table.BaseFeeNanoFIL, math.NaN(), "left out: a part of the day"},
		{"fee burn", "2025-05-26", table.FeeBurnFIL, math.NaN(), "left out: the export's last day"},
		{"total gas", "2025-06-25", table.GasTotal, math.NaN(), "gas ends on 2025-06-24"},
	} {
		got := c.column[table.Row(date(c.day))]
		if got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) {
			t.Errorf("%s of %s = %v, want %v (%s)", c.name, c.day, got, c.want, c.source)
		}
	}
}

func TestNetworkDailyIsFresh(t *testing.T) {
	daily(t).RawPowerEiB[0] = 99
	if got := daily(t).RawPowerEiB[0]; got != 0.56 {
		t.Errorf("a caller's change shows in the next table: %v", got)
	}
}

// threeDays is a good table of three days in which every column has a figure on the first.
func threeDays() []byte {
	head := []string{"date"}
	first, second, third := []string{"2022-01-01"}, []string{"2022-01-02"}, []string{"2022-01-03"}
	for i, c := range dailyColumns {
		head = append(head, c.name)
		v := "0." + string(rune('1'+i%9)) + "5"
		first, second, third = append(first, v), append(second, v), append(third, "")
	}
	third[1] = "7e0"
	var b strings.Builder
	for _, line := range [][]string{head, first, second, third} {
		b.WriteString(strings.Join(line, ",") + "\n")
	}
	return []byte(b.String())
}

func TestParseNetworkDaily(t *testing.T) {
	table, err := ParseNetworkDaily("f", threeDays())
	if err != nil {
		t.Fatal(err)
	}
	if table.Len() != 3 || table.RawPowerEiB[2] != 7 || !math.IsNaN(table.GasTotal[2]) ||
		!math.IsNaN(table.QAPowerEiB[2]) {
		t.Errorf("table %+v", table)
	}
	dos := strings.ReplaceAll(string(threeDays()), "\n", "\r\n")
	if table, err := ParseNetworkDaily("f", []byte(dos)); err != nil || table.Len() != 3 {
		t.Errorf("with carriage returns: %v", err)
	}
}

// The shipped table comes back byte for byte, so an export of it is the table.
func TestEncodeNetworkDaily(t *testing.T) {
	table, err := NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	got, err := EncodeNetworkDaily(table)
	if err != nil || !bytes.Equal(got, NetworkDailyCSV()) {
		t.Errorf("the shipped table does not encode to itself: %v", err)
	}
	short := daily(t)
	short.GasOther = short.GasOther[1:]
	if _, err := EncodeNetworkDaily(short); err == nil || !strings.Contains(err.Error(), "gas_other has 1790 entries") {
		t.Errorf("column too short: %v", err)
	}
	bad := daily(t)
	bad.RenewalRate[1500] = 1.5
	if _, err := EncodeNetworkDaily(bad); err == nil || !strings.Contains(err.Error(), "renewal_rate") {
		t.Errorf("share above one: %v", err)
	}
}

// A reader who mends a file wants to know all that is wrong with it at once.
func TestParseNetworkDailyListsAllFaults(t *testing.T) {
	row := func(date, first string) string {
		return date + "," + first + strings.Repeat(",", len(dailyColumns)-1) + "\n"
	}
	head, _, _ := strings.Cut(string(threeDays()), "\n")
	text := head + "\n" + row("2022-01-01", "1") + row("2022-01-02", "-1") + row("2022-01-05", "x") +
		row("2022-01-06", "1") +
		"2022-01-07,1\n" + row("2022-01-08", "1") + row("2022-01-08", "1") + row("tomorrow", "1e999") +
		row("2022-01-10", "1")
	_, err := ParseNetworkDaily("own.csv", []byte(text))
	if err == nil {
		t.Fatal("no error")
	}
	want := []string{
		`own.csv: line 3 (2022-01-02): column 2, raw_power_eib: "-1": want more than zero`,
		`own.csv: line 4: column 1, date: "2022-01-05": want 2022-01-03, the day after the row before`,
		`own.csv: line 4 (2022-01-05): column 2, raw_power_eib: "x": want a number or an empty cell`,
		`own.csv: line 6 (2022-01-07): 2 cells, want 21`,
		`own.csv: line 8: column 1, date: "2022-01-08": want 2022-01-09, the day after the row before`,
		`own.csv: line 9: column 1, date: "tomorrow": want a day like 2023-07-31`,
		`own.csv: line 9 (tomorrow): column 2, raw_power_eib: "1e999": want a finite number`,
	}
	if got := strings.Split(err.Error(), "\n"); !slices.Equal(got, want) {
		t.Errorf("faults:\n%s\nwant:\n%s", err, strings.Join(want, "\n"))
	}
}

func TestParseNetworkDailyRefuses(t *testing.T) {
	parse := func(file string, data []byte) error {
		_, err := ParseNetworkDaily(file, data)
		return err
	}
	refusesNonsense(t, parse)
	second := "2022-01-02,0.15,0.25"
	refuses(t, threeDays(), parse, []broken{
		{"renamed column", "qa_power_eib", "qa_power_pib",
			[]string{"line 1", `column 3 is "qa_power_pib", want "qa_power_eib"`}},
		{"column missing", "gas_submit_windowed_post,gas_other", "gas_submit_windowed_post",
			[]string{"line 1", "gas_other is missing"}},
		{"column too many", "gas_other", "gas_other,extra", []string{"line 1", `unknown column "extra"`}},
		{"columns swapped", "vested_fil,locked_fil", "locked_fil,vested_fil",
			[]string{"line 1", `"locked_fil", want "vested_fil"`}},
		{"date column renamed", "date,", "day,", []string{"line 1", `"day", want "date"`}},
		{"day missing", "2022-01-02", "2022-01-03", []string{"line 3", "date", `"2022-01-03"`, "want 2022-01-02"}},
		{"day twice", "2022-01-02", "2022-01-01", []string{"line 3", "date", "want 2022-01-02"}},
		{"no such day", "2022-01-02", "2022-02-30", []string{"line 3", "date", `"2022-02-30"`}},
		{"day with a time", "2022-01-01", "2022-01-01T00:00:00Z", []string{"line 2", "date"}},
		{"day empty", "2022-01-02", "", []string{"line 3", "date", `""`}},
		{"before the network", "2022-01-01", "2020-10-14", []string{"line 2", "date", "2020-10-15"}},
		{"cell too few", second, "2022-01-02,0.15", []string{"line 3", "20 cells, want 21"}},
		{"cell too many", second, second + ",1", []string{"line 3", "22 cells, want 21"}},
		{"word", second, "2022-01-02,0.15,high", []string{"line 3", "2022-01-02", "qa_power_eib", `"high"`,
			"want a number"}},
		{"NaN", second, "2022-01-02,0.15,NaN", []string{"line 3", "qa_power_eib", `"NaN"`}},
		{"infinity", second, "2022-01-02,0.15,Inf", []string{"line 3", "qa_power_eib", `"Inf"`}},
		{"too large", second, "2022-01-02,0.15,1e999", []string{"line 3", "qa_power_eib", "1e999", "finite"}},
		{"hexadecimal", second, "2022-01-02,0.15,0x1p4", []string{"line 3", "qa_power_eib", "0x1p4"}},
		{"underscore", second, "2022-01-02,0.15,1_0", []string{"line 3", "qa_power_eib", "1_0"}},
		{"cut", second, "2022-01-02,0.15,0.", []string{"line 3", "qa_power_eib", `"0."`, "want a number"}},
		{"decimal comma", second, `2022-01-02,0.15,"0,25"`, []string{"line 3", "qa_power_eib", `"0,25"`,
			"want a point before decimals"}},
		{"comma before three digits", second, `2022-01-02,0.15,"1,250"`, []string{"line 3", "qa_power_eib", `"1,250"`,
			"want no comma before three digits"}},
		{"unit", second, "2022-01-02,0.15,0.25 EiB", []string{"line 3", "qa_power_eib", `"0.25 EiB"`,
			"without a unit"}},
		{"percent of no share", second, "2022-01-02,0.15,25 %", []string{"line 3", "qa_power_eib", `"25 %"`,
			"without a unit"}},
		{"two points", second, "2022-01-02,0.15,1.2.3", []string{"line 3", "qa_power_eib", "1.2.3"}},
		{"negative power", second, "2022-01-02,-0.15,0.25", []string{"line 3", "raw_power_eib", "-0.15",
			"more than zero"}},
		{"no power", second, "2022-01-02,0,0.25", []string{"line 3", "raw_power_eib", "more than zero"}},
		{"negative onboarding", "2022-01-02,0.15,0.25,0.35,0.45", "2022-01-02,0.15,0.25,0.35,-0.45",
			[]string{"line 3", "onboarded_qa_pib", "zero or more"}},
		{"share above one", "2022-01-02,0.15,0.25,0.35,0.45,0.55,0.65,0.75,0.85",
			"2022-01-02,0.15,0.25,0.35,0.45,0.55,0.65,0.75,1.85", []string{"line 3", "renewal_rate", "1.85", "share"}},
		{"open quote", second, `2022-01-02,"0.15,0.25`, []string{"line"}},
		{"quote in a cell", second, `2022-01-02,0"15,0.25`, []string{"line 3"}},
	})
	head, _, _ := strings.Cut(string(threeDays()), "\n")
	if err := parse("f", []byte(head)); err == nil || !strings.Contains(err.Error(), "no rows") {
		t.Errorf("a header alone: %v", err)
	}
}

func FuzzParseNetworkDaily(f *testing.F) {
	good := string(threeDays())
	f.Add(good)
	f.Add(strings.Replace(good, "0.15", "-1", 1))
	f.Add(strings.Replace(good, ",", "\",", 3))
	f.Add("date\n")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := ParseNetworkDaily("f", []byte(text))
		if (table == nil) == (err == nil) {
			t.Fatalf("table %v and error %v", table, err)
		}
		if err != nil {
			return
		}
		for _, c := range append(fileColumns(), gasTotal, gasOnboarding) {
			if len(*c.of(table)) != table.Len() {
				t.Errorf("%s has %d of %d entries", c.name, len(*c.of(table)), table.Len())
			}
			if c.name == "gas_total" || c.name == "gas_onboarding" {
				continue // a sum of huge figures may overflow
			}
			for _, v := range *c.of(table) {
				if !math.IsNaN(v) && c.domain.Check(v) != nil {
					t.Errorf("%s let %v through", c.name, v)
				}
			}
		}
	})
}
