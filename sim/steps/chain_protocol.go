package steps

import (
	"math"

	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// What the protocol does by date (equations_protocol.go): burn by its causes, and FIP-0118.

// byCause reports whether the burn of the day follows from its causes. It needs the gas of the day then.
func (b *builder) byCause() bool { return b.t > b.n && b.sc.Burn == assumption.PathBurn }

// ended is whether FIL+ has ended by the day, and how many days ago.
func (b *builder) ended() (days int, ended bool) {
	last, ends := b.sc.EndOfFILPlus(b.in)
	return int(b.date(b.t) - last), ends && b.date(b.t) > last
}

// rate is the FIL+ rate of the day by which power counts: all of it once FIL+ has ended.
func (b *builder) rate() Input { return b.rateUntilEnd(1) }

// dealRate is the share of the day's power with FIL+ deals: none once they have ended.
func (b *builder) dealRate() Input { return b.rateUntilEnd(0) }

// rateUntilEnd is the FIL+ rate of the day, which the protocol fixes once FIL+ has ended.
func (b *builder) rateUntilEnd(after float64) Input {
	if _, ended := b.ended(); ended {
		return Input{Symbol{"filplus_rate", Now}, after, "share", Origin{Kind: Protocol}}
	}
	return b.path("fil_plus_rates", Now, b.t-b.n-1)
}

// optedPower adds what opting in adds to QA power.
func (b *builder) optedPower(net *mechafil.Result, inputs ...Input) {
	days, ended := b.ended()
	if !ended {
		b.result("qa-power", "qa-power", "qa_power_eib", net.QAPowerEiB[b.t], inputs...)
		return
	}
	b.between("opted", "opted", b.assumed("solstice_opt_in"), b.counted("solstice_age", Now, days))
	b.between("qa-gap", "qa-gap", inputs...)
	before := b.earlier("opted", Before, "opted", b.t-1, net.Opted.Share(b.t-1), "share")
	if days == 1 {
		before = b.absent("opted", Before, "share")
	}
	b.between("qa-opted", "qa-opted", b.step("opted", Now, "opted"), before, b.step("qa_gap", Now, "qa-gap"))
	b.result("qa-power", "qa-power-opted", "qa_power_eib", net.QAPowerEiB[b.t],
		append(inputs, b.step("opted", Now, "opted"))...)
}

// split adds what becomes of the reward.
func (b *builder) split(net *mechafil.Result) {
	last, ends := b.sc.EndOfFILPlus(b.in)
	if _, ended := b.ended(); !ends || !ended {
		return
	}
	quarters := protocol.Quarters(b.date(b.t), last)
	all := b.step("reward_all", Now, "reward")
	b.between("consensus-share", "consensus-share", b.rule("quarters", Now, quarters, "1"))
	b.between("service-share", "service-share", b.step("consensus_share", Now, "consensus-share"),
		b.assumed("solstice_gates"), b.rule("gates_checked", Now, float64(protocol.Checked(quarters)), "1"))
	b.between("burnt-share", "burnt-share", b.step("consensus_share", Now, "consensus-share"),
		b.step("service_share", Now, "service-share"))
	b.result("reward-consensus", "reward-consensus", "consensus_reward_fil", net.ConsensusRewardFIL[b.t],
		b.step("consensus_share", Now, "consensus-share"), all)
	b.result("stream-burnt", "stream-burnt", "stream_burnt_fil", net.StreamBurntFIL[b.t],
		b.step("burnt_share", Now, "burnt-share"), all)
}

// paid is the reward of the day that consensus gets.
func (b *builder) paid() Input {
	if _, split := b.at[b.prefix+"reward-consensus"]; split {
		return b.step("reward", Now, "reward-consensus")
	}
	return b.step("reward", Now, "reward")
}

// pledged is the reward that the pledge formula takes.
func (b *builder) pledged() Input {
	if b.sc.PledgeReward == assumption.ConsensusReward {
		return b.paid()
	}
	return b.step("reward", Now, "reward")
}

// streamBurnt is what of the reward is burnt.
func (b *builder) streamBurnt() Input {
	if _, split := b.at[b.prefix+"stream-burnt"]; split {
		return b.step("stream_burnt", Now, "stream-burnt")
	}
	return b.absent("stream_burnt", Now, "FIL/day")
}

// optedPledge adds the pledge of those that opted in, and what it makes of the change of pledge in all. The change but
// for it is the step before.
func (b *builder) optedPledge(net *mechafil.Result) {
	gap := b.earlier("qa_gap", Before, "qa-gap", b.t-1, net.Opted.GapPiB[b.t-1], "PiB")
	pledge := b.earlier("opted_pledge", Before, "pledge-opted-alive", b.t-1, net.Opted.PledgeFIL[b.t-1], "FIL")
	if days, _ := b.ended(); days == 1 { // nobody has opted in before
		gap, pledge = b.absent("qa_gap", Before, "PiB"), b.absent("opted_pledge", Before, "FIL")
	}
	b.between("pledge-opted-alive", "pledge-opted-alive", b.step("pledge_opted", Always, "pledge-opted"), gap, pledge,
		b.step("qa_gap", Now, "qa-gap"))
	b.between("pledge-change", "pledge-change-opted", b.step("pledge_change_rest", Now, "pledge-change-rest"),
		b.step("opted_pledge", Now, "pledge-opted-alive"), pledge)
}

// fixedLoad adds the gas of all messages where the price is fixed, for the burn alone.
func (b *builder) fixedLoad() {
	b.between("load-onboard", "load-onboard", b.step("raw_onboarded", Now, "raw-onboarded"),
		b.assumed("onboard_tgas_per_pib"))
	b.between("load-window", "load-window", b.step("raw_power", Now, "raw-power"), b.assumed("window_tgas_per_eib"))
	b.between("load", "load", b.step("gas_publish", Now, "gas-publish"), b.step("load_onboard", Now, "load-onboard"),
		b.step("load_window", Now, "load-window"), b.assumed("other_tgas"))
	if b.parts() && b.sc.BurnFeedback {
		b.prefix = "direct-"
		b.between("load", "load-direct", b.step("load", Now, "load"), b.step("gas", Now, "gas"),
			b.step("gas_direct", Now, "gas-direct"))
		b.prefix = ""
	}
}

// gasBurnt adds what the gas of all messages burns, of DirectFIL+ its own only where what is saved is not burnt.
func (b *builder) gasBurnt(net *mechafil.Result) {
	value := net.Burns.GasFIL[b.t]
	if b.prefix != "" && !b.sc.BurnFeedback {
		b.taken("gas-burnt", Supply, b.step("gas_burnt", Now, "gas-burnt"), FollowUp, "gas_burnt_fil")
		return
	}
	load := b.step("load", Now, "load")
	switch {
	case math.IsNaN(load.Value): // the day on which power ends
		b.taken("gas-burnt", Supply, b.absent("gas_burnt", Now, "FIL/day"), Own, "gas_burnt_fil")
	case b.byBlocks():
		load.Symbol.Name = "load"
		b.result("gas-burnt", "gas-burnt-blocks", "gas_burnt_fil", value, load, b.step("base_fee", Now, "fee"),
			b.assumed("gas_limit_ratio"))
	default:
		b.result("gas-burnt", "gas-burnt", "gas_burnt_fil", value, load, b.fee(), b.assumed("gas_limit_ratio"))
	}
}

// burntByCause adds the burn of the day by its causes.
func (b *builder) burntByCause(net *mechafil.Result) {
	t, burns, step := b.t, net.Burns, net.FeeOn(b.t)
	b.gasBurnt(net)
	var alive, paying, fee Input
	if t == b.n+1 {
		b.between("fee-alive-start", "fee-alive-start",
			b.published("qa_power", Last, b.n, net.QAPowerEiB[b.n], "EiB"))
		b.between("fee-paying-start", "fee-paying-start", b.assumed("paying_share"),
			b.step("fee_alive", Last, "fee-alive-start"))
		b.between("daily-fee-start", "daily-fee-start", b.step("fee_paying", Last, "fee-paying-start"),
			b.rule("fee_supply", Always, assumption.FeeSupplyFIL(b.in), "FIL"))
		alive, paying, fee = b.step("fee_alive", Before, "fee-alive-start"),
			b.step("fee_paying", Before, "fee-paying-start"), b.step("daily_fee", Before, "daily-fee-start")
	} else {
		alive = b.earlier("fee_alive", Before, "fee-alive", t-1, burns.AlivePiB[t-1], "PiB")
		paying = b.earlier("fee_paying", Before, "fee-paying", t-1, burns.PayingPiB[t-1], "PiB")
		fee = b.earlier("daily_fee", Before, "daily-fee", t-1, burns.FeeFIL[t-1], "FIL/day")
	}
	leaving := b.path("leaving_rate", Now, t-b.n-1)
	due, renewed, onboarded := b.step("qa_due", Now, "qa-due"), b.step("qa_renewed", Now, "qa-renewed"),
		b.step("qa_onboarded", Now, "qa-onboarded")
	upgrades := step.OptedKept != 1 || step.UpgradedPiB != 0
	kept, committed := "fee-kept", "fee-committed"
	if upgrades {
		kept, committed = "fee-kept-rest", "fee-committed-rest"
	}
	b.between(kept, "fee-kept", alive, leaving, due, renewed)
	b.between(committed, "fee-committed", alive, paying, onboarded, renewed,
		b.holds("pays_onboarded", 25), b.holds("pays_renewed", 26))
	if upgrades {
		keeps := b.rule("opted_kept", Now, step.OptedKept, "share")
		b.between("fee-kept", "fee-kept-opted", b.step("fee_kept_rest", Now, kept), keeps)
		b.between("fee-committed", "fee-committed-opted", b.step("fee_committed_rest", Now, committed), keeps,
			b.rule("upgraded", Now, step.UpgradedPiB, "PiB"))
	}
	b.between("fee-alive", "fee-alive", alive, leaving, due, renewed, onboarded,
		b.rule("opted_change", Now, step.ChangePiB, "PiB"))
	goesOn := []Input{b.step("fee_kept", Now, "fee-kept"), b.step("fee_committed", Now, "fee-committed")}
	b.result("fee-paying", "fee-paying", "fee_paying_pib", burns.PayingPiB[t], append(goesOn, paying)...)
	b.between("daily-fee", "daily-fee", append(goesOn, fee,
		b.earlier("circulating", Before, "circulating", t-1, net.CirculatingFIL[t-1], "FIL"))...)
	b.result("sector-fee", "sector-fee", "sector_fee_fil", burns.SectorFeeFIL[t], b.step("daily_fee", Now, "daily-fee"),
		b.paid())
	b.result("burnt", "burnt-by-cause", "burnt_fil", net.BurntFIL[t],
		b.earlier("burnt", Before, "burnt", t-1, net.BurntFIL[t-1], "FIL"), b.step("gas_burnt", Now, "gas-burnt"),
		b.step("sector_fee", Now, "sector-fee"), b.assumed("other_burn_fil"), b.streamBurnt())
}

// holds is 1 from the day after a network version on, 0 before.
func (b *builder) holds(symbol string, version int) Input {
	in := Input{Symbol{symbol, Now}, 0, "1", Origin{Kind: Protocol}}
	if protocol.Version(version).Holds(b.date(b.t)) {
		in.Value = 1
	}
	return in
}
