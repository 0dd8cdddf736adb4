package method

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// constantWords are the code's constants that sentences name.
func (t *Text) constantWords() []string {
	return []string{
		"half_life_years", strconv.Itoa(mechafil.HalfLifeYears), "days_per_year", strconv.Itoa(mechafil.DaysPerYear),
		"recent_days", strconv.Itoa(assumption.RecentDays), "gamma_epoch", t.date(assumption.GammaRampEpoch),
		"network_start", t.date(mechafil.NetworkStart),
		"lock_target", t.number(mechafil.HistoryLockTarget, 4), "filplus_excess", t.number(model.FILPlusExcess, 4),
		"one", "1",
	}
}

// say is an equation's sentence.
func (t *Text) say(equation string) string {
	return fill(t.Equation[equation].Say, t.constantWords()...)
}

// factWords are what sentences say of the embedded figures. inputs has all snapshots, at least one, the oldest first.
func (t *Text) factWords(inputs []*assumption.Inputs) []string {
	first, last := inputs[0], inputs[len(inputs)-1]
	daily, regime := first.Daily, first.Regime
	scheduled := func(list []float64) string {
		sum := 0.0
		for _, v := range list {
			sum += v
		}
		return t.grouped(numbers.Places(sum, 0))
	}
	alive := func(power []float64) string {
		return t.grouped(numbers.Places(power[len(power)-1]*mechafil.PiBPerEiB, 0))
	}
	low := regime.Linear[0].At(0, 1)
	words := append(t.constantWords(), t.exploreWords()...)
	for _, part := range t.Evidence {
		words = append(words, part.ID+"_title", part.Title)
	}
	return append(words,
		"daily_first", t.date(daily.First), "daily_last", t.date(daily.Date(daily.Len()-1)),
		"gas_last", t.date(lastPublished(daily, daily.GasPublishStorageDeals)), "supply_last",
		t.date(lastPublished(daily, daily.CirculatingFIL)),
		"first_snapshot", t.date(first.Snapshot.Current), "last_snapshot", t.date(last.Snapshot.Current),
		"schedule_raw", scheduled(last.Snapshot.ScheduledExpiryRawPiB), "alive_raw", alive(last.Snapshot.RawPowerEiB),
		"schedule_qa", scheduled(last.Snapshot.ScheduledExpiryQAPiB), "alive_qa", alive(last.Snapshot.QAPowerEiB),
		"low_intercept", t.grouped(numbers.Places(low, 0)), "max_ratio", t.number(regime.Sample.Ratio[1], 3),
		"prove_left", t.number(model.ProveMgasNoDealsDirect, 4), "prove_all", t.number(model.ProveMgasNoDeals, 4),
		"prove_exact", t.quantity(model.ProveMgasNoDealsDirect/model.ProveMgasNoDeals, "share", 3),
		"prove_later", t.quantity(model.ProveFractionNoDealsRounded, "share", 3),
		"regime_rows", strconv.Itoa(regime.Sample.Rows), "regime_first", t.date(regime.Sample.First), "regime_last",
		t.date(regime.Sample.Last),
		"near_zero", numbers.Exact(100*sim.NearZeroShare),
		"validated_days", strconv.Itoa(first.Scaling.Validated.Days),
		"example_date", (first.Snapshot.Current + 350).String(), "example_rate", "0.75",
	)
}

// lastPublished is the last day on which a column of the table has a figure.
func lastPublished(t *model.Table, column []float64) day.Day {
	for i := len(column) - 1; i >= 0; i-- {
		if !math.IsNaN(column[i]) {
			return t.Date(i)
		}
	}
	return t.First
}
