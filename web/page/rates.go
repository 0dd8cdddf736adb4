package page

import (
	"maps"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// AddRate adds a FIL+ rate in the widest gap between the present ones.
func (p *Choices) AddRate() {
	rates := slices.Clone(p.Scenario.FILPlusRates)
	if len(rates) >= assumption.MaxRates {
		return
	}
	at := []float64{0, 1}
	for _, r := range rates {
		at = append(at, r[0])
	}
	best, gap, before := 0.0, -1.0, 0.0
	for i := range at {
		next := model.Nth(at, i)
		if d := next - before; d > gap+1e-9 {
			best, gap = (next+before)/2, d
		}
		before = next
	}
	p.setRates(append(rates, mechafil.Constant(float64(int(best*100+0.5))/100)))
}

// RemoveRate removes the i-th FIL+ rate; the last one stays.
func (p *Choices) RemoveRate(i int) {
	if rates := p.Scenario.FILPlusRates; len(rates) > 1 && i < len(rates) {
		p.setRates(slices.Delete(slices.Clone(rates), i, i+1))
	}
}

func (p *Choices) setRates(rates []mechafil.Path) {
	p.Settle()
	for _, s := range p.Rates {
		s.clear()
	}
	p.showRates()
	p.mustAdopt(p.with("fil_plus_rates", mustJSON(rates)))
	p.layOverOpening("fil_plus_rates")
}

// Show draws or hides a kind of curves or a rate.
func (p *Choices) Show(name string, on bool) {
	p.Settle()
	p.Hidden = maps.Clone(p.Hidden)
	if on {
		delete(p.Hidden, name)
	} else {
		p.Hidden[name] = true
	}
}

// showRates draws all rates again, for when their places change.
func (p *Choices) showRates() {
	for name := range p.Hidden {
		if _, err := strconv.Atoi(name); err == nil {
			p.Show(name, true)
		}
	}
}
