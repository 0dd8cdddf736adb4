package ask

// FigureText names a figure: in a list, and inside a sentence.
type FigureText struct{ Label, Inside string }

// InputText names an input: in a list, and inside a sentence.
type InputText struct{ Label, Inside, Unit string }

// EnglishGroups name the groups of figures.
func EnglishGroups() map[string]string {
	return named("mean", "Over the whole forecast", "month", "In the headline’s month", "day", "On a day", "fil", "Amounts of FIL")
}

// EnglishFigures name the figures, by name in sim/explore.
func EnglishFigures() map[string]FigureText {
	return map[string]FigureText{
		"mean_gas_over_netflow":            {"Mean burden, share of net flow", "the mean burden as a share of net flow"},
		"mean_direct_over_netflow":         {"Mean burden with DirectFIL+, share of net flow", "the mean burden with DirectFIL+ as a share of net flow"},
		"mean_gas_over_outflow":            {"Mean burden, share of outflow", "the mean burden as a share of outflow"},
		"mean_direct_over_outflow":         {"Mean burden with DirectFIL+, share of outflow", "the mean burden with DirectFIL+ as a share of outflow"},
		"mean_gas_over_circulating":        {"Mean burden a year, share of circulating supply", "the mean burden a year as a share of the circulating supply"},
		"mean_direct_over_circulating":     {"Mean burden a year with DirectFIL+, share of circulating supply", "the mean burden a year with DirectFIL+ as a share of the circulating supply"},
		"month_gas_over_netflow":           {"Burden, share of net flow", "the month’s burden as a share of net flow"},
		"month_direct_over_netflow":        {"Burden with DirectFIL+, share of net flow", "the month’s burden with DirectFIL+ as a share of net flow"},
		"month_gas_over_outflow":           {"Burden, share of outflow", "the month’s burden as a share of outflow"},
		"month_direct_over_outflow":        {"Burden with DirectFIL+, share of outflow", "the month’s burden with DirectFIL+ as a share of outflow"},
		"month_gas_over_circulating":       {"Burden a year, share of circulating supply", "the month’s burden as a share of the circulating supply"},
		"month_direct_over_circulating":    {"Burden a year with DirectFIL+, share of circulating supply", "the month’s burden with DirectFIL+ as a share of the circulating supply"},
		"day_gas_over_netflow":             {"Burden, share of net flow", "the day’s burden as a share of net flow"},
		"day_direct_over_netflow":          {"Burden with DirectFIL+, share of net flow", "the day’s burden with DirectFIL+ as a share of net flow"},
		"day_gas_over_outflow":             {"Burden, share of outflow", "the day’s burden as a share of outflow"},
		"day_direct_over_outflow":          {"Burden with DirectFIL+, share of outflow", "the day’s burden with DirectFIL+ as a share of outflow"},
		"day_gas_over_circulating":         {"Burden a year, share of circulating supply", "the day’s burden as a share of the circulating supply"},
		"day_direct_over_circulating":      {"Burden a year with DirectFIL+, share of circulating supply", "the day’s burden with DirectFIL+ as a share of the circulating supply"},
		"saving_fil":                       {"FIL saved over the forecast", "what DirectFIL+ saves over the forecast"},
		"saving_fil_per_day":               {"FIL saved a day", "what DirectFIL+ saves a day"},
		"saving_over_circulating_per_year": {"Saved a year, share of circulating supply", "what DirectFIL+ saves a year as a share of the circulating supply"},
		"gas_fil":                          {"FIL spent over the forecast", "what is spent over the forecast"},
		"direct_gas_fil":                   {"FIL spent with DirectFIL+ over the forecast", "what is spent with DirectFIL+ over the forecast"},
		"day_saving_fil":                   {"FIL saved on the day", "what DirectFIL+ saves on the day"},
		"day_cumulative_saving_fil":        {"FIL saved up to the day", "what DirectFIL+ has saved up to the day"},
	}
}

// EnglishInputs name the inputs, by name in sim/explore.
func EnglishInputs() map[string]InputText {
	return map[string]InputText{
		"fil_plus_rate":                  {"FIL+ rate", "the FIL+ rate", "%"},
		"raw_onboarding_pib":             {"Raw onboarding", "raw onboarding", "PiB/day"},
		"renewal_rate":                   {"Renewal rate", "the renewal rate", "%"},
		"sector_duration_days":           {"Sector duration", "the sector duration", "days"},
		"lock_target":                    {"Lock target", "the lock target", "%"},
		"fil_plus_multiplier":            {"FIL+ multiplier", "the FIL+ multiplier", "×"},
		"qa_renewal_multiplier":          {"QA power of renewals", "the QA power of renewals", "×"},
		"gamma":                          {"Weight of the baseline pledge", "the weight of the baseline pledge", "%"},
		"gamma_weighting":                {"Pledge mean", "the pledge mean", ""},
		"pledge_base":                    {"Pledge is a share of", "the base of the pledge", ""},
		"gas_model":                      {"Gas model", "the gas model", ""},
		"messages":                       {"Messages counted", "the messages counted", ""},
		"base_fee_nanofil":               {"Base fee", "the base fee", "nanoFIL"},
		"direct_gas_fraction":            {"Gas of a direct deal", "the gas of a direct deal", "%"},
		"direct_precommit_fraction":      {"PreCommit gas of a direct deal", "the PreCommit gas of a direct deal", "%"},
		"direct_prove_fraction":          {"ProveCommit gas of a direct deal", "the ProveCommit gas of a direct deal", "%"},
		"direct_prove_fraction_no_deals": {"ProveCommit gas without deals", "the ProveCommit gas of sectors without deals", "%"},
		"adoption":                       {"Adoption of DirectFIL+", "the adoption of DirectFIL+", ""},
		"adoption_share":                 {"Share of deals that go direct", "the share of deals that go direct", "%"},
		"adoption_start":                 {"Start of the adoption ramp", "the start of the adoption ramp", ""},
		"adoption_days":                  {"Length of the adoption ramp", "the length of the adoption ramp", "days"},
		"rebound":                        {"Saved gas refilled by more deals", "the share of saved gas that is refilled", "%"},
		"burn_feedback":                  {"Saved gas is not burnt", "the switch for burnt gas", ""},
		"smoothing_days":                 {"Smoothing of flows", "the smoothing of flows", "days"},
		"snapshot":                       {"Network of", "the network’s state", ""},
		"horizon_days":                   {"Horizon", "the horizon", "days"},
		"fil_plus_rates":                 {"FIL+ rates", "the FIL+ rates", "%"},
	}
}

// named are texts by name; pairs are name, text. Of a literal of a map, the program would carry an instruction for each.
func named(pairs ...string) map[string]string {
	out := make(map[string]string, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out
}
