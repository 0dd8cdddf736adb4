package engine

import (
	"encoding/json"
	"math"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/ask/asktest"
	"github.com/gasburden/gasburden/web/words"
)

// explorer is an engine with figures and histories as the site has them.
func explorer(t *testing.T) *Engine {
	t.Helper()
	e, err := New(func(name string) ([]byte, error) {
		if snapshot, ok := strings.CutPrefix(strings.TrimSuffix(name, ".json"), "data/history-"); ok {
			past, err := assets.BuildHistory(snapshot, explore.HistoryDays)
			if err != nil {
				return nil, err
			}
			return assets.EncodeHistory(past)
		}
		if name == "data/text-zh-CN.json" {
			return json.Marshal(words.InChinese())
		}
		return figuresFile(name)
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func stateOf(t *testing.T, e *Engine, name string, r Request) State {
	t.Helper()
	request, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	out, err := e.Answer(name, request)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var s State
	if err := json.Unmarshal(out, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// finish asks a question and does its work in slices.
func finish(t *testing.T, e *Engine, name string, r Request) State {
	t.Helper()
	s := stateOf(t, e, name, r)
	if s.Answer != nil || s.Job == 0 || len(s.Rates) != 3 {
		t.Fatalf("%s begins with %+v", name, s)
	}
	for slices := 0; s.Answer == nil; slices++ {
		done := s.Done
		s = stateOf(t, e, "step", Request{Asked: Asked{Job: s.Job, N: 7}})
		if s.Answer == nil && s.Done < done || slices > 10000 {
			t.Fatalf("%s does not get on: %+v", name, s)
		}
	}
	return s
}

// linksOf are what the buttons of an answer open, by their keys.
func linksOf(a *ask.Answer) map[string]string {
	out := map[string]string{}
	take := func(p ask.Part) {
		if p.Set != nil {
			out[p.Set.Key] = p.Set.Link
		}
	}
	for _, row := range asktest.Rows(a) {
		for _, end := range row.Ends {
			take(end.Value)
		}
		for _, cell := range row.Cells {
			for _, part := range cell {
				take(part)
			}
		}
	}
	return out
}

func scenario(t *testing.T, in *assumption.Inputs, o assumption.Overrides) assumption.Scenario {
	t.Helper()
	sc, err := o.Resolve(in)
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

const query = "v=1&snapshot=2023-07-31&fee=0.5&by=outflow"

// The tornado's figures are those of the package, and each button's link sets its input and keeps the view.
func TestTornado(t *testing.T) {
	e := explorer(t)
	s := finish(t, e, "tornado", Request{Query: query, Asked: Asked{Figure: "saving_fil", Rate: 1}})
	in, past := asktest.Inputs(t, assets.StudySnapshot)
	want, err := explore.NewTornado(in, past,
		scenario(t, in, assumption.Overrides{"base_fee_nanofil": json.RawMessage("0.5")}),
		explore.Question{Figure: "saving_fil"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := want.Step(1 << 20); err != nil {
		t.Fatal(err)
	}
	got, at := asktest.Numbers(t, asktest.Rows(s.Answer)...), 0
	for _, swing := range want.Swings() {
		for _, end := range swing.Ends {
			if swing.Size == 0 || math.IsNaN(end.Value.Figure) {
				continue
			}
			if got[at] != end.Value.Figure {
				t.Errorf("%s: %v, want %v", swing.Input.Name, got[at], end.Value.Figure)
			}
			at++
		}
	}
	if at != len(got) || at < 20 {
		t.Errorf("%d figures, want %d", len(got), at)
	}
	if !strings.Contains(asktest.JSON(t, s.Answer.Tables), "by=outflow") || strings.Contains(s.Answer.Query, "seed") {
		t.Errorf("the links lose the view, or the picture's own has a seed: %s", s.Answer.Query)
	}
	links := linksOf(s.Answer)
	if !strings.Contains(links["base_fee_nanofil:0"], "&fee=0.0628") {
		t.Errorf("the base fee's first end opens %v", links["base_fee_nanofil:0"])
	}
	// Its job is over.
	if _, err := e.Answer("step", []byte(`{"job":1}`)); err == nil {
		t.Error("a job that has answered goes on")
	}
}

// A target that only just lies beyond what the figure reaches is told apart from it.
func TestBreakEvenTellsTheTargetApart(t *testing.T) {
	e := explorer(t)
	asked := Asked{Figure: "month_direct_over_netflow", Input: "adoption_share", Target: 0.9}
	far := finish(t, e, "breakeven", Request{Query: query, Asked: asked}).Answer
	if said := far.Said[0]; !strings.Contains(said, "direct as a share of net flow 90 %") &&
		!strings.Contains(said, "net flow 90 %: it stays") {
		t.Errorf("%.400s", said)
	}
	most := asktest.Numbers(t, asktest.Row(t, far, ask.OfCurve, "most"))[1]
	asked.Target = most * (1 + 1e-5)
	near := finish(t, e, "breakeven", Request{Query: query, Asked: asked}).Answer.Said[0]
	said := regexp.MustCompile(
		`([0-9.]+) %: it stays between [0-9.]+ % \(at [0-9.]+ %\) and ([0-9.]+) %`).FindStringSubmatch(near)
	if said == nil || said[1] == said[2] || len(said[1]) < 6 {
		t.Errorf("%q: %.400s", said, near)
	}
}

// The engine begins the target of a unit for which the reader has named none.
func TestBreakEvenBeginsATarget(t *testing.T) {
	e := explorer(t)
	a := finish(t, e, "breakeven",
		Request{Query: query, Asked: Asked{Figure: "saving_fil", Input: "adoption_share", Target: 1,
			Begins: true}}).Answer
	now := asktest.Numbers(t, asktest.Row(t, a, ask.OfCurve, "now"))[1]
	if a.Target == nil || *a.Target < now/4 || *a.Target > now ||
		len(strings.TrimRight(strconv.FormatFloat(*a.Target, 'f', -1, 64), "0")) != 1 {
		t.Errorf("now it is %v; the target begins with %v", now, a.Target)
	}
	if a := finish(t, e, "breakeven",
		Request{Query: query, Asked: Asked{Figure: "saving_fil", Input: "adoption_share",
			Target: 1}}).Answer; a.Target != nil {
		t.Errorf("a target that the reader named became %v", *a.Target)
	}
}

func TestBreakEvenSaysNever(t *testing.T) {
	e := explorer(t)
	s := finish(t, e, "breakeven",
		Request{Query: query, Asked: Asked{Figure: "month_direct_over_netflow", Input: "adoption_share", Target: 0.9,
			Width: 300}})
	circled := slices.ContainsFunc(s.Answer.Drawing.Shapes,
		func(shape ask.Shape) bool { return shape.Kind == ask.Circle })
	if !strings.Contains(s.Answer.Said[0], "No value of the share of deals that go direct from 0 % to 100 %") ||
		circled {
		t.Errorf("%.400s", s.Answer.Said)
	}
	s = finish(t, e, "breakeven",
		Request{Query: query, Asked: Asked{Figure: "month_direct_over_netflow", Input: "adoption_share", Target: 0.01}})
	in, _ := asktest.Inputs(t, assets.StudySnapshot)
	input, err := explore.InputNamed("adoption_share")
	if err != nil {
		t.Fatal(err)
	}
	b, err := explore.NewBreakEven(in, scenario(t, in,
		assumption.Overrides{"base_fee_nanofil": json.RawMessage("0.5")}),
		explore.Question{Figure: "month_direct_over_netflow", Rate: explore.Middle}, input, 0.01, mechafil.Range{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Step(1 << 20); err != nil {
		t.Fatal(err)
	}
	crossings := b.Result().Crossings
	if got := asktest.Numbers(t, asktest.Rows(s.Answer)...); len(crossings) != 1 || got[0] != crossings[0].Input ||
		got[1] != 0.01 {
		t.Errorf("%v, want %v", got, crossings)
	}
}

// An ensemble takes runs, seed and block from the question, else from the link, and answers for each rate.
func TestEnsembleOfALink(t *testing.T) {
	e := explorer(t)
	seed := uint64(7)
	asked := finish(t, e, "ensemble",
		Request{Query: query, Asked: Asked{Runs: 20, Seed: &seed, Block: explore.DefaultBlockDays}})
	linked := finish(t, e, "ensemble", Request{Query: query + "&seed=7", Asked: Asked{Runs: 20}})
	if strings.Contains(asked.Answer.Seeded, "block") {
		t.Errorf("the default block is in %s", asked.Answer.Seeded)
	}
	if asktest.JSON(t, asked.Answer) != asktest.JSON(t, linked.Answer) || asked.Answer.Seeded != linked.Answer.Seeded ||
		!strings.Contains(asked.Answer.Seeded, "&seed=7") || strings.Contains(asked.Answer.Query, "seed") {
		t.Errorf("links %s and %s", asked.Answer.Seeded, linked.Answer.Seeded)
	}
	if n := len(asked.Answer.Charts); n != 8 || asked.Answer.Charts[0].ID != "ensemble-gas_over_outflow" {
		t.Errorf("%d charts, the first %s", n, asked.Answer.Charts[0].ID)
	}
	var other State
	for other.Answer == nil {
		other = stateOf(t, e, "step", Request{Asked: Asked{Job: asked.Job, Rate: 3}})
	}
	if reflect.DeepEqual(other.Answer.Tables, asked.Answer.Tables) {
		t.Error("another rate has the same answer")
	}
	in, past := asktest.Inputs(t, assets.StudySnapshot)
	want, err := explore.NewEnsemble(in, past,
		scenario(t, in, assumption.Overrides{"base_fee_nanofil": json.RawMessage("0.5")}),
		explore.Options{Runs: 20, Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := want.Step(20); err != nil {
		t.Fatal(err)
	}
	row := asktest.Row(t, other.Answer, ask.OfFigure, "saving_fil")
	for _, f := range want.Figures(2) {
		if f.Figure.Name == "saving_fil" && asktest.Numbers(t, row)[0] != f.Median {
			t.Errorf("median %v, want %v", asktest.Numbers(t, row), f.Median)
		}
	}
	stateOf(t, e, "drop", Request{Asked: Asked{Job: asked.Job}})
	if _, err := e.Answer("step", []byte(`{"job":1}`)); err == nil || !strings.Contains(err.Error(), "job 1") {
		t.Errorf("a dropped job goes on: %v", err)
	}
	again := finish(t, e, "ensemble", Request{Query: query, Asked: Asked{Runs: 21, Seed: &seed, Block: 30}})
	if !strings.Contains(again.Answer.Seeded, "&runs=21&seed=7&block=30") {
		t.Errorf("the link is %s", again.Answer.Seeded)
	}
	if back := finish(t, e, "ensemble", Request{Query: again.Answer.Seeded}); asktest.JSON(t,
		back.Answer) != asktest.JSON(t, again.Answer) {
		t.Errorf("%s brings other figures", again.Answer.Seeded)
	}
}

func TestCompareSumsToTheGap(t *testing.T) {
	e := explorer(t)
	s := finish(t, e, "compare",
		Request{Query: query, Asked: Asked{Figure: "month_gas_over_netflow",
			Against: "https://x.org/?v=1&snapshot=2025-09-09&fee=2&gas=regime&lock=7"}})
	got, sum := asktest.Numbers(t, s.Answer.Tables[1].Groups[0].Rows...), 0.0
	for _, v := range got[:len(got)-1] {
		sum += v
	}
	if gap := got[len(got)-1]; len(got) < 4 || math.Abs(sum-gap) > 1e-9*math.Abs(gap) {
		t.Errorf("shares %v", got)
	}
	for _, want := range []string{"31 July 2023", "9 September 2025", "regime (the study’s)", "“lock” cannot be used"} {
		if !strings.Contains(asktest.JSON(t, s.Answer), want) {
			t.Errorf("it does not say %q", want)
		}
	}
	same := finish(t, e, "compare",
		Request{Query: query, Asked: Asked{Figure: "month_gas_over_netflow", Against: query}})
	if !strings.Contains(same.Answer.Said[0], "same assumptions") || len(same.Answer.Charts) != 0 {
		t.Errorf("%+v", same.Answer)
	}
}

func TestExploreErrors(t *testing.T) {
	e := explorer(t)
	for _, c := range []struct{ name, request, want string }{
		{"tornado", `{"figure":"burden"}`, "burden"},
		{"tornado", `{"figure":"day_saving_fil","on":"soon"}`, "soon"},
		{"breakeven", `{"figure":"gas_fil","input":"weather"}`, "weather"},
		{"breakeven", `{"figure":"gas_fil","input":"adoption"}`, "adoption"},
		{"ensemble", `{"runs":6000}`, "6000"},
		{"compare", `{"figure":"gas_fil"}`, "Paste an address"},
		{"compare", `{"figure":"gas_fil","against_preset":"worst"}`, "worst"},
		{"compare", `{"figure":"gas_fil","against":"v=1&snapshot=1999-01-01"}`, "1999-01-01"},
		{"step", `{"job":99}`, "job 99"},
	} {
		if _, err := e.Answer(c.name, []byte(c.request)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s: %v, want %q", c.name, c.request, err, c.want)
		}
	}
}

// What is forgotten is let go: the oldest jobs end.
func TestJobsAreBounded(t *testing.T) {
	e := explorer(t)
	for range mostJobs + 2 {
		stateOf(t, e, "breakeven", Request{Query: query, Asked: Asked{Figure: "gas_fil", Input: "rebound"}})
	}
	if len(e.jobs) != mostJobs {
		t.Errorf("%d jobs", len(e.jobs))
	}
}

// A day's chain ends in the burden that the simulator found; a day outside the run is said.
func TestExplain(t *testing.T) {
	e := explorer(t)
	out, err := e.Answer("explain", []byte(`{"query":"`+query+`","on":"2024-07-15","rate":3}`))
	if err != nil {
		t.Fatal(err)
	}
	var got ask.Explained
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got.Title, "15 July 2024") || got.Rate != 3 || len(got.Rates) != 3 ||
		!strings.Contains(got.Lead, got.Rates[2]) {
		t.Errorf("%s, %s, %v", got.Title, got.Lead, got.Rates)
	}
	if got.First != "2023-07-01" || got.Last <= "2026" || strings.Contains(string(out), "raw_onboarding_pib") ||
		!strings.Contains(string(out), "assumed (Raw onboarding)") {
		t.Errorf("days %s to %s; inputs by their fields, not their labels", got.First, got.Last)
	}
	n := 0
	for _, group := range got.Groups {
		n += len(group.Steps)
	}
	if n < 20 || !strings.Contains(string(out), `"address":"method.html#eq-`) {
		t.Errorf("%d steps", n)
	}
	if _, err := e.Answer("explain", []byte(`{"on":"1999-01-01"}`)); err == nil ||
		!strings.Contains(err.Error(), "1999-01-01") {
		t.Errorf("a day before the network: %v", err)
	}
}

// A reader's own figures bring their own history.
func TestOwnHistory(t *testing.T) {
	e := explorer(t)
	table, err := os.ReadFile("../../assets/data/network-daily.csv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(table)), "\n")
	at := slices.Index(strings.Split(lines[0], ","), "renewal_rate")
	for i := range lines[1:] {
		cells := strings.Split(lines[i+1], ",")
		if cells[at] != "" {
			cells[at] = "0.25"
		}
		lines[i+1] = strings.Join(cells, ",")
	}
	own, err := json.Marshal(Request{CSV: text(strings.Join(lines, "\n") + "\n"), File: "mine.csv",
		Snapshot: "2023-07-31"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.Answer("own", own); err != nil {
		t.Fatal(err)
	}
	moves := func(mine bool) bool {
		s := finish(t, e, "tornado", Request{Query: query, Own: mine, File: "mine.csv",
			Asked: Asked{Figure: "month_gas_over_netflow"}})
		return strings.Contains(asktest.JSON(t, s.Answer), `"input":"renewal_rate"`)
	}
	if !moves(false) || moves(true) {
		t.Error("a renewal rate that never changed has an effect, or the published one has none")
	}
}

// A break-even brings the lines for the page's own charts, with links to the views in which they are drawn.
func TestBreakEvenIsMarked(t *testing.T) {
	e := explorer(t)
	ask := func(figure string, target float64) []ask.Mark {
		return finish(t, e, "breakeven",
			Request{Query: query + "&unit=gas", Asked: Asked{Figure: figure, Input: "adoption_share",
				Target: target}}).Answer.Marks
	}
	marks := ask("month_direct_over_netflow", 0.01)
	if len(marks) != 2 || marks[0].Chart != "hero" || marks[0].By != "netflow" || marks[0].Value != 1 ||
		marks[1].Chart != "gas-over-netflow" || marks[1].By != "" {
		t.Errorf("%+v", marks)
	}
	if open := marks[0].Open; strings.Contains(open, "by=") || !strings.Contains(open, "unit=gas") ||
		!strings.Contains(open, "fee=0.5") {
		t.Errorf("the link to the chart over net flow is %s", open)
	}
	in, _ := asktest.Inputs(t, assets.StudySnapshot)
	result, err := sim.Run(in, scenario(t, in, assumption.Overrides{"base_fee_nanofil": json.RawMessage("0.5")}))
	if err != nil {
		t.Fatal(err)
	}
	marks = ask("gas_fil", 1e6)
	if len(marks) != 1 || marks[0].Value != 1e6/float64(result.Runs[1].Summary.ForecastDays) ||
		marks[0].Days != result.Days || strings.Contains(marks[0].Open, "unit=") ||
		!strings.Contains(marks[0].Open, "by=outflow") {
		t.Errorf("%+v", marks)
	}
	if marks = ask("saving_fil", 1e6); marks != nil {
		t.Errorf("%+v", marks)
	}
}

// What is wrong with the other link is said in the language of the page, whatever the link's own.
func TestFaultsOfTheOtherLinkAreInTheLanguageOfThePage(t *testing.T) {
	e := explorer(t)
	for language, want := range map[string]string{"zh-CN": "应为", "en": "want"} {
		s := finish(t, e, "compare",
			Request{Query: query + "&lang=" + language, Asked: Asked{Figure: "month_direct_over_netflow",
				Against: "?v=99&fee=-5&foo=1&seed=-1&lang=" + map[string]string{"en": "zh-CN",
					"zh-CN": "en"}[language]}})
		said := asktest.JSON(t, s.Answer)
		if !strings.Contains(said, "foo") || !strings.Contains(said, want) ||
			strings.Contains(said, map[string]string{"en": "应为", "zh-CN": "want"}[language]) {
			t.Errorf("%s: %.900s", language, said)
		}
	}
}
