package form

import (
	"encoding/json"
	"math"
	"strconv"
)

// writer builds a JSON text: one member a line, lists on one line, numbers in their shortest form.
// (json.Marshal writes all on one line, where no diff shows what moved, json.MarshalIndent a line for each number,
// which makes the default pack 70 % longer; and the fingerprints of editions are of the bytes as they are written
// here.)
type writer struct {
	text  []byte
	depth int
	comma bool // the next member or item needs one before it
}

// open begins an object, as the member of that name or, with an empty name, as an item.
func (w *writer) open(name string) {
	w.member(name)
	w.text = append(w.text, '{')
	w.depth++
	w.comma = false
}

func (w *writer) close() {
	w.depth--
	w.line()
	w.text = append(w.text, '}')
	w.comma = true
}

// member begins a member of that name; an empty name begins an item of a list or the document. It is not inlined: a
// copy at every call took 20 KB of the engine.
//
//go:noinline
func (w *writer) member(name string) {
	if w.comma {
		w.text = append(w.text, ',')
	}
	if name != "" {
		w.line()
		w.text = append(w.text, '"')
		w.text = append(w.text, name...)
		w.text = append(w.text, `":`...)
	}
	w.comma = true
}

func (w *writer) line() {
	w.text = append(w.text, '\n')
	for range w.depth {
		w.text = append(w.text, ' ')
	}
}

func (w *writer) openList(name string) {
	w.member(name)
	w.text = append(w.text, '[')
	w.comma = false
}

func (w *writer) closeList() {
	w.text = append(w.text, ']')
	w.comma = true
}

func (w *writer) string(name, s string) {
	w.member(name)
	quoted, _ := json.Marshal(s) // a string always marshals
	w.text = append(w.text, quoted...)
}

func (w *writer) number(name string, v float64) {
	w.member(name)
	w.text = appendNumber(w.text, v)
}

func (w *writer) integer(name string, n int) {
	w.member(name)
	w.text = strconv.AppendInt(w.text, int64(n), 10)
}

// numbers writes a list; NaN becomes null.
func (w *writer) numbers(name string, list []float64) {
	w.openList(name)
	for _, v := range list {
		w.number("", v)
	}
	w.closeList()
}

// appendNumber appends the shortest JSON number that reads back as v, and null for NaN. An
// infinity, which JSON cannot hold, comes out as a number that no domain accepts.
func appendNumber(text []byte, v float64) []byte {
	switch {
	case math.IsNaN(v):
		return append(text, "null"...)
	case math.IsInf(v, 0):
		return append(text, "1e999"...)
	}
	start := len(text)
	text = strconv.AppendFloat(text, v, 'f', -1, 64)
	plain := len(text) - start
	if plain <= 4 {
		return text // nothing in scientific form is shorter
	}
	// Digits and exponent as integers: 8384976500000 is 83849765e5, 0.00001 is 1e-5.
	var buffer [40]byte
	e := strconv.AppendFloat(buffer[:0], v, 'e', -1, 64)
	cut := len(e) - 1
	for e[cut] != 'e' {
		cut--
	}
	exponent, _ := strconv.Atoi(string(e[cut+1:]))
	var short []byte
	for i, c := range e[:cut] {
		if c == '.' {
			exponent -= cut - i - 1
			continue
		}
		short = append(short, c)
	}
	short = append(short, 'e')
	short = strconv.AppendInt(short, int64(exponent), 10)
	if len(short) < plain {
		text = append(text[:start], short...)
	}
	return text
}
