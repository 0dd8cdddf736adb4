package steps

// blockEquations say how the base fee of a day follows from how full blocks are. Those of load and fee are of the
// status quo and, with its own load, of DirectFIL+ alike.
func blockEquations() []Equation {
	saved := Neg{Div{Add{x("gas", Now), Neg{x("gas_direct", Now)}}, c("ggas_per_tgas")}}
	more := Mul{c("window_level"), Add{x("raw_power_direct", Now), Neg{x("raw_power", Now)}}}
	fits := func(load string) Expr { return Min{Num(1), Div{c("capacity"), x(load, Now)}} }
	burnt := func(load, fee string) Expr { return Mul{Min{x(load, Now), c("capacity")}, x(fee, Now)} }
	over := Mul{Add{c("limit_ratio"), Neg{Num(1)}}, floored(Add{c("limit_ratio"), Neg{Num(1.1)}})}
	others := Add{c("onboard_level"), Neg{Div{Add{c("precommit_level"), c("prove_level")}, c("ggas_per_tgas")}}}
	return []Equation{
		{"load-onboard", Amount, Symbol{"load_onboard", Now}, "Tgas/day",
			Mul{c("onboard_level"), x("raw_onboarded", Now)}, Own},
		{"load-window", Amount, Symbol{"load_window", Now}, "Tgas/day",
			Mul{c("window_level"), x("raw_power", Now)}, Own},
		{"load", Amount, Symbol{"load", Now}, "Tgas/day", Add{Div{x("gas_publish", Now), c("ggas_per_tgas")},
			x("load_onboard", Now), x("load_window", Now), c("other_gas")}, Own},
		{"load-direct", Amount, Symbol{"load_direct", Now}, "Tgas/day", Add{x("load", Now), saved}, Own},
		{"load-refilled", Amount, Symbol{"load_direct", Now}, "Tgas/day",
			Add{x("load", Now), saved, Mul{c("onboard_level"), x("extra", Now)}, more}, Own},
		{"load-refilled-onboarding", Amount, Symbol{"load_direct", Now}, "Tgas/day",
			Add{x("load", Now), saved, Mul{others, x("extra", Now)}, more}, Own},
		{"priced", Amount, Symbol{"priced", Now}, "share", Div{Num(1),
			Add{Num(1), Exp{Neg{Div{Add{x("load", Now), Neg{c("knee")}}, c("knee_width")}}}}}, Own},
		{"padded", Amount, Symbol{"padded", Now}, "share", floored(Min{Num(1),
			Div{Add{Mul{c("limit_ratio"), x("load", Now)}, Neg{c("padded_gas")}, c("premium_spread")},
				Mul{Num(2), c("premium_spread")}}}), FIP115},
		{"low-fee", Amount, Symbol{"low_fee", Now}, "nanoFIL/gas", Add{
			Mul{x("padded", Now), Max{c("minimum_fee"), Mul{Num(8), c("premium")}}},
			Mul{Add{Num(1), Neg{x("padded", Now)}}, c("minimum_fee")}}, FIP115},
		{"fee", Amount, Symbol{"base_fee", Now}, "nanoFIL/gas", Add{Mul{x("priced", Now), c("priced_level")},
			Mul{Add{Num(1), Neg{x("priced", Now)}}, x("low_fee", Now)}}, Own},
		{"gas-fil-blocks", Amount, Symbol{"gas_fil", Now}, "FIL/day",
			Mul{x("gas", Now), fits("load"), x("base_fee", Now)}, Own},
		{"direct-fil-blocks", Amount, Symbol{"direct_fil", Now}, "FIL/day",
			Mul{x("gas_direct", Now), fits("load_direct"), x("base_fee_direct", Now)}, Own},

		{"load-price", Respond, Symbol{"load_price", Now}, "Ggas/PiB",
			Add{x("price", Now), Mul{c("ggas_per_tgas"), c("onboard_level")}}, Own},
		{"load-price-onboarding", Respond, Symbol{"load_price", Now}, "Ggas/PiB",
			Add{x("price", Now), Mul{c("ggas_per_tgas"), others}}, Own},
		{"gas-refilled-blocks", Respond, Symbol{"gas_direct", Now}, "Ggas/day",
			Add{x("gas_unfilled", Now), Mul{x("extra", Now), x("price", Now)}}, FollowUp},
		{"burn-saved-blocks", Respond, Symbol{"burn_saved", Now}, "FIL/day", Mul{c("ggas_per_tgas"), Add{Num(1), over},
			Add{burnt("load", "base_fee"), Neg{burnt("load_direct", "base_fee_direct")}}}, FollowUp},
	}
}
