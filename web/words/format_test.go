package words

import (
	"testing"
	"time"

	"github.com/gasburden/gasburden/model/day"
)

// English dates are what package time would write.
func TestDates(t *testing.T) {
	text := English()
	for d := day.Of(2023, 1, 1); d < day.Of(2025, 1, 1); d++ {
		want := time.Unix(d.Unix(), 0).UTC()
		for _, c := range []struct{ got, layout string }{
			{text.LongDate(d), "2 January 2006"},
			{text.MonthOf(d), "January 2006"},
			{text.SnapshotLabel(d.String()), "2 January 2006"},
		} {
			if c.got != want.Format(c.layout) {
				t.Fatalf("%q, want %q", c.got, want.Format(c.layout))
			}
		}
	}
	for _, name := range []string{"", "study", "2023-02-30"} {
		if got := text.SnapshotLabel(name); got != name {
			t.Errorf("a snapshot named %q is shown as %q", name, got)
		}
	}
}
