package page

import (
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// Every warning that can stand at the hero chart has words for the card.
func TestCautions(t *testing.T) {
	p := newTestPage(t)
	for _, by := range words.Denominators {
		p.Denominator = by
		for _, code := range p.composer().curvesOf("hero").warnings {
			if p.Text.Card.Cautions[code] == "" && !sim.WarnsOfShare(code) {
				t.Errorf("by %s: no words for %s", by, code)
			}
		}
	}
	p = newStudyPage(t)
	use(t, p, latest)
	cautions := p.Picture().CardCautions
	if len(cautions) < 2 || cautions[0] != "the gas model predicts negative gas" ||
		cautions[1] != "the gas model extrapolates" {
		t.Errorf("%q", cautions)
	}
	for _, said := range cautions {
		if strings.ContainsAny(said, "{}") {
			t.Errorf("%q", said)
		}
	}
	p = newStudyPage(t, "gas_model=scaling", "horizon_days=90", "fil_plus_rates=0.5,1")
	if got := strings.Join(p.Picture().CardCautions, "; "); got != "the gas model extrapolates at 100 %" {
		t.Errorf("%q", got)
	}
}

// What is to be said of the price is said of all runs, one or several.
func TestCautionOfThePrice(t *testing.T) {
	for _, rates := range []string{"0.5", "0.5,0.75,1"} {
		p := newBlocksPage(t, "fil_plus_rates="+rates)
		want := p.Text.Card.Cautions[sim.WarnPriceRough]
		if want == "" {
			want = p.Text.Warning[sim.WarnPriceRough]
		}
		if got := p.Picture().CardCautions; !slices.Contains(got, want) {
			t.Errorf("at %s: %q, want %q among them", rates, got, want)
		}
	}
}
