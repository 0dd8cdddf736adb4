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

// Query is the part of an address that holds a link: its query, or its fragment where the query holds
// none. A text that is no address is taken for a query itself. It is "" where there is no link.
func Query(address string) string {
	rest, fragment, _ := strings.Cut(address, "#")
	before, query, found := strings.Cut(rest, "?")
	if !found && !strings.Contains(before, "/") {
		query = before
	}
	if strings.Contains(query, "=") {
		return query
	}
	fragment = strings.TrimPrefix(fragment, "?")
	if strings.Contains(fragment, "=") {
		return fragment
	}
	return ""
}

// Over lays the query of an address over the link that the page at it opens with, "" for none. A query that names its form
// is a whole link and stands by itself; of another, which may only zoom or name a language, each key counts before the page's.
func Over(start, query string) string {
	names := func(key string) bool { return strings.Contains("&"+query, "&"+key+"=") }
	if query == "" || start == "" {
		return start + query
	}
	if names(versionKey) {
		return query
	}
	out := query
	for start != "" {
		var part string
		part, start, _ = strings.Cut(start, "&")
		if key, _, _ := strings.Cut(part, "="); !names(key) {
			out += "&" + part
		}
	}
	return out
}

// Decode reads a query string. What is damaged, unknown or illegal is left out and reported; the rest
// counts. snapshot is taken where the query names none that can be read. Values are checked for their
// form only: ranges and what values say of each other are for sim.Overrides.Sound.
func Decode(query, snapshot string) (State, []Fault) {
	s := State{Snapshot: snapshot, Overrides: sim.Overrides{}}
	d := &decoder{state: &s}
	if len(query) > longestRead {
		d.faults = append(d.faults, Fault{Reason: TooLong, Value: strconv.Itoa(len(query)), Legal: strconv.Itoa(longestRead)})
		return s, d.faults
	}
	given := d.split(strings.TrimPrefix(strings.TrimPrefix(query, "?"), "#"))
	take := func(key string, read func(text string) (legal string)) {
		if text, ok := given[key]; ok {
			if legal := read(text); legal != "" {
				d.illegal(key, text, legal)
			}
		}
	}
	take(versionKey, func(text string) string {
		n, err := strconv.Atoi(text)
		switch {
		case err != nil || n < 1:
			return "a whole number from 1 on"
		case n > Version:
			d.faults = append(d.faults, Fault{NewerFormat, versionKey, cut(text), strconv.Itoa(Version)})
		}
		return ""
	})
	take(snapshotKey, func(text string) string {
		if _, err := day.Parse(text); err != nil {
			return "the name of a snapshot, a day YYYY-MM-DD"
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
		for name := range strings.SplitSeq(text, ",") {
			n, err := strconv.Atoi(name)
			if !slices.Contains(Kinds, name) && (err != nil || n < 1 || n > sim.MaxRates) {
				return strings.Join(Kinds, ", ") + " or the place of a FIL+ rate, 1 to " + strconv.Itoa(sim.MaxRates)
			}
			if !slices.Contains(s.View.Hidden, name) {
				s.View.Hidden = append(s.View.Hidden, name)
			}
		}
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
		for key := range strings.SplitSeq(text, ",") {
			field, ok := fieldOf(key)
			if !ok {
				return "names of assumptions as in a link"
			}
			if !slices.Contains(s.View.Controls, field.Name) {
				s.View.Controls = append(s.View.Controls, field.Name)
			}
		}
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
		if primary := strings.ToLower(text[:min(2, len(text))]); escaped(text) || len(text) > 20 || primary != "en" && primary != "zh" {
			return "en or zh-CN"
		}
		s.Language = text
		return ""
	})
	return s, d.faults
}

type decoder struct {
	state  *State
	faults []Fault
}

func (d *decoder) illegal(key, value, legal string) {
	d.faults = append(d.faults, Fault{Illegal, key, cut(value), legal})
}

// split takes the query apart. Names that other sites append to any address are passed over.
func (d *decoder) split(query string) map[string]string {
	given := map[string]string{}
	for part := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(strings.TrimPrefix(part, "amp;"), "=") // copied out of HTML
		if name == "" {
			continue
		}
		key, okKey := unescape(name)
		text, okText := unescape(value)
		switch _, field := fieldOf(key); {
		case appended(key):
		case !okKey || !okText:
			d.faults = append(d.faults, Fault{Damaged, cut(name), cut(value), ""})
		case !field && !slices.Contains(otherKeys, key):
			d.faults = append(d.faults, Fault{UnknownKey, cut(key), cut(text), ""})
		default:
			if _, twice := given[key]; twice {
				d.faults = append(d.faults, Fault{Repeated, key, cut(text), ""})
				continue
			}
			given[key] = strings.TrimSpace(text)
		}
	}
	return given
}

// AppendedNames and AppendedPrefix are what social networks and mailers add to links. Decode passes over it.
var AppendedNames = []string{"fbclid", "gclid", "mc_cid", "mc_eid", "ref", "source"}

// AppendedPrefix begins further names of that kind.
const AppendedPrefix = "utm_"

func appended(key string) bool {
	return strings.HasPrefix(key, AppendedPrefix) || slices.Contains(AppendedNames, key)
}

// fields reads the scenario's fields, the horizon first: vectors have its length.
func (d *decoder) fields(given map[string]string) {
	days := sim.DefaultHorizonDays
	first, _ := day.Parse(d.state.Snapshot)
	first++
	for _, k := range keys {
		text, ok := given[k.key]
		if !ok {
			continue
		}
		field, err := sim.FieldNamed(k.field)
		if err != nil {
			panic("link: " + err.Error())
		}
		raw, ok := parse(field, text, first, days)
		if !ok {
			d.illegal(k.key, text, legal(field))
			continue
		}
		if k.field == "horizon_days" {
			n, err := strconv.Atoi(text)
			if err != nil || !mechafil.HorizonRange.Contains(float64(n)) {
				d.illegal(k.key, text, field.Legal())
				continue
			}
			days = n
		}
		d.state.Overrides[k.field] = raw
	}
}

// legal describes the values of a field in a link, where vectors are knots.
func legal(f sim.Field) string {
	const knots = `date:value pairs joined by "_" with rising dates`
	text := strings.Replace(f.Legal(), "a vector of horizon_days such numbers", knots, 1)
	if f.Kind == sim.Rates {
		text = strings.Replace(text, "vectors of horizon_days numbers", knots, 1) + ", joined by commas"
	}
	return text
}

// parse turns a field's text in a link into JSON.
func parse(f sim.Field, text string, first day.Day, days int) (json.RawMessage, bool) {
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
	default:
		if escaped(text) {
			return nil, false
		}
		return encode(text)
	}
}

// unescape reads %XX and + as in a form; ok is false where an escape is none.
func unescape(text string) (string, bool) {
	if !strings.ContainsAny(text, "%+") {
		return text, true
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '+':
			out = append(out, ' ')
		case '%':
			if i+2 >= len(text) {
				return "", false
			}
			b, err := strconv.ParseUint(text[i+1:i+3], 16, 8)
			if err != nil {
				return "", false
			}
			out = append(out, byte(b))
			i += 2
		default:
			out = append(out, text[i])
		}
	}
	return string(out), true
}
