package explore

import (
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
)

// Everything that can be asked about has a name and, where it has one, a unit.
func TestCatalogueIsComplete(t *testing.T) {
	text := English()
	for _, f := range explore.Figures() {
		if words := text.Figures[f.Name]; words.Label == "" || words.Inside == "" || text.Units[f.Unit] == "" ||
			text.Gaps[f.Unit] == "" {
			t.Errorf("figure %s [%s] is %+v", f.Name, f.Unit, words)
		}
	}
	if len(text.Figures) != len(explore.Figures()) {
		t.Errorf("%d figures named, %d exist", len(text.Figures), len(explore.Figures()))
	}
	for _, in := range explore.Inputs() {
		words := text.Inputs[in.Name]
		if words.Label == "" || words.Inside == "" || words.Unit == "" && in.Choices == nil && !in.Date {
			t.Errorf("input %s is %+v", in.Name, words)
		}
		for _, choice := range in.Choices {
			if _, err := day.Parse(choice); err != nil && text.Choices[choice] == "" { // days are written as such
				t.Errorf("%s: no name for %s", in.Name, choice)
			}
		}
	}
	for _, f := range assumption.Rows() {
		if text.Inputs[f.Name].Label == "" {
			t.Errorf("field %s has no name", f.Name)
		}
	}
	for _, curve := range explore.Curves() {
		if text.Ensemble.Curves[curve.Name] != "" && text.Spoken[curve.Unit] == "" {
			t.Errorf("curve %s is spoken without a unit", curve.Name)
		}
	}
	for _, by := range []string{"netflow", "outflow", "circulating"} {
		for _, curve := range CurvesBy(by) {
			if text.Ensemble.Curves[curve] == "" {
				t.Errorf("curve %s has no name", curve)
			}
		}
	}
	for _, basis := range []assumption.Basis{assumption.OwnHistory, assumption.FIPTable, assumption.WholeRange,
		assumption.Protocol, assumption.BaselineFIP, assumption.Multiplier, assumption.Stated, assumption.Window,
		assumption.FirstYear, "choices"} {
		if text.Tornado.Basis[string(basis)] == "" {
			t.Errorf("basis %s has no words", basis)
		}
	}
	for _, reason := range []explore.Reason{explore.PowerEnded, explore.OutsideRun, explore.BeforeMeans,
		explore.DividesZero, explore.Illegal} {
		if text.Flip.Reason[string(reason)] == "" {
			t.Errorf("reason %s has no words", reason)
		}
	}
	if at := empty(reflect.ValueOf(*text), "Text"); at != "" {
		t.Errorf("%s is empty", at)
	}
}

// empty is where a catalogue has no words; units of choices are none.
func empty(v reflect.Value, at string) string {
	switch v.Kind() {
	case reflect.String:
		if v.String() == "" && !strings.HasSuffix(at, ".Unit") {
			return at
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if found := empty(v.Field(i), at+"."+v.Type().Field(i).Name); found != "" {
				return found
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			if found := empty(v.Index(i), at); found != "" {
				return found
			}
		}
	case reflect.Map:
		if v.Len() == 0 {
			return at
		}
		for _, key := range v.MapKeys() {
			if found := empty(v.MapIndex(key), at+"."+key.String()); found != "" {
				return found
			}
		}
	}
	return ""
}

func TestNumbers(t *testing.T) {
	text := English()
	for _, c := range []struct{ got, want string }{
		{text.figure(0.0123456, "share"), "1.23 %"},
		{text.figure(-0.5, "share/year"), "−50 % a year"},
		{text.figure(7_494_604, "FIL"), "7.49 million FIL"},
		{text.figure(6851.2, "FIL/day"), "6,851 FIL a day"},
		{text.figure(math.NaN(), "share"), "undefined"},
		{text.signed(0.00365, "share"), "+0.365 percentage points"},
		{text.signed(-0.00273, "share"), "−0.273 percentage points"},
		{significant(0, 3), "0"},
		{significant(1.5e-9, 3), "1.50e−09"},
		{text.value("renewal_rate", json.RawMessage("[0.5,0.25,0.75]")), "25 % to 75 %, over time"},
		{text.value("fil_plus_rates", json.RawMessage("[0.5,[0.1,0.2]]")), "50 %, 10 % to 20 %, over time"},
		{text.value("burn_feedback", json.RawMessage("true")), "on"},
		{text.value("snapshot", json.RawMessage(`"2025-09-09"`)), "9 September 2025"},
		{text.value("base_fee_nanofil", json.RawMessage("0.4631234")), "0.4631 nanoFIL"},
		{text.list([]string{"a", "b", "c"}), "a, b and c"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		n         int
		want      []float64
	}{
		{0, 1, 5, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}},
		{0, 0.0265, 4, []float64{0, 0.005, 0.01, 0.015, 0.02, 0.025}},
		{-3, 9, 4, []float64{-2, 0, 2, 4, 6, 8}},
	} {
		got := ticks(c.low, c.high, c.n)
		if len(got) != len(c.want) {
			t.Errorf("%v to %v: %v, want %v", c.low, c.high, got, c.want)
			continue
		}
		for i := range got {
			if math.Abs(got[i]-c.want[i]) > 1e-12 {
				t.Errorf("%v to %v: %v, want %v", c.low, c.high, got, c.want)
			}
		}
	}
}
