package explore

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Figure is a number that a run comes down to.
type Figure struct {
	Name  string
	Unit  string // "share", "share/year", "FIL" or "FIL/day"
	OnDay bool   // it is read on a day of the reader's choice

	read func(v *view) Value
}

// Value is a figure of one run.
type Value struct {
	Figure float64 // NaN where it is undefined
	Reason Reason  // why, where it is

	// Poles counts the mean flows in the figure's denominators that are zero or negative. Where it is not 0 a
	// burden says nothing: beyond the pole its sign turns.
	Poles int
}

// Reason says why a figure is undefined.
type Reason string

// The reasons.
const (
	Defined     Reason = ""
	PowerEnded  Reason = "power_ended"   // the network has no power on that day, or no forecast day at all
	OutsideRun  Reason = "outside_run"   // the run has no such day
	BeforeMeans Reason = "before_means"  // the trailing mean of flows begins later
	DividesZero Reason = "divides_by_0"  // the denominator is zero
	Illegal     Reason = "illegal_input" // the inputs may not stand together, so there is no run
)

// Question is a figure, and of which run it is.
type Question struct {
	Figure string  // its name
	Rate   int     // index of the FIL+ rate; Middle for the middle one, which the page speaks of
	On     day.Day // the day on which it is read; only for figures of a day
}

// Middle is the middle FIL+ rate of a scenario, the later of two.
const Middle = -1

// rateIn is the index of the question's rate in a scenario.
func (q Question) rateIn(sc *assumption.Scenario) (int, error) {
	n := len(sc.FILPlusRates)
	if q.Rate == Middle && n > 0 {
		return n / 2, nil
	}
	if q.Rate < 0 || q.Rate >= n {
		return 0, &fault.Fault{Code: fault.RateNumber, Value: strconv.Itoa(q.Rate + 1),
			Pairs: []string{"n", strconv.Itoa(n)}}
	}
	return q.Rate, nil
}

// Figures lists the figures. Means are sums of gas over sums of flows over the forecast; month_ figures are means
// over the month that the summary reads; day_ figures are those of a day, with trailing mean flows. Shares of the
// supply are daily ones times 365 in all three, as the page states them.
func Figures() []Figure {
	var out []Figure
	for _, d := range denominators {
		unit := "share"
		if d.of == nil {
			unit = "share/year"
		}
		for _, direct := range []bool{false, true} {
			name := gasName(direct) + "_over_" + d.name
			out = append(out,
				Figure{"mean_" + name, unit, false, func(v *view) Value { return v.mean(d, direct) }},
				Figure{"month_" + name, unit, false, func(v *view) Value { return v.month(d, direct) }},
				Figure{"day_" + name, unit, true, func(v *view) Value { return v.onDay(d, direct) }})
		}
	}
	summary := func(name, unit string, read func(*sim.Summary) float64) {
		out = append(out, Figure{name, unit, false, func(v *view) Value { return v.defined(read(&v.run.Summary)) }})
	}
	summary("month_gas_fil_per_day", "FIL/day", func(s *sim.Summary) float64 { return s.MonthGasFIL })
	summary("month_direct_fil_per_day", "FIL/day", func(s *sim.Summary) float64 { return s.MonthDirectFIL })
	summary("saving_fil", "FIL", func(s *sim.Summary) float64 { return s.SavingFIL })
	summary("saving_fil_per_day", "FIL/day", func(s *sim.Summary) float64 { return s.SavingFILPerDay })
	summary("saving_over_circulating_per_year", "share/year",
		func(s *sim.Summary) float64 { return s.SavingOverCirculatingPerYear })
	summary("gas_fil", "FIL", func(s *sim.Summary) float64 { return s.GasFIL })
	summary("direct_gas_fil", "FIL", func(s *sim.Summary) float64 { return s.DirectFIL })
	day := func(name, unit string, read func(v *view, entry int) float64) {
		out = append(out, Figure{name, unit, true, func(v *view) Value {
			if reason := v.reach(0); reason != Defined {
				return Value{math.NaN(), reason, 0}
			}
			return v.defined(read(v, v.entry))
		}})
	}
	day("day_saving_fil", "FIL/day", func(v *view, entry int) float64 { return v.run.SavingFIL[entry] })
	day("day_cumulative_saving_fil", "FIL", func(v *view, entry int) float64 {
		if entry < v.result.HistoryDays {
			return 0 // sums begin on the snapshot's day
		}
		return v.run.CumulativeSavingFIL[entry-v.result.HistoryDays]
	})
	return out
}

// FigureNamed finds a figure. The error lists the names.
func FigureNamed(name string) (Figure, error) {
	var names []string
	for _, f := range Figures() {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Figure{}, unknown("figure", name, names)
}

// unknown is the fault of a name that is none of some.
func unknown(field, name string, names []string) error {
	return fault.Bad(field, strconv.Quote(name), fault.OneOf(names...))
}

// Read is the figure of one run of a result. The day is for figures of a day.
func (f Figure) Read(r *sim.Result, run int, on day.Day) Value {
	return f.read(&view{r, &r.Runs[run], int(on - r.Start)})
}

func gasName(direct bool) string {
	if direct {
		return "direct"
	}
	return "gas"
}

// denominator is what gas is divided by.
type denominator struct {
	name   string
	of     func(run *sim.RateRun, direct bool) []float64 // trailing means from entry SmoothingDays; nil for the supply
	until  func(net *mechafil.Result, entry int) float64 // the flow's sum up to an entry
	series func(run *sim.RateRun, direct bool) []float64 // gas over it
}

var denominators = []denominator{
	{"netflow",
		func(r *sim.RateRun, direct bool) []float64 {
			return either(direct, r.NetflowMeanFIL, r.DirectNetflowMeanFIL)
		},
		func(n *mechafil.Result, t int) float64 {
			return n.VestedFIL[t] + n.CumulativeRewardFIL[t] - (n.BurntFIL[t] + n.LockedFIL[t])
		},
		func(r *sim.RateRun, direct bool) []float64 {
			return either(direct, r.GasOverNetflow, r.DirectOverNetflow)
		}},
	{"outflow",
		func(r *sim.RateRun, direct bool) []float64 {
			return either(direct, r.OutflowMeanFIL, r.DirectOutflowMeanFIL)
		},
		func(n *mechafil.Result, t int) float64 { return n.BurntFIL[t] + n.LockedFIL[t] },
		func(r *sim.RateRun, direct bool) []float64 {
			return either(direct, r.GasOverOutflow, r.DirectOverOutflow)
		}},
	{"circulating", nil, nil,
		func(r *sim.RateRun, direct bool) []float64 {
			return either(direct, r.GasOverCirculating, r.DirectOverCirculating)
		}},
}

func either(direct bool, statusQuo, directFIL []float64) []float64 {
	if direct {
		return directFIL
	}
	return statusQuo
}
