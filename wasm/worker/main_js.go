//go:build js && wasm

// Command worker is the Go half of the optional Cloudflare Worker: it answers links with cards, tables and
// previews. entry.mjs, beside it, routes, caches and draws PNGs. One instance answers many requests: it
// never waits for anything, so every request is done before the next one starts.
package main

import (
	"runtime/debug"
	"syscall/js"

	"github.com/gasburden/gasburden/web/words"
	"github.com/syumai/workers"
)

func main() {
	// Rarer collections: an answer leaves some megabytes behind, and an isolate has 128.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(64 << 20)
	h, err := newHandler(words.EnglishWorker(), words.ChineseWorker())
	if err != nil {
		panic("worker: " + err.Error())
	}
	// learn(name, bytes or null) hands over a file of the site.
	js.Global().Get("context").Get("binding").Set("learn", js.FuncOf(func(_ js.Value, args []js.Value) any {
		var data []byte
		if !args[1].IsNull() {
			data = make([]byte, args[1].Length())
			js.CopyBytesToGo(data, args[1])
		}
		h.learn(args[0].String(), data)
		return nil
	}))
	workers.ServeNonBlock(withFaults(h))
	workers.Ready()
	select {}
}
