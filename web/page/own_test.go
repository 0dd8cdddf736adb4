package page

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
)

var (
	mine   = link.Own{Hash: "3f2a9c1b7d04", Rows: 1791, First: day.Of(2020, 10, 15), Last: day.Of(2025, 9, 9)}
	theirs = link.Own{Hash: "0123456789ab", Rows: 1000, First: day.Of(2021, 1, 1), Last: day.Of(2023, 9, 27)}
)

// owning is a page that is based on the reader's own figures.
func owning(t *testing.T, file string, of link.Own) *Page {
	t.Helper()
	p := newTestPage(t)
	if err := p.UseOwn(p.in, NewOwn(file, of)); err != nil {
		t.Fatal(err)
	}
	update(t, p)
	return p
}

// Whatever leaves the page says whose figures it shows: file, days, dates, hash. Of the published ones nothing does.
// (The card is held to it in package engine.)
func TestOwnFiguresTravel(t *testing.T) {
	exports := func(p *Page) map[string]string {
		csv, err := p.CSV()
		if err != nil {
			t.Fatal(err)
		}
		data, err := p.JSON()
		if err != nil {
			t.Fatal(err)
		}
		return map[string]string{"markdown": p.Markdown(), "text": p.PlainText(), "csv": string(csv),
			"json": string(data), "scenario": string(p.ScenarioFile())}
	}
	p, published := owning(t, "my-days.csv", mine), newTestPage(t)
	for kind, text := range exports(p) {
		want := []string{"my-days.csv", "1,791 days", "15 October 2020", "9 September 2025", mine.Hash}
		if kind == "scenario" {
			want = []string{`"own_figures": "` + mine.String() + ` my-days.csv"`}
		}
		if kind == "json" {
			want = []string{`"file":"my-days.csv"`, `"rows":1791`, `"first":"2020-10-15"`, `"last":"2025-09-09"`,
				`"sha256_prefix":"` + mine.Hash + `"`}
			text = strings.NewReplacer("\n", "", " ", "").Replace(text)
		}
		mustContain(t, text, want...)
		if kind != "json" && kind != "scenario" && strings.Contains(text, "Starboard") {
			t.Errorf("%s calls them published:\n%s", kind, text)
		}
	}
	for kind, text := range exports(published) {
		if strings.Contains(strings.ToLower(text), "own") && strings.Contains(text, "SHA-256") ||
			strings.Contains(text, "own_figures") {
			t.Errorf("%s of the published figures: %.300s", kind, text)
		}
	}
	data, _ := p.JSON()
	var members struct {
		Notices []string
		Runs    []json.RawMessage
	}
	if err := json.Unmarshal(data, &members); err != nil || len(members.Notices) != 1 || len(members.Runs) != 3 {
		t.Errorf("JSON: %v, %q, %d runs", err, members.Notices, len(members.Runs))
	}
	if name := p.FileName("csv"); !strings.Contains(name, "own-"+mine.Hash) {
		t.Errorf("a file is called %s", name)
	}
	for _, kind := range snippetKinds { // nobody draws these figures from an address
		p.Places, p.EmbedKind = Places{Page: "https://example.org/", Cards: "https://example.org/"}, kind
		frame := kind == SnippetFrame || kind == SnippetResizing
		if s := p.Snippet(); frame != strings.Contains(s, "own="+mine.String()) || frame == (s == p.Text.Own.NoCards) {
			t.Errorf("%s: %s", kind, s)
		}
	}
	if strings.Contains(p.Markdown(), "card.png") {
		t.Error("the Markdown shows a picture of the published figures")
	}
	mustContain(t, form(p).ShareHint, "cannot carry")
	mustContain(t, form(p).OwnStatus, "my-days.csv", mine.Hash, "cannot carry")
}

// A link says which figures it was made with, and opens with a notice of it until the same file is in use; other
// figures than these are no better, and without any the notice is back.
func TestOwnLinkRoundTrip(t *testing.T) {
	query, _ := owning(t, "my-days.csv", mine).Link()
	mustContain(t, query, "&own=3f2a9c1b7d04_1791_2020-10-15_2025-09-09")
	if strings.Contains(query, "my-days") {
		t.Errorf("%s gives the file's name away", query)
	}
	p := opened(t, query)
	notice := func() string { return strings.Join(p.LinkNotices(), "\n") }
	mustContain(t, notice(), "somebody’s own figures", "1,791 days", "15 October 2020", "9 September 2025", mine.Hash,
		"published ones")
	mustContain(t, p.Markdown(), "somebody’s own figures", mine.Hash)
	data, err := p.JSON()
	if err != nil || !strings.HasPrefix(string(data), `{"notices":["This was made with somebody`) {
		t.Errorf("JSON: %.100s, %v", data, err)
	}
	if again, _ := p.Link(); strings.Contains(again, "own=") {
		t.Errorf("%s: what is on show are the published figures", again)
	}
	use := func(file string, of link.Own) {
		if err := p.UseOwn(p.in, NewOwn(file, of)); err != nil {
			t.Fatal(err)
		}
	}
	use("other.csv", theirs)
	mustContain(t, notice(), "other figures", "1,791 days", mine.Hash)
	use("renamed.csv", mine)
	if notice() != "" {
		t.Errorf("the same figures are in use: %q", notice())
	}
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
	p.DropOwn()
	mustContain(t, notice(), "somebody’s own figures")

	p = opened(t, "v=1&own=lost")
	mustContain(t, notice(), "somebody’s own figures (lost)")
	p = owning(t, "my-days.csv", mine)
	p.Open(query)
	if notice() != "" {
		t.Errorf("opened beside the same figures: %q", notice())
	}
}

