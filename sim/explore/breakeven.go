package explore

import (
	"math"
	"slices"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// GridCells is how many cells the range of a break-even is looked at in. Two crossings within one cell are
// found where the figure's extremum between them shows at the cells' ends.
const GridCells = 128

// BreakEven finds all values of an input, within its legal range, at which a figure crosses a value.
type BreakEven struct {
	input  *Input
	target float64
	figure func(x float64) (Value, error)

	grid    []point
	next    int    // of the grid to run
	pending []cell // to be looked at, a stack
	dips    int    // grid points looked at for an extremum
	found   []Crossing
	edges   []edge
	err     error
	done    Progress
}

type point struct {
	x float64
	v Value
}

type cell struct{ a, b point }

// edge is where the figure's class changes, or where it has a pole within one.
type edge struct {
	x            float64
	below, above int
}

// Crossing is a value of the input at which the figure crosses the target.
type Crossing struct {
	Input  float64
	Until  float64 // where the figure stays on the target over a stretch, its end; else Input
	Rising bool    // above the target for larger inputs
	Leaps  bool    // the figure leaps over the target, and has it at no value
	Poles  int     // as of a Value: where it is not 0, the burden that crosses says nothing
}

// Crossings are what a BreakEven found.
type Crossings struct {
	Crossings []Crossing // the smallest first; empty where the figure crosses the target nowhere
	// Void are stretches in which a flow that the figure divides by is zero or negative, so that a burden says
	// nothing. Crossings there are of no use and stand apart.
	Void          []Gap
	VoidCrossings []Crossing
	// Poles are values at which such a flow passes through zero, so that the figure leaves to infinity and comes
	// back with the other sign. That is no crossing. The figures of a month have one for each of its days.
	Poles []float64
	// Min and Max are the least and the greatest figure at the points looked at that are not void, and where.
	// NaN where there is none.
	Min, Max End
	// Undefined are stretches in which the figure has no value, to the nearest points looked at.
	Undefined []Gap
}

// Gap is a stretch of the input, and why the figure is undefined in it.
type Gap struct {
	Low, High float64
	Reason    Reason
}

// CanBreakEven reports whether the input can be varied steadily: a number that need not be whole.
func (in *Input) CanBreakEven() bool { return in.Choices == nil && !in.Whole && !in.Date }

// NewBreakEven prepares the work. The range is the input's legal one where low and high are both 0. Crossings are
// exact to 1e-13 of a cell or 4 units in the last place, whichever is more. An error names the input, or what
// is wrong with question or scenario.
func NewBreakEven(in *assumption.Inputs, sc assumption.Scenario, q Question, input *Input, target float64,
	over mechafil.Range) (*BreakEven, error) {
	if !input.CanBreakEven() {
		var names []string
		for _, other := range Inputs() {
			if other.CanBreakEven() {
				names = append(names, other.Name)
			}
		}
		return nil, &fault.Fault{Code: fault.NotSteady, Field: input.Name, Legal: fault.OneOf(names...)}
	}
	if math.IsNaN(target) || math.IsInf(target, 0) {
		return nil, fault.Bad("target", number.Exact(target), fault.Plainly(fault.AnyNumber))
	}
	if over == (mechafil.Range{}) {
		over = input.Legal
	}
	if !(over.Min < over.Max && over.Min >= input.Legal.Min && over.Max <= input.Legal.Max) {
		return nil, &fault.Fault{Code: fault.RangeOutside, Field: input.Name, Value: over.String(),
			Legal: input.Legal.Legal(fault.RangeWithin)}
	}
	one, read, err := q.of(&sc)
	if err != nil {
		return nil, err
	}
	if err := one.Validate(); err != nil {
		return nil, err
	}
	runner := &sim.Runner{}
	b := &BreakEven{input: input, target: target}
	b.figure = func(x float64) (Value, error) {
		at, err := input.Apply(one, 0, x)
		if err != nil {
			return Value{math.NaN(), Illegal, 0}, nil // x is legal, what it stands beside is not
		}
		result, err := runner.Run(in, &at)
		if err != nil {
			return Value{}, err
		}
		return read(result), nil
	}
	b.grid = gridOver(over, input.Value(&one, 0))
	b.done.Total = 2*len(b.grid) - 2
	return b, nil
}

// gridOver are the ends of the cells, and the scenario's own value. In ranges of orders of magnitude, as those of
// base fee and onboarding, the cells are narrow near zero, where the values of practice are.
func gridOver(over mechafil.Range, own float64) []point {
	xs := make([]float64, 0, GridCells+2)
	for i := range GridCells + 1 {
		u := float64(i) / GridCells
		if over.Min >= 0 && over.Max-over.Min >= 100 {
			u = u * u * u
		}
		xs = append(xs, over.Min+float64((over.Max-over.Min)*u))
	}
	xs[GridCells] = over.Max
	if over.Contains(own) {
		xs = append(xs, own)
	}
	slices.Sort(xs)
	xs = slices.Compact(xs)
	grid := make([]point, len(xs))
	for i, x := range xs {
		grid[i].x = x
	}
	return grid
}

// class tells branches of the figure apart: by its poles, or as undefined.
func class(v Value) int {
	if math.IsNaN(v.Figure) {
		return -1
	}
	return v.Poles
}

// probe is the figure less the target.
func (b *BreakEven) probe(x float64) (float64, int) {
	v, err := b.figure(x)
	if err != nil && b.err == nil {
		b.err = err
	}
	if err != nil {
		return math.NaN(), -1
	}
	return v.Figure - b.target, class(v)
}

// Step looks at n more points or cells. A cell with a crossing costs about ten runs.
func (b *BreakEven) Step(n int) (done bool, err error) {
	for ; n > 0 && b.err == nil && b.done.Done < b.done.Total; n-- {
		switch {
		case b.next < len(b.grid):
			b.grid[b.next].v, b.err = b.figure(b.grid[b.next].x)
			if b.next > 0 {
				b.push(cell{b.grid[b.next-1], b.grid[b.next]})
			}
			b.next++
		case len(b.pending) > 0:
			last := len(b.pending) - 1
			c := b.pending[last]
			b.pending = b.pending[:last]
			b.look(c)
		default:
			b.dips++
			b.lookForDip(b.dips)
		}
		b.done.Done++
		b.done.Total = b.done.Done + len(b.grid) - b.next + len(b.pending) + max(0, len(b.grid)-2-b.dips)
	}
	return b.done.Done == b.done.Total, b.err
}

// Progress counts points and cells. The total grows as cells are divided.
func (b *BreakEven) Progress() Progress { return b.done }

// push keeps a cell for a closer look where it may hold something.
func (b *BreakEven) push(c cell) {
	ga, gb := c.a.v.Figure-b.target, c.b.v.Figure-b.target
	switch ca, cb := class(c.a.v), class(c.b.v); {
	case ca != cb, ca >= 0 && ga*gb < 0:
		b.pending = append(b.pending, c)
	}
	// A figure on the target to the last bit is a crossing of its own, from where its stretch begins.
	if gb == 0 && ga != 0 {
		b.on(c.b, ga < 0)
	}
	if ga == 0 {
		k := b.on(c.a, gb > 0)
		if gb == 0 {
			b.found[k].Until = c.b.x
		}
	}
}

// on is the index of the crossing that ends on a point with the figure on the target, a new one if need be.
func (b *BreakEven) on(p point, rising bool) int {
	k := slices.IndexFunc(b.found, func(f Crossing) bool { return f.Until == p.x })
	if k < 0 {
		k = len(b.found)
		b.add(Crossing{Input: p.x, Until: p.x, Rising: rising, Poles: p.v.Poles})
	}
	return k
}

func (b *BreakEven) add(c Crossing) { b.found = append(b.found, c) }

// look finds what a cell holds, or divides it.
func (b *BreakEven) look(c cell) {
	ca, cb := class(c.a.v), class(c.b.v)
	if ca != cb {
		b.divide(c, c.a.x+(c.b.x-c.a.x)/2)
		return
	}
	from := bracket{c.a.x, c.b.x, c.a.v.Figure - b.target, c.b.v.Figure - b.target}
	at, is := zero(b.probe, ca, from)
	rising := from.fb > 0
	switch is {
	case isRoot:
		b.add(Crossing{Input: at.a, Until: at.a, Rising: rising, Poles: ca})
	case isJump:
		b.add(Crossing{Input: at.a, Until: at.a, Rising: rising, Leaps: true, Poles: ca})
	case isPole:
		b.edges = append(b.edges, edge{at.a, ca, ca})
	case isSplit:
		b.divide(c, at.b)
	}
}

// divide looks at a cell in two parts, down to where its ends cannot be told apart.
func (b *BreakEven) divide(c cell, at float64) {
	narrow := c.b.x-c.a.x <= 1e-12*max(math.Abs(c.a.x), math.Abs(c.b.x)) || !(at > c.a.x && at < c.b.x)
	if narrow {
		b.edges = append(b.edges, edge{c.a.x + (c.b.x-c.a.x)/2, class(c.a.v), class(c.b.v)})
		return
	}
	v, err := b.figure(at)
	if err != nil {
		b.err = err
		return
	}
	mid := point{at, v}
	b.push(cell{mid, c.b})
	b.push(cell{c.a, mid})
}

// lookForDip looks around a grid point that is nearer to the target than its neighbours on the same side.
func (b *BreakEven) lookForDip(i int) {
	p, m, n := b.grid[i-1], b.grid[i], b.grid[i+1]
	gp, gm, gn := p.v.Figure-b.target, m.v.Figure-b.target, n.v.Figure-b.target
	k := class(m.v)
	if k < 0 || class(p.v) != k || class(n.v) != k || !(gp*gm > 0 && gn*gm > 0) ||
		math.Abs(gm) > math.Abs(gp) || math.Abs(gm) > math.Abs(gn) || gm == gp && gm == gn {
		return
	}
	x, value, found := dip(b.probe, k, p.x, m.x, n.x, gm)
	if !found {
		return
	}
	at := point{x, Value{value + b.target, Defined, k}}
	b.push(cell{p, at})
	b.push(cell{at, n})
}

// Points are the figure at the values of the input looked at so far, in their order: a curve to draw.
func (b *BreakEven) Points() []End {
	out := make([]End, b.next)
	for i, p := range b.grid[:b.next] {
		out[i] = End{Input: p.x, Value: p.v}
	}
	return out
}

// Result is what was found; it is complete once Step has reported so.
func (b *BreakEven) Result() Crossings {
	var out Crossings
	for _, k := range ordered(len(b.found), func(i, j int) bool { return b.found[i].Input < b.found[j].Input }) {
		if b.found[k].Poles > 0 {
			out.VoidCrossings = append(out.VoidCrossings, b.found[k])
		} else {
			out.Crossings = append(out.Crossings, b.found[k])
		}
	}
	b.readEdges(&out)
	out.Min.Value.Figure, out.Max.Value.Figure = math.NaN(), math.NaN()
	for i, p := range b.grid[:b.next] {
		f := p.v.Figure
		if math.IsNaN(f) {
			low, high := b.grid[max(0, i-1)].x, b.grid[min(i+1, len(b.grid)-1)].x
			if k := len(out.Undefined) - 1; k >= 0 && out.Undefined[k].Reason == p.v.Reason &&
				out.Undefined[k].High >= p.x {
				out.Undefined[k].High = high
			} else {
				out.Undefined = append(out.Undefined, Gap{low, high, p.v.Reason})
			}
			continue
		}
		if p.v.Poles > 0 {
			continue
		}
		if !(f >= out.Min.Value.Figure) {
			out.Min = End{Input: p.x, Value: p.v}
		}
		if !(f <= out.Max.Value.Figure) {
			out.Max = End{Input: p.x, Value: p.v}
		}
	}
	return out
}

// readEdges tells poles and void stretches from where the class changes.
func (b *BreakEven) readEdges(out *Crossings) {
	run := b.grid[:b.next]
	if len(run) == 0 {
		return
	}
	void, from := class(run[0].v) > 0, run[0].x
	for _, k := range ordered(len(b.edges), func(i, j int) bool { return b.edges[i].x < b.edges[j].x }) {
		e := b.edges[k]
		if e.below >= 0 && e.above >= 0 {
			out.Poles = append(out.Poles, e.x)
		}
		switch {
		case !void && e.above > 0:
			void, from = true, e.x
		case void && e.above <= 0:
			void = false
			out.Void = append(out.Void, Gap{Low: from, High: e.x})
		}
	}
	if void {
		out.Void = append(out.Void, Gap{Low: from, High: run[len(run)-1].x})
	}
}
