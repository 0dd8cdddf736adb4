package engine

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/ask/asktest"
	"github.com/gasburden/gasburden/web/doc"
	"github.com/gasburden/gasburden/web/draw"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
	"github.com/gasburden/gasburden/web/words/catalogue"
)

// invented are assumptions that there are not: which part of the gas is free, and whether the rest is at half price.
// These are all the lines that they take: field and row, the equation that uses them, words in each language, and where
// their explanation leads.
var invented = []struct{ file, before, insert string }{
	{"sim/assumption/table.go", "	SmoothingDays int\n", "	FreePart float64\n	HalfPrice bool\n"},
	{"sim/assumption/table.go", "\n// Named finds", ""}, // the table ends two lines above
	{"sim/gas.go", "	for t, gas := range r.GasStatusQuoGgas {\n		// Ggas times",
		"	fee *= 1 - sc.FreePart\n	if sc.HalfPrice {\n		fee /= 2\n	}\n"},
	{"web/words/en.json", `
    "smoothing_days": {`, `
		"free_part": {"Label": "Free part", "Unit": "%", "Source": "nothing is free", "Inside": "the free part"},
		"half_price": {"Label": "Half price", "Unit": "", "Source": "off", "Inside": "the half price",
			"On": "to be had", "Off": "not to be had"},` + "\n"},
	{"web/words/zh-CN.json", `
    "smoothing_days": {`, `
		"free_part": {"Label": "免费部分", "Unit": "%", "Source": "没有免费的部分", "Inside": "免费部分"},
		"half_price": {"Label": "半价", "Unit": "", "Source": "关", "Inside": "半价", "On": "有", "Off": "没有"},` + "\n"},
	{"web/words/en.json", `        "smoothing_days": {`, `
		"free_part": {"Meaning": "Gas that nobody pays for.", "Formula": ""},
		"half_price": {"Meaning": "Whether gas is at half price.", "Formula": ""},` + "\n"},
	{"web/words/zh-CN.json", `        "smoothing_days": {`, `
		"free_part": {"Meaning": "无人付费的 Gas。", "Formula": ""},
		"half_price": {"Meaning": "Gas 是否半价。", "Formula": ""},` + "\n"},
	{"web/page/terms.go", "	{\"smoothing_days\", fromStudy", `	{"free_part", fromOwn, "assumptions"},
	{"half_price", fromOwn, "assumptions"},` + "\n"},
}

const inventedRows = `	{
		Name: "free_part", Unit: "share", Kind: Number, Range: mechafil.ShareRange,
		Meaning: "part of the gas that is free", Source: "nothing is free",
		Link: "free", Place: 55, Weight: 35, Group: BasicGroup, Slider: Slider{0, 100, 1}, Embed: true,
		Vary: Vary{0, 0.5, Stated},
		at: func(s *Scenario) any { return &s.FreePart },
	},
	{
		Name: "half_price", Unit: "switch", Kind: Switch, Meaning: "whether gas is at half price", Source: "it is not",
		Link: "half", Place: 65, Weight: 45, Group: BasicGroup, Embed: true,
		at: func(s *Scenario) any { return &s.HalfPrice },
	},
`

