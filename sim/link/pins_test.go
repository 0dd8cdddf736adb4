package link

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
)

func pinned() State {
	raw := func(text string) json.RawMessage { return json.RawMessage(text) }
	return State{Snapshot: "2026-04-20", Edition: 2,
		Overrides: assumption.Overrides{"version": raw("2"), "raw_onboarding_pib": raw("4.5")},
		View: View{Pins: []Pin{
			{"5 PiB, direct", "2026-04-20", assumption.Overrides{"version": raw("2"), "raw_onboarding_pib": raw("5")}},
			{"研究 ~.&=_%", "2023-07-31", assumption.Overrides{"base_fee_nanofil": raw("0.9"),
				"fil_plus_rates": raw("[0.5,0.75]")}},
			{"", "2025-09-09", assumption.Overrides{}},
		}}}
}

// Pins come back from a link as they were, whatever their names, and nothing in it needs an escape.
func TestPinsRoundTrip(t *testing.T) {
	query, err := Encode(pinned())
	if err != nil {
		t.Fatal(err)
	}
	if strings.ContainsFunc(query, func(r rune) bool {
		return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~=&,", r)
	}) {
		t.Errorf("%s needs an escape", query)
	}
	const want = "&pin=5_PiB.2c._direct~v~2~snapshot~2026-04-20~onboarding~5" +
		"&pin2=.7814..7a76._.7e..2e..26..3d..5f..25.~" +
		"v~1~snapshot~2023-07-31~rates~0.5,0.75~fee~0.9&pin3=~v~1~snapshot~2025-09-09"
	if !strings.HasSuffix(query, want) {
		t.Errorf("the link is %s, want ...%s", query, want)
	}
	got := Read(query, "", nil)
	if len(got.Faults) > 0 || !reflect.DeepEqual(got.View.Pins, pinned().View.Pins) {
		t.Errorf("%s reads as %v, %v", query, got.View.Pins, got.Faults)
	}
	// What else the link says changes no pin.
	other := Read(strings.Replace(query, "onboarding=4.5", "onboarding=1&fee=2", 1), "", nil)
	if !reflect.DeepEqual(other.View.Pins, got.View.Pins) {
		t.Errorf("in another scenario they are %v", other.View.Pins)
	}
}

// A pin that was cut or damaged is left out and said so, and the others stay.
func TestDamagedPins(t *testing.T) {
	whole := "v~1~snapshot~2023-07-31"
	for _, text := range []string{"", "a", "a~", "a~v~1", "a~v~1~snapshot", "a~v~1~snapshot~2023-07",
		"a~snapshot~2023-07-31~v~1",
		"a.~" + whole, "a.x.~" + whole, "a~" + whole + "~fee", "a~" + whole + "~fee~", "a~" + whole + "~fee~0.",
		"a~" + whole + "~by~outflow", "a~" + whole + "~pin~b", "a~" + whole + "~fee~1~fee~2",
		"a~v~9~snapshot~2023-07-31"} {
		l := Read("v=1&pin="+text+"&pin2=b~"+whole, "", nil)
		if len(l.Faults) != 1 || l.Faults[0].Field != "pin" || len(l.View.Pins) != 1 || l.View.Pins[0].Name != "b" {
			t.Errorf("%q: %v, %v", text, l.View.Pins, l.Faults)
		}
	}
	l := Read("v=1&pin=a~"+whole, "", []string{"2026-04-20"})
	if len(l.Faults) != 1 || len(l.View.Pins) != 0 {
		t.Errorf("a network that is not there: %v, %v", l.View.Pins, l.Faults)
	}
	if long := Read("v=1&pin="+strings.Repeat("a", 200)+"~"+whole, "", nil); len(long.View.Pins[0].Name) != MaxPinName {
		t.Errorf("a name has %d characters", len(long.View.Pins[0].Name))
	}
}
