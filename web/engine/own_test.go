package engine

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/doc"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// own hands the engine a table and returns the inputs that the page would go on with.
func own(t *testing.T, e *Engine, r Request) (*assumption.Inputs, Own, error) {
	t.Helper()
	request, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	data, err := e.Answer("own", request)
	if err != nil {
		return nil, Own{}, err
	}
	var out Own
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	pack, err := assets.DecodePack(out.Pack)
	if err != nil {
		t.Fatal(err)
	}
	models, err := assets.ParseGasModels("own", out.Models)
	if err != nil {
		t.Fatal(err)
	}
	in, err := shipped.Inputs(pack, models)
	if err != nil {
		t.Fatal(err)
	}
	return in, out, nil
}

// The shipped table as a reader's own gives the shipped figures: the fit in the browser is the one that was
// shipped. Tolerance: none.
func TestOwnShippedTable(t *testing.T) {
	var read []string
	e := newEngine(t, &read)
	for _, name := range []string{"2023-07-31", "2025-09-09"} {
		in, out, err := own(t, e, Request{CSV: text(string(assets.NetworkDailyCSV())), File: "mine.csv",
			Snapshot: name})
		if err != nil {
			t.Fatal(err)
		}
		if out.Days < 1791 || out.First != "2020-10-15" {
			t.Errorf("%s: %d days from %s", name, out.Days, out.First)
		}
		want, err := e.cache.Inputs(name, e.cache.Last())
		if err != nil {
			t.Fatal(err)
		}
		if in.Scaling.Level0 != want.Scaling.Level0 || in.Scaling.Last != want.Scaling.Last ||
			in.Onboarding.TotalGgas != want.Onboarding.TotalGgas {
			t.Errorf("%s: level %v to %v, total %v; shipped %v to %v, %v", name, in.Scaling.Level0, in.Scaling.Last,
				in.Onboarding.TotalGgas,
				want.Scaling.Level0, want.Scaling.Last, want.Onboarding.TotalGgas)
		}
		a, err := assumption.Default(in)
		if err != nil {
			t.Fatal(err)
		}
		b, err := assumption.Default(want)
		if err != nil {
			t.Fatal(err)
		}
		if a.BaseFeeNanoFIL != b.BaseFeeNanoFIL || a.RawOnboardingPiB[0] != b.RawOnboardingPiB[0] ||
			a.RenewalRate[0] != b.RenewalRate[0] {
			t.Errorf("%s: other medians", name)
		}
	}
}

// text is a file's, which may be empty.
func text(s string) *string { return &s }

