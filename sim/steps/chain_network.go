package steps

import (
	"github.com/gasburden/gasburden/sim/mechafil"
)

// supplyOf adds what follows from a network's power, the status quo's or, under its prefix, DirectFIL+'s.
func (b *builder) supplyOf(net *mechafil.Result) {
	b.reward(net)
	b.split(net)
	b.supply(net)
	b.pledge(net)
	b.locked(net)
}

func (b *builder) power(net *mechafil.Result) {
	t, s := b.t, b.in.Snapshot
	if t <= b.n {
		for _, p := range []struct {
			key, name, unit, series string
			values                  []float64
		}{
			{"raw-onboarded", "raw_onboarded", "PiB/day", "onboarded_raw_pib", s.OnboardedRawPiB},
			{"qa-onboarded", "qa_onboarded", "PiB/day", "onboarded_qa_pib", s.OnboardedQAPiB},
			{"qa-renewed", "qa_renewed", "PiB/day", "renewed_qa_pib", s.RenewedQAPiB},
			{"raw-power", "raw_power", "EiB", "raw_power_eib", s.RawPowerEiB},
			{"qa-power", "qa_power", "EiB", "qa_power_eib", s.QAPowerEiB},
		} {
			b.taken(p.key, Power, b.published(p.name, Now, t, p.values[t], p.unit), Published, p.series)
		}
		return
	}
	i := t - b.n - 1
	multiplier := b.path("fil_plus_multiplier", Now, i)
	if _, refilled := b.at["extra-deals"]; refilled && b.prefix != "" { // which FIL+ deals alone do
		b.result("raw-onboarded", "raw-refilled", "onboarded_raw_pib", net.OnboardedRawPiB[t],
			b.pathAs("raw_assumed", "raw_onboarding_pib", Now, i), b.step("extra", Now, "extra-deals"))
		b.result("qa-onboarded", "qa-refilled", "onboarded_qa_pib", net.OnboardedQAPiB[t],
			b.step("raw_onboarded", Now, "raw-onboarded"), multiplier, b.step("deal_direct", Now, "deal-refilled"))
	} else {
		b.taken("raw-onboarded", Power, b.path("raw_onboarding_pib", Now, i), "", "onboarded_raw_pib")
		b.result("qa-onboarded", "qa-onboarded", "onboarded_qa_pib", net.OnboardedQAPiB[t],
			b.step("raw_onboarded", Now, "raw-onboarded"), multiplier, b.rate())
	}
	rate := b.path("renewal_rate", Now, i)
	leaving := ""
	if b.leaves() {
		leaving = "-leaving"
	}
	b.due("raw", s.ScheduledExpiryRawPiB, net.OnboardedRawPiB, net.RenewedRawPiB)
	b.result("raw-renewed", "raw-renewed", "renewed_raw_pib", net.RenewedRawPiB[t], b.step("raw_due", Now, "raw-due"),
		rate)
	moved := b.moved("raw", b.earlier("raw_power", Before, "raw-power", t-1, net.RawPowerEiB[t-1], "EiB"))
	b.between("raw-removed", "raw-removed"+leaving, moved...)
	b.result("raw-power", "raw-power"+leaving, "raw_power_eib", net.RawPowerEiB[t], moved...)

	b.due("qa", s.ScheduledExpiryQAPiB, net.OnboardedQAPiB, net.RenewedQAPiB)
	b.result("qa-renewed", "qa-renewed", "renewed_qa_pib", net.RenewedQAPiB[t], b.step("qa_due", Now, "qa-due"), rate,
		b.path("qa_renewal_multiplier", Now, i))
	b.between("qa-sum", "qa-sum"+leaving, b.moved("qa", b.sumBefore(net))...)
	b.optedPower(net, b.step("qa_sum", Now, "qa-sum"), multiplier, b.step("raw_power", Now, "raw-power"))
	if b.leaves() {
		b.livingPower("raw")
		b.livingPower("qa")
	}
}

