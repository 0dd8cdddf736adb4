package assets

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/gasburden/gasburden/model"
)

func readSample(v *value) model.SampleFacts {
	sample := v.object("first", "last", "rows", "deal_pib", "ratio", "gas_ggas")
	return model.SampleFacts{
		First: sample[0].date(), Last: sample[1].date(), Rows: sample[2].integer(),
		DealPiB: sample[3].pair(amount), Ratio: sample[4].pair(amount), GasGgas: sample[5].pair(amount),
	}
}

func checkSample(s *model.SampleFacts) error {
	if s.Last < s.First {
		return fmt.Errorf("sample.last: %s lies before first %s", s.Last, s.First)
	}
	for _, extent := range []struct {
		name string
		of   [2]float64
	}{{"deal_pib", s.DealPiB}, {"ratio", s.Ratio}, {"gas_ggas", s.GasGgas}} {
		if extent.of[0] > extent.of[1] {
			return fmt.Errorf("sample.%s: %v: want the smallest first", extent.name, extent.of)
		}
	}
	return nil
}

func writeSample(w *writer, s *model.SampleFacts) {
	w.open("sample")
	w.date("first", s.First)
	w.date("last", s.Last)
	w.integer("rows", s.Rows)
	w.numbers("deal_pib", s.DealPiB[:])
	w.numbers("ratio", s.Ratio[:])
	w.numbers("gas_ggas", s.GasGgas[:])
	w.close()
}

func readScaling(v *value) (m model.Scaling) {
	member := v.object("last", "level_ggas_per_pib", "long_run_ggas_per_pib", "half_life_days", "weight_half_life_days",
		"version", "rows", "backcast", "sample", "validated", "interval")
	m = model.Scaling{
		Last: member[0].date(), Level0: member[1].number(positive), LongRunLevel: member[2].number(positive),
		HalfLifeDays: member[3].number(positive), WeightHalfLifeDays: member[4].number(positive),
		Version: member[5].integer(), Rows: member[6].integer(), Sample: readSample(&member[8]),
	}
	for _, v := range member[7].list(-1) {
		level := v.object("version", "first", "rows", "ggas_per_pib")
		m.Backcast = append(m.Backcast, model.VersionLevel{
			Version: level[0].integer(), First: level[1].date(), Rows: level[2].integer(), GgasPerPiB: level[3].number(amount),
		})
	}
	keys := []string{"days", "deal_pib"}
	if bytes.Contains(member[9].text, []byte(`"held"`)) { // models of early editions have none
		keys = append(keys, "held")
	}
	validated := member[9].object(keys...)
	m.Validated = model.Validated{Days: validated[0].integer(), DealPiB: validated[1].pair(amount)}
	if len(keys) > 2 {
		held := validated[2].object("days", "within", "means", "means_within")
		m.Validated.Held = model.Held{Days: held[0].integer(), Means: held[2].integer()}
		for k, share := range held[1].list(len(model.Coverages)) {
			m.Validated.Held.Within[k] = share.number(amount)
		}
		for k, share := range held[3].list(len(model.Coverages)) {
			m.Validated.Held.MeansWithin[k] = share.number(amount)
		}
	}
	interval := member[10].object("drift", "daily", "autocorrelation", "blocks", "quantiles")
	m.Interval = model.Interval{
		Drift: interval[0].number(amount), Daily: interval[1].number(amount),
		Autocorrelation: interval[2].number(number), Blocks: interval[3].integer(),
	}
	for k, quantile := range interval[4].list(len(model.Coverages)) {
		m.Interval.Quantiles[k] = quantile.number(positive)
	}
	return m
}

func writeScaling(w *writer, name string, m *model.Scaling) {
	w.open(name)
	w.date("last", m.Last)
	w.number("level_ggas_per_pib", m.Level0)
	w.number("long_run_ggas_per_pib", m.LongRunLevel)
	w.number("half_life_days", m.HalfLifeDays)
	w.number("weight_half_life_days", m.WeightHalfLifeDays)
	w.integer("version", m.Version)
	w.integer("rows", m.Rows)
	w.openList("backcast")
	for _, v := range m.Backcast {
		w.open("")
		w.integer("version", v.Version)
		w.date("first", v.First)
		w.integer("rows", v.Rows)
		w.number("ggas_per_pib", v.GgasPerPiB)
		w.close()
	}
	w.closeList()
	writeSample(w, &m.Sample)
	w.open("validated")
	w.integer("days", m.Validated.Days)
	w.numbers("deal_pib", m.Validated.DealPiB[:])
	if held := &m.Validated.Held; held.Days > 0 {
		w.open("held")
		w.integer("days", held.Days)
		w.numbers("within", held.Within[:])
		w.integer("means", held.Means)
		w.numbers("means_within", held.MeansWithin[:])
		w.close()
	}
	w.close()
	w.open("interval")
	w.number("drift", m.Interval.Drift)
	w.number("daily", m.Interval.Daily)
	w.number("autocorrelation", m.Interval.Autocorrelation)
	w.integer("blocks", m.Interval.Blocks)
	w.numbers("quantiles", m.Interval.Quantiles[:])
	w.close()
	w.close()
}

