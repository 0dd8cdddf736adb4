package page

import (
	"encoding/json"
	"maps"

	"github.com/gasburden/gasburden/sim/assumption"
)

// UsePreset starts from a preset's assumptions and its snapshot, which may have to be loaded first.
func (p *Choices) UsePreset(preset assumption.Preset) {
	p.Settle()
	p.ClearNotes()
	p.turn(preset.Overrides.Version())
	p.snapshotError = nil
	if !p.shows(preset.Snapshot, p.lastEdition().Number) {
		p.opening, p.openingFile = preset.Overrides, false
		p.load(preset.Snapshot, p.lastEdition().Number)
		return
	}
	p.stay()
	p.clearControls()
	p.begin(preset.Overrides)
	p.mustAdopt(preset.Scenario())
}

// UseToday lays what the reader set over today's default, on its network unless the reader chose another one than the
// version before started from. What does not go together there is said, as of a link.
func (p *Choices) UseToday() {
	p.Settle()
	p.ClearNotes()
	preset, snapshot := assumption.DefaultPreset(), p.SnapshotName()
	if snapshot == assumption.SnapshotOf(p.Scenario.Version) {
		snapshot = preset.Snapshot
	}
	set := maps.Clone(p.overrides)
	delete(set, "snapshot")
	delete(set, "version")
	overrides := preset.Overrides
	overrides.Lay(set)
	p.turn(overrides.Version())
	if !p.shows(snapshot, p.lastEdition().Number) {
		p.opening, p.openingFile = overrides, false
		p.load(snapshot, p.lastEdition().Number)
		return
	}
	p.stay()
	p.useLink(overrides)
}

// Preset is the name of the preset whose assumptions are in use, or "".
func (p *Choices) Preset() string { return presetOf(p.overrides, p.SnapshotName(), &p.defaults) }

// presetOf is the name of the preset that has these overrides on a snapshot, or "". What one of the two leaves out it
// has by default, where the defaults are known.
func presetOf(overrides assumption.Overrides, snapshot string, defaults *assumption.Scenario) string {
	for _, preset := range assumption.Presets() {
		if preset.Snapshot == snapshot && differing(overrides, preset.Overrides, defaults) == 0 {
			return preset.Name
		}
	}
	return ""
}

// differing is in how many assumptions overrides differ, the snapshot apart. How much goes direct is one, whether that
// or how its share is said differs: the page has one control for both.
func differing(a, b assumption.Overrides, defaults *assumption.Scenario) (n int) {
	count := func(name string, value json.RawMessage, other assumption.Overrides) {
		said, both := other[name]
		if !both && defaults != nil && name != "version" {
			if of, err := assumption.Named(name); err == nil {
				said, _ = of.Value(defaults)
			}
		}
		if name == "adoption_share" && string(a["adoption"]) != string(b["adoption"]) {
			return
		}
		if name != "snapshot" && string(said) != string(value) {
			n++
		}
	}
	for name, value := range a {
		count(name, value, b)
	}
	for name, value := range b {
		if _, both := a[name]; !both {
			count(name, value, a)
		}
	}
	return n
}

// changedFrom is the preset that the assumptions in use were changed from, and how many of them were: the preset that
// has most of its own among them, else the one that the reader began with; "" where there is none.
func (p *Choices) changedFrom() (name string, changes int) {
	began, most := bareOf(p.overrides), -1
	began.Lay(p.began)
	for _, preset := range assumption.Presets() {
		if preset.Snapshot != p.SnapshotName() || preset.Overrides.Version() != p.overrides.Version() {
			continue
		}
		with := maps.Clone(p.overrides)
		with.Lay(preset.Overrides)
		bare := maps.Clone(preset.Overrides)
		delete(bare, "horizon_days") // which nobody begins with
		switch own := len(preset.Overrides); {
		case own > most && differing(with, p.overrides, &p.defaults) == 0:
			most = own
		case most > 0 || differing(began, bare, &p.defaults) > 0:
			continue
		}
		name, changes = preset.Name, differing(p.overrides, preset.Overrides, &p.defaults)
	}
	return name, changes
}
