package e2e

import (
	"slices"
	"strings"
	"testing"
)

// A browser's translator puts every text of the page into elements of its own, again whenever it changes. Whatever the
// reader does in between, the page reads the same as without: no number is that of a former picture, no word comes
// twice.
func TestTranslator(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	read := func(translated bool) []string {
		p := openTab(t, s, "?v=1&fee=0.9&colour=red", 1280, 900, false)
		p.waitReady()
		p.settle()
		for _, step := range [][2]string{
			{"base_fee_nanofil", "1,000"}, {"renewal_rate", "abc"}, {"renewal_rate", "50"}, {"horizon_days", "400"},
			{"base_fee_nanofil", "0.2"},
		} {
			if translated {
				js[int](p, `() => {
					const texts = [], walker = document.createTreeWalker(document.getElementById('app'),
						NodeFilter.SHOW_TEXT);
					while (walker.nextNode()) {
						const {currentNode: text, currentNode: {parentElement: box}} = walker;
						if (text.data.trim() && box.checkVisibility() &&
							!box.matches('script, style, option, textarea, font')) texts.push(text);
					}
					for (const text of texts) {
						const outer = document.createElement('font'), inner = document.createElement('font');
						inner.textContent = text.data;
						outer.append(inner);
						text.replaceWith(outer);
					}
					return texts.length;
				}`)
			}
			p.pasteInput(step[0], step[1])
			p.settle()
		}
		lines := strings.Split(js[string](p, `() => document.getElementById('app').innerText`), "\n")
		return slices.DeleteFunc(lines, func(line string) bool { return strings.TrimSpace(line) == "" })
	}
	plain, translated := read(false), read(true)
	for i := range max(len(plain), len(translated)) {
		if i >= len(plain) || i >= len(translated) || plain[i] != translated[i] {
			t.Fatalf("line %d reads %q, and translated %q", i, plain[min(i, len(plain)-1)],
				translated[min(i, len(translated)-1)])
		}
	}
}
