//go:build js && wasm

package main

import (
	"syscall/js"

	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
	"github.com/vugu/vugu"
)

// spoken waits for the language that the page starts in. asked is the tag of it where the link names one.
func spoken(host js.Value) (text *words.Text, asked string, err error) {
	start, err := await(host.Get("spoken")) // {tag, bytes}, bytes null for English
	if err != nil {
		return nil, "", err
	}
	text, err = catalogue(start.Get("bytes"))
	return text, stringOf(start.Get("tag")), err
}

// listen changes the language when the reader does.
func listen(host js.Value, env vugu.EventEnv, page *page.Page) {
	host.Set("spoke", js.FuncOf(func(_ js.Value, args []js.Value) any {
		text, err := catalogue(args[1])
		check(err)
		env.Lock()
		defer env.UnlockRender()
		page.Speak(text, args[0].String())
		return nil
	}))
}

// catalogue is that of the bytes, or English where they are null.
func catalogue(bytes js.Value) (*words.Text, error) {
	if !bytes.Truthy() {
		return words.EnglishProgram(), nil
	}
	return words.ParseText(bytesOf(bytes))
}