// changed is the shipped table with a column of the days from first on multiplied.
func changed(t *testing.T, column string, first string, factor float64) string {
	t.Helper()
	table, err := assets.NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	values := map[string][]float64{"gas": table.GasPublishStorageDeals, "onboarding": table.OnboardedRawPiB}[column]
	for i := range values {
		if table.Date(i).String() >= first {
			values[i] *= factor
		}
	}
	data, err := assets.EncodeNetworkDaily(table)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Twice the gas is twice the level: of gas and deal power alone, closed form. Rounded to whole gas units.
func TestOwnGasMovesTheLevel(t *testing.T) {
	var read []string
	e := newEngine(t, &read)
	before, _, err := own(t, e, Request{CSV: text(string(assets.NetworkDailyCSV())), File: "mine.csv",
		Snapshot: "2023-07-31"})
	if err != nil {
		t.Fatal(err)
	}
	after, _, err := own(t, e, Request{CSV: text(changed(t, "gas", "2020-01-01", 2)), File: "mine.csv",
		Snapshot: "2023-07-31"})
	if err != nil {
		t.Fatal(err)
	}
	if got := after.Scaling.Level0 / before.Scaling.Level0; math.Abs(got-2) > 1e-9 {
		t.Errorf("the level is %v times what it was, want 2", got)
	}
	// What is made afterwards is based on it, and says so; without it, on the published figures.
	request := func(own bool) []byte {
		r, _ := json.Marshal(Request{Query: "v=1", Kind: "markdown", Own: own, File: "mine.csv"})
		data, err := e.Answer("make", r)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	mine, published := request(true), request(false)
	if !bytes.Contains(mine, []byte("mine.csv")) || bytes.Contains(published, []byte("mine.csv")) ||
		bytes.Equal(mine, published) {
		t.Errorf("own figures are not said where they should be:\n%s", mine)
	}
	// An empty file is not the one that was given last.
	if _, _, err := own(t, e, Request{CSV: text(""), File: "empty.csv", Snapshot: "2025-09-09"}); err == nil {
		t.Error("an empty file is taken for the last one")
	}
	// Another snapshot goes on with the table that is there.
	if in, _, err := own(t, e, Request{File: "mine.csv", Snapshot: "2025-09-09"}); err != nil ||
		in.Scaling.Level0 < 7000 {
		t.Errorf("%v", err)
	}
}

func TestOwnFaults(t *testing.T) {
	var read []string
	e := newEngine(t, &read)
	good := string(assets.NetworkDailyCSV())
	lines := strings.SplitAfter(good, "\n")
	broken := strings.Join(append(append([]string{}, lines[:100]...), lines[101:]...), "") // a day is missing
	gasless := lines[0] + lines[1]
	for _, line := range lines[2 : len(lines)-1] {
		cells := strings.Split(line, ",")
		cells[slices.Index(strings.Split(lines[0], ","), "gas_publish_storage_deals")] = ""
		gasless += strings.Join(cells, ",")
	}
	for name, c := range map[string]struct{ csv, want string }{
		"empty": {"", "mine.csv: empty file, want a header"},
		"two months": {strings.Join(lines[:51], ""),
			"the table runs from 2020-10-15 to 2020-12-03, want at least 2021-03-15 to 2023-07-31 for the snapshot " +
				"2023-07-31"},
		"no gas":        {gasless, "no day from 2021-03-15 to 2023-08-01 has gas"},
		"another file":  {"a,b\n1,2\n", "mine.csv"},
		"a gap":         {broken, "line 101"},
		"a bad number":  {strings.Replace(good, lines[200], strings.Replace(lines[200], ",", ",x", 1), 1), "line 201"},
		"many faults":   {strings.ReplaceAll(good, "2023-", "1923-"), "faults in all"},
		"too short":     {strings.Join(lines[:300], ""), "2023-07-31"},
		"not the start": {lines[0] + strings.Join(lines[1000:], ""), "want at least 2021-03-15 to 2023-07-31"},
		"too large":     {good + strings.Repeat("\n", longestOwn), "want at most"},
	} {
		_, _, err := own(t, e, Request{CSV: &c.csv, File: "mine.csv", Snapshot: "2023-07-31"})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if err != nil && strings.Count(err.Error(), "\n") > 10 {
			t.Errorf("%s: %d lines", name, strings.Count(err.Error(), "\n"))
		}
	}
	if e.table != nil {
		t.Error("a table with faults is in use")
	}
}

// Whatever is made of own figures says whose they are, in both languages, the card too; the hash is that of the file.
func TestOwnIsSaidEverywhere(t *testing.T) {
	var read []string
	e := newEngine(t, &read)
	e.load = func(name string) ([]byte, error) {
		if name == "data/text-zh-CN.json" {
			return json.Marshal(words.InChinese())
		}
		return nil, errors.New(name)
	}
	file := changed(t, "gas", "2020-01-01", 2)
	_, out, err := own(t, e, Request{CSV: &file, File: "mine.csv", Snapshot: "2023-07-31"})
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(file))
	hash := hex.EncodeToString(sum[:])[:12]
	if out.Hash != hash {
		t.Errorf("hash %s, want %s", out.Hash, hash)
	}
	for _, language := range []string{"", "&lang=zh-CN"} {
		for _, kind := range doc.Kinds {
			make := func(own bool) string {
				request, _ := json.Marshal(Request{Query: "v=1" + language, Kind: kind, Own: own, File: "mine.csv"})
				data, err := e.Answer("make", request)
				if err != nil {
					t.Fatal(err)
				}
				return string(data)
			}
			for _, want := range []string{"mine.csv", hash} {
				if !strings.Contains(make(true), want) {
					t.Errorf("%s%s does not say %q", kind, language, want)
				}
				if strings.Contains(make(false), want) {
					t.Errorf("%s%s of the published figures says %q", kind, language, want)
				}
			}
			if kind == page.KindSVG && strings.Contains(make(true), "Starboard") {
				t.Errorf("the card%s calls them published", language)
			}
		}
	}
	// Programs that run a link to such figures are told; a scenario of such figures is refused.
	answer, err := e.Answer("run", []byte(`{"query": "v=1&own=`+hash+`_1791_2020-10-15_2025-09-09"}`))
	if err != nil || !strings.Contains(string(answer[:min(len(answer), 600)]), hash) {
		t.Errorf("%.300s, %v", answer, err)
	}
	answer, err = e.Answer("run", []byte(`{"scenario": {"own_figures": {"file": "mine.csv"}}}`))
	var coded Coded
	if err != nil || json.Unmarshal(answer, &coded) != nil || len(coded.Faults) != 1 ||
		coded.Faults[0].Field != "own_figures" || coded.Result != nil {
		t.Errorf("%.300s, %v", answer, err)
	}
}

// A page may go back to a file that was read before another: what is made then is of that file, which its link names.
func TestOwnFileOfBefore(t *testing.T) {
	var read []string
	e := newEngine(t, &read)
	csv := string(assets.NetworkDailyCSV())
	shorter := csv[:strings.LastIndex(strings.TrimSpace(csv), "\n")+1]
	var files []Own
	var links []string
	for _, text := range []string{csv, shorter} {
		_, file, err := own(t, e, Request{CSV: &text, File: "mine.csv", Snapshot: "2023-07-31"})
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
		links = append(links, "v=1&snapshot=2023-07-31&own="+link.Own{Hash: file.Hash, Rows: file.Days,
			First: mustDay(t, file.First), Last: mustDay(t, file.Last)}.String())
	}
	for _, i := range []int{0, 1, 0} {
		r, _ := json.Marshal(Request{Query: links[i], Kind: "markdown", Own: true, File: "mine.csv"})
		data, err := e.Answer("make", r)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(data, []byte(files[i].Hash)) || bytes.Contains(data, []byte(files[1-i].Hash)) {
			t.Errorf("asked about %s, it is of other figures:\n%s", links[i], data)
		}
		if _, file, err := own(t, e, Request{Query: links[i], Own: true, File: "mine.csv",
			Snapshot: "2025-09-09"}); err != nil || file.Hash != files[i].Hash {
			t.Errorf("another snapshot goes on with %v: %v", file, err)
		}
	}
}

func mustDay(t *testing.T, text string) day.Day {
	t.Helper()
	d, err := day.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
