//go:build js && wasm

// Command engine is the program in the background of the page: it makes what leaves the page, in a Web
// Worker that starts when it is first needed. engine.js is its other half.
package main

import (
	"fmt"
	"syscall/js"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/web/engine"
)

func main() {
	host := js.Global().Get("engine")
	e, err := engine.New(func(name string) ([]byte, error) { return load(host, name) })
	if err != nil {
		panic(fmt.Sprintf("gasburden: %v", err))
	}
	// call(name, request JSON, done(error or null, bytes)): the answer comes later.
	host.Set("call", js.FuncOf(func(_ js.Value, args []js.Value) any {
		name, request, done := args[0].String(), args[1].String(), args[2]
		go func() {
			data, err := answer(e, name, []byte(request))
			if err != nil {
				done.Invoke(err.Error(), js.Null())
				return
			}
			bytes := js.Global().Get("Uint8Array").New(len(data))
			js.CopyBytesToJS(bytes, data)
			done.Invoke(js.Null(), bytes)
		}()
		return nil
	}))
	host.Call("ready")
	select {}
}

// answer turns a panic into an error: one question that cannot be answered must not end the program.
func answer(e *engine.Engine, name string, request []byte) (data []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("engine: %v", r)
		}
	}()
	return e.Answer(name, request)
}

// load asks the page for a file of the site and waits for it.
func load(host js.Value, name string) ([]byte, error) {
	type outcome struct {
		data []byte
		err  error
	}
	done := make(chan outcome, 1)
	got := js.FuncOf(func(_ js.Value, args []js.Value) any {
		if args[0].Type() == js.TypeString {
			done <- outcome{err: fault.Said(args[0].String())}
			return nil
		}
		data := make([]byte, args[1].Length())
		js.CopyBytesToGo(data, args[1])
		done <- outcome{data: data}
		return nil
	})
	defer got.Release()
	host.Call("load", name, got)
	out := <-done
	return out.data, out.err
}
