package steps

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
)

// Chain is the chain of one day of one run (an index of r.Runs): how its figures follow from what was
// published and assumed, under the status quo and under DirectFIL+, in the order of computation. The last
// steps are the burdens. Values are the result's own where it keeps them; what lies between them is
// evaluated from the equations that are shown.
//
// After the day on which the network ended the chain is one step that says so. The error names day,
// run and legal range where the result has no such day or run; in must be the inputs of the result.
func Chain(in *assumption.Inputs, r *sim.Result, run int, on day.Day) ([]Step, error) {
	if run < 0 || run >= len(r.Runs) {
		return nil, fault.Bad("run", strconv.Itoa(run), fault.Within(fault.NumberRange, 0, float64(len(r.Runs)-1)))
	}
	t := int(on - r.Start)
	if t < 0 || t >= r.Days {
		return nil, fault.Bad("date", on.String(), fault.WithinDays(fault.DayIn, r.Start, r.Date(r.Days-1)))
	}
	b := &builder{in: in, r: r, sc: &r.Scenario, run: &r.Runs[run], t: t, n: r.HistoryDays, at: map[string]int{}}
	if t >= b.run.Network.Defined {
		b.missing("ended", Power, Symbol{"raw_power", Now}, "EiB", "", Ended)
		return b.steps, nil
	}
	b.power(b.run.Network)
	if !b.byCause() {
		b.supplyOf(b.run.Network)
	}
	b.gas()
	if b.parts() {
		b.respond()
	}
	direct := b.parts() && t < b.run.DirectNetwork.Defined
	if direct {
		b.prefix = "direct-"
		b.power(b.run.DirectNetwork)
		b.prefix = ""
	}
	if b.byBlocks() {
		b.blocks() // proving power is a part of the load, and the burn follows the fee
		if b.parts() && !b.byCause() {
			b.burnSaved()
		}
	}
	if b.byCause() {
		if !b.byBlocks() {
			b.fixedLoad()
		}
		b.supplyOf(b.run.Network)
	}
	if direct {
		b.prefix = "direct-"
		b.supplyOf(b.run.DirectNetwork)
		b.prefix = ""
	}
	b.amounts()
	b.flows()
	b.burden()
	return b.steps, nil
}

// builder puts a chain together. References to steps within the network under DirectFIL+ go to its
// own steps, which prefix tells apart.
type builder struct {
	in     *assumption.Inputs
	r      *sim.Result
	sc     *assumption.Scenario
	run    *sim.RateRun
	t, n   int // entry of the day, and of the snapshot's
	prefix string
	steps  []Step
	at     map[string]int // step by key
	stays  []float64      // what is left of the snapshot's day, by days since
}

// parts reports whether the network under DirectFIL+ is another one than the status quo's on the day. It
// has the same history.
func (b *builder) parts() bool { return b.run.DirectNetwork != b.run.Network && b.t > b.n }

func (b *builder) date(entry int) day.Day { return b.r.Start + day.Day(entry) }

func (b *builder) add(s Step) {
	s.Key = b.prefix + s.Key
	s.Direct = b.prefix != ""
	if math.IsNaN(s.Value) && s.Why == HasValue {
		s.Why = FromMissing
	}
	b.at[s.Key] = len(b.steps)
	b.steps = append(b.steps, s)
}

// missing adds a step without a value, with what it would have needed.
func (b *builder) missing(key string, part Part, out Symbol, unit, series string, why Why, needs ...Input) {
	b.add(Step{Key: key, Part: part, Symbol: out, Inputs: needs, Value: math.NaN(), Unit: unit, Series: series,
		Why: why})
}

// taken adds a figure that is taken as it is.
func (b *builder) taken(key string, part Part, in Input, where Source, series string) {
	b.add(Step{Key: key, Part: part, Symbol: in.Symbol, Inputs: []Input{in}, Value: in.Value, Unit: in.Unit,
		Where: where, Series: series})
}

// result adds a step whose value the result keeps, in a series (or nowhere by name: "").
func (b *builder) result(key, equation, series string, value float64, inputs ...Input) *Step {
	e := EquationNamed(equation)
	b.add(Step{
		Key: key, Part: e.Part, Symbol: e.Out, Equation: equation, Unit: e.Unit, Where: e.Where,
		Inputs: b.complete(e, inputs), Value: value, Series: series,
	})
	return &b.steps[len(b.steps)-1]
}

// between adds a step whose value the result does not keep: its equation's.
func (b *builder) between(key, equation string, inputs ...Input) {
	s := b.result(key, equation, "", 0, inputs...)
	s.Value = Eval(EquationNamed(equation).Is, s.Values())
	if math.IsNaN(s.Value) {
		s.Why = FromMissing
	}
}

