package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"image/png"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/method"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// Slack and others read no more of a page than this.
const readByCrawlers = 32 << 10

// meta reads the tags of a page's head, as a crawler does.
func meta(t *testing.T, page string) map[string]string {
	t.Helper()
	head, _, ok := strings.Cut(page, "</head>")
	if !ok || len(head) > readByCrawlers {
		t.Errorf("the head is %d bytes", len(head))
	}
	found := map[string]string{}
	for _, m := range regexp.MustCompile(`<meta (?:name|property)="([^"]*)" content="([^"]*)"`).FindAllStringSubmatch(
		head, -1) {
		found[m[1]] = html.UnescapeString(m[2])
	}
	if m := regexp.MustCompile(`<link rel="canonical" href="([^"]*)"`).FindStringSubmatch(head); m != nil {
		found["canonical"] = m[1]
	}
	if m := regexp.MustCompile(`<title>(.*)</title>`).FindStringSubmatch(head); m != nil {
		found["title"] = html.UnescapeString(m[1])
	}
	return found
}

// Every preset has a page of its own: its answer, its preview, its card, and the scenario that the program opens.
func TestPresetPages(t *testing.T) {
	presetPages(t, words.English(), "", "cards/", "75 %")
}

// Each has a twin in Chinese, which previews speak where it is linked; both name each other.
func TestChinesePages(t *testing.T) {
	presetPages(t, words.InChinese(), "-zh-CN", "cards/zh-CN/", "75%")
	s := buildTwice(t)[0]
	for _, preset := range assumption.Presets() {
		english, chinese := preset.Name, preset.Name+"-zh-CN.html"
		if preset.Name == assumption.DefaultPreset().Name {
			english, chinese = "", "index-zh-CN.html"
		} else {
			english += ".html"
		}
		page := string(s.files[chinese])
		for _, part := range []string{
			`<html lang="zh-CN">`, `data-english="` + cmp.Or(english, indexName) + `"`,
			`<option value="zh-CN" lang="zh-CN" selected>`,
			`<noscript><p lang="zh-CN">计算器`, `<p lang="en">The calculator`, `<a href="method-zh-CN.html"`,
			words.InChinese().Start.NotStarted, words.InChinese().Site.UpdateReady,
		} {
			if !strings.Contains(page, part) {
				t.Errorf("%s does not hold %s", chinese, part)
			}
		}
		for _, file := range []string{cmp.Or(english, indexName), chinese} {
			for _, alternate := range []string{`hreflang="en" href="` + defaultSite + english + `"`,
				`hreflang="zh-CN" href="` + defaultSite + chinese + `"`} {
				if !strings.Contains(string(s.files[file]), alternate) {
					t.Errorf("%s does not hold %s", file, alternate)
				}
			}
		}
		if strings.Contains(string(s.files[singleName]), chinese) {
			t.Errorf("the single file names %s", chinese)
		}
	}
	for name, noscript := range map[string]string{
		indexName: `<noscript><p lang="en">The calculator is a program`,
		"embed.html": `<noscript><p lang="en">The chart is a program that runs in your browser. Without it, ` +
			`these are the numbers of “If FIL+ had stayed” whatever the address asks for. Allow scripts for this page to ` +
			`see it.</p><p lang="zh-CN">图表是`,
	} {
		if !strings.Contains(string(s.files[name]), noscript) {
			t.Errorf("%s does not hold %s", name, noscript)
		}
	}
	if page := string(s.files[exampleName]); !strings.HasPrefix(page, "<!doctype html>\n<html lang=\"en\">") {
		t.Errorf("%s begins with %.60s", exampleName, page)
	}
}

