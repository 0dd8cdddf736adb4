package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/doc"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
)

// Coded answers the questions of gasburden.js. Where the scenario is at fault, Faults is all there is.
type Coded struct {
	Faults  []Fault         `json:"faults,omitempty"`
	Link    string          `json:"link,omitempty"` // a query; "" where the scenario is too long for one
	Notices []string        `json:"notices,omitempty"`
	Edition int             `json:"edition,omitempty"`
	SVG     string          `json:"svg,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"` // as sim.Result.AppendJSON writes it, last
}

// Fault is one thing that is wrong with a scenario.
type Fault struct {
	Field   string `json:"field"` // its JSON key, "" where no field is at fault
	Value   string `json:"value"` // as it was given
	Legal   string `json:"legal"`
	Message string `json:"message"` // all of that, as a sentence without a full stop
}

// coded answers run, check, link and card about a link, a preset or a scenario. The error is of the engine
// or of its figures, not of the scenario.
func (e *Engine) coded(name string, r *Request) ([]byte, error) {
	wanted, faults, err := e.sound(r)
	if err != nil {
		return nil, err
	}
	if len(faults) > 0 || name == "check" && wanted.Scenario != nil {
		return json.Marshal(Coded{Faults: faults})
	}
	shown, err := e.page(wanted)
	if err == nil && shown.SnapshotError() != "" {
		err = fault.Said(shown.SnapshotError())
	}
	if err != nil {
		return nil, err
	}
	state, err := shown.State()
	if err != nil {
		return nil, err
	}
	out := Coded{Edition: state.Edition}
	if r.Query != "" {
		out.Notices = slices.DeleteFunc(shown.LinkNotices(), func(notice string) bool { return notice == shown.ControlNotice() }) // code has no controls
	}
	if query, tooLong := shown.Link(); !tooLong {
		out.Link = query
	}
	if name == "card" {
		drawn, err := doc.Make(shown, page.KindSVG)
		if err != nil {
			return nil, err
		}
		out.SVG = string(drawn)
	}
	answer, err := json.Marshal(out)
	if err != nil || name != "run" {
		return answer, err
	}
	// The result has megabytes: package json would read all of it again.
	answer = append(answer[:len(answer)-1], `,"result":`...)
	if answer, err = shown.Result.AppendJSON(answer); err != nil {
		return nil, err
	}
	return append(answer, '}'), nil
}

// sound is the request for the page of what r asks for. Unlike a page, which leaves out what is at fault and says so,
// a program gets no result of a scenario, a preset or a link with faults: it would take it for that of the whole.
func (e *Engine) sound(r *Request) (*Request, []Fault, error) {
	wanted := &Request{Page: r.Page}
	if r.Query != "" {
		l, _, err := shipped.Read(r.Query, r.Page)
		if err != nil {
			return nil, nil, err
		}
		if !l.Found && len(l.Faults) == 0 {
			return nil, []Fault{faultOf(fmt.Errorf("link is %q, want an address with a query such as ?v=1&snapshot=%s", r.Query, assets.DefaultSnapshot))}, nil
		}
		faults, err := e.linkFaults(&l)
		if err != nil || len(faults) > 0 {
			return nil, faults, err
		}
		wanted.link = &l
	} else {
		overrides, err := r.overrides()
		faults := faultsOf(err)
		if overrides == nil {
			return nil, faults, nil
		}
		snapshot, err := overrides.SnapshotName(assets.DefaultSnapshot)
		if err == nil && !slices.Contains(assets.SnapshotNames(), snapshot) {
			err = fmt.Errorf("snapshot is %q, want one of \"%s\"", snapshot, strings.Join(assets.SnapshotNames(), `", "`))
		}
		if err != nil { // the rest is judged on the default one
			faults = append(faults, faultOf(err))
			delete(overrides, "snapshot")
			snapshot = assets.DefaultSnapshot
		}
		in, err := e.shelf.Inputs(snapshot, e.shelf.Last())
		if err != nil {
			return nil, nil, err
		}
		_, err = overrides.Resolve(in)
		if faults = append(faults, faultsOf(err)...); len(faults) > 0 {
			return nil, faults, nil
		}
		if wanted.Scenario, err = json.Marshal(overrides); err != nil {
			return nil, nil, err
		}
		wanted.Query = "snapshot=" + snapshot
	}
	return wanted, nil, nil
}

