package e2e

import (
	"encoding/json"
	"testing"
)

func quoted(text string) string {
	data, _ := json.Marshal(text)
	return string(data)
}

// The table has the days that the chart shows, marks the day of the cursor, keeps it in view, and is as wide as its
// card.
func TestNumbersFollowTheChart(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1&rates=0.2,0.4,0.6,0.8,1", 1280, 900, false)
	p.click("#chart-hero .numbers summary")
	p.waitFor("the table", `document.querySelectorAll('#chart-hero tbody tr').length > 1000`)
	type rows struct{ First, Last, Marked string }
	table := func() rows {
		return js[rows](p, `() => {
			const days = Array.from(document.querySelectorAll('#chart-hero tbody th'), (th) => th.textContent);
			const scroll = document.querySelector('#chart-hero .scroll'),
				row = scroll.querySelector('[aria-current=date]');
			const box = scroll.getBoundingClientRect(), at = row && row.getBoundingClientRect();
			return {First: days[0], Last: days[days.length - 1], Marked: row && at.top >= box.top &&
				at.bottom <= box.bottom ? row.firstChild.textContent : 'out of view'};
		}`)
	}
	p.waitFor("the mark", `document.querySelector('#chart-hero [aria-current=date]') !== null`)
	if got := table().Marked; got != "2024-07-15" {
		t.Errorf("at rest the mark is on %s", got)
	}
	eval[bool](p, `(gasburden.zoom(Date.UTC(2023, 11, 1) / 1e3, Date.UTC(2024, 7, 31) / 1e3), true)`)
	p.waitFor("the table to follow", `document.querySelectorAll('#chart-hero tbody tr').length < 300`)
	if got, want := table(), (rows{"2023-12-01", "2024-08-31", "2024-07-15"}); got != want {
		t.Errorf("zoomed it has %v, want %v", got, want)
	}
	eval[bool](p, `(() => { const u = gasburden.charts.hero, i = u.data[0].indexOf(Date.UTC(2024, 5, 1) / 1e3);
		u.setCursor({left: u.valToPos(u.data[0][i], 'x'), top: 10}, true, true); return true; })()`)
	p.waitFor("the mark to follow",
		`document.querySelector('#chart-hero [aria-current=date] th')?.textContent === '2024-06-01'`)
	if got := table().Marked; got != "2024-06-01" {
		t.Errorf("under the cursor the mark is %s", got)
	}
	wide := eval[[]float64](p,
		`['#chart-hero .scroll',
			'#chart-hero .plot'].map((e) => document.querySelector(e).getBoundingClientRect().width)`)
	if wide[0] < wide[1]-1 {
		t.Errorf("the table is %v px wide, its card has %v", wide[0], wide[1])
	}
	p.screenshot("numbers")
}
