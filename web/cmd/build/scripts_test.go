package main

import (
	"encoding/json"
	"html"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// siteScripts are the modules of pages, by their place in web/ui/site; those of workers lie in a folder of their own.
func siteScripts(t *testing.T) map[string]string {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	scripts := map[string]string{}
	site := os.DirFS(filepath.Join(root, "web", "ui", "site"))
	err = fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".js" || strings.HasPrefix(name, "worker/") {
			return err
		}
		text, err := fs.ReadFile(site, name)
		scripts[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(scripts) < 20 {
		t.Fatalf("only %d scripts found", len(scripts))
	}
	return scripts
}

// deniable is what a browser may deny a page: in a sandbox, or with storage switched off, the mere look at it throws.
var deniable = regexp.MustCompile(
	`\b(navigator\.(serviceWorker|clipboard|storage|locks)|localStorage|sessionStorage|indexedDB|caches|document\.cookie|history\.(replace|push)State)\b`)

var (
	guarded     = regexp.MustCompile(`(?m)app\.may\((\(\)|function \(\)).*$`)
	codeComment = regexp.MustCompile(`(?m)//.*$`)
)

func unguarded(script string) []string {
	var found []string
	for line := range strings.Lines(codeComment.ReplaceAllString(script, "")) {
		if m := deniable.FindString(guarded.ReplaceAllString(line, "")); m != "" {
			found = append(found, m)
		}
	}
	return found
}

// Nothing that may be denied is looked at but through app.may.
func TestDeniedAccessIsGuarded(t *testing.T) {
	for name, script := range siteScripts(t) {
		if found := unguarded(script); len(found) > 0 {
			t.Errorf("%s looks at %q without app.may", name, found)
		}
	}
	for script, want := range map[string]int{
		"const workers = app.may(() => navigator.serviceWorker);": 0,
		"// navigator.clipboard\n":                                0,
		"if (navigator.clipboard) write();":                       1,
		"localStorage.x = 1;\nsessionStorage.getItem('y');":       2,
		"try { history.replaceState(null, '', x); } catch (e) {}": 1,
		"await caches.open('x')":                                  1,
	} {
		if found := unguarded(script); len(found) != want {
			t.Errorf("in %q it finds %q", script, found)
		}
	}
}

// Extensions and translators put nodes anywhere: scripts find ours by id, class or data attribute.
func TestNoNodeIsFoundByItsPosition(t *testing.T) {
	byPlace := regexp.MustCompile(
		`\.(firstChild|lastChild|firstElementChild|lastElementChild|childNodes|children)\b(\.|\[|\))`)
	for name, script := range siteScripts(t) {
		// which asks whether there is one
		if m := byPlace.FindString(codeComment.ReplaceAllString(script, "")); m != "" && name != "guests.js" {
			t.Errorf("%s finds a node by its position: %s", name, m)
		}
	}
}

// head is the head of a page, and the attributes of the script that runs first.
func head(t *testing.T, s *site, name string) (string, func(attribute string) string) {
	t.Helper()
	text, _, _ := strings.Cut(string(s.files[name]), "</head>")
	return text, func(attribute string) string {
		m := regexp.MustCompile(`<script[^>]* data-` + attribute + `="([^"]*)"`).FindStringSubmatch(text)
		if m == nil {
			return ""
		}
		return html.UnescapeString(m[1])
	}
}

// The first script decides before anything is painted, and knows what the page says the numbers of.
func TestFirstScript(t *testing.T) {
	s := buildTwice(t)[0]
	for _, p := range s.pages {
		text, given := head(t, s, p.file)
		first, style := strings.Index(text, "<script"), strings.Index(text, "<link rel=\"stylesheet\"")
		// Before it stands nothing but what other sites read of a page, of which some read only the beginning.
		before := regexp.MustCompile(`<([a-z!]+)`).FindAllStringSubmatch(text[:max(first, 0)], -1)
		for _, element := range before {
			if !slices.Contains([]string{"!doctype", "html", "head", "meta", "title", "link"}, element[1]) {
				t.Errorf("%s: <%s> stands before its first script", p.file, element[1])
			}
		}
		if first < 0 || style < first || len(before) < 4 {
			t.Errorf("%s: its first script is at %d, its first style at %d", p.file, first, style)
		}
		if strings.Contains(text, `rel="preload"`) {
			t.Errorf("%s preloads what its first script asks for: WebKit would load it twice", p.file)
		}
		view, err := shipped.Page(s.text, given("own"), nil)
		if err != nil {
			t.Fatal(err)
		}
		preset, err := assumption.PresetNamed(p.preset)
		if err != nil {
			t.Fatal(err)
		}
		standard := preset.Name == assumption.DefaultPreset().Name
		if standard != (given("bare") == assumption.StudySnapshot) {
			t.Errorf("%s: a link without a version lies over %q", p.file, given("bare"))
		}
		version := "v=" + strconv.Itoa(preset.Overrides.Version()) + "&"
		if len(view.LinkNotices()) > 0 || !strings.HasPrefix(given("own"), version) ||
			strings.Contains(given("own"), "lang=") {
			t.Errorf("%s says that its own scenario is %q: %q", p.file, given("own"), view.LinkNotices())
		}
		if p.language == s.text.Site.Language &&
			!strings.Contains(string(s.files[p.file]), ">"+words.Unbroken(view.Picture().Headline)+"<") {
			t.Errorf("%s says other numbers than those of %q", p.file, given("own"))
		}
		passed := strings.Fields(given("passed"))
		for _, name := range link.AppendedNames() {
			if !slices.Contains(passed, name) {
				t.Errorf("%s does not pass over %s", p.file, name)
			}
		}
		for _, prefix := range link.AppendedPrefixes() {
			if !slices.Contains(passed, prefix+"*") {
				t.Errorf("%s does not pass over names that begin with %s", p.file, prefix)
			}
		}
		if given("program") != wasmName || given("build") != s.id {
			t.Errorf("%s: %q, %q, %q", p.file, passed, given("program"), given("build"))
		}
		body := string(s.files[p.file])
		for _, m := range regexp.MustCompile(`<[a-z]+[^>]* data-text="Pages\.[^>]*>`).FindAllString(body, -1) {
			if !strings.Contains(m, "data-answer") {
				t.Errorf("%s shows %s whatever its address asks for", p.file, m)
			}
		}
	}
	single, given := head(t, s, singleName)
	if given("program") != "" || given("figures") != "" || strings.Contains(single, "data-policy") ||
		!strings.Contains(single, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'") {
		t.Error("the single file asks for files, or has another policy")
	}
}

// What a link needs is found by opening it, and is a part of the site.
func TestFigures(t *testing.T) {
	s := buildTwice(t)[0]
	var figures map[string][]string
	if err := json.Unmarshal([]byte(s.figures), &figures); err != nil {
		t.Fatal(err)
	}
	if every := figures[""]; !slices.Equal(every, []string{assets.PastFile}) || s.files[assets.PastFile] == nil {
		t.Errorf("%q is fetched for every page", every)
	}
	for _, name := range assets.SnapshotNames() {
		files, listed := figures[name]
		if name == assets.DefaultSnapshot {
			if listed {
				t.Errorf("%q is fetched for %s, which is in the program", files, name)
			}
			continue
		}
		if !slices.Equal(files, []string{"data/" + name + ".json"}) || s.files[files[0]] == nil {
			t.Errorf("%q is fetched for %s", files, name)
		}
	}
	if _, err := figuresOf(map[string][]byte{}); err == nil {
		t.Error("a site without figures is accepted")
	}
}

// The page's scripts and its program take the same names of a link for the reader's view.
func TestNamesOfTheView(t *testing.T) {
	text, err := os.ReadFile("../../ui/site/link.js")
	if err != nil {
		t.Fatal(err)
	}
	list := regexp.MustCompile(`VIEW = /&\(([^)]*)\)=`).FindSubmatch(text)
	if list == nil {
		t.Fatalf("no list in %s", text)
	}
	got := strings.Split(string(list[1]), "|")
	want := slices.DeleteFunc(link.Names(), func(key string) bool { return !link.OfView(key) })
	if slices.Sort(got); !slices.Equal(got, want) {
		t.Errorf("the scripts know %q, the program %q", got, want)
	}
}
