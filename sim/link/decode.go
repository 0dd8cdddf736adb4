package link

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// longestRead bounds the work on what a stranger sends.
const longestRead = 8 * MaxLength

// Link is what an address says, and what of it could not be used.
type Link struct {
	State
	// Faults are the parts that could not be used: in their place stands what the page at the address opens with by
	// itself. Their fields are names of a link.
	Faults []*fault.Fault
	Found  bool // it has a name that a link knows, whatever its value
	// a link that is written again has another form: this one was encoded, or stood after "#", or others appended to it
	Loose bool
}

// Read reads a link: an address, or the part of one that holds it. Whatever reads a link reads it here. What is
// damaged, unknown or illegal is left out and reported; the rest counts. A link without a version is of the first,
// unless it has no name that a link knows but the language's.
//
// start is the link that the page at the address opens with by itself, without any but the language where that is the
// default scenario: a link that names its form stands by itself, any other lies over it, or over the first version's
// defaults. snapshots are the names of those there are; with none given every day is taken for one. Values are checked
// for their form only: ranges and what values say of each other are for assumption.Overrides.Sound.
func Read(address, start string, snapshots []string) Link {
	d := &decoder{snapshots: snapshots}
	d.Overrides = assumption.Overrides{}
	var given pieces
	if len(address) > longestRead {
		d.refuse(fault.LinkTooLong, "", strconv.Itoa(len(address)), fault.Within(fault.LinkMost, 1, longestRead))
	} else {
		given = d.find(address)
	}
	if !slices.ContainsFunc(given.list, func(p piece) bool { return p.key == versionKey }) {
		under := split(start)
		if !under.asks && !given.asks { // the page as it is
			preset := assumption.DefaultPreset()
			d.Overrides, d.Snapshot = preset.Overrides, preset.Snapshot
		}
		d.lay(under.list)
	}
	d.lay(given.list)
	return Link{d.State, d.faults, given.link, given.loose}
}

// lay reads the pieces of a link over the state so far.
func (d *decoder) lay(list []piece) {
	given := map[string]string{}
	for _, p := range list {
		was, twice := given[p.key]
		switch {
		case p.wrong != nil:
			d.refuse(p.wrong, fault.Short(p.key), p.text, nil)
		case !twice:
			given[p.key] = p.text
		case was != p.text:
			d.refuse(fault.LinkRepeated, p.key, p.text, nil)
		}
	}
	s := &d.State
	take := func(key string, read func(text string) (legal *fault.Legal)) {
		if text, ok := given[key]; ok {
			d.take(key, text, read)
		}
	}
	take(versionKey, func(text string) *fault.Legal {
		n, err := strconv.Atoi(text)
		switch {
		case err != nil || n < 1:
			return fault.Within(fault.WholeFrom, 1, math.Inf(1))
		case n > Version:
			d.refuse(fault.LinkNewerFormat, versionKey, text, fault.Within(fault.LinkMost, 1, Version))
		case n != assumption.FirstVersion:
			s.Overrides[versionName] = json.RawMessage(strconv.Itoa(n))
		}
		return nil
	})
	if s.Snapshot == "" && len(d.snapshots) > 0 {
		if s.Snapshot = assumption.SnapshotOf(s.Overrides.Version()); !slices.Contains(d.snapshots, s.Snapshot) {
			s.Snapshot = d.snapshots[0]
		}
	}
	take(snapshotKey, func(text string) *fault.Legal {
		if _, err := day.Parse(text); err != nil {
			return fault.Plainly(fault.LinkSnapshot)
		}
		if len(d.snapshots) > 0 && !slices.Contains(d.snapshots, text) {
			d.refuse(fault.LinkUnknownSnapshot, snapshotKey, text, fault.Choose(fault.Listed, d.snapshots...))
			return nil
		}
		s.Snapshot = text
		return nil
	})
	take(editionKey, func(text string) *fault.Legal {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > 1e6 {
			return fault.Within(fault.WholeFrom, 1, math.Inf(1))
		}
		s.Edition = n
		return nil
	})
	take(ownKey, func(text string) *fault.Legal {
		s.Own, _ = ParseOwn(text)
		d.refuse(fault.LinkOwnFigures, ownKey, text, nil)
		return nil
	})
	d.fields(given)
	one := func(to *string, legal []string) func(string) *fault.Legal {
		return func(text string) *fault.Legal {
			if !slices.Contains(legal, text) {
				return fault.OneOf(legal...)
			}
			*to = text
			return nil
		}
	}
	take(chartKey, one(&s.View.Chart, Charts))
	take(unitKey, one(&s.View.Unit, Units))
	take(bandKey, one(&s.View.Band, Bands))
	take(bandOfKey, one(&s.View.BandOf, BandsOf))
	take(hiddenKey, func(text string) *fault.Legal {
		var hidden []string
		for name := range strings.SplitSeq(text, ",") {
			n, err := strconv.Atoi(name)
			if !slices.Contains(Kinds, name) && (err != nil || n < 1 || n > assumption.MaxRates) {
				legal := fault.Choose(fault.LinkHidden, Kinds...)
				legal.High = assumption.MaxRates
				return legal
			}
			if !slices.Contains(hidden, name) {
				hidden = append(hidden, name)
			}
		}
		s.View.Hidden = hidden
		return nil
	})
	take(scaleKey, one(&s.View.Scale, Scales))
	take(zoomKey, func(text string) *fault.Legal {
		from, to, _ := strings.Cut(text, knotMark)
		first, err := day.Parse(from)
		last, err2 := day.Parse(to)
		if err != nil || err2 != nil || last <= first {
			return fault.Plainly(fault.LinkZoom)
		}
		s.View.Zoom = [2]day.Day{first, last}
		return nil
	})
	take(controlsKey, func(text string) *fault.Legal {
		var controls []string
		for key := range strings.SplitSeq(text, ",") {
			field, ok := fieldOf(key)
			if !ok {
				return fault.Plainly(fault.LinkControls)
			}
			if !slices.Contains(controls, field.Name) {
				controls = append(controls, field.Name)
			}
		}
		s.View.Controls = controls
		return nil
	})
	for _, p := range s.View.Ensemble.parts() {
		take(p.key, func(text string) *fault.Legal {
			n, err := strconv.ParseUint(text, 10, 64)
			if err != nil || n < p.low || n > p.high {
				return fault.Within(fault.WholeFromTo, float64(p.low), float64(p.high))
			}
			*p.value = n
			return nil
		})
	}
	s.View.layCost(take)
	d.layPins(given, take)
	take(languageKey, func(text string) *fault.Legal {
		primary := strings.ToLower(text[:min(2, len(text))])
		if len(text) > 20 || escaped(text) || strings.ContainsAny(text[len(text)-1:], "-_.") || primary != "en" &&
			primary != "zh" {
			return fault.Plainly(fault.LinkLanguage)
		}
		s.Language = text
		return nil
	})
}

