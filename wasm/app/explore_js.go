//go:build js && wasm

package main

import (
	"encoding/json"
	"maps"
	"syscall/js"
	"time"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/ui"
	"github.com/vugu/vugu"
)

// explorer is the page and the browser around the section of questions: ask.js answers, explore.js does what only a
// browser can.
type explorer struct {
	host    js.Value
	env     vugu.EventEnv
	app     *ui.App
	forget  func() // the link in the address bar: what stands before its fragment may be another scenario
	section *ask.Section
	changed chan struct{} // something of the section may have changed, and nothing else of the page
	opened  bool          // the last thing done has opened another picture
	counted ask.Counts    // that tests were told
}

// newExplorer gives the page its section of questions.
func newExplorer(host js.Value, env vugu.EventEnv, app *ui.App, forget func(), w *ask.Words) *explorer {
	x := &explorer{host: host, env: env, app: app, forget: forget, changed: make(chan struct{}, 1)}
	x.section = ask.NewSection(x, w, app.Page.Text)
	app.Explore = ui.NewExplore(x.section)
	host.Set("showQuestions", x.heard(func([]js.Value) { x.section.Show() }))
	host.Set("nearQuestion", x.heard(func(args []js.Value) { x.section.Near(args[0].String(), args[1].Bool()) }))
	host.Set("unfoldRows", x.heard(func([]js.Value) { x.section.Unfold() }))
	host.Set("explainDay", x.heard(func(args []js.Value) {
		x.section.Explain(args[0].String(), ask.Pointed{Chart: args[1].String(), Curve: args[2].String(),
			Run: args[3].Int()})
	}))
	host.Set("stepsClosed", x.heard(func([]js.Value) { x.section.Dialog.Close() }))
	return x
}

// heard is what explore.js calls.
func (x *explorer) heard(do func(args []js.Value)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		x.do(func() { do(args) })
		return nil
	})
}

// do changes the section, as an event does, and has it rendered where there is something new.
func (x *explorer) do(change func()) {
	x.env.Lock()
	before := x.section.Version
	x.opened = false
	change()
	if x.opened {
		x.env.UnlockRender() // all of the page
		return
	}
	x.env.UnlockOnly()
	if x.section.Version != before {
		x.render()
	}
}

// render has the section rendered with the next frame.
func (x *explorer) render() {
	select {
	case x.changed <- struct{}{}:
	default:
	}
}

// follow tells the section that the picture has changed.
func (x *explorer) follow() { x.do(x.section.Changed) }

func (x *explorer) Picture() ask.Picture {
	r := x.app.Page.Request()
	return ask.Picture{Query: r.Query, Scenario: r.Scenario, Own: r.OwnFile != "", File: r.OwnFile}
}

func (x *explorer) View() ask.View {
	p := x.app.Page
	v := ask.View{By: string(p.Denominator), Language: p.Text.Site.Language, Base: stringOf(x.host.Get("base")),
		Scenario: &p.Scenario, Pinned: p.Request().Pinned, Preset: p.Preset()}
	if hero := x.app.Picture.Charts[0]; hero.Rows > 0 {
		v.Middle = day.Day(hero.Data[int(0.6*float64(hero.Rows))] / 86400).String()
	}
	if js.Global().Get("location").Get("protocol").String() == "file:" {
		v.Site = v.Base
	}
	return v
}

func (x *explorer) Ask(name string, request ask.Request, done func([]byte, error)) {
	data, err := json.Marshal(request)
	if err != nil {
		panic("gasburden: " + err.Error())
	}
	promise := x.host.Call("ask", name, js.Global().Get("JSON").Call("parse", string(data)))
	go func() {
		answer, err := await(promise)
		var bytes []byte
		if err == nil {
			bytes = bytesOf(answer)
		}
		x.do(func() { done(bytes, err) })
	}()
}

func (x *explorer) After(wait ask.MS, do func()) func() {
	stopped := false // it may have come due already, and wait for the lock
	timer := time.AfterFunc(time.Duration(float64(wait)*float64(time.Millisecond)), func() {
		x.do(func() {
			if !stopped {
				do()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}

func (x *explorer) Now() ask.MS { return ask.MS(time.Since(started).Microseconds()) / 1e3 }

var started = time.Now()

func (x *explorer) Open(query string) {
	l := link.Read("#"+query, stringOf(x.host.Get("start")), x.app.Page.Snapshots)
	if !l.Found {
		return
	}
	x.opened = true
	x.app.Page.Settle()
	x.app.Page.TakeAnswer(l)
	x.forget()
}

func (x *explorer) Width(question string) int { return x.host.Call("formWidth", question).Int() }

func (x *explorer) Mark(marks []ask.Mark, wanted bool) {
	data, err := json.Marshal(marks)
	if err != nil {
		panic("gasburden: " + err.Error())
	}
	x.host.Call("putMarks", string(data), wanted)
}

func (x *explorer) See() string { return x.host.Call("seeMark").String() }

func (x *explorer) Settle() { x.app.Page.Settle() }

func (x *explorer) Focus(question, selector string) { x.host.Call("focusIn", question, selector) }

// count tells tests what was shown.
func (x *explorer) count() {
	now := x.section.Counts()
	if now.Explained == x.counted.Explained && maps.Equal(now.Explored, x.counted.Explored) &&
		maps.Equal(now.Refused, x.counted.Refused) {
		return
	}
	x.counted = now
	object := func(counts map[string]int) js.Value {
		out := js.Global().Get("Object").New()
		for question, n := range counts {
			out.Set(question, n)
		}
		return out
	}
	x.host.Set("explored", object(now.Explored))
	x.host.Set("refused", object(now.Refused))
	x.host.Set("explained", now.Explained)
}
