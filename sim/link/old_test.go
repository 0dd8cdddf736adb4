package link_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"os"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/sim/simtest"
)

// old is a link that stood in the repository, at 34f37df, when there was one version of the defaults, and what it meant
// there: the first digits of the SHA-256 of its scenario as JSON, and two figures of its middle rate.
type old struct {
	Link     string  `json:"link"`
	Scenario string  `json:"scenario"`
	GasFIL   float64 `json:"gas_fil"`
	Saving   float64 `json:"saving_fil"`
}

const oldLinks = "testdata/links-34f37df.json"

// keyless is how many of them have no key that a link knows but the language's: they are the page as it is now. (Three
// are addresses of a preset's page, which this reads without its own link.)
const keyless = 9

// TestOldLinksMeanWhatTheyMeant, to the last digit.
func TestOldLinksMeanWhatTheyMeant(t *testing.T) {
	data, err := os.ReadFile(oldLinks)
	if err != nil {
		t.Fatal(err)
	}
	var rows []old
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	if len(rows) != 318 {
		t.Errorf("%d links", len(rows))
	}
	inputs, without := map[string]*assumption.Inputs{}, 0
	for i, row := range rows {
		l := link.Read(row.Link, "", assets.SnapshotNames())
		if l.Overrides.Version() != assumption.FirstVersion {
			preset := assumption.DefaultPreset()
			same := maps.EqualFunc(l.Overrides, preset.Overrides, func(a, b json.RawMessage) bool {
				return string(a) == string(b)
			})
			if !same || l.Snapshot != preset.Snapshot {
				t.Errorf("%s is %s on %s, want the default", row.Link, l.Overrides, l.Snapshot)
			}
			without++
			continue
		}
		in := inputs[l.Snapshot]
		if in == nil {
			if in, err = simtest.Load(l.Snapshot); err != nil {
				t.Fatal(err)
			}
			inputs[l.Snapshot] = in
		}
		l.Overrides["snapshot"] = json.RawMessage(`"` + l.Snapshot + `"`)
		sound, _ := l.Overrides.Sound(in)
		sc, err := sound.Resolve(in)
		if err != nil {
			t.Errorf("%s: %v", row.Link, err)
			continue
		}
		text, err := json.Marshal(sc)
		if err != nil {
			t.Fatal(err)
		}
		r, err := sim.Run(in, sc)
		if err != nil {
			t.Errorf("%s: %v", row.Link, err)
			continue
		}
		sum := sha256.Sum256(text)
		s := &r.Runs[len(r.Runs)/2].Summary
		got := old{row.Link, hex.EncodeToString(sum[:8]), s.GasFIL, s.SavingFIL}
		if rows[i] = got; got != row {
			t.Errorf("%s: %+v, was %+v\n%s", row.Link, got, row, text)
		}
	}
	if without != keyless {
		t.Errorf("%d links are the page as it is now, want %d", without, keyless)
	}
	if os.Getenv("UPDATE_OLD_LINKS") != "" {
		data, _ := json.MarshalIndent(rows, "", " ")
		if err := os.WriteFile(oldLinks, append(data, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
