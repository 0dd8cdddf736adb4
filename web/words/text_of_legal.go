package words

import (
	"strings"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
)

// of describes the values that an assumption takes, in a link or elsewhere.
func (t *LegalText) Of(f *sim.Assumption, inLink bool) string {
	pattern := t.OneOf
	switch f.Kind {
	case sim.Whole:
		pattern = t.Whole
	case sim.Number:
		pattern = t.Number
	case sim.Daily:
		pattern = t.Daily
		if inLink {
			pattern = t.Knots
		}
	case sim.Date:
		pattern = t.Date
	case sim.Switch:
		pattern = t.Switch
	case sim.Rates:
		pattern = t.Rates
		if inLink {
			pattern = t.KnotRates
		}
	default:
		if len(f.Choices) == 0 {
			pattern = t.Snapshot
		}
	}
	return Fill(pattern, "range", f.RangeText(), "low", Count(sim.MinRates), "high", Count(sim.MaxRates),
		"list", `"`+strings.Join(f.Choices, `", "`)+`"`)
}

// LinkLegal describes what would have been legal in a link.
func (t *Text) LinkLegal(f link.Fault) string {
	if f.Reason != link.Illegal {
		return f.Legal
	}
	for _, field := range sim.Assumptions() {
		if field.Link == f.Key && f.Key != "" {
			return t.Legal.Of(field, true)
		}
	}
	lists := map[string][]string{"by": link.Charts, "unit": link.Units, "band": link.Bands, "band_of": link.BandsOf, "hide": link.Kinds}
	if pattern, ok := t.Legal.Link[f.Key]; ok {
		return Fill(pattern, "list", strings.Join(lists[f.Key], ", "), "high", Count(sim.MaxRates))
	}
	return f.Legal
}
