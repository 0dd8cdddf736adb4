package steps

import (
	"slices"

	"github.com/gasburden/gasburden/sim/mechafil"
)

// Where sectors leave early, or are extended for another time than a new one lives, power and pledge follow equations
// of their own (equations_leaving.go). What the simulator does not keep of the days before is summed up again.

// leaves reports whether that is so, on a day of the forecast.
func (b *builder) leaves() bool {
	v, constant := b.sc.LeavingRate.Scalar()
	return b.t > b.n && (b.extension() != b.sc.SectorDurationDays || !constant || v != 0)
}

// extension is the life of a renewed sector, days.
func (b *builder) extension() int {
	if b.sc.ExtensionDays == 0 {
		return b.sc.SectorDurationDays
	}
	return b.sc.ExtensionDays
}

// extended is the same as an input.
func (b *builder) extended() Input {
	if b.sc.ExtensionDays == 0 {
		in := b.assumed("sector_duration_days")
		in.Symbol = Symbol{"extension", Always}
		return in
	}
	return b.assumed("extension_days")
}

// stay is what is left on an entry of what was alive on the snapshot's.
func (b *builder) stay(entry int) float64 {
	for k := len(b.stays); k <= b.t-b.n; k++ {
		if k == 0 {
			b.stays = append(b.stays, 1)
			continue
		}
		b.stays = append(b.stays, b.stays[k-1]*(1-b.sc.LeavingRate.At(k-1)))
	}
	return b.stays[entry-b.n]
}

// staying adds what is left of the snapshot's day, once a chain: the network under DirectFIL+ has the same.
func (b *builder) staying() {
	if _, there := b.at["stays"]; there {
		return
	}
	before := b.rule("stays", Before, 1, "share")
	if b.t > b.n+1 {
		before = b.earlier("stays", Before, "stays", b.t-1, b.stay(b.t-1), "share")
	}
	b.between("stays", "stays", before, b.path("leaving_rate", Now, b.t-b.n-1))
}

// stayedSince is what was left, of the snapshot's day, on the day of a cohort: 1 on the snapshot's own, and where there
// is no cohort.
func (b *builder) stayedSince(at At, entry int) Input {
	if entry <= b.n {
		return b.rule("stays", at, 1, "share")
	}
	in := b.earlier("stays", at, "stays", entry, b.stay(entry), "share")
	in.Origin.Ref = "stays"
	return in
}

// cohorts are what falls due of a forecast's own on an entry: new power or pledge of a sector's life before, and what
// was renewed an extension before. from is the first entry that has any.
func (b *builder) cohorts(entry, from int, fresh, renewed func(entry int) float64) float64 {
	sum := 0.0
	if then := entry - b.sc.SectorDurationDays; then >= from {
		sum += fresh(then) * b.stay(entry) / b.stay(then)
	}
	if then := entry - b.extension(); then >= from {
		sum += renewed(then) * b.stay(entry) / b.stay(then)
	}
	return sum
}

// aliveBefore is what falls due on the day or later, as it was at the end of the day before.
func (b *builder) aliveBefore(start float64, scheduled func(entry int) float64, from int,
	fresh, renewed func(entry int) float64) float64 {
	alive := start
	for e := b.n + 1; e < b.t; e++ {
		due := scheduled(e)*b.stay(e) + b.cohorts(e, from, fresh, renewed)
		alive += fresh(e) + renewed(e) - due - alive*b.sc.LeavingRate.At(e-b.n-1)
	}
	return alive
}

// alive is the input of what is alive by the schedules at the end of the day before: on the first day of the forecast
// all that the snapshot has scheduled.
func (b *builder) alive(symbol, key, unit string, value float64) Input {
	if b.t == b.n+1 {
		return Input{Symbol{symbol, Before}, value, unit, Origin{Kind: Scheduled, Date: b.date(b.n)}}
	}
	return b.earlier(symbol, Before, key, b.t-1, value, unit)
}

