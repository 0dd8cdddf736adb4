package link

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/mechafil"
)

const snapshot = "2023-07-31"

func TestLinkText(t *testing.T) {
	zoom := [2]day.Day{day.Of(2024, 1, 1), day.Of(2025, 1, 1)}
	for _, c := range []struct {
		name  string
		state State
		want  string
	}{
		{"default", State{Snapshot: snapshot, Edition: 1}, "v=1&snapshot=2023-07-31&model=1"},
		{"the study", State{Snapshot: snapshot, Edition: 1,
			Overrides: set(`{"gas_model":"regime","base_fee_nanofil":1,"direct_gas_fraction":0.15}`)},
			"v=1&snapshot=2023-07-31&model=1&fee=1&gas=regime&direct=0.15"},
		{"every kind", State{Snapshot: snapshot, Edition: 2,
			Overrides: set(`{"fil_plus_rates":[0.5,0.9],"adoption":"logistic","adoption_start":"2024-04-24","burn_feedback":true,"horizon_days":4,"renewal_rate":[0.5,0.6,0.7,0.7]}`),
			View: View{Chart: "outflow", Unit: "gas", Band: "off", BandOf: "mean", Hidden: []string{"direct", "2"},
				Zoom: zoom, Controls: []string{"fil_plus_rates", "base_fee_nanofil"},
				Ensemble: Ensemble{Runs: 200, Seed: 7, Block: 30}}, Language: "zh-CN"},
			"v=1&snapshot=2023-07-31&model=2&days=4&rates=0.5,0.9&renewal=2023-08-01:0.5_2023-08-03:0.7&adoption=logistic&start=2024-04-24&feedback=true&by=outflow&unit=gas&band=off&band_of=mean&hide=direct,2&zoom=2024-01-01_2025-01-01&controls=rates,fee&runs=200&seed=7&block=30&lang=zh-CN"},
		{"rates over time", State{Snapshot: snapshot, Edition: 1,
			Overrides: set(`{"horizon_days":4,"fil_plus_rates":[[0.5,0.5,1,1],0.25]}`)},
			"v=1&snapshot=2023-07-31&model=1&days=4&rates=2023-08-02:0.5_2023-08-03:1,0.25"},
		{"the view's defaults", State{Snapshot: snapshot, Edition: 1,
			View: View{Chart: "netflow", Unit: "fil", Band: "80", BandOf: "day"}}, "v=1&snapshot=2023-07-31&model=1"},
	} {
		got, err := Encode(c.state)
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
			continue
		}
		back := Read(got, "", nil)
		if len(back.Faults) > 0 || !back.Found || back.Loose {
			t.Errorf("%s: %+v", c.name, back)
		}
		if again, err := Encode(back.State); err != nil || again != got {
			t.Errorf("%s: read back and written again: %q, %v", c.name, again, err)
		}
	}
}

func set(text string) assumption.Overrides {
	o, err := assumption.ParseScenario([]byte(text))
	if err != nil {
		panic(err)
	}
	return o
}

