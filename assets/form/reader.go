package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// document is a JSON text that is read strictly: every key known, present and given once, every number in its domain.
// The first fault is kept in err, and after it everything reads as zero, so callers check once at the end.
//
// encoding/json checks the syntax only, since the page reads a pack before its first picture: all by json.Unmarshal,
// without line numbers and most of the checks, a first pack takes 70 ms more of the processor (98 instead of 25 ms,
// later ones 29 instead of 5 ms; Go 1.26.8, Node 20, a busy AMD EPYC), and the page 11 KB gzip less. See
// BenchmarkPack of assets.
type document struct {
	file string
	data []byte
	err  error
}

// value is one JSON value of a document, with its path for messages.
type value struct {
	doc  *document
	path string
	text []byte // without surrounding space
	at   int    // where text begins in the document
}

// newDocument checks the syntax of data and returns its outermost value.
func newDocument(file string, data []byte) (*document, value) {
	doc := &document{file: file, data: data}
	// Valid is the fast way to know, Unmarshal the way to know where.
	if !json.Valid(data) {
		var raw json.RawMessage
		err := json.Unmarshal(data, &raw)
		at := len(data)
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			at = int(syntax.Offset)
		}
		line, column := doc.position(at)
		doc.err = caused(fault.DocumentSyntax, err,
			fault.At(fault.AtColumn, "file", file, "line", strconv.Itoa(line), "column", strconv.Itoa(column)))
		return doc, value{doc: doc}
	}
	start := skipSpace(data, 0)
	return doc, value{doc: doc, text: data[start:skipValue(data, start)], at: start}
}

func (d *document) position(at int) (line, column int) {
	before := d.data[:min(at, len(d.data))]
	return 1 + bytes.Count(before, []byte{'\n'}), max(1, len(before)-1-bytes.LastIndexByte(before, '\n'))
}

// fail records a fault of the value unless the document has one already.
func (v *value) fail(f *fault.Fault) { v.failAt(0, v.path, f) }

// failAt records a fault at byte i of the value.
func (v *value) failAt(i int, path string, f *fault.Fault) {
	if v.doc.err != nil {
		return
	}
	line, _ := v.doc.position(v.at + i)
	f.Place = fault.At(fault.OnLine, "file", v.doc.file, "line", strconv.Itoa(line))
	f.Field = path
	if path == "" {
		f.Field = "document"
	}
	v.doc.err = f
}

// Instead is the fault of a value in whose place something else is wanted, for checks of members.
//
//go:noinline
func Instead(value string, want *fault.Code, pairs ...string) *fault.Fault {
	f := fault.Bad("", value, fault.Plainly(want, pairs...))
	f.Code = fault.DocumentValue
	return f
}

// keyed is the fault of a key.
//
//go:noinline
func keyed(code *fault.Code, key string) *fault.Fault {
	return fault.New(code, "key", strconv.Quote(key))
}

// caused is the fault that another package found.
//
//go:noinline
func caused(code *fault.Code, err error, place *fault.Place) *fault.Fault {
	f := fault.New(code)
	f.Cause, f.Place = err, place
	return f
}

// wrongLength is the fault of a list of another length.
//
//go:noinline
func wrongLength(n, want int) *fault.Fault {
	return fault.New(fault.DocumentLength, "n", strconv.Itoa(n), "want", strconv.Itoa(want))
}

// shown is the text of a value, shortened, for messages.
func shown(text []byte) string {
	const most = 40
	if len(text) > most {
		return string(text[:most]) + "..."
	}
	return string(text)
}

func (v *value) child(name string) string {
	if v.path == "" {
		return name
	}
	return v.path + "." + name
}