func presetPages(t *testing.T, text *words.Text, suffix, cards, rate string) {
	t.Helper()
	s := buildTwice(t)[0]
	seen := map[string]string{}
	studied := rate
	for i, preset := range assumption.Presets() {
		rate := studied
		if preset.Name == "solstice" { // no deals are published any more
			rate = strings.NewReplacer("<b>", "", "</b>", "").Replace(text.Now.Nothing)
		} else if preset.Snapshot == assumption.April2026 { // too little is onboarded to fill blocks
			rate = "0.001 FIL"
		} else if preset.Name == "happened" { // the highest of its days
			rate = strings.Replace(rate, "75", "99", 1)
		}
		file, address := preset.Name+suffix+".html", defaultSite+preset.Name+suffix+".html"
		if i == 0 {
			file, address = "index"+suffix+".html", defaultSite
			if suffix != "" {
				address += file
			}
		}
		page, ok := s.files[file]
		if !ok {
			t.Errorf("there is no %s", file)
			continue
		}
		found := meta(t, string(page))
		start := html.UnescapeString(regexp.MustCompile(`data-start="([^"]*)"`).FindStringSubmatch(string(page))[1])
		if (start == "") != (i == 0 && suffix == "") {
			t.Errorf("%s starts with %q", file, start)
		}
		view, err := shipped.Page(text, start, nil)
		if err != nil {
			t.Fatal(err)
		}
		if state, err := view.State(); err != nil || state.Language != text.Spoken() {
			t.Errorf("%s starts in the language %q, %v", file, state.Language, err)
		}
		if view.Preset() != preset.Name {
			t.Errorf("%s starts with the preset %q", file, view.Preset())
		}
		if !strings.Contains(string(page), words.Unbroken(view.Picture().Headline)) ||
			!strings.Contains(string(page), words.Unbroken(view.Picture().Material)) {
			t.Errorf("%s does not give the answer of its scenario", file)
		}
		answer := found["og:description"]
		// The main page stands for every link of the site, and no number for all of them.
		if strings.ContainsAny(answer, "<>&") || strings.Contains(answer, rate) == (i == 0) ||
			found["twitter:description"] != answer {
			t.Errorf("%s: og:description is %q", file, answer)
		}
		said := strings.ReplaceAll(found["og:title"]+answer+found["og:image:alt"], "FIP-0076", "")
		if i == 0 && strings.ContainsAny(said, "0123456789%") {
			t.Errorf("%s: a preview with a number: %q", file, said)
		}
		if i > 0 && !strings.Contains(answer, view.Picture().ModelVersion) {
			t.Errorf("%s: og:description does not say of which figures: %q", file, answer)
		}
		picture := preset.Name
		if i == 0 {
			picture = "link"
		}
		for _, what := range []string{"title", "description", "og:title", "og:description", "og:image", "og:image:alt",
			"og:url"} {
			if found[what] == "" {
				t.Errorf("%s has no %s", file, what)
			}
			if other := seen[what+found[what]]; other != "" {
				t.Errorf("%s has the %s of %s", file, what, other)
			}
			seen[what+found[what]] = file
		}
		for what, want := range map[string]string{
			"canonical": address, "og:url": address, "og:image": defaultSite + cards + picture + ".png",
			"twitter:image":  found["og:image"],
			"og:image:width": "1200", "og:image:height": "630", "og:image:type": "image/png",
			"twitter:card": "summary_large_image",
			"og:title":     found["title"],
		} {
			if found[what] != want {
				t.Errorf("%s: %s is %q, want %q", file, what, found[what], want)
			}
		}
		for _, name := range []string{preset.Name, picture} {
			drawn, err := png.DecodeConfig(bytes.NewReader(s.files[cards+name+".png"]))
			if err != nil || drawn.Width != cardWidth || drawn.Height != cardHeight {
				t.Errorf("card of %s: %+v, %v", name, drawn, err)
			}
			if n := len(s.files[cards+name+".png"]); n > 300<<10 { // WhatsApp shows no larger ones
				t.Errorf("card of %s is %d bytes", name, n)
			}
		}
	}
}

