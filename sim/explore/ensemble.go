package explore

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Bounds of an ensemble.
const (
	MinRuns, MaxRuns = 20, 5000
	// DefaultRuns leave the ends of a 95 % band to 25 runs each.
	DefaultRuns = 1000
	// DefaultBlockDays is the mean length of the blocks that history is drawn in. After two months what ties a
	// day of onboarding, renewal or FIL+ rate to another is mostly gone (autocorrelation 0.05, 0.15 and 0.38 up to
	// the study's snapshot, 0.02, 0.29 and 0.00 up to the latest), and two years hold a dozen blocks.
	DefaultBlockDays = 60
	// MinHistoryDays is how many days must have all three inputs published.
	MinHistoryDays = 90
)

// Options of an ensemble. The zero value is the default, with seed 0.
type Options struct {
	Runs      int      // 0: DefaultRuns
	Seed      uint64   // the same seed gives the same runs
	BlockDays int      // mean length of a block; 0: DefaultBlockDays
	Curves    []string // kept by day; nil: DefaultCurves

	// What is held on the scenario's own path instead of being drawn.
	HoldOnboarding, HoldRenewal, HoldFILPlus, HoldGas bool
}

// Ensemble runs a scenario many times with onboarding, renewal rate and FIL+ rate drawn from their own history,
// and gas straying from the model's prediction as its interval has it.
//
// The three inputs are drawn together, a day of all of them at a time, in blocks (stationary bootstrap), so
// that they keep their ties to each other and to the days before. What is drawn is how history strayed, not where
// it stood: onboarding as a factor on the scenario's path, shares as log odds, all with the scenario's own
// value as their mean on each day. A FIL+ rate of 1 (or 0) therefore stays 1. All FIL+ rates of a run share its
// draws. Not covered: that the level itself may drift for years, a new protocol step, and base fee.
//
// Of each curve every run's value is kept as a float32, so that quantiles are exact to seven digits: about 13 MB
// for a curve of three rates, three years and 1000 runs. What is not kept can be had by running the
// same seed again.
type Ensemble struct {
	in      *assumption.Inputs
	o       Options
	sc      assumption.Scenario // the one that runs: its paths point to buffers
	curves  []Curve
	figures []Figure
	runner  sim.Runner

	draws       []draw // onboarding, renewal, then a FIL+ rate each
	historyDays int    // days with all three published
	index       []int32
	factors     []float64

	days   int           // forecast days kept: all of them
	kept   [][][]float32 // by curve and rate: days of run after run
	poles  [][][]int32   // by curve and rate: runs with a pole, by day
	values [][][]Value   // by figure and rate, by run
	done   int
}

// draw is an input that is drawn, and the buffer it is drawn to.
type draw struct {
	from *variation
	to   mechafil.Path
}

// NewEnsemble prepares the work. An error names what is wrong with options or scenario, or says that too few days
// of history have all three inputs published.
func NewEnsemble(in *assumption.Inputs, h *History, sc assumption.Scenario, o Options) (*Ensemble, error) {
	if o.Runs == 0 {
		o.Runs = DefaultRuns
	}
	if o.BlockDays == 0 {
		o.BlockDays = DefaultBlockDays
	}
	if o.Curves == nil {
		o.Curves = DefaultCurves()
	}
	if o.Runs < MinRuns || o.Runs > MaxRuns {
		return nil, illegalCount("runs", o.Runs, MinRuns, MaxRuns)
	}
	if o.BlockDays < 1 || o.BlockDays > HistoryDays {
		return nil, illegalCount("block days", o.BlockDays, 1, HistoryDays)
	}
	if err := sc.ValidateOn(in); err != nil {
		return nil, err
	}
	if sc.GasModel != assumption.ScalingModel {
		o.HoldGas = true // the regime model's errors have no known law
	}
	e := &Ensemble{in: in, o: o, sc: sc, days: sc.HorizonDays - 1}
	for _, name := range o.Curves {
		c, err := curveNamed(name)
		if err != nil {
			return nil, err
		}
		e.curves = append(e.curves, c)
	}
	for _, f := range Figures() {
		if !f.OnDay {
			e.figures = append(e.figures, f)
		}
	}
	if err := e.prepareDraws(h, &sc); err != nil {
		return nil, err
	}
	if !o.HoldGas {
		e.factors = make([]float64, in.Snapshot.HistoryDays()+sc.HorizonDays)
		e.runner.PublishFactor = e.factors
	}
	e.room()
	return e, nil
}

func illegalCount(field string, n, low, high int) error {
	return fault.Bad(field, strconv.Itoa(n), fault.Within(fault.WholeIn, float64(low), float64(high)))
}

