package assumption_test

import (
	"reflect"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/simtest"
)

// TestPresetsOfBefore keep their names, the first version's defaults, their snapshots, and a fixed price. None of them
// is "the newest".
func TestPresetsOfBefore(t *testing.T) {
	for name, snapshot := range map[string]string{"study": "2023-07-31", "study-scaling": "2023-07-31",
		"as-adopted": "2023-07-31", "saved-unused": "2023-07-31", "refilled-in-part": "2023-07-31",
		"refilled": "2023-07-31", "today": "2025-09-09", "today-full": "2025-09-09"} {
		p, err := assumption.PresetNamed(name)
		if err != nil {
			t.Fatal(err)
		}
		in, sc := simtest.ResolvePreset(t, name, "{}")
		if sc.Version != assumption.FirstVersion || sc.Price != assumption.FixedPrice || p.Snapshot != snapshot ||
			in.Snapshot.Name != snapshot {
			t.Errorf("%s: version %d, price %s, on %s", name, sc.Version, sc.Price, p.Snapshot)
		}
		if _, said := p.Overrides["version"]; said {
			t.Errorf("%s says a version, which a link to it would have to", name)
		}
	}
	if p := assumption.DefaultPreset(); p.Overrides.Version() != assumption.DefaultVersion ||
		p.Snapshot != assumption.DefaultSnapshot {
		t.Errorf("the default is %+v", p)
	}
}

// TestPresetsAreFresh: what one caller lays over a preset, the next does not get.
func TestPresetsAreFresh(t *testing.T) {
	for _, p := range assumption.Presets() {
		if err := p.Overrides.Set("gamma", "0.5"); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range assumption.Presets() {
		if p.Overrides["gamma"] != nil {
			t.Errorf("%s keeps what was set on a copy of it", p.Name)
		}
	}
}

// TestDefaultPreset is Default.
func TestDefaultPreset(t *testing.T) {
	for _, snapshot := range []string{"2023-07-31", "2025-09-09"} {
		want, err := assumption.Default(simtest.Inputs(t, snapshot))
		if _, got := simtest.ResolvePreset(t, "default", `{"snapshot": "`+snapshot+`"}`); err != nil ||
			!reflect.DeepEqual(got, want) {
			t.Errorf("%+v, want %+v (%v)", got, want, err)
		}
	}
}
