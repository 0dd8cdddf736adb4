package steps

func gasEquations() []Equation {
	plane := func(of string) Expr {
		return Add{Mul{c(of + "_deal"), x("deal", Now)}, Mul{c(of + "_ratio"), x("ratio", Now)}, c(of + "_intercept")}
	}
	// The gas of PreCommit and ProveCommit, and what of it remains under DirectFIL+.
	preCommit, prove := Mul{c("precommit_level"), x("raw_onboarded", Now)},
		Mul{c("prove_level"), x("raw_onboarded", Now)}
	dealt := x("with_deals", Now)
	return []Equation{
		{"deal-history", Gas, Symbol{"deal", Now}, "PiB/day",
			floored(Div{Add{x("qa_onboarded", Now), Neg{x("raw_onboarded", Now)}}, c("filplus_excess")}), Study},
		{"deal", Gas, Symbol{"deal", Now}, "PiB/day", Mul{x("raw_onboarded", Now), x("filplus_rate", Now)}, Study},
		{"ratio", Gas, Symbol{"ratio", Now}, "1", Div{x("qa_power", Now), x("raw_power", Now)}, Study},
		{"level", Gas, Symbol{"level", Now}, "Ggas/PiB", Mul{c("long_run_level"),
			Pow{Div{c("fitted_level"), c("long_run_level")},
				Pow{Num(2), Neg{Div{x("ahead", Now), c("level_half_life")}}}}}, Own},
		{"gas-scaling", Gas, Symbol{"gas_publish", Now}, "Ggas/day", Mul{x("deal", Now), x("level", Now)}, Own},
		{"odds", Gas, Symbol{"odds", Now}, "1", plane("logistic"), Study},
		{"regime", Gas, Symbol{"regime", Now}, "1", Cases{{&Condition{x("odds", Now), Above, Num(0)}, Num(1)},
			{nil, Num(0)}}, Study},
		{"gas-low", Gas, Symbol{"gas_publish", Now}, "Ggas/day", plane("low"), Study},
		{"gas-high", Gas, Symbol{"gas_publish", Now}, "Ggas/day", plane("high"), Study},
		{"with-deals", Gas, Symbol{"with_deals", Now}, "share",
			Min{Num(1), Div{x("deal", Now), x("raw_onboarded", Now)}}, Own},
		{"gas-onboarding", Gas, Symbol{"gas", Now}, "Ggas/day", Add{x("gas_publish", Now), preCommit, prove}, Own},
		{"all-direct", Gas, Symbol{"gas_all_direct", Now}, "Ggas/day", Mul{x("gas_publish", Now), c("direct_publish")},
			FIP76},
		{"all-direct-onboarding", Gas, Symbol{"gas_all_direct", Now}, "Ggas/day", Add{
			Mul{x("gas_publish", Now), c("direct_publish")},
			Mul{c("precommit_level"), x("raw_onboarded", Now), c("direct_precommit")},
			Mul{c("prove_level"), x("raw_onboarded", Now), Add{Mul{dealt, c("direct_prove")},
				Mul{Add{Num(1), Neg{dealt}}, c("direct_prove_no_deals")}}}}, FIP76},
		{"adoption", Gas, Symbol{"adoption", Now}, "share", Div{c("adoption_ceiling"), Add{Num(1),
			Exp{Neg{Mul{Ln{c("adoption_odds")}, Add{Div{Mul{Num(2), x("adoption_age", Now)}, c("adoption_days")},
				Neg{Num(1)}}}}}}}, Own},
		{"gas-direct", Gas, Symbol{"gas_direct", Now}, "Ggas/day", adopted, Own},
	}
}

// adopted is the gas of a day of which a share goes direct.
var adopted = Cases{
	{&Condition{x("adoption", Now), Equal, Num(1)}, x("gas_all_direct", Now)},
	{nil, Add{x("gas", Now), Neg{Mul{x("adoption", Now), Add{x("gas", Now), Neg{x("gas_all_direct", Now)}}}}}},
}

