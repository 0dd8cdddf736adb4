package assets

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/gasburden/gasburden/model"
)

const modelsVersion = 2

// GasModelsFile is the name of the trained models' file in assets/data.
const GasModelsFile = "gas-models.json"

//go:embed data/gas-models.json
var gasModels []byte

// Models are the trained gas models and the data they were trained on.
type Models struct {
	Source    Source
	Regime    model.Regime
	Snapshots []SnapshotModels // the models fitted up to each snapshot, in the order of SnapshotNames
}

// SnapshotModels are the models fitted to the gas published up to a snapshot. That of DefaultSnapshot ends on
// model.StudyLast, a day after it, as the study's own training days do.
type SnapshotModels struct {
	Snapshot   string // its name
	Scaling    model.Scaling
	Onboarding model.Onboarding
}

// ScalingFor returns the scaling model for a run from a snapshot. It belongs to m.
// An unknown name is an error that lists the known ones.
func (m *Models) ScalingFor(snapshot string) (*model.Scaling, error) {
	models, err := m.For(snapshot)
	if err != nil {
		return nil, err
	}
	return &models.Scaling, nil
}

// For returns the models fitted up to a snapshot. They belong to m.
// An unknown name is an error that lists the known ones.
func (m *Models) For(snapshot string) (*SnapshotModels, error) {
	for i := range m.Snapshots {
		if m.Snapshots[i].Snapshot == snapshot {
			return &m.Snapshots[i], nil
		}
	}
	return nil, unknownSnapshot(snapshot)
}

// Source identifies a data file.
type Source struct {
	File   string // name in assets/data
	SHA256 string // of its bytes, hexadecimal
}

// GasModels returns the trained models that the repository ships. They are compiled in, so that the page
// carries no reader for them: models_gen.go says the same as gas-models.json, which a test makes sure of.
// The error is nil.
func GasModels() (*Models, error) { return compiledModels(), nil }

// TrainedModels reads the models from the embedded gas-models.json, as `go run ./model/cmd/train` wrote
// it. It links the reader; only commands and tests call it.
func TrainedModels() (*Models, error) {
	m, err := ParseGasModels(GasModelsFile, gasModels)
	if err != nil {
		return nil, err
	}
	if names := m.names(); !slices.Equal(names, EmbeddedSnapshots()) {
		return nil, fmt.Errorf("%s: fits for the snapshots %v, want %v: go run ./model/cmd/train", GasModelsFile, names, EmbeddedSnapshots())
	}
	return m, nil
}

// names are the snapshots that there are fits for.
func (m *Models) names() []string {
	names := make([]string, len(m.Snapshots))
	for i := range names {
		names[i] = m.Snapshots[i].Snapshot
	}
	return names
}

// ParseGasModels reads models as EncodeGasModels writes them: every key known and present, every number
// finite and in its domain, the counts consistent, fits for snapshots from DefaultSnapshot on in the order of time. (Which
// snapshots is the release's business: an old edition has fewer.) An error names file, line, field and value.
func ParseGasModels(file string, data []byte) (*Models, error) {
	doc, root := newDocument(file, data)
	member := root.object("version", "source", "models")
	if version := member[0].integer(); version != modelsVersion {
		member[0].fail("%d: want %d", version, modelsVersion)
	}
	source := member[1].object("file", "sha256")
	models := member[2].object("regime", "snapshots")
	m := &Models{
		Source: Source{File: source[0].string(), SHA256: source[1].string()},
		Regime: readRegime(&models[0]),
	}
	for _, v := range models[1].list(-1) {
		fit := v.object("name", "scaling", "onboarding")
		m.Snapshots = append(m.Snapshots, SnapshotModels{fit[0].string(), readScaling(&fit[1]), readOnboarding(&fit[2])})
	}
	if doc.err != nil {
		return nil, doc.err
	}
	if err := checkRegime(&m.Regime); err != nil {
		return nil, fmt.Errorf("%s: models.regime.%w", file, err)
	}
	if err := checkSnapshots(m.Snapshots); err != nil {
		return nil, fmt.Errorf("%s: models.%w", file, err)
	}
	return m, nil
}

// EncodeGasModels writes models as JSON; equal models give equal bytes. It returns an error for
// models that ParseGasModels would refuse.
func EncodeGasModels(m *Models) ([]byte, error) {
	w := new(writer)
	w.open("")
	w.integer("version", modelsVersion)
	w.open("source")
	w.string("file", m.Source.File)
	w.string("sha256", m.Source.SHA256)
	w.close()
	w.open("models")
	writeRegime(w, "regime", &m.Regime)
	w.openList("snapshots")
	for i := range m.Snapshots {
		w.open("")
		w.string("name", m.Snapshots[i].Snapshot)
		writeScaling(w, "scaling", &m.Snapshots[i].Scaling)
		writeOnboarding(w, "onboarding", &m.Snapshots[i].Onboarding)
		w.close()
	}
	w.closeList()
	w.close()
	w.close()
	data := w.done()
	if _, err := ParseGasModels("encode gas models", data); err != nil {
		return nil, err
	}
	return data, nil
}

