package assets

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// A snapshot whose figures cannot all be true is refused by field and value; one from before 2026 that has more due
// than alive stays readable.
func TestSnapshotsThatContradictThemselves(t *testing.T) {
	parse := func(file string, data []byte) error {
		_, err := parseSnapshot(file, data)
		return err
	}
	const newest = "2026-04-20"
	refuses(t, snapshotText(t, newest), parse, []broken{
		{"more raw power due than alive", `"scheduled_expiry_raw_pib":[1.8161011`,
			`"scheduled_expiry_raw_pib":[101.8161011`,
			[]string{newest, "scheduled_expiry_raw_pib", "2051.5915", "1951.5915"}},
		{"more QA power due than alive", `"scheduled_expiry_qa_pib":[`, `"scheduled_expiry_qa_pib":[1,`,
			[]string{"scheduled_expiry_qa_pib", "16957.655", "16956.655"}},
		{"supply that does not add up", `"circulating_fil_start":850995312.18`, `"circulating_fil_start":851995312.18`,
			[]string{"circulating_fil_start", "851995312.18", "850995312"}},
		{"mined that the supply does not have", `"mined_fil_start":398265083.82`, `"mined_fil_start":298265083.82`,
			[]string{"circulating_fil_start", "850995312.18", "750995312"}},
		{"vested as before 2026", `"vested_fil_start":564153754.66`, `"vested_fil_start":564340880.25`,
			[]string{"circulating_fil_start", "850995312.18", "851182437.777"}},
		{"negative locked reward", `8827583.47`, `-8827583.47`, []string{"locked_reward_fil_start", "-8827583.47"}},
		{"more locked reward than locked", `8827583.47`, `96587692.88`,
			[]string{"locked_reward_fil_start", "96587692.88", "86587692.88"}},
		{"no locked reward", `,"locked_reward_fil_start":8827583.47`, ``, []string{"locked_reward_fil_start", "is 0"}},
		{"no mined FIL", `,"mined_fil_start":398265083.82`, ``, []string{"mined_fil_start", "is 0"}},
		{"mined beyond all", `398265083.82`, `1398265083.82`,
			[]string{"mined_fil_start", "1398265083.82", "1100000000"}},
		{"dates out of order", `"start_date":"2026-04-07"`, `"start_date":"2026-04-27"`,
			[]string{"start_date 2026-04-27", "current_date 2026-04-20"}},
	})
	s, err := Snapshot("2025-09-09")
	if err != nil {
		t.Fatal(err)
	}
	var due float64
	for _, v := range s.ScheduledExpiryRawPiB {
		due += v
	}
	if alive := s.RawPowerEiB[s.HistoryDays()] * 1024; due < 1.1*alive || !s.VestedByStart {
		t.Errorf("2025-09-09 has %v PiB due of %v alive", due, alive)
	}
	if s, err = Snapshot(newest); err != nil || s.VestedByStart || s.MinedFILStart == 0 {
		t.Errorf("%s counts vesting as snapshots before 2026 do: %v", newest, err)
	}
}

// The gas of a day whose kinds were not published is its total; where they were, it is their sum.
func TestPublishedTotalGas(t *testing.T) {
	kinds, err := ParseNetworkDaily("own.csv", threeDays())
	if err != nil {
		t.Fatal(err)
	}
	table, err := ParseNetworkDaily("own.csv", withFees("gas_total", "7e12", "8e12", "9e12"))
	if err != nil {
		t.Fatal(err)
	}
	want := []float64{7e12, 8e12, 9e12}
	for i, sum := range kinds.GasTotal {
		if sum == sum {
			want[i] = sum
		}
	}
	if !same(table.GasTotal, want) || same(want, kinds.GasTotal) {
		t.Errorf("total gas %v, want %v", table.GasTotal, want)
	}
	data, err := EncodeNetworkDaily(table)
	if err != nil {
		t.Fatal(err)
	}
	again, err := ParseNetworkDaily("again", data)
	if err != nil || again.GasTotal[2] != 9e12 {
		t.Errorf("it does not come back: %v", err)
	}
	if _, err := ParseNetworkDaily("own.csv", withFees("gas_total", "", "-1", "")); err == nil ||
		!strings.Contains(err.Error(), "gas_total") {
		t.Errorf("a negative total: %v", err)
	}
}

// What circulates is mined, vested and disbursed less locked and burnt: to a FIL since 2026, before to what figures
// known to 10,000 FIL can say.
func TestSupplyAddsUp(t *testing.T) {
	table, err := NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	days := 0
	for i := range table.Len() {
		parts := mechafil.DisbursedReserveFIL + table.MinedFIL[i] + table.VestedFIL[i] -
			table.LockedFIL[i] - table.BurntFIL[i]
		off, most := table.CirculatingFIL[i]-parts, 25_000.0
		if table.Date(i) >= day.Of(2026, 4, 7) {
			most = 1
		}
		if math.Abs(off) > most {
			t.Errorf("%s: %v circulate, the parts add up to %v", table.Date(i), table.CirculatingFIL[i], parts)
		}
		if !math.IsNaN(off) && most == 1 {
			days++
		}
	}
	if days < 14 {
		t.Errorf("%d days of 2026 with all parts, want 14 at least", days)
	}
}
