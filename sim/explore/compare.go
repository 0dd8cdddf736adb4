package explore

import (
	"bytes"
	"encoding/json"
	"math"
	"math/bits"
	"slices"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
)

// MaxPlayers is how many changed inputs, or groups of them, a comparison takes apart exactly: 2^8 runs.
const MaxPlayers = 8

// Change is an assumption that differs between two scenarios.
type Change struct {
	Field *assumption.Row
	A, B  json.RawMessage // its value in either; equal values have equal text
	Idle  bool            // neither scenario, and no mixture of them, uses it
}

// Share is what one input, or a few that change together, contributes to the gap between two figures.
type Share struct {
	Fields []string // of the scenario
	// Bundled says of a few inputs that they could change alone: they are those that move the figure least, of
	// more than MaxPlayers. Other inputs change together because one without the other has no figure.
	Bundled bool
	// Amount is the Shapley value, in the figure's unit: what the figure moves when these inputs change, the
	// mean over all orders in which the inputs may change.
	Amount float64
}

// Comparison explains the gap between a figure of scenario A and the same of B.
//
// The inputs that differ are taken to change from A to B one after another, in every order. A snapshot brings
// its published figures and the models that were fitted to them; vectors of another horizon are cut, or go
// on with their last value. Up to eight inputs are taken apart exactly. Of more, the seven that move the
// figure most (first of all or last of all) stand alone, and the rest change together. Inputs whose
// combinations are illegal, or leave the figure undefined, change together too. Inputs that neither scenario
// uses take no part.
type Comparison struct {
	a, b    assumption.Scenario
	load    func(snapshot string) (*assumption.Inputs, error)
	inputs  map[string]*assumption.Inputs
	figure  Figure
	ask     Question
	runner  sim.Runner
	changes []Change // all
	live    []Change // those that are used

	players []uint64         // by the changes that are theirs, a bit each
	rest    uint64           // the changes that are taken as one for want of room
	values  map[uint64]Value // by the live changes that are made, so that groups reuse what single ones ran
	wanted  []uint64         // to be run
	ranked  bool
	done    Progress
}

// NewComparison prepares the work. load gives the inputs of a snapshot by name; it is called at most once for
// each of the two. An error names what is wrong with the question or a scenario.
func NewComparison(a, b assumption.Scenario, q Question,
	load func(snapshot string) (*assumption.Inputs, error)) (*Comparison, error) {

	c := &Comparison{a: a, b: b, ask: q, load: load, inputs: map[string]*assumption.Inputs{},
		values: map[uint64]Value{}}
	var err error
	if c.figure, err = FigureNamed(q.Figure); err != nil {
		return nil, err
	}
	for _, sc := range []*assumption.Scenario{&a, &b} {
		if err := sc.Validate(); err != nil {
			return nil, err
		}
		if _, err := q.rateIn(sc); err != nil {
			return nil, err
		}
		if c.inputs[sc.Snapshot] == nil {
			if c.inputs[sc.Snapshot], err = load(sc.Snapshot); err != nil {
				return nil, err
			}
		}
	}
	if c.changes, err = Changes(&a, &b); err != nil {
		return nil, err
	}
	for _, change := range c.changes {
		if !change.Idle {
			c.players = append(c.players, 1<<len(c.live))
			c.live = append(c.live, change)
		}
	}
	c.wanted = []uint64{0, c.all()}
	c.done.Total = 2
	return c, nil
}

// Changes lists the assumptions that differ between two scenarios, in the order of the fields.
func Changes(a, b *assumption.Scenario) ([]Change, error) {
	var out []Change
	for _, f := range assumption.Rows() {
		if !a.Has(f) && !b.Has(f) || f.OfDefaults {
			continue
		}
		mine, err := f.Value(a)
		if err != nil {
			return nil, err
		}
		other, err := f.Value(b)
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(mine, other) {
			out = append(out, Change{f, mine, other, idle(f, a, b)})
		}
	}
	return out, nil
}

