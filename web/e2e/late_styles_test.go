package e2e

import "testing"

// The rules that come with Explore, once it is looked at, change nothing of the page around it.
func TestLateStylesKeepThePage(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1440, 900, false)
	if changed := js[[]string](p, `async () => {
		for (const fold of document.querySelectorAll('details')) fold.open = fold.id !== 'explore-part';
		await new Promise((next) => setTimeout(next, 300)); // charts that open draw themselves
		const looks = () => Array.from(document.querySelectorAll('body *'), (e) => {
			if (e.closest('#explore-part, dialog, canvas')) return '';
			const {display, color, border, padding, margin, font, position, width, height} = getComputedStyle(e);
			return [e.tagName, e.id, e.className, display, color, border, padding, margin, font, position, width,
				height].join(' ');
		});
		const before = looks(), sheet = document.createElement('link');
		sheet.rel = 'stylesheet';
		sheet.href = 'data/explore.css';
		await new Promise((loaded) => { sheet.onload = loaded; document.head.append(sheet); });
		return looks().filter((now, i) => now !== before[i]).slice(0, 10);
	}`); len(changed) > 0 {
		t.Errorf("changed: %q", changed)
	}
}
