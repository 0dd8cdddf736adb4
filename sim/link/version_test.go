package link

import (
	"testing"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
)

// TestVersions: what a link means by its version, and by none; over the page that it is the address of, and by itself.
func TestVersions(t *testing.T) {
	preset := assumption.DefaultPreset()
	standard, err := Encode(State{Snapshot: preset.Snapshot, Overrides: preset.Overrides})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		link, start string
		version     int
		written     string
	}{
		{"v=2&snapshot=2023-07-31", "", 2, "v=2&snapshot=2023-07-31"},
		{"v=2&snapshot=2023-07-31&price=fixed&fee=0.5", "", 2, "v=2&snapshot=2023-07-31&price=fixed&fee=0.5"},
		{"v=2&snapshot=2023-07-31&fee=0.5&knee=41&tip=0.001", "", 2,
			"v=2&snapshot=2023-07-31&fee=0.5&knee=41&tip=0.001"},
		{"v=1&snapshot=2023-07-31&price=block_space", "", 1, "v=1&snapshot=2023-07-31&price=block_space"},
		{"fee=0.5", "", 1, "v=1&snapshot=2023-07-31&fee=0.5"},
		{"snapshot=2023-07-31", "", 1, "v=1&snapshot=2023-07-31"},
		{"", "", assumption.DefaultVersion, standard},
		{"lang=en", "", assumption.DefaultVersion, standard + "&lang=en"},
		{"", "lang=zh-CN", assumption.DefaultVersion, standard + "&lang=zh-CN"},
		{"#assumptions", "", assumption.DefaultVersion, standard},
		// Any other key is a link of before, also on the default's page in another language.
		{"by=outflow", "", 1, "v=1&snapshot=2023-07-31&by=outflow"},
		{"fee=0.5", "lang=zh-CN", 1, "v=1&snapshot=2023-07-31&fee=0.5&lang=zh-CN"},
		// On a preset's page a key without a version is laid over the preset as it is.
		{"rebound=0.5", "v=2&snapshot=2023-07-31&share=0.09&adoption=constant", 2,
			"v=2&snapshot=2023-07-31&adoption=constant&share=0.09&rebound=0.5"},
		{"fee=0.5", "v=1&snapshot=2023-07-31&direct=0.15", 1, "v=1&snapshot=2023-07-31&fee=0.5&direct=0.15"},
		{"v=1&fee=0.5", "v=2&snapshot=2023-07-31&share=0.09", 1, "v=1&snapshot=2023-07-31&fee=0.5"},
		// A base fee fixes the price of the page that it is laid over.
		{"fee=0.5", "v=2&snapshot=2023-07-31&price=block_space", 2, "v=2&snapshot=2023-07-31&fee=0.5"},
		{"fee=0.5&price=block_space", "v=2&snapshot=2023-07-31", 2,
			"v=2&snapshot=2023-07-31&price=block_space&fee=0.5"},
	} {
		got := Read(c.link, c.start, []string{snapshot})
		if len(got.Faults) > 0 || got.Overrides.Version() != c.version {
			t.Errorf("%s on %q: version %d, %v", c.link, c.start, got.Overrides.Version(), got.Faults)
		}
		if text, err := Encode(got.State); err != nil || text != c.written {
			t.Errorf("%s on %q: written %s, %v, want %s", c.link, c.start, text, err, c.written)
		}
	}
	for _, c := range []struct {
		link   string
		reason *fault.Code
	}{{"v=3", fault.LinkNewerFormat}, {"v=0", fault.Illegal}, {"v=2&price=cheap", fault.Illegal},
		{"v=2&knee=", fault.Illegal}} {
		if got := Read(c.link, "", []string{snapshot}); len(got.Faults) != 1 || got.Faults[0].Code != c.reason {
			t.Errorf("%s: %+v", c.link, got.Faults)
		}
	}
}
