package main

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var predicted = regexp.MustCompile(`^gas +(-?[0-9.e+-]+) Ggas/day\nregime +([01]) \((low|high) gas\)\n`)

// TestPredict compares with scikit-learn's corners of the grid in regime-model.json.
func TestPredict(t *testing.T) {
	for _, c := range []struct {
		deal, ratio string
		gas         float64
		regime      string
		warnings    []string
	}{
		{"1", "1", 1209.6518652806008, "0 (low gas)", []string{"outside"}},
		{"1", "5", -7534.334292101366, "1 (high gas)", []string{"negative", "outside"}},
		{"5", "1", 24076.22440220431, "1 (high gas)", []string{"outside"}},
		{"5", "5", 8294.57494446031, "1 (high gas)", []string{"outside"}},
		// Source: by hand from the planes of the same file.
		{"5", "2", 5*3957.2273091404186 - 2*3945.4123644359997 + 8235.500220938215, "1 (high gas)", nil},
		{"0", "1", 8783.14970503524 - 8874.887921969563, "0 (low gas)", []string{"negative"}},
		{"1000", "20", 1000*3957.2273091404186 - 20*3945.4123644359997 + 8235.500220938215, "1 (high gas)", []string{"outside"}},
	} {
		got := call("", "predict", "-model", "regime", "-deal", c.deal, "-ratio", c.ratio)
		match := predicted.FindStringSubmatch(got.stdout)
		if got.status != exitOK || got.stderr != "" || match == nil {
			t.Errorf("deal %s, ratio %s: status %d, stdout %q, stderr %q", c.deal, c.ratio, got.status, got.stdout, got.stderr)
			continue
		}
		gas, err := strconv.ParseFloat(match[1], 64)
		if err != nil || math.Abs(gas-c.gas) > 1e-9*math.Abs(c.gas) || match[2]+" ("+match[3]+" gas)" != c.regime {
			t.Errorf("deal %s, ratio %s: %v in regime %s (%s), want %v in %s", c.deal, c.ratio, gas, match[2], match[3], c.gas, c.regime)
		}
		digits := strings.TrimLeft(strings.ReplaceAll(strings.TrimPrefix(match[1], "-"), ".", ""), "0")
		if len(digits) < 8 {
			t.Errorf("deal %s, ratio %s: %s has fewer than 8 significant digits", c.deal, c.ratio, match[1])
		}
		for _, word := range []string{"negative", "outside"} {
			warned := strings.Contains(got.stdout, word)
			if want := strings.Contains(strings.Join(c.warnings, " "), word); warned != want {
				t.Errorf("deal %s, ratio %s: warned of %s %v, want %v", c.deal, c.ratio, word, warned, want)
			}
		}
	}
}

// TestPredictDefaultModel: -model may be left out.
func TestPredictDefaultModel(t *testing.T) {
	if a, b := call("", "predict", "-deal", "5", "-ratio", "2"), call("", "predict", "-model", "regime", "-deal", "5", "-ratio", "2"); a != b {
		t.Errorf("%+v and %+v", a, b)
	}
}

func TestPredictFaults(t *testing.T) {
	for _, c := range []struct {
		args []string
		part string
	}{
		{nil, "-deal"},
		{[]string{"-deal", "5"}, "-ratio"},
		{[]string{"-ratio", "2"}, "-deal"},
		{[]string{"-deal", "NaN", "-ratio", "2"}, "-deal is NaN, want PiB a day in 0..1000"},
		{[]string{"-deal", "Inf", "-ratio", "2"}, "-deal is +Inf, want PiB a day in 0..1000"},
		{[]string{"-deal", "-1", "-ratio", "2"}, "-deal is -1, want PiB a day in 0..1000"},
		{[]string{"-deal", "1001", "-ratio", "2"}, "-deal is 1001, want PiB a day in 0..1000"},
		{[]string{"-deal", "1e999", "-ratio", "2"}, "1e999"},
		{[]string{"-deal", "five", "-ratio", "2"}, "five"},
		{[]string{"-deal", "5", "-ratio", "NaN"}, "-ratio is NaN, want QA power / raw power in 1..20"},
		{[]string{"-deal", "5", "-ratio", "0.9"}, "-ratio is 0.9, want QA power / raw power in 1..20"},
		{[]string{"-deal", "5", "-ratio", "21"}, "-ratio is 21, want QA power / raw power in 1..20"},
		{[]string{"-deal", "5", "-ratio", "2", "-model", "scaling"}, `-model is "scaling", want "regime"`},
		{[]string{"-deal", "5", "-ratio", "2", "3"}, `unexpected argument "3"`},
		{[]string{"-deal", "5", "-ratio", "2", "-fast"}, "-fast"},
	} {
		got := call("", append([]string{"predict"}, c.args...)...)
		if got.status != exitUsage || got.stdout != "" || !strings.Contains(got.stderr, c.part) {
			t.Errorf("%v: status %d, stdout %q, stderr %q", c.args, got.status, got.stdout, got.stderr)
		}
	}
}
