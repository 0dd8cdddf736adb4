// Package held holds the models against the figures that the repository ships: for the build and the command line. The
// page links neither it nor what fits models.
package held

import (
	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/validate"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/evidence"
)

// Evidence is all that speaks for or against the models, from the study's inputs with the whole daily table.
func Evidence(in *sim.Inputs) (*evidence.Evidence, error) {
	e, err := evidence.Load(in)
	if err != nil {
		return nil, err
	}
	fees, err := assets.MeasuredFees()
	if err != nil {
		return nil, err
	}
	later, err := assets.LaterNetwork()
	if err != nil {
		return nil, err
	}
	direct, err := assets.DirectOnboarding()
	if err != nil {
		return nil, err
	}
	return e, e.Hold(in.Daily, &validate.Fees{
		NanoFIL:      model.DaySeries{First: fees.First, Values: fees.BaseFeeNanoFIL},
		BurntFIL:     model.DaySeries{First: fees.First, Values: fees.FeeBurnFIL},
		RawEiB:       model.DaySeries{First: later.First, Values: later.RawPowerEiB},
		OnboardedPiB: model.DaySeries{First: later.First, Values: later.OnboardedRawPiB},
	}, direct)
}