func readRegime(v *value) (m model.Regime) {
	member := v.object("sample", "mixture", "logistic", "linear", "fit", "hull")

	m.Sample = readSample(&member[0])
	mixture := member[1].object("weights", "means", "covariances", "cluster_sizes", "iterations", "lower_bound")
	m.Mixture.Weights = mixture[0].pair(share)
	for k, mean := range mixture[1].list(2) {
		m.Mixture.Means[k] = mean.pair(number)
	}
	for k, covariance := range mixture[2].list(2) {
		for i, row := range covariance.list(2) {
			m.Mixture.Covariances[k][i] = row.pair(number)
		}
	}
	for k, size := range mixture[3].list(2) {
		m.Mixture.Sizes[k] = size.integer()
	}
	m.Mixture.Iterations, m.Mixture.LowerBound = mixture[4].integer(), mixture[5].number(number)

	m.Logistic = readPlane(&member[2])
	for k, plane := range member[3].list(2) {
		m.Linear[k] = readPlane(&plane)
	}

	fit := member[4].object("logistic_iterations", "regimes_right", "accuracy", "r2", "rmse_ggas", "in_sample")
	score := fit[5].object("days", "wape", "mape", "bias", "rmse_ggas", "negative_days")
	m.Fit = model.FitFacts{
		LogisticIterations: fit[0].integer(), RegimesRight: fit[1].integer(), Accuracy: fit[2].number(share),
		R2: fit[3].pair(number), RMSE: fit[4].pair(amount),
		Score: model.Score{
			Days: score[0].integer(), WAPE: score[1].number(amount), MAPE: score[2].number(amount),
			Bias: score[3].number(number), RMSE: score[4].number(amount), NegativeDays: score[5].integer(),
		},
	}
	for _, corner := range member[5].list(-1) {
		m.Hull = append(m.Hull, corner.pair(amount))
	}
	return m
}

func readPlane(v *value) model.Plane {
	member := v.object("deal", "ratio", "intercept")
	return model.Plane{Deal: member[0].number(number), Ratio: member[1].number(number), Intercept: member[2].number(number)}
}

// checkRegime looks at what the numbers say of each other; the message begins with the field.
func checkRegime(m *model.Regime) error {
	s := &m.Sample
	if err := checkSample(s); err != nil {
		return err
	}
	switch {
	case m.Mixture.Sizes[0]+m.Mixture.Sizes[1] != s.Rows:
		return fmt.Errorf("mixture.cluster_sizes: %v do not add up to %d rows", m.Mixture.Sizes, s.Rows)
	case m.Fit.RegimesRight > s.Rows:
		return fmt.Errorf("fit.regimes_right: %d of %d rows", m.Fit.RegimesRight, s.Rows)
	case len(m.Hull) < 3:
		return fmt.Errorf("hull: %d corners, want at least 3", len(m.Hull))
	}
	for i, corner := range m.Hull {
		if !m.InHull(corner[0], corner[1]) {
			return fmt.Errorf("hull[%d]: %v: not a corner of a counterclockwise convex polygon within the sample's range", i, corner)
		}
	}
	return nil
}

func writeRegime(w *writer, name string, m *model.Regime) {
	w.open(name)
	writeSample(w, &m.Sample)

	w.open("mixture")
	w.numbers("weights", m.Mixture.Weights[:])
	w.openList("means")
	for _, mean := range m.Mixture.Means {
		w.numbers("", mean[:])
	}
	w.closeList()
	w.openList("covariances")
	for _, covariance := range m.Mixture.Covariances {
		w.openList("")
		w.numbers("", covariance[0][:])
		w.numbers("", covariance[1][:])
		w.closeList()
	}
	w.closeList()
	w.openList("cluster_sizes")
	w.integer("", m.Mixture.Sizes[0])
	w.integer("", m.Mixture.Sizes[1])
	w.closeList()
	w.integer("iterations", m.Mixture.Iterations)
	w.number("lower_bound", m.Mixture.LowerBound)
	w.close()

	writePlane(w, "logistic", m.Logistic)
	w.openList("linear")
	writePlane(w, "", m.Linear[0])
	writePlane(w, "", m.Linear[1])
	w.closeList()

	w.open("fit")
	w.integer("logistic_iterations", m.Fit.LogisticIterations)
	w.integer("regimes_right", m.Fit.RegimesRight)
	w.number("accuracy", m.Fit.Accuracy)
	w.numbers("r2", m.Fit.R2[:])
	w.numbers("rmse_ggas", m.Fit.RMSE[:])
	w.open("in_sample")
	w.integer("days", m.Fit.Score.Days)
	w.number("wape", m.Fit.Score.WAPE)
	w.number("mape", m.Fit.Score.MAPE)
	w.number("bias", m.Fit.Score.Bias)
	w.number("rmse_ggas", m.Fit.Score.RMSE)
	w.integer("negative_days", m.Fit.Score.NegativeDays)
	w.close()
	w.close()

	w.openList("hull")
	for _, corner := range m.Hull {
		w.numbers("", corner[:])
	}
	w.closeList()
	w.close()
}

func writePlane(w *writer, name string, p model.Plane) {
	w.open(name)
	w.number("deal", p.Deal)
	w.number("ratio", p.Ratio)
	w.number("intercept", p.Intercept)
	w.close()
}
