package page

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// Split is the saving of DirectFIL+ by cause, FIL a day: less gas, and a lower price of it for everyone, for those who
// publish and for all senders.
type Split struct {
	Caption string
	Columns [2]string
	Rows    []SplitRow
}

// SplitRow is a cause of the saving, or their sum.
type SplitRow struct {
	Label  string
	Values [2]string
}

// split is nil where the price does not follow block space, and where nobody goes direct.
func (p *composer) split() *Split {
	run := &p.Result.Runs[p.focus()]
	s := run.Summary.Priced
	if s == nil || run.Summary.ForecastDays == 0 || p.Result.Scenario.Adoption == assumption.NoAdoption ||
		math.IsNaN(s.Saving.LessGasFIL) {
		return nil
	}
	text := &p.Text.Split
	row := func(label string, publishing, all float64) SplitRow {
		return SplitRow{label, [2]string{p.amount(publishing), p.amount(all)}}
	}
	return &Split{
		Caption: words.Fill(text.Caption, "rate", p.rateText(run.FILPlusRate), "years", p.period()),
		Columns: [2]string{p.Text.What[p.Result.Scenario.Messages], text.Network},
		Rows: []SplitRow{
			row(text.LessGas, s.Saving.LessGasFIL, s.NetworkSaving.LessGasFIL),
			row(text.LowerPrice, s.Saving.LowerPriceFIL, s.NetworkSaving.LowerPriceFIL),
			row(text.Together, s.Saving.LessGasFIL+s.Saving.LowerPriceFIL,
				s.NetworkSaving.LessGasFIL+s.NetworkSaving.LowerPriceFIL),
		},
	}
}

// SplitID is the id of the cell of a split saving.
func SplitID(row, column int) string {
	return "split-" + strconv.Itoa(row) + "-" + strconv.Itoa(column)
}
