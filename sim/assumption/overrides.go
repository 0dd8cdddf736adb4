package assumption

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Overrides are the fields of a scenario that differ from its defaults, by JSON key. Keys that
// are missing take the default of the snapshot they meet in Resolve.
type Overrides map[string]json.RawMessage

// OwnFigures is the one member of a scenario file that is no field: it says which figures of a reader's own the
// scenario was made with. A file does not carry them. Resolve refuses overrides that have it, so that nobody
// computes from other figures in silence; who can say so takes it out first, with TakeOwn.
const OwnFigures = "own_figures"

// TakeOwn is the overrides without OwnFigures, and what that was, nil where there is none.
func (o Overrides) TakeOwn() (Overrides, json.RawMessage) {
	own, ok := o[OwnFigures]
	if !ok {
		return o, nil
	}
	o = maps.Clone(o)
	delete(o, OwnFigures)
	return o, own
}

// ParseScenario reads the JSON form of a scenario: one object, every key optional. Errors say
// "scenario JSON" with line and column, or name the unknown or repeated key.
func ParseScenario(data []byte) (Overrides, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) // some editors begin a file with a byte order mark
	var object map[string]json.RawMessage
	if err := json.Unmarshal(data, &object); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return nil, misspelt(data, syntax)
		}
		return nil, noObject(data)
	}
	if object == nil { // the text is null
		return nil, noObject(data)
	}
	o := Overrides{}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.Token() // the opening brace; the text is known to be one valid object
	var errs []error
	for dec.More() {
		rest := data[dec.InputOffset():]
		at := len(data) - len(bytes.TrimLeft(rest, ", \t\r\n")) + 1 // the key's opening quote
		token, err := dec.Token()
		if err != nil {
			panic("assumption: a valid object has " + err.Error())
		}
		key := token.(string)
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			panic("assumption: a valid object has " + err.Error())
		}
		if _, err := Named(key); err != nil && key != OwnFigures {
			unknown := unknownName(key)
			unknown.Place = position(data, at)
			errs = append(errs, unknown)
		} else if _, twice := o[key]; twice {
			errs = append(errs, &fault.Fault{Code: fault.ScenarioTwice, Field: key, Place: position(data, at)})
		} else {
			o[key] = value
		}
	}
	return o, errors.Join(errs...)
}

func firstByte(data []byte) int { return len(data) - len(bytes.TrimLeft(data, " \t\r\n")) + 1 }