type decoder struct {
	State
	snapshots []string
	faults    []*fault.Fault
}

// refuse reports a part of a link that cannot be used.
func (d *decoder) refuse(code *fault.Code, key, value string, legal *fault.Legal) {
	d.faults = append(d.faults, refused(code, key, fault.Short(value), legal))
}

//go:noinline
func refused(code *fault.Code, field, value string, legal *fault.Legal) *fault.Fault {
	f := fault.Bad(field, value, legal)
	f.Code, f.Place = code, fault.At(fault.InLink)
	return f
}

// take reads a value, without the marks that stuck to it where they cannot belong to it.
func (d *decoder) take(key, text string, read func(text string) (legal *fault.Legal)) {
	legal := read(text)
	if legal == nil {
		return
	}
	bare := trimmed(text)
	if bare != text && !shortened(text) && !mayBelong(key, bare, text[len(bare):]) && read(bare) == nil {
		return
	}
	code := fault.Illegal
	if endsOpen(text) {
		code = fault.LinkCutValue
	}
	d.refuse(code, key, text, legal)
}

// fields reads the scenario's fields, the horizon first: vectors have its length.
func (d *decoder) fields(given map[string]string) {
	days := assumption.DefaultHorizonDays
	if n, err := strconv.Atoi(string(d.Overrides["horizon_days"])); err == nil {
		days = n
	}
	first, _ := day.Parse(d.Snapshot)
	first++
	laid := assumption.Overrides{}
	for _, field := range assumption.ByPlace() {
		text, ok := given[field.Link]
		if !ok {
			continue
		}
		d.take(field.Link, text, func(text string) *fault.Legal {
			raw, ok := parse(field, text, first, days)
			if !ok {
				return Legal(field)
			}
			if field.Name == "horizon_days" {
				n, err := strconv.Atoi(text)
				if err != nil || !mechafil.HorizonRange.Contains(float64(n)) {
					return field.Legal()
				}
				days = n
			}
			laid[field.Name] = raw
			return nil
		})
	}
	d.Overrides.Lay(laid)
}

// Legal is the values of an assumption in a link, where vectors are knots.
func Legal(f *assumption.Row) *fault.Legal {
	legal := f.Legal()
	switch f.Kind {
	case assumption.Daily:
		legal.Code = fault.LinkKnots
	case assumption.Rates:
		legal.Code = fault.LinkKnotRates
	}
	return legal
}

// parse turns a field's text in a link into JSON.
func parse(f *assumption.Row, text string, first day.Day, days int) (json.RawMessage, bool) {
	encode := func(v any) (json.RawMessage, bool) {
		raw, err := json.Marshal(v)
		return raw, err == nil
	}
	switch f.Kind {
	case assumption.Whole, assumption.Number:
		v, ok := number.Strict(text)
		if !ok {
			return nil, false
		}
		return encode(v)
	case assumption.Switch:
		if text != "true" && text != "false" {
			return nil, false
		}
		return json.RawMessage(text), true
	case assumption.Daily:
		path, ok := parsePath(text, first, days)
		if !ok {
			return nil, false
		}
		return encode(path)
	case assumption.Rates:
		parts := strings.Split(text, ",")
		if len(parts) > assumption.MaxRates {
			return nil, false
		}
		rates := make([]mechafil.Path, len(parts))
		for i, part := range parts {
			path, ok := parsePath(part, first, days)
			if !ok {
				return nil, false
			}
			rates[i] = path
		}
		return encode(rates)
	case assumption.Date:
		if _, err := day.Parse(text); err != nil {
			return nil, false
		}
		return encode(text)
	default:
		if _, err := day.Parse(text); !slices.Contains(f.Choices, text) && !(f.Dates && err == nil) {
			return nil, false
		}
		return encode(text)
	}
}
