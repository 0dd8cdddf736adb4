package steps

import "slices"

// Equation is one equation of the simulator. Its ID names it in a chain and on the methodology page.
type Equation struct {
	ID    string
	Part  Part
	Out   Symbol
	Unit  string // of Out; see Constant.Unit for its forms
	Is    Expr
	Where Source
}

// Part is a part of the model, in the order in which it computes.
type Part string

// The parts.
const (
	Power   Part = "power"
	Reward  Part = "reward"
	Supply  Part = "supply" // vesting and burn
	Pledge  Part = "pledge"
	Locked  Part = "locked" // what is locked, and what circulates
	Gas     Part = "gas"
	Respond Part = "response" // what the network does with gas that is saved
	Amount  Part = "amount"   // gas in FIL
	Flows   Part = "flows"
	Burden  Part = "burden"
	Sector  Part = "sector"
	Band    Part = "band" // how far gas may lie from the prediction
	Given   Part = "defaults"
)

// Parts lists them in their order.
func AllParts() []Part {
	return []Part{Power, Reward, Supply, Pledge, Locked, Gas, Respond, Amount, Flows, Burden, Sector, Band, Given}
}

// Source says where an equation, or a figure of it, comes from.
type Source string

// The sources. A page gives their titles and addresses.
const (
	SpecPower      Source = "spec-power"
	SpecMinting    Source = "spec-minting"
	SpecAllocation Source = "spec-allocation"
	SpecCollateral Source = "spec-collateral"
	FIP45          Source = "fip-0045"
	FIP76          Source = "fip-0076"
	FIP81          Source = "fip-0081"
	FIP100         Source = "fip-0100"
	FIP115         Source = "fip-0115"
	FIP118         Source = "fip-0118"
	MechaFIL       Source = "mechafil"
	Study          Source = "study"
	FollowUp       Source = "follow-up" // on what becomes of the gas saved
	Published      Source = "published" // Starboard and Spacescope
	Own            Source = "gasburden"
)

// Sources lists them in their order.
func Sources() []Source {
	return []Source{SpecPower, SpecMinting, SpecAllocation, SpecCollateral, FIP45, FIP76, FIP81, FIP100, FIP115,
		FIP118, MechaFIL,
		Study, FollowUp, Published, Own}
}

func x(name string, at At) Expr { return Var{name, at} }
func c(name string) Expr        { return Var{name, Always} }

// floored is an expression held at zero or above.
func floored(e Expr) Expr { return Max{Num(0), e} }

// Equations lists all equations by part, each part in the order of computation.
func Equations() []Equation {
	return slices.Concat(powerEquations(), leavingEquations(Power), solsticeEquations(Power), rewardEquations(),
		startEquations(Reward), solsticeEquations(Reward), supplyEquations(), burnEquations(), pledgeEquations(),
		leavingEquations(Pledge), solsticeEquations(Pledge), lockedEquations(), startEquations(Locked),
		gasEquations(), respondEquations(), blockEquations(), burdenEquations(), sectorEquations(), bandEquations(),
		givenEquations())
}

// EquationNamed finds an equation by its ID; the zero value for none.
func EquationNamed(id string) Equation { return named[id].Equation }

// named holds the equations by ID, with their symbols: a chain asks for them often.
var named = func() map[string]struct {
	Equation
	symbols []Symbol
} {
	out := map[string]struct {
		Equation
		symbols []Symbol
	}{}
	for _, e := range Equations() {
		entry := out[e.ID]
		entry.Equation, entry.symbols = e, Symbols(e.Is)
		out[e.ID] = entry
	}
	return out
}()

