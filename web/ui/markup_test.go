package ui

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// pages are the app in all the states that change what it renders.
func pages(t *testing.T) map[string]*element {
	t.Helper()
	out := map[string]*element{}
	add := func(name string, prepare func(p *page.Page)) {
		p := newStudyPage(t)
		p.Load = func(string, int) {}
		p.Folds.Panels, p.Folds.Network = true, true
		prepare(p)
		out[name] = build(t, NewApp(p))
	}
	for _, by := range words.Denominators {
		add("by "+string(by), func(p *page.Page) { p.Denominator = by })
		add("latest by "+string(by), func(p *page.Page) { use(t, p, latest); p.Denominator = by })
	}
	add("defaults", func(p *page.Page) { p.ResetAll() })
	add("onboarding messages on a ramp", func(p *page.Page) {
		assume(t, p, "messages=onboarding", "adoption=logistic", "gas_model=scaling", "burn_feedback=true")
		p.GasUnit, p.BandOf = page.GasOfTotal, page.BandOfMeans
	})
	add("no band", func(p *page.Page) { p.ResetAll(); p.Band, p.GasUnit = page.BandOff, page.GasInGas })
	add("one rate", func(p *page.Page) { assume(t, p, "fil_plus_rates=0.5") })
	add("five rates", func(p *page.Page) { assume(t, p, "fil_plus_rates=0,0.25,0.5,0.75,1") })
	add("no smoothing", func(p *page.Page) { assume(t, p, "smoothing_days=1") })
	add("one day", func(p *page.Page) { assume(t, p, "horizon_days=1", "smoothing_days=365") })
	add("network ends", func(p *page.Page) {
		assume(t, p, "raw_onboarding_pib=0", "renewal_rate=0", "sector_duration_days=1900")
	})
	add("more open", func(p *page.Page) { p.MoreOpen = true })
	add("loading", func(p *page.Page) { p.ChooseSnapshot(latest) })
	add("failed", func(p *page.Page) {
		p.ChooseSnapshot(latest)
		p.LoadFailed(latest, testEdition, errors.New("lost"))
	})
	add("bad input", func(p *page.Page) {
		for i, s := range append(p.Sliders, p.Rates[:p.RateCount()]...) {
			p.Type(s, []string{"x", "1e9", "400.5", ""}[i%4])
		}
	})
	return out
}

// everyPage calls check for each state of the page.
func everyPage(t *testing.T, check func(t *testing.T, root *element)) {
	t.Helper()
	for name, root := range pages(t) {
		t.Run(name, func(t *testing.T) { check(t, root) })
	}
}

// No placeholder is left unfilled, no number undefined, in any text or attribute.
func TestNothingUnfilled(t *testing.T) {
	unfit := regexp.MustCompile(`[{}]|NaN|Inf\b|%!|<nil>`)
	everyPage(t, func(t *testing.T, root *element) {
		root.walk(func(e *element, _ []*element) {
			attr := maps.Clone(e.attr)
			delete(attr, "data-words") // which the browser fills
			for _, text := range append([]string{e.text}, fmt.Sprint(attr)) {
				if unfit.MatchString(text) {
					t.Errorf("<%s> says %q", e.tag, text)
				}
			}
		})
	})
}

// Nor in what the charts get, which no element shows.
func TestNothingUnfilledInSpecs(t *testing.T) {
	for _, by := range words.Denominators {
		p := newStudyPage(t)
		p.Denominator = by
		for _, id := range page.PlotIDs {
			plot := plotOf(p, id)
			if id == page.Blocks {
				plot = plotOf(newBlocksPage(t), id)
			}
			words := maps.Clone(plot.Spec.Text)
			// which the browser fills
			for key, holes := range map[string][]string{"spoken": {"{day}", "{values}"},
				"spokenValue": {"{name}", "{value}"}, "unit": {"{value}"}, "explain": {"{day}"},
				"canvas": {"{enter}"}} {
				if key == "explain" && !page.Explained(id) {
					continue
				}
				for _, hole := range holes {
					words[key] = strings.Replace(words[key], hole, "", 1)
				}
				if words[key] == plot.Spec.Text[key] {
					t.Errorf("%s by %s: %s is %q, which has nowhere to put %q", id, by, key, plot.Spec.Text[key], holes)
				}
			}
			if text := fmt.Sprint(plot.Title, plot.Subtitle, plot.Summary, plot.Key, plot.Notices, words,
				plot.Spec.Title); strings.Contains(text, "{") {
				t.Errorf("%s by %s: %s", id, by, text)
			}
			for _, level := range plot.Spec.Levels {
				if level.Text == "" || strings.Contains(level.Text, "{") {
					t.Errorf("%s: a level called %q", id, level.Text)
				}
			}
			for _, s := range plot.Spec.Series {
				if s.Label == "" || strings.Contains(s.Label, "{") {
					t.Errorf("%s by %s: a line called %q", id, by, s.Label)
				}
			}
			if plot.Subtitle == "" || plot.Summary == "" {
				t.Errorf("%s by %s: subtitle %q, summary %q", id, by, plot.Subtitle, plot.Summary)
			}
		}
	}
}

