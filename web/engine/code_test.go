package engine

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/doc"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

func askFor(t *testing.T, e *Engine, name, request string) Coded {
	t.Helper()
	answer, err := e.Answer(name, []byte(request))
	if err != nil {
		t.Fatalf("%s %s: %v", name, request, err)
	}
	var out Coded
	if err := json.Unmarshal(answer, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// Link, preset and scenario give the result of the page that their link opens, number for number.
func TestCodedRun(t *testing.T) {
	var read []string
	e := newEngine(t, &read)
	editions, err := assets.Editions()
	if err != nil {
		t.Fatal(err)
	}
	edition := strconv.Itoa(len(editions))
	for _, c := range []struct{ request, link string }{
		{`{}`, "v=2&snapshot=" + assumption.DefaultSnapshot + "&model=1"},
		{`{"preset":"default"}`, "v=2&snapshot=" + assumption.DefaultSnapshot + "&model=1"},
		{`{"snapshot":"2025-09-09"}`, "v=2&snapshot=2025-09-09&model=1"},
		{`{"scenario":{"version":2,"base_fee_nanofil":0.7}}`, "v=2&snapshot=" + assumption.DefaultSnapshot +
			"&model=1&fee=0.7"},
		{`{"scenario":{}}`, "v=1&snapshot=2023-07-31&model=1"},
		{`{"preset":"study"}`, "v=1&snapshot=2023-07-31&model=1&fee=1&gas=regime&direct=0.15"},
		{`{"preset":"refilled","snapshot":"2025-09-09"}`, "v=1&snapshot=2025-09-09&model=1&rebound=1&feedback=true"},
		{`{"scenario":{"fil_plus_rates":[0.9],"horizon_days":3,"raw_onboarding_pib":[1,2,4]}}`,
			"v=1&snapshot=2023-07-31&model=1&days=3&rates=0.9&onboarding=2023-08-01:1_2023-08-02:2_2023-08-03:4"},
		{`{"scenario":{"snapshot":"2025-09-09","base_fee_nanofil":0.7},"snapshot":"2023-07-31"}`,
			"v=1&snapshot=2025-09-09&model=1&fee=0.7"},
		{`{"query":"https://example.org/some/page?v=1&fee=0.7&by=outflow"}`,
			"v=1&snapshot=2023-07-31&model=1&fee=0.7&by=outflow"},
		{`{"query":"fee=0.7"}`, "v=1&snapshot=2023-07-31&model=1&fee=0.7"},
	} {
		c.link = strings.Replace(c.link, "model=1", "model="+edition, 1)
		got := askFor(t, e, "run", c.request)
		if got.Link != c.link || len(got.Faults) > 0 || len(got.Notices) > 0 ||
			got.Edition != len(editions) {
			t.Errorf("%s: link %q, want %q; faults %v, notices %q, edition %d", c.request, got.Link, c.link, got.Faults,
				got.Notices, got.Edition)
		}
		shown, err := shipped.Page(words.English(), c.link, nil)
		if err != nil {
			t.Fatal(err)
		}
		want, err := doc.Make(shown, page.KindJSON)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Result, bytes.TrimSpace(want)) || len(want) < 2000 {
			t.Errorf("%s: %.80s…, want %.80s…", c.request, got.Result, want)
		}
		if linked := askFor(t, e, "link", c.request); linked.Link != c.link || linked.Result != nil {
			t.Errorf("%s: the link is %q", c.request, linked.Link)
		}
		picture, err := doc.Make(shown, page.KindSVG)
		if err != nil {
			t.Fatal(err)
		}
		if drawn := askFor(t, e, "card", c.request); drawn.SVG != string(picture) {
			t.Errorf("%s: another card", c.request)
		}
	}
	if len(read) == 0 || slices.ContainsFunc(read, func(name string) bool {
		return name != "data/2025-09-09.json" && name != "data/2023-07-31.json" && name != assets.PastFile
	}) {
		t.Errorf("read %q", read)
	}
}

func TestCodedNotices(t *testing.T) {
	var read []string
	got := askFor(t, newEngine(t, &read), "run", `{"query":"fee=0.9&model=99"}`)
	if len(got.Notices) != 1 || len(got.Faults) > 0 || !strings.Contains(got.Notices[0], "edition 99") ||
		len(got.Result) == 0 {
		t.Errorf("%+v", got)
	}
	// Thousands of different values fit no link.
	values := make([]float64, 1095)
	for i := range values {
		values[i] = float64(i*i%997) / 997
	}
	list, _ := json.Marshal(values)
	if got := askFor(t, newEngine(t, &read), "check", `{"scenario":{"renewal_rate":`+string(list)+
		`}}`); got.Link != "" || len(got.Faults) > 0 {
		t.Errorf("%d bytes of link, faults %v", len(got.Link), got.Faults)
	}
}

func TestCodedFaults(t *testing.T) {
	var read []string
	e := newEngine(t, &read)
	for _, c := range []struct {
		request string
		want    []Fault // messages are checked to hold the rest
	}{
		{`{"scenario":{"base_fee_nanofil":-1}}`, []Fault{{"base_fee_nanofil", "-1", "a number in 0..1000", ""}}},
		{`{"scenario":{"base_fee_nanofil":-1,"adoption":"soon","horizon_days":0.5}}`, []Fault{
			{"horizon_days", "0.5", "a whole number in 1..7300", ""}, {"base_fee_nanofil", "-1", "a number in 0..1000",
				""},
			{"adoption", `"soon"`, `one of "none", "full", "constant", "logistic"`, ""}}},
		{`{"scenario":{"base_fee_nanofil":-1,"gama":2,"snapshot":"2024-01-01","rebound":"x"}}`, []Fault{
			{"gama", "", "one of snapshot", ""}, {"snapshot", `"2024-01-01"`, `one of "2023-07-31"`, ""},
			{"rebound", `"x"`, "a number in", ""},
			{"base_fee_nanofil", "-1", "a number in 0..1000", ""}}},
		{`{"scenario":{"base_fee_nanofil":-1,"adoption":"soon"}}`, []Fault{
			{"base_fee_nanofil", "-1", "a number in 0..1000", ""},
			{"adoption", `"soon"`, `one of "none", "full", "constant", "logistic"`, ""}}},
		{`{"scenario":{"gama":1}}`, []Fault{{"gama", "", "one of snapshot", ""}}},
		{`{"scenario":{"snapshot":"2024-01-01"}}`,
			[]Fault{{"snapshot", `"2024-01-01"`, `one of "2023-07-31", "2025-09-09"`, ""}}},
		{`{"snapshot":"2024-01-01"}`, []Fault{{"snapshot", `"2024-01-01"`, `one of "2023-07-31", "2025-09-09"`, ""}}},
		{`{"scenario":{"snapshot":7}}`, []Fault{{"snapshot", "7", "the name of a shipped snapshot", ""}}},
		{`{"scenario":{"snapshot":"2025-09-09","lock_target":2}}`,
			[]Fault{{"lock_target", "2", "a number in 0..1", ""}}},
		{`{"scenario":{"fil_plus_rates":[0.5,1.5]}}`, []Fault{{"fil_plus_rates", "1.5", "a number in 0..1", ""}}},
		{`{"scenario":{"fil_plus_rates":[]}}`, []Fault{{"fil_plus_rates", "0 entries", "1 to 5 rates in 0..1", ""}}},
		{`{"scenario":{"gamma":[1,null]}}`,
			[]Fault{{"gamma", "entry 1 is null, not a finite number", "a number in 0..1, or a vector", ""}}},
		{`{"scenario":{"gamma":[1,0.5]}}`,
			[]Fault{{"gamma", "2 values where horizon_days is 1095", "a number in 0..1, or a vector", ""}}},
		{`{"scenario":{"adoption_start":"2024-02-30"}}`,
			[]Fault{{"adoption_start", `"2024-02-30"`, "a day YYYY-MM-DD in 2020-10-15..2100-01-01", ""}}},
		{`{"scenario":{"rebound":1,"direct_gas_fraction":0}}`,
			[]Fault{{"rebound", "1 with direct_gas_fraction 0", "a direct_gas_fraction of 0.01 or more", ""}}},
		{`{"scenario":[1]}`, []Fault{{"", "", "", "want an object"}}},
		{`{"preset":"best"}`, []Fault{{"preset", `"best"`, "one of stayed, study", ""}}},
		{`{"query":"fee=-3&colour=red"}`,
			[]Fault{{"colour", "red", "", ""}, {"base_fee_nanofil", "-3", "a number in 0..1000", ""}}},
		{`{"query":"?v=1&fee=0."}`, []Fault{{"base_fee_nanofil", "0.", "a number in 0..1000", ""}}},
		{`{"query":"?v=1&fee=1&snapshot=2024-01-01"}`,
			[]Fault{{"snapshot", "2024-01-01", "2023-07-31, 2025-09-09", ""}}},
		{`{"query":"?v=1&fee=1#v=1&fee=2"}`, []Fault{{"link", "", "", "two scenarios"}}},
		{`{"query":"colour=red"}`, []Fault{{"colour", "red", "", ""}}},
		{`{"query":"https://example.org/other.html"}`,
			[]Fault{{"link", `"https://example.org/other.html"`, "an address with a query", ""}}},
	} {
		for _, name := range []string{"run", "check", "link", "card"} {
			got := askFor(t, e, name, c.request)
			if len(got.Faults) != len(c.want) || got.Result != nil || got.Link != "" || got.SVG != "" {
				t.Errorf("%s %s: %+v", name, c.request, got)
				continue
			}
			for i, f := range got.Faults {
				w := c.want[i]
				if f.Field != w.Field || f.Value != w.Value && !strings.HasPrefix(f.Value, w.Value+": ") ||
					!strings.HasPrefix(f.Legal, w.Legal) ||
					!strings.Contains(f.Message, w.Message) || !strings.Contains(f.Message, w.Field) &&
					link.Key(w.Field) == "" || !strings.Contains(f.Message, w.Legal) {
					t.Errorf("%s %s: %+v, want %+v", name, c.request, f, w)
				}
			}
		}
	}
	// Every field's own fault names it.
	for _, f := range assumption.Rows() {
		got := askFor(t, e, "check", `{"scenario":{"`+f.Name+`":{}}}`)
		if len(got.Faults) != 1 || got.Faults[0].Field != f.Name || got.Faults[0].Legal == "" ||
			got.Faults[0].Value != "{}" && f.Kind != assumption.Daily {
			t.Errorf("%s: %+v", f.Name, got.Faults)
		}
	}
}

// Figures that cannot be had are no fault of the scenario, and are not replaced in silence.
func TestCodedWithoutFigures(t *testing.T) {
	lost, err := New(func(string) ([]byte, error) { return nil, errors.New("lost") })
	if err != nil {
		t.Fatal(err)
	}
	if got := askFor(t, lost, "run", `{}`); len(got.Result) == 0 {
		t.Error("the default's figures are inside")
	}
	for _, request := range []string{`{"snapshot":"2025-09-09"}`, `{"query":"snapshot=2025-09-09"}`,
		`{"scenario":{"snapshot":"2025-09-09"}}`} {
		if _, err := lost.Answer("run", []byte(request)); err == nil || !strings.Contains(err.Error(), "lost") {
			t.Errorf("%s: %v", request, err)
		}
	}
}