// object returns the values of the members, in their order; those of absent ones may have no text.
func (v *value) object(members Object) []value {
	found := make([]value, len(members))
	for i := range found {
		found[i] = value{doc: v.doc, path: v.child(members[i].name)}
	}
	if v.doc.err != nil {
		return found
	}
	if v.text[0] != '{' {
		v.fail(Instead(shown(v.text), fault.Object))
		return found
	}
	for i := skipSpace(v.text, 1); v.text[i] != '}'; {
		end := skipValue(v.text, i)
		var key string
		if err := json.Unmarshal(v.text[i:end], &key); err != nil {
			v.failAt(i, v.path, caused(fault.DocumentKey, err, nil))
			return found
		}
		known := slices.IndexFunc(members, func(m *Member) bool { return m.name == key })
		if known < 0 {
			v.failAt(i, v.path, keyed(fault.DocumentUnknown, key))
			return found
		}
		if found[known].text != nil {
			v.failAt(i, v.path, keyed(fault.DocumentTwice, key))
			return found
		}
		start := skipSpace(v.text, skipSpace(v.text, end)+1) // over the colon
		end = skipValue(v.text, start)
		found[known].text, found[known].at = v.text[start:end], v.at+start
		i = skipComma(v.text, end)
	}
	for k := range found {
		if found[k].text == nil && !members[k].Absent {
			v.fail(keyed(fault.DocumentMissing, members[k].name))
		}
	}
	return found
}

// list returns the values of an array of exactly n, or of any length if n is negative.
func (v *value) list(n int) []value {
	if v.doc.err == nil && v.text[0] != '[' {
		v.fail(Instead(shown(v.text), fault.AList))
	}
	if v.doc.err != nil {
		// Callers may index up to n.
		return slices.Repeat([]value{{doc: v.doc}}, max(0, n))
	}
	var items []value
	for i := skipSpace(v.text, 1); v.text[i] != ']'; {
		end := skipValue(v.text, i)
		items = append(items, value{doc: v.doc, path: v.entry(len(items)), text: v.text[i:end], at: v.at + i})
		i = skipComma(v.text, end)
	}
	if n >= 0 && len(items) != n {
		v.fail(wrongLength(len(items), n))
		return v.list(n)
	}
	return items
}

func (v *value) entry(i int) string { return v.path + "[" + strconv.Itoa(i) + "]" }

// number returns a number of the domain.
func (v *value) number(d Domain) float64 {
	if v.doc.err != nil {
		return 0
	}
	f, want := parseNumber(v.text, d)
	if want != nil {
		v.fail(Instead(shown(v.text), want))
		return 0
	}
	return f
}

func (v *value) integer() int { return int(v.number(Count)) }

// numbers returns a list of numbers of the domain. If nulls are allowed they become NaN.
func (v *value) numbers(d Domain, nulls bool) []float64 {
	return v.entries(nulls, func(item []byte) (float64, *fault.Fault) {
		f, want := parseNumber(item, d)
		if want != nil {
			return 0, Instead(shown(item), want)
		}
		return f, nil
	})
}

// entries returns what parse makes of each entry of a list; parse may say what is wrong with one.
func (v *value) entries(nulls bool, parse func(item []byte) (float64, *fault.Fault)) []float64 {
	if v.doc.err != nil {
		return nil
	}
	if v.text[0] != '[' {
		v.fail(Instead(shown(v.text), fault.Numbers))
		return nil
	}
	numbers := make([]float64, 0, 1+bytes.Count(v.text, []byte{','}))
	for i := skipSpace(v.text, 1); v.text[i] != ']'; {
		end := skipValue(v.text, i)
		item := v.text[i:end]
		f := math.NaN()
		if !nulls || item[0] != 'n' {
			var refused *fault.Fault
			if f, refused = parse(item); refused != nil {
				v.failAt(i, v.entry(len(numbers)), refused)
				return nil
			}
		}
		numbers = append(numbers, f)
		i = skipComma(v.text, end)
	}
	return numbers
}

func (v *value) string() string {
	if v.doc.err != nil {
		return ""
	}
	var s string
	if v.text[0] != '"' || json.Unmarshal(v.text, &s) != nil {
		v.fail(Instead(shown(v.text), fault.String))
	}
	return s
}

func (v *value) date() day.Day {
	s := v.string()
	if v.doc.err != nil {
		return 0
	}
	d, err := day.Parse(s)
	if err != nil {
		v.fail(Instead(strconv.Quote(s), fault.ADay))
	}
	return d
}

// parseNumber reads a JSON value that should be a number; want says what is wanted instead, and is nil on success.
func parseNumber(text []byte, d Domain) (v float64, want *fault.Code) {
	if c := text[0]; c != '-' && (c < '0' || c > '9') {
		return 0, fault.ANumber
	}
	v, _ = strconv.ParseFloat(string(text), 64) // out of range gives infinity, a fault of every domain
	return v, d.Check(v)
}
