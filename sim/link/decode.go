package link

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// longestRead bounds the work on what a stranger sends.
const longestRead = 8 * MaxLength

// Link is what an address says, and what of it could not be used.
type Link struct {
	State
	Faults []Fault
	Found  bool // it has a name that a link knows, whatever its value
	Loose  bool // a link that is written again has another form: this one was encoded, or stood after "#", or others appended to it
}

// Read reads a link: an address, or the part of one that holds it. Whatever reads a link reads it here. What is damaged,
// unknown or illegal is left out and reported; the rest counts.
// A link without a version is of the first, unless it says nothing of a scenario.
//
// start is the link that the page at the address opens with by itself, "" where that is the default scenario: a link
// that names its form stands by itself, any other lies over it. snapshots are the names of those there are, the
// default first; with none given every day is taken for one. Values are checked for their form only: ranges and what
// values say of each other are for sim.Overrides.Sound.
func Read(address, start string, snapshots []string) Link {
	d := &decoder{snapshots: snapshots}
	d.Overrides = sim.Overrides{}
	if len(snapshots) > 0 {
		d.Snapshot = snapshots[0]
	}
	var given pieces
	if len(address) > longestRead {
		d.faults = append(d.faults, Fault{Reason: TooLong, Value: strconv.Itoa(len(address)), Legal: strconv.Itoa(longestRead)})
	} else {
		given = d.find(address)
	}
	if !slices.ContainsFunc(given.list, func(p piece) bool { return p.key == versionKey }) {
		if start == "" && !given.scenario {
			d.Overrides = sim.Newest() // an address that says nothing of a scenario is the page as it is
		}
		d.lay(split(start).list)
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
		case p.reason != "":
			d.faults = append(d.faults, Fault{p.reason, cut(p.key), cut(p.text), ""})
		case !twice:
			given[p.key] = p.text
		case was != p.text:
			d.faults = append(d.faults, Fault{Repeated, p.key, cut(p.text), ""})
		}
	}
	s := &d.State
	take := func(key string, read func(text string) (legal string)) {
		if text, ok := given[key]; ok {
			d.take(key, text, read)
		}
	}
	take(versionKey, func(text string) string {
		n, err := strconv.Atoi(text)
		switch {
		case err != nil || n < 1:
			return "a whole number from 1 on"
		case n > Version:
			d.faults = append(d.faults, Fault{NewerFormat, versionKey, cut(text), strconv.Itoa(Version)})
		case n != sim.FirstVersion:
			s.Overrides[versionName] = json.RawMessage(strconv.Itoa(n))
		}
		return ""
	})
	take(snapshotKey, func(text string) string {
		if _, err := day.Parse(text); err != nil {
			return "the name of a snapshot, a day YYYY-MM-DD"
		}
		if len(d.snapshots) > 0 && !slices.Contains(d.snapshots, text) {
			d.faults = append(d.faults, Fault{UnknownSnapshot, snapshotKey, cut(text), strings.Join(d.snapshots, ", ")})
			return ""
		}
		s.Snapshot = text
		return ""
	})
	take(editionKey, func(text string) string {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > 1e6 {
			return "a whole number from 1 on"
		}
		s.Edition = n
		return ""
	})
	take(ownKey, func(text string) string {
		s.Own, _ = ParseOwn(text)
		d.faults = append(d.faults, Fault{OwnFigures, ownKey, cut(text), ""})
		return ""
	})
	d.fields(given)
	one := func(to *string, legal []string) func(string) string {
		return func(text string) string {
			if !slices.Contains(legal, text) {
				return "one of " + strings.Join(legal, ", ")
			}
			*to = text
			return ""
		}
	}
	take(chartKey, one(&s.View.Chart, Charts))
	take(unitKey, one(&s.View.Unit, Units))
	take(bandKey, one(&s.View.Band, Bands))
	take(bandOfKey, one(&s.View.BandOf, BandsOf))
	take(hiddenKey, func(text string) string {
		var hidden []string
		for name := range strings.SplitSeq(text, ",") {
			n, err := strconv.Atoi(name)
			if !slices.Contains(Kinds, name) && (err != nil || n < 1 || n > sim.MaxRates) {
				return strings.Join(Kinds, ", ") + " or the place of a FIL+ rate, 1 to " + strconv.Itoa(sim.MaxRates)
			}
			if !slices.Contains(hidden, name) {
				hidden = append(hidden, name)
			}
		}
		s.View.Hidden = hidden
		return ""
	})
	take(zoomKey, func(text string) string {
		from, to, _ := strings.Cut(text, knotMark)
		first, err := day.Parse(from)
		last, err2 := day.Parse(to)
		if err != nil || err2 != nil || last <= first {
			return "two days, the earlier first"
		}
		s.View.Zoom = [2]day.Day{first, last}
		return ""
	})
	take(controlsKey, func(text string) string {
		var controls []string
		for key := range strings.SplitSeq(text, ",") {
			field, ok := fieldOf(key)
			if !ok {
				return "names of assumptions as in a link"
			}
			if !slices.Contains(controls, field.Name) {
				controls = append(controls, field.Name)
			}
		}
		s.View.Controls = controls
		return ""
	})
	for _, p := range s.View.Ensemble.parts() {
		take(p.key, func(text string) string {
			n, err := strconv.ParseUint(text, 10, 64)
			if err != nil || n < p.low || n > p.high {
				return "a whole number from " + strconv.FormatUint(p.low, 10) + " to " + strconv.FormatUint(p.high, 10)
			}
			*p.value = n
			return ""
		})
	}
	take(languageKey, func(text string) string {
		primary := strings.ToLower(text[:min(2, len(text))])
		if len(text) > 20 || escaped(text) || strings.ContainsAny(text[len(text)-1:], "-_.") || primary != "en" && primary != "zh" {
			return "en or zh-CN"
		}
		s.Language = text
		return ""
	})
}

