package e2e

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// asWritten is a script's result under the names that the command line writes.
const asWritten = `const asWritten = ({scenario, dates, runs, bands, warnings}) => JSON.stringify({
	scenario, dates, ...(bands &&
		{bands: {...bands, day_factors: bands.day_factors.map(plain), mean_factors: bands.mean_factors.map(plain)}}),
		warnings,
	runs: runs.map(({rate, series, offsets, summary, doubts}) => ({
		fil_plus_rate: rate, offsets, doubts,
		series: Object.fromEntries(Object.entries(series).map(([name, values]) => [name, plain(values)])),
		summary: Object.fromEntries(Object.entries(summary).map(([name, v]) => [name, Number.isNaN(v) ? null : v])),
	})),
});
const plain = (values) => Array.from(values, (v) => Number.isNaN(v) ? null : v);
`

// notebook serves pages of another origin than the site, each one module script, below subPath/elsewhere.
func notebook(t *testing.T, scripts map[string]string) string {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/elsewhere/")
		script, ok := scripts[name]
		switch {
		case !ok:
			http.NotFound(w, r)
		case strings.HasSuffix(name, ".js"):
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprint(w, script)
		default:
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>A notebook</title><script "+
				"type=\"module\">%s</script>", script)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL + "/elsewhere/"
}

// The module is imported from another origin, by a page and by a module worker, and takes its files from where
// it lies. The headers are those of the site's _headers.
func TestModuleElsewhere(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	address := notebook(t, map[string]string{
		"page": fmt.Sprintf(`
			const {load, version} = await import('%sgasburden.js');
			%s
			const before = Object.keys(globalThis);
			const model = await load();
			const results = [];
			for (const what of [undefined, 'study',
				'?v=1&snapshot=2025-09-09&fee=0.7']) results.push(await model.run(what));
			window.written = results.map(asWritten);
			window.links = results.map((r) => r.link);
			window.card = await model.card('study');
			window.cost = JSON.stringify(await model.cost({month_tib: 50, price: 'full'}));
			window.noCost = await model.cost({deal_gib: 65}).catch((error) => [error.name, error.field, error.legal]);
			window.fault = await model.run({renewal_rate: 1.2}).catch((error) => [error.name, error.field, error.value,
				error.legal]);
			window.leaked = Object.keys(globalThis).filter((name) => !before.includes(name) &&
				!['written', 'links', 'card', 'cost', 'noCost', 'fault'].includes(name));
			await model.close();
			window.edition = version.edition;
			window.done = true;`, s.url, asWritten),
		"worker": `
			const worker = new Worker('worker.js', {type: 'module'});
			worker.onmessage = ({data}) => { window.answer = data; };
			worker.onerror = (event) => { window.answer = String(event.message); };`,
		"worker.js": fmt.Sprintf(`
			import {run} from '%sgasburden.js';
			try {
				const {runs, link} = await run('study');
				postMessage([runs.length, runs[1].summary.saving_fil_per_day, link]);
			} catch (error) {
				postMessage(String(error));
			}`, s.url),
	})
	open := func(name string) *tab {
		p := visit{server: s, address: address + name, width: 800, height: 600}.open(t)
		t.Cleanup(func() {
			p.mu.Lock()
			defer p.mu.Unlock()
			p.foreign = slices.DeleteFunc(p.foreign, func(u string) bool { return strings.HasPrefix(u, s.url) })
		})
		return p
	}
	p := open("page")
	p.waitFor("the module's answers", `window.done === true`)
	links := js[[]string](p, `() => window.links`)
	for i, args := range [][]string{nil, {"-preset", "study"},
		{"-set", "version=1", "-set", "snapshot=2025-09-09", "-set", "base_fee_nanofil=0.7"}} {
		sameJSON(t, []byte(js[string](p, `(i) => window.written[i]`, i)),
			command(t, append([]string{"run", "-format", "json"}, args...)...))
		if want := strings.TrimSpace(
			string(command(t, append([]string{"link", "-page", s.url}, args...)...))); links[i] != want {
			t.Errorf("link %q, want %q", links[i], want)
		}
	}
	var cost, want any
	for text, to := range map[string]*any{js[string](p, `() => window.cost`): &cost,
		string(command(t, "cost", "-tib", "50",
			"-price", "full", "-format", "json")): &want} {
		if err := json.Unmarshal([]byte(text), to); err != nil {
			t.Fatal(err, text)
		}
	}
	if !reflect.DeepEqual(cost, want) {
		t.Errorf("costs %v, the command line has %v", cost, want)
	}
	if got := js[[]string](p, `() => window.noCost`); !slices.Equal(got, []string{"GasburdenError", "deal_gib",
		"a number in 0.0009765625..64"}) {
		t.Errorf("a deal of 65 GiB: %q", got)
	}
	if got := js[string](p, `() => window.card`); !strings.HasPrefix(got, "<svg ") ||
		!strings.HasSuffix(strings.TrimSpace(got), "</svg>") {
		t.Errorf("card %.80q", got)
	}
	if got, want := js[[]string](p, `() => window.fault`), []string{"GasburdenError", "renewal_rate", "1.2",
		"a number in 0..1"}; !slices.Equal(got, want) {
		t.Errorf("fault %q", got)
	}
	if got := js[[]string](p, `() => window.leaked`); len(got) > 0 {
		t.Errorf("it leaves %q behind", got)
	}

	w := open("worker")
	w.waitFor("the worker's answer", `window.answer !== undefined`)
	var answer []any
	if text := js[string](w, `() => JSON.stringify(window.answer)`); json.Unmarshal([]byte(text), &answer) != nil ||
		len(answer) != 3 || answer[0] != 3.0 {
		t.Errorf("the worker says %s", text)
	}
}