// withInvented writes an overlay for Go's builds, in which the invented assumption stands in the sources.
func withInvented(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	changed := map[string]string{}
	for _, change := range invented {
		path := filepath.Join(root, change.file)
		if changed[path] == "" {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			changed[path] = string(text)
		}
		insert := change.insert
		before := change.before
		if insert == "" {
			insert, before = inventedRows, "}\n"+before
		}
		if n := strings.Count(changed[path], before); n != 1 {
			t.Fatalf("%s has %q %d times: this test does not know where the new line goes", change.file, before, n)
		}
		changed[path] = strings.Replace(changed[path], before, insert+before, 1)
	}
	var trees []*catalogue.Node
	for _, name := range catalogue.Files() {
		tree, err := catalogue.Parse(name, []byte(changed[filepath.Join(root, "web", "words", name)]))
		if err != nil {
			t.Fatal(err)
		}
		trees = append(trees, tree)
	}
	written, err := catalogue.Generate(trees)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range written {
		changed[filepath.Join(root, name)] = string(text)
	}
	replace, dir := map[string]string{}, t.TempDir()
	for path, text := range changed {
		to := filepath.Join(dir, strings.ReplaceAll(strings.TrimPrefix(path, root+"/"), "/", "-"))
		if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		replace[path] = to
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(path, overlay, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestInventedAssumption adds an assumption that there is not, by its row, an equation and its words alone, and finds
// it everywhere: in this package, in the page and the site (TestInvented of each), in the tests that hold table and
// catalogues together, and on the command line.
func TestInventedAssumption(t *testing.T) {
	if _, err := assumption.Named("free_part"); err == nil {
		t.Skip("the sources have it already: this is the test within the test")
	}
	overlay := withInvented(t)
	command := func(name string, args ...string) string {
		t.Helper()
		c := exec.Command(name, args...)
		c.Dir = "../.."
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	out := command("go", "test", "-overlay", overlay, "-count=1", "-v",
		"-run", "^(TestInvented|TestTable|TestOrders|TestNumbers|TestKeys|TestRoundTripOfEveryField|"+
			"TestEveryControlHasAText|TestEveryControlIsExplained|TestEveryChoiceHasAText|TestCatalogueIsComplete|"+
			"TestSymbolsOfAssumptions)$",
		"./sim/assumption", "./sim/link", "./sim/steps", "./web/page", "./web/ui", "./web/explore", "./web/engine",
		"./web/cmd/build")
	if n := strings.Count(out, "--- PASS: TestInvented "); n != 3 || strings.Contains(out, "--- SKIP") {
		t.Errorf("%d packages look for it, want 3:\n%s", n, out)
	}

	tool := filepath.Join(t.TempDir(), "gasburden")
	command("go", "build", "-overlay", overlay, "-o", tool, "./sim/cmd/gasburden")
	dear, cheap := command(tool, "run", "-set", "version=1"),
		command(tool, "run", "-set", "version=1", "-set", "free_part=0.25")
	if dear == cheap {
		t.Error("-set changes nothing")
	}
	query := strings.TrimSpace(command(tool, "link", "-set", "version=1", "-set", "free_part=0.25"))
	if !strings.HasSuffix(query, "&free=0.25") {
		t.Errorf("link: %s", query)
	}
	if again := command(tool, "run", "-link", query); !strings.Contains(cheap, again) &&
		!strings.Contains(again, cheap) {
		t.Errorf("the link gives another run:\n%s\n%s", again, cheap)
	}
	for _, c := range []struct {
		args  string
		wants []string
	}{
		{"describe", []string{"free_part = 0  [share]", "free_part [share], 0..1"}},
		{"describe -schema", []string{`"free_part": {`}},
		{"run -set free_part=0.25 -format json", []string{`"free_part":0.25`}},
		{"run -set free_part=0.25 -format csv", []string{"# free_part = 0.25 [share]"}},
		{"tornado -set version=1 -figure gas_fil", []string{"free_part"}},
		{"breakeven -set version=1 -input free_part -figure gas_fil -target 5e6", []string{"free_part"}},
		{"compare -figure gas_fil saved-unused " + query, []string{"free_part"}},
	} {
		got := command(tool, strings.Fields(c.args)...)
		for _, want := range c.wants {
			if !strings.Contains(got, want) {
				t.Errorf("gasburden %s has no %q:\n%.2000s", c.args, want, got)
			}
		}
	}
	c := exec.Command(tool, "run", "-set", "free_part=1.5")
	if out, err := c.CombinedOutput(); err == nil ||
		!strings.Contains(string(out), "free_part is 1.5, want a number in 0..1") {
		t.Errorf("an illegal value: %v, %s", err, out)
	}
}

// TestInvented finds the invented assumptions in links, files, quotations, cards and answers, in both languages.
func TestInvented(t *testing.T) {
	row, err := assumption.Named("free_part")
	if err != nil {
		t.Skip("run by TestInventedAssumption")
	}
	const query = "v=1&snapshot=2023-07-31&free=0.25&half=true"
	for _, c := range []struct {
		text            *words.Text
		lang, label     string
		whole, changed  string
		halves, halfway string
	}{
		{words.English(), "", "Free part", "50 %", "25 %", "Half price", "to be had"},
		{words.InChinese(), "&lang=zh-CN", "免费部分", "50%", "25%", "半价", "有"},
	} {
		p, err := shipped.Page(c.text, query+c.lang, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.LinkNotices()) > 0 || row.Number(&p.Scenario) != 0.25 {
			t.Errorf("a link to it: %v, %q", row.Number(&p.Scenario), p.LinkNotices())
		}
		if got, tooLong := p.Link(); tooLong || !strings.Contains(got+"&", "&free=0.25&half=true&") {
			t.Errorf("its link is %s", got)
		}
		if !strings.Contains(string(p.ScenarioFile()), `"free_part": 0.25`) {
			t.Errorf("its file is %s", p.ScenarioFile())
		}
		for name, text := range map[string]string{"Markdown": doc.Markdown(p.Picture(page.Hero)),
			"card": string(draw.SVG(p.Picture(page.Hero), ""))} {
			plain := strings.ReplaceAll(text, "\u00a0", " ")
			for _, want := range []string{c.label, c.changed, c.halves, c.halfway} {
				if !strings.Contains(plain, want) {
					t.Errorf("%s does not say %s:\n%s", name, want, text)
				}
			}
		}
		e := explorer(t)
		asked := Asked{Figure: "gas_fil", Rate: 1}
		tornado := asktest.JSON(t, finish(t, e, "tornado", Request{Query: query + c.lang, Asked: asked}).Answer)
		for _, want := range []string{
			`"title":"` + c.halves + `"`, `"title":"` + c.label + `"`, `"input":"free_part"`, `"text":"` + c.whole +
				`","set"`, "free=0.5",
		} {
			if !strings.Contains(tornado, want) {
				t.Errorf("the tornado has no %s:\n%s", want, tornado)
			}
		}
		asked.Against = "?v=1&snapshot=2023-07-31"
		compared := asktest.JSON(t, finish(t, e, "compare", Request{Query: query + c.lang, Asked: asked}).Answer)
		if !strings.Contains(compared, c.label) || !strings.Contains(compared, c.changed) ||
			!strings.Contains(compared, c.halves) {
			t.Errorf("the comparison has no %s:\n%s", c.label, compared)
		}
	}
	if l := link.Read("v=1&free=2", "", assets.SnapshotNames()); len(l.Faults) > 0 ||
		string(l.Overrides["free_part"]) != "2" {
		t.Errorf("%+v", l)
	}
	p, err := shipped.Page(words.English(), "v=1&free=2", nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.LinkNotices()) != 1 || !strings.Contains(p.LinkNotices()[0], "free_part") ||
		!strings.Contains(p.LinkNotices()[0], "0..1") {
		t.Errorf("an illegal value in a link: %q", p.LinkNotices())
	}
}
