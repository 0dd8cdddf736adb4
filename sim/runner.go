package sim

import (
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Runner computes many scenarios, each of which is read before the next: it uses the memory of one run for
// the next, as whoever follows a slider does. The zero value is ready; a Runner serves one caller at a time.
type Runner struct {
	// PublishFactor multiplies the gas that the model predicts for PublishStorageDeals, by entry of the
	// result's date axis, all FIL+ rates alike; what follows from that gas follows. Nil leaves the prediction.
	PublishFactor []float64

	memory  mechafil.Memory
	bands   *Bands // of the last run; no run changes them
	bandsOf cacheKey
}

// cacheKey is what a result that is kept was computed from: the inputs, and the values of the assumptions that it
// reads.
type cacheKey struct {
	in   *assumption.Inputs
	read [2]float64
}

func keyOf(in *assumption.Inputs, sc *assumption.Scenario, read [2]*assumption.Row) cacheKey {
	return cacheKey{in, [2]float64{read[0].Number(sc), read[1].Number(sc)}}
}

// bandsRead are the assumptions that bands depend on, which only runs of the scaling model have.
var bandsRead = [2]*assumption.Row{assumption.MustNamed("horizon_days"), assumption.MustNamed("smoothing_days")}

// Run is the package's Run without Bands and Warnings. The result is good until the next call. It panics
// where PublishFactor is neither nil nor as long as the date axis.
func (r *Runner) Run(in *assumption.Inputs, sc *assumption.Scenario) (*Result, error) {
	if r.PublishFactor != nil && len(r.PublishFactor) != in.Snapshot.HistoryDays()+sc.HorizonDays {
		panic("sim: publish factors of another length than the run")
	}
	r.memory.Reset()
	return compute(in, sc, &r.memory, r.PublishFactor)
}

// RunWhole is Run with Bands and Warnings.
func (r *Runner) RunWhole(in *assumption.Inputs, sc *assumption.Scenario) (*Result, error) {
	out, err := r.Run(in, sc)
	if err != nil {
		return nil, err
	}
	if sc.GasModel == assumption.ScalingModel {
		if of := keyOf(in, sc, bandsRead); of != r.bandsOf {
			r.bands, r.bandsOf = newBands(in, out), of
		}
		out.Bands = r.bands
	}
	out.warn(in)
	return out, nil
}
