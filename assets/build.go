package assets

import (
	"math"
	"slices"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/mechafil"
)

const (
	// leadDays before the history let the page draw trailing means from the first day of the run.
	leadDays = 31
	// recentDays is how many published values to the current date a default is the median of.
	recentDays = 90
)

// CutPack cuts the pack of a snapshot from a daily table as the snapshot sees it (Published.View), which must reach
// from the first day that a gas model is trained on to the snapshot's current date: the days from leadDays before the
// history, or from the first that a default needs if that is earlier, to the end of the table.
func CutPack(s *mechafil.Snapshot, daily *model.Table) (*Pack, error) {
	if start := min(s.Start, model.StudyFirst); daily.First > start || daily.Row(s.Current) >= daily.Len() {
		return nil, fault.New(fault.TableShort,
			"first", daily.First.String(), "last", daily.Date(daily.Len()-1).String(),
			"start", start.String(), "end", s.Current.String(), "snapshot", s.Name)
	}
	from := firstNeeded(daily, s)
	cut := &model.Table{First: daily.Date(from)}
	for _, c := range packColumns() {
		figures := slices.Clone((*c.of(daily))[from:])
		if c.packed == inGgas {
			for i, v := range figures {
				figures[i] = math.Round(v/model.GasPerGgas) * model.GasPerGgas
			}
		}
		*c.of(cut) = figures
	}
	return &Pack{Snapshot: s, Daily: cut}, nil
}

// firstNeeded is the row of the daily table at which the pack of a snapshot begins.
func firstNeeded(t *model.Table, s *mechafil.Snapshot) int {
	current := t.Row(s.Current)
	return max(0, min(
		t.Row(s.Start)-leadDays,
		nthBack(current, func(row int) bool { return t.OnboardedRawPiB[row] > 0 && t.OnboardedQAPiB[row] >= 0 }),
		nthBack(current, func(row int) bool { return t.RenewalRate[row] >= 0 }),
		// The base fee is the burn of a day, a difference to the day before, by its gas.
		// Its median is that of days before the snapshot's, see model.Table.RecentBaseFee.
		nthBack(current-1, func(row int) bool {
			return row > 0 && t.BurntFIL[row]-t.BurntFIL[row-1] >= 0 && t.GasTotal[row] >= 0
		})-1,
	))
}

// nthBack is the recentDays-th row on or before row that has what a default needs, or 0 if fewer have it.
func nthBack(row int, has func(row int) bool) int {
	for n := 0; row > 0; row-- {
		if has(row) {
			if n++; n == recentDays {
				break
			}
		}
	}
	return row
}
