package ask

import (
	"strings"
	"testing"
)

const testLink = "v=1&fee=0.5"

// What is in sight is asked by itself once the picture rests; what takes long only the first time.
func TestAsksWhatIsInSight(t *testing.T) {
	b := newBrowser(t, testLink)
	for _, name := range Questions {
		b.section.Near(name, true)
	}
	b.pass(restWait - 1)
	if len(b.asked) > 0 {
		t.Fatalf("%s is asked before the picture rests", b.asked[0].name)
	}
	b.pass(1)
	for _, name := range Questions {
		if !b.waits(name) {
			t.Fatalf("%s is not asked", name)
		}
	}
	if q := b.take(Compare).request; q.AgainstPreset != "stayed" || q.Against != "" {
		t.Errorf("it is compared with %q, %q", q.AgainstPreset, q.Against)
	}
	first := b.finish(Ensemble, 9, &Answer{Said: []string{"Half of them."}, Seeded: testLink + "&seed=1"})
	if q := first.request; q.Typed.Runs == nil || *q.Typed.Runs != "250" || len(b.opened) > 0 {
		t.Errorf("it draws %+v, and opens %q", q, b.opened)
	}
	begun := b.finish(Tornado, 1, &Answer{Said: []string{"It matters."}})
	if q := begun.request; q.Query != testLink || q.Figure != "month_direct_over_netflow" || q.Rate != 0 || q.On != "" {
		t.Errorf("it asks %+v", q)
	}
	c := b.card(Tornado)
	if c.Answer == nil || c.Busy || c.Note != "" {
		t.Errorf("the answer is %+v, told as %q", c.Answer, c.Note)
	}
	// Another look at the same picture asks nothing, another picture does, once it rests.
	b.query = testLink + "&unit=gas&lang=zh-CN"
	b.section.Changed()
	b.pass(1000)
	if b.waits(Tornado) {
		t.Error("another unit of a chart asks again")
	}
	b.query = "v=1&fee=0.7"
	b.section.Changed()
	b.pass(restWait / 2)
	b.query = "v=1&fee=0.8"
	b.section.Changed()
	b.pass(restWait / 2)
	if b.waits(Tornado) {
		t.Error("it asks while the picture moves")
	}
	b.pass(restWait / 2)
	if got := b.take(Tornado).request.Query; got != "v=1&fee=0.8" {
		t.Errorf("it asks about %s", got)
	}
	// Out of sight nothing is asked.
	b.section.Near(Tornado, false)
	b.query = "v=1&fee=0.9"
	b.section.Changed()
	b.pass(1000)
	if b.waits(Tornado) {
		t.Error("it asks what nobody sees")
	}
}

// The last question counts: an answer to a former one is dropped.
func TestLaterQuestionWins(t *testing.T) {
	b := newBrowser(t, testLink)
	c := b.card(BreakEven)
	c.Choose("input", "rebound")
	first := b.take(BreakEven)
	c.Choose("input", "base_fee_nanofil")
	second := b.take(BreakEven)
	second.answer(t, State{Job: 2, Of: 1})
	first.answer(t, State{Job: 1, Of: 1})
	if got := b.take("drop").request.Job; got != 1 {
		t.Errorf("job %d is dropped", got)
	}
	if got := b.take("step").request.Job; got != 2 {
		t.Errorf("job %d goes on", got)
	}
	if second.request.Input != "base_fee_nanofil" || second.request.Width != 760 ||
		*second.request.Typed.Target != "1" {
		t.Errorf("it asks %+v", second.request)
	}
}

// Slices of work grow while they are short and shrink when they are long; how far it is shows only when that takes a
// while.
func TestProgress(t *testing.T) {
	b := newBrowser(t, testLink)
	c := b.card(Ensemble)
	c.Submit()
	b.take(Ensemble).answer(t, State{Job: 3, Of: 100})
	for _, s := range []struct {
		took MS
		n    int // of the next step
	}{{5, 2}, {5, 4}, {20, 4}, {40, 2}, {200, 1}, {160, 1}} {
		if c.Working && b.now < unveilWait {
			t.Error("a bar flickers")
		}
		step := b.take("step")
		b.pass(s.took)
		step.answer(t, State{Job: 3, Done: int(b.now / 5), Of: 100})
		if got := b.asked[len(b.asked)-1].request.N; got != s.n {
			t.Errorf("after %v ms the next step has %d units, want %d", s.took, got, s.n)
		}
	}
	if !c.Working || c.Progress != 0.86 || c.Done != "86 of 100" {
		t.Errorf("working %v, %v done, says %q", c.Working, c.Progress, c.Done)
	}
	c.Cancel()
	if c.Working || c.Busy || c.Note != "Cancelled after 86 %." || !c.Seen || b.focus != "ensemble [type=submit]" {
		t.Errorf("it says %q, the focus goes to %q", c.Note, b.focus)
	}
	if got := b.take("drop").request.Job; got != 3 {
		t.Errorf("job %d is dropped", got)
	}
	before := c.Answer
	b.take("step").answer(t, State{Job: 3, Done: 100, Of: 100, Answer: &Answer{}})
	if c.Answer != before {
		t.Error("work that was given up answers")
	}
}

