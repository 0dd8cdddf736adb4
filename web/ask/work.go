package ask

import (
	"encoding/json"
	"strconv"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/web/words"
)

// left is what a card was about when the page came to speak another language.
type left struct {
	about *question
	job   int // of an ensemble, which goes on
	rate  int
	owed  bool
}

// run asks what picture and form say or, in another language, what was asked before: work under way goes on. told says
// that the reader asked.
func (c *Card) run(was *left, told bool) {
	host := c.section.host
	c.owed, c.begun = told || c.owed && c.asking != nil, true
	stop(&c.wake)
	stop(&c.unveil)
	c.turn++
	turn := c.turn
	about, job, rate := c.question(), 0, c.shownRate()
	if was != nil {
		copied := *was.about
		copied.at = about.at
		about, job, rate = &copied, was.job, was.rate
		about.request.Query = spoken(about.request.Query, host.View().Language)
		about.request.Job = job
	}
	about.started = host.Now()
	c.drop(&c.running)
	c.drop(&c.kept)
	c.asking, c.progress, c.Progress = about, State{Of: 1}, 0
	c.Error, c.Stale, c.Busy, c.Working = "", "", true, false
	c.tell("", false)
	c.unveil = host.After(unveilWait, func() {
		c.unveil = nil
		c.Working = true
		c.report()
	})
	host.Ask(c.Name, about.request, func(answer []byte, err error) {
		state, err := stateOf(answer, err)
		switch {
		case turn != c.turn:
			c.drop(&state.Job)
			return
		case err != nil:
			c.refused(err)
			return
		}
		c.running = state.Job
		if about.picture == keyOf(host.Picture()) {
			for _, other := range c.section.Cards {
				other.offerRates(state.Rates)
			}
		}
		c.step(turn, 1, rate)
	})
}

// step does n units of the work, and then as many more as fit into a slice.
func (c *Card) step(turn, n, rate int) {
	host := c.section.host
	before, job := host.Now(), c.running
	host.Ask("step", Request{Question: Question{Job: job, N: n, Rate: rate}}, func(answer []byte, err error) {
		state, err := stateOf(answer, err)
		switch {
		case turn != c.turn: // whoever took the turn has dropped the job, or goes on with it
			return
		case err != nil:
			c.refused(err)
			return
		case state.Answer != nil:
			c.finish(state.Answer)
			return
		}
		c.progress = state
		c.Progress = share(state)
		if now := host.Now(); c.Working && now-c.reported >= reportWait {
			c.report()
		}
		switch took := host.Now() - before; {
		case took < slice/2:
			n *= 2
		case took > slice:
			n = max(1, n/2)
		}
		c.step(turn, n, rate)
	})
}

func stateOf(answer []byte, err error) (State, error) {
	var state State
	if err == nil {
		err = json.Unmarshal(answer, &state)
	}
	return state, err
}

// finish shows an answer.
func (c *Card) finish(answer *Answer) {
	about := c.asking
	if c.Name == Ensemble {
		c.kept = c.running
	}
	c.running, c.about = 0, about
	c.ended()
	if answer.Target != nil {
		c.begin(*answer.Target)
	}
	c.put(answer)
	if c.owed {
		c.tellAnswer()
	}
	if c.manual() {
		c.aged("")
	}
	if answer.Seeded != "" && c.owed && about.picture == keyOf(c.section.host.Picture()) {
		c.section.carry(answer.Seeded, drawn...)
	}
	c.section.shownSoFar.Explored[c.Name]++
}

// refused says why there is no answer. To ask again would fail again.
func (c *Card) refused(err error) {
	c.running, c.about = 0, c.asking
	c.ended()
	c.put(nil)
	c.fail(err)
	c.section.shownSoFar.Refused[c.Name]++
}

func (c *Card) fail(err error) {
	c.Error = words.Fill(c.section.Words.AskFailed, "error", err.Error())
	c.shown()
}

// ended is called when the work has come to an end.
func (c *Card) ended() {
	stop(&c.unveil)
	c.asking = nil
	c.Busy, c.Working = false, false
	if c.Name == Ensemble && c.about != nil && c.Go != c.section.Words.StartAgain {
		c.Go = c.section.Words.StartAgain
		c.formed()
	}
	c.shown()
}

func (c *Card) put(answer *Answer) {
	c.Answer = answer
	c.answered()
	c.mark()
}

// Cancel ends the work; the answer before it stays.
func (c *Card) Cancel() {
	c.section.host.Settle()
	again := "[type=submit]"
	if c.cancel(c.section.Words.Cancelled); !c.manual() {
		again = ".again"
	}
	c.section.host.Focus(c.Name, again)
}

func (c *Card) cancel(why string) {
	c.turn++
	c.drop(&c.running)
	stop(&c.unveil)
	c.asking = nil
	c.Busy, c.Working = false, false
	done := words.Fill(c.section.Words.Percent, "n", numbers.Places(100*c.Progress, 0))
	c.tell(words.Fill(why, "done", done), true)
	if c.manual() {
		c.aged("")
		return
	}
	c.aged(c.section.Words.Unanswered) // with the button that asks again
	c.section.host.Mark(nil, c.section.Marked())
}

