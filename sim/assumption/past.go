package assumption

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// What was published of an assumption on a day. Columns that are not loaded count as not published.

// burnExactFrom is the first day whose burn is published to better than 10,000 FIL; the daily base fee that
// rounded burn implies is zero on most days and far too high on the rest. Source: assets/SOURCES.md.
var burnExactFrom = day.Of(2022, 10, 10)

// pastOnboarding is the raw power onboarded, PiB.
func pastOnboarding(t *model.Table, on, _ day.Day) float64 {
	return model.Published(t.OnboardedRawPiB, t.Row(on))
}

func pastRenewalRate(t *model.Table, on, _ day.Day) float64 {
	return model.Published(t.RenewalRate, t.Row(on))
}

// pastFILPlusRate is the share of the day's raw power that carried FIL+ deals.
func pastFILPlusRate(t *model.Table, on, _ day.Day) float64 {
	row := t.Row(on)
	raw := model.Published(t.OnboardedRawPiB, row)
	deal := model.DealPower(raw, model.Published(t.OnboardedQAPiB, row))
	if !(raw > 0) || math.IsNaN(deal) {
		return math.NaN()
	}
	return min(1, deal/raw)
}

// pastBaseFee is what burn and gas imply, nanoFIL; the burn of the snapshot's own day is not out yet.
func pastBaseFee(t *model.Table, on, snapshot day.Day) float64 {
	if on < burnExactFrom || on >= snapshot {
		return math.NaN()
	}
	return t.ImpliedBaseFee(t.Row(on))
}

// pastMeasuredFee is the base fee that was measured, nanoFIL: what was paid, on the days on which that was published.
func pastMeasuredFee(t *model.Table, on, _ day.Day) float64 {
	fee, _ := t.MeasuredFee(t.Row(on))
	return fee
}
