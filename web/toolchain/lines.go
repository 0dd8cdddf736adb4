package toolchain

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// Go's table of functions, runtime.pclntab, as of Go 1.20: a header, names, files, tables by program counter, and the
// functions. The header's offsets count from its own place.
const (
	tableMagic = "\xf1\xff\xff\xff\x00\x00\x01\x08" // then the smallest step and the size of a pointer, of WebAssembly
	headerSize = 72
	functions  = 8 // offsets in the header: how many functions there are
	filesAt    = 40
	tablesAt   = 56
	functabAt  = 64

	// of a function's record
	recordSize  = 44
	stackTable  = 16
	fileTable   = 20
	lineTable   = 24
	moreTables  = 28 // how many follow the record
	minProgram  = 1000
	tableHeight = 1 << 26
)

// lean is a program without lines or, from a Go that writes its table in another way than is known here, as it is: it
// runs all the same, and the budget says that it is larger.
func lean(program []byte) []byte {
	out := bytes.Clone(program)
	if withoutLines(out) != nil {
		return program
	}
	return out
}

// withoutLines takes the files and lines of code out of a program's traces, which then name functions alone: the bytes
// become zeros, and pack to nothing. A program that nobody reads traces of needs none. It changes the program.
func withoutLines(program []byte) error {
	wrong := errors.New("toolchain: no table of functions as Go 1.20 to 1.26 writes it")
	at := bytes.Index(program, []byte(tableMagic))
	if at < 0 || bytes.Contains(program[at+1:], []byte(tableMagic)) || len(program) < at+headerSize {
		return wrong
	}
	table := program[at:]
	word := func(i int) int { return int(binary.LittleEndian.Uint64(table[i:])) }
	n, files, tables, functab := word(functions), word(filesAt), word(tablesAt), word(functabAt)
	if n < minProgram || files < headerSize || tables <= files || functab <= tables || functab+8*n > len(table) ||
		functab > tableHeight {
		return wrong
	}
	half := func(i int) int { return int(binary.LittleEndian.Uint32(table[i:])) }
	kept := make([]bool, functab-tables)
	keep := func(offset int) bool { // a table ends with a zero where a difference of values would stand
		for i := offset; offset != 0; {
			for part := 0; part < 2; part++ {
				first := i
				for i < len(kept) && table[tables+i] >= 0x80 {
					kept[i] = true
					i++
				}
				if i >= len(kept) {
					return false
				}
				kept[i] = true
				if i++; part == 0 && i == first+1 && table[tables+first] == 0 && first != offset {
					return true
				}
			}
		}
		return true
	}
	for f := range n {
		record := functab + half(functab+8*f+4)
		if record+recordSize > len(table) || half(record) != half(functab+8*f) {
			return wrong
		}
		for i := range half(record + moreTables) {
			if at := record + recordSize + 4*i; at+4 > len(table) || !keep(half(at)) {
				return wrong
			}
		}
		if !keep(half(record + stackTable)) {
			return wrong
		}
		clear(table[record+fileTable : record+fileTable+4])
		clear(table[record+lineTable : record+lineTable+4])
	}
	clear(table[files:tables])
	for i, needed := range kept {
		if !needed {
			table[tables+i] = 0
		}
	}
	return nil
}
