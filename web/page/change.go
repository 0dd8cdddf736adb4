package page

import (
	"math"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// change is how far the headline's figure lies from what the defaults come to, "" where that is nothing that the
// headline could tell.
func (p *composer) change() string {
	if p.Ghost == nil {
		return ""
	}
	run, ghost := &p.Result.Runs[p.focus()], &p.Ghost.Runs[Focus(p.Ghost)]
	_, ended := p.endsInMonth(run)
	by, _ := p.stated(run)
	now, _ := p.monthBurden(run, by)
	was, _ := p.monthBurden(ghost, by)
	away := math.Abs(now - was)
	if !(away > 1e-9*math.Max(math.Abs(now), math.Abs(was))) || ended || run.Summary.Month != ghost.Summary.Month {
		return ""
	}
	sign := "+"
	if now < was {
		sign = "−"
	}
	of := p.Text.ChangeDefault
	if version := p.Result.Scenario.Version; version != assumption.DefaultVersion {
		of = words.Fill(p.Text.ChangeDefaultOf, "version", words.Count(version))
	}
	if by != words.ByFIL {
		return words.Fill(p.Text.ChangePoints, "n", sign+words.Significant(100*away, 2), "default", of)
	}
	const told = 0.001 // FIL a day
	if away < told {
		return ""
	}
	return words.Fill(p.Text.ChangeFIL, "n", sign+p.amount(away), "default", of)
}
