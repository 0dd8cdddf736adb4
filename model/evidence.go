package model

import "github.com/gasburden/gasburden/model/day"

// Evidence is how well the gas models hold: the figures of package validate, computed from the daily table. All
// models in it were trained on the study's days, StudyFirst to StudyLast, unless stated otherwise.
type Evidence struct {
	Windows    []WindowEvidence `json:"windows"`    // the training days, then the windows after them, W1 and W2
	Comparison []Comparison     `json:"comparison"` // the models that were considered, the scaling model first
	// WAPE on W1 and W2 of the constant gas per PiB that each window itself has
	Hindsight [2]float64        `json:"hindsight"`
	Folds     []Fold            `json:"folds"`    // rolling-origin validation, in the order of time
	Coverage  []Coverage        `json:"coverage"` // what the scaling model's bands held
	Messages  []MessageEvidence `json:"messages"`
	Aftermath Aftermath         `json:"aftermath"`
}

// WindowEvidence compares both models with what happened over a window of days.
type WindowEvidence struct {
	Name      string        `json:"name"` // "train", "W1", "W2"
	First     day.Day       `json:"first"`
	Last      day.Day       `json:"last"`
	MeanGgas  float64       `json:"mean_ggas"`   // realised PublishStorageDeals gas a day
	OutOfHull int           `json:"out_of_hull"` // days outside the convex hull of the training days
	Scaling   ModelEvidence `json:"scaling"`
	Regime    ModelEvidence `json:"regime"`
}

// ModelEvidence is how a model did over a window.
type ModelEvidence struct {
	Score
	MeanGgas  float64 `json:"mean_ggas"`  // predicted gas a day
	BlockWAPE float64 `json:"block_wape"` // of the means of consecutive blocks of 30 days, a shorter rest left out
}

// Comparison is a model's line in the comparison of models.
type Comparison struct {
	Name string `json:"name"`

	// WAPE over the rolling-origin folds, all their days as one sample: of all folds, and of those that meet
	// no upgrade that changed PublishStorageDeals gas from 30 days before their origin to their end.
	CVAll         float64 `json:"cv_all"`
	CVSameVersion float64 `json:"cv_same_version"`

	Train ModelEvidence `json:"train"`
	W1    ModelEvidence `json:"w1"`
	W2    ModelEvidence `json:"w2"`
	After ModelEvidence `json:"after"` // W1 and W2 as one window
}

// Fold is one step of rolling-origin validation: models fitted to the days before Origin, compared over the 90 days
// from it.
type Fold struct {
	Origin      day.Day `json:"origin"`
	SameVersion bool    `json:"same_version"` // see Comparison.CVSameVersion
	Scaling     float64 `json:"scaling"`
	Regime      float64 `json:"regime"`
}

// Coverage says which share of days, or of blocks of 30 days, lay within the bands of model.Coverages.
type Coverage struct {
	Window string                  `json:"window"`
	Blocks bool                    `json:"blocks"` // means of 30 days, else days
	Count  int                     `json:"count"`
	Within [len(Coverages)]float64 `json:"within"`
}

// MessageEvidence is how one level of Onboarding did.
type MessageEvidence struct {
	Name  string  `json:"name"`
	Level float64 `json:"level"` // Ggas per unit of its amount
	Train Score   `json:"train"` // on the rows of the fit
	CV    float64 `json:"cv"`    // WAPE over the folds of 2023, all their days as one sample
	W1    Score   `json:"w1"`
	W2    Score   `json:"w2"`
}

// Aftermath is what followed FIP-0076, which let deals go without PublishStorageDeals from nv22 on.
type Aftermath struct {
	First day.Day `json:"first"`
	Last  day.Day `json:"last"` // W2

	BeforeGgasPerPiB float64       `json:"before_ggas_per_pib"` // level of W1
	Last90GgasPerPiB float64       `json:"last90_ggas_per_pib"` // level of the last 90 days of W1
	AfterGgasPerPiB  float64       `json:"after_ggas_per_pib"`  // level of W2
	Periods          []PeriodLevel `json:"periods"`

	// Mean gas a day over W2, Ggas.
	NoChangeGgas float64 `json:"no_change_ggas"` // realised deal power at Last90GgasPerPiB
	ScalingGgas  float64 `json:"scaling_ggas"`   // the scaling model's forecast
	RealisedGgas float64 `json:"realised_ggas"`
	StudyGgas    float64 `json:"study_ggas"` // the study's assumption: 15 % of the forecast

	// ApparentShare is 1 - AfterGgasPerPiB/BeforeGgasPerPiB, the adoption that would explain the fall alone. Share
	// holds its bounds if the level drifts as the scaling model's interval says, by coverage: lowest, highest.
	ApparentShare float64                    `json:"apparent_share"`
	Share         [len(Coverages)][2]float64 `json:"share"`
}

// PeriodLevel is the level of a part of W2: all its gas / all its deal power.
type PeriodLevel struct {
	First      day.Day `json:"first"`
	Last       day.Day `json:"last"`
	GgasPerPiB float64 `json:"ggas_per_pib"`
	Change     float64 `json:"change"` // to the level of W1: -0.1 is ten percent less
}
