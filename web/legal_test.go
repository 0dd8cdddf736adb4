package web

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
)

// In English the page says of legal values what the simulator and the link say.
func TestLegalIsWhatTheSimulatorSays(t *testing.T) {
	text := English()
	for _, f := range sim.Fields() {
		if got := text.legal(f); got != f.Legal() {
			t.Errorf("%s: %q, want %q", f.Name, got, f.Legal())
		}
	}
	for _, query := range []string{"v=x", "snapshot=x", "model=x", "by=x", "unit=x", "band=x", "band_of=x", "hide=x", "zoom=x", "controls=x", "lang=%22", "fee=x", "gas=%22", "feedback=x"} {
		_, faults := link.Decode(query, study)
		if len(faults) != 1 || faults[0].Reason != link.Illegal {
			t.Errorf("%s: %+v", query, faults)
			continue
		}
		if got := text.linkLegal(faults[0].Key, ""); got != faults[0].Legal {
			t.Errorf("%s: %q, want %q", query, got, faults[0].Legal)
		}
	}
}

// A value of a link that is legal in form and not in size is named with its range.
func TestUnsoundIsNamed(t *testing.T) {
	p := newStudyPage(t)
	p.Open("v=1&fee=-1&direct=0&rebound=1")
	got := strings.Join(p.LinkNotices, "\n")
	mustContain(t, got, "base_fee_nanofil is -1, want a number in 0..1000", "Refilled by more deals: gas that costs nothing")
}
