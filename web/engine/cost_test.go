package engine

import (
	"math"
	"strings"
	"testing"
)

// Programs get the bills of a storage provider: of nothing said, of a base fee alone, and of all that can be said.
func TestCost(t *testing.T) {
	var read []string
	e := newEngine(t, &read)
	for _, c := range []struct {
		request string
		price   string
		fil     float64 // of the month, through the market
	}{
		{`{}`, "now", 388 * (1e-7*1.0375 + 1.25*2.1e-4)},
		{`{"scenario":{"month_tib":200,"price":"full"}}`, "full", 776 * (0.0162*1.0375 + 1.25*2.1e-4)},
		{`{"scenario":{"base_fee_nanofil":0.5}}`, "own", 388 * (0.5*1.0375 + 1.25*2.1e-4)},
		{`{"scenario":{"month_tib":1,"deals_per_message":1,"deal_gib":32,"price":"own","base_fee_nanofil":0}}`, "own",
			32 * 0.2 * 1.25 * 2.1e-4},
	} {
		got := askFor(t, e, "cost", c.request)
		if len(got.Faults) > 0 || got.Cost == nil || got.Cost.Fee != c.price || len(got.Cost.Sources) < 5 {
			t.Fatalf("%s: %+v", c.request, got)
		}
		month := got.Cost.Charges[len(got.Cost.Charges)-1]
		if math.Abs(month.Market.TotalFIL-c.fil) > 1e-9*c.fil {
			t.Errorf("%s: %v FIL a month, want %v", c.request, month.Market.TotalFIL, c.fil)
		}
	}
}

// What is wrong is a fault, which names what is at fault.
func TestCostFaults(t *testing.T) {
	var read []string
	e := newEngine(t, &read)
	for scenario, want := range map[string]string{
		`{"month_tib":-1}`: "month_tib is -1, want a number in 0..1000000", `{"price":"dear"}`: `price is "dear"`,
		`{"deals":3}`: `unknown field "deals"`, `{"deal_gib":"big"}`: "deal_gib",
		`{"deals_per_message":0,"deal_gib":65}`: "deals_per_message is 0", `[1]`: "array",
	} {
		got := askFor(t, e, "cost", `{"scenario":`+scenario+`}`)
		if got.Cost != nil || len(got.Faults) == 0 || !strings.Contains(got.Faults[0].Message+
			got.Faults[len(got.Faults)-1].Message, want) {
			t.Errorf("%s: %+v", scenario, got)
		}
	}
}
