package assets

import (
	"errors"
	"fmt"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/model"
)

func sampleForm(s *model.SampleFacts) form.Object {
	var o form.Object
	o.Has("first", &s.First)
	o.Has("last", &s.Last)
	o.Has("rows", &s.Rows)
	o.Floats("deal_pib", form.Amount, s.DealPiB[:])
	o.Floats("ratio", form.Amount, s.Ratio[:])
	o.Floats("gas_ggas", form.Amount, s.GasGgas[:])
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

func scalingForm(m *model.Scaling) form.Object {
	var o form.Object
	o.Has("last", &m.Last)
	o.Float("level_ggas_per_pib", form.Positive, &m.Level0)
	o.Float("long_run_ggas_per_pib", form.Positive, &m.LongRunLevel)
	o.Float("half_life_days", form.Positive, &m.HalfLifeDays)
	o.Float("weight_half_life_days", form.Positive, &m.WeightHalfLifeDays)
	o.Has("version", &m.Version)
	o.Has("rows", &m.Rows)
	o.Has("backcast", form.List(len(m.Backcast), func(i int) any {
		if i == len(m.Backcast) {
			m.Backcast = append(m.Backcast, model.VersionLevel{})
		}
		return versionLevelForm(&m.Backcast[i])
	}))
	o.Has("sample", sampleForm(&m.Sample))
	o.Has("validated", validatedForm(&m.Validated))
	o.Has("interval", intervalForm(&m.Interval))
	return o
}

func versionLevelForm(v *model.VersionLevel) form.Object {
	var o form.Object
	o.Has("version", &v.Version)
	o.Has("first", &v.First)
	o.Has("rows", &v.Rows)
	o.Float("ggas_per_pib", form.Amount, &v.GgasPerPiB)
	return o
}

func validatedForm(v *model.Validated) form.Object {
	var o form.Object
	o.Has("days", &v.Days)
	o.Floats("deal_pib", form.Amount, v.DealPiB[:])
	o.Has("held", heldForm(&v.Held)).Absent = v.Held.Days == 0 // models of early editions have none
	return o
}

func heldForm(h *model.Held) form.Object {
	var o form.Object
	o.Has("days", &h.Days)
	o.Floats("within", form.Amount, h.Within[:])
	o.Has("means", &h.Means)
	o.Floats("means_within", form.Amount, h.MeansWithin[:])
	return o
}

func intervalForm(i *model.Interval) form.Object {
	var o form.Object
	o.Float("drift", form.Amount, &i.Drift)
	o.Float("daily", form.Amount, &i.Daily)
	o.Float("autocorrelation", form.Number, &i.Autocorrelation)
	o.Has("blocks", &i.Blocks)
	o.Floats("quantiles", form.Positive, i.Quantiles[:])
	return o
}

func onboardingForm(m *model.Onboarding) form.Object {
	var o form.Object
	o.Has("last", &m.Last)
	o.Has("version", &m.Version)
	o.Has("rows", &m.Rows)
	o.Float("pre_commit_ggas_per_pib", form.Positive, &m.PreCommitGgasPerPiB)
	o.Float("prove_commit_ggas_per_pib", form.Positive, &m.ProveCommitGgasPerPiB)
	o.Float("window_post_ggas_per_eib", form.Positive, &m.WindowPoStGgasPerEiB)
	o.Float("total_ggas", form.Positive, &m.TotalGgas)
	o.Float("pre_commit_wape", form.Amount, &m.PreCommitWAPE)
	o.Float("prove_commit_wape", form.Amount, &m.ProveCommitWAPE)
	o.Float("window_post_wape", form.Amount, &m.WindowPoStWAPE)
	o.Float("total_wape", form.Amount, &m.TotalWAPE)
	o.Floats("pre_commit_tests", form.Amount, m.PreCommitTests[:])
	o.Floats("prove_commit_tests", form.Amount, m.ProveCommitTests[:])
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
