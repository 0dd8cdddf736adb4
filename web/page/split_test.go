package page

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim/assumption"
)

// The split is that of price.Split over the days of the forecast, for publishers and for all; its rows add up.
func TestSplit(t *testing.T) {
	p := newPageOn(t, study)
	run := &p.Result.Runs[Focus(p.Result)]
	var want [2][2]float64 // cause by who
	over := 0.0
	first := p.Result.HistoryDays + 1
	for e := first; e < first+run.Summary.ForecastDays; e++ {
		b := run.Blocks
		load, direct := b.LoadTgas[e], b.DirectLoadTgas[e]
		for who, gas := range [2][2]float64{
			{run.GasStatusQuoGgas[e] * price.Fitting(load), run.GasDirectGgas[e] * price.Fitting(direct)},
			{1e3 * load * price.Fitting(load), 1e3 * direct * price.Fitting(direct)},
		} {
			s := price.Split(gas[0], b.FeeNanoFIL[e], gas[1], b.DirectFeeNanoFIL[e])
			want[0][who] += s.LessGasFIL
			want[1][who] += s.LowerPriceFIL
		}
		over++
	}
	split := p.Picture().Split
	if split == nil || len(split.Rows) != 3 {
		t.Fatalf("%+v", split)
	}
	sum := [2]float64{}
	for row := range 2 {
		for who := range 2 {
			v := want[row][who] / over
			sum[who] += v
			if got := split.Rows[row].Values[who]; got != p.composer().amount(v) {
				t.Errorf("%s, %s: %s, want %v", split.Rows[row].Label, split.Columns[who], got, v)
			}
		}
	}
	for who, v := range sum {
		if got := split.Rows[2].Values[who]; got != p.composer().amount(v) {
			t.Errorf("together, %s: %s, want %v", split.Columns[who], got, v)
		}
	}
	// What is saved for publishers is what the headline says is saved.
	if s := run.Summary.SavingFILPerDay; math.Abs(sum[0]-s) > 1e-9*s {
		t.Errorf("the parts add up to %v, %v is saved", sum[0], s)
	}
	mustContain(t, split.Caption, "75 %", "approximate", p.composer().period())
	if strings.Contains(split.Caption, "{") {
		t.Errorf("%s", split.Caption)
	}
	p.Choose(p.chooser("adoption"), assumption.NoAdoption)
	update(t, p)
	if p.Picture().Split != nil {
		t.Error("nobody goes direct, and a saving is split")
	}
	if newTestPage(t).Picture().Split != nil {
		t.Error("a fixed price has a split")
	}
}
