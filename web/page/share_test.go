package page

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

func sharedPage(t *testing.T, query string) *Page {
	t.Helper()
	p := newPageOfNow(t)
	p.Places = Places{Page: "https://example.org/gasburden/"}
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
	if query != "" {
		p.Open(query)
		update(t, p)
	}
	return p
}

// What is copied for a FIP discussion is the picture and four lines: what was published, what is simulated with all
// that is pinned, the assumptions that differ, and the link. Warnings follow.
func TestMarkdownIsFourLines(t *testing.T) {
	for query, published := range map[string]bool{"": true, "v=2&snapshot=2026-04-20&onboarding=4.5&pin=calm~v~2": true,
		"v=1&snapshot=2023-07-31&fee=1": false} {
		p := newPageOfNow(t)
		p.Places = Places{Page: "https://example.org/gasburden/"}
		p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
		p.Open(query)
		update(t, p)
		var lines []string
		for line := range strings.Lines(p.Markdown()) {
			if strings.HasPrefix(line, "- ") {
				lines = append(lines, line)
			}
		}
		if !published {
			lines = append([]string{"- **Published, "}, lines...)
		}
		starts := []string{"- **Published, ", "- **Simulated**: ", "- **Assumptions**: ",
			"- [Open, check and change this result]("}
		for i, line := range lines {
			if i >= len(starts) || !strings.HasPrefix(line, starts[i]) {
				t.Fatalf("%s: %q", query, lines)
			}
		}
		if len(lines) != len(starts) {
			t.Fatalf("%s: %d lines", query, len(lines))
		}
		said := lines[0] + lines[1]
		for _, fact := range p.Picture().Facts {
			if !strings.Contains(said, "("+fact.Kind+")") && !strings.Contains(said, "["+fact.Kind+"](") {
				t.Errorf("%s: the kind %q is not said in %s", query, fact.Kind, said)
			}
		}
		for _, pinned := range append(p.Picture().Pinned, p.Picture().Fills) {
			if !strings.Contains(strings.ReplaceAll(said, "**", ""), plainText(pinned)) {
				t.Errorf("%s: no %q in %s", query, pinned, said)
			}
		}
		const none = ": all by default (version 2, network of 20 April 2026)\n"
		if strings.Contains(lines[2], none) != (query == "") {
			t.Errorf("%s: %s", query, lines[2])
		}
	}
}

func plainText(text string) string { return strings.NewReplacer("<b>", "", "</b>", "").Replace(text) }