// Each field at legal values, through a link and back.
func TestRoundTripOfEveryField(t *testing.T) {
	values := map[assumption.Kind][]string{assumption.Switch: {"true", "false"},
		assumption.Date: {`"2020-10-15"`, `"2099-12-31"`}}
	for _, f := range assumption.Rows() {
		if f.Name == "snapshot" || f.Name == versionName {
			continue
		}
		if Key(f.Name) == "" {
			t.Errorf("%s has no key", f.Name)
			continue
		}
		texts := values[f.Kind]
		for _, choice := range f.Choices {
			texts = append(texts, `"`+choice+`"`)
		}
		number := func(v float64) string { b, _ := json.Marshal(v); return string(b) }
		middle := f.Range.Min + (f.Range.Max-f.Range.Min)/3
		switch f.Kind {
		case assumption.Whole:
			texts = []string{number(f.Range.Min), number(f.Range.Max), number(math.Floor(middle))}
		case assumption.Number:
			texts = []string{number(f.Range.Min), number(f.Range.Max), number(middle),
				number(math.Nextafter(middle, 0))}
		case assumption.Daily, assumption.Rates:
			ramp, steps := make([]float64, 365), make([]float64, 365)
			for i := range ramp {
				ramp[i] = middle + float64(i)/1000*(f.Range.Max-middle)
				steps[i] = []float64{middle, f.Range.Max, f.Range.Min}[i/100%3]
			}
			a, _ := json.Marshal(ramp)
			b, _ := json.Marshal(steps)
			texts = []string{number(f.Range.Min), number(f.Range.Max), number(middle), string(a), string(b)}
			if f.Kind == assumption.Rates {
				texts = []string{"[" + strings.Join(texts, ",") + "]", "[" + number(middle) + "]"}
			}
		}
		if len(texts) == 0 {
			t.Errorf("%s: nothing to try", f.Name)
		}
		for _, text := range texts {
			o := assumption.Overrides{f.Name: json.RawMessage(text)}
			if f.Kind == assumption.Daily || f.Kind == assumption.Rates {
				o["horizon_days"] = json.RawMessage("365")
			}
			q, err := Encode(State{Snapshot: snapshot, Edition: 1, Overrides: o})
			if err != nil {
				t.Errorf("%s = %.80s: %v", f.Name, text, err)
				continue
			}
			back := Read(q, "", nil)
			if len(back.Faults) > 0 {
				t.Errorf("%s: %v", q, back.Faults)
			}
			if !same(t, back.Overrides[f.Name], o[f.Name]) {
				t.Errorf("%s = %.200s came back as %.200s by %s", f.Name, text, back.Overrides[f.Name], q)
			}
		}
	}
}

// same compares JSON values, vectors to the digits that a link keeps of their highest value.
func same(t *testing.T, a, b json.RawMessage) bool {
	t.Helper()
	var x, y any
	if json.Unmarshal(a, &x) != nil || json.Unmarshal(b, &y) != nil {
		return false
	}
	var near func(x, y any, slack float64) bool
	near = func(x, y any, slack float64) bool {
		switch v := x.(type) {
		case float64:
			w, ok := y.(float64)
			return ok && math.Abs(v-w) <= slack
		case []any:
			w, ok := y.([]any)
			if !ok || len(v) != len(w) {
				return false
			}
			high := 0.0
			for _, entry := range w {
				if n, ok := entry.(float64); ok {
					high = math.Max(high, math.Abs(n))
				}
			}
			for i := range v {
				if !near(v[i], w[i], 2e-11*high) {
					return false
				}
			}
			return true
		}
		return reflect.DeepEqual(x, y)
	}
	return near(x, y, 0)
}

