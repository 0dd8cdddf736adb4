package ask

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/words"
)

// A Card is one question: its form, the work under way, and the last answer.
type Card struct {
	Name       string
	Title, Say string
	Go         string // on the button that starts the work; "" where it starts by itself
	Fields     []*Field

	Busy     bool    // the answer is on its way
	Working  bool    // and that takes so long that the reader sees how far it is
	Progress float64 // of 1
	Done     string  // the same in words
	Stale    string  // what has changed since the answer was asked for
	Error    string  // why there is none
	Note     string  // what is told of the work
	Seen     bool    // the note is not only for those who hear the page
	Answer   *Answer // nil for none
	Whole    bool    // a folded table shows all of its rows

	// How often form and answer have changed, for whoever renders them.
	FormVersion, AnswerVersion int

	section *Section
	near    bool
	picked  bool // the reader has chosen the figure
	owed    bool // the reader asked for the answer to come, and shall hear of it
	begun   bool // something was asked: by itself only the first time, if manual

	turn     int       // how often something was asked
	about    *question // that the last outcome is about
	asking   *question // that the work under way is about
	running  int       // job of the work under way
	kept     int       // job that can go on
	wake     func()    // stops the wait for the picture to rest
	unveil   func()    // stops the wait for the work to be long
	progress State
	reported MS // when the reader last saw how far the work is

	// A target is of a unit: each has its own, and the engine begins that of a unit that has none yet.
	targets    map[string]string
	targetUnit string
	begins     bool

	inputs []explore.Input // that a break-even can vary; nil until the scenario is known
}

// A question is a picture, a form, and the whole request.
type question struct {
	picture, form string
	request       Request
	at            string // the picture when it was asked: after a change of language another one than it is about
	started       MS
}

const (
	restWait   = MS(400) // after a change of the picture, before a visible answer is asked for again
	unveilWait = MS(250) // what is done by then needs no bar, which would only flicker
	reportWait = MS(150) // between two reports of how far the work is
	slice      = MS(30)  // of work between two looks at other questions
)

// manual reports whether the work starts again only when the reader says so: where it is long, or needs a second link.
func (c *Card) manual() bool { return c.Name == Ensemble || c.Name == Compare }

// shown says that something of the card has changed, other than its form and its answer.
func (c *Card) shown() { c.section.Version++ }

func (c *Card) formed() {
	c.FormVersion++
	c.section.Version++
}

func (c *Card) answered() {
	c.AnswerVersion++
	c.section.Version++
}

// say gives the card its words in the section's language, with the fields as they are.
func (c *Card) say() {
	w := c.section.Words
	text := w.Card[c.Name]
	former := c.Fields
	c.Title, c.Say, c.Fields = text.Title, text.Say, fieldsOf(c.Name, w, c.section.page)
	for i, f := range former {
		c.Fields[i].Value, c.Fields[i].Hidden = f.Value, f.Hidden
		if f.Name == "rate" { // those of the picture stay until the next answer
			c.Fields[i].Groups[0].Options = append(c.Fields[i].Groups[0].Options, f.Groups[0].Options[1:]...)
		}
	}
	switch c.Name {
	case Compare:
		c.Go = w.Compare
	case Ensemble:
		c.Go = w.Start
	}
	c.formed()
}

// fit lets the form follow the picture and itself: its figure that of the headline until the reader has chosen one, a
// day where the figure has one, a target of the figure's unit.
func (c *Card) fit() {
	figure := c.field("figure")
	if figure == nil {
		return
	}
	view := c.section.host.View()
	changed := c.offerInputs(view.Scenario)
	set := func(to *string, text string) { changed = changed || *to != text; *to = text }
	if !c.picked {
		set(&figure.Value, MonthFigure(view.By, c.Name != BreakEven)) // blocks fill with gas as things are
	}
	chosen, on := c.figure(), c.field("on")
	changed = changed || on.Hidden == chosen.OnDay
	on.Hidden = !chosen.OnDay
	if on.Value == "" {
		set(&on.Value, view.Middle)
	}
	if target := c.field("target"); target != nil {
		set(&target.Label, targetLabel(c.section.Words, chosen.Unit))
		if chosen.Unit != c.targetUnit {
			c.retarget(target, chosen.Unit)
			changed = true
		}
	}
	if changed {
		c.formed()
	}
}

func (c *Card) retarget(target *Field, unit string) {
	if c.targetUnit != "" {
		if !c.begins {
			c.targets[c.targetUnit] = target.Value
		}
		text, known := c.targets[unit]
		if c.begins = !known; known {
			target.Value = text
		}
		c.understand(target)
	}
	c.targetUnit = unit
}

// begin takes the target that the engine chose.
func (c *Card) begin(v float64) {
	c.begins = false
	target := c.field("target")
	if strings.HasPrefix(c.targetUnit, "share") {
		v, _ = strconv.ParseFloat(numbers.Scientific(100*v, 1), 64)
	}
	target.Value = numbers.Places(v, -1)
	c.formed()
	c.understand(target)
	if c.about != nil {
		c.about.form = c.question().form
	}
}

