package e2e

import (
	"strings"
	"testing"
)

// Links as other sites leave them open to their own scenario in the page, its embed and the single file; what the
// address bar then holds is the whole link, and nothing that others appended.
func TestLinksFromElsewhere(t *testing.T) {
	t.Parallel()
	const fee = `document.getElementById('input-base_fee_nanofil').value === '0.9'`
	for _, address := range []string{"?fbclid=x#v=1&fee=0.9", "?ref=forum#v=1&fee=0.9", "?v%3D1%26fee%3D0.9",
		"?v=1&fee=0.9&utm_source=x)", "gasburden.html?fbclid=x#v=1&fee=0.9"} {
		p := openPage(t, address, 1280, 900, false)
		p.waitFor("the fee of "+address, fee)
		p.waitFor("an address of our own",
			`location.hash === '' && /^\?v=1&snapshot=2023-07-31&model=\d+&fee=0\.9$/.test(location.search)`)
		if p.count("#link-notices:not([hidden])") != 0 {
			t.Errorf("%s: %s", address, p.text("#link-notices"))
		}
	}
	embed := openPage(t, "embed.html?v%3D1%26fee%3D0.9%26controls%3Dfee", 1280, 900, false)
	embed.waitFor("the fee of an embedded chart", fee)
	// What is wrong stays in the address, where it can be looked at and mended.
	p := openPage(t, "?v=1&fee=0.&adop", 1280, 900, false)
	for _, part := range []string{"fee=0.", "adop"} {
		if notices := p.text("#link-notices"); !strings.Contains(notices, part) {
			t.Errorf("no %q in %s", part, notices)
		}
	}
	if got := p.value("base_fee_nanofil"); got == "0" || p.query() != "v=1&fee=0.&adop" {
		t.Errorf("the base fee is %s, the address %s", got, p.query())
	}
	p.screenshot("cut-link")
	q := openPage(t, "?v=1&fee=0.2#v=1&fee=0.9", 1280, 900, false)
	if got, notices := q.value("base_fee_nanofil"), q.text("#link-notices"); got != "0.2" ||
		!strings.Contains(notices, "two scenarios") {
		t.Errorf("of two scenarios the page shows that of base fee %s, and says %s", got, notices)
	}
	// The reader edits the fragment: that counts, and the address then holds one scenario.
	js[bool](q, `() => { location.hash = 'v%3D1%26fee%3D0.9'; return true; }`)
	q.waitFor("the fee of the fragment", fee)
	q.waitFor("one scenario in the address", `location.hash === '' && location.search.endsWith('&fee=0.9')`)
}

// The link that is copied while a preset is on show leads to the page whose preview has its numbers.
func TestCopiedLinkOfAPreset(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 900, false)
	p.click("#preset-study")
	p.waitQuery("gas=regime")
	js[bool](p, `() => { gasburden.copyText = async (text) => { window.copied = text; return {text}; }; return true; }`)
	p.click("#copy-link")
	p.waitFor("the link", `!!window.copied`)
	copied := js[string](p, `() => window.copied`)
	if !strings.Contains(copied, "/study.html?v=1&snapshot=2023-07-31&model=") {
		t.Fatalf("copied %s", copied)
	}
	q := openPage(t, copied[strings.LastIndex(copied, "/")+1:], 1280, 900, false)
	if pressed := js[string](q,
		`() => document.querySelector('#app button[aria-pressed=true]').id`); pressed != "preset-study" {
		t.Errorf("it opens %s", pressed)
	}
}
