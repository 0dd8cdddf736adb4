//go:build js && wasm

package main

import (
	"errors"
	"fmt"
	"syscall/js"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web"
	"github.com/vugu/vugu"
)

// loader fetches the snapshots that are not embedded.
type loader struct {
	host   js.Value
	env    vugu.EventEnv
	page   *web.Page
	inputs func(*assets.Pack) (*sim.Inputs, error)
	packs  map[string]*assets.Pack // loaded so far
}

// load brings a snapshot to the page. It returns at once; it is called by an event's handler.
func (l *loader) load(name string) {
	if pack, ok := l.packs[name]; ok {
		l.arrived(pack)
		return
	}
	go func() {
		pack, err := l.fetch(name)
		l.env.Lock()
		defer l.env.UnlockRender()
		if err != nil {
			l.page.LoadFailed(name, err)
			return
		}
		l.packs[name] = pack
		l.arrived(pack)
	}()
}

// arrived hands a pack to the page.
func (l *loader) arrived(pack *assets.Pack) {
	in, err := l.inputs(pack)
	if err != nil {
		l.page.LoadFailed(pack.Snapshot.Name, err)
		return
	}
	l.page.Loaded(in)
}

// fetch downloads and decodes a pack.
func (l *loader) fetch(name string) (*assets.Pack, error) {
	address := "data/" + name + ".json"
	if build := l.host.Get("build"); build.Truthy() {
		address += "?v=" + build.String()
	}
	response, err := await(js.Global().Call("fetch", address))
	if err != nil {
		js.Global().Get("console").Call("warn", err.Error()) // the browser's own words are for those who look there
		return nil, errors.New(l.page.Text.NoConnection)
	}
	if !response.Get("ok").Bool() {
		return nil, fmt.Errorf("the server answered %d", response.Get("status").Int())
	}
	buffer, err := await(response.Call("arrayBuffer"))
	if err != nil {
		return nil, err
	}
	bytes := js.Global().Get("Uint8Array").New(buffer)
	data := make([]byte, bytes.Length())
	js.CopyBytesToGo(data, bytes)
	pack, err := assets.DecodePack(data)
	if err != nil {
		return nil, err
	}
	if pack.Snapshot.Name != name {
		return nil, fmt.Errorf("it holds the network of %s", pack.Snapshot.Name)
	}
	return pack, nil
}

// await blocks the goroutine until a promise settles.
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
	failed := settle(func(v js.Value) outcome { return outcome{err: errors.New(v.Call("toString").String())} })
	defer then.Release()
	defer failed.Release()
	promise.Call("then", then, failed)
	out := <-done
	return out.value, out.err
}
