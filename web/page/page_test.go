package page

import (
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/words"
)

// newTestPage is a page of the first version's defaults, which do not move: a base fee of its own, MechaFIL's network.
func newTestPage(t testing.TB) *Page {
	t.Helper()
	p := newPageOn(t, study)
	p.Open("v=1&snapshot=" + study)
	update(t, p)
	return p
}

// newPageOfNow is the page as it opens by itself.
func newPageOfNow(t testing.TB) *Page {
	t.Helper()
	return newPageOn(t, assumption.DefaultSnapshot)
}

// newPageOn is a page of the default's assumptions on a network.
func newPageOn(t testing.TB, snapshot string) *Page {
	t.Helper()
	p, err := NewPage(words.English(), assets.SnapshotNames(), testEditions(), inputsOn(t, snapshot))
	if err != nil {
		t.Fatal(err)
	}
	p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
	return p
}

func slider(t testing.TB, p *Page, name string) *Slider {
	t.Helper()
	for _, s := range append(p.Sliders, p.Rates[:]...) {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no slider %q", name)
	return nil
}

// A field shows its default rounded; typed back, it must mean the default again.
func TestDefaultTypedBack(t *testing.T) {
	p := newTestPage(t)
	s := slider(t, p, "raw_onboarding_pib")
	shown, want := p.Field(s).Text, p.Scenario.RawOnboardingPiB[0]
	p.Type(s, "1001")
	if p.Field(s).Error == "" {
		t.Fatal("1001 PiB a day was accepted")
	}
	p.Type(s, shown)
	if err := p.Update(); err != nil {
		t.Fatal(err)
	}
	if p.Field(s).Error != "" || p.Scenario.RawOnboardingPiB[0] != want || p.Field(s).Changed {
		t.Errorf("typed %q back: %v (changed %v, error %q), want %v", shown, p.Scenario.RawOnboardingPiB[0],
			p.Field(s).Changed, p.Field(s).Error, want)
	}
}
