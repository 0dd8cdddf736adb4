package page

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// doubtful are scenarios with one kind of doubtful share each.
var doubtful = []struct {
	by          words.Denominator
	code        string
	snapshot    string
	assumptions []string
}{
	{words.ByNetflow, sim.WarnGasAboveNetflow, study, []string{"base_fee_nanofil=30"}},
	{words.ByOutflow, sim.WarnGasAboveOutflow, study, []string{"base_fee_nanofil=30"}},
	{words.ByCirculating, sim.WarnGasAboveSupply, study, []string{"base_fee_nanofil=200"}},
	{words.ByNetflow, sim.WarnNetflowNearZero, study,
		[]string{"raw_onboarding_pib=11", "renewal_rate=1", "horizon_days=120", "fil_plus_rates=0.5"}},
	{words.ByOutflow, sim.WarnOutflowNearZero, study,
		[]string{"raw_onboarding_pib=1.75", "renewal_rate=0.9", "horizon_days=120", "fil_plus_rates=0.5"}},
	{words.ByOutflow, sim.WarnOutflowNotPositive, study,
		[]string{"raw_onboarding_pib=1", "renewal_rate=0.1", "horizon_days=120", "fil_plus_rates=0.5"}},
	{words.ByNetflow, sim.WarnNetflowNotPositive, latest,
		[]string{"raw_onboarding_pib=11.5", "renewal_rate=1", "horizon_days=120", "fil_plus_rates=0.5"}},
}

// A share that is above 100 %, or over a flow near zero or negative, has its warning beside it: in the sentence, which
// page, embed, static page, preview and screen readers have; at the chart; on the card; in Markdown and text. What
// is not doubtful has none.
func TestDoubtfulShares(t *testing.T) {
	for _, c := range doubtful {
		p := newTestPage(t)
		if c.snapshot != p.SnapshotName() {
			use(t, p, c.snapshot)
		}
		assume(t, p, c.assumptions...)
		p.Denominator = c.by
		said := p.Text.Warning[c.code] // in the chart's words
		beside := said                 // in those of the sentence
		negative := !sim.WarnsOfShare(c.code)
		if negative {
			said, _, _ = strings.Cut(said, ",")
			beside = "is zero, negative or undefined on days of that month"
		}
		hero := plotOf(p, "hero")
		mustContain(t, p.Picture().Headline, beside)
		mustContain(t, strings.Join(hero.Notices, "\n"), said)
		mustContain(t, p.Markdown(), beside, said)
		mustContain(t, p.PlainText(), beside, said)
		figures := p.Picture().Figures
		if marked := strings.HasSuffix(figures[0].Value, "(!)"); marked == negative || negative &&
			figures[0].Value != p.Text.Card.Undefined {
			t.Errorf("%s by %s: the figure is %q", c.code, c.by, figures[0].Value)
		}
		if cautions := strings.Join(p.Picture().CardCautions, "; "); !strings.Contains(cautions, said) &&
			!strings.Contains(cautions, "not always positive") {
			t.Errorf("%s by %s: the card says %q", c.code, c.by, cautions)
		}
		for _, warning := range []string{p.Picture().Headline, hero.Notices[0], p.Markdown()} {
			if strings.ContainsAny(warning, "{}") {
				t.Errorf("%s: %q", c.code, warning)
			}
		}
		// By another denominator it is another figure.
		if !negative && len(p.composer().burdenDoubts(&p.Result.Runs[Focus(p.Result)], p.Denominator)) != 1 {
			t.Errorf("%s: %q", c.code, p.composer().burdenDoubts(&p.Result.Runs[Focus(p.Result)], p.Denominator))
		}
	}
	for _, name := range []string{study, latest} {
		p := newTestPage(t)
		use(t, p, name)
		update(t, p)
		for _, p.Denominator = range words.Denominators {
			if strings.Contains(p.Picture().Headline, "Caution") || strings.Contains(p.Picture().Figures[0].Value,
				"!") {
				t.Errorf("%s by %s: %s", name, p.Denominator, p.Picture().Headline)
			}
		}
	}
}

// A saving of more than the whole supply is called that, wherever it stands.
func TestSavingBeyondTheSupply(t *testing.T) {
	p := newTestPage(t)
	assume(t, p, "base_fee_nanofil=200")
	tiles, figures := p.Picture().Tiles, p.Picture().Figures
	mustContain(t, p.Picture().Material, p.Text.MaterialBeyond)
	mustContain(t, tiles[len(tiles)-1].Label, p.Text.MaterialBeyond)
	mustContain(t, figures[len(figures)-1].Value, "(!)")
	assume(t, p, "base_fee_nanofil=20")
	if strings.Contains(p.Picture().Material, p.Text.MaterialBeyond) ||
		strings.Contains(p.Picture().Tiles[3].Label, p.Text.MaterialBeyond) {
		t.Error("a saving within the supply is called beyond it")
	}
}
