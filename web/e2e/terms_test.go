package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/gasburden/gasburden/web/words"
)

// termButton selects the button that explains a term.
func termButton(name string) string { return fmt.Sprintf(".term[data-term=%q]", name) }

// explains waits until the box is open with what the terms mean, and sees that it is whole, beside its button, has the
// focus, and that nothing on the page has moved since places were taken.
func (p *tab) explains(button string, said words.TermText) {
	p.Helper()
	const open = `document.getElementById('term').checkVisibility()`
	p.waitFor("what "+button+" means", open+` && document.getElementById('term').contains(document.activeElement)`)
	if got := p.text("#term"); !strings.Contains(got, said.Meaning) || !strings.Contains(got, said.Formula) {
		p.Errorf("%s is said to mean %q, want %q", button, got, said.Meaning)
	}
	for _, bad := range js[[]string](p, `(button) => {
		const bad = [], box = document.getElementById('term'), r = box.getBoundingClientRect(),
			b = document.querySelector(button).getBoundingClientRect();
		if (r.left < 0 || r.right > innerWidth || r.top < 0 || r.bottom > innerHeight) bad.push('it leaves the window');
		if (r.width > .95 * innerWidth) bad.push('it is as wide as the window');
		if (box.scrollWidth > box.clientWidth) bad.push('it scrolls sideways');
		if (r.top < b.bottom - 1 && r.bottom > b.top + 1) bad.push('it lies over its button');
		const slider = document.querySelector(button).closest('.control')?.querySelector('[type=range]')
			?.getBoundingClientRect() || b;
		if (r.top < slider.bottom - 1 && r.bottom > slider.top + 1) bad.push('it lies over the slider');
		if (Math.min(Math.abs(r.top - Math.max(b.bottom, slider.bottom)), Math.abs(r.bottom - b.top)) > 20)
			bad.push('it is far from its button');
		if (!box.getAttribute('aria-label')) bad.push('it has no name');
		if (JSON.stringify(window.places) !== JSON.stringify(window.placesNow())) bad.push('the page moved');
		return bad;
	}`, button) {
		p.Errorf("%s: %s", button, bad)
	}
}

// takePlaces notes where all controls are, with a button in sight.
func (p *tab) takePlaces(button string) {
	p.Helper()
	js[bool](p, `async (button) => {
		const at = document.querySelector(button), fold = at.closest('details');
		if (fold) fold.open = true;
		for (let frames = 0, last = NaN; frames < 60 && last !== at.getBoundingClientRect().top; frames++) {
			last = at.getBoundingClientRect().top;
			at.scrollIntoView({block: 'center'}); // in what scrolls by itself too
			await new Promise((next) => requestAnimationFrame(next));
		}
		window.placesNow = () => Array.from(document.querySelectorAll('input, select, button, canvas'), (e) => {
			const r = e.getBoundingClientRect();
			return [Math.round(r.left), Math.round(r.top), Math.round(r.width)];
		});
		window.places = window.placesNow();
		return true;
	}`, button)
}

// gone waits until the box is closed, and sees where the focus is.
func (p *tab) gone(how, focus string) {
	p.Helper()
	p.waitFor("the box to be closed by "+how, `!document.getElementById('term').checkVisibility()`)
	if focus != "" && !js[bool](p, `(s) => document.activeElement.matches(s)`, focus) {
		p.Errorf("closed by %s, the focus is on %s, want %s", how, p.focused(), focus)
	}
}

