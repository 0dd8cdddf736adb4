package ui

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/words"
	"github.com/vugu/vugu"
)

// quiet is a browser in which nothing is answered.
type quiet struct {
	asked []string
	opens []string
	rests int
}

func (q *quiet) Picture() ask.Picture { return ask.Picture{Query: "v=1"} }
func (q *quiet) View() ask.View {
	return ask.View{By: "netflow", Language: "en", Middle: "2024-07-15", Site: "https://x.org/"}
}
func (q *quiet) Ask(name string, _ ask.Request, _ func([]byte, error)) {
	q.asked = append(q.asked, name)
}
func (q *quiet) After(ask.MS, func()) func() { return func() {} }
func (q *quiet) Now() ask.MS                 { return 0 }
func (q *quiet) Open(query string)           { q.opens = append(q.opens, query) }
func (q *quiet) Width(string) int            { return 700 }
func (q *quiet) Mark([]ask.Mark, bool)       {}
func (q *quiet) See() string                 { return "" }
func (q *quiet) Settle()                     { q.rests++ }
func (q *quiet) Focus(string, string)        {}

// exploring is a page with all questions, and who answers them.
func exploring(t *testing.T) (*App, *quiet) {
	t.Helper()
	app, q := NewApp(newTestPage(t)), &quiet{}
	app.Explore = NewExplore(ask.NewSection(q, ask.EnglishWords(), words.English()))
	app.Explore.Section.Show()
	return app, q
}

const evil = `"><script>alert(1)</script>`

// answers are one of everything that an answer may have.
func answered(app *App) {
	cards := app.Explore.Section.Cards
	base := 50.0
	set := ask.Part{Text: evil, Exact: "0.5", Set: &ask.Set{Key: "fee:0", Say: "Set the fee to " + evil,
		Link: "v=1&fee=" + evil}}
	rows := func(n int) (out []ask.Row) {
		for range n {
			out = append(out, ask.Row{
				Title: "Fee", Hint: "now 1", Note: "2 apart", Basis: "stated",
				Bar: &ask.Bar{Base: &base, Reach: &[2]float64{25, 75}, Tips: []ask.Tip{{At: 25, Mark: "○"}}},
				Ends: []ask.End{{Input: "fee", Mark: "○", Doubtful: true, Value: set,
					Figure: ask.Part{Text: "4 %", Exact: "0.04"}, Hints: []string{"a flow is not positive"}}},
			})
		}
		return out
	}
	cards[0].Answer = &ask.Answer{Said: []string{evil}, Tables: []ask.Table{{
		Look: ask.Bars, Caption: "What it becomes", Heads: []string{"a", "b", "c", "d"},
		Groups: []ask.Group{{Rows: rows(1)}, {Rows: rows(1)}}, Fold: &ask.Fold{More: "more", Fewer: "fewer"},
	}}}
	cards[0].Answer.Tables[0].Groups[1].Rows[0].Ends[0].Value = ask.Part{Text: "no link"}
	cards[1].Answer = &ask.Answer{
		Said: []string{"It crosses."}, Notices: []string{evil},
		Drawing: &ask.Drawing{Width: 700, Height: 240, Inner: [4]float64{64, 22, 620, 174}, Alt: evil,
			Hints: []string{"cut"}, Shapes: []ask.Shape{
				{Kind: ask.Path, Class: "curve", Text: "M0 0L1 1", Inside: true},
				{Kind: ask.Label, Class: "x", Text: evil, Numbers: []float64{1.25, 2}},
				{Kind: ask.Box, Class: "void", Numbers: []float64{1, 2, 3, 4}},
				{Kind: ask.Circle, Class: "crossing", Numbers: []float64{1, 2, 5}},
			}},
		Tables: []ask.Table{{Look: ask.Plain, Key: "table", Caption: "by fee",
			Heads: []string{"What", "Set", "Figure"},
			Groups: []ask.Group{{Rows: []ask.Row{{Kind: ask.OfCurve, Name: "crossing", Title: "crosses",
				Cells: [][]ask.Part{{set}, {{Text: "1 %", Exact: "0.01"}}}}}}}}},
		Marking: &ask.Marking{Draw: "Draw it", Where: "On top", Show: "Show it"},
	}
	cards[2].Answer = &ask.Answer{
		Said: []string{"Half of the runs."}, Shown: &ask.Shown{Label: "Shown at", Rates: []string{"30 %", "75 %"},
			Rate: 2},
		Tables: []ask.Table{{Look: ask.Stacked, Caption: "runs", Heads: []string{"Figure", "Median"},
			Groups: []ask.Group{{Title: "Amounts",
				Rows: []ask.Row{{Kind: ask.OfFigure, Name: "gas_fil", Title: "Gas",
					Cells: [][]ask.Part{{{Text: "1", Exact: "1"}, {Text: " to "}, {Text: "2", Exact: "2"}}}}}}}}},
		Charts: []ask.Chart{{ID: "ensemble-gas", Title: "Gas", Hints: []string{"median and bands"}}},
	}
	cards[3].Answer = &ask.Answer{
		Faults: &ask.List{Title: "About the second link:", Items: []string{evil}}, Refused: "No gap.",
		Doubts: []string{"means little"}, After: "after",
		Tables: []ask.Table{
			{Look: ask.Plain, Key: "changes", Label: "Assumptions that differ", Heads: []string{"a", "b", "c"},
				Groups: []ask.Group{{Rows: []ask.Row{{Kind: ask.OfField, Name: "fee", Title: "Fee",
					Cells: [][]ask.Part{{{Text: "1"}}, {{Text: evil}}}}}}}},
			{Look: ask.Parts, Heads: []string{"a", "b", "c"},
				Groups: []ask.Group{{Rows: []ask.Row{{Kind: ask.Total, Title: "The whole",
					Cells: [][]ask.Part{{{Text: "1", Exact: "1"}}}}}}}},
		},
	}
	for _, c := range cards {
		c.AnswerVersion++
		c.Busy = true
	}
	app.Explore.Section.Version++
}

