package steps

// burnEquations say how the burn follows from its causes, on a day of the forecast: gas, FIP-0100's daily fee and all
// other. The fee goes on with the power that pays it.
func burnEquations() []Equation {
	over := Mul{Add{c("limit_ratio"), Neg{Num(1)}}, floored(Add{c("limit_ratio"), Neg{Num(1.1)}})}
	gas := func(load Expr, fee Expr) Expr { return Mul{c("ggas_per_tgas"), load, fee, Add{Num(1), over}} }
	none := &Condition{x("fee_alive", Before), Equal, Num(0)}
	stays := Add{Num(1), Neg{x("leaving", Now)}}
	gone := Div{Add{x("qa_due", Now), Neg{x("qa_renewed", Now)}}, x("fee_alive", Before)}
	first := Mul{x("pays_onboarded", Now), x("qa_onboarded", Now)}
	goesOn := func(id string, what string, more Expr) Equation {
		on := Add{Mul{x("fee_kept", Now), x(what, Before)}, more}
		return Equation{id, Supply, Symbol{what, Now}, "PiB", on, FIP100}
	}
	fee := goesOn("daily-fee", "daily_fee", Mul{c("fee_rate"), x("circulating", Before), x("fee_committed", Now)})
	fee.Unit = "FIL/day"
	return []Equation{
		{"gas-burnt", Supply, Symbol{"gas_burnt", Now}, "FIL/day", gas(floored(x("load", Now)), c("base_fee")), Own},
		{"gas-burnt-blocks", Supply, Symbol{"gas_burnt", Now}, "FIL/day",
			gas(Min{x("load", Now), c("capacity")}, x("base_fee", Now)), Own},

		{"fee-alive-start", Supply, Symbol{"fee_alive", Last}, "PiB",
			Mul{c("pib_per_eib"), x("qa_power", Last)}, FIP100},
		{"fee-paying-start", Supply, Symbol{"fee_paying", Last}, "PiB",
			Mul{c("paying_share"), x("fee_alive", Last)}, Own},
		{"daily-fee-start", Supply, Symbol{"daily_fee", Last}, "FIL/day",
			Mul{c("fee_rate"), c("fee_supply"), x("fee_paying", Last)}, FIP100},

		{"fee-kept", Supply, Symbol{"fee_kept", Now}, "share",
			Cases{{none, stays}, {nil, floored(append(append(Add{}, stays...), Neg{gone}))}}, FIP100},
		{"fee-committed", Supply, Symbol{"fee_committed", Now}, "PiB", Cases{{none, first}, {nil, Add{first,
			Mul{x("pays_renewed", Now), x("qa_renewed", Now),
				Add{Num(1), Neg{Div{x("fee_paying", Before), x("fee_alive", Before)}}}}}}}, FIP100},
		{"fee-kept-opted", Supply, Symbol{"fee_kept", Now}, "share",
			Mul{x("fee_kept_rest", Now), x("opted_kept", Now)}, FIP118},
		{"fee-committed-opted", Supply, Symbol{"fee_committed", Now}, "PiB",
			Add{Mul{x("fee_committed_rest", Now), x("opted_kept", Now)}, x("upgraded", Now)}, FIP118},
		{"fee-alive", Supply, Symbol{"fee_alive", Now}, "PiB", Add{floored(Add{Mul{x("fee_alive", Before), stays},
			Neg{x("qa_due", Now)}, x("qa_renewed", Now), x("qa_onboarded", Now)}), x("opted_change", Now)}, FIP100},
		goesOn("fee-paying", "fee_paying", x("fee_committed", Now)),
		fee,
		{"sector-fee", Supply, Symbol{"sector_fee", Now}, "FIL/day",
			Min{x("daily_fee", Now), Mul{c("fee_cap"), x("reward", Now)}}, FIP100},
		{"burnt-by-cause", Supply, Symbol{"burnt", Now}, "FIL", Add{x("burnt", Before), x("gas_burnt", Now),
			x("sector_fee", Now), c("other_burn"), x("stream_burnt", Now)}, Own},
		{"burnt-with-stream", Supply, Symbol{"burnt", Now}, "FIL", Add{x("burnt", Before),
			Div{Add{x("burnt", Last), Neg{x("burnt", First)}}, c("history_days")}, Neg{x("burn_saved", Now)},
			x("stream_burnt", Now)}, FIP118},
	}
}

// solsticeEquations are those of FIP-0118, by part, after FIL+ has ended.
func solsticeEquations(part Part) []Equation {
	gap := Add{Mul{x("filplus_multiplier", Now), x("raw_power", Now)}, Neg{x("qa_sum", Now)}}
	switch part {
	case Power:
		return []Equation{
			{"opted", Power, Symbol{"opted", Now}, "share",
				Mul{c("opt_in"), Min{Num(1), Div{x("solstice_age", Now), c("opt_in_days")}}}, Own},
			{"qa-gap", Power, Symbol{"qa_gap", Now}, "PiB", Mul{c("pib_per_eib"), floored(gap)}, FIP118},
			{"qa-opted", Power, Symbol{"qa_opted", Now}, "PiB/day",
				Mul{Add{x("opted", Now), Neg{x("opted", Before)}}, x("qa_gap", Now)}, FIP118},
			{"qa-power-opted", Power, Symbol{"qa_power", Now}, "EiB",
				Add{Min{x("qa_sum", Now), Mul{x("filplus_multiplier", Now), x("raw_power", Now)}},
					Mul{x("opted", Now), floored(gap)}}, FIP118},
		}
	case Reward:
		rest := Add{Num(1), Neg{x("consensus_share", Now)}}
		return []Equation{
			{"consensus-share", Reward, Symbol{"consensus_share", Now}, "share", Add{c("consensus_first"),
				Neg{Mul{c("consensus_fall"), Min{c("fall_quarters"), x("quarters", Now)}}}}, FIP118},
			{"service-share", Reward, Symbol{"service_share", Now}, "share", Min{rest, Add{c("service_first"),
				Mul{c("service_step"), Min{c("gates"), x("gates_checked", Now)}}}}, FIP118},
			{"burnt-share", Reward, Symbol{"burnt_share", Now}, "share",
				Add{rest, Neg{x("service_share", Now)}}, FIP118},
			{"reward-consensus", Reward, Symbol{"reward", Now}, "FIL/day",
				Mul{x("consensus_share", Now), x("reward_all", Now)}, FIP118},
			{"stream-burnt", Reward, Symbol{"stream_burnt", Now}, "FIL/day",
				Mul{x("burnt_share", Now), x("reward_all", Now)}, FIP118},
		}
	}
	return []Equation{
		{"pledge-opted-alive", Pledge, Symbol{"opted_pledge", Now}, "FIL", Cases{
			{&Condition{x("qa_gap", Before), Equal, Num(0)}, c("pledge_opted")},
			{nil, Add{c("pledge_opted"), Mul{x("opted_pledge", Before), Div{x("qa_gap", Now), x("qa_gap", Before)}}}},
		}, FIP118},
		{"pledge-change-opted", Pledge, Symbol{"pledge_change", Now}, "FIL/day", Add{x("pledge_change_rest", Now),
			x("opted_pledge", Now), Neg{x("opted_pledge", Before)}}, FIP118},
	}
}
