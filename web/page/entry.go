package page

import (
	"bytes"
	"encoding/json"
	"maps"

	"github.com/gasburden/gasburden/sim/assumption"
)

// entry is what is being typed into a number field, from the first key until the reader leaves the field or presses
// Enter. The picture follows each key; but a text that turns out to be no legal value was none from its first digit on:
// of "700 picoFIL" the scenario must not keep 700.
type entry struct {
	field string // name of the control, "" while nobody types
	in    *assumption.Inputs

	before, since assumption.Overrides // of the scenario: before the entry, and as it left them
	step          int                  // that was on show before
	number        float64              // of a storage provider's question: before the entry
}

// Entered is called when the reader enters or leaves a field, or presses Enter: what is typed next is another entry.
func (p *Choices) Entered() { p.entry = entry{} }

// enter begins an entry, unless the one of that field goes on.
func (p *Choices) enter(field string, number float64) {
	if e := &p.entry; e.field == field && e.in == p.in && alike(e.since, p.overrides) {
		return
	}
	p.entry = entry{field: field, in: p.in, before: p.overrides, since: p.overrides, number: number, step: p.Step()}
}

// giveBack makes the scenario what it was before the entry of a slider's field.
func (p *Choices) giveBack(s *Slider) {
	if alike(p.entry.before, p.overrides) {
		return
	}
	if p.adopt(p.in, p.entry.before) == nil {
		p.layOverOpening(s.Name)
		p.steps.forget(p.entry.step)
	}
}

func alike(a, b assumption.Overrides) bool {
	return maps.EqualFunc(a, b, func(a, b json.RawMessage) bool { return bytes.Equal(a, b) })
}
