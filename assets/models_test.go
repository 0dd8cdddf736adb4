package assets

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model"
)

func TestGasModels(t *testing.T) {
	m, err := GasModels()
	if err != nil {
		t.Fatal(err)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(NetworkDailyCSV())); m.Source.File != NetworkDailyFile ||
		m.Source.SHA256 != sum {
		t.Errorf("trained on %+v, the table is %s: go run ./model/cmd/train", m.Source, sum)
	}
	if s := m.Regime.Sample; s.First != model.StudyFirst || s.Last != model.StudyLast || s.Rows != 870 {
		t.Errorf("sample %+v", s)
	}
	if gas, regime := m.Regime.PredictDay(1, 5); regime != 1 || math.Abs(gas+7534.334292101366) > 1e-6*7534 {
		t.Errorf("corner (1, 5) predicts %v in regime %v, want -7534.334292101366 in 1 (reference regime-model.json)",
			gas, regime)
	}
	trained, err := TrainedModels()
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(m, trained) {
		t.Error("models_gen.go does not say what gas-models.json does: go run ./assets/cmd/pack")
	}
	again, err := EncodeGasModels(m)
	if err != nil || !bytes.Equal(again, gasModels) {
		t.Errorf("the models do not encode to the committed file: %v", err)
	}
}

func TestScalingFor(t *testing.T) {
	m, err := GasModels()
	if err != nil {
		t.Fatal(err)
	}
	table, err := NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	end := table.Len() - 1
	for math.IsNaN(table.GasPublishStorageDeals[end]) {
		end--
	}
	compared := table.Date(end) - model.StudyLast
	if compared < 693 {
		t.Errorf("the study's fit is compared with %d days", compared)
	}
	for _, c := range []struct {
		name, last string
		level      float64
	}{
		{"2023-07-31", "2023-08-01", 4119.691976}, // source: notes on the model, section 2
		{"2025-09-09", "2025-06-24", 3822.345299}, // 71 rows of nv25, by the notes' rule for refits
	} {
		scaling, err := m.ScalingFor(c.name)
		if err != nil || scaling.Last != date(c.last) || math.Abs(scaling.Level0-c.level) > 1e-8*c.level {
			t.Errorf("%s: %+v, %v, want %v Ggas per PiB on %s", c.name, scaling, err, c.level, c.last)
			continue
		}
		if scaling.LastValidated()-scaling.Last != compared ||
			scaling.Validated.DealPiB != [2]float64{0, m.Regime.Sample.DealPiB[1]} {
			t.Errorf("%s: validated %+v", c.name, scaling.Validated)
		}
	}
	for i := range m.Snapshots {
		o := &m.Snapshots[i].Onboarding
		for k, want := range [...]float64{0.290, 0.316, 0.111, 0.648} { // notes on the model, section 4
			if got := [...]float64{o.PreCommitTests[0], o.PreCommitTests[1], o.ProveCommitTests[0],
				o.ProveCommitTests[1]}[k]; math.Abs(got-want) > 0.0005 {
				t.Errorf("%s: test WAPE %v, want %v", m.Snapshots[i].Snapshot, got, want)
			}
		}
	}
	if _, err := m.ScalingFor("study"); err == nil || !strings.Contains(err.Error(), "2023-07-31, 2025-09-09") {
		t.Errorf("unknown snapshot: %v", err)
	}
}

func TestGasModelsAreFresh(t *testing.T) {
	for range 2 {
		m, err := GasModels()
		if err != nil || m.Regime.Hull[0] != [2]float64{0, 1} || m.Regime.Linear[0].Deal == 0 {
			t.Fatalf("a caller's change shows in the next models: %v, %v", m, err)
		}
		m.Regime.Hull[0][0], m.Regime.Linear[0].Deal = 99, 0
	}
}

func TestEncodeGasModelsRefuses(t *testing.T) {
	m, err := GasModels()
	if err != nil {
		t.Fatal(err)
	}
	m.Regime.Linear[1].Ratio = math.NaN()
	if _, err := EncodeGasModels(m); err == nil ||
		!strings.Contains(err.Error(), "models.regime.linear[1].ratio: null") {
		t.Errorf("NaN coefficient: %v", err)
	}
	if _, err := EncodeGasModels(new(Models)); err == nil {
		t.Error("no error for empty models")
	}
}