func TestAddressOfTheSite(t *testing.T) {
	for _, c := range []struct{ address, want string }{
		{"https://example.org", "https://example.org/"},
		{"https://example.org/a/b", "https://example.org/a/b/"},
		{"https://example.org/a/", "https://example.org/a/"},
		{"example.org", ""}, {"/a/", ""}, {"ftp://example.org/", ""}, {"https://example.org/?a=1", ""},
		{"https:///a", ""}, {"", ""},
	} {
		got, err := folderAddress("-site", c.address)
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%q: %q, %v, want %q", c.address, got, err, c.want)
		}
	}
}

func TestUnknownPlaceholder(t *testing.T) {
	s := &site{text: words.English(), files: map[string][]byte{}}
	if _, err := s.fillPage("<p>{{nobody}}</p>", sitePage{}, "id"); err == nil ||
		!strings.Contains(err.Error(), "{{nobody}}") {
		t.Errorf("got %v, want an error that names {{nobody}}", err)
	}
}

func TestReferenceOutsideTheSite(t *testing.T) {
	for _, text := range []string{`<link href="nowhere.css">`, `<script src="/charts.js">`,
		`<script src="https://example.org/a.js">`, `<img src="//example.org/a.png">`} {
		s := &site{text: words.English(), files: map[string][]byte{"charts.js": nil}}
		if _, err := s.fillPage(text, sitePage{}, "id"); err == nil {
			t.Errorf("%s is accepted", text)
		}
	}
}

// What is listed is what is there.
func TestSumsAndWorkerAgreeWithTheFiles(t *testing.T) {
	s := buildTwice(t)[0]
	listed := map[string]string{}
	for line := range strings.Lines(string(s.files[sumsName])) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		listed[name] = sum
	}
	for name, b := range s.files {
		sum := sha256.Sum256(b)
		if name != sumsName && listed[name] != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: the sum of %s is %q", sumsName, name, listed[name])
		}
	}
	if len(listed) != len(s.files)-1 {
		t.Errorf("%s lists %d of %d files", sumsName, len(listed), len(s.files)-1)
	}
	m := regexp.MustCompile(`JSON\.parse\('([^']*)'\)`).FindSubmatch(s.files[workerName])
	if m == nil {
		t.Fatal("the worker has no list")
	}
	var kept map[string]string
	if err := json.Unmarshal(m[1], &kept); err != nil {
		t.Fatal(err)
	}
	for _, name := range append(references(string(s.files[indexName]), anyLink), indexName, "study.html",
		"study-zh-CN.html", "evidence.js", "data/evidence.json", "explore.js", "data/explore.css",
		"data/history-2023-07-31.json", "data/2025-09-09.json", "licenses.txt") {
		if kept[name] == "" {
			t.Errorf("the worker does not keep %s", name)
		}
	}
	for name := range kept {
		if _, ok := s.files[name]; !ok {
			t.Errorf("the worker keeps %s, which does not exist", name)
		}
	}
}

func TestSingleFileLoadsNothing(t *testing.T) {
	s := buildTwice(t)[0]
	page := string(s.files[singleName])
	code := regexp.MustCompile(`(?s)<(script|style)\b[^>]*>.*?</(?:script|style)>`).ReplaceAllString(page, "<$1>")
	for _, m := range regexp.MustCompile(`\b(?:src|href|srcset|action)="([^"]*)"`).FindAllStringSubmatch(code, -1) {
		if !strings.HasPrefix(m[1], "#") && !strings.HasPrefix(m[1], "data:") && m[1] != defaultSite &&
			m[1] != defaultSite+method.PageName && !strings.HasPrefix(m[1], defaultSite+"network-daily.csv") &&
			!strings.Contains(code, `<a href="`+m[1]+`"`) && !strings.Contains(code, `<a class="tag" href="`+m[1]+`"`) {
			t.Errorf("it names %q", m[1])
		}
	}
	if strings.Contains(page, `data-worker`) && strings.Contains(code, "data-worker") {
		t.Error("it wants to store itself")
	}
	for name := range s.files {
		inside := strings.Contains(page, fmt.Sprintf(`data-file="%s"`, name))
		if want := name == wasmName || name == engineName || slices.Contains(engineFiles, name) ||
			strings.HasPrefix(name, "data/") && name != "data/2026-04-20.json"; inside != want {
			t.Errorf("%s inside: %v, want %v", name, inside, want)
		}
	}
}

