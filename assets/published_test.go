package assets

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

// The list has every snapshot, and says what the shipped table says of the newest: its figures end where they ended
// then.
func TestPublishedEnds(t *testing.T) {
	list, err := PublishedEnds()
	if err != nil {
		t.Fatal(err)
	}
	again, err := EncodePublished(list)
	if err != nil || !bytes.Equal(again, publishedList) {
		t.Errorf("the list does not encode to itself: %v", err)
	}
	table, err := NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range EmbeddedSnapshots() {
		p, err := PublishedFor(list, name)
		if err != nil {
			t.Fatal(err)
		}
		current := date(name)
		// The study trained on the day after its snapshot too.
		// None was published between 2025-09-08 and the snapshot of 2026-04-20.
		if p.Gas > current+1 || p.RenewalRate > current ||
			p.RenewalRate < min(current-1, table.Date(lastFigure(table.RenewalRate))) {
			t.Errorf("%+v", p)
		}
		for row, d := table.Row(p.Gas), p.Gas; d > p.Gas-90; row, d = row-1, d-1 {
			if math.IsNaN(table.GasTotal[row]) {
				t.Errorf("%s: no gas on %s", name, d)
			}
		}
	}
	if _, err := PublishedFor(list, "2020-01-01"); err == nil || !strings.Contains(err.Error(), "2020-01-01") {
		t.Errorf("unknown snapshot: %v", err)
	}
}

func lastFigure(column []float64) int {
	last := len(column) - 1
	for last > 0 && math.IsNaN(column[last]) {
		last--
	}
	return last
}

// Figures of earlier days that are published later do not reach a snapshot's medians; those of later days stay.
func TestView(t *testing.T) {
	p := Published{"2025-09-09", date("2025-06-24"), date("2025-09-08")}
	table := daily(t)
	for i := range table.GasTotal {
		table.GasTotal[i], table.RenewalRate[i] = 1e13, 0.5
	}
	current := date("2025-09-05") // so that there are days after it
	view := p.View(table, current)
	for i := range table.GasTotal {
		hidden := table.Date(i) > p.Gas && table.Date(i) <= current
		if math.IsNaN(view.GasTotal[i]) != hidden || math.IsNaN(table.GasTotal[i]) {
			t.Fatalf("%s: %v in the view, %v in the table", table.Date(i), view.GasTotal[i], table.GasTotal[i])
		}
	}
	if math.IsNaN(view.RenewalRate[table.Row(current)]) {
		t.Error("a renewal rate is hidden that was published")
	}
}

func TestParsePublishedRefuses(t *testing.T) {
	parse := func(file string, data []byte) error {
		_, err := ParsePublished(file, data)
		return err
	}
	refusesNonsense(t, parse)
	refuses(t, publishedList, parse, []broken{
		{"another key", `"gas"`, `"gass"`, []string{`unknown key "gass"`}},
		{"no such day", `2025-06-24`, `2025-06-31`, []string{"line 8", "published[1].gas", "2025-06-31"}},
		{"order", `"2023-07-31"`, `"2025-09-09"`, []string{"published[1].snapshot", "want a day after"}},
	})
}