func TestMarkdownSaysTheResult(t *testing.T) {
	p := sharedPage(t, "v=1&fee=1&gas=regime&direct=0.15")
	got := p.Markdown()
	address, _ := p.Address()
	for _, want := range []string{
		// a preset has a picture everywhere
		"[![", "](https://example.org/gasburden/cards/study.png)](" + address + ")",
		strings.ReplaceAll(strings.ReplaceAll(p.Picture().Headline, "<b>", "**"), "</b>", "**"),
		"Base fee **1 nanoFIL**, ", "31 July 2023", "Starboard and Spacescope", "edition 3", "](" + address + ")",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, a := range p.Picture().Assumptions {
		if said := strings.Contains(got, a.Label+" **"+a.Value+"**"); said != a.Changed {
			t.Errorf("it says of %q: %t, which is changed: %t", a.Label, said, a.Changed)
		}
	}
	for _, notice := range plotOf(p, Hero).Notices {
		if !strings.Contains(got, notice) {
			t.Errorf("the warning %q is not said", notice)
		}
	}
	if strings.Contains(got, "<b>") || strings.Contains(got, "{") {
		t.Errorf("marks are left in\n%s", got)
	}
}

func TestPictures(t *testing.T) {
	for _, c := range []struct{ query, cards, want string }{
		{"", "", "https://example.org/gasburden/cards/stayed.png"},
		{"v=1&rebound=1&feedback=true", "", "https://example.org/gasburden/cards/refilled.png"},
		{"v=1&rebound=1&feedback=true&by=outflow", "", ""},
		{"v=1&snapshot=" + latest, "", "https://example.org/gasburden/cards/today-full.png"},
		{"v=1&snapshot=" + latest + "&gas=regime&fee=1&direct=0.15", "", ""}, // the study is of another network
		{"v=1&model=1", "", ""}, // and of today's figures
		{"v=1&fee=0.7", "", ""},
		{"v=1&fee=0.7", "https://cards.example/", "https://cards.example/card.png?v=1&snapshot=" + study +
			"&model=3&fee=0.7"},
	} {
		p := sharedPage(t, c.query)
		p.Places.Cards = c.cards
		if got := p.Picture().Image; got != c.want {
			t.Errorf("%q: %q, want %q", c.query, got, c.want)
		}
		if markdown := p.Markdown(); (c.want == "") != strings.HasPrefix(markdown, "<!-- "+p.Text.Share.NoImage) {
			t.Errorf("%q: %.80s", c.query, markdown)
		}
	}
}

// What is copied leads to the file whose preview, on a host of plain files, says the numbers of the link, or none.
func TestAddressOfAPreset(t *testing.T) {
	const page = "https://example.org/gasburden/"
	regime := "v=1&snapshot=" + study + "&model=3&fee=1&gas=regime&direct=0.15"
	for query, want := range map[string]string{
		"":                                     "?" + standardLink(t),
		"gas=regime&fee=1&direct=0.15":         "study.html?" + regime,
		"gas=regime&fee=1&direct=0.15&band=50": "study.html?" + regime + "&band=50",
		// that page’s preview speaks of net flow
		"gas=regime&fee=1&direct=0.15&by=outflow":              "?" + regime + "&by=outflow",
		"gas=regime&fee=1&direct=0.16":                         "?" + strings.Replace(regime, "0.15", "0.16", 1),
		"snapshot=" + latest + "&gas=regime&fee=1&direct=0.15": "?" + strings.Replace(regime, study, latest, 1),
		"snapshot=" + latest:                                   "today-full.html?v=1&snapshot=" + latest + "&model=3",
		// nor of these figures
		"model=1&gas=regime&fee=1&direct=0.15": "?" + strings.Replace(regime, "model=3", "model=1", 1),
	} {
		p := sharedPage(t, query)
		if got, _ := p.Address(); got != page+want {
			t.Errorf("%q: %s, want %s", query, got, page+want)
		}
	}
	p := sharedPage(t, "gas=regime&fee=1&direct=0.15")
	p.Text = &words.Text{Frame: words.Frame{Site: words.SiteText{Language: words.Chinese}}}
	if got, _ := p.Address(); !strings.HasPrefix(got, page+"study-zh-CN.html?v=1&") {
		t.Errorf("in Chinese: %s", got)
	}
	p.Places.Cards = p.Places.Page // a Worker answers for the link itself
	if got, _ := p.Address(); got != page+"?"+regime {
		t.Errorf("with a Worker: %s", got)
	}
}

func TestPlainText(t *testing.T) {
	p := sharedPage(t, "v=1&fee=0.7")
	address, _ := p.Address()
	got := p.PlainText()
	if !strings.HasPrefix(got, strings.NewReplacer("<b>", "", "</b>", "").Replace(p.Picture().Headline)) ||
		!strings.HasSuffix(got, "\n"+address+"\n") || strings.Contains(got, "<") {
		t.Errorf("%s", got)
	}
	for _, notice := range plotOf(p, Hero).Notices {
		if !strings.Contains(got, notice) {
			t.Errorf("the warning %q is not said", notice)
		}
	}
}

func TestCSVHoldsWhatIsOnShow(t *testing.T) {
	p := sharedPage(t, "v=1&fee=0.7&hide=direct,2&unit=gas")
	data, err := p.CSV()
	if err != nil {
		t.Fatal(err)
	}
	var head []string
	body := string(data)
	for strings.HasPrefix(body, "# ") {
		line, rest, _ := strings.Cut(body, "\n")
		head, body = append(head, line), rest
	}
	address, _ := p.Address()
	for _, want := range []string{"# link: " + address, "# base_fee_nanofil = 0.7 [nanoFIL/gas]", "edition 3"} {
		if !slices.ContainsFunc(head, func(line string) bool { return strings.Contains(line, want) }) {
			t.Errorf("no %q in the head", want)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+p.Result.Days || rows[1][0] != p.Result.Start.String() {
		t.Fatalf("%d rows from %s", len(rows), rows[1][0])
	}
	at := 1
	for _, id := range PlotIDs {
		plot := &Plot{ID: id}
		plot = plotOf(p, plot.ID)
		for k, s := range plot.Spec.Series {
			if s.Hidden {
				continue
			}
			name := rows[0][at]
			if !strings.Contains(name, s.Label) || !regexp.MustCompile(` \[[^\]]+\]$`).MatchString(name) {
				t.Errorf("column %q for %s of %s", name, s.Label, id)
			}
			for i, v := range plot.Column(k + 1) {
				cell := rows[1+i][at]
				if math.IsNaN(v) != (cell == "") {
					t.Fatalf("%s, day %d: %q for %v", name, i, cell, v)
				}
				if got, err := strconv.ParseFloat(cell, 64); cell != "" &&
					(err != nil || math.Abs(got-v) > 1e-11*math.Abs(v)) {
					t.Fatalf("%s, day %d: %q for %v", name, i, cell, v)
				}
			}
			at++
		}
	}
	if at != len(rows[0]) {
		t.Errorf("%d columns, want %d", len(rows[0]), at)
	}
	if strings.Contains(strings.Join(rows[0], " "), "75 %") || strings.Contains(strings.Join(rows[0], " "),
		p.Text.Direct) {
		t.Errorf("hidden series are in %q", rows[0])
	}
	if !strings.Contains(strings.Join(rows[0], " "), "[Tgas/day]") {
		t.Errorf("no unit of gas in %q", rows[0])
	}
}

func TestFileNames(t *testing.T) {
	safe := regexp.MustCompile(`^gasburden-[0-9a-zA-Z.-]{1,110}$`)
	for query, want := range map[string]string{
		"":                                 "gasburden-2026-04-20-stayed.png",
		"v=1&gas=regime&fee=1&direct=0.15": "gasburden-2023-07-31-study.png",
		"v=2&knee=45":                      "gasburden-2026-04-20-knee-45-v2.png",
		"v=1&fee=0.7&by=outflow":           "gasburden-2023-07-31-fee-0.7-by-outflow.png",
		"v=1&rates=0.1,0.2&adoption=none":  "gasburden-2023-07-31-rates-0.1-0.2-adoption-none.png",
		"v=1&renewal=2023-08-01:0.1_2024-01-01:0.2": "gasburden-2023-07-31-renewal-varies.png",
	} {
		got := sharedPage(t, query).FileName("png")
		if got != want || !safe.MatchString(got) {
			t.Errorf("%q: %s, want %s", query, got, want)
		}
	}
}

func TestScenarioFileOpensToTheSamePicture(t *testing.T) {
	p := sharedPage(t, "v=1&snapshot="+latest+
		"&fee=0.7&renewal=2025-09-10:0.1_2026-01-01:0.2&adoption=constant&share=0.2")
	q := sharedPage(t, "")
	if err := q.OpenScenario(parsed(t, string(p.ScenarioFile()))); err != nil {
		t.Fatal(err)
	}
	update(t, q)
	a, _ := p.Link()
	b, _ := q.Link()
	if a != b {
		t.Errorf("%s\nbecame\n%s", a, b)
	}
}

func TestTooLongForALink(t *testing.T) {
	p := sharedPage(t, "")
	noise := make([]float64, assumption.DefaultHorizonDays)
	for i := range noise {
		noise[i] = 0.5 + 0.3*math.Sin(float64(i*i))
	}
	scenario, _ := json.Marshal(map[string]any{"renewal_rate": noise})
	if err := p.OpenScenario(parsed(t, string(scenario))); err != nil {
		t.Fatal(err)
	}
	update(t, p)
	query, tooLong := p.Link()
	if !tooLong || len(query) > 200 {
		t.Errorf("%v, %d bytes", tooLong, len(query))
	}
	if r := p.Request(); len(r.Scenario) < 10000 {
		t.Errorf("the request carries %d bytes of scenario", len(r.Scenario))
	}
	if !strings.Contains(p.Markdown(), p.Text.Link.TooLong) || p.Snippet() != p.Text.Link.TooLong {
		t.Error("nothing says that the link lacks the scenario")
	}
	p.CopyLink()
	if p.ShareStatus() != p.Text.Link.TooLong {
		t.Errorf("%q", p.ShareStatus())
	}
}

func TestSnippets(t *testing.T) {
	p := sharedPage(t, "v=1&fee=0.7&controls=fee,rates")
	frame := p.Snippet()
	if !strings.Contains(frame,
		`src="https://example.org/gasburden/embed.html?v=1&amp;snapshot=2023-07-31&amp;model=3&amp;fee=0.7&amp;controls=fee,rates"`) || !strings.Contains(frame, `title="`) {
		t.Errorf("%s", frame)
	}
	p.EmbedKind = SnippetMarkdown
	if p.Snippet() != p.Text.Share.NoCards {
		t.Errorf("a picture from nowhere: %s", p.Snippet())
	}
	p.Places.Cards = "https://cards.example/"
	if got := p.Snippet(); !strings.HasPrefix(got, "[![") ||
		!strings.Contains(got, "https://cards.example/card.png?v=1&") {
		t.Errorf("%s", got)
	}
	p.EmbedKind = SnippetOEmbed
	if got := p.Snippet(); !strings.HasPrefix(got,
		"https://cards.example/oembed?format=json&url=https://cards.example/%3Fv%3D1%26") {
		t.Errorf("%s", got)
	}
	p.EmbedKind = SnippetResizing
	if got := p.Snippet(); !strings.Contains(got, "<iframe") || !strings.Contains(got, "<script>") {
		t.Errorf("%s", got)
	}
}

func TestEmbeddedChartHasTheChosenControls(t *testing.T) {
	p := sharedPage(t, "v=1&controls=fee,adoption,rates")
	var offered, on []string
	for _, c := range form(p).EmbedChoices {
		offered = append(offered, c.Name)
		if c.On {
			on = append(on, c.Name)
		}
	}
	if got := strings.Join(offered,
		" "); got != "fil_plus_rates raw_onboarding_pib renewal_rate base_fee_nanofil adoption "+
		"direct_gas_fraction rebound burn_feedback gas_model horizon_days" {
		t.Errorf("controls to choose from: %s", got)
	}
	if got := strings.Join(on, " "); got != "fil_plus_rates base_fee_nanofil adoption" {
		t.Errorf("chosen controls: %s", got)
	}
}
