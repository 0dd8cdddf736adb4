package page

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

// In English the page says of legal values what the simulator and the link say.
func TestLegalIsWhatTheSimulatorSays(t *testing.T) {
	text := words.English()
	for _, f := range assumption.Rows() {
		if got := f.Legal().In(text.FaultWords()); got != f.Legal().String() {
			t.Errorf("%s: %q, want %q", f.Name, got, f.Legal())
		}
	}
	for _, f := range illegal(t) {
		if got := text.LinkLegal(f); got != f.Legal.String() {
			t.Errorf("%s: %q, want %q", f.Field, got, f.Legal)
		}
		if _, ok := text.Faults[f.Legal.Code.Name]; !ok {
			t.Errorf("%s: the catalogue has no %s, and another language would say it in English", f.Field,
				f.Legal.Code.Name)
		}
	}
}

// illegal are the faults of a value that none of a link's names takes.
func illegal(t *testing.T) (out []*fault.Fault) {
	t.Helper()
	for _, name := range link.Names() {
		faults := link.Read(name+"=%22", "", nil).Faults
		if len(faults) == 1 && faults[0].Code == fault.LinkOwnFigures {
			continue // no value makes a link carry them
		}
		if len(faults) != 1 || faults[0].Code != fault.Illegal {
			t.Fatalf("%s: %+v", name, faults)
		}
		out = append(out, faults...)
	}
	return out
}

// What is legal in a vector of a link is said in the link's form, the form of a link by its number.
func TestLegalOfALink(t *testing.T) {
	for query, want := range map[string]string{
		"v=99":                                  "reads up to 2:",
		"renewal=2023-08-01:0.7_2020-08-01:0.9": `want a number in 0..1, or date:value pairs joined by "_" with rising dates;`,
		"renewal=2023-08-01:0.7_2024-08-01:1.9": `want a number in 0..1, or date:value pairs`,
		"rates=0.5_0.5": "want 1 to 5 numbers (or date:value pairs joined by \"_\" with " +
			"rising dates) in 0..1, joined by commas",
		"rates=0.5,1.5": "want 1 to 5 numbers (or date:value pairs joined by \"_\" with rising dates) in 0..1, " +
			"joined by commas",
		"seed=-3": "want a whole number from 0 to 9007199254740991;",
		"lang=fr": "“lang” is “fr”, want en or zh-CN",
	} {
		p := newTestPage(t)
		p.Open(query)
		mustContain(t, strings.Join(p.LinkNotices(), "\n"), want)
		if link, _ := p.Link(); strings.Contains(link, "fr") {
			t.Errorf("%s becomes %s", query, link)
		}
	}
}

// A value of a link that is legal in form and not in size is named with its range.
func TestUnsoundIsNamed(t *testing.T) {
	p := newStudyPage(t)
	p.Open("v=1&fee=-1&direct=0&rebound=1")
	got := strings.Join(p.LinkNotices(), "\n")
	mustContain(t, got, "base_fee_nanofil is -1, want a number in 0..1000",
		"Refilled by more deals: deals that cost no gas")
}
