package e2e

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
)

// query is what the address bar shows after the question mark.
func (p *tab) query() string {
	p.Helper()
	return js[string](p, `() => location.search.slice(1)`)
}

// waitQuery waits until the address bar holds a text.
func (p *tab) waitQuery(part string) {
	p.Helper()
	p.waitFor("the address to hold "+part, fmt.Sprintf(`location.search.includes(%q)`, part))
}

// The address bar follows the controls, each change one entry of the history, and opens to the same picture.
func TestAddressBringsThePictureBack(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1400, 1000, false)
	if p.query() != "v=1" { // which is not the page as it is now
		t.Errorf("before anything changed the address has the query %q", p.query())
	}
	before := js[int](p, `() => history.length`)
	value := p.dragRange("base_fee_nanofil", 0.7)
	p.settle()
	p.waitQuery(fmt.Sprintf("fee=%v", value))
	for part, change := range map[string]func(){
		"rates=0.5,0.62,1": func() { p.pasteInput("fil_plus_rate_1", "62") },
		"by=outflow":       func() { p.click(`input[name=denominator][value=outflow]`) },
		"band=95":          func() { p.pickOption("#view-band", "2") },
		"unit=gas":         func() { p.pickOption("#view-unit", "gas") },
	} { // in any order
		change()
		p.waitQuery(part) // changes without a pause are one entry
		p.settle()
	}
	p.click("#show-direct")
	p.waitQuery("hide=direct")
	p.settle()
	p.click("#show-3")
	p.waitQuery("hide=direct,3")
	p.settle()
	eval[bool](p, `(gasburden.zoom(Date.UTC(2024, 0, 1) / 1e3, Date.UTC(2024, 6, 1) / 1e3), true)`)
	for _, part := range []string{"v=1&snapshot=2023-07-31&model=" + newest(t) + "&rates=0.5,0.62,1", "by=outflow",
		"unit=gas", "band=95", "hide=direct,3", "zoom=2024-01-01_2024-07-01"} {
		p.waitQuery(part)
	}
	if after := js[int](p, `() => history.length`); after != before+8 {
		t.Errorf("eight changes: the history grew from %d to %d", before, after)
	}
	link, headline := p.query(), p.text("#headline")
	want := p.chartData("hero")

	q := openPage(t, "?"+link, 1400, 1000, false)
	if got := q.chartData("hero"); !got.equal(want) {
		t.Error("the link opens to other curves")
	}
	if got := q.text("#headline"); got != headline {
		t.Errorf("headline %q, want %q", got, headline)
	}
	if q.count("#link-notices") != 0 {
		t.Errorf("a link of our own has notices: %s", q.text("#link-notices"))
	}
	for _, s := range q.chartData("hero").Series {
		if hidden := strings.Contains(s.Label, "DirectFIL+") || strings.HasPrefix(s.Label, "100 %"); hidden == s.Show &&
			!strings.Contains(s.Label, "band") {
			t.Errorf("series %s is shown: %v", s.Label, s.Show)
		}
	}
	q.waitFor("the zoom", `gasburden.charts.hero.scales.x.min === Date.UTC(2024, 0, 1) / 1e3 &&
		gasburden.charts.gas.scales.x.max === Date.UTC(2024, 6, 1) / 1e3`)
	if got := q.query(); got != link {
		t.Errorf("opened, the link becomes %s, want %s", got, link)
	}

	// The zoom stays while a control moves, and goes with the button.
	q.dragRange("base_fee_nanofil", 0.2)
	q.settle()
	q.waitFor("the zoom to stay", `gasburden.charts.hero.scales.x.min === Date.UTC(2024, 0, 1) / 1e3`)
	q.click("#chart-hero .zoom-out")
	q.waitFor("the address without a zoom", `!location.search.includes('zoom')`)
}

// In the fragment a link works as well, for hosts that eat queries, and when the reader edits it.
func TestLinkInTheFragment(t *testing.T) {
	t.Parallel()
	p := openPage(t, "#v=1&fee=1&gas=regime&direct=0.15", 1280, 900, false)
	p.waitFor("the study", `document.getElementById('preset-study').getAttribute('aria-pressed') === 'true'`)
	js[bool](p, `() => { location.hash = 'v=1&fee=0.9'; return true; }`)
	p.waitFor("the other fee", `document.getElementById('input-base_fee_nanofil').value === '0.9'`)
	js[bool](p, `() => { location.hash = 'method'; return true; }`)
	p.settle()
	p.dragRange("base_fee_nanofil", 0.3)
	p.settle()
	p.waitFor("the anchor to stay", `location.hash === '#method' && location.search.includes('fee=')`)
}

func TestDamagedLink(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1&fee=cheap&gas=regime&colour=red&lock=7&model=99", 400, 900, false)
	notices := p.text("#link-notices")
	for _, part := range []string{"fee", "cheap", "colour", "lock", "0..1", "edition 99"} {
		if !strings.Contains(notices, part) {
			t.Errorf("no %q in the notices: %s", part, notices)
		}
	}
	if got := p.value("gas_model"); got != "regime" {
		t.Errorf("what is sound does not count: gas model %s", got)
	}
	p.screenshot("damaged-link")
	p.click("#dismiss-notices")
	p.waitFor("the notices to go", `document.getElementById('link-notices').hidden`)
}