// moved are the power of the day before and what comes and goes on a forecast day, raw or QA.
func (b *builder) moved(kind string, before Input) []Input {
	out := []Input{before, b.step(kind+"_onboarded", Now, kind+"-onboarded"), b.step(kind+"_due", Now, kind+"-due"),
		b.step(kind+"_renewed", Now, kind+"-renewed")}
	if b.leaves() {
		out = append(out, b.step(kind+"_leaving", Now, kind+"-leaving"))
	}
	return out
}

// due adds the power that falls due on a forecast day, raw or QA, and what leaves before.
func (b *builder) due(kind string, scheduled, onboarded, renewed []float64) {
	if b.leaves() {
		b.leavingPower(kind, scheduled, onboarded, renewed)
		return
	}
	b.between(kind+"-due", kind+"-due", b.dueInputs(kind, b.t, scheduled, onboarded, renewed)...)
}

func (b *builder) dueInputs(kind string, t int, scheduled, onboarded, renewed []float64) []Input {
	i := t - b.n - 1
	out := make([]Input, 3)
	// What is scheduled for the snapshot's day falls due on the day after it: MechaFIL's own.
	if i < len(scheduled) {
		out[0] = b.scheduled(kind+"_scheduled", b.n+i, scheduled[i])
	} else {
		out[0] = b.absent(kind+"_scheduled", Now, "PiB/day")
	}
	again, extension := Life, b.sc.SectorDurationDays
	if b.leaves() {
		again, extension = Extended, b.extension()
	}
	for k, c := range []struct {
		what   string
		at     At
		life   int
		values []float64
	}{{"onboarded", Life, b.sc.SectorDurationDays, onboarded}, {"renewed", again, extension, renewed}} {
		if out[k+1] = b.absent(kind+"_"+c.what, c.at, "PiB/day"); i >= c.life {
			out[k+1] = b.earlier(kind+"_"+c.what, c.at, kind+"-"+c.what, t-c.life, c.values[t-c.life], "PiB/day")
		}
	}
	return out
}

// sumBefore is the running sum of QA power on the day before. The simulator holds reported power at its
// bound, not this sum, so it is summed up again from the snapshot's day on.
func (b *builder) sumBefore(net *mechafil.Result) Input {
	sum := net.QAPowerEiB[b.n]
	if b.t == b.n+1 {
		return b.published("qa_sum", Before, b.n, sum, "EiB")
	}
	scheduled, alive := b.in.Snapshot.ScheduledExpiryQAPiB, 0.0
	for _, v := range scheduled {
		alive += v
	}
	onboarded := func(entry int) float64 { return net.OnboardedQAPiB[entry] }
	renewed := func(entry int) float64 { return net.RenewedQAPiB[entry] }
	for t := b.n + 1; t < b.t; t++ {
		i := t - b.n - 1
		due, left := b.cohorts(t, b.n+1, onboarded, renewed), b.sc.LeavingRate.At(i)*alive
		if i < len(scheduled) {
			due += scheduled[i] * b.stay(t)
		}
		moved := onboarded(t) - due + renewed(t) - left
		alive += moved
		sum += moved / mechafil.PiBPerEiB
	}
	return b.earlier("qa_sum", Before, "qa-sum", b.t-1, sum, "EiB")
}