func TestFaults(t *testing.T) {
	for _, c := range []struct {
		query  string
		reason *fault.Code
		key    string
		unread bool // nothing of it can be read, so that the page is that of now
	}{
		{"v=1&snapshot=2023-07-31&fee=cheap", fault.Illegal, "fee", false},
		{"fee=1&fee=2", fault.LinkRepeated, "fee", false},
		{"v=9&fee=1", fault.LinkNewerFormat, "v", false},
		{"v=zero", fault.Illegal, "v", false},
		{"burden=1", fault.LinkUnknownKey, "burden", true},
		{"fee=%zz", fault.LinkDamaged, "fee", false},
		{"fee=1%2", fault.LinkDamaged, "fee", false},
		{"snapshot=last", fault.Illegal, "snapshot", false},
		{"model=-1", fault.Illegal, "model", false},
		{"rates=0.1,0.2,0.3,0.4,0.5,0.6", fault.Illegal, "rates", false},
		{"rates=", fault.Illegal, "rates", false},
		{"feedback=perhaps", fault.Illegal, "feedback", false},
		{"feedback=true ", nil, "", false},
		{"onboarding=2023-08-01:1_2023-08-01:2", fault.Illegal, "onboarding", false},
		{"onboarding=2023-13-01:1", fault.Illegal, "onboarding", false},
		{"onboarding=0x10", fault.Illegal, "onboarding", false},
		{"fee=0.", fault.LinkCut, "fee", false},
		{"renewal=0.", fault.LinkCut, "renewal", false},
		{"fee=1e-", fault.LinkCut, "fee", false},
		{"fee=1_0", fault.Illegal, "fee", false},
		{"fee=Inf", fault.Illegal, "fee", false},
		{"fee=1,250", fault.Illegal, "fee", false}, // the comma separates rates
		{"rates=0.5,0.", fault.LinkCut, "rates", false},
		{"onboarding=2023-08-01:1_2024-08-01:2.", fault.LinkCut, "onboarding", false},
		{"fee=1.250", nil, "", false},
		{"rates=0.5,0.75", nil, "", false},
		{"days=0", fault.Illegal, "days", false},
		{"by=money", fault.Illegal, "by", false},
		{"hide=6", fault.Illegal, "hide", false},
		{"zoom=2024-01-01", fault.Illegal, "zoom", false},
		{"zoom=2024-01-02_2024-01-01", fault.Illegal, "zoom", false},
		{"controls=fee,nothing", fault.Illegal, "controls", false},
		{"seed=-1", fault.Illegal, "seed", false},
		{"seed=9007199254740992", fault.Illegal, "seed", false},
		{"seed=0", nil, "", false},
		{"snapshot=2025-09-09", fault.LinkUnknownSnapshot, "snapshot", false},
		{"runs=19", fault.Illegal, "runs", false},
		{"runs=5001", fault.Illegal, "runs", false},
		{"block=0", fault.Illegal, "block", false},
		{"block=731", fault.Illegal, "block", false},
		{"block=1.5", fault.Illegal, "block", false},
		{"lang=<b>", fault.Illegal, "lang", true},
		{"own=0123456789ab_1791_2020-10-15_2025-09-09", fault.LinkOwnFigures, "own", false},
		{"own=", fault.LinkOwnFigures, "own", false},
		{"own=mine", fault.LinkOwnFigures, "own", false},
		{"utm_source=x&fbclid=y", nil, "", false},
		{"amp;fee=1", nil, "", false},
		{strings.Repeat("x", longestRead+1), fault.LinkTooLong, "", true},
	} {
		l := Read(c.query, "", []string{snapshot})
		s, faults := l.State, l.Faults
		start := snapshot
		if c.unread {
			start = assumption.DefaultSnapshot
		}
		if c.reason == nil {
			if len(faults) > 0 {
				t.Errorf("%s: %v", c.query, faults)
			}
			continue
		}
		if len(faults) != 1 || faults[0].Code.Name != c.reason.Name || faults[0].Field != c.key {
			t.Errorf("%.80s: %+v, want %s of %s", c.query, faults, c.reason, c.key)
		}
		if s.Snapshot != start {
			t.Errorf("%.80s: snapshot %q", c.query, s.Snapshot)
		}
		for _, f := range faults {
			if f.Error() == "" || c.key != "" && !strings.Contains(f.Error(), "link: ") {
				t.Errorf("%.80s: %q", c.query, f.Error())
			}
		}
	}
}

func TestTooLong(t *testing.T) {
	noise := make(mechafil.Path, 365)
	for i := range noise {
		noise[i] = 0.5 + 0.4*math.Sin(float64(i*i))
	}
	raw, _ := json.Marshal(noise)
	_, err := Encode(State{Snapshot: snapshot, Overrides: assumption.Overrides{"renewal_rate": raw,
		"horizon_days": json.RawMessage("365")}})
	if !errors.Is(err, ErrTooLong) {
		t.Errorf("%v, want %v", err, ErrTooLong)
	}
}

func TestEncodeRefusesWhatIsNone(t *testing.T) {
	for _, s := range []State{
		{Snapshot: "today"},
		{Snapshot: snapshot, View: View{Ensemble: Ensemble{Seed: MaxSeed + 1}}},
		{Snapshot: snapshot, Overrides: assumption.Overrides{"nothing": json.RawMessage("1")}},
		{Snapshot: snapshot, Overrides: assumption.Overrides{"gas_model": json.RawMessage(`"a&b"`)}},
		{Snapshot: snapshot, Overrides: assumption.Overrides{"fil_plus_rates": json.RawMessage("[]")}},
		{Snapshot: snapshot, Overrides: assumption.Overrides{"base_fee_nanofil": json.RawMessage(`"1"`)}},
	} {
		if q, err := Encode(s); err == nil {
			t.Errorf("%+v became %s", s, q)
		}
	}
}

