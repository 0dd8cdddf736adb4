// Package packed reads catalogues that web/words/catalogue has written into one string. Of strings by themselves a
// program carries an address and a length each, which do not compress.
package packed

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Mark ends each text.
const Mark = "\x00"

// Into fills a struct with the texts of a string in the order of its fields, embedded structs and arrays included.
// Before the entries of a slice or a map stands how many there are, before those of a map its key. The struct's own
// fields of the names in skip stay as they are. It panics where there are fewer or more texts than fields, which no
// generated code has.
func Into(to any, texts string, skip ...string) {
	r, root := reader{texts}, reflect.ValueOf(to).Elem()
	for i := range root.NumField() {
		if !slices.Contains(skip, root.Type().Field(i).Name) {
			r.fill(root.Field(i))
		}
	}
	if r.rest != "" {
		panic("packed: more texts than fields")
	}
}

type reader struct{ rest string }

func (r *reader) next() string {
	end := strings.IndexByte(r.rest, Mark[0])
	if end < 0 {
		panic("packed: fewer texts than fields")
	}
	text := r.rest[:end]
	r.rest = r.rest[end+1:]
	return text
}

func (r *reader) count() int {
	n, err := strconv.Atoi(r.next())
	if err != nil {
		panic("packed: " + err.Error())
	}
	return n
}

func (r *reader) fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(r.next())
	case reflect.Float64:
		n, err := strconv.ParseFloat(r.next(), 64)
		if err != nil {
			panic("packed: " + err.Error())
		}
		v.SetFloat(n)
	case reflect.Struct:
		for i := range v.NumField() {
			r.fill(v.Field(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			r.fill(v.Index(i))
		}
	case reflect.Slice:
		n := r.count()
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			r.fill(v.Index(i))
		}
	case reflect.Map:
		n := r.count()
		v.Set(reflect.MakeMapWithSize(v.Type(), n))
		key, entry := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		for range n {
			key.SetString(r.next())
			r.fill(entry)
			v.SetMapIndex(key, entry)
		}
	}
}