// What is said of an answer's age is true; work for another picture is given up.
func TestAge(t *testing.T) {
	b := newBrowser(t, testLink)
	c := b.card(Ensemble)
	w := b.section.Words
	c.Submit()
	b.finish(Ensemble, 1, &Answer{Said: []string{"40 runs"}, Seeded: testLink + "&runs=40&seed=7"})
	if c.Stale != "" || c.Note != "40 runs" || c.Seen || c.Go != w.StartAgain {
		t.Errorf("stale %q, told %q, the button says %q", c.Stale, c.Note, c.Go)
	}
	if len(b.opened) != 1 || b.query != testLink+"&runs=40&seed=7" {
		t.Errorf("the link becomes %s", b.query)
	}
	c.Choose("seed", "9")
	if c.Stale != w.StaleForm {
		t.Errorf("after another seed it says %q", c.Stale)
	}
	b.query = "v=1&fee=0.7"
	b.section.Changed()
	if c.Stale != w.Stale {
		t.Errorf("after another fee it says %q", c.Stale)
	}
	b.query = testLink
	c.Choose("seed", "1")
	if c.Stale != "" {
		t.Errorf("back where it was it says %q", c.Stale)
	}
	c.Submit()
	b.take(Ensemble).answer(t, State{Job: 2, Of: 10})
	b.query = "v=1&fee=0.8"
	b.section.Changed()
	if c.Busy || !strings.Contains(c.Note, "stopped after 0 %") {
		t.Errorf("busy %v, says %q", c.Busy, c.Note)
	}
	// By itself the tornado says that it has not been answered.
	b.card(Tornado).Submit()
	b.card(Tornado).Cancel()
	if got := b.card(Tornado).Stale; got != w.Unanswered || b.focus != "tornado .again" {
		t.Errorf("the tornado says %q, the focus goes to %q", got, b.focus)
	}
}

// A refusal takes the answer away, says why, and is not asked for again by itself.
func TestRefusal(t *testing.T) {
	b := newBrowser(t, testLink)
	c := b.card(BreakEven)
	c.Choose("input", "rebound")
	b.finish(BreakEven, 1, &Answer{Marks: []Mark{{Chart: "hero"}}})
	if len(b.marks) != 1 || !b.wanted {
		t.Errorf("marks %v, wanted %v", b.marks, b.wanted)
	}
	c.Choose("target", "lots")
	b.take(BreakEven).fail("no number")
	if c.Answer != nil || c.Error != "That could not be answered: no number" || b.marks != nil || c.Busy {
		t.Errorf("answer %v, says %q, marks %v", c.Answer, c.Error, b.marks)
	}
	b.section.Near(BreakEven, true)
	b.pass(1000)
	if b.waits(BreakEven) {
		t.Error("it asks again what was refused")
	}
	if n := b.section.Counts(); n.Refused[BreakEven] != 1 || n.Explored[BreakEven] != 1 {
		t.Errorf("%+v", n)
	}
	c.Choose("target", "2")
	if c.Error != "" || !c.Busy {
		t.Errorf("asked again it says %q", c.Error)
	}
}

// An ensemble answers for each of its rates without running again.
func TestOtherRate(t *testing.T) {
	b := newBrowser(t, testLink)
	c := b.card(Ensemble)
	c.Submit()
	shown := func(rate int) *Answer {
		return &Answer{Said: []string{"runs"}, Shown: &Shown{Rates: []string{"a", "b"}, Rate: rate}}
	}
	b.finish(Ensemble, 5, shown(1))
	c.ShowRate(2)
	step := b.take("step")
	if step.request.Job != 5 || step.request.Rate != 2 {
		t.Errorf("it asks %+v", step.request)
	}
	step.answer(t, State{Job: 5})
	b.take("step").answer(t, State{Job: 5, Answer: shown(2)})
	if c.Answer.Shown.Rate != 2 || b.waits(Ensemble) {
		t.Errorf("it shows %+v", c.Answer.Shown)
	}
}

// What takes long is told to be of another picture once that has changed. While it has never come to an answer, it
// begins again by itself, but not what the reader has ended.
func TestLongQuestionsBeginOnce(t *testing.T) {
	b := newBrowser(t, testLink)
	b.section.Near(Ensemble, true)
	b.pass(restWait)
	b.take(Ensemble)
	b.query = "v=1&fee=0.6"
	b.section.Changed()
	b.pass(restWait)
	if !b.waits(Ensemble) {
		t.Fatal("overtaken before it had an answer, it does not begin again")
	}
	b.finish(Ensemble, 2, &Answer{Said: []string{"Half of them."}})
	b.query = "v=1&fee=0.7"
	b.section.Changed()
	b.pass(1000)
	c := b.card(Ensemble)
	if b.waits(Ensemble) || c.Stale != b.section.Words.Stale || c.Answer == nil {
		t.Errorf("of another picture it says %q", c.Stale)
	}
	b.section.Near(Compare, true)
	b.pass(restWait)
	b.take(Compare)
	b.card(Compare).Cancel()
	b.section.Near(Compare, false)
	b.section.Near(Compare, true)
	b.pass(1000)
	if b.waits(Compare) {
		t.Error("what the reader has ended begins again")
	}
}