// A script that ends in the middle of itself, or is read as a comment, would break the file.
func TestSingleFileQuotesScripts(t *testing.T) {
	index := "<head>\n<script defer src=\"a.js?v=1\" data-x=\"y\"></script>\n</head><body></body>"
	made := func(script string) (string, error) {
		s := &site{files: map[string][]byte{"a.js": []byte(script), "evidence.js": []byte("1"),
			"explore.js": []byte("2")}}
		b, err := s.single(index)
		return string(b), err
	}
	got, err := made(`x = "</script>"`)
	if err != nil || !strings.Contains(got, "<script data-x=\"y\">\nx = \"<\\/script>\"\n</script>\n</body>") {
		t.Errorf("%v, got %s", err, got)
	}
	if _, err := made(`x = "<!--"`); err == nil {
		t.Error("<!-- is accepted")
	}
	if _, err := (&site{}).single(index); err == nil || !strings.Contains(err.Error(), "a.js") &&
		!strings.Contains(err.Error(), "evidence.js") {
		t.Errorf("a script that does not exist: %v", err)
	}
}

func TestHeaders(t *testing.T) {
	s := buildTwice(t)[0]
	rules := map[string][]string{}
	at := ""
	for line := range strings.Lines(string(s.files["_headers"])) {
		if len(line) > 2000 {
			t.Errorf("a line of %d characters, Cloudflare reads 2000", len(line))
		}
		if strings.HasPrefix(line, " ") {
			rules[at] = append(rules[at], strings.TrimSpace(line))
		} else {
			at = strings.TrimSpace(line)
		}
	}
	if len(rules) > 100 {
		t.Errorf("%d rules, Cloudflare reads 100", len(rules))
	}
	has := func(path, header string) {
		if !strings.Contains(strings.Join(rules[path], "\n"), header) {
			t.Errorf("%s is sent %q, want %q in it", path, rules[path], header)
		}
	}
	for _, page := range []string{"/", "/study.html", "/method", "/example.html"} {
		has(page, "Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-")
		has(page, "; frame-ancestors 'none'")
	}
	has("/embed", "frame-ancestors *")
	// A browser obeys all policies that it is sent, and in a sandbox 'self' is nobody to WebKit.
	for _, path := range []string{"/*", "/embed", "/embed.html"} {
		if strings.Contains(strings.Join(rules[path], "\n"), "'self'") {
			t.Errorf("%s is sent %q: no embedded page could run in a sandbox", path, rules[path])
		}
	}
	has("/*", "nosniff")
	for _, page := range []string{"/", "/index.html", "/study.html", "/study", "/sw.js"} {
		has(page, "Cache-Control: no-cache")
	}
	for _, file := range append(references(string(s.files[indexName]), firstView), "data/*", "evidence.js") {
		has("/"+file, "immutable")
	}
	if strings.Contains(strings.Join(rules["/*"], "\n"), "Cache-Control") {
		t.Error("all files have the same Cache-Control, which would be joined with their own")
	}
	if strings.Contains(string(s.files["_headers"]), "'unsafe-eval'") {
		t.Error("the policy allows eval")
	}
}

