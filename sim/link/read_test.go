package link

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
)

// row is a link and what it must be read as, by page, Worker and command line alike.
type row struct {
	Link    string   // an address, or its end
	Start   string   // link of the page at it
	Read    string   // the same scenario and view, as Encode writes them
	Faults  []string // reason and key
	Unsound []string // keys of values that are legal in form and not in size: for assumption.Overrides.Sound
}

func table(t *testing.T) []row {
	t.Helper()
	data, err := os.ReadFile("testdata/links.json")
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

// faultNames are faults as the table has them.
func faultNames(faults []*fault.Fault) (out []string) {
	for _, f := range faults {
		out = append(out, strings.TrimSpace(f.Code.Name+" "+f.Field))
	}
	return out
}

func TestTable(t *testing.T) {
	for _, r := range table(t) {
		got := Read(r.Link, r.Start, []string{snapshot, "2025-09-09"})
		text, err := Encode(got.State)
		preset := assumption.DefaultPreset()
		standard, _ := Encode(State{Snapshot: preset.Snapshot, Overrides: preset.Overrides})
		if want := strings.Replace(r.Read, "{default}", standard, 1); err != nil || text != want {
			t.Errorf("%s is read as %s, %v, want %s", r.Link, text, err, want)
		}
		if faults := faultNames(got.Faults); !slices.Equal(faults, r.Faults) {
			t.Errorf("%s: faults %q, want %q", r.Link, faults, r.Faults)
		}
		for _, f := range got.Faults {
			if f.Error() == "" || f.Code != fault.LinkNewerFormat && !strings.Contains(f.Error(), f.Field) {
				t.Errorf("%s: %+v is said as %q", r.Link, f, f.Error())
			}
		}
	}
}

// A link that is cut anywhere is read as a part of itself, with a notice, or as what a whole link would be: no number
// in it becomes another one for lack of its digits.
func TestCutAnywhere(t *testing.T) {
	const whole = "v=1&snapshot=2023-07-31&model=1&rates=0.5,0.75&renewal=2023-08-01:0.25_2024-08-01:0.75&fee=0.5&adoption=constant&share=0.25"
	for n := len("v=1"); n < len(whole); n++ {
		got := Read(whole[:n], "", []string{snapshot})
		if strings.IndexByte(".,:_=-", whole[n-1]) >= 0 && len(got.Faults) != 1 {
			t.Errorf("%s: %v, want one fault", whole[:n], got.Faults)
		}
		for _, f := range got.Faults {
			if f.Code.Name != fault.LinkCut.Name && f.Code.Name != fault.Illegal.Name {
				t.Errorf("%s: %v", whole[:n], f)
			}
		}
		// Where a program says by dots that it shows no more, something is missing whatever stands before them.
		for _, dots := range []string{"…", "...", "…)"} {
			if got := Read(whole[:n]+dots, "", []string{snapshot}); len(got.Faults) != 1 ||
				got.Faults[0].Code.Name != fault.LinkCut.Name && got.Faults[0].Code.Name != fault.Illegal.Name {
				t.Errorf("%s%s: %v, want one fault", whole[:n], dots, got.Faults)
			}
		}
	}
}

// Whatever sticks to the end of a link of ours, its scenario is the same or the notice names the value.
func TestStuckMarks(t *testing.T) {
	for _, text := range []string{
		"v=1&snapshot=2023-07-31&model=1&fee=0.9", "v=1&snapshot=2023-07-31&model=1&days=365",
		"v=1&snapshot=2023-07-31&model=1&rates=0.5,1", "v=1&snapshot=2023-07-31&model=1&adoption=none",
		"v=1&snapshot=2023-07-31&model=1&renewal=2023-08-01:0.25_2024-08-01:0.75",
		"v=1&snapshot=2023-07-31&model=1&start=2024-04-24", "v=1&snapshot=2023-07-31&model=1&hide=direct",
		"v=1&snapshot=2023-07-31&model=1&zoom=2024-01-01_2024-07-01", "v=1&snapshot=2023-07-31&model=1&lang=zh-CN",
		"v=1&snapshot=2023-07-31&model=1",
	} {
		for _, mark := range []string{")", "]", ">", "。", "，", "»", `"`, "*", "**", "_", ".", ",", ";", "!", "?", "'",
			"\u200b", "\u2069", "\u200e", "\u00a0", "\u202f", ").", "*_", "”", "&gt;", "&quot;", "&)"} {
			got := Read("https://example.org/?"+text+mark, "", []string{snapshot})
			again, err := Encode(got.State)
			if err != nil {
				t.Fatal(err)
			}
			key := text[strings.LastIndex(text, "&")+1 : strings.LastIndex(text, "=")]
			named := len(got.Faults) == 1 && got.Faults[0].Field == key
			if again != text && !named || again == text && len(got.Faults) > 0 {
				t.Errorf("%s with %q is read as %s, %v", text, mark, again, got.Faults)
			}
			ambiguous := mark == "," && (key == "rates" || key == "hide") || mark == "." && key == "rates" ||
				mark == "_" && key == "renewal"
			if named != ambiguous {
				t.Errorf("%s with %q: faults %v, want one: %v", text, mark, got.Faults, ambiguous)
			}
		}
	}
}

// Names that others append are no names of ours, and no link of ours begins with one of them.
func TestAppendedNames(t *testing.T) {
	for _, name := range Names() {
		if appended(name) {
			t.Errorf("%s is a name of a link", name)
		}
	}
	const link = "v=1&snapshot=2023-07-31&model=1&fee=0.9"
	for _, name := range append(AppendedNames(), "utm_source", "pk_campaign") {
		for _, query := range []string{name + "=x%20y&" + link, link + "&" + name + "=", "v=1&" + name + "&" + link} {
			got := Read("?"+query, "", nil)
			if text, err := Encode(got.State); err != nil || text != link || len(got.Faults) > 0 || !got.Loose {
				t.Errorf("%s: %s, %v, %+v", query, text, err, got.Faults)
			}
		}
	}
}

// What an address says, if it says anything.
func TestFound(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.org/gasburden/?v=1&fee=1": true,
		"https://example.org/?v=1&fee=1#method":    true,
		"https://example.org/gasburden/#v=1&fee=1": true,
		"file:///tmp/gasburden.html#?v=1":          true,
		"https://example.org/#method":              false,
		"https://example.org/#:~:text=a=b":         false,
		"https://example.org/study.html":           false,
		"https://example.org/?utm_source=x":        false,
		"https://example.org/?nothing=1":           false,
		"study":                                    false,
		"v=1&fee=1":                                true,
		"fee=cheap":                                true,
		"":                                         false,
	} {
		if got := Read(address, "", nil); got.Found != want || !want && !strings.Contains(address, "nothing") &&
			!strings.Contains(address, "study") && len(got.Faults) > 0 {
			t.Errorf("%s: %+v, want found %v", address, got, want)
		}
	}
}
