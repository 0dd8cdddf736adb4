package price

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

// reference is testdata/reference.json.
type reference struct {
	Fees []struct {
		Load  float64 `json:"load_tgas"`
		NV28  bool    `json:"from_nv28"`
		Level float64 `json:"level_nanofil"`
		P20   float64 `json:"p20_nanofil"`
		K     float64 `json:"k"`
		Fee   float64 `json:"fee_nanofil"`
	} `json:"fees"`
	Days []struct {
		Onboarding float64 `json:"onboarding_pib"`
		Load       float64 `json:"load_status_quo"`
		LoadDirect float64 `json:"load_direct"`
		Fee        float64 `json:"fee_status_quo"`
		FeeDirect  float64 `json:"fee_direct"`
		FIL        float64 `json:"publish_status_quo_fil"`
		FILDirect  float64 `json:"publish_direct_fil"`
		LessGas    float64 `json:"saved_by_less_gas_fil"`
		LowerPrice float64 `json:"saved_by_lower_price_fil"`
	} `json:"days"`
	Rebound []struct {
		Onboarding float64 `json:"onboarding_pib"`
		Rebound    float64 `json:"rebound"`
		Extra      float64 `json:"extra_pib"`
		Load       float64 `json:"load"`
		Fee        float64 `json:"fee"`
		FIL        float64 `json:"publish_fil"`
	} `json:"rebound"`
}

func loadJSON(t *testing.T, file string, to any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(data, to)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func near(t *testing.T, name string, got, want, relative float64) {
	t.Helper()
	if !(math.Abs(got-want) <= relative*math.Abs(want)) {
		t.Errorf("%s = %.12g, want %.12g", name, got, want)
	}
}

const exactly = 1e-9

// levels2026 are those of 2026-04-20, as the reference has them; publishing costs 3.97 Tgas a PiB there.
var levels2026 = Levels{PublishTgasPerPiB: 3.786, OnboardTgasPerPiB: 6.228, WindowTgasPerEiB: 0.4187, OtherTgas: 4}

const (
	raw2026     = 1.9058510401
	publish2026 = 3.97
	direct2026  = publish2026 * 0.148
)

var afterNV28 = day.Of(2026, 5, 28)

func TestFeesAreTheReference(t *testing.T) {
	var ref reference
	loadJSON(t, "testdata/reference.json", &ref)
	if len(ref.Fees) != 56 {
		t.Fatalf("%d fees", len(ref.Fees))
	}
	for _, f := range ref.Fees {
		p := Standard(f.Level)
		p.PremiumNanoFIL, p.LimitOverUsed = f.P20, f.K
		d := PremiumRule // an upgrade's own day is old
		if f.NV28 {
			d++
		}
		near(t, "fee", p.Fee(f.Load, d), f.Fee, exactly)
	}
}

func TestDaysAreTheReference(t *testing.T) {
	var ref reference
	loadJSON(t, "testdata/reference.json", &ref)
	p := Standard(0.0162)
	for _, d := range ref.Days {
		R := d.Onboarding
		publish, direct := R*publish2026, R*direct2026
		load, loadDirect := levels2026.Load(publish, R, raw2026), levels2026.Load(direct, R, raw2026)
		fee, feeDirect := p.Fee(load, afterNV28), p.Fee(loadDirect, afterNV28)
		near(t, "load", load, d.Load, exactly)
		near(t, "load direct", loadDirect, d.LoadDirect, exactly)
		near(t, "fee", fee, d.Fee, exactly)
		near(t, "fee direct", feeDirect, d.FeeDirect, exactly)
		near(t, "FIL", p.Cost(1000*publish, fee).BaseFeeFIL, d.FIL, exactly)
		near(t, "FIL direct", p.Cost(1000*direct, feeDirect).BaseFeeFIL, d.FILDirect, exactly)
		s := Split(1000*publish, fee, 1000*direct, feeDirect)
		near(t, "less gas", s.LessGasFIL, d.LessGas, exactly)
		near(t, "lower price", s.LowerPriceFIL, d.LowerPrice, exactly)
		near(t, "whole saving", s.Total(), d.FIL-d.FILDirect, exactly)
	}
}

func TestReboundIsTheReference(t *testing.T) {
	var ref reference
	loadJSON(t, "testdata/reference.json", &ref)
	p := Standard(0.0162)
	for _, d := range ref.Rebound {
		R := d.Onboarding
		saved := levels2026.Load(R*publish2026, R, raw2026) - levels2026.Load(R*direct2026, R, raw2026)
		extra := levels2026.Refill(d.Rebound, saved, direct2026)
		publish := (R + extra) * direct2026
		load := levels2026.Load(publish, R+extra, raw2026)
		near(t, "extra PiB", extra, d.Extra, exactly)
		near(t, "load", load, d.Load, exactly)
		near(t, "fee", p.Fee(load, afterNV28), d.Fee, exactly)
		near(t, "FIL", 1000*publish*p.Fee(load, afterNV28), d.FIL, exactly)
	}
	if extra := levels2026.Refill(1, -1, direct2026); extra != 0 {
		t.Errorf("a load that grew refills %v PiB", extra)
	}
}

// TestBlocksFill: the onboarding at which blocks fill, and at which half of the tipsets reach FIP-0115's price, on the
// levels of April 2026: all through the market, all direct, with nothing published. To the digits printed.
func TestBlocksFill(t *testing.T) {
	p := Standard(0.0162)
	for _, c := range []struct {
		load float64
		want [3]float64
	}{{p.KneeTgas, [3]float64{3.9, 5.8, 6.3}}, {p.HalfLowTgas(), [3]float64{1.3, 2.0, 2.2}}} {
		for k, publish := range [3]float64{publish2026, direct2026, 0} {
			got := levels2026.OnboardingAt(c.load, publish, raw2026)
			if math.Abs(got-c.want[k]) > 0.05 {
				t.Errorf("load %v, publishing at %v Tgas a PiB: %v PiB a day, want %v", c.load, publish, got, c.want[k])
			}
			near(t, "the load there", levels2026.Load(got*publish, got, raw2026), c.load, exactly)
		}
	}
}