// The methodology page stands in the site, is kept for visits without a network, and says who it is.
func TestMethodologyPage(t *testing.T) {
	s := buildTwice(t)[0]
	page := string(s.files[method.PageName])
	found := meta(t, page)
	if found["title"] != "How gasburden computes" || found["description"] == "" || found["canonical"] != defaultSite+
		method.PageName {
		t.Errorf("its head says %q", found)
	}
	if refs := references(page, firstView); !slices.Equal(refs, []string{"icon.svg", "style.css", "method.css"}) {
		t.Errorf("it loads %q", refs)
	}
	if strings.Contains(page, "<script") {
		t.Error("it has a script")
	}
	chinese := string(s.files[method.Chinese().File()])
	if found := meta(t, chinese); found["title"] != "gasburden 如何计算" || found["canonical"] != defaultSite+
		"method-zh-CN.html" {
		t.Errorf("in Chinese its head says %q", found)
	}
	for _, a := range assumption.Rows() {
		names := "<code>" + a.Name + "</code>"
		if a.Link != "" && a.Link != a.Name {
			names += "<br><code>" + a.Link + "</code>"
		}
		for where, label := range map[string]string{page: ask.EnglishWords().Inputs[a.Name],
			chinese: ask.ChineseWords().Inputs[a.Name]} {
			row := `<th scope="row">` + html.EscapeString(label) + "</th><td>" + names + "</td><td>"
			if strings.Count(where, row) != 1 {
				t.Errorf("%s: no row %s", a.Name, row)
			}
		}
	}
	for _, term := range words.Glossary() {
		in, zh := term["en"], term[words.Chinese]
		for _, row := range []struct{ page, cells string }{
			{page, "<th scope=\"row\">" + in.Term + "</th><td>" + in.Meaning + "</td>"},
			{chinese, "<th scope=\"row\">" + zh.Term + "</th><td><span lang=\"en\">" + in.Term + "</span></td><td>" +
				zh.Meaning + "</td>"},
		} {
			if !strings.Contains(row.page, words.Unbroken(row.cells)) {
				t.Errorf("no glossary lists %q", row.cells)
			}
		}
	}
	if !strings.Contains(chinese, `<html lang="zh-CN">`) ||
		!strings.Contains(chinese, `<a href="method.html" lang="en"`) ||
		!strings.Contains(page, `<a href="method-zh-CN.html" lang="zh-CN"`) {
		t.Error("the page does not lead to its other language")
	}
	if slices.Contains(references(string(s.files[indexName]), anyLink), "method.css") {
		t.Error("the calculator loads the page's style")
	}
	if !strings.Contains(string(s.files[workerName]), `"method.html"`) || !strings.Contains(string(s.files[workerName]),
		`"method.css"`) {
		t.Error("it is not kept for visits without a network")
	}
	if !strings.Contains(string(s.files[indexName]), `<a href="method.html" `) {
		t.Error("the calculator does not lead to it")
	}
}

// What the page explains at its place leads to a place on the methodology page, in its language.
func TestTermsLeadSomewhere(t *testing.T) {
	s := buildTwice(t)[0]
	for _, text := range []*words.Text{words.English(), words.InChinese()} {
		view, err := shipped.Page(text, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		buttons := []string{page.UnitTerms, "direct", "chart-" + page.Hero, "chart-" + page.Blocks}
		for _, a := range assumption.Rows() {
			if a.Group >= assumption.OwnControl {
				buttons = append(buttons, a.Name)
			}
		}
		for _, button := range buttons {
			links := regexp.MustCompile(`href="([^"#]*)#([^"]*)"`).FindAllStringSubmatch(view.Explain(button), -1)
			if len(links) != len(page.ExplainedBy(button)) {
				t.Errorf("%s: %d sources of %q", button, len(links), page.ExplainedBy(button))
			}
			for _, link := range links {
				file := link[1][strings.LastIndex(link[1], "/")+1:]
				if !strings.Contains(string(s.files[file]), ` id="`+link[2]+`"`) {
					t.Errorf("%s: %s has no place %s", button, file, link[2])
				}
			}
		}
	}
}

// Every page says which network states the site has, in its own language.
func TestFooters(t *testing.T) {
	s := buildTwice(t)[0]
	for name, text := range map[string]*words.Text{
		indexName: words.English(), "study.html": words.English(), method.PageName: words.English(),
		method.Chinese().File(): words.InChinese(), "data/text-zh-CN.json": words.InChinese(),
	} {
		if footer := text.FooterOn(assets.SnapshotNames()); !strings.Contains(string(s.files[name]),
			html.EscapeString(footer)) {
			t.Errorf("%s does not say %q", name, footer)
		}
	}
}
