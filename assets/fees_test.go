package assets

import (
	"bytes"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// withFees is threeDays with columns of fees and their cells, row by row.
func withFees(columns string, cells ...string) []byte {
	lines := strings.Split(strings.TrimSuffix(string(threeDays()), "\n"), "\n")
	lines[0] += "," + columns
	for i, c := range cells {
		lines[i+1] += "," + c
	}
	return []byte(strings.Join(lines, "\n") + "\n")
}

// A table has both columns of fees, one, or none; what it has not is a gap, and is not written.
func TestFeeColumnsAreOptional(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name, columns string
		cells         []string
		fee, burn     []float64
	}{
		{"both", "base_fee_nanofil,fee_burn_fil", []string{",5", "0.0000001,", ","}, []float64{nan, 1e-7, nan},
			[]float64{5, nan, nan}},
		{"fee", "base_fee_nanofil", []string{"1e-7", "", ""}, []float64{1e-7, nan, nan}, []float64{nan, nan, nan}},
		{"burn", "fee_burn_fil", []string{"", "", "0"}, []float64{nan, nan, nan}, []float64{nan, nan, 0}},
	} {
		table, err := ParseNetworkDaily("own.csv", withFees(c.columns, c.cells...))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if !same(table.BaseFeeNanoFIL, c.fee) || !same(table.FeeBurnFIL, c.burn) {
			t.Errorf("%s: fees %v, burn %v", c.name, table.BaseFeeNanoFIL, table.FeeBurnFIL)
		}
		data, err := EncodeNetworkDaily(table)
		if err != nil {
			t.Fatal(err)
		}
		if head, _, _ := strings.Cut(string(data), "\n"); !strings.HasSuffix(head, ",gas_other,"+c.columns) {
			t.Errorf("%s is written with the header %s", c.name, head)
		}
		again, err := ParseNetworkDaily("again", data)
		if err != nil || !same(again.BaseFeeNanoFIL, c.fee) || !same(again.FeeBurnFIL, c.burn) {
			t.Errorf("%s does not come back: %v", c.name, err)
		}
	}
	table, err := ParseNetworkDaily("own.csv", threeDays())
	if err != nil {
		t.Fatal(err)
	}
	data, err := EncodeNetworkDaily(table)
	if err != nil || len(table.BaseFeeNanoFIL) != 3 || bytes.Contains(data, []byte("fee")) {
		t.Errorf("without fees: %d entries, %v, %.600s", len(table.BaseFeeNanoFIL), err, data)
	}
}

func TestFeesAreRefused(t *testing.T) {
	day := func(fee, burn string) []byte {
		return withFees("base_fee_nanofil,fee_burn_fil", fee+","+burn, ",", ",")
	}
	for _, c := range []struct {
		name string
		data []byte
		want []string
	}{
		{"no fee", day("0", ""), []string{"line 2", "base_fee_nanofil", "more than zero"}},
		{"negative burn", day("", "-1"), []string{"line 2", "fee_burn_fil", "zero or more"}},
		{"order", withFees("fee_burn_fil,base_fee_nanofil", ",", ",", ","),
			[]string{"unknown column", "base_fee_nanofil"}},
		{"twice", withFees("fee_burn_fil,fee_burn_fil", ",", ",", ","), []string{"unknown column", "fee_burn_fil"}},
		{"cell missing", withFees("base_fee_nanofil,fee_burn_fil", ",", "", ","),
			[]string{"line 3", "22 cells, want 23"}},
	} {
		_, err := ParseNetworkDaily("own.csv", c.data)
		for _, want := range c.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want %q", c.name, err, want)
			}
		}
	}
}

// A fee and a burn that contradict each other by more than a factor of a hundred are refused by name, in both
// directions, on days of means; a median says nothing of the mean.
func TestFeesThatContradict(t *testing.T) {
	text := string(NetworkDailyCSV())
	change := func(day, fee, burn string) string {
		lines := strings.Split(text, "\n")
		for i, line := range lines {
			if strings.HasPrefix(line, day+",") {
				cells := strings.Split(line, ",")
				if at := len(dailyColumns) + 1; fee != "" {
					cells[at] = fee
				}
				if at := len(dailyColumns) + 2; burn != "" {
					cells[at] = burn
				}
				lines[i] = strings.Join(cells, ",")
			}
		}
		return strings.Join(lines, "\n")
	}
	// 2025-05-02: 0.04892 nanoFIL and 2,500 FIL or so; 2024-07-15 has no fee burn, and burns in all about 5,000 FIL.
	for _, c := range []struct {
		name, day, fee, burn string
		want                 []string
	}{
		{"fee too high", "2025-05-02", "9", "", []string{"2025-05-02", "base_fee_nanofil 9",
			"factor 100 of fee_burn_fil"}},
		{"fee too low", "2025-05-02", "0.0001", "", []string{"2025-05-02", "base_fee_nanofil 0.0001", "fee_burn_fil"}},
		{"burn too high", "2021-03-01", "", "99999999", []string{"2021-03-01", "fee_burn_fil"}},
		{"fee above all that was burnt", "2024-07-15", "99", "", []string{"2024-07-15", "base_fee_nanofil 99",
			"burnt_fil"}},
		{"within the factor", "2025-05-02", "0.4", "", nil},
		{"a median", "2025-06-10", "9", "", nil},
	} {
		_, err := ParseNetworkDaily("own.csv", []byte(change(c.day, c.fee, c.burn)))
		if c.want == nil && err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		for _, want := range c.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want %q", c.name, err, want)
			}
		}
	}
}

