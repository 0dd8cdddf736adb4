package main

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
)

// What the table says is what the JSON says: per deal, TiB, PiB and sector, through the market and directly.
func TestCost(t *testing.T) {
	var quote struct {
		DealMgas float64 `json:"deal_mgas"`
		Fee      float64 `json:"base_fee_nanofil"`
		Price    string  `json:"price"`
		Units    []struct {
			Unit           string
			Market, Direct struct {
				Total float64 `json:"total_fil"`
				Gas   float64 `json:"gas_ggas"`
			}
		}
		Sources []string
	}
	out := printed(t, "cost", "-tib", "100", "-fee", "0.5", "-format", "json")
	if err := json.Unmarshal([]byte(out), &quote); err != nil {
		t.Fatal(err, out)
	}
	if quote.Price != "own" || quote.Fee != 0.5 || math.Abs(quote.DealMgas-121.25) > 1e-9 || len(quote.Sources) < 5 {
		t.Errorf("%+v", quote)
	}
	// 100 TiB are 388 Ggas; base fee, 3.75 % of it, and the tip on 1.25 times the gas.
	month := quote.Units[len(quote.Units)-1]
	want := 388*0.5*1.0375 + 388*1.25*2.1e-4
	if month.Unit != "month" || math.Abs(month.Market.Total-want) > 1e-9*want ||
		math.Abs(month.Direct.Gas-388*0.148) > 1e-9 {
		t.Errorf("%+v, want %v", month, want)
	}
	table := printed(t, "cost", "-price", "full")
	for _, want := range []string{"base fee of 0.0162 nanoFIL", "121.25 Mgas a deal", "per 64 GiB sector",
		"your month", "388000", "6.29", "FIP-0045", "published", "estimated"} {
		if !strings.Contains(table, want) {
			t.Errorf("no %q in\n%s", want, table)
		}
	}
}

// Bad input is refused with field, value and legal range.
func TestCostRefuses(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"-tib -1", "month_tib is -1, want a number in 0..1000000"},
		{"-deals 0.5", "deals_per_message is 0.5, want a number in 1..256"},
		{"-deal 100", "deal_gib is 100, want a number in"},
		{"-price dear", `price is "dear", want one of`},
		{"-price own", "-fee is missing"},
		{"-price full -fee 1", "-fee goes with -price own"},
		{"-fee 1001", "base_fee_nanofil is 1001, want a number in 0..1000"},
		{"-tib 1,000", "want a number such as 1000"},
		{"-format csv", `-format is "csv", want table or json`},
	} {
		got := call("", append([]string{"cost"}, strings.Fields(c.args)...)...)
		if got.status != exitUsage || !strings.Contains(got.stderr, c.want) || got.stdout != "" {
			t.Errorf("%s: %+v, want %s", c.args, got, c.want)
		}
	}
}

// printed is what a command prints that succeeds.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	got := call("", args...)
	if got.status != exitOK {
		t.Fatalf("%v: %+v", args, got)
	}
	return got.stdout
}
