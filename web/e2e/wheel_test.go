package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// fieldsAt are the values of all fields of a part of the page.
func (p *tab) fieldsAt(selector string) []string {
	p.Helper()
	return js[[]string](p, `(s) => Array.from(document.querySelectorAll(s + ' :is(input, select)'), (e) => e.id + '=' +
		(e.type === 'checkbox' ? e.checked : e.value))`, selector)
}

// A wheel over Assumptions and Explore scrolls: no field that it passes changes, whether it has the focus or not.
func TestWheelChangesNothing(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1&adoption=logistic", 1280, false)
	p.show("tornado")
	p.waitFor("the forms", `document.querySelectorAll('#explore .asking [name]').length > 5`)
	p.click(".more summary")
	p.waitFor("the further assumptions", `document.querySelector('.more').open`)
	for _, part := range []string{"#assumptions", "#explore"} {
		before := p.fieldsAt(part)
		n := js[int](p, `(s) => Array.from(document.querySelectorAll(s + ' :is([type=range], [type=number], [type=date], select, [type=text])')).filter((e) => e.checkVisibility()).length`, part)
		if n < 6 {
			t.Fatalf("%s has %d fields", part, n)
		}
		scrolled := 0
		for i := range n {
			for _, focused := range []bool{false, true} {
				at := js[[]float64](p, `(s, i, focused) => {
					const e = Array.from(document.querySelectorAll(s + ' :is([type=range], [type=number], [type=date], select, [type=text])')).filter((e) => e.checkVisibility())[i];
					e.scrollIntoView({block: 'center'});
					document.activeElement.blur();
					if (focused) e.focus({preventScroll: true});
					const r = e.getBoundingClientRect();
					window.passed = e;
					return [r.left + r.width / 2, r.top + r.height / 2, r.top];
				}`, part, i, focused)
				p.mouse(input.DispatchMouseEventParams{Type: chromedp.MouseMoved, X: at[0], Y: at[1]})
				p.mouse(input.DispatchMouseEventParams{Type: chromedp.MouseWheel, X: at[0], Y: at[1], DeltaY: 120,
					DeltaX: 1})
				p.mouse(input.DispatchMouseEventParams{Type: chromedp.MouseWheel, X: at[0], Y: at[1], DeltaY: -40,
					DeltaX: 1})
				if js[bool](p, `async (y) => { for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
					return window.passed.getBoundingClientRect().top !== y; }`, at[2]) {
					scrolled++
				}
			}
		}
		if after := p.fieldsAt(part); len(after) != len(before) {
			t.Errorf("%s has %d fields, had %d", part, len(after), len(before))
		} else {
			for i := range after {
				if after[i] != before[i] {
					t.Errorf("the wheel changed %s to %s", before[i], after[i])
				}
			}
		}
		if scrolled < n {
			t.Errorf("%s: the wheel scrolled %d times of %d", part, scrolled, 2*n)
		}
	}
}

// What the reader, or a search in the page, has opened stays open while assumptions change.
func TestNothingFoldsUnderTheHand(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1", 1280, false)
	js[bool](p, `() => {
		for (const fold of document.querySelectorAll('.more, #share-embed, #chart-deal .numbers, #plain')) fold.open = true; // as a search does
		return true;
	}`)
	p.settle()
	p.dragRange("base_fee_nanofil", 0.8)
	p.waitFor("the page to rest",
		`!document.getElementById('reset-base_fee_nanofil').hidden &&
			document.getElementById('reset-base_fee_nanofil').dataset.shown === 'true'`)
	p.pasteInput("renewal_rate", "70")
	p.settle()
	if shut := js[[]string](p,
		`() => Array.from(document.querySelectorAll('.more, #share-embed, #chart-deal .numbers, #plain')).filter((e) => !e.open).map((e) => e.id || e.className)`); len(shut) > 0 {
		t.Errorf("closed: %q", shut)
	}
	p.click(".more summary")
	p.waitFor("the further assumptions to close", `!document.querySelector('.more').open`)
	p.dragRange("base_fee_nanofil", 0.3)
	p.settle()
	if eval[bool](p, `document.querySelector('.more').open`) {
		t.Error("what the reader closed is open")
	}

	// The steps of a day: groups stay as they were left when the day changes.
	p.explained(func() { p.click("#chart-hero .explain") })
	js[bool](p, `() => { const [first, ...rest] = document.querySelectorAll('dialog.steps details'); first.open = true;
		rest.at(-1).open = false; return true; }`)
	p.explained(func() {
		js[bool](p, `() => { const e = document.getElementById('steps-on'); e.value = '2025-02-03';
			e.dispatchEvent(new Event('change', {bubbles: true})); return true; }`)
	})
	if open := js[[]bool](p,
		`() => Array.from(document.querySelectorAll('dialog.steps details'), (e) => e.open)`); !open[0] ||
		open[len(open)-1] {
		t.Errorf("groups of the next day are open: %v", open)
	}
	p.click("dialog.steps [data-close]")

	// A chart's numbers stay open when its question is answered again.
	p.show("tornado")
	p.setField("ensemble-runs", "40")
	p.answered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
	js[bool](p, `() => { for (const fold of document.querySelectorAll('#explore-ensemble .numbers')) fold.open = true;
		return true; }`)
	p.answered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
	if shut := p.count("#explore-ensemble .numbers:not([open])"); shut != 0 ||
		p.count("#explore-ensemble .numbers") == 0 {
		t.Errorf("%d tables of %d closed", shut, p.count("#explore-ensemble .numbers"))
	}
}
