package page

import (
	"math"
	"slices"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// published is what publishing deals cost over some days.
type published struct {
	First, Last    day.Day
	FIL, MedianFIL float64
}

// Fact is a sentence on what has happened, with figures marked by <b>; what kind of figures these are, and where they
// stand.
type Fact struct{ Said, Kind, Source string }

// HTML is the fact with a mark of its kind, which leads to the source.
func (f *Fact) HTML() string {
	return "<span>" + f.Said + `</span>&nbsp;<a class="tag" href="` + f.Source + `">` + f.Kind + "</a> "
}

// solsticeFIP is where the end of FIL+ is laid down.
const solsticeFIP = "https://github.com/filecoin-project/FIPs/blob/master/FIPS/fip-0118.md"

// facts are what publishing costs since FIL+ ended, and what it cost while that lasted: the protocol's date and the
// published figures, which no assumption moves. None beside a scenario of an earlier version, whose question is
// another, and beside a reader's own figures, which nobody published.
func (p *composer) facts() []Fact {
	if !p.ofToday() || p.Own != nil {
		return nil
	}
	text, end, cost := &p.Text.Facts, protocol.Version(29), &sinceLaunch
	kind := text.Published
	if end.Scheduled {
		kind = text.Scheduled
	}
	const daysAMonth = 365.25 / 12
	months := int(math.Round(float64(cost.Last-cost.First) / daysAMonth))
	return []Fact{
		{words.Fill(text.Ended, "date", p.Text.LongDate(end.Day())), kind, solsticeFIP},
		{words.Fill(text.Cost, "fil", words.Count(int(math.Round(cost.FIL))), "n", words.Count(months), "median",
			words.Count(int(math.Ceil(cost.MedianFIL)))),
			words.Fill(text.PublishedTo, "month", p.Text.MonthOf(cost.Last)), "#evidence"},
	}
}

// unknown says what no figure tells.
func (p *composer) unknown() string {
	if p.Own != nil {
		return ""
	}
	return words.Fill(p.Text.Unknown, "last", p.Text.LongDate(sinceLaunch.Last), "end",
		p.Text.LongDate(p.in.Daily.Date(p.in.Daily.Len()-1)))
}

// ofToday reports whether the scenario is of today's version.
func (p *composer) ofToday() bool { return p.Result.Scenario.Version == assumption.DefaultVersion }

// ofNow reports whether the scenario asks today's question: from the last published network on, with the defaults of
// today. Pictures of earlier networks and versions ask what publishing would cost then.
func (p *composer) ofNow() bool {
	return p.ofToday() && p.Result.Scenario.Snapshot >= assumption.April2026
}

// nowHeadline is the answer to today's question: what publishing would cost had FIL+ stayed, or costs as it ends.
func (p *composer) nowHeadline(run *sim.RateRun, by words.Denominator, burden, direct float64) string {
	text, s := &p.Text.Now, &p.Result.Scenario
	amount := func(v float64) string {
		switch {
		case v == 0:
			return text.Nothing
		case by != words.ByFIL && v > 0 && v < words.LittleShare:
			return words.Fill(text.LittleShare, "n", p.Text.Percent(words.LittlePercent), "denominator",
				p.Text.Denominator[by])
		case by != words.ByFIL:
			return words.Fill(text.Share, "about", p.about(), "n", p.Text.PercentOf(v), "denominator",
				p.Text.Denominator[by])
		case v >= 0 && v < littleFIL:
			return little(text.Little)
		}
		return words.Fill(text.FIL, "about", p.about(), "n", p.amount(v))
	}
	beside := text.Direct
	switch {
	case burden == 0 && direct == 0:
		beside = text.NothingDirect
	case s.Adoption == assumption.NoAdoption:
		beside = text.NoDirect
	case by == words.ByFIL && burden < littleFIL && direct < littleFIL,
		by != words.ByFIL && 0 < direct && direct < burden && burden < words.LittleShare:
		beside = text.DirectToo
	case p.raises(run):
		beside = text.DirectMore
	}
	shown := p.Text.PercentOf(direct)
	if by == words.ByFIL {
		if shown = p.amount(direct); direct < littleFIL {
			shown = words.Entered(littleFIL)
			if beside == text.Direct {
				beside = text.DirectLittle
			}
		}
	}
	rate := ""
	if len(p.Result.Runs) > 1 || overTime(run.FILPlusRate) || run.FILPlusRate[0] != 1 {
		rate = words.Fill(text.Rate, "rate", p.rateText(run.FILPlusRate))
	}
	onboarding := words.Fill(p.Text.Blocks.Amount, "n", words.Entered(s.RawOnboardingPiB[0]))
	if low, high := slices.Min(s.RawOnboardingPiB), slices.Max(s.RawOnboardingPiB); overTime(s.RawOnboardingPiB) {
		onboarding = words.Fill(text.Varies, "low", words.Significant(low, 3), "high", words.Significant(high, 3))
	}
	return words.Fill(text.Headline, "lead", p.premise(), "rate", rate, "month", p.Text.MonthOf(run.Summary.Month),
		"onboarding", onboarding, "what", p.Text.What[s.Messages], "burden",
		amount(burden), "direct", words.Fill(beside, "n", shown))
}

// premise is what today's question supposes of FIL+.
func (p *composer) premise() string {
	if ends := p.Result.Scenario.Solstice; ends != assumption.NeverEnds {
		return words.Fill(p.Text.Now.Ended, "date", p.Text.SnapshotLabel(ends))
	}
	return p.Text.Now.Stayed
}

// littleFIL is what is not worth a figure, FIL a day: less lies on the floor of the chart.
const littleFIL = LogFloor

// little says in a text that an amount is below it.
func little(text string) string { return words.Fill(text, "n", words.Entered(littleFIL)) }
