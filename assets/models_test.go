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
	if sum := fmt.Sprintf("%x", sha256.Sum256(NetworkDailyCSV())); m.Source.File != NetworkDailyFile || m.Source.SHA256 != sum {
		t.Errorf("trained on %+v, the table is %s: go run ./model/cmd/train", m.Source, sum)
	}
	if s := m.Regime.Sample; s.First != model.StudyFirst || s.Last != model.StudyLast || s.Rows != 870 {
		t.Errorf("sample %+v", s)
	}
	if gas, regime := m.Regime.PredictDay(1, 5); regime != 1 || math.Abs(gas+7534.334292101366) > 1e-6*7534 {
		t.Errorf("corner (1, 5) predicts %v in regime %v, want -7534.334292101366 in 1 (reference regime-model.json)", gas, regime)
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
	if _, err := EncodeGasModels(m); err == nil || !strings.Contains(err.Error(), "models.regime.linear[1].ratio: null") {
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
		{"later version", `"version":1`, `"version":7`, []string{"line 2", "version: 7: want 1"}},
		{"no source", `"source":`, `"sauce":`, []string{`unknown key "sauce"`}},
		{"unknown model", `"regime":{`, `"oracle":{},"regime":{`, []string{"models", `unknown key "oracle"`}},
		{"no model", `"regime":{`, `"regimen":{`, []string{`unknown key "regimen"`}},
		{"coefficient missing", "\"ratio\":6.", "\"ration\":6.", []string{"models.regime.logistic", `unknown key "ration"`}},
		{"coefficient is a word", "\"ratio\":6.", "\"ratio\":\"x\",\"y\":6.", []string{"models.regime.logistic", `unknown key "y"`}},
		{"coefficient null", `"intercept":-8874`, `"intercept":null,"i":-8874`, []string{`unknown key "i"`}},
		{"one plane too many", `"linear":[`, `"linear":[{"deal":1,"ratio":1,"intercept":1},`, []string{"models.regime.linear: 3 entries, want 2"}},
		{"days reversed", `"last":"2023-08-01"`, `"last":"2020-08-01"`, []string{"models.regime.sample.last", "2020-08-01"}},
		{"rows do not add up", `"rows":870`, `"rows":871`, []string{"models.regime.mixture.cluster_sizes", "871"}},
		{"rows not whole", `"rows":870`, `"rows":870.5`, []string{"models.regime.sample.rows: 870.5"}},
		{"more right than rows", `"regimes_right":821`, `"regimes_right":1821`, []string{"models.regime.fit.regimes_right", "1821"}},
		{"accuracy above one", `"accuracy":0.9`, `"accuracy":1.9`, []string{"models.regime.fit.accuracy", "share"}},
		{"weight negative", `"weights":[0`, `"weights":[-0`, []string{"models.regime.mixture.weights[0]", "share"}},
		{"mean of three", `"means":[[`, `"means":[[1,`, []string{"models.regime.mixture.means[0]: 3 entries, want 2"}},
		{"covariance too deep", `"covariances":[[[`, `"covariances":[[[[1,2],`, []string{"models.regime.mixture.covariances[0][0]"}},
		{"range reversed", `"deal_pib":[0,`, `"deal_pib":[9,`, []string{"models.regime.sample.deal_pib"}},
		{"hull gone", `"hull":[`, `"hull":[],"h":[`, []string{`unknown key "h"`}},
		{"corner out of range", `"hull":[[0,1]`, `"hull":[[0,0.5]`, []string{"models.regime.hull[0]"}},
		{"hull not convex", `"hull":[[0,1]`, `"hull":[[2.5,1.5]`, []string{"models.regime.hull["}},
	})
}
