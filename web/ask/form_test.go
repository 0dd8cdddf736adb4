package ask

import (
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
)

// A base fee is offered to a break-even where the price is fixed: elsewhere it would fix it. What was chosen stays.
func TestBaseFeeIsOfferedWithAFixedPrice(t *testing.T) {
	b := newBrowser(t, testLink)
	c := b.card(BreakEven)
	offers := func(name string) bool {
		return slices.ContainsFunc(c.field("input").Groups[0].Options, func(o Option) bool {
			return o.Value == name && o.Label == b.section.Words.Inputs[name]
		})
	}
	follow := func(price string) {
		b.of = &assumption.Scenario{Price: price}
		b.section.Changed()
	}
	const fee, level = "base_fee_nanofil", "priced_level_nanofil"
	follow(assumption.BlockSpacePrice)
	if offers(fee) || !offers(level) || !offers(DefaultInput) {
		t.Errorf("beside a price that follows block space it offers %+v", c.field("input").Groups)
	}
	version := c.FormVersion
	if follow(assumption.BlockSpacePrice); c.FormVersion != version {
		t.Error("the form is built again though nothing has changed")
	}
	if follow(assumption.FixedPrice); !offers(fee) || c.FormVersion == version {
		t.Errorf("beside a fixed price it offers %+v", c.field("input").Groups)
	}
	c.Choose("input", fee)
	if follow(assumption.BlockSpacePrice); !offers(fee) || c.value("input") != fee {
		t.Errorf("the reader's choice is gone: %+v", c.field("input"))
	}
}

// The figure follows the headline's until the reader chooses another; a figure of a day brings its day.
func TestFormFollows(t *testing.T) {
	b := newBrowser(t, testLink)
	c := b.card(Tornado)
	b.by = "circulating"
	b.section.Changed()
	if got := c.value("figure"); got != "month_direct_over_circulating" || c.field("on").Value != "2024-07-15" ||
		!c.field("on").Hidden {
		t.Errorf("it begins with %s on %s", got, c.field("on").Value)
	}
	c.Choose("figure", "day_gas_over_netflow")
	if q := b.take(Tornado).request; c.field("on").Hidden || q.On != "2024-07-15" {
		t.Errorf("it asks of %q", q.On)
	}
	b.by = "outflow"
	b.section.Changed()
	if got := c.value("figure"); got != "day_gas_over_netflow" {
		t.Errorf("the reader's choice gave way to %s", got)
	}
}

// Rates are those of the picture; a choice beyond them falls back to the middle one.
func TestRates(t *testing.T) {
	b := newBrowser(t, testLink)
	b.card(Tornado).Submit()
	b.finish(Tornado, 1, &Answer{})
	c := b.card(Compare)
	if f := c.field("rate"); f.Hidden || len(f.Groups[0].Options) != 4 {
		t.Errorf("the comparison offers %+v", f)
	}
	c.Choose("rate", "3")
	c.offerRates([]string{"50 %"})
	if f := c.field("rate"); !f.Hidden || f.Value != middleRate || len(f.Groups[0].Options) != 2 {
		t.Errorf("of one rate it offers %+v", f)
	}
}

// A target is of a unit: another begins with one that the engine chooses, and each keeps what the reader typed.
func TestTargets(t *testing.T) {
	b := newBrowser(t, testLink)
	c := b.card(BreakEven)
	c.Choose("target", "1.5")
	b.finish(BreakEven, 1, &Answer{})
	c.Choose("figure", "saving_fil")
	if q := b.take(BreakEven).request; !q.Begins || c.field("target").Label != "Value to cross, FIL" {
		t.Errorf("it asks %+v of %q", q, c.field("target").Label)
	}
	c.Choose("rate", "1")
	chosen := 3000.0
	if begun := b.finish(BreakEven, 2, &Answer{Target: &chosen}); !begun.request.Begins ||
		c.value("target") != "3000" || c.due() {
		t.Errorf("begun %v, the target is %s", begun.request.Begins, c.value("target"))
	}
	c.Choose("figure", "month_gas_over_netflow")
	if got := c.value("target"); got != "1.5" || b.take(BreakEven).request.Begins {
		t.Errorf("back in percent the target is %s", got)
	}
	c.Choose("figure", "gas_fil")
	if got := c.value("target"); got != "3000" {
		t.Errorf("back in FIL the target is %s", got)
	}
}

// Text is read by the engine, and what it read of a former text is no answer to the present one.
func TestUnderstands(t *testing.T) {
	b := newBrowser(t, testLink)
	c := b.card(Ensemble)
	c.Type("runs", "1,0")
	late := b.take("read")
	c.Type("runs", "1,00")
	b.take("read").answer(t, Read{Refused: true})
	late.answer(t, Read{Said: "read as 1"})
	if f := c.field("runs"); f.Read != "" || !f.Refused {
		t.Errorf("it is read as %q, refused %v", f.Read, f.Refused)
	}
	if !c.Step("seed", 1) || c.value("seed") != "2" || c.Step("runs", 1) {
		t.Errorf("the seed is %s, runs %s", c.value("seed"), c.value("runs"))
	}
	c.Step("seed", -1)
	c.Step("seed", -1)
	if c.value("seed") != "1" {
		t.Errorf("the seed falls to %s", c.value("seed"))
	}
}

// A preset stands in place of a link, and a link in place of a preset.
func TestSecondLink(t *testing.T) {
	b := newBrowser(t, testLink)
	c := b.card(Compare)
	c.Type("against", " ?v=1 ")
	c.Submit()
	if q := b.take(Compare).request; q.Against != "?v=1" || q.AgainstPreset != "" || q.Page != "https://x.org/" {
		t.Errorf("it asks %+v", q)
	}
	c.Choose("preset", "study")
	if c.value("against") != "" {
		t.Error("the link stays beside the preset")
	}
	c.Type("against", "v=1")
	if c.value("preset") != "" {
		t.Error("the preset stays beside the link")
	}
}

// What a link says of an ensemble stands in its form.
func TestEnsembleOfALink(t *testing.T) {
	b := newBrowser(t, "v=1&runs=300&seed=7&block=30")
	c := b.card(Ensemble)
	if c.value("runs") != "300" || c.value("seed") != "7" || c.value("block") != "30" {
		t.Errorf("%s, %s, %s", c.value("runs"), c.value("seed"), c.value("block"))
	}
}
