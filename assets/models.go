package assets

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/gasburden/gasburden/assets/form"
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

// SnapshotModels are the models fitted to the gas published up to a snapshot. That of StudySnapshot ends on
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
		return nil, fmt.Errorf("%s: fits for the snapshots %v, want %v: go run ./model/cmd/train",
			GasModelsFile, names, EmbeddedSnapshots())
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
// finite and in its domain, the counts consistent, fits for snapshots from StudySnapshot on in the order of time.
// (Which snapshots is the release's business: an old edition has fewer.) An error names file, line, field and value.
func ParseGasModels(file string, data []byte) (*Models, error) {
	m := new(Models)
	if err := form.Parse(file, data, modelsForm(m)); err != nil {
		return nil, err
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
	data := form.Encode(modelsForm(m))
	if _, err := ParseGasModels("encode gas models", data); err != nil {
		return nil, err
	}
	return data, nil
}

// modelsForm is the JSON form of the models.
func modelsForm(m *Models) form.Object {
	var o form.Object
	o.Has("version", form.Version(modelsVersion))
	o.Has("source", sourceForm(&m.Source))
	o.Has("models", fittedForm(m))
	return o
}

func sourceForm(s *Source) form.Object {
	var o form.Object
	o.Has("file", &s.File)
	o.Has("sha256", &s.SHA256)
	return o
}

func fittedForm(m *Models) form.Object {
	var o form.Object
	o.Has("regime", regimeForm(&m.Regime))
	o.Has("snapshots", form.List(len(m.Snapshots), func(i int) any {
		if i == len(m.Snapshots) {
			m.Snapshots = append(m.Snapshots, SnapshotModels{})
		}
		return snapshotModelsForm(&m.Snapshots[i])
	}))
	return o
}

func snapshotModelsForm(m *SnapshotModels) form.Object {
	var o form.Object
	o.Has("name", &m.Snapshot)
	o.Has("scaling", scalingForm(&m.Scaling))
	o.Has("onboarding", onboardingForm(&m.Onboarding))
	return o
}

func regimeForm(m *model.Regime) form.Object {
	var o form.Object
	o.Has("sample", sampleForm(&m.Sample))
	o.Has("mixture", mixtureForm(&m.Mixture))
	o.Has("logistic", planeForm(&m.Logistic))
	o.Has("linear", form.Tuple{planeForm(&m.Linear[0]), planeForm(&m.Linear[1])})
	o.Has("fit", fitForm(&m.Fit))
	o.Has("hull", form.List(len(m.Hull), func(i int) any {
		if i == len(m.Hull) {
			m.Hull = append(m.Hull, [2]float64{})
		}
		return form.Floats(form.Amount, m.Hull[i][:])
	}))
	return o
}

func mixtureForm(m *model.Mixture) form.Object {
	var o form.Object
	o.Floats("weights", form.Share, m.Weights[:])
	o.Has("means", matrixForm(&m.Means))
	o.Has("covariances", form.Tuple{matrixForm(&m.Covariances[0]), matrixForm(&m.Covariances[1])})
	o.Has("cluster_sizes", form.Tuple{&m.Sizes[0], &m.Sizes[1]})
	o.Has("iterations", &m.Iterations)
	o.Float("lower_bound", form.Number, &m.LowerBound)
	return o
}

func matrixForm(rows *[2][2]float64) form.Tuple {
	return form.Tuple{form.Floats(form.Number, rows[0][:]), form.Floats(form.Number, rows[1][:])}
}

func planeForm(p *model.Plane) form.Object {
	var o form.Object
	o.Float("deal", form.Number, &p.Deal)
	o.Float("ratio", form.Number, &p.Ratio)
	o.Float("intercept", form.Number, &p.Intercept)
	return o
}

func fitForm(f *model.FitFacts) form.Object {
	var o form.Object
	o.Has("logistic_iterations", &f.LogisticIterations)
	o.Has("regimes_right", &f.RegimesRight)
	o.Float("accuracy", form.Share, &f.Accuracy)
	o.Floats("r2", form.Number, f.R2[:])
	o.Floats("rmse_ggas", form.Amount, f.RMSE[:])
	o.Has("in_sample", scoreForm(&f.Score))
	return o
}

func scoreForm(s *model.Score) form.Object {
	var o form.Object
	o.Has("days", &s.Days)
	o.Float("wape", form.Amount, &s.WAPE)
	o.Float("mape", form.Amount, &s.MAPE)
	o.Float("bias", form.Number, &s.Bias)
	o.Float("rmse_ggas", form.Amount, &s.RMSE)
	o.Has("negative_days", &s.NegativeDays)
	return o
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
			return fmt.Errorf("hull[%d]: %v: not a corner of a counterclockwise convex polygon within the sample's "+
				"range",
				i, corner)
		}
	}
	return nil
}