func (b *builder) reward(net *mechafil.Result) {
	t, s := b.t, b.in.Snapshot
	if i := t - b.n - 1; i >= 0 && b.sc.BaselineEiB.At(i) > 0 {
		b.taken("baseline", Reward, b.path("baseline_eib", Now, i), "", "baseline_power_eib")
	} else {
		b.result("baseline", "baseline", "baseline_power_eib", net.BaselinePowerEiB[t],
			b.published("baseline", First, 0, s.BaselinePowerEiBStart, "EiB"), b.counted("entry", Now, t))
	}
	capped := b.published("capped_sum", Before, 0, s.CumulativeCappedPowerEiBDays, "EiB-days")
	if t > 0 {
		sum := s.CumulativeCappedPowerEiBDays
		for k := range t {
			sum += min(net.BaselinePowerEiB[k], net.RawPowerEiB[k])
		}
		capped = b.earlier("capped_sum", Before, "capped-power", t-1, sum, "EiB-days")
	}
	b.between("capped-power", "capped-power", capped, b.step("baseline", Now, "baseline"),
		b.step("raw_power", Now, "raw-power"))
	b.result("network-time", "network-time", "network_time_days", net.NetworkTimeDays[t],
		b.step("capped_sum", Now, "capped-power"))
	b.result("simple-reward", "simple-reward", "cumulative_simple_reward_fil", net.CumulativeSimpleRewardFIL[t],
		b.counted("network_day", Now, int(s.Start-mechafil.NetworkStart)+t))
	b.result("baseline-reward", "baseline-reward", "cumulative_baseline_reward_fil", net.CumulativeBaselineRewardFIL[t],
		b.step("network_time", Now, "network-time"))
	minted := []Input{b.step("simple_reward", Now, "simple-reward"), b.step("baseline_reward", Now, "baseline-reward")}
	if b.sc.Start == mechafil.ChainStart {
		b.offset(net)
		b.result("minted", "minted-as-stood", "cumulative_reward_fil", net.CumulativeRewardFIL[t],
			append(minted, b.step("offset", First, "offset"))...)
	} else {
		b.result("minted", "minted", "cumulative_reward_fil", net.CumulativeRewardFIL[t], minted...)
	}
	if t == 0 {
		b.result("reward", "reward-first", "reward_fil", net.RewardFIL[0],
			b.step("minted", First, "minted"), b.earlier("minted", Second, "minted", 1, net.CumulativeRewardFIL[1],
				"FIL"))
		return
	}
	b.result("reward", "reward", "reward_fil", net.RewardFIL[t],
		b.step("minted", Now, "minted"), b.earlier("minted", Before, "minted", t-1, net.CumulativeRewardFIL[t-1],
			"FIL"))
}

// offset adds what the formula had minted more by the first day than the chain.
func (b *builder) offset(net *mechafil.Result) {
	mined, _, _ := b.in.Snapshot.ChainStart()
	simple, baseline := b.step("simple_reward", First, "simple-reward"),
		b.step("baseline_reward", First, "baseline-reward")
	if b.t > 0 {
		simple = b.earlier("simple_reward", First, "simple-reward", 0, net.CumulativeSimpleRewardFIL[0], "FIL")
		baseline = b.earlier("baseline_reward", First, "baseline-reward", 0, net.CumulativeBaselineRewardFIL[0], "FIL")
	}
	b.between("offset", "offset", simple, baseline, b.published("mined", First, 0, mined, "FIL"))
}

func (b *builder) supply(net *mechafil.Result) {
	t, s := b.t, b.in.Snapshot
	var tranches []Input
	k := 0
	for _, tranche := range mechafil.Tranches() {
		if int(s.Start-mechafil.NetworkStart)+t < tranche.Days {
			k++
			tranches = append(tranches,
				Input{Symbol{"tranche", index(k)}, tranche.AmountFIL, "FIL", Origin{Kind: Protocol}},
				Input{Symbol{"tranche_days", index(k)}, float64(tranche.Days), "days", Origin{Kind: Protocol}})
		}
	}
	b.between("vesting", "vesting", tranches...)
	vested := b.published("vested", Before, 0, s.VestedBefore(b.sc.Start), "FIL")
	if t > 0 {
		vested = b.earlier("vested", Before, "vested", t-1, net.VestedFIL[t-1], "FIL")
	}
	b.result("vested", "vested", "vested_fil", net.VestedFIL[t], vested, b.step("vesting", Now, "vesting"))

	if t <= b.n {
		b.taken("burnt", Supply, b.published("burnt", Now, t, s.BurntFIL[t], "FIL"), Published, "burnt_fil")
		return
	}
	if net.Burns != nil {
		b.burntByCause(net)
		return
	}
	inputs := []Input{
		b.earlier("burnt", Before, "burnt", t-1, net.BurntFIL[t-1], "FIL"),
		b.published("burnt", Last, b.n, s.BurntFIL[b.n], "FIL"), b.published("burnt", First, 0, s.BurntFIL[0], "FIL"),
		b.counted("history_days", Always, b.n),
	}
	_, saved := b.at["burn-saved"]
	saved = saved && b.prefix != ""
	if stream := b.streamBurnt(); stream.Origin.Kind != Absent {
		less := b.absent("burn_saved", Now, "FIL/day")
		if saved {
			less = b.step("burn_saved", Now, "burn-saved")
		}
		b.result("burnt", "burnt-with-stream", "burnt_fil", net.BurntFIL[t], append(inputs, less, stream)...)
		return
	}
	if saved {
		b.result("burnt", "burnt-less-saved", "burnt_fil", net.BurntFIL[t],
			append(inputs, b.step("burn_saved", Now, "burn-saved"))...)
		return
	}
	b.result("burnt", "burnt", "burnt_fil", net.BurntFIL[t], inputs...)
}