// idle reports whether an assumption changes nothing in any mixture of two scenarios. One condition that neither
// fulfils is enough: no mixture of them does either, as each looks at one field. Of two that only one of them fulfils
// each, some mixture fulfils both.
func idle(of *assumption.Row, a, b *assumption.Scenario) bool {
	return slices.ContainsFunc(of.Needs, func(c *assumption.Condition) bool { return !c.Holds(a) && !c.Holds(b) })
}

// Changes are the assumptions that differ.
func (c *Comparison) Changes() []Change { return c.changes }

func (c *Comparison) all() uint64 { return 1<<len(c.live) - 1 }

// mix is scenario A with the live changes whose bits are set.
func (c *Comparison) mix(changed uint64) assumption.Scenario {
	out := c.a
	for pass := range 2 { // the horizon first: vectors follow it
		for i, change := range c.live {
			if horizon := change.Field.Name == "horizon_days"; changed&(1<<i) != 0 && horizon == (pass == 0) {
				change.Field.Copy(&out, &c.b)
			}
		}
	}
	if out.HorizonDays != c.a.HorizonDays {
		for _, f := range assumption.Rows() {
			if f.Kind == assumption.Daily || f.Kind == assumption.Rates {
				was := out
				f.Copy(&out, &was)
			}
		}
	}
	return out
}

// run computes one mixture.
func (c *Comparison) run(changed uint64) error {
	sc := c.mix(changed)
	rate, err := c.ask.rateIn(&sc)
	if err != nil {
		return err
	}
	sc.FILPlusRates = sc.FILPlusRates[rate : rate+1]
	if sc.Validate() != nil {
		c.values[changed] = Value{math.NaN(), Illegal, 0}
		return nil
	}
	result, err := c.runner.Run(c.inputs[sc.Snapshot], &sc)
	if err != nil {
		return err
	}
	c.values[changed] = c.figure.Read(result, 0, c.ask.On)
	return nil
}

// Step runs n more mixtures. An error says that the figure is undefined in A or in B, with the reason.
func (c *Comparison) Step(n int) (done bool, err error) {
	for ; ; n-- {
		for len(c.wanted) == 0 {
			more, err := c.plan()
			if err != nil {
				return false, err
			}
			if !more {
				c.done.Total = c.done.Done
				return true, nil
			}
		}
		if n <= 0 {
			return false, nil
		}
		last := len(c.wanted) - 1
		if err := c.run(c.wanted[last]); err != nil {
			return false, err
		}
		c.wanted = c.wanted[:last]
		c.done.Done++
	}
}

// undefined is the fault of a figure that has no value in one of two scenarios, A or B.
func (c *Comparison) undefined(scenario string, reason Reason) error {
	return &fault.Fault{Code: fault.Undefined, Field: c.figure.Name,
		Pairs: []string{"scenario", scenario, "reason", string(reason)}}
}

// plan asks for the mixtures that are still needed; more is false when there are none.
func (c *Comparison) plan() (more bool, err error) {
	for _, end := range []struct {
		scenario string
		changed  uint64
	}{{"A", 0}, {"B", c.all()}} {
		if v := c.values[end.changed]; math.IsNaN(v.Figure) {
			return false, c.undefined(end.scenario, v.Reason)
		}
	}
	if len(c.players) > MaxPlayers {
		if !c.ranked {
			c.ranked = true
			for _, p := range c.players {
				c.want(p)
				c.want(c.all() &^ p)
			}
			return true, nil
		}
		c.group()
	}
	for {
		for s := range uint64(1) << len(c.players) {
			c.want(c.changed(s))
		}
		if len(c.wanted) > 0 {
			c.done.Total = c.done.Done + len(c.wanted)
			return true, nil
		}
		if !c.mergeUndefined() {
			return false, nil
		}
	}
}

func (c *Comparison) want(changed uint64) {
	if _, ran := c.values[changed]; !ran && !slices.Contains(c.wanted, changed) {
		c.wanted = append(c.wanted, changed)
		c.done.Total++
	}
}

// changed are the changes of a set of players.
func (c *Comparison) changed(players uint64) uint64 {
	var out uint64
	for ; players != 0; players &= players - 1 {
		out |= c.players[bits.TrailingZeros64(players)]
	}
	return out
}