func TestParseGasModelsRefuses(t *testing.T) {
	parse := func(file string, data []byte) error {
		_, err := ParseGasModels(file, data)
		return err
	}
	refusesNonsense(t, parse)
	refuses(t, gasModels, parse, []broken{
		{"later version", `"version":2`, `"version":7`, []string{"line 2", "version: 7: want 2"}},
		{"no source", `"source":`, `"sauce":`, []string{`unknown key "sauce"`}},
		{"earlier version", `"version":2`, `"version":1`, []string{"line 2", "version: 1: want 2"}},
		{"unknown model", `"regime":{`, `"oracle":{},"regime":{`, []string{"models", `unknown key "oracle"`}},
		{"no model", `"regime":{`, `"regimen":{`, []string{`unknown key "regimen"`}},
		{"coefficient missing", "\"ratio\":6.", "\"ration\":6.",
			[]string{"models.regime.logistic", `unknown key "ration"`}},
		{"coefficient is a word", "\"ratio\":6.", "\"ratio\":\"x\",\"y\":6.",
			[]string{"models.regime.logistic", `unknown key "y"`}},
		{"coefficient null", `"intercept":-8874`, `"intercept":null,"i":-8874`, []string{`unknown key "i"`}},
		{"one plane too many", `"linear":[`, `"linear":[{"deal":1,"ratio":1,"intercept":1},`,
			[]string{"models.regime.linear: 3 entries, want 2"}},
		{"days reversed", `"last":"2023-08-01"`, `"last":"2020-08-01"`,
			[]string{"models.regime.sample.last", "2020-08-01"}},
		{"rows do not add up", `"rows":870`, `"rows":871`, []string{"models.regime.mixture.cluster_sizes", "871"}},
		{"rows not whole", `"rows":870`, `"rows":870.5`, []string{"models.regime.sample.rows: 870.5"}},
		{"more right than rows", `"regimes_right":821`, `"regimes_right":1821`,
			[]string{"models.regime.fit.regimes_right", "1821"}},
		{"accuracy above one", `"accuracy":0.9`, `"accuracy":1.9`, []string{"models.regime.fit.accuracy", "share"}},
		{"weight negative", `"weights":[0`, `"weights":[-0`, []string{"models.regime.mixture.weights[0]", "share"}},
		{"mean of three", `"means":[[`, `"means":[[1,`, []string{"models.regime.mixture.means[0]: 3 entries, want 2"}},
		{"covariance too deep", `"covariances":[[[`, `"covariances":[[[[1,2],`,
			[]string{"models.regime.mixture.covariances[0][0]"}},
		{"range reversed", `"deal_pib":[0,`, `"deal_pib":[9,`, []string{"models.regime.sample.deal_pib"}},
		{"hull gone", `"hull":[`, `"hull":[],"h":[`, []string{`unknown key "h"`}},
		{"corner out of range", `"hull":[[0,1]`, `"hull":[[0,0.5]`, []string{"models.regime.hull[0]"}},
		{"snapshot before the first", `"name":"2025-09-09"`, `"name":"2023-07-30"`,
			[]string{"models.snapshots[1].name", "2023-07-30", "2023-07-31"}},
		{"another first snapshot", `"name":"2023-07-31"`, `"name":"2023-07-30"`,
			[]string{"models.snapshots[0].name", "2023-07-30", "2023-07-31"}},
		{"level zero", `"level_ggas_per_pib":4119.`, `"level_ggas_per_pib":0,"x":4119.`,
			[]string{"models.snapshots[0].scaling", `unknown key "x"`}},
		{"half-life negative", `"half_life_days":60`, `"half_life_days":-60`,
			[]string{"models.snapshots[0].scaling.half_life_days: -60", "more than zero"}},
		{"backcast rows", `"rows":479`, `"rows":478`, []string{"models.snapshots[0].scaling.backcast", "869", "870"}},
		{"backcast reversed", `"version":16,`, `"version":14,`, []string{"models.snapshots[0].scaling.backcast[1]",
			"14"}},
		{"forecast from elsewhere", `"scaling":{
    "last":"2023-08-01"`, `"scaling":{
    "last":"2023-08-02"`, []string{"models.snapshots[0].scaling.last", "2023-08-02"}},
		{"autocorrelation of one", `"autocorrelation":0.`, `"autocorrelation":1.`,
			[]string{"models.snapshots[0].scaling.interval.autocorrelation", "less than 1"}},
		{"two quantiles", `"quantiles":[`, `"quantiles":[0.5],"q":[`, []string{`unknown key "q"`}},
		{"onboarding level", `"pre_commit_ggas_per_pib":1018`, `"pre_commit_ggas_per_pib":-1018`,
			[]string{"models.snapshots[0].onboarding.pre_commit_ggas_per_pib", "more than zero"}},
		{"hull not convex", `"hull":[[0,1]`, `"hull":[[2.5,1.5]`, []string{"models.regime.hull["}},
	})
}
