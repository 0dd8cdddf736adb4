package explore

import (
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
)

// Swing is what one input does to the figure, all others being held.
type Swing struct {
	Input *Input
	Base  float64 // the input's value in the scenario, the mean of a path that varies; of a choice its number
	Range Range   // zero for a choice

	// Ends are the runs at the low and the high end of the range, or one for each choice.
	Ends []End
	// Least and Most are the least and the greatest figure that the input leads to, Size how far they lie apart.
	// Doubtful ends do not count: where there are any, the scenario's own figure stands in. All three are NaN
	// where no two figures are left.
	Least, Most, Size float64
}

// Doubtful reports whether a figure is undefined, or beside a pole where it means nothing.
func (v *Value) Doubtful() bool { return math.IsNaN(v.Figure) || v.Poles > 0 }

// Doubtful reports whether an end of the swing is.
func (s *Swing) Doubtful() bool {
	return slices.ContainsFunc(s.Ends, func(e End) bool { return e.Value.Doubtful() })
}

// End is a run with the input at one value.
type End struct {
	Input    float64 // value, or number of the choice
	Value    Value
	Warnings []sim.Warning // of the run
}

// Tornado varies each input of a scenario over its range.
type Tornado struct {
	in    *assumption.Inputs
	sc    assumption.Scenario // with the rate in question alone
	read  func(*sim.Result) Value
	base  End
	swing []Swing
	next  [2]int // swing and end to run next
	done  Progress
}

// NewTornado prepares the work for the numbers and choices of the scenario. An error names what is wrong with
// the question or the scenario, or the input whose history has no value.
func NewTornado(in *assumption.Inputs, h *History, sc assumption.Scenario, q Question) (*Tornado, error) {
	t := &Tornado{in: in}
	var err error
	if t.sc, t.read, err = q.of(&sc); err != nil {
		return nil, err
	}
	all := InputsOf(&t.sc)
	for i := range all {
		s := Swing{Input: &all[i], Base: all[i].Value(&t.sc, 0)}
		if s.Input.Choices == nil {
			if s.Range, err = s.Input.spread(h, &t.sc); err != nil {
				return nil, err
			}
			if !s.Input.Date {
				s.Range.Low, s.Range.High = told(s.Range.Low), told(s.Range.High)
			}
			s.Ends = []End{{Input: s.Range.Low}, {Input: s.Range.High}}
		} else {
			s.Ends = make([]End, len(s.Input.Choices))
			for k := range s.Ends {
				s.Ends[k].Input = float64(k)
			}
		}
		t.done.Total += len(s.Ends)
		t.swing = append(t.swing, s)
	}
	result, err := sim.Run(in, t.sc)
	if err != nil {
		return nil, err
	}
	t.base = End{math.NaN(), t.read(result), result.Warnings}
	return t, nil
}

// told is a number to the four digits that a reader sees of it, so that what is set is what was said.
func told(v float64) float64 {
	out, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 4, 64), 64)
	if err != nil {
		panic("explore: " + err.Error())
	}
	return out
}

// of is the scenario with the question's rate alone, and how to read the figure. The rates of a scenario do
// not touch each other, so the run is the same to the last bit.
func (q Question) of(sc *assumption.Scenario) (assumption.Scenario, func(*sim.Result) Value, error) {
	figure, err := FigureNamed(q.Figure)
	if err != nil {
		return *sc, nil, err
	}
	rate, err := q.rateIn(sc)
	if err != nil {
		return *sc, nil, err
	}
	one := *sc
	one.FILPlusRates = sc.FILPlusRates[rate : rate+1 : rate+1]
	return one, func(r *sim.Result) Value { return figure.Read(r, 0, q.On) }, nil
}

// Step runs n more ends.
func (t *Tornado) Step(n int) (done bool, err error) {
	for ; n > 0 && t.done.Done < t.done.Total; n-- {
		s := &t.swing[t.next[0]]
		end := &s.Ends[t.next[1]]
		if err := t.run(s.Input, end); err != nil {
			return false, err
		}
		t.done.Done++
		if t.next[1]++; t.next[1] == len(s.Ends) {
			s.measure(&t.base.Value)
			t.next = [2]int{t.next[0] + 1, 0}
		}
	}
	return t.done.Done == t.done.Total, nil
}

func (t *Tornado) run(in *Input, end *End) error {
	sc, err := in.Apply(t.sc, 0, end.Input)
	if err != nil {
		end.Value = Value{math.NaN(), Illegal, 0} // the range is legal, what it stands beside need not be
		return nil
	}
	result, err := sim.Run(t.in, sc)
	if err != nil {
		return err
	}
	end.Value, end.Warnings = t.read(result), result.Warnings
	return nil
}

// measure finds how far the figures lie apart that mean something.
func (s *Swing) measure(base *Value) {
	s.Least, s.Most = math.Inf(1), math.Inf(-1)
	count := 0
	take := func(v float64) {
		s.Least, s.Most = min(s.Least, v), max(s.Most, v)
		count++
	}
	stands := !base.Doubtful() && s.Doubtful()
	for i := range s.Ends {
		if end := &s.Ends[i]; !end.Value.Doubtful() && !(stands && end.Input == s.Base) {
			take(end.Value.Figure)
		}
	}
	if stands {
		take(base.Figure)
	}
	if s.Size = s.Most - s.Least; count < 2 {
		s.Least, s.Most, s.Size = math.NaN(), math.NaN(), math.NaN()
	}
}

// Progress counts the ends.
func (t *Tornado) Progress() Progress { return t.done }

// Base is the scenario's own run; its Input is NaN.
func (t *Tornado) Base() End { return t.base }

// Swings are the inputs that have been run at all their ends, those that move the figure most first; those
// that have no two figures to tell apart come last.
func (t *Tornado) Swings() []Swing {
	run := t.swing[:t.next[0]]
	out := make([]Swing, len(run))
	for i, k := range ordered(len(run), func(i, j int) bool { return larger(run[i].Size, run[j].Size) }) {
		out[i] = run[k]
	}
	return out
}
