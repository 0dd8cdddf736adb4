package fault_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

var german = &fault.Catalogue{
	Texts: map[string]string{
		"illegal": "{field} ist {value}, erwartet {legal}", "number": "eine Zahl in {range}",
		"in_file":   "Datei {file}: ",
		"table_csv": "CSV: {cause}", "csv_quote": "Anführungszeichen", "unexpected": "unerwartet: {said}",
	},
	Words: map[string]string{"runs": "Läufe"},
}

func TestFault(t *testing.T) {
	cause := errors.New("too few")
	err := fmt.Errorf("outer: %w", &fault.Fault{Code: fault.TableCells, Cause: cause,
		Place: fault.At(fault.InFile, "file", "a{n}.csv"), Pairs: []string{"n", "2", "want", "3"}})
	if got, want := err.Error(), "outer: a{n}.csv: 2 cells, want 3"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if !errors.Is(err, cause) || !errors.Is(err, fault.TableCells) || errors.Is(err, fault.TableCell) {
		t.Error("the cause or the kind is lost")
	}
	f := fault.Of(err)
	if f == nil || f.Pair("n") != "2" || f.Pair("m") != "" || f.Sentence(nil) != "2 cells, want 3" {
		t.Errorf("%+v", f)
	}
	if errors.Is(fault.New(fault.TableEmpty), cause) || fault.Of(cause) != nil {
		t.Error("a fault without a cause has one, or an error that is none is a fault")
	}
}

func TestLanguages(t *testing.T) {
	joined := errors.Join(
		&fault.Fault{Code: fault.Illegal, Field: "runs", Part: "[1]", Value: "2",
			Legal: fault.Within(fault.NumberIn, 0, 1)},
		errors.Join(fmt.Errorf("outer: %w", &fault.Fault{Code: fault.TableCSV, Cause: fault.CSVQuote,
			Place: fault.At(fault.InFile, "file", "f")})),
		errors.New("panic"), fault.New(fault.TableEmpty))
	for _, c := range []struct {
		in   *fault.Catalogue
		want []string
	}{
		{nil, []string{"runs[1] is 2, want a number in 0..1", `outer: f: extraneous or missing " in quoted-field`,
			"panic", "empty file, want a header"}},
		{german, []string{"Läufe[1] ist 2, erwartet eine Zahl in 0..1", "Datei f: CSV: Anführungszeichen",
			"unerwartet: panic",
			"unerwartet: empty file, want a header"}},
	} {
		if got, want := fault.Say(c.in, joined), strings.Join(c.want, "\n"); got != want {
			t.Errorf("%s\nwant\n%s", got, want)
		}
	}
	if list := fault.List(joined); len(list) != 4 || fault.List(nil) != nil {
		t.Errorf("%d errors, want 4", len(list))
	}
}

// TestLegal: ranges and choices as text.
func TestLegal(t *testing.T) {
	days := fault.WithinDays(fault.DayIn, day.Of(2020, 10, 15), day.Of(2100, 1, 1))
	for want, legal := range map[string]*fault.Legal{
		"a day in 2020-10-15..2100-01-01":           days,
		`one of "a", "b"`:                           fault.OneOfQuoted("a", "b"),
		"one of a, b":                               fault.OneOf("a", "b"),
		"a whole number from 0 to 9007199254740991": fault.Within(fault.WholeFromTo, 0, 1<<53-1),
		"a number in 0.00001..1000000":              fault.Within(fault.NumberIn, 1e-5, 1e6),
		"none or horizon_days = 7":                  fault.Plainly(fault.NoneOrLength, "days", "7"),
		"":                                          nil,
	} {
		if got := legal.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestGiven(t *testing.T) {
	for want, f := range map[string]*fault.Fault{
		"-1":        {Code: fault.Illegal, Value: "-1"},
		"0 entries": {Code: fault.IllegalCount, Pairs: []string{"n", "0"}},
	} {
		if got := f.Given(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestShort(t *testing.T) {
	whole := strings.Repeat("字", 60)
	if got := fault.Short(whole); got != whole {
		t.Errorf("%q", got)
	}
	if got := fault.Short(whole + "x"); got != whole+"…" {
		t.Errorf("%q", got)
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