// leavingPower adds what leaves of a kind of power, and what falls due; livingPower what stays alive after the day.
func (b *builder) leavingPower(kind string, scheduled, onboarded, renewed []float64) {
	start := 0.0
	for _, v := range scheduled {
		start += v
	}
	of := func(v []float64) func(int) float64 { return func(entry int) float64 { return v[entry] } }
	onDay := func(entry int) float64 {
		if i := entry - b.n - 1; i < len(scheduled) {
			return scheduled[i]
		}
		return 0
	}
	before := b.aliveBefore(start, onDay, b.n+1, of(onboarded), of(renewed))
	b.staying()
	b.between(kind+"-leaving", kind+"-leaving", b.alive(kind+"_alive", kind+"-alive", "PiB", before),
		b.path("leaving_rate", Now, b.t-b.n-1))
	b.between(kind+"-due", kind+"-due-leaving", append(b.dueInputs(kind, b.t, scheduled, onboarded, renewed),
		b.step("stays", Now, "stays"), b.stayedSince(Life, b.t-b.sc.SectorDurationDays),
		b.stayedSince(Extended, b.t-b.extension()))...)
}

func (b *builder) livingPower(kind string) {
	b.between(kind+"-alive", kind+"-alive", b.taking(kind+"-leaving", kind+"_alive"),
		b.step(kind+"_onboarded", Now, kind+"-onboarded"),
		b.step(kind+"_due", Now, kind+"-due"), b.step(kind+"_renewed", Now, kind+"-renewed"),
		b.step(kind+"_leaving", Now, kind+"-leaving"))
}

// leavingPledge adds what leaves of pledge with its sectors, and what falls due.
func (b *builder) leavingPledge(net *mechafil.Result, scheduled Input) {
	s := b.in.Snapshot
	release := func(entry int) float64 {
		if entry < len(s.ScheduledPledgeReleaseFIL) {
			return s.ScheduledPledgeReleaseFIL[entry]
		}
		return 0
	}
	start := net.LockedPledgeOfDayFIL[b.n]
	for e := b.n + 1; e < len(s.ScheduledPledgeReleaseFIL); e++ {
		start += s.ScheduledPledgeReleaseFIL[e]
	}
	fresh := func(e int) float64 { return net.LockedPledgeOfDayFIL[e] - net.RenewedPledgeOfDayFIL[e] }
	renewed := func(e int) float64 { return net.RenewedPledgeOfDayFIL[e] }
	alive := b.alive("pledge_alive", "pledge-alive", "FIL", b.aliveBefore(start, release, b.n, fresh, renewed))
	b.between("pledge-leaving", "pledge-leaving", alive, b.path("leaving_rate", Now, b.t-b.n-1))
	inputs := []Input{scheduled, b.step("stays", Now, "stays"),
		b.stayedSince(Life, b.t-b.sc.SectorDurationDays), b.stayedSince(Extended, b.t-b.extension())}
	cohort := func(name, key string, at At, entry int, values []float64) {
		if entry < b.n {
			inputs = append(inputs, b.absent(name, at, "FIL/day"))
			return
		}
		inputs = append(inputs, b.earlier(name, at, key, entry, values[entry], "FIL/day"))
	}
	cohort("locked_of_day", "locked-of-day", Life, b.t-b.sc.SectorDurationDays, net.LockedPledgeOfDayFIL)
	cohort("renewed_of_day", "renewed-of-day", Life, b.t-b.sc.SectorDurationDays, net.RenewedPledgeOfDayFIL)
	cohort("renewed_of_day", "renewed-of-day", Extended, b.t-b.extension(), net.RenewedPledgeOfDayFIL)
	b.between("release", "release-leaving", inputs...)
}

// livingPledge adds what is alive after the day.
func (b *builder) livingPledge() {
	b.between("pledge-alive", "pledge-alive", b.taking("pledge-leaving", "pledge_alive"),
		b.step("locked_of_day", Now, "locked-of-day"), b.step("release", Now, "release"),
		b.step("pledge_leaving", Now, "pledge-leaving"))
}

// taking is what a step of the same network took of a symbol.
func (b *builder) taking(key, symbol string) Input {
	s := &b.steps[b.at[b.prefix+key]]
	i := slices.IndexFunc(s.Inputs, func(in Input) bool { return in.Symbol.Name == symbol })
	return s.Inputs[i]
}
