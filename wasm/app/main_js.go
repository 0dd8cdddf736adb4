//go:build js && wasm

// Command app is the page: it wires the embedded figures to the components of package ui and
// runs the render loop.
package main

import (
	"fmt"
	"runtime/debug"
	"strings"
	"syscall/js"
	"time"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/ui"
	"github.com/vugu/vugu"
	"github.com/vugu/vugu/domrender"
)

func main() {
	// Half as many collections: a frame that has one takes 5 ms longer.
	debug.SetGCPercent(200)
	pack, err := assets.DefaultPack()
	check(err)
	models, err := assets.GasModels()
	check(err)
	in, err := shipped.Inputs(pack, models)
	check(err)
	editions, err := shipped.Editions()
	check(err)
	host := js.Global().Get("gasburden")
	text, asked, err := spoken(host)
	check(err)
	past, err := shipped.FetchPast(func(name string) ([]byte, error) { return download(host, name) })
	if err != nil { // charts begin with the snapshot's history
		js.Global().Get("console").Call("warn", err.Error())
	}
	in.Past = assets.JoinPast(past, in.Daily)
	shown, err := page.NewPage(text.page, assets.SnapshotNames(), editions, in)
	check(err)
	if asked != "" {
		shown.Language = asked
	}

	renderer, err := domrender.New("#app")
	check(err)
	defer renderer.Release()
	env, err := vugu.NewBuildEnv(renderer.EventEnv())
	check(err)

	last := editions[len(editions)-1].Number
	loaded := loader{host: host, env: renderer.EventEnv(), page: shown, last: last, models: models, past: past,
		inputs: map[figures]*assumption.Inputs{{pack.Snapshot.Name, last}: in}}
	shown.Load, shown.Bring = loaded.load, loaded.bring
	address := newAddress(host, renderer.EventEnv(), shown)
	loaded.ready = true
	host.Set("crashForTest", js.FuncOf(func(js.Value, []js.Value) any {
		panic("crash asked for by a test")
	}))

	// What a term means is asked for where it stands, and is written outside of what the program renders.
	host.Set("term", js.FuncOf(func(_ js.Value, args []js.Value) any { return shown.Explain(stringOf(args[0])) }))

	out := exporter{host: host, env: renderer.EventEnv(), page: shown}
	shown.Exporter = out
	out.offersLink()
	shown.Places = page.Places{Page: stringOf(host.Get("base")), Cards: stringOf(host.Get("cards"))}

	l := loop{env: env, renderer: renderer, screen: ui.NewScreen(), host: host, address: address}
	var section *ask.Section
	if stringOf(js.Global().Get("document").Get("documentElement").Get("dataset").Get("mode")) == "embed" {
		embed := ui.NewEmbed(shown)
		l.app, l.root = embed.App, embed
	} else {
		l.app = ui.NewApp(shown)
		l.root = l.app
		l.explorer = newExplorer(host, renderer.EventEnv(), l.app, func() { address.written = "" }, text.questions)
		section = l.explorer.section
		// The reader drops a file of figures on the page.
		host.Set("dropped", js.FuncOf(func(_ js.Value, args []js.Value) any {
			env := renderer.EventEnv()
			env.Lock()
			defer env.UnlockRender()
			shown.ReadingOwn()
			out.own(args[0])
			return nil
		}))
	}
	address.ends = func() (first, last day.Day) {
		hero := l.app.Picture.Charts[0]
		first = day.Day(hero.Data[0] / 86400)
		if hero.Lead != nil {
			first = hero.Lead.First
		}
		return first, day.Day(hero.Data[hero.Rows-1] / 86400)
	}
	listen(host, renderer.EventEnv(), shown, section)
	check(l.app.Update()) // what the link changed
	l.run()
}

// stringOf is a string of JavaScript, or "" for anything else.
func stringOf(v js.Value) string {
	if v.Type() != js.TypeString {
		return ""
	}
	return v.String()
}

// check stops the program on an error that leaves nothing to show; the loader says so.
func check(err error) {
	if err != nil {
		panic(fmt.Sprintf("gasburden: %v", err))
	}
}

// settleAfter is how long a slider must stand still before the whole page is rendered again.
const settleAfter = 150 * time.Millisecond

// loop renders once per animation frame, however many events came before it.
type loop struct {
	app      *ui.App
	root     vugu.Builder // shows app, or a part of it
	env      *vugu.BuildEnv
	renderer *domrender.JSRenderer
	screen   *ui.Screen
	host     js.Value
	address  *address
	explorer *explorer // nil for an embedded chart
}

func (l loop) run() {
	kick, frame := make(chan struct{}, 1), make(chan struct{}, 1)
	go func() {
		for l.renderer.EventWait() {
			select {
			case kick <- struct{}{}:
			default: // a frame is due already, and will see this event's outcome too
			}
		}
		close(kick)
	}()
	onFrame := js.FuncOf(func(js.Value, []js.Value) any {
		frame <- struct{}{}
		return nil
	})
	defer onFrame.Release()

	timings := js.Global().Get("Array").New()
	l.host.Set("timings", timings) // of the Go work of each frame, milliseconds; read by the benchmark
	l.render()
	l.draw()
	l.host.Call("started")
	l.follow(false)
	settle := time.AfterFunc(time.Hour, func() {
		env := l.renderer.EventEnv()
		env.Lock()
		l.app.Page.Rest()
		env.UnlockRender()
	})
	var explored chan struct{} // none for an embedded chart
	if l.explorer != nil {
		explored = l.explorer.changed
	}
	for moving := false; ; {
		page := false
		select {
		case _, ok := <-kick:
			if !ok {
				return
			}
			page = true
		case <-explored:
		}
		js.Global().Call("requestAnimationFrame", onFrame)
		<-frame
		select {
		case <-kick:
			page = true
		default:
		}
		if !page {
			if !moving { // else it is rendered once the slider rests
				l.render()
			}
			continue
		}
		start := time.Now()
		if now := l.app.Page.Moving(); now != moving {
			moving = now
			l.host.Set("moving", moving)
		}
		if moving {
			check(l.app.Follow(strings.Split(l.host.Call("inSight").String(), ",")))
			l.address.note(true)
			check(l.screen.Follow(l.app))
			settle.Reset(settleAfter)
		} else {
			settle.Stop()
			check(l.app.Update())
			l.address.note(false) // before it is shown whether there is something to undo
			l.render()
		}
		l.draw()
		l.follow(moving)
		if timings.Length() >= 1000 {
			timings.Call("shift")
		}
		timings.Call("push", float64(time.Since(start).Microseconds())/1e3)
	}
}

// follow writes the page's link to the address bar, and tells the section of questions if it has changed.
func (l loop) follow(moving bool) {
	if l.address.follow(moving) && l.explorer != nil {
		l.explorer.follow()
	}
}

func (l loop) draw() {
	check(l.address.draw(func() error { return l.screen.Draw(l.app) }))
}

func (l loop) render() {
	l.screen.TakeFolds(l.app)
	l.host.Call("aside") // nodes that are not the program's
	check(l.renderer.Render(l.env.RunBuild(l.root)))
	l.host.Call("back")
	l.screen.KeepFolds(l.app)
	l.screen.Rendered()
	if l.explorer != nil {
		l.explorer.count()
	}
}
