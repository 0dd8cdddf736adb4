//go:build js && wasm

package main

import (
	"errors"
	"syscall/js"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/vugu/vugu"
)

// figures are the inputs of a snapshot in an edition.
type figures struct {
	snapshot string
	edition  int
}

// loader fetches the figures that are not embedded.
type loader struct {
	host   js.Value
	env    vugu.EventEnv
	page   *page.Page
	ready  bool           // the first picture stands
	last   int            // the edition that is compiled in
	models *assets.Models // of that edition
	past   *assets.Past   // before the packs, nil where it did not come
	inputs map[figures]*assumption.Inputs
	turn   int // how often the page has asked: what it asked for before is no answer to what it asks for now
}

// load brings a snapshot to the page. Before the first picture it waits for it: no other may stand in its place. Later
// it is called by an event's handler, and returns at once.
func (l *loader) load(name string, edition int) {
	l.turn++
	turn := l.turn
	if own := l.page.OwnToLoad(); own != nil {
		l.loadOwn(own, name, edition)
		return
	}
	want := figures{name, edition}
	if in, ok := l.inputs[want]; ok {
		l.page.Loaded(in, edition)
		return
	}
	if !l.ready {
		l.fetch(want, turn)()
		return
	}
	go func() {
		bring := l.fetch(want, turn)
		l.env.Lock()
		defer l.env.UnlockRender()
		bring()
	}()
}

// bring gets the figures of a pinned run, as published: a reader's own are of the page's network only.
func (l *loader) bring(name string, edition int, done func(*assumption.Inputs, error)) {
	want := figures{name, edition}
	if in, ok := l.inputs[want]; ok {
		done(in, nil)
		return
	}
	go func() {
		in, err := shipped.Fetch(l.download, name, edition, l.models, l.last)
		l.env.Lock()
		defer l.env.UnlockRender()
		if err == nil {
			l.inputs[want] = in
		}
		done(in, err)
	}()
}

// fetch waits for figures, and gives what tells the page, if it is still its turn.
func (l *loader) fetch(want figures, turn int) func() {
	in, err := shipped.Fetch(l.download, want.snapshot, want.edition, l.models, l.last)
	return func() {
		if err == nil {
			in.Past = assets.JoinPast(l.past, in.Daily)
			l.inputs[want] = in
		}
		switch {
		case turn != l.turn:
		case err != nil:
			l.page.LoadFailed(want.snapshot, want.edition, err)
		default:
			l.page.Loaded(in, want.edition)
		}
	}
}

// loadOwn brings another snapshot to a page that is based on the reader's own figures.
func (l *loader) loadOwn(own *page.Own, name string, edition int) {
	e := exporter{host: l.host, env: l.env, page: l.page}
	turn := l.turn
	go func() {
		in, of, err := e.refit(own.File, js.Null(), name)
		l.env.Lock()
		defer l.env.UnlockRender()
		if turn != l.turn {
			return
		}
		if err == nil && of.Own != own.Own { // the engine has read another file since
			err = errors.New(l.page.Text.Own.Replaced)
		}
		if err != nil {
			l.page.LoadFailed(name, edition, err)
			return
		}
		l.page.Loaded(in, edition)
	}()
}

// download fetches a file of the site.
func (l *loader) download(name string) ([]byte, error) { return download(l.host, name) }

func download(host js.Value, name string) ([]byte, error) {
	bytes, err := await(host.Call("load", name))
	if err != nil {
		return nil, err
	}
	return bytesOf(bytes), nil
}

// await blocks the goroutine until a promise settles. The error is in the reader's words.
func await(promise js.Value) (js.Value, error) {
	type outcome struct {
		value js.Value
		err   error
	}
	done := make(chan outcome, 1)
	settle := func(wrap func(js.Value) outcome) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any {
			done <- wrap(args[0])
			return nil
		})
	}
	then := settle(func(v js.Value) outcome { return outcome{value: v} })
	failed := settle(func(v js.Value) outcome {
		return outcome{err: errors.New(js.Global().Get("gasburden").Call("explain", v).String())}
	})
	defer then.Release()
	defer failed.Release()
	promise.Call("then", then, failed)
	out := <-done
	return out.value, out.err
}
