package main

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web"
)

// Days to simulate, FIL+ rates times horizon, that a link may ask for: three rates over ten years for a
// picture; over five for a table, which has a kilobyte a day.
const (
	mostDrawn  = 3 * 3650
	mostListed = 3 * 1830
)

// check reads a link strictly: a program that asks for figures gets those that it asked for, or is told
// why not. (The page itself opens damaged links too, and says what it left out.) What it costs is
// checked before anything is simulated. The error is a refusal, or needs.
func (h *handler) check(query string, most int) error {
	text := &h.text.Worker
	state, faults := link.Decode(query, assets.DefaultSnapshot)
	var wrong []string
	for _, f := range faults {
		if f.Reason == link.NewerFormat {
			continue // a notice says so
		}
		if f.Reason == link.UnknownKey {
			f.Legal = strings.Join(link.Names(), ", ")
		}
		wrong = append(wrong, web.Fill(text.Refused[f.Reason], "key", f.Key, "value", f.Value, "legal", h.text.LinkLegal(f)))
	}
	if known := assets.SnapshotNames(); !slices.Contains(known, state.Snapshot) {
		wrong = append(wrong, web.Fill(text.UnknownSnapshot, "snapshot", state.Snapshot, "known", strings.Join(known, ", ")))
		return refusal{http.StatusBadRequest, wrong}
	}
	in, err := h.shelf.Inputs(state.Snapshot, h.shelf.Last())
	if err != nil {
		return err
	}
	def, err := sim.Default(in)
	if err != nil {
		return err
	}
	days, rates := size(state.Overrides, &def)
	if days*rates > most {
		wrong = append(wrong, web.Fill(text.TooMuch,
			"days", strconv.Itoa(days), "rates", strconv.Itoa(rates), "n", strconv.Itoa(days*rates), "most", strconv.Itoa(most)))
		return refusal{http.StatusBadRequest, wrong}
	}
	_, unsound := state.Overrides.Sound(in)
	for _, u := range unsound {
		wrong = append(wrong, web.Fill(text.RefusedValue, "key", link.Key(u.Field.Name), "error", strings.ReplaceAll(u.Err.Error(), "\n", "; ")))
	}
	if len(wrong) > 0 {
		return refusal{http.StatusBadRequest, wrong}
	}
	return nil
}

// size is how much a scenario asks for. What cannot be read here is refused later.
func size(o sim.Overrides, def *sim.Scenario) (days, rates int) {
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

// open is the page of a link that has been checked.
func (h *handler) open(query string, most int) (*web.Page, error) {
	if err := h.check(query, most); err != nil {
		return nil, err
	}
	return h.shelf.Page(h.text, query)
}

// canonical is the query that brings the page back. It names the edition of figures and models.
func canonical(page *web.Page, query string) string {
	if text, tooLong := page.Link(); !tooLong {
		return text
	}
	return query
}