// prepareDraws takes the days of history on which all three inputs were published.
func (e *Ensemble) prepareDraws(h *History, sc *assumption.Scenario) error {
	if e.o.HoldOnboarding && e.o.HoldRenewal && e.o.HoldFILPlus {
		return nil
	}
	var past [3][]float64
	onboarding, renewals, rates := h.Of("raw_onboarding_pib"), h.Of("renewal_rate"), h.Of("fil_plus_rates")
	for i := range onboarding {
		raw, renewal, rate := onboarding[i], renewals[i], rates[i]
		if math.IsNaN(raw) || math.IsNaN(renewal) || math.IsNaN(rate) {
			continue
		}
		past[0], past[1], past[2] = append(past[0], raw), append(past[1], renewal), append(past[2], rate)
	}
	e.historyDays = len(past[0])
	if e.historyDays < MinHistoryDays {
		return fault.New(fault.HistoryShort, "n", strconv.Itoa(e.historyDays), "first", h.First.String(), "last",
			h.Last.String(), "want", strconv.Itoa(MinHistoryDays))
	}
	e.index = make([]int32, sc.HorizonDays)
	add := func(v *variation) mechafil.Path {
		to := make(mechafil.Path, sc.HorizonDays)
		e.draws = append(e.draws, draw{v, to})
		return to
	}
	if !e.o.HoldOnboarding {
		e.sc.RawOnboardingPiB = add(amounts(sc.RawOnboardingPiB, past[0], mechafil.OnboardingRange.Max))
	}
	if !e.o.HoldRenewal {
		e.sc.RenewalRate = add(shares(sc.RenewalRate, past[1]))
	}
	if !e.o.HoldFILPlus {
		e.sc.FILPlusRates = make([]mechafil.Path, len(sc.FILPlusRates))
		for k, rate := range sc.FILPlusRates {
			e.sc.FILPlusRates[k] = add(shares(rate, past[2]))
		}
	}
	return nil
}

// room makes room for what is kept.
func (e *Ensemble) room() {
	rates := len(e.sc.FILPlusRates)
	for range e.curves {
		kept, poles := make([][]float32, rates), make([][]int32, rates)
		for k := range rates {
			kept[k], poles[k] = make([]float32, e.days*e.o.Runs), make([]int32, e.days)
		}
		e.kept, e.poles = append(e.kept, kept), append(e.poles, poles)
	}
	for range e.figures {
		values := make([][]Value, rates)
		for k := range values {
			values[k] = make([]Value, e.o.Runs)
		}
		e.values = append(e.values, values)
	}
}

// What a stream's numbers are for: an input that is held does not change the draws of the others.
const (
	forInputs = iota
	forGas
)

// Step does n more runs.
func (e *Ensemble) Step(n int) (done bool, err error) {
	for ; n > 0 && e.done < e.o.Runs; n-- {
		if err := e.run(e.done); err != nil {
			return false, err
		}
		e.done++
	}
	return e.done == e.o.Runs, nil
}

// run is run number i.
func (e *Ensemble) run(i int) error {
	if len(e.draws) > 0 {
		newStream(e.o.Seed, i, forInputs).resample(e.index, e.historyDays, e.o.BlockDays)
		for _, d := range e.draws {
			d.from.fill(d.to, e.index)
		}
	}
	if e.factors != nil {
		gasFactors(e.factors, newStream(e.o.Seed, i, forGas), e.in.Scaling, e.in.Snapshot.Start)
	}
	result, err := e.runner.Run(e.in, &e.sc)
	if err != nil {
		return err
	}
	for k := range result.Runs {
		run := &result.Runs[k]
		for c := range e.curves {
			e.keep(&e.curves[c], run, e.kept[c][k][i*e.days:(i+1)*e.days], e.poles[c][k], result.HistoryDays)
		}
		view := &view{result, run, 0}
		for f := range e.figures {
			e.values[f][k][i] = e.figures[f].read(view)
		}
	}
	return nil
}

// keep copies the forecast days of a curve. Days after the network's end and poles are NaN.
func (e *Ensemble) keep(c *Curve, run *sim.RateRun, to []float32, poles []int32, historyDays int) {
	values, offset := c.of(run), historyDays+1-c.from(&e.sc, historyDays)
	var flow []float64
	if c.flow != nil {
		flow = c.flow(run)
	}
	for t := range to {
		k := t + offset
		switch {
		case k < 0 || k >= len(values):
			to[t] = float32(math.NaN())
		case flow != nil && flow[k] <= 0:
			to[t] = float32(math.NaN())
			poles[t]++
		default:
			to[t] = float32(values[k])
		}
	}
}

// Progress counts the runs.
func (e *Ensemble) Progress() Progress { return Progress{e.done, e.o.Runs} }

// Options are those that the ensemble runs with, no field being left to its default.
func (e *Ensemble) Options() Options { return e.o }

// HistoryDays is how many days of history are drawn from; 0 where nothing is.
func (e *Ensemble) HistoryDays() int { return e.historyDays }

// Bytes is the memory that the kept curves take.
func (e *Ensemble) Bytes() int { return 4 * len(e.curves) * len(e.sc.FILPlusRates) * e.days * e.o.Runs }
