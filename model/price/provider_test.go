package price

import (
	"math"
	"strings"
	"testing"
)

// TestMessages: FIP-0045's own measurements, and 121.25 Mgas a deal in messages of eight.
func TestMessages(t *testing.T) {
	for deals, want := range map[float64]float64{1: 0.2, 8: 0.97, 20: 2.25} {
		near(t, "message", MessageGgas(deals), want, exactly)
	}
	last := math.Inf(1)
	for deals := 1.0; deals <= 256; deals++ {
		if each := MessageGgas(deals) / deals; each >= last {
			t.Errorf("a deal in a message of %v takes %v Ggas, no less than in a smaller one", deals, each)
		} else {
			last = each
		}
	}
	p := StandardProvider(0)
	near(t, "deal", p.GgasPerDeal(), 0.12125, exactly)
}

func TestCharges(t *testing.T) {
	params, p := Standard(0.0162), StandardProvider(100)
	charges, err := p.Charges(&params, 0.0152, 1.2e-3)
	if err != nil {
		t.Fatal(err)
	}
	byUnit := map[Unit]Charge{}
	for _, c := range charges {
		byUnit[c.Unit] = c
	}
	if len(byUnit) != 6 {
		t.Fatalf("%d units", len(byUnit))
	}
	near(t, "gas of a deal", byUnit[PerDeal].Market.GasGgas, 0.12125, exactly)
	near(t, "gas of a PiB", byUnit[PerPiB].Market.GasGgas, 3973.12, exactly)
	near(t, "gas of a TiB", byUnit[PerTiB].Market.GasGgas, 3.88, exactly)
	near(t, "gas of a sector of 64 GiB", byUnit[PerSector64].Market.GasGgas, 2*0.12125, exactly)
	near(t, "gas of a month", byUnit[PerMonth].Market.GasGgas, 388, exactly)
	for unit, c := range byUnit {
		near(t, string(unit)+", direct gas", c.Direct.GasGgas, 0.148*c.Market.GasGgas, exactly)
		near(t, string(unit)+", base fee", c.Market.BaseFeeFIL, c.Market.GasGgas*0.0152, exactly)
		near(t, string(unit)+", direct base fee", c.Direct.BaseFeeFIL, c.Direct.GasGgas*1.2e-3, exactly)
		near(t, string(unit)+", over-estimation", c.Market.OverEstimationFIL, 0.0375*c.Market.BaseFeeFIL, exactly)
		near(t, string(unit)+", tip", c.Market.TipFIL, 1.25*2.1e-4*c.Market.GasGgas, exactly)
	}
	// One deal a message takes 200 Mgas; deals of 16 GiB are twice as many.
	p.DealsPerMessage = 1
	near(t, "gas of a lone deal", p.GgasPerDeal(), 0.2, exactly)
	p.DealGiB = 16
	charges, err = p.Charges(&params, 0.0152, 1.2e-3)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "gas of a TiB in deals of 16 GiB", charges[3].Market.GasGgas, 64*0.2, exactly)
}

func TestChargesRefuse(t *testing.T) {
	params, p := Standard(0.0162), StandardProvider(-1)
	p.DealGiB, p.DealsPerMessage, p.DirectFraction = 0, 0.5, math.NaN()
	_, err := p.Charges(&params, -1, 1001)
	if err == nil {
		t.Fatal("no fault")
	}
	for _, want := range []string{"deal_gib is 0", "deals_per_message is 0.5, want a number in 1..256",
		"month_tib is -1", "direct_gas_fraction is NaN", "base_fee_nanofil is -1", "direct_base_fee_nanofil is 1001"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not say %q", err, want)
		}
	}
	params.LimitOverUsed = 3
	if _, err := p.Charges(&params, 0, 0); err == nil || !strings.Contains(err.Error(), "gas_limit_ratio is 3") {
		t.Errorf("%v", err)
	}
}
