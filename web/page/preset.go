package page

import "github.com/gasburden/gasburden/sim"

// UsePreset starts from a preset's assumptions and its snapshot, which may have to be loaded first.
func (p *Choices) UsePreset(preset sim.Preset) {
	p.Settle()
	p.ClearNotes()
	p.snapshotError = nil
	if !p.shows(preset.Snapshot, p.lastEdition().Number) {
		p.opening, p.openingFile = preset.Overrides, false
		p.load(preset.Snapshot, p.lastEdition().Number)
		return
	}
	p.stay()
	p.clearControls()
	p.mustAdopt(preset.Scenario())
}

// Preset is the name of the preset whose assumptions are in use, or "".
func (p *Choices) Preset() string {
	for _, preset := range sim.Presets() {
		same := len(preset.Overrides)+1 == len(p.overrides)
		for name, value := range preset.Scenario() {
			same = same && string(p.overrides[name]) == string(value)
		}
		if same {
			return preset.Name
		}
	}
	return ""
}
