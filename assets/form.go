package assets

import (
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// The JSON form of a Go value is described once, for the reader and the writer, so that neither knows a key that the
// other does not. A form is one of the types below, or a *string, a *day.Day, or an *int from 0 to 2^31; each holds
// pointers to where values are read into and written from.

// object is the form of an object: members in the order in which they are read and written. A file may have them in any
// order, but must have each of them once, and no other.
type object []*member

type member struct {
	name string
	form any
	// check, if there is one, runs once the member is read, and says what is wrong with it, or nil.
	check func() *fault.Fault
	// absent members are not written, and may be missing where the others are read.
	absent bool
}

// Members are added by functions that are not inlined. Listed in a literal they took 20 KB more of the page.

// has adds a member of any form.
//
//go:noinline
func (o *object) has(name string, form any) *member {
	m := &member{name: name, form: form}
	*o = append(*o, m)
	return m
}

// float adds a number of a domain.
//
//go:noinline
func (o *object) float(name string, d domain, to *float64) *member { return o.has(name, float{d, to}) }

// floats adds a list of just so many numbers of a domain.
//
//go:noinline
func (o *object) floats(name string, d domain, to []float64) *member {
	return o.has(name, floats{d, to})
}

// series adds a column of any length, see deltas.go. Where nulls are allowed they become NaN.
//
//go:noinline
func (o *object) series(name string, d domain, nulls bool, to *[]float64) *member {
	return o.has(name, series{d, nulls, to})
}

type (
	// version is the form of a number that must be this one.
	version int

	float struct {
		domain domain
		to     *float64
	}

	floats struct {
		domain domain
		to     []float64
	}

	series struct {
		domain domain
		nulls  bool
		to     *[]float64
	}

	// tuple is the form of a list of just these.
	tuple []any

	// list is the form of a list of any length. It is written with len entries. at is the form of entry i, which is
	// added if there are only i.
	list struct {
		len int
		at  func(i int) any
	}
)

// parse reads a document of a form. An error names file, line, key, entry and value.
func parse(file string, data []byte, form any) error {
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
	case object:
		for i, found := range v.object(f) {
			if found.text == nil {
				continue // absent, or there is a fault already
			}
			found.read(f[i].form)
			if f[i].check == nil || v.doc.err != nil {
				continue
			}
			if refused := f[i].check(); refused != nil {
				found.fail(refused)
			}
		}
	case tuple:
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
	case version:
		if got := v.integer(); got != int(f) {
			v.fail(instead(strconv.Itoa(got), fault.ThatNumber, "n", strconv.Itoa(int(f))))
		}
	case *int:
		*f = v.integer()
	case *string:
		*f = v.string()
	case *day.Day:
		*f = v.date()
	}
}

// encode writes a document of a form. Equal values give equal bytes. Values outside their domains are written as they
// are: callers read back what they wrote.
func encode(form any) []byte {
	w := new(writer)
	w.write("", form)
	return append(w.text, '\n')
}

// write writes a value of a form, as the member of that name or, with an empty name, as an item.
func (w *writer) write(name string, form any) {
	switch f := form.(type) {
	case object:
		w.open(name)
		for _, m := range f {
			if !m.absent {
				w.write(m.name, m.form)
			}
		}
		w.close()
	case tuple:
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
	case version:
		w.integer(name, int(f))
	case *int:
		w.integer(name, *f)
	case *string:
		w.string(name, *f)
	case *day.Day:
		w.string(name, f.String())
	}
}