func (e *element) classed(class string) []*element {
	return e.all(func(e *element) bool { return slices.Contains(strings.Fields(e.attr["class"]), class) })
}

// Every question has a form whose fields have labels and ids of their own, and whatever refers to an id finds it.
func TestQuestions(t *testing.T) {
	app, _ := exploring(t)
	answered(app)
	root := build(t, app).byID(t, "explore")
	if got := root.classed("asked"); len(got) != len(ask.Questions) || got[2].attr["data-question"] != ask.Ensemble {
		t.Fatalf("%d questions", len(got))
	}
	ids := map[string]bool{}
	root.walk(func(e *element, _ []*element) {
		if id, has := e.attr["id"]; has && (id == "" || ids[id]) {
			t.Errorf("<%s> has id %q, which is empty or not its own", e.tag, id)
		} else if has {
			ids[id] = true
		}
	})
	labels := map[string]bool{}
	root.walk(func(e *element, above []*element) {
		for _, key := range references {
			for _, id := range strings.Fields(e.attr[key]) {
				if !ids[id] {
					t.Errorf("<%s>: %s refers to %q, which is not there", e.tag, key, id)
				}
			}
		}
		labels[e.attr["for"]] = labels[e.attr["for"]] || e.tag == "label" && e.words() != ""
		if inside := slices.ContainsFunc(above, func(e *element) bool { return e.tag == "label" }); (e.tag == "input" ||
			e.tag == "select") && !inside && !labels[e.attr["id"]] {
			t.Errorf("<%s id=%q> has no label before it", e.tag, e.attr["id"])
		}
		if text := e.words(); strings.ContainsAny(text, "{}") || text == "" &&
			(e.tag == "button" || e.tag == "option" || e.tag == "h3") {
			t.Errorf("<%s> says %q", e.tag, text)
		}
	})
	if n := len(root.tagged("option")); n < 3*20 {
		t.Errorf("%d options", n)
	}
	// figures and rates of three, an input, a preset
	if chosen := root.all(func(e *element) bool { return e.tag == "option" && e.attr[".selected"] == "true" }); len(
		chosen) != 8 {
		t.Errorf("%d options are chosen", len(chosen))
	}
}

// What a link or a name brings cannot become markup.
func TestAnswersEscape(t *testing.T) {
	app, _ := exploring(t)
	answered(app)
	app.Explore.Section.Dialog = dialogOf(t, app.Explore.Section)
	build(t, app).byID(t, "explore").walk(func(e *element, _ []*element) {
		if e.tag == "script" || strings.Contains(e.text, "<script") && e.tag != "text" {
			t.Errorf("<%s> holds %q", e.tag, e.text)
		}
	})
}

// What has not changed is not built again, and what has is.
func TestOnlyWhatChangesIsBuilt(t *testing.T) {
	app, _ := exploring(t)
	section := app.Explore.Section
	count := func() (cards, fields, rows int) {
		root := build(t, app).byID(t, "explore")
		return len(root.classed("asked")), len(root.classed("field")), len(root.tagged("tr"))
	}
	if cards, fields, rows := count(); cards != 4 || fields < 12 || rows != 0 {
		t.Errorf("first %d cards with %d fields and %d rows", cards, fields, rows)
	}
	if cards, _, _ := count(); cards != 0 {
		t.Errorf("then %d cards", cards)
	}
	answered(app)
	if cards, fields, rows := count(); cards != 4 || fields != 0 || rows < 10 {
		t.Errorf("with answers %d cards with %d fields and %d rows", cards, fields, rows)
	}
	section.Cards[2].Choose("seed", "3")
	if cards, fields, rows := count(); cards != 4 || fields != 3 || rows != 0 {
		t.Errorf("after a choice %d cards with %d fields and %d rows", cards, fields, rows)
	}
}

