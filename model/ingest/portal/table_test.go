package portal

import (
	"bytes"
	"errors"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/retry"
)

// row is a row as the portal writes it since June 2026, with a column that nobody asked for.
type row struct {
	Date          int32   `parquet:"date,date"`
	Transactions  float64 `parquet:"transactions"`
	Onboarded     float64 `parquet:"onboarded_pibs"`
	Raw           float64 `parquet:"raw_power_pibs,optional"`
	QA            float64 `parquet:"quality_adjusted_power_pibs,optional"`
	Gas           float64 `parquet:"gas_used_millions"`
	Verified      float64 `parquet:"verified_data_onboarded_pibs"`
	Removed       float64 `parquet:"removed_pibs"`
	Reward        float64 `parquet:"block_rewards_fil"`
	BaseFee       float64 `parquet:"base_fee_burn_fil"`
	Overestimated float64 `parquet:"overestimation_burn_fil"`
	Burn          float64 `parquet:"message_burn_fil"`
	Tip           float64 `parquet:"miner_tip_fil"`
	Fee           float64 `parquet:"total_gas_fee_fil"`
	Circulating   float64 `parquet:"circulating_fil"`
	Mined         float64 `parquet:"mined_fil"`
	Vested        float64 `parquet:"vested_fil"`
	Locked        float64 `parquet:"locked_fil"`
	Burnt         float64 `parquet:"burnt_fil"`
}

// rows are n days to 2026-06-30, newest first, and on top of them the day that is still coming in.
func rows(n int) []row {
	last := int32(day.Of(2026, 6, 30))
	out := []row{{Date: last + 1, Gas: 12, BaseFee: 1e-9}}
	for i := range n {
		d := last - int32(i)
		out = append(out, row{
			Date: d, Onboarded: 0.25, Verified: 0.24, Removed: 3, Reward: 65e3, Raw: 1900, QA: 15000,
			Gas: 7e6 + float64(i), BaseFee: 0.7, Overestimated: 0.035,
			Burn: 0.735, Tip: 1.5, Fee: 2.235, Circulating: DisbursedFIL + 400e6 + 560e6 - 86e6 - 42e6,
			Mined: 400e6, Vested: 560e6, Locked: 86e6, Burnt: 42e6,
		})
	}
	return out
}

