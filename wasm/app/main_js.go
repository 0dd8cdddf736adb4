//go:build js && wasm

// Command app is the page: it wires the embedded figures to the components of package web and
// runs the render loop.
package main

import (
	"fmt"
	"syscall/js"
	"time"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web"
	"github.com/vugu/vugu"
	"github.com/vugu/vugu/domrender"
)

func main() {
	pack, err := assets.DefaultPack()
	check(err)
	models, err := assets.GasModels()
	check(err)
	inputs := func(p *assets.Pack) (*sim.Inputs, error) {
		fitted, err := models.For(p.Snapshot.Name)
		if err != nil {
			return nil, err
		}
		return &sim.Inputs{Snapshot: p.Snapshot, Daily: p.Daily, Regime: &models.Regime, Scaling: &fitted.Scaling, Onboarding: &fitted.Onboarding}, nil
	}
	in, err := inputs(pack)
	check(err)
	page, err := web.NewPage(web.English(), assets.SnapshotNames(), in)
	check(err)

	renderer, err := domrender.New("#app")
	check(err)
	defer renderer.Release()
	env, err := vugu.NewBuildEnv(renderer.EventEnv())
	check(err)

	host := js.Global().Get("gasburden")
	loaded := loader{host: host, env: renderer.EventEnv(), page: page, inputs: inputs, packs: map[string]*assets.Pack{pack.Snapshot.Name: pack}}
	page.Load = loaded.load
	host.Set("crashForTest", js.FuncOf(func(js.Value, []js.Value) any {
		panic("crash asked for by a test")
	}))

	loop{app: web.NewApp(page), env: env, renderer: renderer, screen: web.NewScreen(), host: host}.run()
}

// check stops the program on an error that leaves nothing to show; the loader says so.
func check(err error) {
	if err != nil {
		panic(fmt.Sprintf("gasburden: %v", err))
	}
}

// restAfter is how long a slider must stand still before the whole page is rendered again.
const restAfter = 150 * time.Millisecond

// loop renders once per animation frame, however many events came before it.
type loop struct {
	app      *web.App
	env      *vugu.BuildEnv
	renderer *domrender.JSRenderer
	screen   *web.Screen
	host     js.Value
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
	check(l.screen.Draw(l.app))
	l.host.Set("ready", true)
	rest := time.AfterFunc(time.Hour, func() {
		env := l.renderer.EventEnv()
		env.Lock()
		l.app.Page.Rest()
		env.UnlockRender()
	})
	for range kick {
		js.Global().Call("requestAnimationFrame", onFrame)
		<-frame
		select {
		case <-kick:
		default:
		}
		start := time.Now()
		moving := l.app.Page.Moving()
		check(l.app.Update())
		if moving {
			l.screen.Follow(l.app)
			rest.Reset(restAfter)
		} else {
			rest.Stop()
			l.render()
		}
		check(l.screen.Draw(l.app))
		if timings.Length() >= 1000 {
			timings.Call("shift")
		}
		timings.Call("push", float64(time.Since(start).Microseconds())/1e3)
	}
}

func (l loop) render() {
	check(l.renderer.Render(l.env.RunBuild(l.app)))
}
