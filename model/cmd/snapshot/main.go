// Command snapshot says how the shipped snapshots were made, and how far what it makes again from the daily table is
// from what is shipped:
//
//	go run ./model/cmd/snapshot
//
// The snapshot of 2026-04-20 is made again whole. Of that of 2023-07-31 the power that falls due is, which was rebuilt
// from what fell due in the 180 days after it and from what was onboarded 540 days before; its pledge of these 180
// days, and the schedule of 2025-09-09, are as Spacescope published them, and nothing but the file has them. It exits
// with 1 where a figure is further off than the digits of the table explain.
package main

import (
	"fmt"
	"io"
	"math"
	"os"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// april2026RewardFIL is the mean of `block_rewards_fil` of the Filecoin Data Portal from 2026-04-07 to 04-20, the only
// days of that spring that were published.
const april2026RewardFIL = 65389.507

// Most by which a figure that was made again may be off, as a share: the table has eight digits of power, and what was
// gone by day is a small difference of two.
const (
	mostDue    = 2e-7
	mostPledge = 3e-6
)

func main() {
	ok, err := run(os.Stdout)
	if err != nil {
		fmt.Fprintln(os.Stderr, "snapshot:", err)
	}
	if err != nil || !ok {
		os.Exit(1)
	}
}

func run(out io.Writer) (ok bool, err error) {
	table, err := assets.NetworkDaily()
	if err != nil {
		return false, err
	}
	var shipped []*mechafil.Snapshot
	for _, name := range []string{"2023-07-31", "2025-09-09", "2026-04-20"} {
		s, err := assets.Snapshot(name)
		if err != nil {
			return false, err
		}
		shipped = append(shipped, s)
	}
	study, latest := shipped[0], shipped[2]
	ok = true
	p := func(what string, off, most float64) {
		verdict := "as shipped"
		if !(off <= most) {
			verdict, ok = "NOT as shipped", false
		}
		fmt.Fprintf(out, "  %-28s %s, to %.1g of itself\n", what, verdict, off)
	}
	fmt.Fprintf(out, "%s: %s\n", study.Name, study.Note)
	raw, qa := studySchedule(table, study)
	p("raw power due", apart(raw, study.ScheduledExpiryRawPiB), mostDue)
	p("QA power due", apart(qa, study.ScheduledExpiryQAPiB), mostDue)

	fmt.Fprintf(out, "%s: the schedule as Spacescope published it\n", shipped[1].Name)

	fmt.Fprintf(out, "%s: %s\n", latest.Name, latest.Note)
	made, err := ingest.Rebuild(table, ingest.Take{
		Start: latest.Start, Current: latest.Current, RewardFIL: april2026RewardFIL,
	}, shipped[:2]...)
	if err != nil {
		return false, err
	}
	p("raw power due", apart(made.ScheduledExpiryRawPiB, latest.ScheduledExpiryRawPiB), mostDue)
	p("QA power due", apart(made.ScheduledExpiryQAPiB, latest.ScheduledExpiryQAPiB), mostDue)
	p("pledge due", apart(made.ScheduledPledgeReleaseFIL, latest.ScheduledPledgeReleaseFIL), mostPledge)
	p("renewed", math.Max(apart(made.RenewedRawPiB, latest.RenewedRawPiB),
		apart(made.RenewedQAPiB, latest.RenewedQAPiB)), mostDue)
	p("power, onboarding", math.Max(
		math.Max(apart(made.RawPowerEiB, latest.RawPowerEiB), apart(made.QAPowerEiB, latest.QAPowerEiB)),
		math.Max(apart(made.OnboardedRawPiB, latest.OnboardedRawPiB),
			apart(made.OnboardedQAPiB, latest.OnboardedQAPiB))), mostDue)
	p("supply, baseline, capped", apart(
		[]float64{made.CirculatingFILStart, made.LockedFILStart, made.VestedFILStart, made.MinedFILStart,
			made.LockedRewardFILStart, made.BaselinePowerEiBStart, made.CumulativeCappedPowerEiBDays},
		[]float64{latest.CirculatingFILStart, latest.LockedFILStart, latest.VestedFILStart, latest.MinedFILStart,
			latest.LockedRewardFILStart, latest.BaselinePowerEiBStart, latest.CumulativeCappedPowerEiBDays}), mostDue)
	return ok, nil
}

// studySchedule is the power due by day from 2023-07-31 on, PiB: for 180 days what did fall due, which is what was
// renewed over the renewal rate, and then the cohorts onboarded 540 days before, scaled so that all power alive falls
// due once.
func studySchedule(t *model.Table, s *mechafil.Snapshot) (raw, qa []float64) {
	const known, days = 180, 540
	var dueRaw, dueQA, comingRaw, comingQA float64
	for k := range days {
		row := t.Row(s.Current + day.Day(k))
		if k < known {
			raw = append(raw, t.RenewedRawPiB[row]/t.RenewalRate[row])
			qa = append(qa, t.RenewedQAPiB[row]/t.RenewalRate[row])
			dueRaw, dueQA = dueRaw+raw[k], dueQA+qa[k]
			continue
		}
		raw, qa = append(raw, t.OnboardedRawPiB[row-days]), append(qa, t.OnboardedQAPiB[row-days])
		comingRaw, comingQA = comingRaw+raw[k], comingQA+qa[k]
	}
	n := s.HistoryDays()
	for k := known; k < days; k++ {
		raw[k] *= (s.RawPowerEiB[n]*mechafil.PiBPerEiB - dueRaw) / comingRaw
		qa[k] *= (s.QAPowerEiB[n]*mechafil.PiBPerEiB - dueQA) / comingQA
	}
	return raw, qa
}

// apart is the most by which two lists differ, as a share; infinite where their lengths do.
func apart(got, want []float64) (most float64) {
	if len(got) != len(want) {
		return math.Inf(1)
	}
	for i, v := range got {
		most = math.Max(most, math.Abs(v-want[i])/math.Abs(want[i]))
	}
	return most
}