// file writes rows of any type as a Parquet file.
func file[T any](t testing.TB, rows []T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := parquet.NewGenericWriter[T](&b)
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRead(t *testing.T) {
	days, err := Read(file(t, rows(300)))
	if err != nil {
		t.Fatal(err)
	}
	if len(days) != 300 || days[299].Day != day.Of(2026, 6, 30) || days[0].Day != days[299].Day-299 {
		t.Fatalf("%d days to %s, want 300 to 2026-06-30: the newest, which is not whole, is left out", len(days),
			days[len(days)-1].Day)
	}
	want := Day{
		Day: days[299].Day, OnboardedRawPiB: 0.25, VerifiedRawPiB: 0.24, RemovedPiB: 3, BlockRewardFIL: 65e3,
		RawPowerPiB: 1900, QAPowerPiB: 15000,
		GasTotal:              7e12,
		BaseFeeBurnFIL:        0.7,
		OverestimationBurnFIL: 0.035, FeeBurnFIL: 0.735, TipFIL: 1.5, GasFeeFIL: 2.235,
		CirculatingFIL: rows(1)[1].Circulating,
		MinedFIL:       400e6, VestedFIL: 560e6, LockedFIL: 86e6, Burnt: 42e6,
	}
	if days[299] != want {
		t.Errorf("%+v, want %+v", days[299], want)
	}
}

// A zero is a figure that has not come in, of its group alone.
func TestZerosAreGaps(t *testing.T) {
	in := rows(3)
	in[1].Gas, in[1].Tip = 0, 0
	in[2].Circulating = 0
	in[3].BaseFee, in[3].Overestimated, in[3].Burn, in[3].Fee = 0, 0, 0, 0
	days, err := Read(file(t, in))
	if err != nil {
		t.Fatal(err)
	}
	gas, supply, burn := days[2], days[1], days[0]
	if !math.IsNaN(gas.GasTotal+gas.FeeBurnFIL) || !math.IsNaN(gas.TipFIL) || gas.Burnt != 42e6 {
		t.Errorf("without gas: %+v", gas)
	}
	if !math.IsNaN(supply.CirculatingFIL) || !math.IsNaN(supply.Burnt) || !math.IsNaN(supply.LockedFIL) ||
		supply.FeeBurnFIL != 0.735 {
		t.Errorf("without supply: %+v", supply)
	}
	if !math.IsNaN(burn.FeeBurnFIL) || !math.IsNaN(burn.OverestimationBurnFIL) || !math.IsNaN(burn.GasFeeFIL) ||
		burn.GasTotal != 7e12+2e6 {
		t.Errorf("without burn: %+v", burn)
	}
}

// The sample has fourteen published rows of April 2026 and a day of zeros, in the portal's types as DuckDB writes them,
// and no burn by kind.
func TestReadSample(t *testing.T) {
	data, err := os.ReadFile("testdata/sample.parquet")
	if err != nil {
		t.Fatal(err)
	}
	days, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	last := days[len(days)-1]
	if len(days) != 14 || days[0].Day != day.Of(2026, 4, 7) || last.Day != day.Of(2026, 4, 20) {
		t.Fatalf("%d days from %s to %s", len(days), days[0].Day, last.Day)
	}
	if last.CirculatingFIL != 8.547750398637131e+08 || last.RawPowerPiB != 1951.5914611816406 ||
		last.GasTotal != 5.567056326765e+12 ||
		last.GasFeeFIL != 1.3684597743794622 || !math.IsNaN(last.FeeBurnFIL) || !math.IsNaN(last.TipFIL) {
		t.Errorf("%+v", last)
	}
	// network-2026.csv and the notes, 1: 1.85 FIL a day over 6.99 Tgas, tips and all, from the 5th on.
	var gas, fee float64
	for _, d := range days {
		gas, fee = gas+d.GasTotal/14e12, fee+d.GasFeeFIL/14
	}
	if math.Abs(gas-6.99) > 0.3 || math.Abs(fee-1.85) > 0.1 {
		t.Errorf("%v Tgas and %v FIL a day", gas, fee)
	}
	for n := range len(data) - 1 { // cut off anywhere, it is no file
		if n%97 == 0 || n > len(data)-12 {
			if _, err := Read(data[:n]); err == nil {
				t.Errorf("the first %d bytes of %d are read", n, len(data))
			}
		}
	}
}

func TestFormerNames(t *testing.T) {
	type former struct {
		Date        int32   `parquet:"date,date"`
		Onboarded   float64 `parquet:"sector_onboarded_pibs"`
		Raw         float64 `parquet:"raw_power_pibs"`
		QA          float64 `parquet:"quality_adjusted_power_pibs"`
		Gas         int64   `parquet:"gas_used_millions"`
		Circulating float64 `parquet:"circulating_fil"`
		Mined       float64 `parquet:"mined_fil"`
		Vested      float64 `parquet:"vested_fil"`
		Locked      float64 `parquet:"locked_fil"`
		Burnt       float64 `parquet:"burnt_fil"`
	}
	in := []former{{Date: 20000, Onboarded: 3, Raw: 1, QA: 2, Gas: 5}, {Date: 20001}}
	days, err := Read(file(t, in))
	if err != nil || len(days) != 1 || days[0].OnboardedRawPiB != 3 || days[0].GasTotal != 5e6 {
		t.Errorf("%+v, %v", days, err)
	}
}

func TestReadRefuses(t *testing.T) {
	type other struct {
		Date string  `parquet:"date"`
		Gas  float64 `parquet:"gas_used_millions"`
		Raw  string  `parquet:"raw_power_pibs"`
	}
	broken := func(change func(in []row)) []byte {
		in := rows(3)
		change(in)
		return file(t, in)
	}
	for _, c := range []struct {
		name  string
		data  []byte
		final bool // asking again would not help
		want  []string
	}{
		{"nothing", nil, false, []string{"not a whole Parquet file"}},
		{"a web page", []byte("<html>" + strings.Repeat("503 ", 500)), false,
			[]string{"not a whole Parquet file", "<html>"}},
		{"other columns", file(t, []other{{"2026-01-01", 1, "x"}}), true,
			[]string{"column date is", "column raw_power_pibs is",
				"no column onboarded_pibs, formerly sector_onboarded_pibs", "no column circulating_fil"}},
		{"no rows", file(t, []row{}), true, []string{"0 rows"}},
		{"a day twice", broken(func(in []row) { in[2].Date = in[1].Date }), true, []string{"two rows for 2026-06-30"}},
		{"a negative tip", broken(func(in []row) { in[2].Tip = -1 }), true,
			[]string{"miner_tip_fil of 2026-06-29 is -1"}},
		{"an infinity", broken(func(in []row) { in[2].Gas = math.Inf(1) }), true,
			[]string{"gas_used_millions of 2026-06-29"}},
		{"burn that does not add up", broken(func(in []row) { in[3].Burn = 0.8 }), true,
			[]string{"message_burn_fil of 2026-06-28 is 0.8, want 0.735"}},
		{"fee that does not add up", broken(func(in []row) { in[3].Fee = 9 }), true,
			[]string{"total_gas_fee_fil of 2026-06-28 is 9"}},
		{"supply that does not add up", broken(func(in []row) { in[3].Locked += 1000 }), true,
			[]string{"circulating_fil of 2026-06-28"}},
	} {
		_, err := Read(c.data)
		for _, want := range c.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want %q", c.name, err, want)
			}
		}
		if errors.As(err, new(retry.Final)) != c.final {
			t.Errorf("%s: %#v, final %v", c.name, err, c.final)
		}
	}
}

// A file with any damaged byte is read or refused; nothing panics, and nothing takes long.
func TestDamagedFile(t *testing.T) {
	whole, err := os.ReadFile("testdata/sample.parquet")
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for i := 0; i < len(whole); i += 3 {
		data := bytes.Clone(whole)
		data[i] ^= 0xff
		days, err := Read(data)
		if (days == nil) == (err == nil) {
			t.Errorf("byte %d: %d days, %v", i, len(days), err)
		}
		if err != nil {
			refused++
		}
	}
	if refused < len(whole)/30 {
		t.Errorf("only %d damaged files are refused", refused)
	}
}