// linkFaults are what is wrong with a link, its form and its values.
func (e *Engine) linkFaults(l *link.Link) ([]Fault, error) {
	var out []Fault
	for _, f := range l.Faults {
		field := f.Key
		for _, own := range sim.Assumptions() {
			if f.Key != "" && link.Key(own.Name) == f.Key {
				field = own.Name
			}
		}
		if field == "" {
			field = "link"
		}
		out = append(out, Fault{field, f.Value, f.Legal, f.Error()})
	}
	in, err := e.shelf.Inputs(l.Snapshot, e.shelf.Last())
	if err != nil {
		return nil, err
	}
	_, unsound := l.Overrides.Sound(in)
	for _, u := range unsound {
		out = append(out, faultsOf(u.Err)...)
	}
	return out, nil
}

// overrides are those of the preset or the scenario that the request names, the default ones where it names
// none, on its snapshot where they say nothing of one. With an error they are those that could be read, or nil.
func (r *Request) overrides() (out sim.Overrides, err error) {
	out = sim.Overrides{}
	switch {
	case r.Preset != "":
		preset, err := sim.PresetNamed(r.Preset)
		if err != nil {
			return nil, err
		}
		if out = preset.Overrides; r.Snapshot == "" { // or its own
			out = preset.On(assets.SnapshotNames())
		}
	case len(r.Scenario) > 0:
		if out, err = sim.ParseScenario(r.Scenario); out == nil {
			return nil, err
		}
	}
	if _, said := out["snapshot"]; !said {
		snapshot := r.Snapshot
		if snapshot == "" {
			snapshot = assets.DefaultSnapshot
		}
		out["snapshot"], _ = json.Marshal(snapshot)
	}
	return out, err
}

// faultsOf takes an error apart that may be joined, or nil.
func faultsOf(err error) []Fault {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var out []Fault
		for _, e := range joined.Unwrap() {
			out = append(out, faultsOf(e)...)
		}
		return out
	}
	return []Fault{faultOf(err)}
}

// faultOf takes an error apart that names field, value and legal values, as all of sim's do:
// "FIELD is VALUE, want LEGAL".
func faultOf(err error) Fault {
	message := err.Error()
	if rest, ok := strings.CutPrefix(message, "scenario JSON: "); ok {
		if _, after, ok := strings.Cut(rest, ": "); ok { // line and column mean nothing to who gave an object
			message = after
		}
	}
	out := Fault{Message: message}
	said, legal, _ := strings.Cut(message, ", want ")
	out.Legal = legal
	if name, ok := strings.CutPrefix(said, "unknown name "); ok {
		out.Field = strings.Trim(name, `"`)
		return out
	}
	var outside *mechafil.RangeError
	if errors.As(err, &outside) {
		out.Field, out.Value = outside.Field, fmt.Sprint(outside.Value)
		out.Field, _, _ = strings.Cut(out.Field, "[") // of fil_plus_rates
	} else {
		end := strings.IndexFunc(said, func(c rune) bool { return c != '_' && (c < 'a' || c > 'z') })
		if end < 0 {
			return out
		}
		out.Field, said = said[:end], said[end:]
		if _, after, ok := strings.Cut(said, "]"); ok && said[0] == '[' {
			said = after
		}
		for _, mark := range []string{" is ", " has ", ": "} {
			if value, ok := strings.CutPrefix(said, mark); ok {
				out.Value = value
			}
		}
	}
	if _, err := sim.AssumptionNamed(out.Field); err != nil && out.Field != "link" && out.Field != "preset" && out.Field != sim.OwnFigures {
		out.Field = ""
	}
	return out
}
