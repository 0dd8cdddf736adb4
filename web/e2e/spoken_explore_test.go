package e2e

import (
	"slices"
	"strings"
	"testing"
)

// Whoever switches the language keeps what was asked: answers come again in the new language, an ensemble under way
// goes on, and one that has answered is not run again. An answer for former assumptions stays one.
func TestSwitchLanguageWithAnswers(t *testing.T) {
	// Not beside other tests: the language changes while an ensemble is under way.
	p := explore(t, "?v=1", 1280, false)
	p.show("ensemble")
	p.setField("ensemble-runs", "60")
	p.setField("ensemble-seed", "7")
	p.answered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
	p.answered("compare", func() {
		p.pickOption("#explore-compare-preset", "study")
		p.click("#explore-compare [type=submit]")
	})
	p.settle()
	p.pasteInput("base_fee_nanofil", "0.7")
	p.waitFor("the answer to be called stale", `!document.querySelector('#explore-ensemble .stale').hidden`)
	figures, shares := p.figures("#explore-ensemble .answer data"), p.figures("#explore-compare .answer data")
	js[bool](p, `() => {
		const ask = gasburden.ask;
		gasburden.ask = (name, request) => { if (name === 'ensemble') window.began = request; return ask(name, request);
			};
		return true;
	}`)
	both := func(language string) {
		t.Helper()
		p.answered("compare", func() { p.answered("ensemble", func() { p.pickOption("#language", language) }) })
	}
	both("zh-CN")
	p.inChinese()
	if got := p.figures("#explore-ensemble .answer data"); len(got) < 20 || !slices.Equal(got, figures) {
		t.Errorf("the ensemble has %d figures, or others than the %d in English", len(got), len(figures))
	}
	if got := p.figures("#explore-compare .answer data"); !slices.Equal(got, shares) {
		t.Errorf("the comparison has %v, in English %v", got, shares)
	}
	if said := p.text("#explore-ensemble .answer"); !strings.Contains(said, "60 次") {
		t.Errorf("the ensemble says %.200q", said)
	}
	if job := eval[int](p, `window.began.job || 0`); job == 0 {
		t.Error("the ensemble ran again")
	}
	if p.count("#explore-ensemble .stale") != 1 || !strings.Contains(p.query(), "fee=0.7") ||
		!strings.Contains(p.query(), "lang=zh-CN") {
		t.Errorf("the answer for former assumptions is taken for one of %s", p.query())
	}

	// Under way.
	p.setField("ensemble-runs", "5000")
	p.click("#explore-ensemble .stale .again")
	p.waitFor("progress", `((bar) => !bar.closest('.work').hidden && bar.value > 0.01 &&
		bar.value < 0.9)(document.querySelector('#explore-ensemble progress'))`)
	before := eval[float64](p, `document.querySelector('#explore-ensemble progress').value`)
	p.pickOption("#language", "en")
	p.inEnglish()
	p.waitFor("the ensemble to go on",
		`document.querySelector('#explore-ensemble .cancel').textContent === 'Cancel' &&
			!document.querySelector('#explore-ensemble .work').hidden`)
	p.waitFor("progress", `document.querySelector('#explore-ensemble progress').value > 0`)
	if now := eval[float64](p, `document.querySelector('#explore-ensemble progress').value`); now < before {
		t.Errorf("the ensemble begins anew: %v after %v", now, before)
	}
	p.click("#explore-ensemble .cancel")
	p.waitFor("the work to end", `document.querySelector('#explore-ensemble .work').hidden`)
}

// What is said of an answer's age is true: nothing of an answer where there is none, and which of question and
// assumptions has changed.
func TestSaysWhatHasChanged(t *testing.T) {
	t.Parallel()
	// What begins by itself is of the link's runs: too many to be drawn before the reader starts it.
	p := explore(t, "?v=1&runs=5000&seed=1&block=30", 1280, false)
	p.click("#explore-ensemble [type=submit]")
	p.waitFor("progress", `document.querySelector('#explore-ensemble progress').value > 0.005`)
	p.pasteInput("base_fee_nanofil", "0.7")
	p.waitFor("the work to end",
		`document.querySelector('#explore-ensemble .work').hidden &&
			document.querySelector('#explore-ensemble .work-note').textContent > ''`)
	if note := p.text("#explore-ensemble .work-note"); !strings.Contains(note, "assumptions have changed") ||
		strings.Contains(note, "100 %") || p.count("#explore-ensemble .stale") != 0 {
		t.Errorf("without an answer it says %q and %q", note, p.text("#explore-ensemble .stale"))
	}
	p.setField("ensemble-runs", "40")
	p.answered("ensemble", func() { p.click("#explore-ensemble [type=submit]") })
	p.settle()
	p.setField("ensemble-seed", "9")
	p.settle()
	if said := p.text("#explore-ensemble .stale"); !strings.Contains(said, "question has changed") ||
		strings.Contains(said, "assumptions") {
		t.Errorf("after another seed it says %q", said)
	}
	p.pasteInput("base_fee_nanofil", "0.8")
	p.waitFor("the assumptions to be named",
		`document.querySelector('#explore-ensemble .stale').innerText.includes('assumptions have changed')`)
}