// asked is what the form says.
func (c *Card) asked() Question {
	var q Question
	if f := c.figure(); f.Name != "" {
		q.Figure = f.Name
		if f.OnDay {
			q.On = c.value("on")
		}
		q.Rate, _ = strconv.Atoi(c.value("rate"))
	}
	text := func(name string) *string {
		v := c.value(name)
		return &v
	}
	switch c.Name {
	case BreakEven:
		q.Input, q.Typed.Target, q.Begins = c.value("input"), text("target"), c.begins
	case Ensemble:
		q.Typed = Typed{Runs: text("runs"), Seed: text("seed"), Block: text("block")}
	case Compare:
		q.AgainstPreset, q.Against = c.value("preset"), strings.TrimSpace(c.value("against"))
	}
	return q
}

func (c *Card) question() *question {
	picture, form := c.section.picture(), c.asked()
	key := keyOf(picture)
	out := &question{picture: key, at: key, form: jsonOf(form), request: Request{Picture: picture, Question: form}}
	switch c.Name {
	case BreakEven:
		out.request.Width = min(760, c.section.host.Width(c.Name))
	case Compare:
		out.request.Page = c.section.host.View().Base
	}
	return out
}

// keyOf tells pictures apart that are not of the same scenario and figures.
func keyOf(p Picture) string {
	p.Query = withoutView(p.Query)
	return jsonOf(p)
}

func jsonOf(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic("ask: " + err.Error()) // it is made of texts and whole numbers
	}
	return string(data)
}

// due reports whether the last outcome is of another question than that which picture and form ask by now.
func (c *Card) due() bool {
	now := c.question()
	return c.about == nil || c.about.picture != now.picture || c.about.form != now.form
}

// soon asks by itself, once the picture rests, what is in sight and needs no reader to start it.
func (c *Card) soon() {
	stop(&c.wake)
	wanted := func() bool { return c.near && c.due() && !(c.manual() && c.begun) }
	if !wanted() {
		return
	}
	c.wake = c.section.host.After(restWait, func() {
		c.wake = nil
		if wanted() {
			c.run(nil, false)
		}
	})
}

func (c *Card) changed() {
	c.fit()
	if !c.manual() {
		c.soon()
		return
	}
	c.aged("")
	if c.asking != nil && c.asking.at != keyOf(c.section.picture()) {
		c.begun = c.owed                    // what nobody has asked for begins again
		c.cancel(c.section.Words.Overtaken) // it would answer what nobody asks any more
	}
	c.soon()
}

// aged says what has changed since the answer on show was asked for, or something else where nothing has.
func (c *Card) aged(otherwise string) {
	text := otherwise
	if c.about != nil && c.Answer != nil {
		switch now := c.question(); {
		case now.picture != c.about.picture:
			text = c.section.Words.Stale
		case now.form != c.about.form:
			text = c.section.Words.StaleForm
		}
	}
	if text != c.Stale {
		c.Stale = text
		c.shown()
	}
}

// tell gives the note a text: what is seen nowhere else, or the answer's first sentence for those who hear the page.
func (c *Card) tell(text string, seen bool) {
	c.Note, c.Seen = text, seen
	c.shown()
}

func (c *Card) tellAnswer() {
	text := c.Answer.Refused
	if len(c.Answer.Said) > 0 {
		text = c.Answer.Said[0]
	}
	c.tell(text, false)
}

// shownRate is the number of the FIL+ rate that the answer is of, 0 where it is of none.
func (c *Card) shownRate() int {
	if c.Answer == nil || c.Answer.Shown == nil {
		return 0
	}
	return c.Answer.Shown.Rate
}

// share is the part of the work that is done.
func share(s State) float64 {
	if s.Of == 0 {
		return 0
	}
	return float64(s.Done) / float64(s.Of)
}

// report says how far the work is.
func (c *Card) report() {
	w, p := c.section.Words, c.progress
	c.reported = c.section.host.Now()
	seconds, left := float64(c.section.host.Now()-c.asking.started)/1e3, 0.0
	if p.Done > 0 {
		left = math.Ceil(seconds / float64(p.Done) * float64(p.Of-p.Done))
	}
	text := w.Working
	if seconds > 1 && left > 0 {
		text = w.WorkingLeft
	}
	c.Done = words.Fill(text, "done", strconv.Itoa(p.Done), "of", strconv.Itoa(p.Of), "left", numbers.Places(left, 0))
	c.shown()
}

// mark puts the lines of the answer on the page's own charts, or takes those of the last one away.
func (c *Card) mark() {
	if c.Name != BreakEven {
		return
	}
	var marks []Mark
	if c.Answer != nil {
		marks = c.Answer.Marks
	}
	c.section.host.Mark(marks, c.section.Marked())
}

func stop(wait *func()) {
	if *wait != nil {
		(*wait)()
		*wait = nil
	}
}
