package ask

import (
	"strings"
	"testing"
)

// A day is explained as it was pointed at; another day or rate is asked for once it is whole, and the last one counts.
func TestDialog(t *testing.T) {
	b := newBrowser(t, testLink)
	d := &b.section.Dialog
	b.section.Explain("2024-07-15", Pointed{Chart: "hero", Curve: "dash", Run: 3})
	asked := b.take("explain")
	if q := asked.request; !d.Open || d.Busy == "" || q.On != "2024-07-15" || q.Rate != 3 || q.Chart != "hero" ||
		q.Curve != "dash" || q.Query != testLink {
		t.Errorf("it asks %+v", q)
	}
	chain := func(title string) Explained {
		return Explained{Title: title, Rates: []string{"30 %", "75 %", "90 %"}, Rate: 3, First: "2023-07-01",
			Last: "2026-07-29"}
	}
	asked.answer(t, chain("That day"))
	if d.Title != "That day" || d.Busy != "" || d.Rate != 3 || !d.First {
		t.Errorf("%+v", d)
	}
	d.Choose("2024-07-15", 3, true)
	d.Choose("", 3, false)
	d.Choose("0002-02-03", 3, false)
	if b.waits("explain") {
		t.Error("it asks for what it shows, or for half a day")
	}
	d.Choose("2025-02-03", 3, false)
	d.Choose("1999-01-01", 3, true)
	first, second := b.take("explain"), b.take("explain")
	second.fail("1999-01-01 is too early")
	first.answer(t, chain("Another day"))
	if !strings.Contains(d.Error, "1999-01-01") || d.Title != b.section.Words.ExplainTitle ||
		d.Chain.First != "2023-07-01" || len(d.Chain.Groups) > 0 {
		t.Errorf("it says %q under %q", d.Error, d.Title)
	}
	if b.section.Counts().Explained != 2 {
		t.Errorf("%d are counted", b.section.Counts().Explained)
	}
	d.Close()
	if d.Open {
		t.Error("it stays open")
	}
}

// A pinned run is explained by its own link, over what all curves are.
func TestExplainAPinnedRun(t *testing.T) {
	b := newBrowser(t, "v=1&fee=0.5&by=circulating")
	b.section.Explain("2024-07-15", Pointed{Chart: "hero", Curve: "pindash", Run: 2})
	if q := b.take("explain").request; q.Query != "v=1&fee=9&by=circulating&lang=en" || q.Curve != "dash" ||
		q.Rate != 0 {
		t.Errorf("it asks %+v", q)
	}
}
