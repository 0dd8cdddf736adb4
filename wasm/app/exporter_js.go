//go:build js && wasm

package main

import (
	"encoding/json"
	"errors"
	"syscall/js"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/vugu/vugu"
)

// exporter hands results to share.js: the clipboard and files are the browser's.
type exporter struct {
	host js.Value
	env  vugu.EventEnv
	page *page.Page
}

// told waits for a promise, of the text that was copied or of nothing, and tells the page how it ended.
func (e exporter) told(promise js.Value, outcome, detail string) {
	go func() {
		value, err := await(promise)
		e.env.Lock()
		defer e.env.UnlockRender()
		copied := ""
		if err == nil && value.Type() == js.TypeObject { // {text, error}: made, and perhaps not copied
			copied = stringOf(value.Get("text"))
			if problem := stringOf(value.Get("error")); problem != "" {
				err = errors.New(problem)
			}
		}
		e.page.Told(outcome, detail, copied, err)
	}()
}

// offersLink lets the button in the head of the page copy the link.
func (e exporter) offersLink() {
	e.host.Set("copyLink", js.FuncOf(func(js.Value, []js.Value) any {
		e.env.Lock()
		defer e.env.UnlockRender()
		e.page.CopyLink()
		return nil
	}))
}

// requestObject is a request as share.js takes it.
func requestObject(of page.Request) js.Value {
	r := js.Global().Get("Object").New()
	r.Set("query", of.Query)
	r.Set("scenario", string(of.Scenario))
	r.Set("ownFile", of.OwnFile)
	r.Set("pinned", arrayOf(of.Pinned))
	r.Set("said", arrayOf(of.Said))
	r.Set("network", of.Network)
	return r
}

func arrayOf(texts []string) js.Value {
	array := js.Global().Get("Array").New()
	for _, text := range texts {
		array.Call("push", text)
	}
	return array
}

func (e exporter) CopyText(what, text string) {
	e.told(e.host.Call("copyText", text), page.ToldCopied, what)
}

func (e exporter) Copy(kind string, of page.Request) {
	e.told(e.host.Call("copy", kind, requestObject(of)), page.ToldCopied, kind)
}

func (e exporter) SaveText(name, mediaType, text string) {
	e.told(e.host.Call("save", name, mediaType, text), page.ToldSaved, name)
}

func (e exporter) Save(kind, name string, of page.Request) {
	e.told(e.host.Call("saveMade", kind, name, requestObject(of)), page.ToldSaved, name)
}

// longestScenario is far more than any scenario needs: five rates over twenty years, every field a vector.
const longestScenario = 2 << 20

func (e exporter) Read(id string) {
	promise := e.host.Call("readText", id, longestScenario)
	go func() {
		overrides, err := e.parsed(promise)
		e.env.Lock()
		defer e.env.UnlockRender()
		e.page.OpenFile(overrides, err)
	}()
}

// parsed asks the engine what a scenario file says; it knows where the file is wrong.
func (e exporter) parsed(promise js.Value) (overrides assumption.Overrides, err error) {
	file, err := await(promise)
	if err != nil {
		return nil, err
	}
	text := file.Get("text")
	if text.IsNull() {
		return nil, errors.New(e.page.Text.Share.FileTooLarge)
	}
	request := js.Global().Get("Object").New()
	request.Set("text", text)
	answer, err := await(e.host.Call("ask", "scenario", request))
	if err != nil {
		return nil, err
	}
	return overrides, json.Unmarshal(bytesOf(answer), &overrides)
}

// bytesOf copies an array of JavaScript.
func bytesOf(value js.Value) []byte {
	data := make([]byte, value.Length())
	js.CopyBytesToGo(data, value)
	return data
}

// longestOwn is the engine's limit too.
const longestOwn = 8 << 20

func (e exporter) ReadOwn(id string) { e.own(e.host.Call("readText", id, longestOwn)) }

// own takes up a reader's figures: a promise of {name, text}, text null where there is too much of it.
func (e exporter) own(promise js.Value) {
	snapshot := e.page.SnapshotName()
	go func() {
		file, err := await(promise)
		var name string
		if err == nil {
			if name = stringOf(file.Get("name")); file.Get("text").IsNull() {
				err = errors.New(e.page.Text.Own.TooLarge)
			}
		}
		if err != nil {
			e.env.Lock()
			defer e.env.UnlockRender()
			e.page.OwnFailed(err)
			return
		}
		in, own, err := e.refit(name, file.Get("text"), snapshot)
		e.env.Lock()
		defer e.env.UnlockRender()
		if err == nil && snapshot != e.page.SnapshotName() {
			err = errors.New(e.page.Text.Own.Moved)
		}
		if err == nil {
			err = e.page.UseOwn(in, own)
		}
		if err != nil {
			e.page.OwnFailed(err)
			return
		}
		e.page.OwnBusy = false
	}()
}

// refit asks the engine what follows from a reader's figures; without a text, from those that it has.
func (e exporter) refit(name string, csv js.Value, snapshot string) (*assumption.Inputs, *page.Own, error) {
	request := js.Global().Get("Object").New()
	request.Set("file", name)
	request.Set("snapshot", snapshot)
	if csv.Type() == js.TypeString {
		request.Set("csv", csv)
	} else {
		query, _ := e.page.Link() // which names the file
		request.Set("own", true)
		request.Set("query", query)
	}
	answer, err := await(e.host.Call("ask", "own", request))
	if err != nil {
		return nil, nil, err
	}
	var own struct {
		First  string          `json:"first"`
		Last   string          `json:"last"`
		Days   int             `json:"days"`
		Hash   string          `json:"hash"`
		Pack   json.RawMessage `json:"pack"`
		Models json.RawMessage `json:"models"`
	}
	if err := json.Unmarshal(bytesOf(answer), &own); err != nil {
		return nil, nil, err
	}
	pack, err := assets.DecodePack(own.Pack)
	if err != nil {
		return nil, nil, err
	}
	models, err := assets.ParseGasModels(name, own.Models)
	if err != nil {
		return nil, nil, err
	}
	first, err := day.Parse(own.First)
	if err != nil {
		return nil, nil, err
	}
	last, err := day.Parse(own.Last)
	if err != nil {
		return nil, nil, err
	}
	in, err := shipped.Inputs(pack, models)
	return in, page.NewOwn(name, link.Own{Hash: own.Hash, Rows: own.Days, First: first, Last: last}), err
}
