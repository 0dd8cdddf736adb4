package evidence

import (
	"fmt"
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Way is a way to simulate the network: how a run starts, and how its sectors leave.
type Way struct {
	Start         mechafil.Start
	LeavingRate   float64
	ExtensionDays int // 0: as many as a new sector has
}

// The ways that hindsight compares. Leaving and extension were fitted to power of these same years: what they say of
// power is no forecast.
var (
	mechafilWay = Way{Start: mechafil.MechaFILStart}
	fittedWay   = Way{mechafil.ChainStart, 0.0008, 180}
)

// Hindsight is the network from 2023-07-31 on with what really happened, raw and QA power onboarded and renewal rate of
// every day: what is wrong then is wrong in the simulator. Gas is the level of the study's days times the deals.
type Hindsight struct {
	First, Last day.Day // of the days given
	Runs        []HindsightRun
}

// HindsightRun is the network by one way, beside the published one.
type HindsightRun struct {
	Way
	Series []NetworkSeries
}

// newHindsight runs it by all ways.
func newHindsight(in *assumption.Inputs) (*Hindsight, error) {
	t, s := in.Daily, in.Snapshot
	last := s.Current
	for row := t.Row(last); row < t.Len(); row++ {
		if !math.IsNaN(t.RenewalRate[row]) {
			last = t.Date(row)
		}
	}
	h := &Hindsight{First: s.Current + 1, Last: last}
	f, err := happened(t, h.First, h.Last)
	if err != nil {
		return nil, err
	}
	for _, way := range []Way{
		mechafilWay, {Start: mechafil.ChainStart},
		{mechafil.MechaFILStart, fittedWay.LeavingRate, fittedWay.ExtensionDays}, fittedWay,
	} {
		r := way.run(s, f)
		gas := make([]float64, r.Defined)
		for entry := range gas {
			gas[entry] = in.Scaling.PredictDay(r.Date(entry), model.DealPower(r.OnboardedRawPiB[entry],
				r.OnboardedQAPiB[entry]))
		}
		run := HindsightRun{Way: way}
		for _, c := range []struct {
			name, unit           string
			simulated, published []float64
		}{
			{"raw_power_eib", "EiB", r.RawPowerEiB, t.RawPowerEiB}, {"qa_power_eib", "EiB", r.QAPowerEiB, t.QAPowerEiB},
			{"circulating_fil", "FIL", r.CirculatingFIL, t.CirculatingFIL},
			{"burnt_fil", "FIL", r.BurntFIL, t.BurntFIL},
			{"gas_publish_ggas", "Ggas/day", gas, scaled(t.GasPublishStorageDeals, 1/model.GasPerGgas)},
		} {
			run.Series = append(run.Series, compare(h.First, r.HistoryDays, t, c.name, c.unit, c.simulated,
				c.published))
		}
		h.Runs = append(h.Runs, run)
	}
	return h, nil
}

// happened is a forecast of what was published of the days first..last. The renewal rate of a day is out on the next,
// so the last is said twice: a run drops its last day.
func happened(t *model.Table, first, last day.Day) (*mechafil.Forecast, error) {
	f := plain(int(last-first) + 2)
	f.RawOnboardingPiB, f.RenewalRate = make(mechafil.Path, f.HorizonDays), make(mechafil.Path, f.HorizonDays)
	f.FILPlusRate = make(mechafil.Path, f.HorizonDays)
	for i := range f.HorizonDays {
		d := min(first+day.Day(i), last)
		row := t.Row(d)
		raw, qa, renewal := t.OnboardedRawPiB[row], t.OnboardedQAPiB[row], t.RenewalRate[row]
		if math.IsNaN(raw + qa + renewal) {
			return nil, fmt.Errorf("evidence: %w", model.NonePublished("onboarding or renewal_rate", d))
		}
		// The rate that gives the QA power onboarded: above 1 on days on which that is more than ten times the raw
		// power.
		f.RawOnboardingPiB[i], f.RenewalRate[i], f.FILPlusRate[i] = raw, renewal, (qa/raw-1)/model.FILPlusExcess
	}
	f.Gamma = make(mechafil.Path, f.HorizonDays)
	for i := range f.Gamma {
		f.Gamma[i] = protocol.Gamma(first - 1 + day.Day(i)) // from the snapshot's day on
	}
	return f, nil
}

// plain is a forecast with what the protocol says, without what is onboarded and renewed.
func plain(horizonDays int) *mechafil.Forecast {
	return &mechafil.Forecast{
		HorizonDays: horizonDays, SectorDurationDays: sectorDays,
		LockTarget: mechafil.Constant(mechafil.HistoryLockTarget), FILPlusMultiplier: mechafil.Constant(10),
		QARenewalMultiplier: mechafil.Constant(1), BaselineEiB: mechafil.Constant(0),
		Gamma:          mechafil.Constant(mechafil.HistoryGamma),
		GammaWeighting: mechafil.Arithmetic, PledgeBase: mechafil.CirculatingBase,
	}
}

// sectorDays is the study's sector duration.
const sectorDays = 540

// run is a network by a way.
func (w Way) run(s *mechafil.Snapshot, f *mechafil.Forecast) *mechafil.Result {
	return w.prepare(s, f).Run(f.FILPlusRate)
}

func (w Way) prepare(s *mechafil.Snapshot, given *mechafil.Forecast) *mechafil.Common {
	f := *given
	f.Start, f.LeavingRate, f.ExtensionDays = w.Start, mechafil.Constant(w.LeavingRate), w.ExtensionDays
	return mechafil.Prepare(s, &f)
}

func scaled(values []float64, by float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v * by
	}
	return out
}
