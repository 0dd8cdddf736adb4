package toolchain

import (
	"bytes"
	"testing"
)

// testWithoutLines takes the lines out of a program, and looks at what is left. That it runs is for those who run the
// engine: web/module.test.mjs, web/e2e.
func testWithoutLines(t *testing.T, program []byte) {
	t.Helper()
	was := bytes.Clone(program)
	if err := withoutLines(program); err != nil {
		t.Fatal(err)
	}
	cleared := 0
	for i := range was {
		if program[i] == was[i] {
			continue
		}
		if cleared++; program[i] != 0 {
			t.Fatalf("byte %d is %d, was %d", i, program[i], was[i])
		}
	}
	if cleared < 100_000 || bytes.Contains(program, []byte("sim/steps/chain.go")) ||
		!bytes.Contains(program, []byte("sim/steps.")) {
		t.Errorf("%d bytes are cleared", cleared)
	}
}

func TestWithoutLinesRefuses(t *testing.T) {
	for _, program := range [][]byte{nil, []byte(tableMagic), append([]byte(tableMagic), make([]byte, 500)...)} {
		if err := withoutLines(program); err == nil {
			t.Errorf("%d bytes are taken for a program", len(program))
		}
		if out := lean(program); !bytes.Equal(out, program) {
			t.Errorf("of %d bytes that are none %d are left", len(program), len(out))
		}
	}
}
