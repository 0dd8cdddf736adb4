package ask

import (
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

// A change of language keeps what was typed and asks again what was asked; an ensemble goes on with its job.
func TestSpeak(t *testing.T) {
	b := newBrowser(t, testLink)
	e, c := b.card(Ensemble), b.card(Tornado)
	e.Type("runs", "60")
	e.Submit()
	b.finish(Ensemble, 7, &Answer{Said: []string{"60 runs"}})
	b.query = "v=1&fee=0.7" // the answer is of the former assumptions, and stays one
	b.section.Changed()
	c.Choose("figure", "saving_fil")
	b.finish(Tornado, 8, &Answer{Said: []string{"It matters."}})
	b.asked = nil
	b.section.Speak(ChineseWords(), words.English())
	if e.Title != ChineseWords().Card[Ensemble].Title || e.value("runs") != "60" || c.value("figure") != "saving_fil" ||
		e.Answer != nil || e.Note != "" {
		t.Errorf("%q with %s runs, figure %s, told %q", e.Title, e.value("runs"), c.value("figure"), e.Note)
	}
	again := b.take(Ensemble).request
	if again.Job != 7 || again.Query != testLink+"&lang=en" {
		t.Errorf("it asks for job %d about %s", again.Job, again.Query)
	}
	b.query += "&lang=en" // the address follows
	b.section.Changed()
	if !e.Busy {
		t.Error("the change of language ends the work on the former assumptions")
	}
	b.query = "v=1&fee=0.7"
	if got := b.take(Tornado).request; got.Figure != "saving_fil" || got.Query != b.query {
		t.Errorf("it asks %+v", got)
	}
	if b.waits("drop") || b.waits(Compare) || b.waits(BreakEven) {
		t.Error("the ensemble's job is given up, or what nobody asked is asked")
	}
}

// A value is taken over with its link; how the reader looks at the picture stays.
func TestTake(t *testing.T) {
	b := newBrowser(t, "v=1&fee=0.5&unit=gas&lang=zh-CN&runs=40")
	b.section.Take("v=1&fee=0.7&by=outflow&unit=fil")
	if want := "v=1&fee=0.7&by=outflow&unit=gas&lang=zh-CN&runs=40"; b.query != want {
		t.Errorf("%s, want %s", b.query, want)
	}
}

// The way to a mark changes what its chart shows, and nothing else.
func TestSee(t *testing.T) {
	b := newBrowser(t, "v=1&fee=0.5&unit=gas")
	b.see = "v=1&fee=9&by=outflow"
	b.section.See()
	if b.query != "v=1&fee=0.5&by=outflow" || !b.section.Marked() {
		t.Errorf("%s, marked %v", b.query, b.section.Marked())
	}
	b.section.WantMarks(false)
	b.card(BreakEven).Choose("input", "rebound")
	if b.section.Marked() {
		t.Error("a question brings marks back that the reader took away")
	}
}

// Whoever renders the section sees by its version that it has changed; every act of the reader ends a slider's
// movement.
func TestVersions(t *testing.T) {
	b := newBrowser(t, testLink)
	e := b.card(Ensemble)
	for name, act := range map[string]func(){
		"choose": func() { e.Choose("seed", "3") }, "submit": e.Submit, "cancel": e.Cancel,
		"unfold":  func() { b.card(Tornado).Unfold(true) },
		"explain": func() { b.section.Explain("2024-07-15", Pointed{}) },
	} {
		version, rests := b.section.Version, b.rests
		if act(); b.section.Version == version || b.rests == rests && name != "explain" {
			t.Errorf("%s: version %d after %d, %d rests", name, b.section.Version, version, b.rests-rests)
		}
	}
	version := b.section.Version
	b.section.Changed()
	b.section.Near(Compare, true)
	if b.section.Version != version {
		t.Error("what changes nothing is rendered")
	}
}