var references = []string{"for", "aria-labelledby", "aria-describedby", "aria-controls"}

// Ids are unique, and whatever refers to an id finds it.
func TestIDs(t *testing.T) {
	everyPage(t, func(t *testing.T, root *element) {
		ids := map[string]bool{}
		root.walk(func(e *element, _ []*element) {
			if id, has := e.attr["id"]; has {
				if id == "" || strings.ContainsAny(id, " \t") || ids[id] {
					t.Errorf("<%s> has id %q, which is empty, spaced or not its own", e.tag, id)
				}
				ids[id] = true
			}
			if strings.Contains(e.text, `id="`) {
				t.Errorf("<%s> holds raw HTML with ids: %q", e.tag, e.text)
			}
		})
		root.walk(func(e *element, _ []*element) {
			for _, key := range references {
				for _, id := range strings.Fields(e.attr[key]) {
					if !ids[id] {
						t.Errorf("<%s id=%q>: %s refers to %q, which is not there", e.tag, e.attr["id"], key, id)
					}
				}
			}
		})
	})
}

// Every input, button and figure has a name for those who do not see the page.
func TestNames(t *testing.T) {
	everyPage(t, func(t *testing.T, root *element) {
		labelled := map[string]bool{}
		for _, label := range root.tagged("label") {
			labelled[label.attr["for"]] = label.words() != ""
		}
		seen := map[string]int{}
		root.walk(func(e *element, above []*element) {
			for _, a := range append(above, e) {
				if _, hidden := a.attr["hidden"]; hidden {
					return
				}
			}
			named := e.attr["aria-label"] != "" || e.attr["aria-labelledby"] != ""
			switch e.tag {
			case "input", "select":
				named = named || labelled[e.attr["id"]]
				for _, a := range above {
					named = named || a.tag == "label" && a.words() != ""
				}
			case "button", "summary", "option", "legend", "h2", "h3":
				named = named || e.words() != ""
			default:
				return
			}
			seen[e.tag]++
			if !named {
				t.Errorf("<%s id=%q> has no name", e.tag, e.attr["id"])
			}
		})
		if len(root.tagged("figure")) != len(page.PlotIDs) ||
			len(root.tagged("input")) < 2*len(newTestPage(t).Sliders) ||
			seen["select"] == 0 || seen["button"] == 0 {
			t.Errorf("the page has %v", seen)
		}
		for _, figure := range root.tagged("figure") {
			if title := root.byID(t, figure.attr["aria-labelledby"]); title.words() == "" {
				t.Errorf("figure %q has no title", figure.attr["id"])
			}
		}
	})
}

// A tooltip that repeats the name would be read out a second time, as a description.
func TestTooltipsSayMore(t *testing.T) {
	everyPage(t, func(t *testing.T, root *element) {
		root.walk(func(e *element, _ []*element) {
			if title := e.attr["title"]; title != "" && (title == e.attr["aria-label"] || title == e.words()) {
				t.Errorf("%s: %q is its name and its title", e.attr["id"], title)
			}
		})
	})
}

// Errors show where they are, are announced, and nowhere else.
func TestErrorsAreShown(t *testing.T) {
	p := newStudyPage(t)
	bad := slider(t, p, "renewal_rate")
	p.Type(bad, "x<y")
	root := build(t, NewApp(p))
	for _, s := range append(p.Sliders, p.Rates[:]...) {
		field, message := root.byID(t, "input-"+s.Name), root.byID(t, "error-"+s.Name)
		_, hidden := message.attr["hidden"]
		if wrong := s == bad; field.attr["aria-invalid"] != words.Flag(wrong) || hidden == wrong ||
			message.attr["role"] != "alert" || (message.words() != "") != wrong {
			t.Errorf("%s: invalid %s, hidden %v, message %q", s.Name, field.attr["aria-invalid"], hidden,
				message.words())
		}
		if field.value != p.Field(s).Text || !strings.Contains(field.attr["aria-describedby"], "error-"+s.Name) {
			t.Errorf("%s: field %q, want %q", s.Name, field.value, p.Field(s).Text)
		}
	}
	mustContain(t, root.byID(t, "error-renewal_rate").text, "x&lt;y") // typed text is never HTML
}
