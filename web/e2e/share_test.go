package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image/png"
	"math"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// command runs the command line and returns what it prints.
func command(t testing.TB, args ...string) []byte {
	t.Helper()
	path, err := commandLine()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("gasburden %s: %v", strings.Join(args, " "), err)
	}
	return out
}

// readClipboard lets the page read what it put on the clipboard.
func (p *tab) readClipboard() {
	p.Helper()
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for _, name := range []string{"clipboard-read", "clipboard-write"} {
			if _, err := cdp.Call(ctx, t, cdpbrowser.SetPermission, cdpbrowser.SetPermissionParams{
				Permission: &cdpbrowser.PermissionDescriptor{Name: name,
					AllowWithoutSanitization: name == "clipboard-write"}, Setting: cdpbrowser.PermissionSettingGranted,
				BrowserContextID: p.context(ctx, t),
			}); err != nil {
				return err
			}
		}
		return nil
	})))
}

// clipboard is the text on the clipboard.
func (p *tab) clipboard() string {
	p.Helper()
	return eval[string](p, `navigator.clipboard.readText()`)
}

// said waits for what the page says of copying and saving.
func (p *tab) said(part string) {
	p.Helper()
	p.waitFor("the page to say "+part, fmt.Sprintf(wordsOf("share-status")+`.includes(%q)`, part))
}

func TestCopy(t *testing.T) {
	p := openPage(t, "?v=1&fee=0.7&by=outflow", 1280, 1000, false)
	p.readClipboard()
	link := p.server.url + "?v=1&snapshot=2023-07-31&model=" + newest(t) + "&fee=0.7&by=outflow"

	p.click("#copy-link")
	p.said("the link")
	if got := p.clipboard(); got != link {
		t.Errorf("copied %q, want %q", got, link)
	}

	p.click("#copy-markdown")
	p.said("Markdown")
	markdown := p.clipboard()
	headline := p.text("#headline")
	for _, part := range []string{link, "Base fee **0.7 nanoFIL**", "Starboard and Spacescope",
		"edition " + newest(t)} {
		if !strings.Contains(markdown, part) {
			t.Errorf("no %q in the Markdown:\n%s", part, markdown)
		}
	}
	if !strings.Contains(strings.ReplaceAll(markdown, "**", ""), headline) {
		t.Errorf("the Markdown does not say %q:\n%s", headline, markdown)
	}
	p.click("#share-preview summary")
	p.waitFor("the preview", `document.getElementById('share-text').value.includes("Base fee **")`)
	p.screenshot("share")

	p.click("#copy-text")
	p.said("plain text")
	if got := p.clipboard(); !strings.HasPrefix(got, headline) || !strings.HasSuffix(got, link+"\n") {
		t.Errorf("copied %q", got)
	}

	p.click("#copy-image")
	p.said("the picture")
	size := eval[[]int](p, `(async () => {
		const [item] = await navigator.clipboard.read(),
			image = await createImageBitmap(await item.getType('image/png'));
		return [image.width, image.height];
	})()`)
	if len(size) != 2 || size[0] != 2400 || size[1] != 1260 {
		t.Errorf("the picture is %v", size)
	}
}

// Where the browser lets nobody copy, the text can be selected.
func TestCopyForbidden(t *testing.T) {
	p := openPage(t, "?v=1&fee=0.7", 400, 900, true)
	js[bool](p, `() => {
		navigator.clipboard.write = navigator.clipboard.writeText =
			() => Promise.reject(new DOMException('forbidden by a test', 'NotAllowedError'));
		return true;
	}`)
	p.click("#copy-markdown")
	p.said("did not let this page copy (it does not allow that here)")
	p.waitFor("the text to stand there",
		`document.getElementById('share-preview').open &&
			document.getElementById('share-text').value.includes("Base fee **")`)
	p.screenshot("copy-forbidden")
}

