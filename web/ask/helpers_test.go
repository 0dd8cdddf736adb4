package ask

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// browser is a page and an engine that tests turn by hand.
type browser struct {
	t       *testing.T
	section *Section

	query  string
	of     *assumption.Scenario // on show
	by     string
	now    MS
	timers []*timer
	asked  []*asking
	opened []string
	marks  []Mark
	wanted bool
	see    string
	focus  string
	rests  int
}

type timer struct {
	at MS
	do func()
}

// asking is a question that waits for its answer.
type asking struct {
	name    string
	request Request
	done    func([]byte, error)
}

// newBrowser is a page with the section in sight of nothing.
func newBrowser(t *testing.T, query string) *browser {
	b := &browser{t: t, query: query, by: "netflow"}
	b.section = NewSection(b, EnglishWords(), words.English())
	b.section.Show()
	return b
}

func (b *browser) Picture() Picture { return Picture{Query: b.query} }
func (b *browser) View() View {
	return View{By: b.by, Language: "en", Pinned: []string{"", "v=1&fee=9&by=outflow"}, Middle: "2024-07-15",
		Base: "https://x.org/", Scenario: b.of}
}
func (b *browser) Ask(name string, request Request, done func([]byte, error)) {
	b.asked = append(b.asked, &asking{name, request, done})
}
func (b *browser) After(wait MS, do func()) func() {
	one := &timer{b.now + wait, do}
	b.timers = append(b.timers, one)
	return func() { one.do = nil }
}
func (b *browser) Now() MS { return b.now }
func (b *browser) Open(query string) {
	b.opened, b.query = append(b.opened, query), query
	b.section.Changed()
}
func (b *browser) Width(string) int           { return 900 }
func (b *browser) Mark(m []Mark, wanted bool) { b.marks, b.wanted = m, wanted }
func (b *browser) See() string                { return b.see }
func (b *browser) Focus(q, selector string)   { b.focus = q + " " + selector }
func (b *browser) Settle()                    { b.rests++ }

// pass lets time go by.
func (b *browser) pass(wait MS) {
	b.now += wait
	for _, one := range slices.Clone(b.timers) {
		if do := one.do; do != nil && one.at <= b.now {
			one.do = nil
			do()
		}
	}
}

// take is the oldest question of a name, which waits no more.
func (b *browser) take(name string) *asking {
	b.t.Helper()
	i := slices.IndexFunc(b.asked, func(a *asking) bool { return a.name == name })
	if i < 0 {
		b.t.Fatalf("nothing asks %s", name)
	}
	out := b.asked[i]
	b.asked = slices.Delete(b.asked, i, i+1)
	return out
}

// waits reports whether a question of a name waits.
func (b *browser) waits(name string) bool {
	return slices.ContainsFunc(b.asked, func(a *asking) bool { return a.name == name })
}

func (a *asking) answer(t *testing.T, v any) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	a.done(data, nil)
}

func (a *asking) fail(text string) { a.done(nil, errors.New(text)) }

// finish answers a question that was asked: it begins as a job, and ends with the first step.
func (b *browser) finish(name string, job int, answer *Answer) *asking {
	b.t.Helper()
	begun := b.take(name)
	begun.answer(b.t, State{Job: job, Of: 10, Rates: []string{"30 %", "75 %", "90 %"}})
	b.take("step").answer(b.t, State{Job: job, Done: 10, Of: 10, Answer: answer})
	return begun
}

func (b *browser) card(name string) *Card { return b.section.card(name) }
