package price

import (
	"math"
	"testing"
)

// The FIP's own test cases, all three tables.
func TestFIP0115(t *testing.T) {
	var cases struct {
		Premium []struct {
			Fee     int64 `json:"base_fee"`
			FeeCap  int64 `json:"fee_cap"`
			Cap     int64 `json:"premium_cap"`
			Premium int64 `json:"premium"`
		}
		Percentile []struct {
			Bids    [][2]int64 `json:"bids"`
			Premium int64      `json:"premium"`
		}
		Next []struct {
			Fee     int64 `json:"base_fee"`
			Premium int64 `json:"premium"`
			Next    int64 `json:"next"`
		}
	}
	loadJSON(t, "testdata/fip-0115.json", &cases)
	if len(cases.Premium) != 5 || len(cases.Percentile) != 6 || len(cases.Next) != 21 {
		t.Fatalf("%d, %d and %d cases", len(cases.Premium), len(cases.Percentile), len(cases.Next))
	}
	for _, c := range cases.Premium {
		if got := Premium(c.Fee, c.FeeCap, c.Cap); got != c.Premium {
			t.Errorf("premium at %+v: %d", c, got)
		}
	}
	for _, c := range cases.Percentile {
		var bids []Bid
		for _, b := range c.Bids {
			bids = append(bids, Bid{b[0], b[1]})
		}
		if got := PremiumP20(bids); got != c.Premium {
			t.Errorf("premium of %+v: %d", c, got)
		}
		for i, j := 0, len(bids)-1; i < j; i, j = i+1, j-1 {
			bids[i], bids[j] = bids[j], bids[i]
		}
		if got := PremiumP20(bids); got != c.Premium {
			t.Errorf("premium of %+v, the other way round: %d", c, got)
		}
	}
	for _, c := range cases.Next {
		if got := NextBaseFee(c.Fee, c.Premium); got != c.Next {
			t.Errorf("fee after %+v: %d", c, got)
		}
	}
}

// TestWhereTheFeeSettles holds the rule of a day against the rule of a tipset: with a share of tipsets that bid
// clients' minimum premium the fee settles near 8 share premium, and below LowestShare at the minimum.
func TestWhereTheFeeSettles(t *testing.T) {
	const premium = 100_000
	for _, share := range []float64{0, 0.25, 0.5, 0.75, 0.9, 1} {
		fee, sum, n, owed := int64(MinimumAttoFIL), 0.0, 0, 0.0
		for epoch := range 20_000 {
			bid := int64(0)
			if owed += share; owed >= 1 { // as evenly as can be
				owed--
				bid = premium
			}
			fee = NextBaseFee(fee, bid)
			if epoch >= 10_000 {
				sum += float64(fee)
				n++
			}
		}
		mean := sum / float64(n)
		want := 8 * share * premium
		if share < LowestShare {
			if mean > 0.1*8*premium {
				t.Errorf("share %v: the fee settles at %.0f, want near the minimum", share, mean)
			}
			continue
		}
		if math.Abs(mean-want) > 0.1*want {
			t.Errorf("share %v: the fee settles at %.0f attoFIL, want about %.0f", share, mean, want)
		}
	}
}
