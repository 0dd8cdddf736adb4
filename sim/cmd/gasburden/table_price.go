package main

import (
	"fmt"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
)

// priceText says what turns gas into FIL.
func priceText(sc *assumption.Scenario) string {
	if sc.Price == assumption.BlockSpacePrice {
		return fmt.Sprintf("price follows block space (%.4g nanoFIL when full, knee %.4g Tgas)", sc.PricedLevelNanoFIL,
			sc.KneeTgas)
	}
	return fmt.Sprintf("base fee %.4g nanoFIL", sc.BaseFeeNanoFIL)
}

// appendBlocks prints what a price that follows block space comes to, in two digits: it tells orders of magnitude.
func appendBlocks(summary func(label string, format func(float64) string, name string)) {
	summary("load of blocks, Tgas a day", about, "load_tgas")
	summary("  with DirectFIL+", about, "direct_load_tgas")
	summary("base fee, nanoFIL", about, "base_fee_nanofil")
	summary("  with DirectFIL+", about, "direct_base_fee_nanofil")
	summary("saved by less gas, FIL a day", about, "saving_less_gas_fil_per_day")
	summary("saved by a lower price", about, "saving_lower_price_fil_per_day")
	summary("the same of the whole network: less gas", about, "network_saving_less_gas_fil_per_day")
	summary("  lower price", about, "network_saving_lower_price_fil_per_day")
	summary("tips beside it, FIL a day", about, "tip_fil_per_day")
	summary("  with DirectFIL+", about, "direct_tip_fil_per_day")
}

// fills says at which onboarding blocks fill.
func fills(r *sim.Result) string {
	last := r.HistoryDays + r.Runs[0].Summary.ForecastDays
	f, ok := r.FillsAt(0, last, r.Scenario.KneeTgas)
	if !ok {
		return ""
	}
	return fmt.Sprintf("blocks fill at an onboarding of %.1f PiB a day if all deals are published, %.1f if deals go "+
		"direct as assumed, %.1f if none are published (all FIL+, %s)\n",
		f.MarketPiB, f.DirectPiB, f.UnpublishedPiB, r.Date(last))
}
