package release

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
)

// The shipped text is what the shipped inputs make of it; with a further snapshot it lists and describes that too.
func TestSources(t *testing.T) {
	text, err := os.ReadFile("../../../assets/SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	in := embedded(t)
	p, err := in.Parse()
	if err != nil {
		t.Fatal(err)
	}
	if p.Models, err = assets.TrainedModels(); err != nil {
		t.Fatal(err)
	}
	editions, err := assets.Editions()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Sources(text, in, p, editions[len(editions)-1].Released)
	if err != nil || !bytes.Equal(got, text) {
		t.Errorf("SOURCES.md is not what its inputs make of it: %v\n%s", err, got[:min(len(got), 2600)])
	}

	in.Snapshots["2026-01-01"] = []byte("{}")
	got, err = Sources(text, in, p, day.Of(2026, 1, 2))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"| `snapshot-2026-01-01.json` |", "| `packs/2026-01-01.json` |", "\n- 2026-01-01: ",
		"| 2026-01-02 | generated |"} {
		if strings.Count(string(got), want) != 1 {
			t.Errorf("%q occurs %d times", want, strings.Count(string(got), want))
		}
	}
	again, err := Sources(got, in, p, day.Of(2026, 1, 2))
	if err != nil || !bytes.Equal(again, got) {
		t.Errorf("a second time it changes again: %v", err)
	}
	for _, broken := range []string{"", "|---|---|---|---|\n", strings.ReplaceAll(string(text), "Figures stop",
		"Figures end"), strings.ReplaceAll(string(text), "The first two files", "These files")} {
		if _, err := Sources([]byte(broken), in, p, 0); err == nil {
			t.Error("no error for a text without the places to change")
		}
	}
}
