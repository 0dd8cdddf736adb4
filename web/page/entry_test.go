package page

import (
	"testing"

	"github.com/gasburden/gasburden/model/price"
)

// A text that is no legal value in the end was none from its first digit on: scenario and link are what they were
// before it, whichever part of it could be read.
func TestRefusedEntryLeavesNothing(t *testing.T) {
	for _, c := range []struct{ field, good, bad, then string }{
		{"base_fee_nanofil", "0.5", "700 picoFIL", "7 nanoFIL"},
		{"horizon_days", "400", "3 years", "30 days"},
		{"renewal_rate", "55", "150 %", "15 %"},
		{"renewal_rate", "55", "5O", "50"}, // the letter
		{"raw_onboarding_pib", "3", "2.57 EiB", "2.57 PiB/day"},
		{"raw_onboarding_pib", "3", "", "4"},
		{"fil_plus_rate_1", "40", "45..", "45."},
	} {
		p := newTestPage(t)
		s := p.Rates[0]
		if c.field != "fil_plus_rate_1" {
			s = slider(t, p, c.field)
		}
		p.Type(s, c.good)
		p.Entered()
		update(t, p)
		before, _ := p.Link()
		write := func(text string) {
			p.Type(s, "")
			for i := range text {
				p.Type(s, text[:i+1])
				update(t, p)
			}
		}
		write(c.bad)
		update(t, p)
		if query, _ := p.Link(); query != before || p.Field(s).Error == "" || p.Field(s).Text != c.bad {
			t.Errorf("%s: typed %q: the link is %s, want %s; field %q, error %q", c.field, c.bad, query, before,
				p.Field(s).Text, p.Field(s).Error)
		}
		mustShow(t, p)
		write(c.then) // the reader mends it without leaving the field
		if query, _ := p.Link(); query == before || p.Field(s).Error != "" {
			t.Errorf("%s: typed %q: the link is %s, error %q", c.field, c.then, query, p.Field(s).Error)
		}
		mended, _ := p.Link()
		p.Entered()
		p.Type(s, c.bad+"?")
		if query, _ := p.Link(); query != mended {
			t.Errorf("%s: another entry goes back to %s, want %s", c.field, query, mended)
		}
	}
}

// What comes in the middle of an entry is not taken back with it.
func TestEntryBesideOtherMoves(t *testing.T) {
	p := newTestPage(t)
	s := slider(t, p, "base_fee_nanofil")
	p.Type(s, "7")
	p.Slide(slider(t, p, "renewal_rate"), "42")
	p.Type(s, "7 p")
	if p.Scenario.RenewalRate[0] != 0.42 || p.Scenario.BaseFeeNanoFIL != 7 {
		t.Errorf("renewal rate %v, base fee %v", p.Scenario.RenewalRate[0], p.Scenario.BaseFeeNanoFIL)
	}
}

// A storage provider's question holds to the same.
func TestRefusedCostEntry(t *testing.T) {
	p := newTestPage(t)
	p.TypeCost(0, "250")
	p.Entered()
	for _, text := range []string{"3", "3 ", "3 P", "3 Pi", "3 PiB"} {
		p.TypeCost(0, text)
	}
	if p.asking.MonthTiB != 250 {
		t.Errorf("it asks about %v TiB", p.asking.MonthTiB)
	}
	// Nor does Undo lead to what stood there for a while.
	p.Note(Hold{Turn: 1})
	p.TypeCost(0, "7")
	p.Note(Hold{Turn: 2})
	p.TypeCost(0, "7 PiB")
	p.Note(Hold{Turn: 3})
	if p.Undo(); p.asking.MonthTiB == 7 {
		t.Error("undone, it asks about 7 TiB")
	}
	p.TypeCost(0, "30")
	p.TypeCost(1, "0")
	if p.asking.MonthTiB != 30 || p.asking.DealsPerMessage != price.StandardQuestion().DealsPerMessage {
		t.Errorf("it asks about %v TiB, %v deals a message", p.asking.MonthTiB, p.asking.DealsPerMessage)
	}
}
