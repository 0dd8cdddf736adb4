package toolchain

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// widestGap is how many zeros between two data segments are written out rather than left to a segment of its own.
// Measured on page and engine: from 64 on the packed sizes hardly move.
const widestGap = 256

const dataSection = 11

var errSegments = errors.New("data segments are not as Go's linker writes them")

// joinSegments writes the data of a WebAssembly program in few segments. Go's linker begins another one behind each
// eight zeros, some 60,000 of them, and their headers break what xz and gzip would find to be alike. The
// memory is zero before the segments are laid into it, so that the program starts with the same bytes.
func joinSegments(program []byte) ([]byte, error) {
	const header = 8 // magic number and version
	if len(program) < header {
		return nil, errors.New("no WebAssembly program")
	}
	out := append(make([]byte, 0, len(program)*5/4), program[:header]...)
	for in := (cursor{b: program[header:]}); len(in.b) > 0; {
		id := in.byte()
		section := in.take(in.count())
		if id == dataSection && !in.broken {
			joined, err := joinData(section)
			if err != nil {
				return nil, err
			}
			section = joined
		}
		if in.broken {
			return nil, errors.New("a WebAssembly program that was cut off")
		}
		out = append(binary.AppendUvarint(append(out, id), uint64(len(section))), section...)
	}
	return out, nil
}

type segment struct {
	at   int64 // address
	data []byte
}

// joinData is the content of a data section with the same bytes at the same addresses.
func joinData(section []byte) ([]byte, error) {
	segments, err := readSegments(section)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(segments, func(a, b segment) int { return cmp.Compare(a.at, b.at) })
	var joined []segment
	for _, s := range segments {
		if n := len(joined); n > 0 {
			last := &joined[n-1]
			if gap := s.at - last.at - int64(len(last.data)); gap < 0 {
				return nil, fmt.Errorf("%w: two hold address %d", errSegments, s.at)
			} else if gap <= widestGap {
				last.data = append(append(last.data, make([]byte, gap)...), s.data...)
				continue
			}
		}
		joined = append(joined, segment{s.at, append([]byte(nil), s.data...)})
	}
	out := binary.AppendUvarint(nil, uint64(len(joined)))
	for _, s := range joined {
		out = append(out, 0, 0x41) // of memory 0, i32.const
		out = append(appendSigned(out, s.at), 0x0b)
		out = append(binary.AppendUvarint(out, uint64(len(s.data))), s.data...)
	}
	return out, nil
}

// readSegments reads a data section all of whose segments are laid into memory 0 at a constant address. Their data is
// the section's own.
func readSegments(section []byte) ([]segment, error) {
	in := cursor{b: section}
	var segments []segment
	for range in.count() {
		if in.count() != 0 || in.byte() != 0x41 {
			return nil, errSegments
		}
		at := in.signed()
		if in.byte() != 0x0b {
			return nil, errSegments
		}
		segments = append(segments, segment{at, in.take(in.count())})
		if in.broken {
			return nil, errSegments
		}
	}
	if len(in.b) > 0 || in.broken {
		return nil, errSegments
	}
	return segments, nil
}

// cursor reads on through bytes. Behind their end all is zero, and it is broken.
type cursor struct {
	b      []byte
	broken bool
}

func (c *cursor) take(n uint64) []byte {
	if n > uint64(len(c.b)) {
		c.b, c.broken = nil, true
		return nil
	}
	taken := c.b[:n]
	c.b = c.b[n:]
	return taken
}

func (c *cursor) byte() byte {
	if taken := c.take(1); taken != nil {
		return taken[0]
	}
	return 0
}

// count reads an unsigned LEB128 number.
func (c *cursor) count() uint64 {
	n, size := binary.Uvarint(c.b)
	if size <= 0 {
		c.b, c.broken = nil, true
		return 0
	}
	c.b = c.b[size:]
	return n
}

// signed reads a signed LEB128 number.
func (c *cursor) signed() int64 {
	var n int64
	for shift := 0; shift < 64; {
		b := c.byte()
		n |= int64(b&0x7f) << shift
		shift += 7
		if b&0x80 == 0 {
			if b&0x40 != 0 && shift < 64 {
				n |= -1 << shift
			}
			return n
		}
	}
	c.broken = true
	return 0
}

// appendSigned writes a signed LEB128 number.
func appendSigned(dst []byte, n int64) []byte {
	for n < -0x40 || n >= 0x40 {
		dst = append(dst, byte(n)|0x80)
		n >>= 7
	}
	return append(dst, byte(n)&0x7f)
}
