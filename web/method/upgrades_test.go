package method

import (
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/protocol"
)

// TestUpgrades: every network version stands in the table with its date and what it changes, in both languages.
func TestUpgrades(t *testing.T) {
	for _, text := range []*Text{English(), Chinese()} {
		if len(text.Page.UpgradeRows) != len(protocol.Upgrades()) {
			t.Errorf("%s: %d rows for %d versions", text.Language, len(text.Page.UpgradeRows), len(protocol.Upgrades()))
			continue
		}
		said := strings.ReplaceAll(Page(text, inputs(t)), "\u00a0", " ")
		for i, u := range protocol.Upgrades() {
			for _, want := range []string{"nv" + strconv.Itoa(u.Version) + " " + u.Name, text.date(u.Day()),
				text.grouped(strconv.Itoa(u.Epoch)), text.Page.UpgradeRows[i]} {
				if !strings.Contains(said, want) {
					t.Errorf("%s: the page does not say %q", text.Language, want)
				}
			}
		}
		if !strings.Contains(said, "12:59:30") || strings.Count(said, text.Page.UpgradeScheduled) != 1 {
			t.Errorf("%s: the scheduled upgrade is not marked so, to the second", text.Language)
		}
	}
}
