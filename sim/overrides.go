package sim

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
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
			panic("sim: a valid object has " + err.Error())
		}
		key := token.(string)
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			panic("sim: a valid object has " + err.Error())
		}
		line, column := position(data, at)
		if _, err := AssumptionNamed(key); err != nil && key != OwnFigures {
			errs = append(errs, fault.New("scenario_unknown", "scenario JSON: line {line}, column {column}: unknown name {name}, want one of {names}",
				"line", line, "column", column, "name", strconv.Quote(key), "names", assumptionNames()))
		} else if _, twice := o[key]; twice {
			errs = append(errs, fault.New("scenario_twice", "scenario JSON: line {line}, column {column}: {name} is given twice",
				"line", line, "column", column, "name", key))
		} else {
			o[key] = value
		}
	}
	return o, errors.Join(errs...)
}

func firstByte(data []byte) int { return len(data) - len(bytes.TrimLeft(data, " \t\r\n")) + 1 }

// position is that of the byte before offset, in lines and columns from 1.
func position(data []byte, offset int) (line, column string) {
	before := data[:max(0, min(offset-1, len(data)))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return strconv.Itoa(1 + bytes.Count(before, []byte("\n"))), strconv.Itoa(utf8.RuneCount(before[start:]) + 1)
}

func noObject(data []byte) error {
	line, column := position(data, firstByte(data))
	return fault.New("scenario_no_object", "scenario JSON: line {line}, column {column}: want an object of scenario fields", "line", line, "column", column)
}

// misspelt is what package json says of a text, with the place.
func misspelt(data []byte, syntax *json.SyntaxError) error {
	line, column := position(data, int(syntax.Offset))
	said := strings.TrimPrefix(syntax.Error(), "json: ")
	if rest, ok := strings.CutPrefix(said, "invalid character "); ok {
		rest, _, _ = strings.Cut(rest, " (expecting") // in literal true
		if end := strings.LastIndexByte(rest, '\''); end > 0 {
			at := strings.TrimSpace(rest[end+1:])
			return fault.New("json_character", "scenario JSON: line {line}, column {column}: invalid character {character} {where}",
				"line", line, "column", column, "character", rest[:end+1], "where", at)
		}
	}
	if said == "unexpected end of JSON input" {
		line, column = position(data, len(data)+1) // what is missing is missing after the last byte
		return fault.New("json_end", "scenario JSON: line {line}, column {column}: unexpected end of the text", "line", line, "column", column)
	}
	return fault.New("json_syntax", "scenario JSON: line {line}, column {column}: {said}", "line", line, "column", column, "said", said)
}

// Set reads one field from text as a person types it: a JSON value, a bare name, or for
// fil_plus_rates a comma-separated list.
func (o Overrides) Set(name, text string) error {
	field, err := AssumptionNamed(name)
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
		return fmt.Errorf("%s is %s, want %s", name, text, field.Legal())
	}
	probe := Scenario{}
	if err := field.decode(json.RawMessage(text), &probe); err != nil {
		return err
	}
	o.Put(name, json.RawMessage(text))
	return nil
}

// baseFee is the assumption that fixes the price of gas.
const baseFee = "base_fee_nanofil"

// Put sets an override. A base fee fixes the price, whatever was chosen before.
//
//go:noinline
func (o Overrides) Put(name string, value json.RawMessage) {
	if o[name] = value; name == baseFee {
		delete(o, "price")
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
	version := named("version")
	if raw, ok := o[version.Name]; ok && version.decode(raw, &s) == nil && version.check(&s) == nil {
		return s.Version
	}
	return FirstVersion
}

// SnapshotName is the snapshot that the overrides ask for, or fallback.
func (o Overrides) SnapshotName(fallback string) (string, error) {
	raw, ok := o["snapshot"]
	if !ok {
		return fallback, nil
	}
	var s Scenario
	if err := named("snapshot").decode(raw, &s); err != nil {
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
	decode := func(f *Assumption) {
		if raw, ok := o[f.Name]; ok {
			errs = append(errs, f.decode(raw, &s))
		}
	}
	for _, f := range assumptions {
		if f.Name == "horizon_days" {
			decode(f)
			if mechafil.HorizonRange.Contains(float64(s.HorizonDays)) {
				s.Gamma = defaultGamma(in.Snapshot, s.HorizonDays) // its length follows the horizon
			} else {
				s.Gamma = mechafil.Constant(1) // the horizon is the fault, not the length of this
			}
		}
	}
	for _, f := range assumptions {
		if f.Name != "horizon_days" {
			decode(f)
		}
	}
	if own, ok := o[OwnFigures]; ok {
		errs = append(errs, fmt.Errorf("%s is %s, want a scenario that was made with the published figures: these are not in it", OwnFigures, own))
	}
	if s.Snapshot != in.Snapshot.Name {
		errs = append(errs, fmt.Errorf("snapshot is %q, want %q, the one that was loaded", s.Snapshot, in.Snapshot.Name))
	}
	// What could not be read stands on its default, so that the rest is judged too.
	return s, errors.Join(append(errs, s.Validate())...)
}

// decode reads a JSON value into the scenario's field. The error names field, value and the
// legal values.
func (f *Assumption) decode(raw json.RawMessage, s *Scenario) error {
	fail := func() error {
		return fmt.Errorf("%s is %.60s, want %s", f.Name, raw, f.Legal())
	}
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
		path, err := decodePath(f.Name, raw, s.HorizonDays)
		if err != nil {
			return fmt.Errorf("%w, want %s", err, f.Legal())
		}
		*p = path
	case *[]mechafil.Path:
		var entries []json.RawMessage
		if json.Unmarshal(raw, &entries) != nil {
			return fail()
		}
		paths := make([]mechafil.Path, len(entries))
		for i, entry := range entries {
			path, err := decodePath(fmt.Sprintf("%s[%d]", f.Name, i), entry, s.HorizonDays)
			if err != nil {
				return fmt.Errorf("%w, want %s", err, f.Legal())
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

// VectorLength is the kind of a fault: the vector {name} has {n} values where horizon_days is {days}.
const VectorLength = "vector_length"

// decodePath reads a number or a vector. A vector must have a value for each forecast day; only
// here can [0.5] be told from 0.5. horizonDays 0 means that the horizon is not known yet.
func decodePath(name string, raw json.RawMessage, horizonDays int) (mechafil.Path, error) {
	var path mechafil.Path
	if err := path.UnmarshalJSON(raw); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if raw[0] == '[' && horizonDays > 0 && len(path) != horizonDays {
		return nil, fault.New(VectorLength, "{name} has {n} values where horizon_days is {days}", "name", name, "n", strconv.Itoa(len(path)), "days", strconv.Itoa(horizonDays))
	}
	return path, nil
}
