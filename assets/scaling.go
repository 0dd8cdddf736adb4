package assets

import (
	"errors"
	"fmt"

	"github.com/gasburden/gasburden/model"
)

func sampleForm(s *model.SampleFacts) object {
	var o object
	o.has("first", &s.First)
	o.has("last", &s.Last)
	o.has("rows", &s.Rows)
	o.floats("deal_pib", amount, s.DealPiB[:])
	o.floats("ratio", amount, s.Ratio[:])
	o.floats("gas_ggas", amount, s.GasGgas[:])
	return o
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

func scalingForm(m *model.Scaling) object {
	var o object
	o.has("last", &m.Last)
	o.float("level_ggas_per_pib", positive, &m.Level0)
	o.float("long_run_ggas_per_pib", positive, &m.LongRunLevel)
	o.float("half_life_days", positive, &m.HalfLifeDays)
	o.float("weight_half_life_days", positive, &m.WeightHalfLifeDays)
	o.has("version", &m.Version)
	o.has("rows", &m.Rows)
	o.has("backcast", list{len(m.Backcast), func(i int) any {
		if i == len(m.Backcast) {
			m.Backcast = append(m.Backcast, model.VersionLevel{})
		}
		return versionLevelForm(&m.Backcast[i])
	}})
	o.has("sample", sampleForm(&m.Sample))
	o.has("validated", validatedForm(&m.Validated))
	o.has("interval", intervalForm(&m.Interval))
	return o
}

func versionLevelForm(v *model.VersionLevel) object {
	var o object
	o.has("version", &v.Version)
	o.has("first", &v.First)
	o.has("rows", &v.Rows)
	o.float("ggas_per_pib", amount, &v.GgasPerPiB)
	return o
}

func validatedForm(v *model.Validated) object {
	var o object
	o.has("days", &v.Days)
	o.floats("deal_pib", amount, v.DealPiB[:])
	o.has("held", heldForm(&v.Held)).absent = v.Held.Days == 0 // models of early editions have none
	return o
}

func heldForm(h *model.Held) object {
	var o object
	o.has("days", &h.Days)
	o.floats("within", amount, h.Within[:])
	o.has("means", &h.Means)
	o.floats("means_within", amount, h.MeansWithin[:])
	return o
}

func intervalForm(i *model.Interval) object {
	var o object
	o.float("drift", amount, &i.Drift)
	o.float("daily", amount, &i.Daily)
	o.float("autocorrelation", number, &i.Autocorrelation)
	o.has("blocks", &i.Blocks)
	o.floats("quantiles", positive, i.Quantiles[:])
	return o
}

func onboardingForm(m *model.Onboarding) object {
	var o object
	o.has("last", &m.Last)
	o.has("version", &m.Version)
	o.has("rows", &m.Rows)
	o.float("pre_commit_ggas_per_pib", positive, &m.PreCommitGgasPerPiB)
	o.float("prove_commit_ggas_per_pib", positive, &m.ProveCommitGgasPerPiB)
	o.float("window_post_ggas_per_eib", positive, &m.WindowPoStGgasPerEiB)
	o.float("total_ggas", positive, &m.TotalGgas)
	o.float("pre_commit_wape", amount, &m.PreCommitWAPE)
	o.float("prove_commit_wape", amount, &m.ProveCommitWAPE)
	o.float("window_post_wape", amount, &m.WindowPoStWAPE)
	o.float("total_wape", amount, &m.TotalWAPE)
	o.floats("pre_commit_tests", amount, m.PreCommitTests[:])
	o.floats("prove_commit_tests", amount, m.ProveCommitTests[:])
	return o
}

// checkSnapshots looks at what the numbers say of each other; the message begins with the field.
func checkSnapshots(snapshots []SnapshotModels) error {
	for i := range snapshots {
		path, name := fmt.Sprintf("snapshots[%d]", i), snapshots[i].Snapshot
		switch {
		case i == 0 && name != StudySnapshot:
			return fmt.Errorf("%s.name: %q, want %q", path, name, StudySnapshot)
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
			return fmt.Errorf("backcast[%d]: version %d from %s, want a later one than the entry before", i, v.Version,
				v.First)
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
