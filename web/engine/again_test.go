package engine

import (
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/ask/asktest"
)

// An ensemble that is asked for again in another language goes on where it is, and answers in that language, with the
// same figures and links to the picture in it.
func TestEnsembleGoesOnInAnotherLanguage(t *testing.T) {
	e := explorer(t)
	seed := uint64(7)
	begun := stateOf(t, e, "ensemble", Request{Query: query, Asked: Asked{Runs: 20, Seed: &seed}})
	stateOf(t, e, "step", Request{Asked: Asked{Job: begun.Job, N: 5}})
	chinese := query + "&lang=zh-CN"
	again := stateOf(t, e, "ensemble", Request{Query: chinese, Asked: Asked{Runs: 20, Seed: &seed, Job: begun.Job}})
	if again.Job != begun.Job || again.Done == 0 || again.Done < 5 || len(e.jobs) != 1 {
		t.Fatalf("%+v begins anew after %+v, %d jobs", again, begun, len(e.jobs))
	}
	answer := func(job int) State {
		s := State{}
		for s.Answer == nil {
			s = stateOf(t, e, "step", Request{Asked: Asked{Job: job, N: 100}})
		}
		return s
	}
	said := answer(again.Job)
	if text := asktest.JSON(t, said.Answer.Tables) + said.Answer.Said[0]; !strings.Contains(text, "次") ||
		strings.Contains(text, "median") || !strings.Contains(said.Answer.Seeded, "lang=zh-CN") {
		t.Errorf("%s: %.300s", said.Answer.Seeded, text)
	}
	// And back, once it has answered.
	back := stateOf(t, e, "ensemble", Request{Query: query, Asked: Asked{Runs: 20, Seed: &seed, Job: begun.Job}})
	if back.Job != begun.Job || back.Done != back.Of {
		t.Errorf("%+v begins anew", back)
	}
	english := answer(back.Job)
	if !strings.Contains(english.Answer.Said[0], "half of the runs") ||
		!slices.Equal(asktest.Numbers(t, asktest.Rows(english.Answer)...),
			asktest.Numbers(t, asktest.Rows(said.Answer)...)) {
		t.Errorf("%.300s", english.Answer.Said)
	}
	// Another picture, and other runs, are other work; the former is let go.
	for _, r := range []Request{
		{Query: query + "&rebound=0.5", Asked: Asked{Runs: 20, Seed: &seed, Job: back.Job}},
		{Query: query + "&rebound=0.5", Asked: Asked{Runs: 21, Job: back.Job + 1}},
		{Query: strings.Replace(query, "outflow", "netflow", 1) + "&rebound=0.5",
			Asked: Asked{Runs: 21, Job: back.Job + 2}},
	} {
		if s := stateOf(t, e, "ensemble", r); s.Job == r.Job || s.Done != 0 || len(e.jobs) != 1 {
			t.Errorf("%+v goes on with %+v, %d jobs", r, s, len(e.jobs))
		}
	}
}