// A pack of a table without fees has none of their keys, and one from before there were fees is read as such.
func TestPackWithoutFees(t *testing.T) {
	pack, err := DefaultPack()
	if err != nil {
		t.Fatal(err)
	}
	if with := committed(t, StudySnapshot); bytes.Count(with, []byte(`"base_fee_nanofil"`)) != 1 {
		t.Error("the committed pack has no fees")
	}
	for i := range pack.Daily.BaseFeeNanoFIL {
		pack.Daily.BaseFeeNanoFIL[i], pack.Daily.FeeBurnFIL[i] = math.NaN(), math.NaN()
		pack.Daily.FeePaidFIL[i] = math.NaN()
	}
	data, err := EncodePack(pack)
	if err != nil || bytes.Contains(data, []byte("fee")) {
		t.Fatalf("fees in a pack without: %v", err)
	}
	again, err := ParsePack("f", data)
	if err != nil || !same(again.Daily.BaseFeeNanoFIL, pack.Daily.BaseFeeNanoFIL) ||
		!same(again.Daily.FeeBurnFIL, pack.Daily.FeeBurnFIL) {
		t.Errorf("it does not come back: %v", err)
	}
}

// A pack from before they carried gas of SubmitWindowedPoSt is read as one without, and links to its edition open.
func TestPackWithoutWindowPoSt(t *testing.T) {
	pack, err := ShippedPack(StudySnapshot)
	if err != nil {
		t.Fatal(err)
	}
	column := regexp.MustCompile(`"gas_submit_windowed_post":\{[^}]*\},\s*`)
	data := committed(t, StudySnapshot)
	if !column.Match(data) {
		t.Fatal("the committed pack has no gas of SubmitWindowedPoSt")
	}
	before, err := ParsePack("f", column.ReplaceAll(data, nil))
	if err != nil {
		t.Fatal(err)
	}
	for i := range before.Daily.Len() {
		if !math.IsNaN(before.Daily.GasSubmitWindowedPoSt[i]) {
			t.Fatalf("row %d has a figure", i)
		}
	}
	if !same(before.Daily.GasTotal, pack.Daily.GasTotal) {
		t.Error("another column differs")
	}
}

func TestMeasuredFees(t *testing.T) {
	fees, err := NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(fees.FeeBurnFIL); fees.First != day.Of(2020, 10, 15) || len(fees.BaseFeeNanoFIL) != n ||
		fees.Date(n-1) < model.LastMedianFee {
		t.Errorf("%d days from %s", n, fees.First)
	}
	var first, last, published int
	for i, v := range fees.BaseFeeNanoFIL {
		if d := fees.Date(i); !math.IsNaN(v) {
			published++
			last = i
		} else if d == day.Of(2022, 10, 12) {
			first = i
		}
	}
	// 727 days to 2022-10-11, 776 from 2024-01-02 on, of which two are left out.
	if published != 727+774 || fees.Date(last) != model.LastMedianFee || first == 0 {
		t.Errorf("%d days with a fee, the last %s", published, fees.Date(last))
	}
	if got := fees.FeeBurnFIL[fees.Row(day.Of(2026, 2, 15))]; got != 0.001473 {
		t.Errorf("fee burn of 2026-02-15 is %v", got)
	}
	// shared/notes/price-of-gas.md, 2: what was burnt for gas in a month, FIL a day.
	for _, c := range []struct {
		year, month int
		want, half  float64
	}{{2025, 7, 52.9, 0.05}, {2025, 8, 0.76, 0.005}, {2025, 10, 40.5, 0.05}, {2025, 12, 0.013, 0.0005},
		{2026, 1, 0.31, 0.005}} {
		var sum float64
		start := day.Of(c.year, c.month, 1)
		end := start.AddMonths(1)
		for d := start; d < end; d++ {
			sum += fees.FeeBurnFIL[fees.Row(d)]
		}
		if got := sum / float64(end-start); math.Abs(got-c.want) > c.half {
			t.Errorf("%d-%02d: %v FIL a day, want %v", c.year, c.month, got, c.want)
		}
	}
}
