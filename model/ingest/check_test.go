package ingest

import (
	"math"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// What the network really did passes every check, as a whole and on every day that it was extended.
func TestShippedFiguresPass(t *testing.T) {
	table, s := shipped(t, "2025-09-09")
	for _, f := range append(CheckTable(table, nil), CheckTable(table, table)...) {
		t.Error(f)
	}
	for _, f := range CheckSnapshot(s, table) {
		t.Error(f)
	}
	for last := day.Of(2025, 6, 1); last < s.Current; last += 13 {
		for _, f := range CheckTable(table, cutTable(table, last)) {
			t.Errorf("extended from %s: %s", last, f)
		}
	}
	models, err := assets.GasModels()
	if err != nil {
		t.Fatal(err)
	}
	study, err := models.For("2023-07-31")
	if err != nil {
		t.Fatal(err)
	}
	// The study's fit is two years old, and the level is still within the limit, at the end of every month.
	for last := day.Of(2023, 9, 30); last < day.Of(2025, 6, 24); last = (last + 1).AddMonths(1) - 1 {
		for _, f := range CheckLevel(cutTable(table, last), &study.Scaling) {
			t.Error(f)
		}
	}
}

func TestChecksFindDamage(t *testing.T) {
	damage := func(change func(t *model.Table, row int)) func(*model.Table) {
		return func(t *model.Table) { change(t, t.Row(day.Of(2025, 5, 20))) }
	}
	for name, c := range map[string]struct {
		check  string
		damage func(*model.Table)
	}{
		"gap in power": {"continuity", damage(func(t *model.Table, i int) { t.RawPowerEiB[i] = math.NaN() })},
		"gap in gas":   {"continuity", damage(func(t *model.Table, i int) { t.GasOther[i] = math.NaN() })},
		"gas gone": {"continuity",
			damage(func(t *model.Table, i int) { fillNaN(t.GasPublishStorageDeals[i:]) })},
		"QA below raw": {"range",
			damage(func(t *model.Table, i int) { t.QAPowerEiB[i] = t.RawPowerEiB[i] * 0.99 })},
		"QA above ten times": {"range",
			damage(func(t *model.Table, i int) { t.OnboardedQAPiB[i] = t.OnboardedRawPiB[i] * 11 })},
		"power in PiB":          {"range", damage(func(t *model.Table, i int) { t.RawPowerEiB[i] *= 1024 })},
		"more gas than fits":    {"range", damage(func(t *model.Table, i int) { t.GasOther[i] = 2e14 })},
		"renewal above one":     {"range", damage(func(t *model.Table, i int) { t.RenewalRate[i] = 1.2 })},
		"burn falls":            {"monotonic", damage(func(t *model.Table, i int) { t.BurntFIL[i] -= 2e6 })},
		"vested falls":          {"monotonic", damage(func(t *model.Table, i int) { t.VestedFIL[i] *= 0.999 })},
		"parts above total":     {"sum", damage(func(t *model.Table, i int) { t.GasOther[i] = -1e9 })},
		"supply does not agree": {"sum", damage(func(t *model.Table, i int) { t.CirculatingFIL[i] += 1e5 })},
		"power from nowhere": {"balance",
			damage(func(t *model.Table, i int) { scale(t.RawPowerEiB[i:], 1.09); scale(t.QAPowerEiB[i:], 1.09) })},
		"power jumps":      {"jump", damage(func(t *model.Table, i int) { t.QAPowerEiB[i] *= 1.2 })},
		"gas a tenth":      {"jump", damage(func(t *model.Table, i int) { t.GasPublishStorageDeals[i] /= 20 })},
		"onboarding stops": {"jump", damage(func(t *model.Table, i int) { t.OnboardedRawPiB[i] = 0 })},
		"locked jumps":     {"jump", damage(func(t *model.Table, i int) { t.LockedFIL[i] *= 1.1 })},
		"a figure is revised": {"revision",
			damage(func(t *model.Table, i int) { t.OnboardedRawPiB[i] *= 1.06; t.OnboardedQAPiB[i] *= 1.06 })},
		"a figure is gone": {"continuity", damage(func(t *model.Table, i int) { t.VestedFIL[i] = math.NaN() })},
		"days are gone":    {"continuity", func(t *model.Table) { cut := cutTable(t, t.Date(t.Len()-3)); *t = *cut }},
	} {
		table, _ := shipped(t, "2025-09-09")
		old, _ := shipped(t, "2025-09-09")
		c.damage(table)
		sums(table)
		found := CheckTable(table, old)
		if !slices.ContainsFunc(found, func(f Finding) bool { return f.Check == c.check && f.Text != "" }) {
			t.Errorf("%s: found %v, want a finding of %s", name, found, c.check)
		}
	}
	for _, f := range CheckTable(newTable(day.Of(2020, 10, 15), 5), nil) {
		t.Errorf("a table without figures: %s", f) // nothing to object to, and no panic
	}
}

func TestLevelFindsAnotherUnit(t *testing.T) {
	table, _ := shipped(t, "2025-09-09")
	models, err := assets.GasModels()
	if err != nil {
		t.Fatal(err)
	}
	study, err := models.For("2023-07-31")
	if err != nil {
		t.Fatal(err)
	}
	scale(table.GasPublishStorageDeals, 2.5)
	if found := CheckLevel(table, &study.Scaling); len(found) != 1 || found[0].Check != "level" {
		t.Errorf("found %v", found)
	}
	latest, err := models.For("2025-09-09")
	if err != nil {
		t.Fatal(err)
	}
	if found := CheckLevel(table, &latest.Scaling); found != nil {
		t.Errorf("no gas after the fit, but %v", found)
	}
}

func TestSnapshotChecksFindDamage(t *testing.T) {
	for name, damage := range map[string]func(*mechafil.Snapshot){
		"raw":    func(s *mechafil.Snapshot) { scale(s.ScheduledExpiryRawPiB, 2) },
		"QA":     func(s *mechafil.Snapshot) { scale(s.ScheduledExpiryQAPiB, 0.1) },
		"pledge": func(s *mechafil.Snapshot) { scale(s.ScheduledPledgeReleaseFIL, 1e-9) },
		"days":   func(s *mechafil.Snapshot) { s.ScheduledExpiryRawPiB = s.ScheduledExpiryRawPiB[:100] },
	} {
		table, s := shipped(t, "2025-09-09")
		damage(s)
		if found := CheckSnapshot(s, table); len(found) == 0 || found[0].Check != "schedule" {
			t.Errorf("%s: found %v", name, found)
		}
	}
}

func scale(v []float64, factor float64) {
	for i := range v {
		v[i] *= factor
	}
}

func fillNaN(v []float64) {
	for i := range v {
		v[i] = math.NaN()
	}
}
