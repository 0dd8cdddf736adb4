package main

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The last figures of a chain are those that run prints for the day.
func TestExplainEndsInTheResult(t *testing.T) {
	got := call("", "explain", "-set", then, "-date", "2024-07-15", "-rate", "0.75")
	if got.status != exitOK || got.stderr != "" {
		t.Fatalf("status %d, %s", got.status, got.stderr)
	}
	if !strings.HasPrefix(got.stdout,
		"2024-07-15 (forecast), snapshot 2023-07-31, FIL+ rate 75 %\n\nPower (status quo)\n------------------\n1. ") {
		t.Errorf("it begins %.120q", got.stdout)
	}
	csv := call("", "run", "-set", then, "-set", "fil_plus_rates=0.75", "-format", "csv")
	lines := strings.Split(csv.stdout, "\n")
	for strings.HasPrefix(lines[0], "#") {
		lines = lines[1:]
	}
	column := map[string]int{}
	for i, name := range strings.Split(lines[0], ",") {
		name, _, _ = strings.Cut(name, " [") // the unit
		column[name] = i
	}
	var row []string
	for _, line := range lines[1:] {
		if strings.HasPrefix(line, "2024-07-15,") {
			row = strings.Split(line, ",")
		}
	}
	if row == nil {
		t.Fatal("run has no such day")
	}
	for series, symbol := range map[string]string{
		"gas_over_netflow": "gas_over_netflow", "direct_over_netflow": "direct_over_netflow",
		"gas_status_quo_fil": "gas_fil",
		"saving_fil":         "saving", "circulating_fil": "circulating", "locked_pledge_of_day_fil": "locked_of_day",
		"qa_power_eib": "qa_power",
	} {
		want, err := strconv.ParseFloat(row[column[series]], 64)
		if err != nil {
			t.Fatalf("%s: %v", series, err)
		}
		m := regexp.MustCompile(`(?s)\n   ` + symbol +
			`\[t\] = [^\n]*\n(?:     [^\n]*\n)*   = (-?[0-9.]+)( %)?`).FindStringSubmatch(got.stdout)
		if m == nil {
			t.Errorf("no step gives %s", symbol)
			continue
		}
		v, err := strconv.ParseFloat(m[1], 64)
		if err != nil {
			t.Fatal(err)
		}
		if m[2] != "" {
			v /= 100
		}
		if d := v - want; d > 1e-8*want || -d > 1e-8*want {
			t.Errorf("%s is %v in the chain, %v in the run", series, v, want)
		}
	}
}

// then is the study's network, from which the default of now has curves to look at.
const then = "snapshot=2023-07-31"

func TestExplainFlags(t *testing.T) {
	for _, c := range []struct {
		args   []string
		status int
		part   string
	}{
		{[]string{"-date", "2024-07-15", "-set", then}, exitOK, "FIL+ rate 75 %"},
		{[]string{"-date", "2023-07-05", "-set", then}, exitOK, "2023-07-05 (history)"},
		{[]string{"-date", "2023-07-05", "-set", then}, exitOK,
			"= no value\n   A mean of 30 days needs that many days before it"},
		{[]string{"-date", "2024-07-15", "-preset", "refilled"}, exitOK, "Power (network with DirectFIL+)"},
		{[]string{"-date", "2024-07-15", "-preset", "study"}, exitOK, "odds[t] = logistic_deal * deal[t]"},
		{[]string{"-date", "2026-01-01", "-set", "snapshot=2025-09-09"}, exitOK, "snapshot 2025-09-09"},
		{[]string{}, exitUsage, `-date is "", want a day like 2024-07-15`},
		{[]string{"-date", "2024-7-15"}, exitUsage, `-date is "2024-7-15"`},
		{[]string{"-date", "2030-01-01", "-set", then}, exitUsage,
			"date is 2030-01-01, want a day in 2023-07-01..2026-07-29"},
		{[]string{"-date", "2024-07-15", "-rate", "1.5"}, exitUsage, "-rate is 1.5, want a share in 0..1"},
		{[]string{"-date", "2024-07-15", "-rate", "NaN"}, exitUsage, "\"NaN\" for flag -rate"},
		{[]string{"-date", "2024-07-15", "-set", "nothing=1"}, exitUsage, "nothing"},
	} {
		got := call("", append([]string{"explain"}, c.args...)...)
		if got.status != c.status || !strings.Contains(got.stdout+got.stderr, c.part) {
			t.Errorf("%q: status %d, %.300s, want %q", c.args, got.status, got.stdout+got.stderr, c.part)
		}
	}
}
