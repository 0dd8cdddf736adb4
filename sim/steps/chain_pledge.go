package steps

import (
	"github.com/gasburden/gasburden/sim/mechafil"
)

// pledge adds what the day's sectors lock and release. Nothing is on the first day of the history.
func (b *builder) pledge(net *mechafil.Result) {
	t, s := b.t, b.in.Snapshot
	if t == 0 {
		return
	}
	target, gamma, rate := b.rule("lock_target", Always, mechafil.HistoryLockTarget, "share"),
		b.rule("gamma", Always, mechafil.HistoryGamma, "share"), Input{}
	weighting := mechafil.Arithmetic
	if t < b.n {
		rate = b.published("kept_rate", Always, t, s.RenewalRate[t], "share")
	} else {
		// Pledge takes the assumptions of the day after: MechaFIL's own.
		i := t - b.n
		target = b.path("lock_target", Always, i)
		gamma = b.path("gamma", Always, i)
		rate = b.pathAs("kept_rate", "renewal_rate", Always, i)
		weighting = b.sc.WeightingOn(i)
	}
	base := b.earlier("pledge_base", Before, "circulating", t-1, net.CirculatingFIL[t-1], "FIL")
	if b.sc.PledgeBase == mechafil.AvailableBase {
		base = b.earlier("pledge_base", Before, "available", t-1, net.AvailableFIL[t-1], "FIL")
		if t == 1 {
			b.between("pledge-base", "pledge-base-first", b.published("circulating", First, 0, s.CirculatingFILStart,
				"FIL"),
				b.published("locked", First, 0, s.LockedFILStart, "FIL"))
			base = b.step("pledge_base", Before, "pledge-base")
		}
	}
	kinds := []string{"onboarded", "renewed"}
	_, opts := b.at[b.prefix+"qa-opted"]
	if opts {
		kinds = append(kinds, "opted")
	}
	for _, kind := range kinds {
		added := b.step("added", Always, "qa-"+kind)
		if net.QAPowerEiB[t] <= mechafil.PowerFloorEiB {
			b.between("pledge-"+kind, "pledge-ended", added)
			continue
		}
		network, reward := b.step("qa_power", Now, "qa-power"), b.pledged()
		b.between("simple-"+kind, "pledge-simple", target, base, added, network)
		b.between("baseline-"+kind, "pledge-baseline", target, base, added, network,
			b.step("baseline", Now, "baseline"))
		b.between("consensus-"+kind, "consensus-"+string(weighting), gamma,
			b.step("pledge_simple", Always, "simple-"+kind), b.step("pledge_baseline", Always, "baseline-"+kind))
		b.between("pledge-"+kind, "pledge", added, reward, network, b.step("consensus", Always, "consensus-"+kind))
	}
	released := make([]Input, 2)
	if t < len(s.ScheduledPledgeReleaseFIL) {
		released[0] = b.scheduled("release_scheduled", t, s.ScheduledPledgeReleaseFIL[t])
		released[0].Unit = "FIL/day"
	} else {
		released[0] = b.absent("release_scheduled", Now, "FIL/day")
	}
	if from := t - b.sc.SectorDurationDays; from >= b.n {
		released[1] = b.earlier("locked_of_day", Life, "locked-of-day", from, net.LockedPledgeOfDayFIL[from], "FIL/day")
	} else {
		released[1] = b.absent("locked_of_day", Life, "FIL/day")
	}
	if b.leaves() {
		b.leavingPledge(net, released[0])
	} else {
		b.between("release", "release", released...)
	}
	b.between("kept", "kept", rate, b.step("release", Now, "release"))
	b.result("renewed-of-day", "renewed-of-day", "renewed_pledge_of_day_fil", net.RenewedPledgeOfDayFIL[t],
		b.step("kept", Now, "kept"), b.step("pledge_renewed", Always, "pledge-renewed"))
	b.result("locked-of-day", "locked-of-day", "locked_pledge_of_day_fil", net.LockedPledgeOfDayFIL[t],
		b.step("pledge_onboarded", Always, "pledge-onboarded"), b.step("renewed_of_day", Now, "renewed-of-day"))
	change := []Input{b.step("pledge_onboarded", Always, "pledge-onboarded"), b.step("release", Now, "release"),
		b.step("kept", Now, "kept"), b.step("pledge_renewed", Always, "pledge-renewed")}
	key := "pledge-change"
	if opts {
		key = "pledge-change-rest"
	}
	if b.leaves() {
		b.between(key, "pledge-change-leaving",
			append(change, b.step("pledge_leaving", Now, "pledge-leaving"))...)
		b.livingPledge()
	} else {
		b.between(key, "pledge-change", change...)
	}
	if opts {
		b.optedPledge(net)
	}
}
