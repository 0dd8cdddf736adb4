package page

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

// message is the spec that the browser would get, or "" where it has it already.
func message(t *testing.T, sent Sent, plot *Plot) string {
	t.Helper()
	text, err := sent.Message(plot)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// The browser rebuilds a chart only when its spec differs, and whenever it does.
func TestMessageWhenTheSpecChanges(t *testing.T) {
	p := newStudyPage(t)
	var frames Frames
	sent := Sent{}
	if message(t, sent, frames.Next(p, Hero).Charts[0]) == "" {
		t.Fatal("no first message")
	}
	for _, c := range []struct {
		what    string
		do      func()
		changes bool
	}{
		{"nothing", func() {}, false},
		{"base fee", func() { assume(t, p, "base_fee_nanofil=0.5") }, false},
		{"onboarding", func() { assume(t, p, "raw_onboarding_pib=7") }, false},
		{"a rate", func() { assume(t, p, "fil_plus_rates=0.5,0.75,0.9") }, true},
		{"the order of rates", func() { assume(t, p, "fil_plus_rates=0.75,0.5,0.9") }, true},
		{"a rate less", func() { p.RemoveRate(1); update(t, p) }, true},
		{"a rate more", func() { p.AddRate(); update(t, p) }, true},
		{"outflow", func() { p.Denominator = words.ByOutflow }, true},
		{"supply", func() { p.Denominator = words.ByCirculating }, true},
		{"net flow", func() { p.Denominator = words.ByNetflow }, true},
		{"the month of the headline", func() { assume(t, p, "horizon_days=100") }, true},
		{"the snapshot", func() { use(t, p, latest) }, true},
		{"nothing again", func() {}, false},
	} {
		c.do()
		if got := message(t, sent, frames.Next(p, Hero).Charts[0]); (got != "") != c.changes {
			t.Errorf("%s: message of %d bytes, a change is %v", c.what, len(got), c.changes)
		}
	}
}

// A chart in the memory of others has the spec of a fresh one.
func TestKeptSpecIsCurrent(t *testing.T) {
	for _, id := range PlotIDs {
		p := newStudyPage(t)
		var frames Frames
		for _, do := range []func(){
			func() { assume(t, p, "fil_plus_rates=0.6,0.5") },
			func() { p.Denominator = words.ByOutflow },
			func() { p.Denominator = words.ByCirculating },
			func() { assume(t, p, "smoothing_days=3") },
			func() { assume(t, p, "horizon_days=5") },
			func() { use(t, p, latest) },
			func() { assume(t, p, "raw_onboarding_pib=0", "renewal_rate=0") },
		} {
			do()
			plot := frames.Next(p, id).Charts[0]
			if got, want := specJSON(t, plot), specJSON(t, plotOf(p, id)); got != want {
				t.Errorf("%s keeps the spec\n%s\nwant\n%s", id, got, want)
			}
		}
	}
}

func specJSON(t *testing.T, plot *Plot) string {
	t.Helper()
	text, err := json.Marshal(&plot.Spec)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Everything in a spec points at lines that exist.
func TestSpecHangsTogether(t *testing.T) {
	for _, rates := range []string{"0.5", "0.9,0.1", "0.5,0.75,1", "0.5,0.5,0.1,0.2,0.3"} {
		for _, by := range words.Denominators {
			p := newStudyPage(t, "fil_plus_rates="+rates)
			p.Denominator = by
			for _, id := range PlotIDs {
				p := p
				if id == Blocks {
					p = newBlocksPage(t, "fil_plus_rates="+rates)
				}
				plot := plotOf(p, id)
				s := &plot.Spec
				if s.Title == "" || s.Title != plot.Title || s.Colors != len(p.Result.Runs) ||
					!slices.Contains([]string{"percent", "fil", "number"}, s.Format) {
					t.Errorf("%s: title %q, %d colours, format %q", id, s.Title, s.Colors, s.Format)
				}
				if s.Snapshot != p.in.Snapshot.Current.Unix() || s.RestEntry < 0 || s.RestEntry >= plot.Rows {
					t.Errorf("%s: forecast from %d, rest at %d", id, s.Snapshot, s.RestEntry)
				}
				var listed []int
				for _, chip := range s.Chips {
					listed = append(listed, chip.Series...)
					for _, i := range chip.Series {
						if i < 1 || i > len(s.Series) {
							t.Fatalf("%s: %q reads column %d of %d", id, chip.Label, i, len(s.Series))
						}
						if line := s.Series[i-1]; line.Color != chip.Color || (line.Kind == "dots") != chip.Dots {
							t.Errorf("%s: %q reads %q", id, chip.Label, line.Label)
						}
					}
				}
				slices.Sort(listed)
				if len(listed) != len(s.Series) || len(slices.Compact(listed)) != len(s.Series) {
					t.Errorf("%s: the readout lists columns %v of %d", id, listed, len(s.Series))
				}
				for _, band := range s.Bands {
					upper, lower := s.Series[band.Upper-1], s.Series[band.Lower-1]
					if upper.Kind != "line" || lower.Kind != "dash" || upper.Color != lower.Color ||
						upper.Color != p.composer().rank(Focus(p.Result)) {
						t.Errorf("%s: a band between %q and %q", id, upper.Label, lower.Label)
					}
				}
				for key, text := range s.Text {
					if text == "" && (key != "explain" && key != "enter" || Explained(id)) {
						t.Errorf("%s: no text for %q", id, key)
					}
				}
			}
		}
	}
}

// At rest the readout shows a day of the month that the headline speaks of.
func TestRestEntry(t *testing.T) {
	for _, assumption := range []string{"horizon_days=1095", "horizon_days=200", "fil_plus_rates=0.1"} {
		p := newStudyPage(t, assumption)
		day := p.Result.Date(plotOf(p, "hero").Spec.RestEntry)
		month := p.Result.Runs[Focus(p.Result)].Summary.Month
		if last := p.Result.Date(p.Result.Days - 1); day.FirstOfMonth() != month && day != last {
			t.Errorf("%s: the readout rests on %v, the headline speaks of %v", assumption, day, month)
		}
	}
}