func powerEquations() []Equation {
	due := func(kind string) Equation {
		return Equation{kind + "-due", Power, Symbol{kind + "_due", Now}, "PiB/day",
			Add{x(kind+"_scheduled", Now), x(kind+"_onboarded", Life), x(kind+"_renewed", Life)}, MechaFIL}
	}
	return []Equation{
		{"qa-onboarded", Power, Symbol{"qa_onboarded", Now}, "PiB/day",
			Mul{x("raw_onboarded", Now),
				Add{Num(1), Mul{Add{x("filplus_multiplier", Now), Neg{Num(1)}}, x("filplus_rate", Now)}}}, SpecPower},
		due("raw"), due("qa"),
		{"raw-renewed", Power, Symbol{"raw_renewed", Now}, "PiB/day", Mul{x("raw_due", Now), x("renewal_rate", Now)},
			MechaFIL},
		{"qa-renewed", Power, Symbol{"qa_renewed", Now}, "PiB/day",
			Mul{x("qa_due", Now), x("renewal_rate", Now), x("qa_renewal_multiplier", Now)}, MechaFIL},
		{"raw-removed", Power, Symbol{"raw_removed", Now}, "PiB/day",
			Add{x("raw_due", Now), Neg{x("raw_renewed", Now)}}, Own},
		{"raw-power", Power, Symbol{"raw_power", Now}, "EiB", Add{x("raw_power", Before),
			Div{Add{x("raw_onboarded", Now), Neg{x("raw_due", Now)}, x("raw_renewed", Now)}, c("pib_per_eib")}},
			MechaFIL},
		{"qa-sum", Power, Symbol{"qa_sum", Now}, "EiB", Add{x("qa_sum", Before),
			Div{Add{x("qa_onboarded", Now), Neg{x("qa_due", Now)}, x("qa_renewed", Now)}, c("pib_per_eib")}}, MechaFIL},
		{"qa-power", Power, Symbol{"qa_power", Now}, "EiB",
			Min{x("qa_sum", Now), Mul{x("filplus_multiplier", Now), x("raw_power", Now)}}, MechaFIL},
	}
}

func rewardEquations() []Equation {
	minted := func(share string, time Expr) Expr {
		return Mul{c(share), c("storage_mining"), Add{Num(1), Neg{Exp{Neg{Mul{c("simple_decay"), time}}}}}}
	}
	return []Equation{
		{"baseline", Reward, Symbol{"baseline", Now}, "EiB",
			Mul{x("baseline", First), Exp{Mul{c("baseline_growth"), x("entry", Now)}}}, SpecMinting},
		{"capped-power", Reward, Symbol{"capped_sum", Now}, "EiB-days",
			Add{x("capped_sum", Before), Min{x("baseline", Now), x("raw_power", Now)}}, SpecMinting},
		{"network-time", Reward, Symbol{"network_time", Now}, "days",
			Div{Ln{Add{Num(1), Div{Mul{c("baseline_growth"), x("capped_sum", Now)}, c("baseline_start")}}},
				c("baseline_growth")}, SpecMinting},
		{"simple-reward", Reward, Symbol{"simple_reward", Now}, "FIL", minted("simple_share", x("network_day", Now)),
			SpecMinting},
		{"baseline-reward", Reward, Symbol{"baseline_reward", Now}, "FIL",
			minted("baseline_share", x("network_time", Now)), SpecMinting},
		{"minted", Reward, Symbol{"minted", Now}, "FIL", Add{x("simple_reward", Now), x("baseline_reward", Now)},
			SpecMinting},
		{"reward", Reward, Symbol{"reward", Now}, "FIL/day", Add{x("minted", Now), Neg{x("minted", Before)}},
			SpecMinting},
		{"reward-first", Reward, Symbol{"reward", First}, "FIL/day", Add{x("minted", Second), Neg{x("minted", First)}},
			MechaFIL},
	}
}

func supplyEquations() []Equation {
	mean := Div{Add{x("burnt", Last), Neg{x("burnt", First)}}, c("history_days")}
	return []Equation{
		{"vesting", Supply, Symbol{"vesting", Now}, "FIL/day", Sum{Div{x("tranche", Each), x("tranche_days", Each)}},
			SpecAllocation},
		{"vested", Supply, Symbol{"vested", Now}, "FIL", Add{x("vested", Before), x("vesting", Now)}, SpecAllocation},
		{"burnt", Supply, Symbol{"burnt", Now}, "FIL", Add{x("burnt", Before), mean}, MechaFIL},
		{"burnt-less-saved", Supply, Symbol{"burnt", Now}, "FIL",
			Add{x("burnt", Before), mean, Neg{x("burn_saved", Now)}}, FollowUp},
	}
}

// consensus is the share of the supply that added power must lock, in a network of so much power.
func consensus(network Expr) Expr {
	return floored(Div{Mul{c("lock_target"), x("pledge_base", Before), c("added")}, Mul{c("pib_per_eib"), network}})
}

