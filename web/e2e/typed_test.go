package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// seen is a note that can be read: not only in the document, but on the screen, in the colour of text.
const seen = `(s) => {
	const e = document.querySelector(s);
	e.scrollIntoView({block: 'center'});
	const box = e.getBoundingClientRect(), at = document.elementFromPoint(box.left + 3, box.top + box.height / 2);
	return e.textContent && box.height > 8 && box.right <= innerWidth &&
		(at === e || e.contains(at) || at === e.parentElement) ? e.textContent : '';
}`

// below is where what follows a field begins: it must not move while the page says how the field was read.
const below = `(s) => { // within its card, which stays in the window as the page scrolls
	const card = document.getElementById('assumptions');
	return Math.round(document.querySelector(s).getBoundingClientRect().bottom - card.getBoundingClientRect().top +
		card.scrollTop); }`

// A typed thousand is a thousand, and the page says so where nothing moves: in the fields of the assumptions.
func TestTypedNumberIsReadAsShown(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		query string
		width int
		said  string
	}{{"?v=1", 1280, "read as "}, {"?v=1&lang=zh-CN", 390, "读作 "}} {
		p := openPage(t, c.query, c.width, 900, c.width == 390)
		p.waitReady()
		for _, f := range []struct{ id, control, typed, read, link, plain string }{
			{"base_fee_nanofil", "", "0,5", "0.5", "fee=0.5", "0.5"},
			{"renewal_rate", "", "62,5 %", "62.5", "renewal=0.625", "62.5"},
			{"horizon_days", "", "1,000", "1,000", "days=1000", "1000"},
		} {
			hint := "#hint-" + f.id
			p.setInput(f.id, f.plain)
			p.waitFor("the link to have "+f.link, fmt.Sprintf(`location.search.includes(%q)`, f.link))
			p.settle() // what the value itself changes above is drawn by then
			at := js[int](p, below, hint)
			p.setInput(f.id, f.typed)
			p.waitFor("the page to say how it read "+f.typed,
				fmt.Sprintf(`document.querySelector(%q)?.textContent === %q`, hint+" .read", c.said+f.read))
			p.waitFor("the link to have "+f.link, fmt.Sprintf(`location.search.includes(%q)`, f.link))
			p.settle()
			if now := js[int](p, below, hint); now != at {
				t.Errorf("%s: the page moved by %d px", f.id, now-at)
			}
			if said := js[string](p, seen, hint+" .read"); said != c.said+f.read {
				t.Errorf("%s: one sees %q", f.id, said)
			}
			if value := p.value(f.id); value != f.typed {
				t.Errorf("%s: the field shows %q, typed was %q", f.id, value, f.typed)
			}
		}
		p.setInput("fil_plus_rate_1", "62,5")
		p.waitFor("the page to say how it read a rate",
			fmt.Sprintf(`document.querySelector('#hint-rates .read')?.textContent.endsWith(%q)`, c.said+"62.5"))
		if said := js[string](p, seen, "#hint-rates .read"); !strings.HasSuffix(said, c.said+"62.5") {
			t.Errorf("of the rate one sees %q", said)
		}
		p.screenshot(fmt.Sprintf("typed-%d", c.width))
		// Who hears the page is told as well, once.
		p.focusInput("#input-horizon_days")
		p.press("\b")
		for _, key := range "1,200" {
			p.press(string(key))
		}
		p.waitFor("the reading to be said", fmt.Sprintf(wordsOf("spoken")+`.startsWith(%q)`, c.said+"1,200"))
		if described := js[string](p,
			`() => document.getElementById(document.getElementById('input-horizon_days').getAttribute('aria-describedby').split(' ')[0]).textContent`); !strings.HasPrefix(described, c.said+"1,200") {
			t.Errorf("the field is described by %q", described)
		}
		// What has no reading is refused; the picture and the text stay.
		p.press("\t")
		before := p.chartData("hero")
		p.pasteInput("horizon_days", "1,00,00")
		p.waitFor("the refusal", `document.getElementById('error-horizon_days').textContent.includes('1,00,00')`)
		if !p.chartData("hero").equal(before) || p.value("horizon_days") != "1,00,00" {
			t.Error("the picture or the text changed")
		}
	}
}

// The forms of the exploration read numbers as the page does, and their whole numbers can be stepped.
func TestTypedNumbersOfForms(t *testing.T) {
	t.Parallel()
	p := explore(t, "?v=1", 1280, false)
	p.show("breakeven")
	at := js[int](p, below, "#explore-breakeven form")
	p.answered("breakeven", func() { p.setField("breakeven-target", "1,5 %") })
	p.waitFor("how the target was read",
		`document.querySelector('#explore-breakeven-target-hint .read').textContent === 'read as 1.5'`)
	if said := p.text("#explore-breakeven .said"); !strings.Contains(said, "1.5 %") {
		t.Errorf("to a target of 1,5 %% it says %q", said)
	}
	if said := js[string](p, seen, "#explore-breakeven-target-hint .read"); said != "read as 1.5" {
		t.Errorf("of the target one sees %q", said)
	}
	if now := js[int](p, below, "#explore-breakeven form"); now != at {
		t.Errorf("the form grew by %d px", now-at)
	}
	p.screenshot("typed-target")
	p.unanswered("breakeven", func() { p.setField("breakeven-target", "5 FIL") })
	if said := p.text("#explore-breakeven .error"); !strings.Contains(said,
		"“5 FIL”, want a number such as 1.5, in %") {
		t.Errorf("to a target in another unit it says %q", said)
	}
	p.waitFor("the field to be marked",
		`document.getElementById('explore-breakeven-target').getAttribute('aria-invalid') === 'true'`)

	p.show("ensemble")
	p.setField("ensemble-runs", "1,00")
	p.unanswered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
	if said := p.text("#explore-ensemble .error"); !strings.Contains(said,
		"runs is “1,00”, want a whole number from 20 to 5,000") {
		t.Errorf("to 1,00 runs it says %q", said)
	}
	p.setField("ensemble-runs", "40")
	p.focusInput("#explore-ensemble-runs")
	p.press(kb.ArrowDown)
	p.waitFor("one step down from 40 runs", `document.getElementById('explore-ensemble-runs').value === '39'`)
	p.setField("ensemble-block", "90 days")
	p.waitFor("how the block was read",
		`document.querySelector('#explore-ensemble-block-hint .read').textContent === 'read as 90'`)
	p.answered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
	if said := p.text("#explore-ensemble .said"); !strings.Contains(said, "39 runs") {
		t.Errorf("of 39 runs it says %q", said)
	}
	p.waitFor("the link to have the block",
		`location.search.includes('block=90') && location.search.includes('runs=39')`)
	p.screenshot("typed-ensemble")
}
