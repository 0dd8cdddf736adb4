// Package held holds the models against the figures that the repository ships: for the build and the command line. The
// page links neither it nor what fits models.
package held

import (
	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/validate"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/evidence"
)

// Evidence is all that speaks for or against the models, from the study's inputs with the whole daily table.
func Evidence(in *assumption.Inputs) (*evidence.Evidence, error) {
	e, err := evidence.Load(in)
	if err != nil {
		return nil, err
	}
	daily, err := assets.NetworkDaily()
	if err != nil {
		return nil, err
	}
	of := func(column []float64) model.DaySeries { return model.DaySeries{First: daily.First, Values: column} }
	direct, err := assets.DirectOnboarding()
	if err != nil {
		return nil, err
	}
	return e, e.Hold(in.Daily, &validate.Fees{
		NanoFIL: of(daily.BaseFeeNanoFIL), BurntFIL: of(daily.FeeBurnFIL), RawEiB: of(daily.RawPowerEiB),
		OnboardedPiB: of(daily.OnboardedRawPiB),
	}, direct)
}
