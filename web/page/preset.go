package page

import (
	"maps"

	"github.com/gasburden/gasburden/sim"
)

// UsePreset starts from a preset's assumptions and its snapshot, which may have to be loaded first.
func (p *Choices) UsePreset(preset sim.Preset) {
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
	preset, snapshot := sim.DefaultPreset(), p.SnapshotName()
	if snapshot == sim.SnapshotOf(p.Scenario.Version) {
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
func (p *Choices) Preset() string { return presetOf(p.overrides, p.SnapshotName()) }

// presetOf is the name of the preset that has these overrides on a snapshot, or "".
func presetOf(overrides sim.Overrides, snapshot string) string {
	for _, preset := range sim.Presets() {
		if preset.Snapshot == snapshot && differing(overrides, preset.Overrides) == 0 {
			return preset.Name
		}
	}
	return ""
}

// differing is in how many assumptions overrides differ, the snapshot apart.
func differing(a, b sim.Overrides) (n int) {
	for name, value := range a {
		if name != "snapshot" && string(b[name]) != string(value) {
			n++
		}
	}
	for name := range b {
		if _, both := a[name]; !both && name != "snapshot" {
			n++
		}
	}
	return n
}

// changedFrom is the preset that the assumptions in use were changed from, and how many of them were: the preset that
// the reader began with, or else the one that is all defaults on this network; "" where there is none.
func (p *Choices) changedFrom() (preset string, changes int) {
	bare := bareOf(p.overrides)
	began := maps.Clone(bare)
	began.Lay(p.began)
	for _, from := range []sim.Overrides{began, bare} {
		for _, preset := range sim.Presets() {
			same := maps.Clone(preset.Overrides)
			delete(same, "horizon_days") // which nobody begins with
			if preset.Snapshot == p.SnapshotName() && differing(from, same) == 0 {
				return preset.Name, differing(p.overrides, preset.Overrides)
			}
		}
	}
	return "", 0
}
