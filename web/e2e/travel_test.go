package e2e

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"
)

// The hash that names a reader's file is the one that sha256sum prints of it, though a spreadsheet began the file with
// a byte order mark, which browsers like to drop.
func TestOwnHashIsThatOfTheFile(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1", 1280, 1000, false)
	file := ownTable(t, func(text string) string { return "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n") })
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	p.pickOwn(file)
	p.waitFor("the figures to be in use", `document.getElementById('own-status').textContent.includes('my-days.csv')`)
	if want, status := hex.EncodeToString(sum[:6]), p.text("#own-status"); !strings.Contains(status, "SHA-256 "+want) {
		t.Errorf("the page says %q, sha256sum %s", status, want)
	}
}

// A pinned run is drawn over the denominator that the reader chooses later, and that is what a click on its curve
// explains.
func TestExplainAPinnedRunByAnotherDenominator(t *testing.T) {
	t.Parallel()
	p := openPage(t, "?v=1&fee=0.5", 1280, 900, false)
	p.click("#pin")
	p.waitFor("the pinned run", `gasburden.charts.hero.series.length > 10 && !document.getElementById('pinned').hidden`)
	p.pasteInput("base_fee_nanofil", "1")
	p.waitQuery("fee=1")
	p.click(`input[name=denominator][value=circulating]`)
	p.waitQuery("by=circulating")
	p.settle()
	n := js[int](p, `() => gasburden.charts.hero.series.length - 2`)
	at := p.spotOn("hero", 600, n)
	p.explained(func() { p.shakyClick(at.X, at.Y, 0) })
	day, pointed, marked := p.explanation()
	if !strings.Contains(pointed, "circulating supply") || marked != 1 {
		t.Errorf("it explains %q, with %d steps marked", pointed, marked)
	}
	under := js[float64](p, `(k, day) => { const {data} = gasburden.charts.hero;
		return data[k][data[0].indexOf(Date.parse(day) / 1e3)]; }`, n, day)
	near(t, "the pinned curve", leading(pointed[strings.LastIndex(pointed, ": ")+2:]), under, 5e-4) // in four digits
}