// A term is explained where it stands: by mouse and by keyboard, in a box over the page that gives the focus back and
// moves nothing.
func TestTerms(t *testing.T) {
	t.Parallel()
	text := words.English()
	for _, size := range []struct {
		width int
		dark  bool
	}{{1440, false}, {360, true}} {
		t.Run(fmt.Sprint(size.width), func(t *testing.T) {
			p := openTab(t, newServer(t), "", size.width, 900, size.dark)
			p.waitFor("the page",
				`!!window.gasburden && window.gasburden.ready === true && !!(gasburden.charts || {}).hero`)
			p.settle()
			button := termButton(onboarding)
			p.takePlaces(button)
			p.click(button)
			p.explains(button, text.Term.Of[onboarding])
			p.mustPassAxe("with a term explained", axeRules)
			p.press(kb.Escape)
			p.gone("Escape", button)

			// By keyboard: Tab leads to the source, and on from the button.
			p.press("\r")
			p.explains(button, text.Term.Of[onboarding])
			p.press("\t")
			if href := js[string](p, `() => document.activeElement.href || ''`); !strings.HasSuffix(href,
				"method.html#eq-raw-power") {
				t.Errorf("Tab leads to %q", href)
			}
			p.press("\t")
			p.gone("Tab", "#input-"+onboarding)
			js[bool](p, `(s) => (document.querySelector(s).focus(), true)`, button)
			p.press(" ")
			p.explains(button, text.Term.Of[onboarding])
			_, err := run(p.ctx, chromedp.KeyEvent("\t", chromedp.KeyModifiers(chromedp.ModifierShift)))
			p.do(err)
			p.gone("Tab backwards", button)

			// A press on another button opens that one's, a second press closes it, and so does one beside it.
			p.takePlaces(button)
			p.click(button)
			p.explains(button, text.Term.Of[onboarding])
			p.takePlaces(termButton("units"))
			p.click(termButton("units"))
			p.waitFor("the units", `document.getElementById('term').textContent.includes('net flow')`)
			p.explains(termButton("units"), text.Term.Of["fil"])
			p.press(kb.Escape)
			p.gone("Escape", termButton("units"))
			for _, name := range []string{"renewal_rate", "units", "chart-hero", "chart-blocks", "lock_target"} {
				button, term := termButton(name), name
				switch name {
				case "units":
					term = "netflow"
				case "chart-hero":
					term = "publishing"
				case "chart-blocks":
					term = "fullest"
				}
				p.takePlaces(button)
				p.click(button)
				p.explains(button, text.Term.Of[term])
				p.click(button)
				p.gone("a second press", "")
			}
			p.takePlaces(button)
			p.click(button)
			p.explains(button, text.Term.Of[onboarding])
			p.click("#assumptions-title")
			p.gone("a press beside it", "")
		})
	}
}

// Where a browser knows no popovers, the box opens and closes all the same; so it does in Chinese.
func TestTermsWithoutPopovers(t *testing.T) {
	t.Parallel()
	p := openTab(t, newServer(t), "?lang=zh-CN", 1280, 900, false)
	p.early(`document.addEventListener('readystatechange', () => {
		const box = document.getElementById('term');
		if (box) box.removeAttribute('popover');
	})`)
	p.waitFor("the page", `!!window.gasburden && window.gasburden.ready === true && !!(gasburden.charts || {}).hero`)
	p.settle()
	if js[bool](p, `() => document.getElementById('term').checkVisibility()`) {
		t.Error("the box shows before anything is asked")
	}
	said := words.InChinese().Term.Of[onboarding]
	button := termButton(onboarding)
	p.takePlaces(button)
	p.click(button)
	p.explains(button, said)
	if href := js[string](p, `() => document.querySelector('#term a').href`); !strings.HasSuffix(href,
		"method-zh-CN.html#eq-raw-power") {
		t.Errorf("its source is %q", href)
	}
	p.press(kb.Escape)
	p.gone("Escape", button)
	p.press("\r")
	p.explains(button, said)
	p.press("\t")
	p.press("\t")
	p.gone("Tab", "#input-"+onboarding)
	p.click(button)
	p.explains(button, said)
	p.click(button)
	p.gone("a second press", "")
	p.click(button)
	p.explains(button, said)
	p.click("#assumptions-title")
	p.gone("a press beside it", "")
}