func respondEquations() []Equation {
	remains := func(fraction string) Expr {
		return Add{Num(1), Neg{Mul{x("adoption", Now), Add{Num(1), Neg{c(fraction)}}}}}
	}
	publish := Mul{x("publish_price", Now), remains("direct_publish")}
	return []Equation{
		{"gas-unfilled", Respond, Symbol{"gas_unfilled", Now}, "Ggas/day", adopted, Own},
		{"saved", Respond, Symbol{"saved", Now}, "Ggas/day", Add{x("gas", Now), Neg{x("gas_unfilled", Now)}}, FollowUp},
		{"publish-price", Respond, Symbol{"publish_price", Now}, "Ggas/PiB", Div{x("gas_publish", Now), x("deal", Now)},
			Own},
		{"price", Respond, Symbol{"price", Now}, "Ggas/PiB", publish, Own},
		{"price-onboarding", Respond, Symbol{"price", Now}, "Ggas/PiB", Add{publish,
			Mul{c("precommit_level"), remains("direct_precommit")}, Mul{c("prove_level"), remains("direct_prove")}},
			Own},
		{"extra-deals", Respond, Symbol{"extra", Now}, "PiB/day",
			Div{Mul{c("rebound"), x("saved", Now)}, x("price", Now)}, FollowUp},
		{"deal-refilled", Respond, Symbol{"deal_direct", Now}, "PiB/day", Add{x("deal", Now), x("extra", Now)},
			FollowUp},
		{"raw-refilled", Respond, Symbol{"raw_onboarded", Now}, "PiB/day", Add{x("raw_assumed", Now), x("extra", Now)},
			FollowUp},
		{"qa-refilled", Respond, Symbol{"qa_onboarded", Now}, "PiB/day", Add{x("raw_onboarded", Now),
			Mul{Add{x("filplus_multiplier", Now), Neg{Num(1)}}, x("deal_direct", Now)}}, SpecPower},
		{"gas-refilled", Respond, Symbol{"gas_direct", Now}, "Ggas/day",
			Add{x("gas_unfilled", Now), Mul{c("rebound"), x("saved", Now)}}, FollowUp},
		{"burn-saved", Respond, Symbol{"burn_saved", Now}, "FIL/day",
			Mul{Add{x("gas", Now), Neg{x("gas_direct", Now)}}, c("base_fee")}, FollowUp},
	}
}

func burdenEquations() []Equation {
	mean := func(of string) Expr { return Div{Add{x(of, Now), Neg{x(of, Window)}}, c("smoothing")} }
	over := func(id, out, gas, by, unit string) Equation {
		return Equation{id, Burden, Symbol{out, Now}, unit, Div{x(gas, Now), x(by, Now)}, Study}
	}
	return []Equation{
		{"gas-fil", Amount, Symbol{"gas_fil", Now}, "FIL/day", Mul{x("gas", Now), c("base_fee")}, Study},
		{"direct-fil", Amount, Symbol{"direct_fil", Now}, "FIL/day", Mul{x("gas_direct", Now), c("base_fee")}, Study},
		{"saving", Amount, Symbol{"saving", Now}, "FIL/day", Add{x("gas_fil", Now), Neg{x("direct_fil", Now)}}, Study},
		{"cumulative-saving", Amount, Symbol{"cumulative_saving", Now}, "FIL",
			Add{x("cumulative_saving", Before), x("saving", Now)}, Own},
		{"outflow-total", Flows, Symbol{"outflow_total", Now}, "FIL", Add{x("burnt", Now), x("locked", Now)}, Study},
		{"inflow-total", Flows, Symbol{"inflow_total", Now}, "FIL", Add{x("vested", Now), x("minted", Now)}, Study},
		{"outflow", Flows, Symbol{"outflow", Now}, "FIL/day", mean("outflow_total"), Study},
		{"inflow", Flows, Symbol{"inflow", Now}, "FIL/day", mean("inflow_total"), Study},
		{"netflow", Flows, Symbol{"netflow", Now}, "FIL/day", Add{x("inflow", Now), Neg{x("outflow", Now)}}, Study},
		over("gas-over-outflow", "gas_over_outflow", "gas_fil", "outflow", "share"),
		over("direct-over-outflow", "direct_over_outflow", "direct_fil", "outflow", "share"),
		over("gas-over-netflow", "gas_over_netflow", "gas_fil", "netflow", "share"),
		over("direct-over-netflow", "direct_over_netflow", "direct_fil", "netflow", "share"),
		over("gas-over-circulating", "gas_over_circulating", "gas_fil", "circulating", "share/day"),
		over("direct-over-circulating", "direct_over_circulating", "direct_fil", "circulating", "share/day"),
	}
}

