package page

import "github.com/gasburden/gasburden/sim"

// room is the memory of one result. A slider on the move computes a result a frame; each takes the room of an
// earlier one that nobody reads any more.
type room struct {
	runner sim.Runner
	result *sim.Result // the last that was computed here
}

// freeRoom is a room whose result is neither on show nor pinned.
func (p *Page) freeRoom() *room {
	for _, r := range p.rooms {
		if r.result != p.Result && (p.Pinned == nil || r.result != p.Pinned.result) {
			return r
		}
	}
	r := &room{}
	p.rooms = append(p.rooms, r)
	return r
}

// show makes the result that on show, and lays the published figures on its axis where they do not lie there yet.
func (p *Page) show(r *sim.Result) {
	if m := r.Measure(); p.realised != p.in.Daily || p.measure != m {
		p.Realised, p.realised, p.measure = sim.NewRealised(p.in.Daily, m), p.in.Daily, m
	}
	p.Result = r
}