// Until the published figures are here the picture follows from the reader's own, and says so; so it does where they
// never come.
func TestDropOwnWaits(t *testing.T) {
	p := owning(t, "my-days.csv", mine)
	var asked []string
	p.Load = func(name string, _ int) { asked = append(asked, name) }
	p.DropOwn()
	if !slices.Equal(asked, []string{study}) || p.OwnToLoad() != nil || p.Own == nil ||
		!strings.Contains(p.Markdown(), mine.Hash) {
		t.Fatalf("asked for %v; own figures to load %v, in use %v", asked, p.OwnToLoad(), p.Own)
	}
	p.LoadFailed(study, testEdition, errors.New("no answer"))
	if p.Own == nil || p.OwnToLoad() == nil || p.SnapshotError() == "" || !strings.Contains(p.Markdown(), mine.Hash) {
		t.Errorf("the published figures did not come: %v, %q", p.Own, p.SnapshotError())
	}
	for what, next := range map[string]func(p *Page){
		"nothing":       func(*Page) {},
		"the same":      func(p *Page) { p.ChooseSnapshot(study) },
		"a preset":      func(p *Page) { p.UsePreset(presetNamed(t, "study")) },
		"a link":        func(p *Page) { p.Open("v=1&snapshot=" + study + "&fee=0.9") },
		"a file":        func(p *Page) { p.OpenFile(parsed(t, `{"base_fee_nanofil": 0.9}`), nil) },
		"figures again": func(p *Page) { _ = p.UseOwn(p.in, NewOwn("other.csv", theirs)) },
	} {
		p := owning(t, "my-days.csv", mine)
		p.Load = func(string, int) {}
		p.DropOwn()
		next(p)
		p.Loaded(inputsOf(t, p, study), testEdition)
		if p.Loading != "" || p.Own == nil == (what == "figures again") {
			t.Errorf("%s: still loading %q, own figures %v", what, p.Loading, p.Own)
		}
		if fee := p.Scenario.BaseFeeNanoFIL; (what == "a link" || what == "a file") != (fee == 0.9) {
			t.Errorf("%s: the fee is %v", what, fee)
		}
	}
}

// A scenario file says it too, opens with the notice, from another snapshot as well, and is refused by what cannot say
// it.
func TestOwnScenarioFile(t *testing.T) {
	for _, snapshot := range []string{study, latest} {
		p := owning(t, "my-days.csv", mine)
		if snapshot != study {
			use(t, p, snapshot)
			update(t, p)
		}
		overrides, err := assumption.ParseScenario(p.ScenarioFile())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := overrides.Resolve(p.in); err == nil || !strings.Contains(err.Error(), "own_figures is ") {
			t.Errorf("%v: computed from other figures in silence", err)
		}
		q := newTestPage(t)
		q.Load = func(name string, edition int) {
			q.Loaded(inputsOf(t, q, name), edition)
		}
		q.OpenFile(overrides, nil)
		if q.FileError() != "" || q.SnapshotName() != snapshot {
			t.Fatalf("%s: %s", q.SnapshotName(), q.FileError())
		}
		mustContain(t, strings.Join(q.LinkNotices(), "\n"), "somebody’s own figures (my-days.csv, 1,791 days",
			mine.Hash)
		if err := q.UseOwn(q.in, NewOwn("my-days.csv", mine)); err != nil || len(q.LinkNotices()) > 0 {
			t.Errorf("%v, %q", err, q.LinkNotices())
		}
	}
	p := newTestPage(t)
	p.OpenFile(parsed(t, `{"own_figures": "a spreadsheet", "base_fee_nanofil": 1}`), nil)
	mustContain(t, strings.Join(p.LinkNotices(), "\n"), "somebody’s own figures", "a spreadsheet")
	p.OpenFile(parsed(t, `{"own_figures": {}, "base_fee_nanofil": -1}`), nil)
	if p.FileError() == "" || slices.ContainsFunc(p.LinkNotices(),
		func(s string) bool { return strings.Contains(s, "{}") }) {
		t.Errorf("a file that was not taken: %q, %q", p.FileError(), p.LinkNotices())
	}
}

// A file's name cannot break a line, turn the text around or fill a page.
func TestOwnFileName(t *testing.T) {
	p := owning(t, "a\n# b\u202ec|d<img>"+strings.Repeat("x", 100)+".csv", mine)
	if name := p.Own.File; strings.ContainsAny(name, "\n\u202e") || len([]rune(name)) > 61 {
		t.Errorf("%q", name)
	}
	if strings.Contains(p.Markdown(), "<img") {
		t.Error("the Markdown takes the name for an image")
	}
	// What makes the files must not take figures without a name for the published ones.
	p = owning(t, "\u202e", mine)
	if p.Own.File != "" || p.Request().OwnFile == "" {
		t.Errorf("%q is asked for as the figures of %q", p.Own.File, p.Request().OwnFile)
	}
}
