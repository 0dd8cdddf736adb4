package assets

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"
)

// A history comes back as it was written, and is the table's, from the day before its first to the snapshot's.
func TestHistory(t *testing.T) {
	daily, err := NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range SnapshotNames() {
		s, err := Snapshot(name)
		if err != nil {
			t.Fatal(err)
		}
		built, err := BuildHistory(name, 730)
		if err != nil {
			t.Fatal(err)
		}
		data, err := EncodeHistory(built)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := EncodeHistory(built); err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: written twice, it differs (%v)", name, err)
		}
		if len(data) > 60_000 {
			t.Errorf("%s: %d bytes, want at most 60000", name, len(data))
		}
		read, err := DecodeHistory(data)
		if err != nil {
			t.Fatal(err)
		}
		if read.First != s.Current-730 || len(read.BurntFIL) != 731 || read.CirculatingFIL != nil {
			t.Errorf("%s: %d days from %s", name, len(read.BurntFIL), read.First)
		}
		for _, c := range historyColumns() {
			from := daily.Row(read.First)
			same := func(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }
			if !slices.EqualFunc(*c.of(read), (*c.of(daily))[from:from+731], same) {
				t.Errorf("%s: %s is not the table's", name, c.name)
			}
		}
	}
}

func TestBrokenHistory(t *testing.T) {
	built, err := BuildHistory(StudySnapshot, 5)
	if err != nil {
		t.Fatal(err)
	}
	data, err := EncodeHistory(built)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ old, new, want string }{
		"version": {`"version":1`, `"version":9`, "want 1"},
		"key":     {`"gas_total"`, `"gas"`, "gas"},
		"days":    {`"days":6`, `"days":0`, "days"},
	} {
		broken := bytes.Replace(data, []byte(c.old), []byte(c.new), 1)
		if bytes.Equal(broken, data) {
			t.Errorf("%s: nothing to break in %.200s", name, data)
			continue
		}
		if _, err := DecodeHistory(broken); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want an error that names %s", name, err, c.want)
		}
	}
	if _, err := BuildHistory("2024-01-01", 5); err == nil {
		t.Error("no error for an unknown snapshot")
	}
	built.BurntFIL = built.BurntFIL[:3]
	if _, err := EncodeHistory(built); err == nil {
		t.Error("no error for columns of different lengths")
	}
}
