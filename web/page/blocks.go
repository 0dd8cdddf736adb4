package page

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/chart"
	"github.com/gasburden/gasburden/web/words"
)

// Blocks is the chart of how full blocks are. Only a price that follows block space has it.
const Blocks = "blocks"

// layers is how many kinds of messages the chart of block space tells apart, from the bottom up.
const layers = 4

// layerNames are these kinds as the catalogue has them.
var layerNames = [layers]string{"other", "window", "onboard", "publish"}

// lacks reports whether the result has no chart of that ID.
func (p *composer) lacks(id string) bool { return id == Blocks && p.Result.Runs[0].Blocks == nil }

// blockCurves are the loads of all messages.
func (p *composer) blockCurves() curves {
	return curves{
		status:   func(r *sim.RateRun) []float64 { return r.Blocks.LoadTgas },
		direct:   func(r *sim.RateRun) []float64 { return r.Blocks.DirectLoadTgas },
		realised: func(r *sim.Realised) []float64 { return r.LoadTgas },
		scale:    1, format: chart.Number, unit: UnitTgas, fromZero: true, layered: true,
		warnings: []string{sim.WarnLoadAboveCapacity},
	}
}

// layLayers fills the columns from the first on: what was published by kind of message, up to the snapshot's day, and
// what the focus run has from there on.
func (plot *Plot) layLayers(p *composer, first int) {
	published, simulated := [layers][]float64{}, [layers][]float64{}
	for i := range layers {
		simulated[i], published[i] = plot.Column(first+i), plot.Column(first+layers+i)
		blank(simulated[i])
	}
	r, before := plot.published(p)
	for i, of := range [layers][]float64{r.OtherTgas, r.WindowTgas, r.OnboardTgas, r.PublishTgas} {
		lay(published[i], of[before:], 0, 1)
	}
	run := &p.Result.Runs[p.focus()]
	from := p.Result.HistoryDays
	if plot.Lead != nil {
		from++ // the snapshot's own day is published
	}
	for t := from; t < len(run.Blocks.LoadTgas); t++ {
		load := run.Load(t)
		for i, v := range [layers]float64{load.OtherTgas, load.WindowTgas, load.OnboardTgas, load.PublishTgas} {
			simulated[i][t] = v
		}
	}
}

// specifyLayers adds them to the spec, with the loads that explain the price.
func (plot *Plot) specifyLayers(p *composer, spec *chart.Spec) {
	text, first := &p.Text.Blocks, len(spec.Series)+1
	rate := p.rateName(p.focus())
	for _, kind := range [...]struct {
		name, label string
		hidden      bool
	}{
		{chart.Layer, text.Simulated, p.hides("status", p.focus())},
		{chart.LayerDots, text.Published, p.hides("realised", -1)},
	} {
		for i, name := range layerNames {
			spec.Add(chart.Series{Label: words.Fill(kind.label, "kind", text.Kind[name], "rate", rate), Kind: kind.name,
				Color: i, Hidden: kind.hidden})
		}
	}
	for i := layers - 1; i >= 0; i-- {
		spec.Read(text.Kind[layerNames[i]], first+i, first+layers+i)
	}
	params := price.Params{LimitOverUsed: p.Result.Scenario.GasLimitRatio}
	rule := (price.PremiumRule + 1).Unix()
	for _, level := range []chart.Level{
		{Y: price.CapacityTgas, Text: text.Fullest, End: text.FullestEnd},
		{Y: p.Result.Scenario.KneeTgas, Text: text.Fill, End: text.FillEnd},
		{Y: params.HalfLowTgas(), Text: text.Low, From: rule},
	} {
		if level.From <= p.Result.Date(p.Result.Days-1).Unix() {
			if plot.Lead == nil {
				level.End = ""
			}
			level.Text = words.Fill(level.Text, "load", words.Significant(level.Y, 3))
			spec.Levels = append(spec.Levels, level)
		}
	}
}

// fills says at which onboarding blocks fill, which needs no price; "" where it follows no block space.
func (p *composer) fills() string {
	amounts := p.filled()
	if amounts == nil {
		return ""
	}
	return words.Fill(p.Text.Blocks.Fills, "market", amounts[0].Value, "direct", amounts[1].Value, "unpublished",
		amounts[2].Value)
}

// filled are these amounts: as things were, as deals go direct, with nothing published.
func (p *composer) filled() (out []Tile) {
	priced := p.Result.Runs[p.focus()].Summary.Priced
	if priced == nil {
		return nil
	}
	f := priced.Fills
	for i, v := range [...]float64{f.MarketPiB, f.DirectPiB, f.UnpublishedPiB} {
		text := p.Text.Blocks.Never
		if !math.IsNaN(v) {
			text = words.Fill(p.Text.Blocks.Amount, "n", words.Significant(max(0, v), 2))
		}
		out = append(out, Tile{text, p.Text.Blocks.Filled[i]})
	}
	return out
}

// FilledID is the id of one of them beside a chart: on a phone that is the one at the top.
func FilledID(chart string, i int) string { return "filled-" + chart + "-" + strconv.Itoa(i) }
