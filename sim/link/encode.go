package link

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// ErrTooLong says that a state does not fit into a link and has to travel as a scenario file.
var ErrTooLong = errors.New("too long for a link")

// Encode writes a state as a query string, without the question mark. Equal states give equal strings,
// and nothing in them needs an escape. The error is ErrTooLong, or names an override that is no legal value.
func Encode(s State) (string, error) {
	current, err := day.Parse(s.Snapshot)
	if err != nil {
		return "", refused(fault.Illegal, snapshotKey, strconv.Quote(s.Snapshot), fault.Plainly(fault.LinkSnapshot))
	}
	out := versionKey + "=" + strconv.Itoa(s.Overrides.Version()) + "&" + snapshotKey + "=" + s.Snapshot
	add := func(key, value string) {
		if value != "" {
			out += "&" + key + "=" + value
		}
	}
	if s.Edition > 0 {
		add(editionKey, strconv.Itoa(s.Edition))
	}
	if s.Own.Hash != "" {
		add(ownKey, s.Own.String())
	}
	for name := range s.Overrides {
		if name != snapshotKey && name != versionName && Key(name) == "" {
			return "", refused(fault.LinkNoKey, name, strconv.Quote(name), nil)
		}
	}
	for _, a := range assumption.ByPlace() {
		raw, ok := s.Overrides[a.Name]
		if !ok {
			continue
		}
		value, err := format(a, raw, current+1)
		if err != nil {
			return "", err
		}
		add(a.Link, value)
	}
	if s.View.Chart != DefaultChart(s.Overrides.Version()) && slices.Contains(Charts, s.View.Chart) {
		add(chartKey, s.View.Chart)
	}
	add(unitKey, unlessFirst(s.View.Unit, Units))
	add(bandKey, unlessFirst(s.View.Band, Bands))
	add(bandOfKey, unlessFirst(s.View.BandOf, BandsOf))
	add(hiddenKey, strings.Join(s.View.Hidden, ","))
	if s.View.Scale != DefaultScale(s.Overrides.Version()) && slices.Contains(Scales, s.View.Scale) {
		add(scaleKey, s.View.Scale)
	}
	if z := s.View.Zoom; z[0] != z[1] {
		add(zoomKey, z[0].String()+knotMark+z[1].String())
	}
	controls := make([]string, len(s.View.Controls))
	for i, field := range s.View.Controls {
		controls[i] = Key(field)
	}
	add(controlsKey, strings.Join(controls, ","))
	for _, p := range s.View.Ensemble.parts() {
		if *p.value > p.high {
			return "", refused(fault.Illegal, p.key, strconv.FormatUint(*p.value, 10),
				fault.Within(fault.AtMost, float64(p.low), float64(p.high)))
		}
		if *p.value > 0 {
			add(p.key, strconv.FormatUint(*p.value, 10))
		}
	}
	if err := s.View.writeCost(add); err != nil {
		return "", err
	}
	if err := s.View.writePins(add); err != nil {
		return "", err
	}
	add(languageKey, s.Language)
	if len(out) > MaxLength {
		return "", ErrTooLong
	}
	return out, nil
}

func unlessFirst(value string, legal []string) string {
	if value == legal[0] || !slices.Contains(legal, value) {
		return ""
	}
	return value
}

// format writes the JSON value of a field as a link does.
func format(f *assumption.Row, raw json.RawMessage, first day.Day) (string, error) {
	fail := func() (string, error) {
		return "", refused(fault.Illegal, f.Name, fault.Short(string(raw)), f.Legal())
	}
	path := func(raw json.RawMessage) (string, error) {
		var p mechafil.Path
		if err := p.UnmarshalJSON(raw); err != nil || len(p) == 0 {
			return fail()
		}
		text, ok := formatPath(p, first)
		if !ok {
			return "", ErrTooLong
		}
		return text, nil
	}
	switch f.Kind {
	case assumption.Whole, assumption.Number:
		var v float64
		if json.Unmarshal(raw, &v) != nil {
			return fail()
		}
		return formatNumber(v), nil
	case assumption.Switch:
		var on bool
		if json.Unmarshal(raw, &on) != nil {
			return fail()
		}
		return strconv.FormatBool(on), nil
	case assumption.Daily:
		return path(raw)
	case assumption.Rates:
		var entries []json.RawMessage
		if json.Unmarshal(raw, &entries) != nil || len(entries) == 0 {
			return fail()
		}
		parts := make([]string, len(entries))
		for i, entry := range entries {
			text, err := path(entry)
			if err != nil {
				return "", err
			}
			parts[i] = text
		}
		return strings.Join(parts, ","), nil
	default: // a name or a date
		var text string
		if json.Unmarshal(raw, &text) != nil || escaped(text) {
			return fail()
		}
		return text, nil
	}
}

// escaped reports whether text would need an escape in a query.
func escaped(text string) bool {
	return text == "" || strings.ContainsFunc(text, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' ||
			r == '.')
	})
}