// What the reader does in an answer reaches the section.
func TestAnswerEvents(t *testing.T) {
	app, q := exploring(t)
	answered(app)
	root := build(t, app)
	set := root.classed("set")
	if len(set) != 2 || set[0].attr["data-key"] != "fee:0" ||
		!strings.HasPrefix(set[0].attr["aria-label"], "Set the fee") {
		t.Fatalf("%d buttons set a value", len(set))
	}
	set[0].fire(t, "click", "")
	if len(q.opens) != 1 || !strings.HasPrefix(q.opens[0], "v=1&fee=") {
		t.Errorf("it opens %q", q.opens)
	}
	rest := root.all(func(e *element) bool { _, has := e.attr["data-rest"]; return has })[0]
	if _, folded := root.classed("rest")[0].attr["hidden"]; !folded || rest.words() != "more" ||
		rest.attr["aria-expanded"] != "false" {
		t.Errorf("the rows are not folded, or the button says %q", rest.words())
	}
	rest.fire(t, "click", "")
	if unfolded := build(t, app); unfolded.classed("rest")[0].attr["hidden"] != "" ||
		!app.Explore.Section.Cards[0].Whole {
		t.Error("the rows stay folded")
	}
	form := root.byID(t, "explore").tagged("form")[1]
	form.handlers["change"](vugu.NewDOMEvent(nil,
		map[string]any{"target": map[string]any{"name": "figure", "value": "saving_fil"}}))
	if !slices.Contains(q.asked, ask.Tornado) || q.rests == 0 {
		t.Errorf("a choice asks %q", q.asked)
	}
}

// dialogOf is the dialog with a chain in it.
func dialogOf(t *testing.T, s *ask.Section) ask.Dialog {
	t.Helper()
	s.Explain("2024-07-15", ask.Pointed{})
	d := s.Dialog
	d.ChainVersion++
	d.Error = evil
	d.Chain = &ask.Explained{Title: evil, Lead: evil, Rates: []string{"30 %", "75 %"}, Rate: 2, First: "2023-07-01",
		Last: "2026-07-29",
		Results: &ask.Results{Caption: "It comes to", Heads: [2]string{"a", "b"}, Rows: [][3]string{{evil, "1", "2"}},
			Groups: "Groups"},
		Groups: []ask.ChainGroup{{ID: "chain-group-1", Title: "Gas", Range: "steps 1 to 2", First: 1, Opened: true,
			Steps: []ask.ChainStep{
				{Key: "gas", Pointed: true, Title: evil, Formula: "<math><mi>g</mi></math>",
					Symbol: "<math><mi>g</mi></math>", Result: "1 < 2",
					Inputs: &ask.ChainInputs{Label: "of 1", Heads: [4]string{"a", "b", "c", "d"},
						Rows: [][4]string{{"<math/>", evil, "1", "published"}}},
					Method: &ask.Reference{Text: "equation", Address: "method.html#eq-gas"}},
				{Key: "fee", Title: "Fee", Symbol: "<math><mi>f</mi></math>", Result: "1", From: ", published",
					Before: "Source: ", Source: &ask.Reference{Text: "FIP", Address: "https://fip.org/"}},
			}}}}
	return d
}

// The dialog shows a chain with its tables, marks the step that was pointed at, and leads to the methodology where that
// is.
func TestSteps(t *testing.T) {
	app, _ := exploring(t)
	d := dialogOf(t, app.Explore.Section)
	app.Explore.Section.Dialog = d
	root := build(t, app).tagged("dialog")[0]
	if got := root.classed("chain-step"); len(got) != 2 || got[0].attr["aria-current"] != "true" ||
		got[1].attr["aria-current"] != "" || got[0].attr["data-step"] != "gas" {
		t.Errorf("%d steps", len(got))
	}
	var links []string
	for _, a := range root.tagged("a") {
		links = append(links, a.attr["href"])
	}
	if !slices.Equal(links, []string{"https://x.org/method.html#eq-gas", "https://fip.org/"}) {
		t.Errorf("it leads to %q", links)
	}
	for _, table := range root.tagged("table") {
		if len(table.tagged("thead")) != 1 || len(table.tagged("caption"))+len(table.attr["aria-label"]) == 0 {
			t.Error("a table has no head, or no name")
		}
	}
	if text := root.classed("chain-result")[0].words(); !strings.Contains(text, "= 1 &lt; 2") {
		t.Errorf("it comes to %q", text)
	}
	if day := root.byID(t, "steps-on"); day.attr["min"] != "2023-07-01" || day.attr["max"] != "2026-07-29" {
		t.Errorf("the field takes days from %q to %q", day.attr["min"], day.attr["max"])
	}
	if _, err := json.Marshal(d.Chain); err != nil {
		t.Error(err)
	}
}
