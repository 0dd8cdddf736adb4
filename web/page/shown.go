package page

import (
	"maps"
	"strconv"

	"github.com/gasburden/gasburden/sim/link"
)

// Toggle is a kind of curves, or a FIL+ rate, that the reader may hide.
type Toggle struct {
	Name  string // as in a link
	Label string
	On    bool
}

// Toggles are what may be hidden, in the order of a link; rates only where there are several.
func (p *Page) Toggles() []Toggle {
	labels := []string{p.Text.Link.ShowStatus, p.Text.Link.ShowDirect, p.Text.Realised}
	var out []Toggle
	for i, kind := range link.Kinds {
		out = append(out, Toggle{kind, labels[i], !p.Hidden[kind]})
	}
	if p.RateCount > 1 {
		for i := range p.RateCount {
			name := strconv.Itoa(i + 1)
			out = append(out, Toggle{name, p.rateText(p.Scenario.FILPlusRates[i]), !p.Hidden[name]})
		}
	}
	return out
}

// Show draws or hides a kind of curves or a rate.
func (p *Page) Show(name string, on bool) {
	p.Hidden = maps.Clone(p.Hidden)
	if on {
		delete(p.Hidden, name)
	} else {
		p.Hidden[name] = true
	}
}

// showRates draws all rates again, for when their places change.
func (p *Page) showRates() {
	for name := range p.Hidden {
		if _, err := strconv.Atoi(name); err == nil {
			p.Show(name, true)
		}
	}
}

// hides reports whether the curve of a kind and a run is hidden.
func (p *Page) hides(kind string, run int) bool {
	return p.Hidden[kind] || run >= 0 && len(p.Result.Runs) > 1 && p.Hidden[strconv.Itoa(run+1)]
}
