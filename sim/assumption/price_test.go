package assumption_test

import (
	"encoding/json"
	"math"
	"reflect"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestVersions: what is left out takes the defaults of the version that is said, the first where none is.
func TestVersions(t *testing.T) {
	for _, c := range []struct {
		snapshot, text string
		price          string
		fee, level     float64
	}{
		{"2023-07-31", `{}`, "fixed", 0.4631222098424943, 0.46},
		{"2023-07-31", `{"version": 1}`, "fixed", 0.4631222098424943, 0.46},
		{"2023-07-31", `{"version": 2}`, "block_space", 0.33, 0.46},
		{"2023-07-31", `{"version": 2, "base_fee_nanofil": 1}`, "fixed", 1, 0.46},
		{"2023-07-31", `{"version": 2, "base_fee_nanofil": 1, "price": "block_space"}`, "block_space", 1, 0.46},
		{"2023-07-31", `{"version": 2, "price": "fixed"}`, "fixed", 0.33, 0.46},
		{"2025-09-09", `{"snapshot": "2025-09-09", "version": 2}`, "block_space", 8e-4, 0.0162},
		{"2025-09-09", `{"snapshot": "2025-09-09", "price": "block_space"}`, "block_space", 0.030644, 0.0162},
	} {
		sc := simtest.ResolveOn(t, simtest.Inputs(t, c.snapshot), c.text)
		if sc.Price != c.price || math.Abs(sc.BaseFeeNanoFIL-c.fee) > 1e-3*c.fee || sc.PricedLevelNanoFIL != c.level {
			t.Errorf("%s on %s: price %s, fee %v, level %v", c.text, c.snapshot, sc.Price, sc.BaseFeeNanoFIL,
				sc.PricedLevelNanoFIL)
		}
	}
	for _, illegal := range []string{`{"version": 3}`, `{"version": 0}`, `{"version": "2"}`, `{"version": 1.5}`} {
		o, err := assumption.ParseScenario([]byte(illegal))
		if err != nil {
			t.Fatal(err)
		}
		_, err = o.Resolve(simtest.Inputs(t, "2023-07-31"))
		simtest.WantNamed(t, err, "version is ", "1..2")
	}
}

// TestLaterScenariosRoundTrip: scenarios of version 2 come back from their JSON and from their differences.
func TestLaterScenariosRoundTrip(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	for _, text := range []string{
		`{"version": 2}`, `{"version": 2, "price": "fixed"}`, `{"version": 2, "base_fee_nanofil": 0.7}`,
		`{"price": "block_space"}`,
		`{"version": 2, "knee_tgas": 41, "tip_nanofil": 0, "rebound": 0.5}`,
		`{"version": 1, "base_fee_nanofil": 0.7}`,
		`{"version": 2, "horizon_days": 40, "gas_model": "regime", "price": "fixed"}`,
	} {
		sc := simtest.ResolveOn(t, in, text)
		if back := simtest.ResolveOn(t, in, string(simtest.JSON(t, sc))); !reflect.DeepEqual(back, sc) {
			t.Errorf("%s: from JSON %+v\nwant %+v", text, back, sc)
		}
		d, err := sc.Differences(in)
		if err != nil {
			t.Fatal(err)
		}
		if back := simtest.ResolveOn(t, in, string(simtest.JSON(t, d))); !reflect.DeepEqual(back, sc) {
			t.Errorf("%s: from its differences %s %+v\nwant %+v", text, simtest.JSON(t, d), back, sc)
		}
		if _, said := d["version"]; said != (sc.Version != 1) {
			t.Errorf("%s differs by %s", text, simtest.JSON(t, d))
		}
	}
	// A base fee that stands unused is left out: given, it would fix the price.
	d, err := func() (assumption.Overrides, error) {
		sc := simtest.ResolveOn(t, in, `{"version": 2, "base_fee_nanofil": 0.7, "price": "block_space"}`)
		return sc.Differences(in)
	}()
	if err != nil || len(d) != 1 ||
		simtest.ResolveOn(t, in, string(simtest.JSON(t, d))).Price != assumption.BlockSpacePrice {
		t.Errorf("%s, %v", simtest.JSON(t, d), err)
	}
}

// TestBaseFeeFixesThePrice, wherever it is set: over a choice of before, alone in a tornado or break-even.
func TestBaseFeeFixesThePrice(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	o := assumption.Overrides{"version": json.RawMessage("2"), "price": json.RawMessage(`"block_space"`)}
	if err := o.Set("base_fee_nanofil", "0.5"); err != nil {
		t.Fatal(err)
	}
	sc, err := o.Resolve(in)
	if err != nil || sc.Price != assumption.FixedPrice || sc.BaseFeeNanoFIL != 0.5 {
		t.Errorf("%v, %+v", err, sc)
	}
	if err := o.Set("price", "block_space"); err != nil {
		t.Fatal(err)
	}
	if sc, err := o.Resolve(in); err != nil || sc.Price != assumption.BlockSpacePrice {
		t.Errorf("a price set after it: %v, %s", err, sc.Price)
	}
	o.Lay(assumption.Overrides{"base_fee_nanofil": json.RawMessage("0.6")})
	if sc, err := o.Resolve(in); err != nil || sc.Price != assumption.FixedPrice {
		t.Errorf("laid over: %v, %s", err, sc.Price)
	}
	o.Lay(assumption.Overrides{"base_fee_nanofil": json.RawMessage("0.6"), "price": json.RawMessage(`"block_space"`)})
	if sc, err := o.Resolve(in); err != nil || sc.Price != assumption.BlockSpacePrice {
		t.Errorf("laid over beside a price: %v, %s", err, sc.Price)
	}
	fee, err := assumption.Named("base_fee_nanofil")
	if err != nil {
		t.Fatal(err)
	}
	if fee.SetAlone(&sc, 0.7); sc.Price != assumption.FixedPrice || sc.BaseFeeNanoFIL != 0.7 {
		t.Errorf("alone: %s, %v", sc.Price, sc.BaseFeeNanoFIL)
	}
}

// TestRegimeNeedsAFixedPrice: the fault names both fields.
func TestRegimeNeedsAFixedPrice(t *testing.T) {
	in := simtest.Inputs(t, "2023-07-31")
	o := assumption.Overrides{"version": json.RawMessage("2"), "gas_model": json.RawMessage(`"regime"`)}
	_, err := o.Resolve(in)
	simtest.WantNamed(t, err, `gas_model is "regime"`, `price "block_space"`, `price "fixed"`)
	sound, unsound := o.Sound(in)
	if len(unsound) != 1 || unsound[0].Field.Name != "gas_model" || len(sound) != 1 {
		t.Errorf("%v, %+v", sound, unsound)
	}
}

// TestRangesAreThoseOfPackagePrice: the table repeats them, so that its rows are data.
func TestRangesAreThoseOfPackagePrice(t *testing.T) {
	for name, want := range map[string]price.Range{
		"priced_level_nanofil": price.LevelRange, "knee_tgas": price.KneeRange, "knee_width_tgas": price.WidthRange,
		"premium_nanofil": price.PremiumRange, "premium_spread_tgas": price.SpreadRange,
		"gas_limit_ratio": price.LimitRange, "tip_nanofil": price.TipRange,
	} {
		a, err := assumption.Named(name)
		if err != nil || a.Range.Min != want.Min || a.Range.Max != want.Max || a.Since != 2 || !a.HasSlider() ||
			len(a.Needs) != 1 {
			t.Errorf("%s: %v, want %v, %v", name, a, want, err)
		}
	}
}

// TestDefaultsOfSnapshots: the levels of the load are what the figures before each snapshot say, to the digits stated.
func TestDefaultsOfSnapshots(t *testing.T) {
	table, err := assets.FirstRelease()
	if err != nil {
		t.Fatal(err)
	}
	for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
		in := simtest.Inputs(t, snapshot)
		m, err := price.Measure(table, in.Snapshot.Current)
		if err != nil {
			t.Fatal(err)
		}
		sc := simtest.ResolveOn(t, in, `{"snapshot": "`+snapshot+`"}`)
		for _, v := range [][3]float64{{sc.OnboardTgasPerPiB, m.OnboardTgasPerPiB, 6e-4},
			{sc.WindowTgasPerEiB, m.WindowTgasPerEiB, 6e-5}, {sc.OtherTgas, m.OtherTgas, 6e-4}} {
			if math.Abs(v[0]-v[1]) > v[2] {
				t.Errorf("%s: %v, measured %v", snapshot, v[0], v[1])
			}
		}
	}
}
