//go:build js && wasm

package main

import (
	"syscall/js"

	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
	"github.com/vugu/vugu"
)

// spoken waits for the language that the page starts in. asked is the tag of it where the link names one.
func spoken(host js.Value) (text tongue, asked string, err error) {
	start, err := await(host.Get("spoken")) // {tag, bytes}, bytes null for English
	if err != nil {
		return text, "", err
	}
	text, err = catalogue(start.Get("bytes"))
	return text, stringOf(start.Get("tag")), err
}

// listen changes the language when the reader does.
func listen(host js.Value, env vugu.EventEnv, page *page.Page, section *ask.Section) {
	host.Set("spoke", js.FuncOf(func(_ js.Value, args []js.Value) any {
		text, err := catalogue(args[1])
		check(err)
		env.Lock()
		defer env.UnlockRender()
		page.Speak(text.page, args[0].String())
		if section != nil { // an embedded chart has none
			section.Speak(text.questions, text.page)
		}
		return nil
	}))
}

// tongue is what the program says in a language.
type tongue struct {
	page      *words.Text
	questions *ask.Words
}

// catalogue is that of the bytes, or English where they are null.
func catalogue(bytes js.Value) (text tongue, err error) {
	if !bytes.Truthy() {
		return tongue{words.EnglishProgram(), ask.EnglishWords()}, nil
	}
	data := bytesOf(bytes)
	if text.page, err = words.ParseText(data); err != nil {
		return text, err
	}
	text.questions, err = ask.ParseWords(data)
	return text, err
}
