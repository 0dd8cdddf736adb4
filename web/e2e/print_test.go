package e2e

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Paper sizes in inches.
var papers = map[string][2]float64{"A4": {8.27, 11.69}, "Letter": {8.5, 11}}

// changed is a scenario that differs from the defaults in all that it can, with five FIL+ rates.
const changed = "?v=1&days=700&rates=0.05,0.25,0.505,0.75,1&onboarding=4.5&renewal=0.55&fee=0.5&messages=onboarding&adoption=logistic&share=0.8&start=2024-05-01&ramp=500" +
	"&direct=0.2&direct_precommit=0.6&direct_prove=0.7&direct_prove_nodeals=0.9&rebound=0.4&feedback=true&sector=400&lock=0.33&multiplier=9&requality=0.5&gamma=0.5&weighting=geometric&pledge=available&smoothing=45&band=95&nonsense=1"

// print is the page as a PDF.
func (p *tab) print(paper [2]float64) []byte {
	p.Helper()
	var pdf []byte
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		r, err := cdp.Call(ctx, t, page.PrintToPDF, page.PrintToPDFParams{PaperWidth: paper[0], PaperHeight: paper[1]})
		if err == nil {
			pdf = r.Data
		}
		return err
	})))
	return pdf
}

var pdfPage = regexp.MustCompile(`/Type\s*/Page\b[^s]`)

// media emulates a medium, "" for the screen, with features such as prefers-color-scheme.
func (p *tab) media(medium string, features ...*emulation.MediaFeature) {
	p.Helper()
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: medium,
			Features: features})
		return err
	})))
}

// The sheet holds the answer, its chart, what it rests on and where it came from, and no control. From a dark page, the
// chart goes to the paper in the colours of the light one.
func TestPrintedSheet(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?fee=0.5&adoption=logistic", 1280, 900, true)
	colours := func() []string {
		return js[[]string](p, `() => ['--ink', '--soft', '--card',
			'--rate-3-1'].map((name) => window.gasburden.colour(name))`)
	}
	dark := colours()
	js[bool](p, `() => dispatchEvent(new Event('beforeprint'))`)
	printed := colours()
	js[bool](p, `() => dispatchEvent(new Event('afterprint'))`)
	if after := colours(); !slices.Equal(after, dark) {
		t.Errorf("after printing, the chart's colours are %q, before %q", after, dark)
	}
	light := openPage(t, "?v=1", 1280, 900, false)
	screen := js[[]string](light,
		`() => ['--ink', '--soft', '--card', '--rate-3-1'].map((name) => window.gasburden.colour(name))`)
	if !slices.Equal(printed, screen) || slices.Equal(printed, dark) {
		t.Errorf("on paper, the chart's colours are %q, on a light screen %q", printed, screen)
	}

	p.click("#pin")
	p.waitFor("the pin", `!document.getElementById('pinned').hidden`)
	p.media("print")
	js[bool](p, `() => dispatchEvent(new Event('beforeprint'))`)
	for selector, want := range map[string][]string{
		"#headline":   {p.text("#headline")},
		"#title-hero": {"Gas burden"},
		"#pinned":     {"Pinned: ", "75 %"},
		".sheet dl": {"Network of", "31 July 2023", "Base fee", "0.5 nanoFIL (changed)", "DirectFIL+ adopted",
			"FIL+ rates", "50 %, 75 %, 100 %"},
		"#sheet-link":   {p.server.url + "?", "fee=0.5", "adoption=logistic"},
		"#sheet-source": {"31 July 2023", "figures to", "edition " + newest(t)},
		"#sheet-date":   {strconv.Itoa(time.Now().Year())},
		"#notices-hero": {"extrapolates"},
		"#chart-hero b": {"%"},
	} {
		text := js[string](p, `(s) => Array.from(document.querySelectorAll(s)).filter((e) => e.checkVisibility()).map((e) => e.innerText).join(' ')`, selector)
		for _, w := range want {
			if text = strings.Join(strings.Fields(text), " "); w == "" || !strings.Contains(text, w) {
				t.Errorf("%s reads %q, want %q in it", selector, text, w)
			}
		}
	}
	if n := p.count("button, input, select, textarea, summary, nav, #evidence, #method, footer"); n != 0 {
		t.Errorf("%d controls and sections stay on paper", n)
	}
	if n := p.count("#chart-hero canvas"); n != 1 {
		t.Errorf("%d canvases on paper, want 1", n)
	}
	p.media("")
	if p.count(".sheet") != 0 {
		t.Error("the sheet shows on the screen")
	}
}

// On paper the page is one sheet, in light colours, of the paper of either half of the world, however long the scenario
// is.
func TestPrint(t *testing.T) {
	t.Parallel()
	for name, query := range map[string]string{"default": "", "changed": changed} {
		for paper, size := range papers {
			t.Run(name+"-"+paper, func(t *testing.T) {
				p := openPage(t, query, 390, 800, true)
				before := js[[]int](p, `() => [window.gasburden.charts.hero.width,
					window.gasburden.charts.hero.height]`)
				pdf := p.print(size)
				if n := len(pdfPage.FindAll(pdf, -1)); n != 1 {
					t.Errorf("%d pages, want 1", n)
				}
				if dir := os.Getenv("E2E_SHOTS"); dir != "" {
					p.do(os.MkdirAll(dir, 0o755))
					p.do(os.WriteFile(filepath.Join(dir, "print-"+name+"-"+paper+".pdf"), pdf, 0o644))
				}
				// The screen is what it was.
				p.waitFor("the chart's size", `!document.documentElement.classList.contains('printing')`)
				p.settle()
				if after := js[[]int](p,
					`() => [window.gasburden.charts.hero.width, window.gasburden.charts.hero.height]`); after[0] != before[0] || after[1] != before[1] {
					t.Errorf("after printing, the chart is %v, before %v", after, before)
				}
			})
		}
	}
}
