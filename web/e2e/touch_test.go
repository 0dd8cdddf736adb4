package e2e

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// touchScreen makes the tab one of a phone, whose pointer is a finger.
func (p *tab) touchScreen(width, height int64) {
	p.Helper()
	p.do(chromedp.Do(p.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: width, Height: height, DeviceScaleFactor: 2, Mobile: true,
		})
		if err != nil {
			return err
		}
		_, err = cdp.Call(ctx, t, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{
			Enabled: true, MaxTouchPoints: 5,
		})
		return err
	})))
	p.waitFor("the pointer to be a finger", `matchMedia('(pointer: coarse)').matches`)
}

// A phone zooms into a field with letters of less than 16 px as it takes the focus, and stays there: none has.
func TestNoZoomOnFocus(t *testing.T) {
	t.Parallel()
	for name, query := range map[string]string{
		"page":  "?v=1",
		"embed": "embed.html?v=1&controls=fee_rates_adoption",
	} {
		p := openPage(t, query, 390, 800, false)
		p.touchScreen(390, 800)
		if name == "page" {
			js[bool](p, `() => (document.getElementById('explore').scrollIntoView(), true)`)
			p.waitFor("the questions", `document.querySelectorAll('#explore-cards [data-question]').length === 4`)
			p.explained(func() { p.click("#chart-hero .explain") })
		}
		type field struct {
			ID   string
			Size float64
		}
		fields := js[[]field](p, `() => Array.from(document.querySelectorAll('input:not([type=range], [type=checkbox], [type=radio], [type=file]), select, textarea'),
			(e) => ({ID: e.id || e.name, Size: parseFloat(getComputedStyle(e).fontSize)}))`)
		for _, f := range fields {
			if f.Size < 16 {
				t.Errorf("%s: letters of %s are %v px", name, f.ID, f.Size)
			}
		}
		if least := map[string]int{"page": 30, "embed": 3}[name]; len(fields) < least {
			t.Errorf("%s: %d fields found", name, len(fields))
		}
		if bad := p.sideways(); len(bad) > 0 {
			t.Errorf("%s: %q", name, bad)
		}
		p.screenshot("touch-" + name)
	}
}