// complete orders inputs as the equation has its symbols, and adds the constants.
func (b *builder) complete(e Equation, given []Input) []Input {
	find := func(s Symbol) (Input, bool) {
		for _, in := range given {
			if in.Symbol == s {
				return in, true
			}
		}
		return Input{}, false
	}
	symbols := named[e.ID].symbols
	out := make([]Input, 0, len(symbols)+1)
	for _, s := range symbols {
		if s.At == Each { // a sum's, as they come
			for k := 1; ; k++ {
				in, ok := find(Symbol{s.Name, index(k)})
				if !ok {
					break
				}
				out = append(out, in)
			}
			continue
		}
		in, ok := find(s)
		if !ok {
			c, known := ConstantNamed(s.Name)
			if !known {
				panic("steps: " + e.ID + " has no value for " + s.Name + "[" + string(s.At) + "]")
			}
			in = Input{s, c.Value, c.Unit, Origin{Kind: c.Kind}}
		}
		out = append(out, in)
	}
	for _, s := range symbols { // means take their days as symbols of their own
		if s.At == Life {
			out = append(out, b.assumed("sector_duration_days"))
			break
		}
	}
	for _, s := range symbols {
		if s.At == Extended {
			return append(out, b.extended())
		}
	}
	return out
}

// step is the value of an earlier step of the chain as an input. In the network under DirectFIL+ that is
// its own step, where it has one.
func (b *builder) step(name string, at At, key string) Input {
	i, ok := b.at[b.prefix+key]
	if !ok {
		i, ok = b.at[key]
	}
	if !ok {
		panic("steps: no step " + key)
	}
	s := &b.steps[i]
	return Input{Symbol{name, at}, s.Value, s.Unit, Origin{Kind: FromStep, Ref: s.Key}}
}

// earlier is the value of another day's step.
func (b *builder) earlier(name string, at At, key string, entry int, value float64, unit string) Input {
	return Input{Symbol{name, at}, value, unit, Origin{Kind: FromDay, Date: b.date(entry), Ref: b.prefix + key}}
}

// published is a figure of the snapshot about a day.
func (b *builder) published(name string, at At, entry int, value float64, unit string) Input {
	return Input{Symbol{name, at}, value, unit, Origin{Kind: PublishedValue, Date: b.date(entry)}}
}

// scheduled is what the snapshot says of a day to come.
func (b *builder) scheduled(name string, entry int, value float64) Input {
	return Input{Symbol{name, Now}, value, "PiB/day", Origin{Kind: Scheduled, Date: b.date(entry)}}
}

// unitOf is the unit of an assumption as equations have it: ratios are plain numbers there.
func unitOf(a *assumption.Row) string {
	if a.Unit == "ratio" {
		return "1"
	}
	return a.Unit
}

// assumed is an assumption that holds for all days.
func (b *builder) assumed(name string) Input {
	a := assumption.MustNamed(name)
	return Input{Symbol{a.Symbol, Always}, a.Number(b.sc), unitOf(a), Origin{Kind: Assumed, Ref: name}}
}

// path is an assumption of forecast day i, counted from 0, of the FIL+ rates the run's own.
func (b *builder) path(name string, at At, i int) Input {
	return b.pathAs(assumption.MustNamed(name).Symbol, name, at, i)
}

// pathAs is path under another symbol than the assumption's first.
func (b *builder) pathAs(symbol, name string, at At, i int) Input {
	a := assumption.MustNamed(name)
	p := a.Path(b.sc)
	if a.Kind == assumption.Rates {
		p = b.run.FILPlusRate
	}
	in := Input{Symbol{symbol, at}, p.At(i), unitOf(a), Origin{Kind: Assumed, Ref: name}}
	if _, constant := p.Scalar(); !constant {
		in.Origin.Date = b.date(b.n + 1 + i)
	}
	if on := b.date(b.n + 1 + i); b.sc.Realises(a) && a.Past(b.in.Daily, on, b.in.Snapshot.Current) == in.Value {
		in.Origin = Origin{Kind: PublishedValue, Date: on} // a default that was published of the day
	}
	return in
}

func (b *builder) absent(name string, at At, unit string) Input {
	return Input{Symbol{name, at}, 0, unit, Origin{Kind: Absent}}
}

func (b *builder) rule(name string, at At, value float64, unit string) Input {
	return Input{Symbol{name, at}, value, unit, Origin{Kind: Rule}}
}

func (b *builder) counted(name string, at At, value int) Input {
	return Input{Symbol{name, at}, float64(value), "days", Origin{Kind: Counted}}
}
