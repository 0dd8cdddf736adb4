package e2e

import "testing"

// Whatever a reader does, in whatever order, the program goes on. A hundred and fifty seeded actions: sliders, legal
// and illegal text, lists, buttons, cursors on days that a shorter run no longer has, zooms.
func TestRandomWalk(t *testing.T) {
	t.Parallel()
	for _, seed := range []int{1, 7} {
		p := openPage(t, "", 1280, 1000, false)
		js[bool](p, `(seed) => {
			const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
			const texts = ['0', '1', 'abc', '', '-5', '1e9', '0.5', '100', '365', '2024-05-01', '3650'];
			const fire = (e, type) => e.dispatchEvent(new Event(type, {bubbles: true}));
			const done = [];
			window.walk = async (steps) => { // what stopped the program, if anything did
				for (let i = 0; i < steps; i++) {
					const kind = random(), one = random(), value = random();
					const find = (selector) => {
						const all = Array.from(document.querySelectorAll('#app ' +
							selector)).filter((e) => e.checkVisibility());
						return all[Math.floor(one * all.length)];
					};
					let e;
					if (kind < 0.35) {
						e = find('input[type=range]');
						e.value = +e.min + value * (e.max - e.min);
						fire(e, 'input');
					} else if (kind < 0.5) {
						e = find('input[type=text]');
						e.value = texts[Math.floor(value * texts.length)];
						fire(e, 'input');
						fire(e, 'change');
					} else if (kind < 0.65) {
						e = find('select');
						e.selectedIndex = Math.floor(value * e.options.length);
						fire(e, 'change');
					} else if (kind < 0.8) {
						e = find(':is(button, summary, input[type=radio], input[type=checkbox])');
						e.click();
					} else {
						const charts = Object.values(window.gasburden.charts),
							u = charts[Math.floor(one * charts.length)];
						if (value < 0.3) u.over.focus();
						u.setCursor({left: value * u.over.clientWidth, top: 5}, true, true);
						if (value > 0.9) u.setScale('x', {min: u.data[0][10], max: u.data[0][25]});
					}
					done.push(e ? (e.id || e.textContent) + '=' + (e.value || '') : 'cursor');
					if (random() < 0.6) await new Promise((next) => requestAnimationFrame(next));
					if (!document.getElementById('crash').hidden) return done.slice(-8).join(', ') + ': ' +
						document.getElementById('crash-details').textContent;
				}
				return '';
			};
			return true;
		}`, seed)
		for range 10 { // each has the patience of one step
			if said := js[string](p, `() => window.walk(15)`); said != "" {
				t.Errorf("seed %d: the program stopped after %s", seed, said)
				break
			}
		}
		p.settle()
		if p.text("#headline") == "" {
			t.Errorf("seed %d: no headline", seed)
		}
	}
}
