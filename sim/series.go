package sim

// Series is a named series of a run.
type Series struct {
	Name   string    // key in JSON, column in CSV
	Unit   string    // "EiB", "PiB/day", "FIL", "FIL/day", "Ggas/day", "share", "share/day", "days" or "1"
	Values []float64 // stops early where the network ended; NaN is undefined
	Offset int       // entry of the date axis at which Values start
	Length int       // values that the series would have if the network never ended
}

// Series lists all series of the run: the network's, then the study's flows and curves.
func (r *RateRun) Series() []Series {
	network := r.Network.Series()
	out := make([]Series, 0, len(network)+32)
	for _, s := range network {
		out = append(out, Series{s.Name, s.Unit, s.Values, 0, s.Length})
	}
	direct := r.DirectNetwork
	shown := min(direct.Defined, r.Network.Defined) // past the status quo's end nothing is compared
	add := func(offset int, name, unit string, values []float64) {
		out = append(out, Series{name, unit, values, offset, max(0, r.days-offset)})
	}
	add(0, "deal_onboarded_pib", "PiB/day", r.DealOnboardedPiB)
	add(0, "qa_raw_ratio", "1", r.QARawRatio)
	add(0, "regime", "1", r.Regime)
	add(0, "adoption", "share", r.Adoption)
	add(0, "gas_publish_ggas", "Ggas/day", r.GasPublishGgas)
	add(0, "gas_status_quo_ggas", "Ggas/day", r.GasStatusQuoGgas)
	add(0, "gas_direct_ggas", "Ggas/day", r.GasDirectGgas)
	add(0, "gas_status_quo_fil", "FIL/day", r.GasStatusQuoFIL)
	add(0, "gas_direct_fil", "FIL/day", r.GasDirectFIL)
	add(0, "saving_fil", "FIL/day", r.SavingFIL)
	add(0, "direct_deal_onboarded_pib", "PiB/day", r.DirectDealOnboardedPiB)
	add(0, "direct_qa_power_eib", "EiB", direct.QAPowerEiB[:shown])
	add(0, "direct_circulating_fil", "FIL", direct.CirculatingFIL[:shown])
	add(0, "cumulative_outflow_fil", "FIL", r.CumulativeOutflowFIL)
	add(0, "cumulative_inflow_fil", "FIL", r.CumulativeInflowFIL)
	add(1, "outflow_fil", "FIL/day", r.OutflowDailyFIL)
	add(1, "inflow_fil", "FIL/day", r.InflowDailyFIL)
	add(1, "netflow_fil", "FIL/day", r.NetflowDailyFIL)
	add(r.smoothing, "outflow_mean_fil", "FIL/day", r.OutflowMeanFIL)
	add(r.smoothing, "inflow_mean_fil", "FIL/day", r.InflowMeanFIL)
	add(r.smoothing, "netflow_mean_fil", "FIL/day", r.NetflowMeanFIL)
	add(r.smoothing, "direct_outflow_mean_fil", "FIL/day", r.DirectOutflowMeanFIL)
	add(r.smoothing, "direct_netflow_mean_fil", "FIL/day", r.DirectNetflowMeanFIL)
	add(r.smoothing, "gas_over_outflow", "share", r.GasOverOutflow)
	add(r.smoothing, "direct_over_outflow", "share", r.DirectOverOutflow)
	add(r.smoothing, "gas_over_netflow", "share", r.GasOverNetflow)
	add(r.smoothing, "direct_over_netflow", "share", r.DirectOverNetflow)
	add(0, "gas_over_circulating", "share/day", r.GasOverCirculating)
	add(0, "direct_over_circulating", "share/day", r.DirectOverCirculating)
	add(r.historyDays, "cumulative_gas_fil", "FIL", r.CumulativeGasFIL)
	add(r.historyDays, "cumulative_direct_fil", "FIL", r.CumulativeDirectFIL)
	add(r.historyDays, "cumulative_saving_fil", "FIL", r.CumulativeSavingFIL)
	if r.Blocks != nil {
		r.blockSeries(add)
	}
	return out
}