// The page that shows how, as it is shipped: under the site's policy, asking for nothing from elsewhere.
func TestExamplePage(t *testing.T) {
	t.Parallel()
	var result struct {
		Runs []struct {
			Summary struct {
				Gas    float64 `json:"month_gas_over_netflow"`
				Direct float64 `json:"month_direct_over_netflow"`
			}
		}
	}
	// An object without a version is of the first, as a file is.
	text := command(t, "run", "-format", "json", "-set", "version=1", "-set", "fil_plus_rates=[0.3,0.6,0.9]",
		"-set", "adoption=constant", "-set", "adoption_share=0.5")
	if err := json.Unmarshal(text, &result); err != nil || len(result.Runs) != 3 {
		t.Fatal(err, len(result.Runs))
	}
	s := newServer(t)
	for _, width := range []int{900, 390} {
		p := visit{server: s, address: s.url + "example.html", width: width, height: 700}.open(t)
		p.waitFor("the table", `document.querySelectorAll('tbody tr').length === 3 &&
			document.getElementById('page').href.includes('?v=1')`)
		for i, run := range result.Runs {
			want := fmt.Sprintf("%.2f %% %.2f %%", 100*run.Summary.Gas, 100*run.Summary.Direct)
			got := js[string](p, `(i) => [...document.querySelectorAll('tbody tr')[i].cells].slice(2).map((c) => c.textContent).join(' ')`, i)
			if got != want {
				t.Errorf("row %d: %q, want %q", i, got, want)
			}
		}
		if got, want := js[string](p, `() => document.getElementById('page').href`),
			s.url+"?v=1&snapshot=2023-07-31&model="+newest(t)+
				"&rates=0.3,0.6,0.9&adoption=constant&share=0.5"; got != want {
			t.Errorf("link %q, want %q", got, want)
		}
		if !js[bool](p, `() => document.documentElement.scrollWidth <= document.documentElement.clientWidth`) {
			t.Errorf("wider than %d", width)
		}
		p.screenshot(fmt.Sprintf("example-%d", width))
	}
}
