package toolchain

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"
)

// section is one of a WebAssembly program.
func section(id byte, content ...byte) []byte {
	return append(binary.AppendUvarint([]byte{id}, uint64(len(content))), content...)
}

func dataOf(segments ...segment) []byte {
	out := binary.AppendUvarint(nil, uint64(len(segments)))
	for _, s := range segments {
		out = append(appendSigned(append(out, 0, 0x41), s.at), 0x0b)
		out = append(binary.AppendUvarint(out, uint64(len(s.data))), s.data...)
	}
	return out
}

func join(parts ...[]byte) []byte { return slices.Concat(parts...) }

func TestJoinSegments(t *testing.T) {
	head, other := []byte("\x00asm\x01\x00\x00\x00"), section(1, 7, 8, 9)
	far := int64(70 + widestGap + 1)
	given := join(head, other, section(dataSection, dataOf(
		segment{60, []byte{1}}, segment{1 << 20, []byte{4, 5}}, segment{69, []byte{2}}, segment{far, []byte{3}},
		segment{1<<20 + 2 + widestGap, []byte{6}})...), section(0, 1, 'x'))
	got, err := joinSegments(given)
	if err != nil {
		t.Fatal(err)
	}
	want := join(head, other, section(dataSection, dataOf(
		segment{60, []byte{1, 0, 0, 0, 0, 0, 0, 0, 0, 2}}, segment{far, []byte{3}},
		segment{1 << 20, join([]byte{4, 5}, make([]byte, widestGap), []byte{6})})...), section(0, 1, 'x'))
	if !bytes.Equal(got, want) {
		t.Errorf("%x\nwant\n%x", got, want)
	}
	if again, err := joinSegments(got); err != nil || !bytes.Equal(again, got) {
		t.Errorf("joined twice is another program, %v", err)
	}
}

func TestJoinSegmentsRefuses(t *testing.T) {
	head := []byte("\x00asm\x01\x00\x00\x00")
	for name, program := range map[string][]byte{
		"nothing":    nil,
		"cut off":    join(head, []byte{1, 9, 0}),
		"passive":    join(head, section(dataSection, 1, 1, 1, 0)),
		"computed":   join(head, section(dataSection, 1, 0, 0x23, 0, 0x0b, 1, 0)),
		"overlaying": join(head, section(dataSection, dataOf(segment{8, []byte{1, 2}}, segment{9, []byte{3}})...)),
		"too few":    join(head, section(dataSection, append([]byte{2}, dataOf(segment{8, []byte{1}})[1:]...)...)),
		"too many":   join(head, section(dataSection, append(dataOf(segment{8, []byte{1}}), 0)...)),
	} {
		if got, err := joinSegments(program); err == nil {
			t.Errorf("%s: %x", name, got)
		}
	}
}

func TestSignedNumbers(t *testing.T) {
	for _, n := range []int64{0, 1, 63, 64, -1, -64, -65, 8191, 8192, 1<<31 - 1, -1 << 31} {
		in := cursor{b: appendSigned(nil, n)}
		if got := in.signed(); got != n || in.broken || len(in.b) > 0 {
			t.Errorf("%d is read back as %d", n, got)
		}
	}
}

// The memory of a program of Go's linker starts with the same bytes, and it is all that differs.
func TestProgramKeepsItsMemory(t *testing.T) {
	linked, err := link("../..", "./wasm/engine", withoutInlining(coldInEngine)...)
	if err != nil {
		t.Fatal(err)
	}
	joined, err := Program("../..", "./wasm/engine", withoutInlining(coldInEngine)...)
	if err != nil {
		t.Fatal(err)
	}
	was, segments, others := memory(t, linked)
	is, left, same := memory(t, joined)
	if !bytes.Equal(was, is) || !bytes.Equal(others, same) {
		t.Error("another program came out")
	}
	testWithoutLines(t, joined)
	if segments < 10_000 || left > 100 {
		t.Errorf("%d segments became %d: is it still worth it?", segments, left)
	}
}

// memory is what a program lays into its memory, in how many segments, and all else that is in it.
func memory(t *testing.T, program []byte) (image []byte, segments int, others []byte) {
	t.Helper()
	for in := (cursor{b: program[8:]}); len(in.b) > 0; {
		id := in.byte()
		content := in.take(in.count())
		if id != dataSection {
			others = append(append(others, id), content...)
			continue
		}
		list, err := readSegments(content)
		if err != nil {
			t.Fatal(err)
		}
		segments = len(list)
		for _, s := range list {
			image = append(image, make([]byte, max(0, int(s.at)+len(s.data)-len(image)))...)
			copy(image[s.at:], s.data)
		}
	}
	return image, segments, others
}
