package fault_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/model/fault"
)

func TestFault(t *testing.T) {
	cause := errors.New("too few")
	err := fmt.Errorf("outer: %w", fault.Of(cause, "rows", "{file}: {n} rows", "file", "a{n}.csv", "n", "2"))
	if got, want := err.Error(), "outer: a{n}.csv: 2 rows"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if !errors.Is(err, cause) {
		t.Error("the cause is lost")
	}
	var f *fault.Fault
	if !errors.As(err, &f) || f.Kind != "rows" || !slices.Equal(f.Pairs, []string{"file", "a{n}.csv", "n", "2"}) {
		t.Errorf("%+v", f)
	}
	if errors.Is(fault.New("rows", "none"), cause) {
		t.Error("a fault without a cause has one")
	}
}

func TestFill(t *testing.T) {
	for _, c := range []struct {
		sentence string
		pairs    []string
		want     string
	}{
		{"no placeholder", nil, "no placeholder"},
		{"{a} and {b}", []string{"a", "{b}", "b", "2"}, "{b} and 2"},
		{"{a}{a}", []string{"a", "1"}, "11"},
		{"{missing} stays", []string{"a", "1"}, "{missing} stays"},
		{"open {a", []string{"a", "1"}, "open {a"},
	} {
		if got := fault.Fill(c.sentence, c.pairs...); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