type decoder struct {
	State
	snapshots []string
	faults    []Fault
}

// take reads a value, without the marks that stuck to it where they cannot belong to it.
func (d *decoder) take(key, text string, read func(text string) (legal string)) {
	legal := read(text)
	if legal == "" {
		return
	}
	bare := trimmed(text)
	if bare != text && !shortened(text) && !mayBelong(key, bare, text[len(bare):]) && read(bare) == "" {
		return
	}
	reason := Illegal
	if endsOpen(text) {
		reason = Cut
	}
	d.faults = append(d.faults, Fault{reason, key, cut(text), legal})
}

// fields reads the scenario's fields, the horizon first: vectors have its length.
func (d *decoder) fields(given map[string]string) {
	days := sim.DefaultHorizonDays
	if n, err := strconv.Atoi(string(d.Overrides["horizon_days"])); err == nil {
		days = n
	}
	first, _ := day.Parse(d.Snapshot)
	first++
	laid := sim.Overrides{}
	for _, field := range sim.ByPlace() {
		text, ok := given[field.Link]
		if !ok {
			continue
		}
		d.take(field.Link, text, func(text string) string {
			raw, ok := parse(field, text, first, days)
			if !ok {
				return legal(field)
			}
			if field.Name == "horizon_days" {
				n, err := strconv.Atoi(text)
				if err != nil || !mechafil.HorizonRange.Contains(float64(n)) {
					return field.Legal()
				}
				days = n
			}
			laid[field.Name] = raw
			return ""
		})
	}
	d.Overrides.Lay(laid)
}

// legal describes the values of a field in a link, where vectors are knots.
func legal(f *sim.Assumption) string {
	const knots = `date:value pairs joined by "_" with rising dates`
	text := strings.Replace(f.Legal(), "a vector of horizon_days such numbers", knots, 1)
	if f.Kind == sim.Rates {
		text = strings.Replace(text, "vectors of horizon_days numbers", knots, 1) + ", joined by commas"
	}
	return text
}

// parse turns a field's text in a link into JSON.
func parse(f *sim.Assumption, text string, first day.Day, days int) (json.RawMessage, bool) {
	encode := func(v any) (json.RawMessage, bool) {
		raw, err := json.Marshal(v)
		return raw, err == nil
	}
	switch f.Kind {
	case sim.Whole, sim.Number:
		v, err := parseNumber(text)
		if err != nil {
			return nil, false
		}
		return encode(v)
	case sim.Switch:
		if text != "true" && text != "false" {
			return nil, false
		}
		return json.RawMessage(text), true
	case sim.Daily:
		path, err := parsePath(text, first, days)
		if err != nil {
			return nil, false
		}
		return encode(path)
	case sim.Rates:
		parts := strings.Split(text, ",")
		if len(parts) > sim.MaxRates {
			return nil, false
		}
		rates := make([]mechafil.Path, len(parts))
		for i, part := range parts {
			path, err := parsePath(part, first, days)
			if err != nil {
				return nil, false
			}
			rates[i] = path
		}
		return encode(rates)
	case sim.Date:
		if _, err := day.Parse(text); err != nil {
			return nil, false
		}
		return encode(text)
	default:
		if !slices.Contains(f.Choices, text) {
			return nil, false
		}
		return encode(text)
	}
}