// A link that names the other snapshot loads it; where it cannot be loaded, the page says so and stays up.
func TestLinkToTheOtherSnapshot(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1&snapshot=2025-09-09&model=1&fee=0.2&zoom=2026-01-01_2027-01-01", 1280, 900, false)
	p.waitFor("the other snapshot",
		`document.getElementById('input-snapshot').value === '2025-09-09' &&
			document.getElementById('input-base_fee_nanofil').value === '0.2'`)
	p.settle()
	p.waitFor("its zoom", `gasburden.charts.hero.scales.x.min === Date.UTC(2026, 0, 1) / 1e3`)
	p.compareCLI("gas-over-netflow", runCLI(t, "version=1", "snapshot=2025-09-09", "base_fee_nanofil=0.2"),
		"gas_over_netflow", "direct_over_netflow", "netflow_mean_fil")

	s := newServer(t)
	s.setFault(answerNotFound("data/2025-09-09.json"))
	q := openTab(t, s, "?v=1&snapshot=2025-09-09&fee=0.2", 1280, 900, false)
	q.allowErrors()
	q.waitReady()
	q.waitFor("the failure to be said", `!document.getElementById('error-snapshot').hidden`)
	if got := q.value("base_fee_nanofil"); got != "0.2" {
		t.Errorf("the rest of the link is lost: base fee %s", got)
	}
}

// newest is the number of the edition of the shipped figures, which links name.
func newest(t *testing.T) string {
	t.Helper()
	editions, err := assets.Editions()
	if err != nil {
		t.Fatal(err)
	}
	return strconv.Itoa(len(editions))
}

// editions writes the overlay of a build whose second edition is today's figures, and whose first had another burn, and
// returns its path.
func editions() (string, error) {
	type curve struct {
		Snapshot string `json:"snapshot"`
		Print    string `json:"print"`
	}
	var list struct {
		Editions []struct {
			Edition   int     `json:"edition"`
			Released  string  `json:"released"`
			Equations int     `json:"equations"`
			Curves    []curve `json:"curves"`
		} `json:"editions"`
	}
	file := filepath.Join(root, "assets", "data", "editions.json")
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	if err := json.Unmarshal(data, &list); err != nil {
		return "", err
	}
	first := list.Editions[len(list.Editions)-1]
	first.Edition, first.Released = 1, "2024-01-02"
	second := first
	second.Edition = 2
	first.Curves = append([]curve(nil), first.Curves...)
	first.Curves[0].Print = "0000000000000000"
	list.Editions = append(list.Editions[:0], first, second)
	changed, err := json.Marshal(list)
	if err != nil {
		return "", err
	}
	changedFile, overlayFile := filepath.Join(work, "editions.json"), filepath.Join(work, "overlay.json")
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{file: changedFile}})
	if err != nil {
		return "", err
	}
	return overlayFile, errors.Join(os.WriteFile(changedFile, changed, 0o644),
		os.WriteFile(overlayFile, overlay, 0o644))
}

// Figures are updated: a link that names the former edition opens to the former curve.
func TestKeptEdition(t *testing.T) {
	t.Parallel()
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(root, "assets", "data", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	s := newServer(t)
	s.serve(t, otherBuild(t))
	// The base fee follows from the burn: the whole column, as deltas, counts twice.
	var former map[string]any
	if err := json.Unmarshal(read("packs/2023-07-31.json"), &former); err != nil {
		t.Fatal(err)
	}
	burnt := former["daily"].(map[string]any)["burnt_fil"].(map[string]any)
	deltas := burnt["deltas"].([]any)
	for i, d := range deltas {
		if v, ok := d.(float64); ok {
			deltas[i] = 2 * v
		}
	}
	pack, err := json.Marshal(former)
	if err != nil {
		t.Fatal(err)
	}
	s.setFault(func(w http.ResponseWriter, r *http.Request) bool {
		switch strings.TrimPrefix(r.URL.Path, subPath+"data/editions/1/") {
		case "2023-07-31.json":
			w.Write(pack)
		case "gas-models.json":
			w.Write(read("gas-models.json"))
		default:
			return false
		}
		return true
	})
	p := openTab(t, s, "?v=1&snapshot=2023-07-31&model=1&rebound=0.5", 1280, 900, false)
	p.waitReady()
	p.waitFor("the former base fee", `document.getElementById('input-base_fee_nanofil').value === '0.9262'`)
	if notices := p.text("#link-notices"); !strings.Contains(notices, "edition 1 (2 January 2024)") {
		t.Errorf("nothing says that the figures are former ones: %s", notices)
	}
	p.pasteInput("rebound", "25")
	p.settle()
	p.waitQuery("model=1&rebound=0.25")

	// Today's figures are a choice away, and stay the default.
	q := openTab(t, s, "?v=1&snapshot=2023-07-31&model=2&rebound=0.5", 1280, 900, false)
	q.waitReady()
	q.settle()
	if got := q.value("base_fee_nanofil"); got != "0.4631" || q.count("#link-notices") != 0 {
		t.Errorf("base fee %s, notices %s", got, q.text("#link-notices"))
	}
}
