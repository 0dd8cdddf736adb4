package steps

// leavingEquations are those of sectors that leave early and of renewed sectors that live on for another time than new
// ones, by part. What is left of a cohort is what is left of the snapshot's day now, over what was left on its own.
func leavingEquations(part Part) []Equation {
	since := func(at At) Expr { return Div{x("stays", Now), x("stays", at)} }
	if part == Power {
		out := []Equation{{"stays", Power, Symbol{"stays", Now}, "share",
			Mul{x("stays", Before), Add{Num(1), Neg{x("leaving", Now)}}}, Own}}
		for _, of := range []struct{ kind, leaving, due, alive string }{
			{"raw", "raw-leaving", "raw-due-leaving", "raw-alive"},
			{"qa", "qa-leaving", "qa-due-leaving", "qa-alive"},
		} {
			kind := of.kind
			out = append(out,
				Equation{of.leaving, Power, Symbol{kind + "_leaving", Now}, "PiB/day",
					Mul{x("leaving", Now), x(kind+"_alive", Before)}, Own},
				Equation{of.due, Power, Symbol{kind + "_due", Now}, "PiB/day",
					Add{Mul{x(kind+"_scheduled", Now), x("stays", Now)}, Mul{x(kind+"_onboarded", Life), since(Life)},
						Mul{x(kind+"_renewed", Extended), since(Extended)}}, Own},
				Equation{of.alive, Power, Symbol{kind + "_alive", Now}, "PiB",
					Add{x(kind+"_alive", Before), x(kind+"_onboarded", Now), Neg{x(kind+"_due", Now)},
						x(kind+"_renewed", Now), Neg{x(kind+"_leaving", Now)}}, Own})
		}
		power := func(id, symbol, kind string) Equation {
			return Equation{id, Power, Symbol{symbol, Now}, "EiB", Add{x(symbol, Before),
				// two fractions, so that the line can be broken on a phone
				Div{Add{x(kind+"_onboarded", Now), Neg{x(kind+"_due", Now)}}, c("pib_per_eib")},
				Div{Add{x(kind+"_renewed", Now), Neg{x(kind+"_leaving", Now)}}, c("pib_per_eib")}}, Own}
		}
		out = append(out, Equation{"raw-removed-leaving", Power, Symbol{"raw_removed", Now}, "PiB/day",
			Add{x("raw_due", Now), Neg{x("raw_renewed", Now)}, x("raw_leaving", Now)}, Own})
		return append(out, power("raw-power-leaving", "raw_power", "raw"), power("qa-sum-leaving", "qa_sum", "qa"))
	}
	return []Equation{
		{"pledge-leaving", Pledge, Symbol{"pledge_leaving", Now}, "FIL/day",
			Mul{x("leaving", Now), x("pledge_alive", Before)}, Own},
		{"release-leaving", Pledge, Symbol{"release", Now}, "FIL/day", Add{
			Mul{x("release_scheduled", Now), x("stays", Now)},
			Mul{Add{x("locked_of_day", Life), Neg{x("renewed_of_day", Life)}}, since(Life)},
			Mul{x("renewed_of_day", Extended), since(Extended)}}, Own},
		{"pledge-alive", Pledge, Symbol{"pledge_alive", Now}, "FIL", Add{x("pledge_alive", Before),
			x("locked_of_day", Now), Neg{x("release", Now)}, Neg{x("pledge_leaving", Now)}}, Own},
		{"pledge-change-leaving", Pledge, Symbol{"pledge_change", Now}, "FIL/day", Add{c("pledge_onboarded"),
			Neg{Add{x("release", Now), Neg{x("kept", Now)}}}, floored(Add{c("pledge_renewed"), Neg{x("kept", Now)}}),
			Neg{x("pledge_leaving", Now)}}, Own},
	}
}

// startEquations are those of a run that starts as the chain stood.
func startEquations(part Part) []Equation {
	if part == Reward {
		return []Equation{
			{"offset", Reward, Symbol{"offset", First}, "FIL",
				Add{x("simple_reward", First), x("baseline_reward", First), Neg{x("mined", First)}}, Own},
			{"minted-as-stood", Reward, Symbol{"minted", Now}, "FIL",
				Add{x("simple_reward", Now), x("baseline_reward", Now), Neg{x("offset", First)}}, Own},
		}
	}
	return []Equation{
		{"locked-reward-first", Locked, Symbol{"locked_reward", First}, "FIL",
			Mul{c("locked_reward_share"), c("locked_reward_days"), x("reward_before", First)}, Own},
		{"locked-pledge-first", Locked, Symbol{"locked_pledge", First}, "FIL",
			Add{x("locked", First), Neg{x("locked_reward", First)}}, Own},
	}
}
