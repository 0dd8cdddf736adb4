package page

import (
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// cardSubtitle says what the card's chart divides by what.
func (p *composer) cardSubtitle() string {
	said := words.Fill(p.Text.Card.Subtitle, "basis", p.basisLong())
	if p.Denominator == words.ByFIL {
		said = words.Fill(p.Text.Card.SubtitleFIL, "gas", p.pricedText())
	}
	if p.ofNow() {
		said = words.Fill(p.Text.Card.Premised, "premise", p.premise(), "said", said)
	}
	return words.Fill(said, "messages", p.Text.MessageNames[p.Result.Scenario.Messages])
}

// cardData says which state of the network the card starts from, by which edition of figures and models,
// and whose figures they are.
func (p *composer) cardData() string {
	d, err := day.Parse(p.Result.Scenario.Snapshot)
	if err != nil {
		panic("page: " + err.Error()) // snapshots are named after their day
	}
	if p.Own != nil {
		const most = 20 // of the file's name, on a line with much else
		file := p.Own.File
		if runes := []rune(file); len(runes) > most {
			file = string(runes[:most]) + "…"
		}
		return words.Fill(p.Text.Own.Card, "snapshot", p.Text.LongDate(d), "figures",
			p.ownText(file, p.Own.Own, p.Text.LongDate))
	}
	return words.Fill(p.Text.Card.Data, "snapshot", p.Text.LongDate(d), "edition", words.Count(p.edition))
}

// dataText says what the figures are, whose, and to when.
func (p *composer) dataText() string {
	if p.Own != nil {
		return words.Fill(p.Text.Own.Data, "snapshot", p.Text.SnapshotLabel(p.SnapshotName()), "figures",
			p.ownFigures())
	}
	return words.Fill(p.Text.Share.Data, "snapshot", p.Text.SnapshotLabel(p.SnapshotName()), "last",
		p.Text.LongDate(p.in.Daily.Date(p.in.Daily.Len()-1)))
}

func (p *composer) modelText() string {
	text := p.Text.Share.Model
	if p.Own != nil {
		text = p.Text.Own.Model
	}
	return words.Fill(text, "model", p.modelVersion(), "equations", strconv.Itoa(sim.Equations))
}

// modelVersion names figures and models of the picture, for quotations: the edition's number and day.
func (p *composer) modelVersion() string {
	for _, e := range p.Editions {
		if e.Number == p.edition {
			return words.Fill(p.Text.Link.ModelVersion, "edition", words.Count(e.Number), "date",
				p.Text.LongDate(e.Released))
		}
	}
	return words.Count(p.edition)
}

// ownText tells a reader's figures from others: file (where it is known), days, dates and hash.
//
//go:noinline
func (p *composer) ownText(file string, of link.Own, date func(day.Day) string) string {
	text := words.Fill(p.Text.Own.Figures, "days", p.days(of.Rows), "first", date(of.First), "last", date(of.Last),
		"hash", of.Hash)
	if file != "" {
		text = file + p.Text.ListMark + text
	}
	return text
}

// ownFigures are the figures in use, "" for the published ones.
//
//go:noinline
func (p *composer) ownFigures() string {
	if p.Own == nil {
		return ""
	}
	return p.ownText(p.Own.File, p.Own.Own, p.Text.LongDate)
}

// ownNotice says that a curve is based on a reader's own figures, "" where it is not.
//
//go:noinline
func (p *composer) ownNotice() string {
	if p.Own == nil {
		return ""
	}
	return words.Fill(p.Text.Own.Notice, "figures", p.ownFigures())
}

// methodSteps explains the computation with the present assumptions.
func (p *composer) methodSteps() []string {
	m, scaling, sc := p.in.Regime, p.in.Scaling, &p.Result.Scenario
	gas := p.Text.MethodScaling
	if sc.GasModel == assumption.RegimeModel {
		gas = p.Text.MethodRegime
	}
	price := p.Text.MethodFixed
	if sc.Price == assumption.BlockSpacePrice {
		price = p.Text.MethodBlocks
	}
	fee := "–"
	if recent, err := p.in.RecentBaseFee(); err == nil {
		fee = words.Entered(recent.Median)
	}
	pairs := []string{
		"snapshot", p.Text.SnapshotLabel(sc.Snapshot), "horizon", words.Count(sc.HorizonDays),
		"rows", words.Count(m.Sample.Rows), "from", p.Text.LongDate(m.Sample.First), "to",
		p.Text.LongDate(m.Sample.Last),
		"right", p.Text.WholePercent(m.Fit.Accuracy),
		"level", words.Significant(scaling.Level0, 4), "last", p.Text.LongDate(scaling.Last),
		"half", words.Entered(scaling.HalfLifeDays), "longrun", words.Significant(scaling.LongRunLevel, 4),
		"share", p.Text.RateName(sc.AdoptionShare), "start", p.Text.LongDate(sc.AdoptionStart),
		"fraction", p.Text.RateName(sc.DirectGasFraction), "fee", words.Entered(sc.BaseFeeNanoFIL), "median", fee,
		"knee", words.Entered(sc.KneeTgas), "priced", words.Entered(sc.PricedLevelNanoFIL),
		"smoothing", p.smoothingText(),
	}
	pairs = append(pairs, "gas", words.Fill(gas, pairs...), "price", words.Fill(price, pairs...), "adoption",
		words.Fill(p.Text.Adopted[sc.Adoption], pairs...))
	out := make([]string, len(p.Text.MethodSteps))
	for i, step := range p.Text.MethodSteps {
		out[i] = words.Fill(step, pairs...)
	}
	return out
}