// drop gives a job up.
func (c *Card) drop(job *int) {
	if *job != 0 {
		c.section.host.Ask("drop", Request{Question: Question{Job: *job}}, func([]byte, error) {})
		*job = 0
	}
}

// ShowRate shows the answer of an ensemble at another FIL+ rate, by its number.
func (c *Card) ShowRate(rate int) {
	c.section.host.Settle()
	if c.kept == 0 || c.Answer == nil || c.Answer.Shown == nil {
		return
	}
	shown := *c.Answer.Shown
	shown.Rate = rate
	chosen := *c.Answer
	chosen.Shown = &shown // as the list stands by now
	c.Answer = &chosen
	c.otherRate(c.turn, rate)
}

func (c *Card) otherRate(turn, rate int) {
	c.section.host.Ask("step", Request{Question: Question{Job: c.kept, N: 1, Rate: rate}},
		func(answer []byte, err error) {
			state, err := stateOf(answer, err)
			switch {
			case turn != c.turn || c.shownRate() != rate:
			case err != nil:
				c.fail(err)
			case state.Answer == nil:
				c.otherRate(turn, rate)
			default:
				c.put(state.Answer)
				c.tellAnswer()
			}
		})
}

// offerRates makes the rates of the picture the choices of the form.
func (c *Card) offerRates(rates []string) {
	f := c.field("rate")
	if f == nil || rates == nil {
		return
	}
	options := f.Groups[0].Options[:1:1]
	for i, rate := range rates {
		options = append(options, Option{strconv.Itoa(i + 1), rate})
	}
	f.Groups = []Options{{Options: options}}
	if n, _ := strconv.Atoi(f.Value); n > len(rates) {
		f.Value = middleRate
	}
	f.Hidden = len(rates) < 2
	c.formed()
}

// leave ends the card in its former language, and resume goes on with what it was about.
func (c *Card) leave() *left {
	stop(&c.wake)
	stop(&c.unveil)
	was := &left{about: c.about, rate: c.shownRate(), owed: c.owed && c.asking != nil}
	if c.asking != nil {
		was.about = c.asking
	}
	if c.Name == Ensemble {
		if was.job = c.running; was.job == 0 {
			was.job = c.kept
		}
	}
	if was.job == 0 {
		c.drop(&c.running)
	}
	c.running, c.kept = 0, 0
	c.turn++
	c.asking, c.about, c.Answer, c.Busy, c.Working = nil, nil, nil, false, false
	c.Error, c.Stale, c.Note = "", "", ""
	c.answered()
	return was
}

func (c *Card) resume(was *left) {
	if was.about == nil {
		return
	}
	if c.manual() {
		c.run(was, was.owed)
	} else {
		c.run(nil, was.owed)
	}
}

// understand shows beside a number field how the engine reads its text, unless that is plain digits.
func (c *Card) understand(f *Field) {
	text := f.Value
	q := Question{Figure: c.figure().Name}
	switch f.Name {
	case "target":
		q.Typed.Target = &text
	case "runs":
		q.Typed.Runs = &text
	case "seed":
		q.Typed.Seed = &text
	case "block":
		q.Typed.Block = &text
	}
	c.section.host.Ask("read", Request{Question: q}, func(answer []byte, err error) {
		var read Read
		if err == nil {
			err = json.Unmarshal(answer, &read)
		}
		if err != nil {
			read = Read{}
		}
		// The card may have other fields by now, in another language.
		if now := c.field(f.Name); now.Value == text && (now.Read != read.Said || now.Refused != read.Refused) {
			now.Read, now.Refused = read.Said, read.Refused
			c.formed()
		}
	})
}

// Type takes what stands in a field while it is typed.
func (c *Card) Type(name, text string) {
	c.section.host.Settle()
	f := c.field(name)
	f.Value = text
	switch {
	case f.Kind == NumberField:
		c.understand(f)
	case name == "against" && c.value("preset") != "":
		c.field("preset").Value = ""
		c.formed()
	}
}

// Choose takes what a field has come to be.
func (c *Card) Choose(name, text string) {
	c.section.host.Settle()
	c.field(name).Value = text
	switch name {
	case "figure":
		c.picked = true
	case "target":
		c.begins = false
	case "preset":
		if text != "" {
			c.field("against").Value = ""
		}
	}
	c.formed()
	if c.Name == BreakEven && c.section.wanted == unsaid {
		c.section.wanted = yes
	}
	c.fit()
	if c.manual() {
		c.aged("")
	} else {
		c.run(nil, true)
	}
}

// Step moves a whole number by one, as a field of that type does, which could not show other text. It reports whether
// it did.
func (c *Card) Step(name string, by int) bool {
	f := c.field(name)
	if f == nil || f.Mode != "numeric" || !isDigits(f.Value) || len(f.Value) > 15 {
		return false
	}
	n, _ := strconv.Atoi(f.Value)
	c.Type(name, strconv.Itoa(max(1, n+by)))
	c.Choose(name, f.Value)
	return true
}

// Submit asks what picture and form say.
func (c *Card) Submit() {
	c.section.host.Settle()
	c.run(nil, true)
}

// Unfold shows all rows of a folded table, or its first ones again.
func (c *Card) Unfold(whole bool) {
	c.section.host.Settle()
	c.Whole = whole
	c.answered()
}
