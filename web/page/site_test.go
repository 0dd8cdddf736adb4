package page

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

// The footer names every network state that the site has, the oldest first.
func TestFooter(t *testing.T) {
	text := words.English()
	for _, c := range []struct {
		snapshots []string
		want      string
	}{
		{[]string{"2025-09-09", "2023-07-31"}, "network states of 31 July 2023 and 9 September 2025. Method"},
		{[]string{"2023-07-31", "2026-10-01", "2025-09-09"},
			"network states of 31 July 2023, 9 September 2025 and 1 October 2026. Method"},
	} {
		if got := text.FooterOn(c.snapshots); !strings.Contains(got, c.want) {
			t.Errorf("%q: %q", c.snapshots, got)
		}
	}
}
