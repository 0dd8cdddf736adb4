package page

import (
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
)

// A preset stays in sight while its assumptions are changed, with their number; the page does not move for it.
func TestPresetThatWasChanged(t *testing.T) {
	changed := func(p *Page) (names, said string) {
		update(t, p)
		form := p.Form()
		for _, b := range append(form.Presets, form.MorePresets...) {
			if b.Changed != "" {
				names, said = names+b.Name, b.Changed
			}
			if b.On && b.Changed != "" {
				t.Errorf("%s is in use and changed", b.Name)
			}
		}
		return names, said
	}
	fresh := func() *Page {
		p := newPageOfNow(t)
		p.Load = func(name string, edition int) { p.Loaded(inputsOf(t, p, name), edition) }
		update(t, p)
		return p
	}
	for _, preset := range assumption.Presets() {
		p := fresh()
		p.UsePreset(preset)
		if name, _ := changed(p); name != "" {
			t.Errorf("%s: %s is changed", preset.Name, name)
		}
		// Its link opens as the preset, and as that, changed.
		for _, smoothing := range []string{"", "9"} {
			if smoothing != "" {
				p.Type(slider(t, p, "smoothing_days"), smoothing)
			}
			query, _ := p.Link()
			q := fresh()
			q.Open(query)
			name, said := changed(p)
			if again, too := changed(q); q.Preset() != p.Preset() || again != name || too != said {
				t.Errorf("%s, %q: %s opens as %q, changed %q %q, want %q, %q %q", preset.Name, smoothing, query,
					q.Preset(), again, too, p.Preset(), name, said)
			}
			if want := map[bool]string{true: preset.Name}[smoothing != ""]; name != want {
				t.Errorf("%s, %q: %q is changed", preset.Name, smoothing, name)
			}
		}
	}
	p := fresh()
	if name, _ := changed(p); name != "" {
		t.Errorf("%s is changed", name)
	}
	p.Slide(slider(t, p, "raw_onboarding_pib"), "5")
	if name, said := changed(p); name != "stayed" || said != "1 changed" || p.Form().PresetHint != "" {
		t.Errorf("%q: %q, %q", name, said, p.Form().PresetHint)
	}
	p.Slide(slider(t, p, "renewal_rate"), "42")
	if name, said := changed(p); name != "stayed" || said != "2 changed" {
		t.Errorf("%q: %q", name, said)
	}
	study, _ := assumption.PresetNamed("study")
	p.UsePreset(study)
	update(t, p)
	p.Slide(slider(t, p, "renewal_rate"), "42")
	if name, said := changed(p); name != "study" || said != "1 changed" {
		t.Errorf("%q: %q", name, said)
	}
	mustContain(t, p.Form().PresetHint, p.Text.Preset["study"].Hint)
	// A link of somebody else's assumptions on the default network is that one, changed.
	p = fresh()
	p.Open("v=2&snapshot=2026-04-20&onboarding=5&renewal=0.3")
	if name, said := changed(p); name != "stayed" || said != "2 changed" {
		t.Errorf("%q: %q", name, said)
	}
	// How much goes direct is one control, though two assumptions say it.
	p = fresh()
	p.GoDirect("measured")
	if name, said := changed(p); name != "stayed" || said != "1 changed" {
		t.Errorf("%q: %q", name, said)
	}
	// No preset is all defaults of the first version on the study's network.
	p.Open("v=1&snapshot=2023-07-31&onboarding=5")
	if name, _ := changed(p); name != "" || p.Form().PresetHint != p.Text.PresetsHint {
		t.Errorf("%q: %q", name, p.Form().PresetHint)
	}
}
