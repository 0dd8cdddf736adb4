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
	if err := parse(file, data, modelsForm(m)); err != nil {
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
	data := encode(modelsForm(m))
	if _, err := ParseGasModels("encode gas models", data); err != nil {
		return nil, err
	}
	return data, nil
}

// modelsForm is the JSON form of the models.
func modelsForm(m *Models) object {
	var o object
	o.has("version", version(modelsVersion))
	o.has("source", sourceForm(&m.Source))
	o.has("models", fittedForm(m))
	return o
}

func sourceForm(s *Source) object {
	var o object
	o.has("file", &s.File)
	o.has("sha256", &s.SHA256)
	return o
}

func fittedForm(m *Models) object {
	var o object
	o.has("regime", regimeForm(&m.Regime))
	o.has("snapshots", list{len(m.Snapshots), func(i int) any {
		if i == len(m.Snapshots) {
			m.Snapshots = append(m.Snapshots, SnapshotModels{})
		}
		return snapshotModelsForm(&m.Snapshots[i])
	}})
	return o
}

func snapshotModelsForm(m *SnapshotModels) object {
	var o object
	o.has("name", &m.Snapshot)
	o.has("scaling", scalingForm(&m.Scaling))
	o.has("onboarding", onboardingForm(&m.Onboarding))
	return o
}

func regimeForm(m *model.Regime) object {
	var o object
	o.has("sample", sampleForm(&m.Sample))
	o.has("mixture", mixtureForm(&m.Mixture))
	o.has("logistic", planeForm(&m.Logistic))
	o.has("linear", tuple{planeForm(&m.Linear[0]), planeForm(&m.Linear[1])})
	o.has("fit", fitForm(&m.Fit))
	o.has("hull", list{len(m.Hull), func(i int) any {
		if i == len(m.Hull) {
			m.Hull = append(m.Hull, [2]float64{})
		}
		return floats{amount, m.Hull[i][:]}
	}})
	return o
}

func mixtureForm(m *model.Mixture) object {
	var o object
	o.floats("weights", share, m.Weights[:])
	o.has("means", matrixForm(&m.Means))
	o.has("covariances", tuple{matrixForm(&m.Covariances[0]), matrixForm(&m.Covariances[1])})
	o.has("cluster_sizes", tuple{&m.Sizes[0], &m.Sizes[1]})
	o.has("iterations", &m.Iterations)
	o.float("lower_bound", number, &m.LowerBound)
	return o
}

func matrixForm(rows *[2][2]float64) tuple {
	return tuple{floats{number, rows[0][:]}, floats{number, rows[1][:]}}
}

func planeForm(p *model.Plane) object {
	var o object
	o.float("deal", number, &p.Deal)
	o.float("ratio", number, &p.Ratio)
	o.float("intercept", number, &p.Intercept)
	return o
}

func fitForm(f *model.FitFacts) object {
	var o object
	o.has("logistic_iterations", &f.LogisticIterations)
	o.has("regimes_right", &f.RegimesRight)
	o.float("accuracy", share, &f.Accuracy)
	o.floats("r2", number, f.R2[:])
	o.floats("rmse_ggas", amount, f.RMSE[:])
	o.has("in_sample", scoreForm(&f.Score))
	return o
}

func scoreForm(s *model.Score) object {
	var o object
	o.has("days", &s.Days)
	o.float("wape", amount, &s.WAPE)
	o.float("mape", amount, &s.MAPE)
	o.float("bias", number, &s.Bias)
	o.float("rmse_ggas", amount, &s.RMSE)
	o.has("negative_days", &s.NegativeDays)
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
