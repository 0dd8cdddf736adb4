package e2e

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// ownTable is the shipped daily table with a change, as a file of the reader's.
func ownTable(t *testing.T, change func(text string) string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "assets", "data", "network-daily.csv"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "my-days.csv")
	if err := os.WriteFile(file, []byte(change(string(data))), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// doubledGas doubles the gas of PublishStorageDeals on every day.
func doubledGas(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	column := -1
	for i, name := range strings.Split(lines[0], ",") {
		if name == "gas_publish_storage_deals" {
			column = i
		}
	}
	for k, line := range lines[1:] {
		cells := strings.Split(line, ",")
		var gas float64
		if _, err := fmt.Sscan(cells[column], &gas); err == nil {
			cells[column] = fmt.Sprintf("%.0f", 2*gas)
		}
		lines[1+k] = strings.Join(cells, ",")
	}
	return strings.Join(lines, "\n") + "\n"
}

func (p *tab) pickOwn(file string) {
	p.Helper()
	_, err := run(p.ctx, chromedp.SetUploadFiles(chromedp.CSS("#open-own"), []string{file}))
	p.do(err)
}

// A reader's own figures: validated and refitted in the browser, said at every curve, and nothing leaves it.
func TestOwnFigures(t *testing.T) {
	p := openPage(t, "?v=1&unit=gas", 1280, 1000, false)
	before := p.chartData("hero")
	var broken = map[string]string{
		"too large to be a table": "larger than 8 MB",
		"another header":          "line 1",
		"a day twice":             "line 51",
	}
	for what, part := range broken {
		p.pickOwn(ownTable(t, func(text string) string {
			lines := strings.SplitAfter(text, "\n")
			switch what {
			case "another header":
				return "day,power\n" + strings.Join(lines[1:], "")
			case "a day twice":
				return strings.Join(lines[:50], "") + lines[49] + strings.Join(lines[50:], "")
			}
			return strings.Repeat(text, 25)
		}))
		p.waitFor("the fault of "+what+" to be said",
			fmt.Sprintf(wordsOf("error-open-own")+`.includes(%q)`, part))
		if !p.chartData("hero").equal(before) {
			t.Errorf("%s changed the picture", what)
		}
		p.screenshot("own-fault")
	}

	p.pickOwn(ownTable(t, doubledGas))
	p.waitFor("the figures to be in use", `document.getElementById('own-status').textContent.includes('my-days.csv')`)
	p.settle()
	if p.count("#error-open-own") != 0 {
		t.Errorf("a fault stays: %s", p.text("#error-open-own"))
	}
	for _, id := range chartIDs {
		if notices := p.text("#notices-" + id); !strings.Contains(notices, "my-days.csv") {
			t.Errorf("chart %s does not say whose figures it is based on: %s", id, notices)
		}
	}
	after := p.chartData("gas")
	p.screenshot("own")
	// The level starts at twice the published one and tends to the same: 52 days on, at a half-life of 60, to 2^0.55.
	published := openPage(t, "?v=1&unit=gas", 1280, 1000, false).chartData("gas")
	const day = 82
	if ratio := after.Series[1].Y[day] /
		published.Series[1].Y[day]; math.Abs(ratio-math.Exp2(math.Exp2(-51.0/60))) > 0.02 {
		t.Errorf("gas is %v times the published figures' on %v", ratio, time.Unix(int64(after.X[day]), 0).UTC())
	}

	// What is taken elsewhere says so; another network goes on with the figures.
	p.readClipboard()
	p.click("#copy-markdown")
	p.said("Markdown")
	if got := p.clipboard(); !strings.Contains(got, "my-days.csv") {
		t.Errorf("the Markdown does not say it:\n%s", got)
	}
	p.setInput("snapshot", "2026-04-20")
	p.waitFor("the other network",
		`/20\sApril 2026/.test(document.querySelector('#chart-hero .subtitle').textContent)`)
	if notices := p.text("#notices-hero"); !strings.Contains(notices, "my-days.csv") {
		t.Errorf("the other network forgets the figures: %s", notices)
	}

	p.click("#drop-own")
	p.waitFor("the published figures", `document.getElementById('own-status').textContent === ''`)
	p.settle()
	if notices := p.text("#notices-hero"); strings.Contains(notices, "my-days.csv") {
		t.Errorf("the published figures are called the reader's: %s", notices)
	}
}

func TestDropOwnFigures(t *testing.T) {
	t.Parallel()
	p := openPage(t, "", 1280, 1000, false)
	data, err := os.ReadFile(ownTable(t, doubledGas))
	if err != nil {
		t.Fatal(err)
	}
	js[bool](p, `(text) => {
		const transfer = new DataTransfer();
		transfer.items.add(new File([text], 'dropped.csv', {type: 'text/csv'}));
		const target = document.querySelector('#chart-hero');
		for (const type of ['dragover', 'drop']) {
			const event = new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: transfer});
			if (target.dispatchEvent(event)) throw new Error(type + ' is left to the browser');
		}
		return true;
	}`, string(data))
	p.waitFor("the figures to be in use", `document.getElementById('own-status').textContent.includes('dropped.csv')`)
}