// Keys are unique, need no escape and never change.
func TestKeys(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range otherKeys {
		seen[k] = true
	}
	for _, a := range assumption.ByPlace() {
		if seen[a.Link] || escaped(a.Link) {
			t.Errorf("%s: key %q is taken or needs an escape", a.Name, a.Link)
		}
		seen[a.Link] = true
	}
	if n := len(assumption.ByPlace()); n != len(assumption.Rows())-2 {
		t.Errorf("%d keys for %d assumptions, of which snapshot and version have others", n, len(assumption.Rows()))
	}
}

// A link takes the runs and blocks that an ensemble takes.
func TestEnsembleBounds(t *testing.T) {
	if MinRuns != explore.MinRuns || MaxRuns != explore.MaxRuns || MaxBlock != explore.HistoryDays {
		t.Errorf("%d to %d runs and blocks of up to %d days", MinRuns, MaxRuns, MaxBlock)
	}
}

// Every name that a link knows is passed on by Names, and none of them is one that others append.
func TestNames(t *testing.T) {
	names := Names()
	if !slices.IsSorted(names) || len(names) != len(assumption.ByPlace())+len(otherKeys) {
		t.Errorf("%d names, want %d in order: %v", len(names), len(assumption.ByPlace())+len(otherKeys), names)
	}
	for _, name := range names {
		if l := Read(name+"=", "", nil); slices.ContainsFunc(l.Faults,
			func(f *fault.Fault) bool { return f.Code == fault.LinkUnknownKey }) || appended(name) {
			t.Errorf("%s is not read", name)
		}
	}
}

// Whatever is read can be written and read again, to the same state; reading never fails.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"v=1&snapshot=2023-07-31&model=1&rates=0.5,2023-08-01:1_2024-01-01:0&hide=direct,1&zoom=2023-08-01_2024-01-01&controls=fee&lang=en",
		"own=0123456789ab_1791_2020-10-15_2025-09-09&fee=1", "own=0123456789AB_+1_2020-10-15_2025-09-09",
		"rates=0011-01-01:1_2024-01-01:0", "days=20000&onboarding=2023-08-01:1_2050-01-01:1e9",
		"fee=1e-300&gas=%72egime&start=2024-01-01", "&&==&%&v",
		"snapshot=0000-01-01&onboarding=9999-12-31:1_9999-12-31:2",
		"rates=1e308,-1e308&renewal=2023-08-01:1e308_2024-08-01:-1e308",
		"?fbclid=x#v=1&fee=0.9", "v%253D1%2526fee%253D0.9%2", "https%3A%2F%2Fx.org%2F%3Fv%3D1", "v=1&amp;fee=0.9)&adop",
		"fee=0.&rates=0.5,&renewal=2023-08-01:1_*",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		read := Read(query, "", []string{snapshot, "2025-09-09"})
		first := read.State
		text, err := Encode(first)
		if errors.Is(err, ErrTooLong) {
			return
		}
		if err != nil {
			t.Fatalf("%q was read but cannot be written: %v", query, err)
		}
		again := Read("https://example.org/?"+text, "", []string{snapshot, "2025-09-09"})
		second, faults := again.State, again.Faults
		if first.Own.Hash != "" { // which is a fault of every link that says so
			faults = slices.DeleteFunc(faults, func(f *fault.Fault) bool { return f.Code == fault.LinkOwnFigures })
		}
		if len(faults) > 0 || again.Loose || !again.Found {
			t.Fatalf("%q, written as %q, is read as %+v", query, text, again)
		}
		if len(second.Overrides) != len(first.Overrides) {
			t.Fatalf("%q became %q: %v", query, text, second.Overrides)
		}
		for name, raw := range first.Overrides {
			if !same(t, second.Overrides[name], raw) {
				t.Fatalf("%q became %q: %s is %s", query, text, name, second.Overrides[name])
			}
		}
		first.Overrides, second.Overrides = nil, nil
		if !reflect.DeepEqual(first, second) {
			t.Fatalf("%q became %q: %+v, want %+v", query, text, second, first)
		}
	})
}
