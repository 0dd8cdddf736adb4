package price

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/fault"
)

// TestQuoteByHand: 100 TiB a month are 3,200 deals of 32 GiB at 121.25 Mgas, 388 Ggas.
func TestQuoteByHand(t *testing.T) {
	for _, c := range []struct {
		fee string
		own float64
		// of the month: base-fee burn, over-estimation burn (0.25 x 0.15 of that), tip on 1.25 times the gas
		base, over, tip float64
	}{
		{FeeNow, 0, 388 * 1e-7, 388 * 1e-7 * 0.0375, 388 * 1.25 * 2.1e-4},
		{FeeFull, 0, 388 * 0.0162, 388 * 0.0162 * 0.0375, 388 * 1.25 * 2.1e-4},
		{FeeOwn, 0.5, 194, 194 * 0.0375, 388 * 1.25 * 2.1e-4},
	} {
		q := StandardQuestion()
		q.Fee, q.OwnNanoFIL = c.fee, c.own
		quote, err := q.Quote()
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(quote.DealMgas-121.25) > 1e-9 {
			t.Errorf("a deal takes %v Mgas", quote.DealMgas)
		}
		units := map[Unit]Charge{}
		for _, unit := range quote.Charges {
			units[unit.Unit] = unit
		}
		month := units[PerMonth]
		for name, pair := range map[string][2]float64{
			"gas": {month.Market.GasGgas, 388}, "base fee": {month.Market.BaseFeeFIL, c.base},
			"over-estimation": {month.Market.OverEstimationFIL, c.over}, "tip": {month.Market.TipFIL, c.tip},
			"total":      {month.Market.TotalFIL, c.base + c.over + c.tip},
			"direct gas": {month.Direct.GasGgas, 388 * 0.148},
			"direct":     {month.Direct.TotalFIL, 0.148 * (c.base + c.over + c.tip)},
			"deal":       {3200 * units[PerDeal].Market.TotalFIL, c.base + c.over + c.tip},
			"TiB":        {100 * units[PerTiB].Market.TotalFIL, c.base + c.over + c.tip},
			"PiB":        {units[PerPiB].Market.TotalFIL, 10.24 * (c.base + c.over + c.tip)},
			"32 GiB":     {units[PerSector32].Market.TotalFIL, units[PerDeal].Market.TotalFIL},
			"64 GiB":     {units[PerSector64].Market.TotalFIL, 2 * units[PerDeal].Market.TotalFIL},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-9*math.Abs(pair[1]) {
				t.Errorf("%s, %s: %v, want %v", c.fee, name, pair[0], pair[1])
			}
		}
	}
}

// TestQuoteOfSmallMessages: a deal alone in its message takes 200 Mgas (FIP-0045); a sector of 32 GiB holds no deal of
// 64 GiB.
func TestQuoteOfSmallMessages(t *testing.T) {
	q := StandardQuestion()
	q.DealsPerMessage, q.DealGiB = 1, 64
	quote, err := q.Quote()
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(quote.DealMgas-200) > 1e-9 {
		t.Errorf("a deal takes %v Mgas", quote.DealMgas)
	}
	for _, c := range quote.Charges {
		if c.Unit == PerSector32 {
			t.Errorf("%+v", c)
		}
	}
	if len(quote.Charges) != 5 {
		t.Errorf("%d units", len(quote.Charges))
	}
}

// TestQuoteRefuses: each fault names field, value and legal range.
func TestQuoteRefuses(t *testing.T) {
	for _, c := range []struct {
		set  func(q *Question)
		want string
	}{
		{func(q *Question) { q.MonthTiB = -1 }, "month_tib is -1, want a number in 0..1000000"},
		{func(q *Question) { q.DealsPerMessage = 0 }, "deals_per_message is 0, want a number in 1..256"},
		{func(q *Question) { q.DealGiB = 65 }, "deal_gib is 65, want a number in 0.0009765625..64"},
		{func(q *Question) { q.Fee = "dear" }, `price is "dear", want one of "now", "full", "own"`},
		{func(q *Question) { q.Fee, q.OwnNanoFIL = FeeOwn, math.NaN() },
			"base_fee_nanofil is NaN, want a number in 0..1000"},
	} {
		q := StandardQuestion()
		c.set(&q)
		_, err := q.Quote()
		var f *fault.Fault
		if err == nil || !strings.Contains(err.Error(), c.want) || !errors.As(err, &f) || f.Legal == nil {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

// TestQuoteJSON: programs find question, parameters and bills under their names.
func TestQuoteJSON(t *testing.T) {
	q := StandardQuestion()
	quote, err := q.Quote()
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(quote)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"month_tib":100`, `"price":"now"`, `"base_fee_nanofil":1e-7`, `"unit":"deal"`,
		`"market":{"gas_ggas":0.12125`, `"total_fil":`, `"direct":{`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("no %s in %s", want, text)
		}
	}
}