func pledgeEquations() []Equation {
	simple, base, gamma := c("pledge_simple"), c("pledge_baseline"), c("gamma")
	rest := Add{Num(1), Neg{gamma}}
	limit := Mul{c("pledge_cap"), c("gib_per_pib"), c("added")}
	return []Equation{
		{"pledge-base-first", Pledge, Symbol{"pledge_base", First}, "FIL",
			Add{x("circulating", First), Neg{x("locked", First)}}, MechaFIL},
		{"pledge-simple", Pledge, Symbol{"pledge_simple", Always}, "FIL/day", consensus(x("qa_power", Now)), FIP81},
		{"pledge-baseline", Pledge, Symbol{"pledge_baseline", Always}, "FIL/day",
			consensus(Max{x("qa_power", Now), x("baseline", Now)}), SpecCollateral},
		{"consensus-arithmetic", Pledge, Symbol{"consensus", Always}, "FIL/day",
			Add{Mul{rest, simple}, Mul{gamma, base}}, FIP81},
		{"consensus-geometric", Pledge, Symbol{"consensus", Always}, "FIL/day",
			Mul{Pow{simple, rest}, Pow{base, gamma}}, MechaFIL},
		{"consensus-harmonic", Pledge, Symbol{"consensus", Always}, "FIL/day", Cases{
			{&Condition{Min{simple, base}, Equal, Num(0)}, Num(0)},
			{nil, Div{Num(1), Add{Div{rest, simple}, Div{gamma, base}}}},
		}, MechaFIL},
		{"pledge", Pledge, Symbol{"pledge", Always}, "FIL/day", Min{limit, Add{
			Div{Mul{c("storage_pledge_days"), x("reward", Now), c("added")}, Mul{c("pib_per_eib"), x("qa_power", Now)}},
			c("consensus")}}, SpecCollateral},
		{"pledge-ended", Pledge, Symbol{"pledge", Always}, "FIL/day", limit, SpecCollateral},
		{"release", Pledge, Symbol{"release", Now}, "FIL/day",
			Add{x("release_scheduled", Now), x("locked_of_day", Life)}, MechaFIL},
		{"kept", Pledge, Symbol{"kept", Now}, "FIL/day", Mul{c("kept_rate"), x("release", Now)}, MechaFIL},
		{"renewed-of-day", Pledge, Symbol{"renewed_of_day", Now}, "FIL/day", Max{x("kept", Now), c("pledge_renewed")},
			MechaFIL},
		{"locked-of-day", Pledge, Symbol{"locked_of_day", Now}, "FIL/day",
			Add{c("pledge_onboarded"), x("renewed_of_day", Now)}, MechaFIL},
		{"pledge-change", Pledge, Symbol{"pledge_change", Now}, "FIL/day", Add{c("pledge_onboarded"),
			Neg{Add{x("release", Now), Neg{x("kept", Now)}}}, floored(Add{c("pledge_renewed"), Neg{x("kept", Now)}})},
			MechaFIL},
	}
}

func lockedEquations() []Equation {
	supply := Add{c("reserve"), x("minted", Now), x("vested", Now), Neg{x("locked", Now)}, Neg{x("burnt", Now)}}
	return []Equation{
		{"locked-half", Locked, Symbol{"locked_half", First}, "FIL", Div{x("locked", First), Num(2)}, MechaFIL},
		{"reward-change", Locked, Symbol{"reward_change", Now}, "FIL/day",
			Add{Mul{c("locked_reward_share"), x("reward", Now)},
				Neg{Div{x("locked_reward", Before), c("locked_reward_days")}}}, SpecCollateral},
		{"locked-pledge", Locked, Symbol{"locked_pledge", Now}, "FIL",
			Add{x("locked_pledge", Before), x("pledge_change", Now)}, MechaFIL},
		{"locked-reward", Locked, Symbol{"locked_reward", Now}, "FIL",
			Add{x("locked_reward", Before), x("reward_change", Now)}, MechaFIL},
		{"locked", Locked, Symbol{"locked", Now}, "FIL",
			floored(Add{x("locked", Before), x("pledge_change", Now), x("reward_change", Now)}), MechaFIL},
		{"circulating", Locked, Symbol{"circulating", Now}, "FIL", floored(supply), MechaFIL},
		{"available", Locked, Symbol{"available", Now}, "FIL",
			floored(append(slices.Clone(supply), Neg{x("locked", Now)})), MechaFIL},
	}
}
