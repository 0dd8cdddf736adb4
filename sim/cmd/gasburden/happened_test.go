package main

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
)

// TestHappened: the totals of shared/notes/price-of-gas.md, 5, as the table prints them; sim's TestWhatHappened has
// all.
func TestHappened(t *testing.T) {
	got := call("", "happened")
	if got.status != exitOK || got.stderr != "" {
		t.Fatalf("status %d, %s", got.status, got.stderr)
	}
	rows := strings.Join(strings.Fields(got.stdout), " ")
	for _, want := range []string{
		"2020-10-15..2020-12-31 78 12566 161 91.5 1309 2020-11-19 311",
		"2021-01-01..2021-12-31 365 39677 109 24.1 1225 2021-01-26 125",
		"2022-01-01..2022-10-11 284 80064 282 138 1685 2022-10-01 422",
		"2024-01-02..2024-12-31 365 33729 92.4 0.00726 1283 2024-12-05 997",
		"2025-01-01..2025-06-24 173 21789 126 8.76 794 2025-05-02 475", "all 1265 187825 148 23.6 1685 2022-10-01",
		"since FIP-0076, 2024-04-24 425 54830 129 2.63 1283 2024-12-05 740", "carries 89.3 % of the cost",
		"left out: 2022-10-12 to 2024-01-01, 2025-04-28, 2025-05-26.", "On 509 days the fee is the published mean",
	} {
		if !strings.Contains(rows, want) {
			t.Errorf("it does not say %q:\n%s", want, got.stdout)
		}
	}
	var all struct {
		All     struct{ Days int }
		Periods []struct {
			First  string
			PerDay float64 `json:"fil_per_day"`
			AtMost float64 `json:"at_most_fil_per_day"`
		}
	}
	got = call("", "happened", "-by", "quarter", "-format", "json")
	if err := json.Unmarshal([]byte(got.stdout), &all); err != nil || all.All.Days != 1265 || len(all.Periods) != 15 ||
		all.Periods[14].First != "2025-04-01" || all.Periods[14].PerDay < 203 || all.Periods[14].AtMost < 600 {
		t.Errorf("%v: %+v", err, all)
	}
}

// A table of one's own may have fees or not; what cannot be read is refused with the line.
func TestHappenedOfOnesOwn(t *testing.T) {
	table, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "own.csv")
	write := func() {
		t.Helper()
		data, err := assets.EncodeNetworkDaily(table)
		if err == nil {
			err = os.WriteFile(file, data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range table.BaseFeeNanoFIL {
		table.BaseFeeNanoFIL[i] *= 2
		table.FeeBurnFIL[i] *= 2
	}
	write()
	if got := call("", "happened", "-csv", file); got.status != exitOK || !strings.Contains(got.stdout, " 375650 ") ||
		!strings.Contains(got.stdout, "(own.csv)") {
		t.Errorf("twice the fees: status %d\n%s%s", got.status, got.stdout, got.stderr)
	}
	for i := range table.BaseFeeNanoFIL {
		table.BaseFeeNanoFIL[i], table.FeeBurnFIL[i] = math.NaN(), math.NaN()
	}
	write()
	if got := call("", "happened", "-csv", file); got.status != exitFailed ||
		!strings.Contains(got.stderr, "own.csv: no day has both") {
		t.Errorf("without fees: status %d, %s", got.status, got.stderr)
	}
	for want, args := range map[string][]string{
		`-format is "svg"`: {"-format", "svg"}, `-by is "month"`: {"-by", "month"},
		"no such file": {"-csv", file + "x"},
	} {
		if got := call("", append([]string{"happened"}, args...)...); got.status != exitUsage ||
			!strings.Contains(got.stderr, want) {
			t.Errorf("%v: status %d, %s", args, got.status, got.stderr)
		}
	}
}
