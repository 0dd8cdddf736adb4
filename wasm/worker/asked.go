package main

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// Days to simulate, FIL+ rates times horizon, that a link may ask for: three rates over ten years for a
// picture; over five for a table, which has a kilobyte a day.
const (
	mostDrawn  = 3 * 3650
	mostListed = 3 * 1830
)

// read reads the link of a request, as the page does: its query or, where it has url, the address in that. own says
// that this is a page of this site.
func read(u *url.URL) (l link.Link, own bool, err error) {
	if address, _ := addressIn(u.RawQuery); address != "" {
		return shipped.Read(address, u.Scheme+"://"+u.Host+"/")
	}
	return link.Read("?"+u.RawQuery, "", assets.SnapshotNames()), true, nil
}

// ofOEmbed are the names that a request for oEmbed may have beside url. Source: oembed.com, section 2.2, and what
// WordPress and Twitter add.
var ofOEmbed = []string{"format", "maxwidth", "maxheight", "callback", "for", "dnt"}

// addressIn takes a query apart that has an address in it, and gives what else it says. An address that was not escaped
// loses everything after its own "&": what no other name of the query claims is put back.
func addressIn(query string) (address string, given url.Values) {
	given = url.Values{}
	var spilled []string
	whole := true // the address was escaped
	for part := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(part, "=")
		text, err := url.QueryUnescape(value)
		if err != nil {
			text = value
		}
		switch {
		case name == "url" && address == "":
			address, whole = text, !strings.Contains(value, "?")
		case slices.Contains(ofOEmbed, name):
			given.Add(name, text)
		case part != "":
			spilled = append(spilled, part)
		}
	}
	if address == "" {
		return "", given
	}
	for _, part := range spilled {
		name, _, _ := strings.Cut(part, "=")
		if whole && !slices.Contains(link.Names(), name) {
			continue // of the request
		}
		mark := "&"
		if !strings.Contains(address, "?") {
			mark = "?"
		}
		address += mark + part
	}
	return address, given
}

// check looks at a link before anything is simulated: what it costs and, where it is strict, whether anything is wrong
// with it. A program that asks for figures gets those that it asked for, or is told why not; a person gets what
// can be read, with notices. The error is a refusal, or needs.
func (h *handler) check(l *link.Link, most int, strict bool) error {
	text := &h.text.Worker
	var wrong []string
	if strict {
		for _, f := range l.Faults {
			wrong = append(wrong, h.refused(f))
		}
	}
	in, err := h.cache.Inputs(l.Snapshot, h.cache.Last())
	if err != nil {
		return err
	}
	def, err := assumption.DefaultOf(in, l.Overrides.Version())
	if err != nil {
		return err
	}
	days, rates := size(l.Overrides, &def)
	if days*rates > most {
		wrong = append(wrong, words.Fill(text.TooMuch,
			"days", strconv.Itoa(days), "rates", strconv.Itoa(rates), "n", strconv.Itoa(days*rates), "most",
			strconv.Itoa(most)))
		return refusal{http.StatusBadRequest, wrong}
	}
	if strict {
		_, unsound := l.Overrides.Sound(in)
		for _, u := range unsound {
			wrong = append(wrong, words.Fill(text.RefusedValue, "key", u.Field.Link, "error", h.unsound(u)))
		}
	}
	if len(wrong) > 0 {
		return refusal{http.StatusBadRequest, wrong}
	}
	return nil
}

// unsound is why a value of a link cannot be used.
func (h *handler) unsound(u assumption.Unsound) string {
	if h.text != h.texts[0] {
		return page.UnsoundInLink(u).In(h.text.FaultWords())
	}
	return fault.Each(u.Err, "; ", error.Error)
}

// refused is what a program is told of a fault.
func (h *handler) refused(f *fault.Fault) string {
	legal := h.text.LinkLegal(f)
	switch f.Code {
	case fault.LinkUnknownSnapshot:
		return words.Fill(h.text.Worker.UnknownSnapshot, "snapshot", f.Value, "known", legal)
	case fault.LinkUnknownKey:
		legal = strings.Join(link.Names(), ", ")
	}
	return words.Fill(h.text.Worker.Refused[f.Code.Name], "key", f.Field, "value", f.Value, "at", f.InLink(), "legal",
		legal)
}

// size is how much a scenario asks for. What cannot be read here is refused later.
func size(o assumption.Overrides, def *assumption.Scenario) (days, rates int) {
	days, rates = def.HorizonDays, len(def.FILPlusRates)
	var n float64
	if raw, ok := o["horizon_days"]; ok && json.Unmarshal(raw, &n) == nil {
		days = int(n)
	}
	var list []json.RawMessage
	if raw, ok := o["fil_plus_rates"]; ok && json.Unmarshal(raw, &list) == nil {
		rates = len(list)
	}
	return days, rates
}

// open is the page of the link of a request.
func (h *handler) open(r *http.Request, most int, strict bool) (*page.Page, error) {
	l, err := h.asked(r, most, strict)
	if err != nil || r.Method == http.MethodHead {
		return nil, err
	}
	return h.cache.Linked(h.text, *l)
}

// asked is the link of a request, checked.
func (h *handler) asked(r *http.Request, most int, strict bool) (*link.Link, error) {
	l, own, err := read(r.URL)
	if err != nil {
		return nil, err
	}
	if !own {
		return nil, refusal{http.StatusNotFound, []string{h.text.Worker.NotFound}}
	}
	return &l, h.check(&l, most, strict)
}

// canonical is the query that brings the page back. It names the edition of figures and models.
func canonical(page *page.Page, query string) string {
	if text, tooLong := page.Link(); !tooLong {
		return text
	}
	return query
}
