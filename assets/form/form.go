// Package form describes the JSON form of figures once, for reading and for writing: keys, the numbers that may stand
// there, and where these go. It takes the place of encoding/json, which is slower before the page's first picture and
// names no lines, as is said at document.
package form

import (
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// The JSON form of a Go value is described once, for the reader and the writer, so that neither knows a key that the
// other does not. A form is one of the types below, or a *string, a *day.Day, or an *int from 0 to 2^31; each holds
// pointers to where values are read into and written from.

// Object is the form of an object: members in the order in which they are read and written. A file may have them in any
// order, but must have each of them once, and no other.
type Object []*Member

// A Member is a key of an object and the form of its value.
type Member struct {
	name string
	form any
	// Check, if there is one, runs once the member is read, and says what is wrong with it, or nil.
	Check func() *fault.Fault
	// Absent members are not written, and may be missing where the others are read.
	Absent bool
}

// Members are added by functions that are not inlined. Listed in a literal they took 20 KB more of the page.

// Has adds a member of any form.
//
//go:noinline
func (o *Object) Has(name string, form any) *Member {
	m := &Member{name: name, form: form}
	*o = append(*o, m)
	return m
}

// Float adds a number of a domain.
//
//go:noinline
func (o *Object) Float(name string, d Domain, to *float64) *Member { return o.Has(name, float{d, to}) }

// Floats adds a list of just so many numbers of a domain.
//
//go:noinline
func (o *Object) Floats(name string, d Domain, to []float64) *Member {
	return o.Has(name, Floats(d, to))
}

// Series adds a column of any length, see deltas.go. Where nulls are allowed they become NaN.
//
//go:noinline
func (o *Object) Series(name string, d Domain, nulls bool, to *[]float64) *Member {
	return o.Has(name, series{d, nulls, to})
}

// Floats is the form of a list of just so many numbers of a domain.
func Floats(d Domain, to []float64) any { return floats{d, to} }

// List is the form of a list of any length. It is written with n entries. at is the form of entry i, which is added
// if there are only i.
func List(n int, at func(i int) any) any { return list{n, at} }

type (
	// Version is the form of a number that must be this one.
	Version int

	float struct {
		domain Domain
		to     *float64
	}

	floats struct {
		domain Domain
		to     []float64
	}

	series struct {
		domain Domain
		nulls  bool
		to     *[]float64
	}

	// Tuple is the form of a list of just these.
	Tuple []any

	list struct {
		len int
		at  func(i int) any
	}
)

// Parse reads a document of a form. An error names file, line, key, entry and value.
func Parse(file string, data []byte, form any) error {
	doc, root := newDocument(file, data)
	root.read(form)
	return doc.err
}

// read reads a value of a form; a fault is kept in the document.
func (v *value) read(form any) {
	if v.doc.err != nil {
		return
	}
	switch f := form.(type) {
	case Object:
		for i, found := range v.object(f) {
			if found.text == nil {
				continue // absent, or there is a fault already
			}
			found.read(f[i].form)
			if f[i].Check == nil || v.doc.err != nil {
				continue
			}
			if refused := f[i].Check(); refused != nil {
				found.fail(refused)
			}
		}
	case Tuple:
		for i, item := range v.list(len(f)) {
			item.read(f[i])
		}
	case list:
		for i, item := range v.list(-1) {
			item.read(f.at(i))
		}
	case floats:
		for i, item := range v.list(len(f.to)) {
			f.to[i] = item.number(f.domain)
		}
	case float:
		*f.to = v.number(f.domain)
	case series:
		*f.to = v.figures(f.domain, f.nulls)
	case Version:
		if got := v.integer(); got != int(f) {
			v.fail(Instead(strconv.Itoa(got), fault.ThatNumber, "n", strconv.Itoa(int(f))))
		}
	case *int:
		*f = v.integer()
	case *string:
		*f = v.string()
	case *day.Day:
		*f = v.date()
	}
}

// Encode writes a document of a form. Equal values give equal bytes. Values outside their domains are written as they
// are: callers read back what they wrote.
func Encode(form any) []byte {
	w := new(writer)
	w.write("", form)
	return append(w.text, '\n')
}

// write writes a value of a form, as the member of that name or, with an empty name, as an item.
func (w *writer) write(name string, form any) {
	switch f := form.(type) {
	case Object:
		w.open(name)
		for _, m := range f {
			if !m.Absent {
				w.write(m.name, m.form)
			}
		}
		w.close()
	case Tuple:
		w.openList(name)
		for _, item := range f {
			w.write("", item)
		}
		w.closeList()
	case list:
		w.openList(name)
		for i := range f.len {
			w.write("", f.at(i))
		}
		w.closeList()
	case floats:
		w.numbers(name, f.to)
	case series:
		w.figures(name, *f.to)
	case float:
		w.number(name, *f.to)
	case Version:
		w.integer(name, int(f))
	case *int:
		w.integer(name, *f)
	case *string:
		w.string(name, *f)
	case *day.Day:
		w.string(name, f.String())
	}
}