func TestDownloads(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1&fee=0.7&hide=direct", 1280, 1000, false)
	dir := t.TempDir()
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
			Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir,
			BrowserContextID: p.context(ctx, t),
		})
		return err
	})))
	get := func(id, name string) []byte {
		t.Helper()
		p.click("#download-" + id)
		p.said(name)
		for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			if data, err := os.ReadFile(filepath.Join(dir, name)); err == nil && len(data) > 0 {
				return data
			}
		}
		t.Fatalf("%s was not saved", name)
		return nil
	}
	const stem, link = "gasburden-2023-07-31-fee-0.7", "v=1&fee=0.7&hide=direct"
	address := strings.TrimSuffix(strings.TrimPrefix(p.server.url, "http://"), "/")
	if got, want := get("svg", stem+".svg"), command(t, "card", "-link", link, "-address", address); !bytes.Equal(got,
		want) {
		t.Error("the SVG is not that of the command line")
	}
	sameJSON(t, get("json", stem+".json"), command(t, "run", "-link", link, "-format", "json"))
	picture, err := png.DecodeConfig(bytes.NewReader(get("png", stem+".png")))
	if err != nil || picture.Width != 2400 || picture.Height != 1260 {
		t.Errorf("PNG %+v, %v", picture, err)
	}
	csv := string(get("csv", stem+".csv"))
	if !strings.Contains(csv, "# base_fee_nanofil = 0.7 [nanoFIL/gas]") ||
		!strings.Contains(csv, "model="+newest(t)+"&fee=0.7") || strings.Contains(csv, "DirectFIL+ [") {
		t.Errorf("CSV begins %.600s", csv)
	}
	var scenario map[string]any
	if err := json.Unmarshal(get("scenario", stem+".scenario.json"), &scenario); err != nil ||
		scenario["base_fee_nanofil"] != 0.7 || len(scenario) != 2 {
		t.Errorf("scenario file %v, %v", scenario, err)
	}
}

// sameJSON compares two results: names and structure exactly, numbers to 1e-9, since the machine's own
// exponential and WebAssembly's differ in the last bits.
func sameJSON(t *testing.T, got, want []byte) {
	t.Helper()
	var a, b any
	if err := json.Unmarshal(got, &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(want, &b); err != nil {
		t.Fatal(err)
	}
	numbers := 0
	var compare func(path string, a, b any)
	compare = func(path string, a, b any) {
		switch x := a.(type) {
		case map[string]any:
			y, _ := b.(map[string]any)
			if len(x) != len(y) {
				t.Fatalf("%s: %d members, want %d", path, len(x), len(y))
			}
			for name := range x {
				compare(path+"."+name, x[name], y[name])
			}
		case []any:
			y, _ := b.([]any)
			if len(x) != len(y) {
				t.Fatalf("%s: %d entries, want %d", path, len(x), len(y))
			}
			for i := range x {
				compare(fmt.Sprintf("%s[%d]", path, i), x[i], y[i])
			}
		case float64:
			y, ok := b.(float64)
			if numbers++; !ok || math.Abs(x-y) > 1e-9*math.Max(math.Abs(y), 1e-12) {
				t.Fatalf("%s: %v, want %v", path, a, b)
			}
		default:
			if a != b {
				t.Fatalf("%s: %v, want %v", path, a, b)
			}
		}
	}
	compare("result", a, b)
	if numbers < 10000 {
		t.Errorf("only %d numbers", numbers)
	}
}

// pickScenario opens a scenario file of a text.
func (p *tab) pickScenario(text string) {
	p.Helper()
	file := filepath.Join(p.TempDir(), "mine.json")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		p.Fatal(err)
	}
	_, err := run(p.ctx, chromedp.SetUploadFiles(chromedp.CSS("#open-scenario"), []string{file}))
	p.do(err)
}

