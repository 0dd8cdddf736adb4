package link

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// A link made with a reader's own figures says which, comes back the same, and always with a fault: whoever reads
// it strictly refuses it, for what it shows cannot be had from it.
func TestOwn(t *testing.T) {
	own := Own{"3f2a9c1b7d04", 1791, day.Of(2020, 10, 15), day.Of(2025, 9, 9)}
	query, err := Encode(State{Snapshot: snapshot, Own: own})
	if err != nil || query != "v=1&snapshot="+snapshot+"&own=3f2a9c1b7d04_1791_2020-10-15_2025-09-09" {
		t.Fatalf("%s, %v", query, err)
	}
	read := Read(query, "", []string{snapshot})
	back, faults := read.State, read.Faults
	if back.Own != own || len(faults) != 1 || faults[0].Code != fault.LinkOwnFigures ||
		!strings.Contains(faults[0].Error(), "own figures") {
		t.Errorf("%+v, %v", back.Own, faults)
	}
	for _, text := range []string{
		"", "3f2a9c1b7d04", "3f2a9c1b7d0_1_2020-10-15_2020-10-15", "3F2A9C1B7D04_1_2020-10-15_2020-10-15",
		"3f2a9c1b7d04_0_2020-10-15_2020-10-15", "3f2a9c1b7d04_01_2020-10-15_2020-10-15",
		"3f2a9c1b7d04_+1_2020-10-15_2020-10-15",
		"3f2a9c1b7d04_1_2020-10-16_2020-10-15", "3f2a9c1b7d04_1_2020-13-15_2020-10-15",
		"3f2a9c1b7d04_1_2020-10-15_2020-10-15_x",
	} {
		if o, ok := ParseOwn(text); ok {
			t.Errorf("%q is read as %v", text, o)
		}
		if faults := Read("own="+text, "", []string{snapshot}).Faults; len(faults) != 1 ||
			faults[0].Code != fault.LinkOwnFigures {
			t.Errorf("own=%s: %v: the link does not say that it was made with other figures", text, faults)
		}
	}
}
