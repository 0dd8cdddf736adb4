package main

import (
	"flag"
	"io"
	"strings"
	"testing"
)

// Numbers on the command line are as programs write them: none is read as another.
func TestNumberFlags(t *testing.T) {
	set := func(args ...string) (float64, int, uint64, error) {
		flags := flag.NewFlagSet("", flag.ContinueOnError)
		flags.SetOutput(io.Discard)
		number := float64Flag(flags, "number", 0.25, "")
		var whole int
		var seed uint64
		intFlag(flags, &whole, "whole", 7, "")
		uint64Flag(flags, &seed, "seed", 8, "")
		err := flags.Parse(args)
		return *number, whole, seed, err
	}
	if number, whole, seed, err := set(); number != 0.25 || whole != 7 || seed != 8 || err != nil {
		t.Errorf("defaults %v, %v, %v, %v", number, whole, seed, err)
	}
	if number, whole, seed, err := set("-number", "1.250", "-whole", "010", "-seed",
		"18446744073709551615"); number != 1.25 || whole != 10 || seed != 1<<64-1 || err != nil {
		t.Errorf("%v, %v, %v, %v", number, whole, seed, err)
	}
	for _, text := range []string{"", "1,000", "0,5", "5.", "0x10", "1_000", "NaN", "Inf", "1 000", "75%", "five"} {
		for _, name := range []string{"number", "whole", "seed"} {
			if number, whole, seed, err := set("-"+name, text); err == nil ||
				!strings.Contains(err.Error(), "-"+name+": want a") {
				t.Errorf("-%s %q: %v, %v, %v, %v", name, text, number, whole, seed, err)
			}
		}
	}
}

// What a flag or -set takes is named when it is refused, and nothing is run.
func TestNumbersOnTheCommandLine(t *testing.T) {
	for _, args := range [][]string{
		{"run", "-set", "base_fee_nanofil=1,000"}, {"run", "-set", "base_fee_nanofil=0."},
		{"run", "-set", "horizon_days=3,000"},
		{"run", "-set", "renewal_rate=75%"}, {"run", "-set", "base_fee_nanofil=0x10"},
		{"breakeven", "-target", "0,01"}, {"breakeven", "-between", "0,1,000"}, {"breakeven", "-between", "0.,1"},
		{"ensemble", "-runs", "0x20"},
		{"ensemble", "-seed", "1_000"}, {"explain", "-date", "2024-07-15", "-rate", "75%"},
	} {
		got := call("", args...)
		value := args[len(args)-1]
		if _, set, ok := strings.Cut(value, "="); ok {
			value = set
		}
		if got.status != exitUsage || got.stdout != "" || !strings.Contains(got.stderr, value) {
			t.Errorf("%v: status %d, stdout %.80q, stderr %q", args, got.status, got.stdout, got.stderr)
		}
	}
}
