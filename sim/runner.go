package sim

import "github.com/gasburden/gasburden/sim/mechafil"

// Runner computes many scenarios, each of which is read before the next: it uses the memory of one run for
// the next, as whoever follows a slider does. The zero value is ready; a Runner serves one caller at a time.
type Runner struct {
	// PublishFactor multiplies the gas that the model predicts for PublishStorageDeals, by entry of the
	// result's date axis, all FIL+ rates alike; what follows from that gas follows. Nil leaves the prediction.
	PublishFactor []float64

	memory mechafil.Memory
}

// Run is the package's Run without Bands and Warnings. The result is good until the next call. It panics
// where PublishFactor is neither nil nor as long as the date axis.
func (r *Runner) Run(in *Inputs, sc *Scenario) (*Result, error) {
	r.begin(in, sc)
	return compute(in, sc, &r.memory, r.PublishFactor)
}

// RunWhole is Run with Bands and Warnings.
func (r *Runner) RunWhole(in *Inputs, sc *Scenario) (*Result, error) {
	r.begin(in, sc)
	return whole(in, sc, &r.memory, r.PublishFactor)
}

func (r *Runner) begin(in *Inputs, sc *Scenario) {
	if r.PublishFactor != nil && len(r.PublishFactor) != in.Snapshot.HistoryDays()+sc.HorizonDays {
		panic("sim: publish factors of another length than the run")
	}
	r.memory.Reset()
}