func (b *builder) locked(net *mechafil.Result) {
	t, s := b.t, b.in.Snapshot
	if t == 0 {
		b.taken("locked", Locked, b.published("locked", First, 0, s.LockedFILStart, "FIL"), Published, "locked_fil")
		if _, reward, _ := s.ChainStart(); b.sc.Start == mechafil.ChainStart {
			b.result("locked-reward", "locked-reward-first", "locked_reward_fil", net.LockedRewardFIL[0],
				b.published("reward_before", First, 0, reward/mechafil.LockedRewardOf(1), "FIL/day"))
			b.result("locked-pledge", "locked-pledge-first", "locked_pledge_fil", net.LockedPledgeFIL[0],
				b.step("locked", First, "locked"), b.step("locked_reward", First, "locked-reward"))
		} else {
			b.result("locked-pledge", "locked-half", "locked_pledge_fil", net.LockedPledgeFIL[0],
				b.step("locked", First, "locked"))
			b.result("locked-reward", "locked-half", "locked_reward_fil", net.LockedRewardFIL[0],
				b.step("locked", First, "locked"))
		}
		b.taken("circulating", Locked, b.published("circulating", First, 0, s.CirculatingFILStart, "FIL"), Published,
			"circulating_fil")
		return
	}
	b.between("reward-change", "reward-change", b.paid(),
		b.earlier("locked_reward", Before, "locked-reward", t-1, net.LockedRewardFIL[t-1], "FIL"))
	b.result("locked-pledge", "locked-pledge", "locked_pledge_fil", net.LockedPledgeFIL[t],
		b.earlier("locked_pledge", Before, "locked-pledge", t-1, net.LockedPledgeFIL[t-1], "FIL"),
		b.step("pledge_change", Now, "pledge-change"))
	b.result("locked-reward", "locked-reward", "locked_reward_fil", net.LockedRewardFIL[t],
		b.earlier("locked_reward", Before, "locked-reward", t-1, net.LockedRewardFIL[t-1], "FIL"),
		b.step("reward_change", Now, "reward-change"))
	b.result("locked", "locked", "locked_fil", net.LockedFIL[t],
		b.earlier("locked", Before, "locked", t-1, net.LockedFIL[t-1], "FIL"),
		b.step("pledge_change", Now, "pledge-change"), b.step("reward_change", Now, "reward-change"))
	supply := []Input{b.step("minted", Now, "minted"), b.step("vested", Now, "vested"), b.step("locked", Now, "locked"),
		b.step("burnt", Now, "burnt")}
	b.result("circulating", "circulating", "circulating_fil", net.CirculatingFIL[t], supply...)
	if b.sc.PledgeBase == mechafil.AvailableBase {
		b.result("available", "available", "available_fil", net.AvailableFIL[t], supply...)
	}
}
