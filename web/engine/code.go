package engine

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
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
	Cost    *Cost           `json:"cost,omitempty"`
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
		// code has no controls
		out.Notices = slices.DeleteFunc(shown.LinkNotices(),
			func(notice string) bool { return notice == shown.ControlNotice() })
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
			return nil, faultsOf(noLink(r.Query)), nil
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
		snapshot, err := overrides.SnapshotName()
		if err == nil && !slices.Contains(assets.SnapshotNames(), snapshot) {
			err = fault.Bad("snapshot", strconv.Quote(snapshot), fault.OneOfQuoted(assets.SnapshotNames()...))
		}
		if err != nil { // the rest is judged on the default one
			faults = append(faults, faultsOf(err)...)
			delete(overrides, "snapshot")
			snapshot, _ = overrides.SnapshotName()
		}
		in, err := e.cache.Inputs(snapshot, e.cache.Last())
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
		given := faultOf(f)
		for _, own := range assumption.Rows() {
			if f.Field != "" && own.Link == f.Field {
				given.Field = own.Name
			}
		}
		if given.Field == "" {
			given.Field = "link"
		}
		given.Message = f.Error()
		out = append(out, given)
	}
	in, err := e.cache.Inputs(l.Snapshot, e.cache.Last())
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
func (r *Request) overrides() (out assumption.Overrides, err error) {
	switch {
	case len(r.Scenario) > 0 && r.Preset == "":
		if out, err = assumption.ParseScenario(r.Scenario); out == nil {
			return nil, err
		}
	default:
		preset, err := assumption.PresetNamed(cmp.Or(r.Preset, assumption.DefaultPreset().Name))
		if err != nil {
			return nil, err
		}
		if out = preset.Overrides; r.Snapshot == "" { // or its own
			out = preset.Scenario()
		}
	}
	if _, said := out["snapshot"]; !said {
		out["snapshot"], _ = json.Marshal(cmp.Or(r.Snapshot, assumption.SnapshotOf(out.Version())))
	}
	return out, err
}

// noLink is the fault of an address that holds no link.
func noLink(address string) error {
	return fault.Bad("link", strconv.Quote(address),
		fault.Choose(fault.LinkAddress, "?v=1&snapshot="+assets.StudySnapshot))
}

// faultsOf is an error that may be joined, or nil, for programs.
func faultsOf(err error) []Fault {
	var out []Fault
	for _, e := range fault.List(err) {
		f := fault.Of(e)
		if f == nil {
			f = fault.New(fault.Unexpected, "said", e.Error())
		}
		out = append(out, faultOf(f))
	}
	return out
}

// faultOf is a fault for programs, without its place: line and column mean nothing to who gave an object.
func faultOf(f *fault.Fault) Fault {
	return Fault{f.Field, f.Given(), f.Legal.String(), f.Sentence(nil)}
}
