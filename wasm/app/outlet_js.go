//go:build js && wasm

package main

import (
	"errors"
	"syscall/js"

	"github.com/gasburden/gasburden/web"
	"github.com/vugu/vugu"
)

// outlet hands results to share.js: the clipboard and files are the browser's.
type outlet struct {
	host js.Value
	env  vugu.EventEnv
	page *web.Page
}

// told waits for a promise, of the text that was copied or of nothing, and tells the page how it ended.
func (o outlet) told(promise js.Value, outcome, detail string) {
	go func() {
		value, err := await(promise)
		o.env.Lock()
		defer o.env.UnlockRender()
		copied := ""
		if err == nil && value.Type() == js.TypeObject { // {text, error}: made, and perhaps not copied
			copied = text(value.Get("text"))
			if problem := text(value.Get("error")); problem != "" {
				err = errors.New(problem)
			}
		}
		o.page.Told(outcome, detail, copied, err)
	}()
}

func (o outlet) request(of web.Request) js.Value {
	r := js.Global().Get("Object").New()
	r.Set("query", of.Query)
	r.Set("scenario", string(of.Scenario))
	return r
}

func (o outlet) CopyText(what, text string) {
	o.told(o.host.Call("copyText", text), web.ToldCopied, what)
}

func (o outlet) Copy(kind string, of web.Request) {
	o.told(o.host.Call("copy", kind, o.request(of)), web.ToldCopied, kind)
}

func (o outlet) SaveText(name, mediaType, text string) {
	o.told(o.host.Call("save", name, mediaType, text), web.ToldSaved, name)
}

func (o outlet) Save(kind, name string, of web.Request) {
	o.told(o.host.Call("saveMade", kind, name, o.request(of)), web.ToldSaved, name)
}

// longestScenario is far more than any scenario needs: five rates over twenty years, every field a vector.
const longestScenario = 2 << 20

func (o outlet) Read(id string) {
	promise := o.host.Call("readFile", id, longestScenario)
	go func() {
		value, err := await(promise)
		o.env.Lock()
		defer o.env.UnlockRender()
		if err != nil {
			o.page.OpenFile(nil, err)
			return
		}
		if value.IsNull() {
			o.page.OpenFile(nil, errors.New(o.page.Text.Share.FileTooLarge))
			return
		}
		data := make([]byte, value.Length())
		js.CopyBytesToGo(data, value)
		o.page.OpenFile(data, nil)
	}()
}
