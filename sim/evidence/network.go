package evidence

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// NetworkSeries is a series of the simulated network beside the published one.
type NetworkSeries struct {
	Name, Unit          string
	First               day.Day   // day of the first value: the day after the snapshot
	Simulated, Realised []float64 // NaN where nothing was published
	Days                int       // with a published value
	WAPE                float64   // sum of absolute errors / sum of published values
	MeanError           float64   // mean absolute error of a day, as a share of what was published of it
	End                 float64   // error on the last published day, as a share
	Last                day.Day   // that day
}

// newNetwork simulates from the study's snapshot to the end of the published figures, at the medians
// known at the snapshot's date, the FIL+ rate among them.
func newNetwork(in *assumption.Inputs) ([]NetworkSeries, error) {
	rate, err := in.RecentFILPlusRate()
	if err != nil {
		return nil, err
	}
	sc, err := assumption.Default(in)
	if err != nil {
		return nil, err
	}
	t := in.Daily
	// A run's last forecast day is dropped, so one day more reaches the end of the table.
	sc.HorizonDays = int(t.Date(t.Len()-1)-in.Snapshot.Current) + 1
	sc.FILPlusRates = []mechafil.Path{mechafil.Constant(rate.Median)}
	if len(sc.Gamma) > 1 {
		sc.Gamma = mechafil.Constant(1)
	}
	result, err := sim.Run(in, sc)
	if err != nil {
		return nil, err
	}
	net := result.Runs[0].Network
	var out []NetworkSeries
	for _, s := range []struct {
		name, unit string
		simulated  []float64
		published  []float64
	}{
		{"raw_power_eib", "EiB", net.RawPowerEiB, t.RawPowerEiB},
		{"qa_power_eib", "EiB", net.QAPowerEiB, t.QAPowerEiB},
		{"circulating_fil", "FIL", net.CirculatingFIL, t.CirculatingFIL},
		{"burnt_fil", "FIL", net.BurntFIL, t.BurntFIL},
	} {
		out = append(out, compare(in.Snapshot.Current+1, result.HistoryDays, t, s.name, s.unit, s.simulated,
			s.published))
	}
	return out, nil
}

// compare lays a simulated series, of which historyDays+1 entries lie before first, beside the published one.
func compare(first day.Day, historyDays int, t *model.Table, name, unit string,
	simulated, published []float64) NetworkSeries {
	s := NetworkSeries{Name: name, Unit: unit, First: first, Simulated: simulated[historyDays+1:]}
	off, all, relative := 0.0, 0.0, 0.0
	for i, v := range s.Simulated {
		actual := math.NaN()
		if row := t.Row(first) + i; row < len(published) {
			actual = published[row]
		}
		s.Realised = append(s.Realised, actual)
		if !math.IsNaN(actual) {
			off += math.Abs(v - actual)
			all += actual
			relative += math.Abs(v/actual - 1)
			s.Days++
			s.End, s.Last = v/actual-1, first+day.Day(i)
		}
	}
	s.WAPE, s.MeanError = off/all, relative/float64(s.Days)
	return s
}