func TestOpenScenarioFile(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 1000, false)
	pick := p.pickScenario
	before := p.chartData("hero")
	for text, part := range map[string]string{
		`{"base_fee_nanofil": 12345}`: "base_fee_nanofil is 12345, want a number in 0..1000",
		`{"base_fee_nanofil": `:       "line 1",
		`[1]`:                         "want an object",
		strings.Repeat(" ", 3<<20):    "larger than 2 MB",
	} {
		pick(text)
		p.waitFor("the fault to be said",
			fmt.Sprintf(wordsOf("error-open-scenario")+`.includes(%q)`, part))
		if !p.chartData("hero").equal(before) {
			t.Errorf("%.40s changed the picture", text)
		}
	}
	pick(`{"snapshot": "2025-09-09", "base_fee_nanofil": 0.2, "renewal_rate": ` + noise(1095) + `}`)
	p.waitFor("the scenario",
		`document.getElementById('input-base_fee_nanofil').value === '0.2' &&
			document.getElementById('input-snapshot').value === '2025-09-09'`)
	p.settle()
	if p.count("#error-open-scenario") != 0 {
		t.Errorf("a fault stays: %s", p.text("#error-open-scenario"))
	}
	p.click("#copy-link")
	p.said("too long for a link")
}

// noise is a vector that no few knots describe, as JSON.
func noise(n int) string {
	values := make([]float64, n)
	for i := range values {
		values[i] = float64(500+i*i*7%97) / 1000
	}
	data, _ := json.Marshal(values)
	return string(data)
}

// An embedded chart stands in a page of somebody else's, with the snippet that the page gives.
func TestEmbed(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1&fee=0.7", 1280, 1000, false)
	p.click("#share-embed summary")
	p.waitFor("the snippets", `document.getElementById('share-embed').open`)
	p.click("#embed-fil_plus_rates")
	p.click("#embed-base_fee_nanofil")
	p.click("#embed-adoption")
	p.settle()
	p.pickOption("#embed-kind", "iframe-resizing")
	p.waitFor("the snippet",
		`document.getElementById('embed-text').value.includes('script') &&
			document.getElementById('embed-text').value.includes('controls=rates,fee,adoption')`)
	snippet := js[string](p, `() => document.getElementById('embed-text').value`)
	p.screenshot("embed-snippet")

	s := p.server
	s.setFault(func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path != subPath+"forum.html" {
			return false
		}
		w.Header().Del("Content-Security-Policy")
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>A thread</title><body "+
			"style=\"margin:20px;max-width:720px\"><p>Look at this:</p>%s<p>What do you think?</p>", snippet)
		return true
	})
	for _, width := range []int{760, 390} {
		host := visit{server: s, address: s.url + "forum.html", width: width, height: 1300}.open(t)
		host.waitFor("the chart", `document.querySelector('iframe').contentWindow.gasburden?.ready === true`)
		host.waitFor("the frame to fit", `(() => {
			const f = document.querySelector('iframe'), inner = f.contentDocument.documentElement;
			return Math.abs(f.clientHeight - inner.getBoundingClientRect().height) <= 1 &&
				inner.scrollWidth <= f.clientWidth;
		})()`)
		host.screenshot(fmt.Sprintf("embed-%d", width))
		inside := func(expression string) string {
			return js[string](host, `(e) => String(Function('w', 'd',
				'return ' + e)(document.querySelector('iframe').contentWindow,
				document.querySelector('iframe').contentDocument))`, expression)
		}
		if got := inside(`d.getElementById('input-base_fee_nanofil').value`); got != "0.7" {
			t.Errorf("base fee %s", got)
		}
		if got := inside(`d.getElementById('headline').innerText.replaceAll('\u00a0', ' ')`); got != p.text("#headline") {
			t.Errorf("headline %q", got)
		}
		if got := inside(`d.querySelectorAll('.embed-assumptions .control:not([hidden])').length`); got != "3" {
			t.Errorf("%s controls", got)
		}
		if got, want := inside(`d.getElementById('whole-page').href`),
			s.url+"?v=1&snapshot=2023-07-31&model="+newest(t)+"&fee=0.7"; got != want {
			t.Errorf("the way back is %s, want %s", got, want)
		}
		js[bool](host, `() => {
			const d = document.querySelector('iframe').contentDocument,
				range = d.getElementById('range-base_fee_nanofil');
			range.value = 1.5;
			range.dispatchEvent(new Event('input', {bubbles: true}));
			return true;
		}`)
		host.waitFor("the way back to follow",
			`document.querySelector('iframe').contentDocument.getElementById('whole-page').href.includes('fee=1.5')`)
	}
}
