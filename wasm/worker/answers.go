package main

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/gasburden/gasburden/web/draw"
	"github.com/gasburden/gasburden/web/page"
)

// card draws a link as SVG. The picture says where it comes from, and what of the link it does not show.
func (h *handler) card(r *http.Request, dst []byte) ([]byte, error) {
	shown, err := h.open(r, mostDrawn, false)
	if err != nil || shown == nil {
		return dst, err
	}
	return append(dst, draw.SVG(shown.Picture(page.Hero), r.URL.Host)...), nil
}

// resultJSON is the JSON of `gasburden run`, with one member more that comes first: link holds the query
// that brings the result back, and notices, which say where it differs from what the link was made with.
func (h *handler) resultJSON(r *http.Request, dst []byte) ([]byte, error) {
	page, err := h.open(r, mostListed, true)
	if err != nil || page == nil {
		return dst, err
	}
	head, err := json.Marshal(map[string]any{"query": canonical(page, r.URL.RawQuery),
		"notices": append([]string{}, page.LinkNotices()...)})
	if err != nil {
		return nil, err
	}
	dst = append(append(dst, `{"link":`...), head...)
	at := len(dst)
	if dst, err = page.Result.AppendJSON(dst); err != nil {
		return nil, err
	}
	dst[at] = ',' // in place of the opening brace
	return dst, nil
}

// resultCSV is the CSV of `gasburden run` below two kinds of comment lines more, link and notice.
func (h *handler) resultCSV(r *http.Request, dst []byte) ([]byte, error) {
	page, err := h.open(r, mostListed, true)
	if err != nil || page == nil {
		return dst, err
	}
	dst = fmt.Appendf(dst, "# link = %s\n", canonical(page, r.URL.RawQuery))
	for _, notice := range page.LinkNotices() {
		dst = fmt.Appendf(dst, "# notice: %s\n", printable(notice))
	}
	return page.Result.AppendCSV(dst)
}
