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
		same := preset.Snapshot == snapshot
		for name := range overrides {
			same = same && (name == "snapshot" || preset.Overrides[name] != nil)
		}
		for name, value := range preset.Overrides {
			same = same && string(overrides[name]) == string(value)
		}
		if same {
			return preset.Name
		}
	}
	return ""
}
