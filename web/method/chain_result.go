package method

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/sim/steps"
	"github.com/gasburden/gasburden/web/ask"
)

// A chainGroup is steps of one part and network that follow each other.
type chainGroup struct {
	id, title string
	steps     []*StepView
}

// group is the title of the group that a step belongs to.
func (v *StepView) group() string {
	if v.Network == "" {
		return v.Part
	}
	return v.Part + " (" + v.Network + ")"
}

func groupsOf(views []StepView) []chainGroup {
	var out []chainGroup
	for i := range views {
		// Networks take turns at a part only where there are two.
		if title := views[i].group(); len(out) == 0 || out[len(out)-1].title != title {
			out = append(out, chainGroup{id: "chain-group-" + strconv.Itoa(len(out)+1), title: title})
		}
		last := &out[len(out)-1]
		last.steps = append(last.steps, &views[i])
	}
	return out
}

// results are the steps that a day comes to, by their keys: in the status quo, under DirectFIL+, and there where both
// are of one network.
var results = [][3]string{
	{"gas-over-netflow", "direct-over-netflow"}, {"gas-over-outflow", "direct-over-outflow"},
	{"gas-over-circulating", "direct-over-circulating"},
	{"gas-fil", "direct-fil"}, {"netflow", "direct-netflow", "netflow"}, {"outflow", "direct-outflow", "outflow"},
}

// resultDigits are enough for what the page says elsewhere.
const resultDigits = 4

// result is a step's value for the table of results.
func (t *Text) result(s *steps.Step) string {
	if math.IsNaN(s.Value) {
		return t.Chain.NoValue
	}
	value, unit := s.Value, s.Unit
	if unit == "share/day" { // the rest of the page says it by the year
		value, unit = 365*value, "share/year"
	}
	text := t.quantity(value, unit, resultDigits)
	if s.Why == steps.NotPositive {
		text = fill(t.Chain.Doubtful, "value", text)
	}
	return text
}

// results are what the day comes to. A chain that ended has none.
func (t *Text) results(chain []steps.Step, groups []chainGroup) *ask.Results {
	if len(groups) < 2 {
		return nil
	}
	at := map[string]*steps.Step{}
	for i := range chain {
		at[chain[i].Key] = &chain[i]
	}
	out := &ask.Results{Caption: t.Chain.Result, Heads: [2]string{t.Chain.StatusQuo, t.Chain.WithDirect},
		Groups: t.Chain.Groups}
	for _, keys := range results {
		status, direct := at[keys[0]], at[keys[1]]
		if direct == nil {
			direct = at[keys[2]]
		}
		out.Rows = append(out.Rows, [3]string{t.stepTitle(status), t.result(status), t.result(direct)})
	}
	return out
}