// position is that of the byte before offset, in lines and columns from 1.
func position(data []byte, offset int) *fault.Place {
	before := data[:max(0, min(offset-1, len(data)))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return fault.At(fault.InScenario, "line", strconv.Itoa(1+bytes.Count(before, []byte("\n"))),
		"column", strconv.Itoa(utf8.RuneCount(before[start:])+1))
}

func noObject(data []byte) error {
	return &fault.Fault{Code: fault.ScenarioNoObject, Place: position(data, firstByte(data))}
}

// misspelt is what package json says of a text, with the place. It has words alone for what it met: the character and
// where in a value that stood are taken from them.
func misspelt(data []byte, syntax *json.SyntaxError) error {
	said := strings.TrimPrefix(syntax.Error(), "json: ")
	out := &fault.Fault{Code: fault.JSONSyntax, Place: position(data, int(syntax.Offset)),
		Pairs: []string{"said", said}}
	if rest, ok := strings.CutPrefix(said, "invalid character "); ok {
		rest, _, _ = strings.Cut(rest, " (expecting") // in literal true
		if end := strings.LastIndexByte(rest, '\''); end > 0 {
			out.Code, out.Pairs = fault.JSONCharacter,
				[]string{"character", rest[:end+1], "where", strings.TrimSpace(rest[end+1:])}
		}
	} else if said == "unexpected end of JSON input" {
		out.Code, out.Pairs = fault.JSONEnd, nil
		out.Place = position(data, len(data)+1) // what is missing is missing after the last byte
	}
	return out
}

// Set reads one field from text as a person types it: a JSON value, a bare name, or for
// fil_plus_rates a comma-separated list.
func (o Overrides) Set(name, text string) error {
	field, err := Named(name)
	if err != nil {
		return err
	}
	text = strings.TrimSpace(text)
	switch {
	case (field.Kind == Choice || field.Kind == Date) && !strings.HasPrefix(text, `"`):
		quoted, _ := json.Marshal(text)
		text = string(quoted)
	case field.Kind == Rates && !strings.HasPrefix(text, "["):
		text = "[" + text + "]"
	}
	if !json.Valid([]byte(text)) {
		return field.refuse(text)
	}
	probe := Scenario{}
	if err := field.decode(json.RawMessage(text), &probe); err != nil {
		return err
	}
	o.Put(name, json.RawMessage(text))
	return nil
}

// baseFee is the assumption that fixes the price of gas, priceName that which chooses how it comes about.
const (
	baseFee   = "base_fee_nanofil"
	priceName = "price"
)

// Put sets an override. A base fee fixes the price, whatever was chosen before.
//
//go:noinline
func (o Overrides) Put(name string, value json.RawMessage) {
	if o[name] = value; name == baseFee {
		delete(o, priceName)
	}
}

// Drop takes an override back, so that the default counts again. def are the defaults. A base fee that goes back to its
// default fixes the price all the same, and a price that follows block space again leaves no base fee behind.
//
//go:noinline
func (o Overrides) Drop(name string, def *Scenario) {
	_, fixed := o[baseFee]
	_, chosen := o[priceName]
	if delete(o, name); def.Price != FixedPrice {
		switch {
		case name == priceName:
			delete(o, baseFee)
		case name == baseFee && fixed && !chosen:
			o[priceName] = json.RawMessage(`"` + FixedPrice + `"`)
		}
	}
}

// Take gives an override the value that it has in others, or takes it back where these have none; with the base fee
// goes the price, and the other way round.
func (o Overrides) Take(name string, from Overrides) {
	for _, each := range [...]string{name, baseFee, priceName} {
		if each != name && name != baseFee && name != priceName {
			continue
		}
		if delete(o, each); from[each] != nil {
			o[each] = from[each]
		}
	}
}

// Lay puts others over the overrides. A price that is given beside a base fee counts.
//
//go:noinline
func (o Overrides) Lay(over Overrides) {
	if value, ok := over[baseFee]; ok {
		o.Put(baseFee, value)
	}
	maps.Copy(o, over)
}

// Version is the version of the defaults that the overrides are laid over: the first where they do not say, or say what
// is none.
func (o Overrides) Version() int {
	var s Scenario
	version := MustNamed("version")
	if raw, ok := o[version.Name]; ok && version.decode(raw, &s) == nil && version.check(&s) == nil {
		return s.Version
	}
	return FirstVersion
}

// SnapshotName is the snapshot that the overrides ask for, or else that of their version.
func (o Overrides) SnapshotName() (string, error) {
	raw, ok := o["snapshot"]
	if !ok {
		return SnapshotOf(o.Version()), nil
	}
	var s Scenario
	if err := MustNamed("snapshot").decode(raw, &s); err != nil {
		return "", err
	}
	return s.Snapshot, nil
}

// Resolve lays the overrides over the defaults of the inputs' snapshot and validates the
// outcome. The error joins all faults, each naming field, value and legal range.
func (o Overrides) Resolve(in *Inputs) (Scenario, error) {
	s, err := DefaultOf(in, o.Version())
	if err != nil {
		return s, err
	}
	if _, fee := o[baseFee]; fee {
		s.Price = FixedPrice // unless the overrides say otherwise
	}
	var errs []error
	decode := func(f *Row) {
		if raw, ok := o[f.Name]; ok {
			errs = append(errs, f.decode(raw, &s))
		}
	}
	first := func(f *Row) bool { return f.Name == "horizon_days" || f.Name == dailyInputs }
	for _, f := range table {
		if first(f) {
			decode(f)
		}
	}
	// The length of these follows the horizon.
	if mechafil.HorizonRange.Contains(float64(s.HorizonDays)) {
		s.Gamma = defaultGamma(in.Snapshot, s.HorizonDays, s.Version)
		errs = append(errs, s.realise(in))
	} else {
		s.Gamma = mechafil.Constant(1) // the horizon is the fault, not the length of this
	}
	for _, f := range table {
		if !first(f) {
			decode(f)
		}
	}
	if own, ok := o[OwnFigures]; ok {
		errs = append(errs, &fault.Fault{Code: fault.Illegal, Field: OwnFigures, Value: string(own),
			Legal: fault.Plainly(fault.PublishedFigures)})
	}
	if s.Snapshot != in.Snapshot.Name {
		errs = append(errs, otherSnapshot(&s, in))
	}
	// What could not be read stands on its default, so that the rest is judged too.
	return s, errors.Join(append(errs, s.Validate(), in.Snapshot.CheckStart(s.Start))...)
}

// otherSnapshot is the fault of a scenario of another snapshot than the one that was loaded.
func otherSnapshot(s *Scenario, in *Inputs) error {
	return fault.Bad("snapshot", strconv.Quote(s.Snapshot), fault.Choose(fault.LoadedSnapshot, in.Snapshot.Name))
}

// refuse is the fault of a text that is no legal value.
func (f *Row) refuse(text string) *fault.Fault {
	return fault.Bad(f.Name, text, f.Legal())
}

// decode reads a JSON value into the scenario's field. The error names field, value and the
// legal values.
func (f *Row) decode(raw json.RawMessage, s *Scenario) error {
	fail := func() error { return f.refuse(fault.Short(string(raw))) }
	if string(raw) == "null" {
		return fail()
	}
	switch p := f.at(s).(type) {
	case *int:
		var v float64
		if json.Unmarshal(raw, &v) != nil || v != math.Trunc(v) || math.Abs(v) > 1e9 {
			return fail()
		}
		*p = int(v)
	case *day.Day:
		var text string
		if json.Unmarshal(raw, &text) != nil {
			return fail()
		}
		d, err := day.Parse(text)
		if err != nil {
			return fail()
		}
		*p = d
	case *mechafil.Path:
		path, err := f.decodePath("", raw, s.HorizonDays)
		if err != nil {
			return err
		}
		*p = path
	case *[]mechafil.Path:
		var entries []json.RawMessage
		if json.Unmarshal(raw, &entries) != nil {
			return fail()
		}
		paths := make([]mechafil.Path, len(entries))
		for i, entry := range entries {
			path, err := f.decodePath(part(i), entry, s.HorizonDays)
			if err != nil {
				return err
			}
			paths[i] = path
		}
		*p = paths
	default:
		if json.Unmarshal(raw, p) != nil {
			return fail()
		}
	}
	return nil
}

// decodePath reads a number or a vector, the field's or a part of it. A vector must have a value for each forecast day;
// only here can [0.5] be told from 0.5. horizonDays 0 means that the horizon is not known yet.
func (f *Row) decodePath(part string, raw json.RawMessage, horizonDays int) (mechafil.Path, error) {
	var path mechafil.Path
	wrong := fault.Of(path.UnmarshalJSON(raw))
	if wrong == nil && raw[0] == '[' && horizonDays > 0 && len(path) != horizonDays {
		wrong = fault.New(fault.VectorLength, "n", strconv.Itoa(len(path)), "days", strconv.Itoa(horizonDays))
	}
	if wrong != nil {
		wrong.Field, wrong.Part, wrong.Legal = f.Name, part, f.Legal()
		return nil, wrong
	}
	return path, nil
}
