package page

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/chart"
)

// Every figure that was published of the network from 2025-09-09 on stands in a chart of it, before the forecast or
// beside it: as many dots as the table has figures of the days on show, each the table's.
func TestPublishedNetworkStandsBesideTheForecast(t *testing.T) {
	daily, err := assets.NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	p := newPastPage(t, "2026-04-20", stayedLink)
	for id, c := range map[string]struct {
		published []float64
		scale     float64
		least     int
	}{
		"raw-power": {daily.RawPowerEiB, 1, 140}, "qa-power": {daily.QAPowerEiB, 1, 140},
		"baseline": {daily.BaselinePowerEiB, 1, 120}, "raw-onboarded": {daily.OnboardedRawPiB, 1, 180},
		"raw-removed": {daily.RemovedRawPiB, 1, 16}, "circulating": {daily.CirculatingFIL, 1e-6, 35},
		"locked": {daily.LockedFIL, 1e-6, 14}, "burnt": {daily.BurntFIL, 1e-6, 35},
		"vested": {daily.VestedFIL, 1e-6, 14},
	} {
		plot := plotOf(p, id)
		dots, late := whole(plot, kindsOf(plot, chart.Dots)[0]), 0
		for i, v := range dots {
			d := plot.Lead.First + day.Day(i)
			row := daily.Row(d)
			if row >= len(c.published) {
				break
			}
			want := c.scale * c.published[row]
			if math.IsNaN(v) != math.IsNaN(want) || math.Abs(v-want) > 1e-9*math.Abs(want) {
				t.Errorf("%s on %s: %v, published %v", id, d, v, want)
				break
			}
			if !math.IsNaN(v) && d >= day.Of(2025, 9, 9) {
				late++
			}
		}
		if late < c.least {
			t.Errorf("%s: %d dots since 2025-09-09, want %d", id, late, c.least)
		}
	}
	// What was mined is the block reward that the portal publishes, to a tenth of a FIL; tens of thousands are none.
	reward := plotOf(p, "reward")
	for _, c := range []struct {
		on   day.Day
		want float64
	}{{day.Of(2026, 4, 8), 64706.306}, {day.Of(2026, 4, 15), 65446.183}, {day.Of(2026, 4, 20), 65550.472}} {
		if v := reward.Column(reward.realised)[c.on-p.Result.Start]; math.Abs(v-c.want) > 0.1 {
			t.Errorf("mined on %s: %v, published %v", c.on, v, c.want)
		}
	}
	for _, v := range whole(reward, kindsOf(reward, chart.Dots)[0]) {
		if v == 80000 || v == 90000 {
			t.Errorf("%v FIL mined on a day: a difference of rounded figures", v)
			break
		}
	}
}

// Solstice stands beside "If FIL+ had stayed" in supply, burn, pledge and return; that preset has nothing beside it.
func TestSolsticeBesideStayed(t *testing.T) {
	p := newPageOfNow(t)
	use(t, p, "2026-04-20")
	for preset, beside := range map[string]bool{"solstice": true, "stayed": false} {
		chosen, err := assumption.PresetNamed(preset)
		if err != nil {
			t.Fatal(err)
		}
		p.UsePreset(chosen)
		if err := p.Update(); err != nil {
			t.Fatal(err)
		}
		for _, id := range []string{"circulating", "burnt", "locked", "sector-pledge", "sector-roi"} {
			plot := plotOf(p, id)
			ghost := kindsOf(plot, chart.Ghost)[0]
			if hidden := plot.Spec.Series[ghost-1].Hidden; hidden == beside {
				t.Errorf("%s, %s: the default is hidden: %v", preset, id, hidden)
			}
		}
	}
}

// Where the run has no value at all, the default still has; what nobody publishes has no dots and no column.
func TestNetworkWithoutOnboarding(t *testing.T) {
	p := newPageOfNow(t)
	assume(t, p, "raw_onboarding_pib=0")
	for _, id := range []string{"sector-pledge", "sector-roi"} {
		plot := plotOf(p, id)
		ghost, dots := kindsOf(plot, chart.Ghost)[0], kindsOf(plot, chart.Dots)[0]
		if plot.Spec.Series[ghost-1].Hidden || !plot.Spec.Series[dots-1].Hidden {
			t.Errorf("%s: %+v", id, plot.Spec.Series)
		}
		if n, run := lastOf(plot.Column(ghost)), lastOf(plot.Column(1)); n < 0 || run > p.Result.HistoryDays {
			t.Errorf("%s: the default ends at %d, the run at %d", id, n, run)
		}
	}
}

// A file has the charts of the network where they are on show.
func TestFilesHoldTheNetworkOnShow(t *testing.T) {
	p := newPageOfNow(t)
	for _, open := range []bool{false, true} {
		p.OpenNetwork(open)
		if p.Request().Network != open || slices.Contains(p.Shown(), "locked") != open {
			t.Errorf("open %v: %v, %v", open, p.Request().Network, p.Shown())
		}
	}
}

// What leaves is what the power lacks: of each day of the forecast onboarding less it is the change of raw power.
func TestRemovedPowerBalances(t *testing.T) {
	p := newPageOfNow(t)
	raw, removed, onboarded := plotOf(p, "raw-power"), plotOf(p, "raw-removed"), plotOf(p, "raw-onboarded")
	for i := p.Result.HistoryDays + 2; i < p.Result.Days; i++ {
		change := 1024 * (raw.Column(1)[i] - raw.Column(1)[i-1])
		if got := onboarded.Column(1)[i] - removed.Column(1)[i]; math.Abs(got-change) > 1e-9 {
			t.Fatalf("day %d: %v PiB more, %v onboarded less removed", i, change, got)
		}
		if removed.Column(1)[i] < 0 {
			t.Fatalf("day %d: %v PiB leave", i, removed.Column(1)[i])
		}
	}
}
