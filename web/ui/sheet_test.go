package ui

import (
	stdhtml "html"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// What goes to paper: every assumption with its value, those that were changed marked, the link, and the sources.
func TestSheet(t *testing.T) {
	p := newStudyPage(t)
	assume(t, p, "base_fee_nanofil=0.5", "gas_model=scaling")
	p.Places.Page = "https://example.org/g/"
	root := build(t, NewApp(p))
	link := stdhtml.UnescapeString(root.byID(t, "sheet-link").words())
	query, _ := p.Link()
	mustContain(t, link, "https://example.org/g/?"+query)
	var terms, values []string
	for _, e := range root.tagged("dt") {
		terms = append(terms, e.words())
	}
	for _, e := range root.tagged("dd") {
		values = append(values, e.words())
	}
	all := strings.Join(terms, "|") + "|"
	for _, a := range p.Picture().Assumptions {
		if !strings.Contains(all, a.Label+"|") {
			t.Errorf("the sheet has no %s", a.Label)
		}
	}
	shown := strings.Join(values, "|") + "|"
	mustContain(t, shown, "0.5 nanoFIL (changed)|")
	mustContain(t, root.byID(t, "sheet-source").words(), "31 July 2023")
	mustContain(t, root.byID(t, "sheet-source").words(), "edition")
	if words := root.byID(t, "sheet-date").attr["data-words"]; !strings.Contains(words, "{date}") {
		t.Errorf("the date of printing is %q", words)
	}
}

// Every chart's values are spoken in a unit: percent and ratios carry it in the number or have none.
func TestSpokenUnits(t *testing.T) {
	p := newStudyPage(t)
	p.DivideBy(words.ByFIL)
	if got := plotOf(p, page.Hero).Spec.Text["unit"]; got != "{value} FIL a day" {
		t.Errorf("the hero in FIL a day is spoken as %q", got)
	}
	p.DivideBy(words.ByNetflow)
	for _, unit := range []string{page.GasInFIL, page.GasInGas, page.GasOfTotal} {
		p.GasUnit = unit
		want := map[string]string{
			"hero": "{value}", "outflow": "{value} FIL a day", "deal": "{value} PiB a day", "ratio": "{value}",
			"gas-over-outflow": "{value}", "gas-over-netflow": "{value}",
			"gas": map[string]string{page.GasInFIL: "{value} FIL a day", page.GasInGas: "{value} Tgas a day",
				page.GasOfTotal: "{value}"}[unit],
			"raw-power": "{value} EiB", "qa-power": "{value} EiB", "baseline": "{value} EiB",
			"raw-onboarded": "{value} PiB a day", "raw-removed": "{value} PiB a day",
			"circulating": "{value} million FIL", "locked": "{value} million FIL", "burnt": "{value} million FIL",
			"vested": "{value} million FIL", "reward": "{value} FIL a day", "sector-pledge": "{value} FIL",
			"sector-roi": "{value}",
		}
		for _, id := range page.PlotIDs {
			if id == page.Blocks {
				if got := plotOf(newBlocksPage(t), id).Spec.Text["unit"]; got != "{value} Tgas a day" {
					t.Errorf("blocks are spoken as %q", got)
				}
				continue
			}
			if got := plotOf(p, id).Spec.Text["unit"]; got != want[id] {
				t.Errorf("%s, gas in %s: spoken as %q, want %q", id, unit, got, want[id])
			}
		}
	}
}
