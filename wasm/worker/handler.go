package main

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"runtime/debug"
	"strconv"
	"sync"

	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// handler answers /card.svg, /result.json, /result.csv and /oembed, and, for entry.mjs only, /meta.
type handler struct {
	text   *words.Text
	texts  []*words.Text // in all languages, the first the default
	cache  *shipped.Cache
	files  map[string][]byte // of the site, that were handed over; nil where the site has none
	missed string            // file that the request at hand looked for
	routes map[string]*route

	mu     sync.Mutex // workerd runs one request after the other, net/http does not
	buffer []byte     // of answers: they are large, and memory once taken stays taken
}

// route is one address. answer appends the body to a buffer; for HEAD it only checks the request.
type route struct {
	mediaType string
	refuse    func(text *words.Text, dst []byte, sentences []string) []byte
	refused   string // media type of what refuse writes
	answer    func(r *http.Request, dst []byte) ([]byte, error)
}

// newHandler answers in the language of the first text, and in that of another where a link names it.
func newHandler(texts ...*words.Text) (*handler, error) {
	h := &handler{text: texts[0], texts: texts, files: map[string][]byte{}}
	cache, err := shipped.NewCache(shipped.AllFromSite(h.load), h.load)
	if err != nil {
		return nil, err
	}
	h.cache = cache
	h.routes = map[string]*route{
		"/card.svg":    {svgType, refuseSVG, svgType, h.card},
		"/result.json": {jsonType, refuseJSON, jsonType, h.resultJSON},
		"/result.csv":  {"text/csv; charset=utf-8", refuseText, textType, h.resultCSV},
		"/oembed":      {jsonType, refuseJSON, jsonType, h.oembed},
		"/meta":        {jsonType, refuseJSON, jsonType, h.meta},
	}
	return h, nil
}

// spoken is the text of the language that a request's link names.
func (h *handler) spoken(r *http.Request) *words.Text {
	l, _, _ := read(r.URL)
	for _, text := range h.texts {
		if text.Site.Language == l.Language {
			return text
		}
	}
	return h.texts[0]
}

// load is a file of the site, if it was handed over, for use once: the cache keeps what it makes of it, and
// what the site did not have may be there next time.
func (h *handler) load(name string) ([]byte, error) {
	data, here := h.files[name]
	if !here {
		h.missed = name
		return nil, needs(name)
	}
	delete(h.files, name)
	if data == nil {
		return nil, fmt.Errorf("the site has no %s", name)
	}
	return data, nil
}

// learn takes a file of the site, or nil where there is none.
func (h *handler) learn(name string, data []byte) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.files[name] = data
}

// ServeHTTP answers with the right media type and status, whatever happens. All other headers are
// entry.mjs's business, but one: X-Needs names a file of the site that has to be handed over first.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.text = h.spoken(r)
	to := h.routes[r.URL.Path]
	if to == nil {
		to = &route{refuse: refuseText, refused: textType}
		to.answer = func(*http.Request, []byte) ([]byte, error) {
			return nil, refusal{http.StatusNotFound, []string{h.text.Worker.NotFound}}
		}
	}
	h.missed = ""
	body, err := to.try(r, h.buffer[:0])
	if h.missed != "" {
		err = needs(h.missed) // whatever was made without it
	}
	status, mediaType := http.StatusOK, to.mediaType
	if err != nil {
		var no refusal
		var missing needs
		switch {
		case errors.As(err, &missing):
			w.Header().Set("X-Needs", string(missing))
			no = refusal{http.StatusServiceUnavailable,
				[]string{words.Fill(h.text.Worker.NoFigures, "file", string(missing))}}
		case !errors.As(err, &no):
			fmt.Fprintln(os.Stderr, "worker:", err)
			no = refusal{http.StatusInternalServerError, []string{h.text.Worker.Broken}}
		}
		status, mediaType = no.status, to.refused
		body = to.refuse(h.text, h.buffer[:0], no.sentences)
	}
	h.buffer = body[:0]
	w.Header().Set("Content-Type", mediaType)
	if r.Method != http.MethodHead {
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		writeBody(w, body)
	}
}

// try turns a panic into an error: the instance goes on to serve others.
func (to *route) try(r *http.Request, dst []byte) (body []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("panic on %s: %v\n%s", r.URL.Path, cause, debug.Stack())
		}
	}()
	return to.answer(r, dst)
}

// needs is the file of the site that has to be handed over before an answer can be given.
type needs string

func (n needs) Error() string { return "worker: " + string(n) + " is not here yet" }
