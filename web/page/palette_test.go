package page

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/link"
)

// rgb is a colour in sRGB, components in 0..1.
type rgb [3]float64

func (c rgb) linear() rgb {
	for i, v := range c {
		if v <= 0.04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return c
}

// contrast is the ratio of WCAG 2, 1 to 21.
func contrast(a, b rgb) float64 {
	luminance := func(c rgb) float64 {
		l := c.linear()
		return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
	}
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

type matrix [3][3]float64

func (m matrix) times(v rgb) (out rgb) {
	for i := range m {
		out[i] = m[i][0]*v[0] + m[i][1]*v[1] + m[i][2]*v[2]
	}
	return out
}

// sight turns linear sRGB into what is seen of it. Machado, Oliveira and Fernandes, "A Physiologically-based Model for
// Simulation of Color Vision Deficiency", 2009, at severity 1.
var sight = map[string]matrix{
	"all three cones": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"no long cones": {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
		{-0.003882, -0.048116, 1.051998}},
	"no middle cones": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
		{-0.011820, 0.042940, 0.968881}},
	"no short-wave cones": {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
		{0.004733, 0.691367, 0.303900}},
}

// oklab is linear sRGB in Ottosson's OKLab (2020), where equal distances look about equal.
func oklab(c rgb) rgb {
	cones := matrix{{0.4122214708, 0.5363325363, 0.0514459929}, {0.2119034982, 0.6806995451, 0.1073969566},
		{0.0883024619, 0.2817188376, 0.6299787005}}.times(c)
	for i := range cones {
		cones[i] = math.Cbrt(cones[i])
	}
	return matrix{{0.2104542553, 0.7936177850, -0.0040720468}, {1.9779984951, -2.4285922050, 0.4505937099},
		{0.0259040371, 0.7827717662, -0.8086757660}}.times(cones)
}

// difference is the distance of two colours in OKLab for a kind of sight. About 0.02 can just be told apart side by
// side.
func difference(a, b rgb, eye matrix) float64 {
	seen := func(c rgb) rgb {
		c = eye.times(c.linear())
		for i, v := range c {
			c[i] = min(1, max(0, v))
		}
		return oklab(c)
	}
	x, y := seen(a), seen(b)
	return math.Sqrt((x[0]-y[0])*(x[0]-y[0]) + (x[1]-y[1])*(x[1]-y[1]) + (x[2]-y[2])*(x[2]-y[2]))
}

// A theme is the colours of the stylesheet by their names.
type theme map[string]rgb

func (th theme) of(t *testing.T, name string) rgb {
	t.Helper()
	c, ok := th[name]
	if !ok {
		t.Fatalf("style.css has no colour --%s", name)
	}
	return c
}

var (
	declared = regexp.MustCompile(`--([a-z0-9-]+): *#([0-9a-f]{3}|[0-9a-f]{6});`)
	labelMix = regexp.MustCompile(`--label: (\d+)%;`)
)

// themes reads style.css: light, and dark, which declares what differs. mix is the part of a curve's colour in the
// colour of the words beside it; the rest is ink.
func themes(t *testing.T) (all map[string]theme, mix float64) {
	t.Helper()
	text, err := os.ReadFile("../../assets/site/style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, rest, found := strings.Cut(string(text), "@media (prefers-color-scheme: dark) {")
	dark, _, ended := strings.Cut(rest, "\n}\n")
	share := labelMix.FindStringSubmatch(light)
	if !found || !ended || share == nil {
		t.Fatal("style.css has no dark theme or no --label")
	}
	read := func(into theme, css string) theme {
		for _, m := range declared.FindAllStringSubmatch(css, -1) {
			digits := m[2]
			if len(digits) == 3 {
				digits = strings.Join([]string{digits[:1], digits[:1], digits[1:2], digits[1:2], digits[2:],
					digits[2:]}, "")
			}
			n, err := strconv.ParseUint(digits, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			into[m[1]] = rgb{float64(n>>16) / 255, float64(n>>8&255) / 255, float64(n&255) / 255}
		}
		return into
	}
	percent, _ := strconv.ParseFloat(share[1], 64)
	return map[string]theme{"light": read(theme{}, light), "dark": read(read(theme{}, light), dark)}, percent / 100
}

// rateColours are the colours of n FIL+ rates from low to high.
func rateColours(t *testing.T, th theme, n int) []rgb {
	t.Helper()
	out := make([]rgb, n)
	for i := range out {
		out[i] = th.of(t, fmt.Sprintf("rate-%d-%d", n, i+1))
	}
	return out
}

// pinColours are those of the pinned runs.
func pinColours(t *testing.T, th theme) (out []rgb) {
	t.Helper()
	for i := range link.MaxPins {
		out = append(out, th.of(t, fmt.Sprintf("pin-%d", i+1)))
	}
	return out
}

// Words stand out 4.5 to 1 from what is behind them, curves, dots, frames of fields and marks 3 to 1: WCAG 1.4.3 and
// 1.4.11. What is drawn on a canvas no tool sees.
func TestContrast(t *testing.T) {
	all, mix := themes(t)
	for name, th := range all {
		check := func(what string, c rgb, want float64, behind ...string) {
			t.Helper()
			for _, b := range behind {
				if got := contrast(c, th.of(t, b)); got < want {
					t.Errorf("%s: %s on %s has a contrast of %.2f, want %v", name, what, b, got, want)
				}
			}
		}
		for _, text := range []string{"ink", "soft"} {
			check(text, th.of(t, text), 4.5, "paper", "card", "history", "warn-paper")
		}
		for _, text := range []string{"accent", "bad"} {
			check(text, th.of(t, text), 4.5, "paper", "card")
		}
		check("words on ink", th.of(t, "paper"), 4.5, "ink")
		check("the mark of a warning", th.of(t, "warn"), 3, "warn-paper", "paper")
		check("the frame of a field", th.of(t, "edge"), 3, "paper", "card")
		check("dots", th.of(t, "dots"), 3, "card", "history")
		check("a figure in the headline", th.of(t, "rate-1-1"), 4.5, "paper")
		curve := func(what string, c rgb) {
			check(what, c, 3, "paper", "card", "history")
			word, ink := c, th.of(t, "ink")
			for k := range word {
				word[k] = mix*c[k] + (1-mix)*ink[k]
			}
			check("the name of "+what, word, 4.5, "card", "history")
		}
		for n := 1; n <= 5; n++ {
			for i, c := range rateColours(t, th, n) {
				curve(fmt.Sprintf("curve %d of %d", i+1, n), c)
			}
		}
		for i, c := range pinColours(t, th) {
			curve(fmt.Sprintf("pinned run %d", i+1), c)
		}
	}
}

// Whatever cones a reader lacks, the curves of a chart differ: three times as much as can just be seen.
func TestCurvesDifferForEveryEye(t *testing.T) {
	const least = 0.06
	all, _ := themes(t)
	for name, th := range all {
		for eye, m := range sight {
			smallest := math.Inf(1)
			for n := 2; n <= 5; n++ {
				colours := rateColours(t, th, n)
				for i := range colours {
					for k := range i {
						d := difference(colours[i], colours[k], m)
						smallest = min(smallest, d)
						if d < least {
							t.Errorf("%s, %s: curves %d and %d of %d differ by %.3f, want %v", name, eye, k+1, i+1, n,
								d, least)
						}
					}
				}
			}
			pins := pinColours(t, th)
			for i, c := range pins {
				for k, other := range append([]rgb{th.of(t, "rate-1-1"), th.of(t, "direct")}, pins[:i]...) {
					if d := difference(c, other, m); d < least {
						t.Errorf("%s, %s: pinned run %d and curve %d differ by %.3f, want %v", name, eye, i+1, k, d,
							least)
					}
				}
			}
			t.Logf("%s, %s: at least %.3f", name, eye, smallest)
		}
	}
}

// The instruments measure what they should: known contrasts, and pairs that some cannot tell apart.
func TestColourMeasures(t *testing.T) {
	black, white, gray := rgb{}, rgb{1, 1, 1}, rgb{0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0}
	for _, c := range []struct {
		a, b rgb
		want float64 // by the formula of WCAG 2
	}{{black, white, 21}, {white, white, 1}, {gray, white, 4.54}} {
		if got := contrast(c.a, c.b); math.Abs(got-c.want) > 0.005 {
			t.Errorf("contrast %v to %v is %.3f, want %v", c.a, c.b, got, c.want)
		}
	}
	red, green := rgb{0.75, 0.3, 0.1}, rgb{0.48, 0.45, 0.1} // one hue to those without middle cones
	full, without := difference(red, green, sight["all three cones"]), difference(red, green, sight["no middle cones"])
	if full < 0.1 || without > full/2 {
		t.Errorf("red and green differ by %.3f, and by %.3f without middle cones", full, without)
	}
}