// group leaves the seven players alone that move the figure most, and makes one of the rest. What a player moves
// is the mean of what it moves first of all and last of all; one that leaves it undefined counts as the most.
func (c *Comparison) group() {
	moves := func(p uint64) float64 {
		first := c.values[p].Figure - c.values[0].Figure
		last := c.values[c.all()].Figure - c.values[c.all()&^p].Figure
		if v := math.Abs(first) + math.Abs(last); !math.IsNaN(v) {
			return v
		}
		return math.Inf(1)
	}
	order := ordered(len(c.players), func(i, j int) bool { return larger(moves(c.players[i]), moves(c.players[j])) })
	var alone []uint64
	var rest uint64
	for place, k := range order {
		if place < MaxPlayers-1 {
			alone = append(alone, c.players[k])
		} else {
			rest |= c.players[k]
		}
	}
	c.players = nil
	for _, k := range ordered(len(alone), func(i, j int) bool { return alone[i] < alone[j] }) {
		c.players = append(c.players, alone[k])
	}
	c.players = append(c.players, rest)
	c.rest = rest
}

// mergeUndefined makes one player of the two that leave the fewest undefined mixtures when they change
// together, the first such pair; false when no mixture is undefined.
func (c *Comparison) mergeUndefined() bool {
	var undefined []uint64
	for s := range uint64(1) << len(c.players) {
		if math.IsNaN(c.values[c.changed(s)].Figure) {
			undefined = append(undefined, s)
		}
	}
	if len(undefined) == 0 {
		return false
	}
	least, first, second := len(undefined)+1, 0, 1
	for i := range c.players {
		for j := i + 1; j < len(c.players); j++ {
			left := 0
			for _, s := range undefined {
				if s>>i&1 == s>>j&1 {
					left++
				}
			}
			if left < least {
				least, first, second = left, i, j
			}
		}
	}
	c.players[first] |= c.players[second]
	c.players = slices.Delete(c.players, second, second+1)
	return true
}

// Progress counts the mixtures. The total grows once it is known which are needed.
func (c *Comparison) Progress() Progress { return c.done }

// Gap is the two figures and what explains the difference, the largest share first: they sum to B less A, to
// rounding. It panics before Step has reported that all is done.
func (c *Comparison) Gap() (a, b Value, shares []Share) {
	a, b = c.values[0], c.values[c.all()]
	n := len(c.players)
	weights := shapleyWeights(n)
	for i, p := range c.players {
		share := Share{Bundled: c.rest != 0 && p&c.rest == c.rest}
		for k, change := range c.live {
			if p&(1<<k) != 0 {
				share.Fields = append(share.Fields, change.Field.Name)
			}
		}
		for s := range uint64(1) << n {
			if s>>i&1 == 1 {
				continue
			}
			with, ran := c.values[c.changed(s|1<<i)]
			without, too := c.values[c.changed(s)]
			if !ran || !too {
				panic("explore: gap of a comparison that is not done")
			}
			share.Amount += float64(weights[bits.OnesCount64(s)] * (with.Figure - without.Figure))
		}
		shares = append(shares, share)
	}
	sorted := make([]Share, len(shares))
	for i, k := range ordered(n,
		func(i, j int) bool { return larger(math.Abs(shares[i].Amount), math.Abs(shares[j].Amount)) }) {
		sorted[i] = shares[k]
	}
	return a, b, sorted
}

// Poles counts the mixtures run in which a flow that the gas is divided by is zero or negative. Where there are
// any, a burden's sign turns between the two scenarios, and shares of it mean little.
func (c *Comparison) Poles() int {
	count := 0
	for _, v := range c.values {
		count += b2i(v.Poles > 0)
	}
	return count
}

// shapleyWeights are s!(n-s-1)!/n!, by the number s of players that come before.
func shapleyWeights(n int) []float64 {
	weights := make([]float64, n)
	for s := range weights {
		// 1/n over the number of ways to choose the s that come before.
		choose := 1.0
		for k := range s {
			choose = choose * float64(n-1-k) / float64(k+1)
		}
		weights[s] = 1 / (float64(n) * choose)
	}
	return weights
}