func readOnboarding(v *value) model.Onboarding {
	member := v.object("last", "version", "rows", "pre_commit_ggas_per_pib", "prove_commit_ggas_per_pib",
		"window_post_ggas_per_eib", "total_ggas", "pre_commit_wape", "prove_commit_wape", "window_post_wape", "total_wape",
		"pre_commit_tests", "prove_commit_tests")
	return model.Onboarding{
		Last: member[0].date(), Version: member[1].integer(), Rows: member[2].integer(),
		PreCommitGgasPerPiB: member[3].number(positive), ProveCommitGgasPerPiB: member[4].number(positive),
		WindowPoStGgasPerEiB: member[5].number(positive), TotalGgas: member[6].number(positive),
		PreCommitWAPE: member[7].number(amount), ProveCommitWAPE: member[8].number(amount),
		WindowPoStWAPE: member[9].number(amount), TotalWAPE: member[10].number(amount),
		PreCommitTests: member[11].pair(amount), ProveCommitTests: member[12].pair(amount),
	}
}

func writeOnboarding(w *writer, name string, o *model.Onboarding) {
	w.open(name)
	w.date("last", o.Last)
	w.integer("version", o.Version)
	w.integer("rows", o.Rows)
	w.number("pre_commit_ggas_per_pib", o.PreCommitGgasPerPiB)
	w.number("prove_commit_ggas_per_pib", o.ProveCommitGgasPerPiB)
	w.number("window_post_ggas_per_eib", o.WindowPoStGgasPerEiB)
	w.number("total_ggas", o.TotalGgas)
	w.number("pre_commit_wape", o.PreCommitWAPE)
	w.number("prove_commit_wape", o.ProveCommitWAPE)
	w.number("window_post_wape", o.WindowPoStWAPE)
	w.number("total_wape", o.TotalWAPE)
	w.numbers("pre_commit_tests", o.PreCommitTests[:])
	w.numbers("prove_commit_tests", o.ProveCommitTests[:])
	w.close()
}

// checkSnapshots looks at what the numbers say of each other; the message begins with the field.
func checkSnapshots(snapshots []SnapshotModels) error {
	for i := range snapshots {
		path, name := fmt.Sprintf("snapshots[%d]", i), snapshots[i].Snapshot
		switch {
		case i == 0 && name != DefaultSnapshot:
			return fmt.Errorf("%s.name: %q, want %q", path, name, DefaultSnapshot)
		case i > 0 && name <= snapshots[i-1].Snapshot:
			return fmt.Errorf("%s.name: %q, want a day after %q", path, name, snapshots[i-1].Snapshot)
		}
		if err := checkScaling(&snapshots[i].Scaling); err != nil {
			return fmt.Errorf("%s.scaling.%w", path, err)
		}
	}
	if len(snapshots) == 0 {
		return errors.New("snapshots: none, want at least one")
	}
	return nil
}

func checkScaling(m *model.Scaling) error {
	if err := checkSample(&m.Sample); err != nil {
		return err
	}
	rows := 0
	for i, v := range m.Backcast {
		rows += v.Rows
		if i > 0 && (v.Version <= m.Backcast[i-1].Version || v.First <= m.Backcast[i-1].First) {
			return fmt.Errorf("backcast[%d]: version %d from %s, want a later one than the entry before", i, v.Version, v.First)
		}
	}
	switch {
	case m.Last != m.Sample.Last:
		return fmt.Errorf("last: %s, want the sample's last day %s", m.Last, m.Sample.Last)
	case rows != m.Sample.Rows:
		return fmt.Errorf("backcast: %d rows do not add up to %d", rows, m.Sample.Rows)
	case m.Rows > rows:
		return fmt.Errorf("rows: %d of %d", m.Rows, rows)
	case m.Validated.DealPiB[0] > m.Validated.DealPiB[1]:
		return fmt.Errorf("validated.deal_pib: %v: want the smallest first", m.Validated.DealPiB)
	case !(m.Interval.Autocorrelation > -1 && m.Interval.Autocorrelation < 1):
		return fmt.Errorf("interval.autocorrelation: %v: want more than -1 and less than 1", m.Interval.Autocorrelation)
	}
	return nil
}