func sectorEquations() []Equation {
	return []Equation{
		{"sector-pledge", Sector, Symbol{"sector_pledge", Now}, "FIL",
			Div{Add{x("locked_of_day", Now), Neg{x("renewed_of_day", Now)}},
				Mul{c("sectors_per_pib"), x("qa_onboarded", Now)}}, MechaFIL},
		{"sector-reward", Sector, Symbol{"sector_reward", Now}, "FIL/day",
			Div{x("reward", Now), Mul{c("pib_per_eib"), c("sectors_per_pib"), x("qa_power", Now)}}, MechaFIL},
		{"sector-return", Sector, Symbol{"sector_return", Now}, "FIL", Sum{x("sector_reward", Each)}, MechaFIL},
		{"sector-roi", Sector, Symbol{"sector_roi", Now}, "1", Div{x("sector_return", Now), x("sector_pledge", Now)},
			MechaFIL},
	}
}

func bandEquations() []Equation {
	drift := Div{Mul{Pow{c("drift"), Num(2)}, x("ahead", Now)}, c("block_days")}
	rho := c("autocorrelation")
	return []Equation{
		{"band-day", Band, Symbol{"log_sd", Now}, "1", Root{Add{drift, Pow{c("daily"), Num(2)}}}, Own},
		{"band-scatter", Band, Symbol{"scatter", Always}, "1", Mul{Pow{c("daily"), Num(2)}, Min{Num(1),
			Div{Add{Num(1), rho}, Mul{c("smoothing"), Add{Num(1), Neg{rho}}}}}}, Own},
		{"band-mean", Band, Symbol{"log_sd", Now}, "1", Root{Add{drift, c("scatter")}}, Own},
		{"band-high", Band, Symbol{"gas_high", Now}, "Ggas/day",
			Mul{x("gas_publish", Now), Exp{Mul{c("quantile"), x("log_sd", Now)}}}, Own},
		{"band-low", Band, Symbol{"gas_low", Now}, "Ggas/day",
			Mul{x("gas_publish", Now), Exp{Neg{Mul{c("quantile"), x("log_sd", Now)}}}}, Own},
	}
}

func givenEquations() []Equation {
	weight := Pow{Num(2), Neg{Div{x("age", Each), c("weight_half_life")}}}
	return []Equation{
		{"fitted-level", Given, Symbol{"fitted_level", Always}, "Ggas/PiB",
			Div{Sum{Mul{weight, x("published_gas", Each)}}, Sum{Mul{weight, x("deal", Each)}}}, Own},
		{"implied-fee", Given, Symbol{"implied_fee", Now}, "nanoFIL/gas",
			Div{Add{x("burnt", Now), Neg{x("burnt", Before)}}, x("total_gas", Now)}, Own},
		{"gamma-ramp", Given, Symbol{"gamma", Always}, "share", Max{c("gamma_after"), Min{Num(1),
			Add{c("gamma_at"), Neg{Mul{c("gamma_per_day"), x("since_ramp", Now)}}}}}, FIP81},
		{"gamma-by-date", Given, Symbol{"gamma", Always}, "share", Max{c("gamma_after"), Min{Num(1),
			Add{Num(1), Neg{Div{Mul{c("gamma_fall"), x("since_upgrade", Now)}, c("ramp_days")}}}}}, FIP81},
	}
}
