package main

import (
	"strings"
	"testing"
)

// The shipped snapshots are what the command makes again, and it would say so where they are not.
func TestShippedSnapshots(t *testing.T) {
	var out strings.Builder
	ok, err := run(&out)
	if err != nil || !ok || strings.Count(out.String(), "  ") < 8 || strings.Contains(out.String(), "NOT") {
		t.Errorf("%v\n%s", err, out.String())
	}
	if apart([]float64{1, 2}, []float64{1, 2.1}) < 0.04 || apart([]float64{1}, nil) < 1 {
		t.Error("a difference is not seen")
	}
}
