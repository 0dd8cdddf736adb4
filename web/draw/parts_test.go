package draw

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/web/words"
)

// The curves are the result's: what is drawn lies within a third of a pixel of it, on every day.
func TestCurvesAreTheResults(t *testing.T) {
	for _, assumptions := range [][]string{nil, {"snapshot=2025-09-09"}, {"horizon_days=7300"}, {"smoothing_days=1"}} {
		shown := pageOf(t, then, append(slices.Clone(assumptions), "by=netflow")...)
		picture := heroOf(shown)
		plot := picture.Charts[0]
		c := newChart(picture, plot)
		c.place(0, 900, 100, 500, 80)
		run := &shown.Result.Runs[1]
		pieces := c.pieces(plot.Column(2))
		lines, points := 0, 0
		for _, piece := range pieces {
			lines += len(piece)
		}
		for k, share := range run.GasOverNetflow {
			if run.NetflowMeanFIL[k] <= 0 || math.IsNaN(share) {
				continue
			}
			points++
			entry := float64(k + shown.Result.Scenario.SmoothingDays)
			want := point{900 - 80 - (900-80-c.left)*(1-entry/float64(shown.Result.Days-1)) - c.left + clipMargin,
				beyond(c.bottom - (c.bottom-c.top)*(100*share-c.low)/(c.high-c.low) - c.top + clipMargin)}
			nearest := math.Inf(1)
			for _, piece := range pieces {
				if piece[0].x > want.x+1e-6 || piece[len(piece)-1].x < want.x-1e-6 {
					continue
				}
				for i := range piece {
					nearest = math.Min(nearest, math.Sqrt(distance2(want, piece[max(0, i-1)], piece[i])))
				}
			}
			if nearest > tolerance+1e-6 {
				t.Fatalf("%v: on entry %v the line is %.2f px away from %v", assumptions, entry, nearest, want)
			}
		}
		if points < 1000 || lines >= points {
			t.Errorf("%v: %d points stand for %d days", assumptions, lines, points)
		}
	}
}

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		ends []float64
		want []float64
	}{
		{[]float64{100}, []float64{100}},
		{[]float64{100, 200}, []float64{100, 200}},
		{[]float64{100, 110}, []float64{92.5, 117.5}},
		{[]float64{100, 100, 100}, []float64{75, 100, 125}},
		{[]float64{0, 5}, []float64{10, 35}},                      // at the top
		{[]float64{295, 300}, []float64{265, 290}},                // at the bottom
		{[]float64{100, 130, 131}, []float64{95.3, 120.3, 145.3}}, // a block that grows into its neighbour
	} {
		names := make([]name, len(c.ends))
		for i, y := range c.ends {
			names[i].end.y = y
		}
		spread(names, 10, 290)
		for i, n := range names {
			if math.Abs(n.y-c.want[i]) > 0.05 {
				t.Errorf("%v: name %d at %.1f, want %.1f", c.ends, i, n.y, c.want[i])
			}
		}
	}
}

func labels(ticks []tick) string {
	var out []string
	for _, t := range ticks {
		out = append(out, t.label)
	}
	return strings.Join(out, "|")
}

func TestValueTicks(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		want      string
	}{
		{0, 8.9, "0 %|2 %|4 %|6 %|8 %"},
		{0, 0.23, "0 %|0.05 %|0.10 %|0.15 %|0.20 %"},
		{0, 11, "0 %|2.5 %|5.0 %|7.5 %|10.0 %"},
		{-47, 12, "−40 %|−20 %|0 %"},
		{0, 4321, "0 %|1,000 %|2,000 %|3,000 %|4,000 %"},
		{0, 0, ""}, {0, math.Inf(1), ""}, {1, math.NaN(), ""},
		{0, 1.06, "0 %|0.25 %|0.50 %|0.75 %|1.00 %"},
		{0, 99, "0 %|20 %|40 %|60 %|80 %"},
	} {
		if got := labels(valueTicks(c.low, c.high, 5, words.English().Percent)); got != c.want {
			t.Errorf("%v to %v: %s, want %s", c.low, c.high, got, c.want)
		}
	}
}

func TestDateTicks(t *testing.T) {
	text, l := words.English(), &lettering{size: 22}
	for _, c := range []struct {
		first day.Day
		days  int
		want  string
	}{
		{day.Of(2023, 7, 1), 1127, "Jul 2023|2024|Jul|2025|Jul|2026|Jul"},
		{day.Of(2023, 7, 1), 7400, "2025|2030|2035|2040"},
		{day.Of(2023, 7, 1), 32, "1 Jul 2023|8 Jul|15 Jul|22 Jul|29 Jul"},
		{day.Of(2023, 12, 28), 9, "28 Dec 2023|30 Dec|1 Jan 2024|3 Jan|5 Jan"},
		{day.Of(2023, 7, 1), 630, "Jul 2023|Oct|2024|Apr|Jul|Oct|2025"},
		{day.Of(2023, 7, 1), 1, "1 Jul 2023"},
	} {
		at := func(entry float64) float64 { return 690 * entry / float64(max(1, c.days-1)) }
		if got := labels(dateTicks(text, c.first, 0, c.days-1, l, at)); got != c.want {
			t.Errorf("%d days from %v: %s, want %s", c.days, c.first, got, c.want)
		}
	}
}

func TestFitting(t *testing.T) {
	l := lettering{size: 40, weight: bold}
	if text, got := fit("4.2 %", l, 22, 200); text != "4.2 %" || got.size != 40 {
		t.Errorf("%q at %v", text, got.size)
	}
	for _, space := range []float64{60, 120, 250} {
		text, got := fit("123,456 million FIL", l, 22, space)
		if got.space(text) > space || got.size < 22 || got.size < 40 && got.size > 22 &&
			strings.HasSuffix(text, ellipsis) {
			t.Errorf("%q at %v takes %.0f of %v", text, got.size, got.space(text), space)
		}
	}
	l = lettering{size: 22}
	lines := wrap("of circulating supply saved a year", &l, 250, 2)
	if !slices.Equal(lines, []string{"of circulating supply", "saved a year"}) {
		t.Errorf("%q", lines)
	}
	for _, text := range []string{"a", "Donaudampfschifffahrtsgesellschaft",
		"one two three four five six seven eight nine ten eleven twelve"} {
		lines := wrap(text, &l, 150, 2)
		if len(lines) == 0 || len(lines) > 2 {
			t.Errorf("%q: %d lines", text, len(lines))
		}
		for _, s := range lines {
			if l.space(s) > 150 {
				t.Errorf("%q takes %.0f", s, l.space(s))
			}
		}
	}
}

func TestNumbersAreShort(t *testing.T) {
	for v, want := range map[float64]string{0: "0", -0.04: "0", 0.05: "0.1", 12: "12", 12.34: "12.3", -0.26: "-0.3",
		-12.96: "-13", 1199.95: "1200"} {
		if got := string(appendNumber(nil, v)); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}

// The colours are the stylesheet's, so that a card looks like the page.
func TestColoursAreThePages(t *testing.T) {
	css, err := os.ReadFile("../../assets/site/style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, _, _ := strings.Cut(string(css), "@media (prefers-color-scheme: dark)")
	for n, colours := range rateColours {
		for i, colour := range colours {
			if want := fmt.Sprintf("--rate-%d-%d: %s;", n+1, i+1, colour); !strings.Contains(light, want) {
				t.Errorf("style.css does not say %q", want)
			}
		}
	}
	for i, colour := range pinColours {
		if want := fmt.Sprintf("--pin-%d: %s;", i+1, colour); !strings.Contains(light, want) {
			t.Errorf("style.css does not say %q", want)
		}
	}
	for token, colour := range map[string]string{"paper": paper, "ink": ink, "soft": soft, "line": line,
		"accent": accent, "warn": warn} {
		if want := "--" + token + ": " + colour + ";"; !strings.Contains(light, want) {
			t.Errorf("style.css does not say %q", want)
		}
	}
}

// Every character has a width, and each weight its own.
func TestWidths(t *testing.T) {
	if n := len([]rune(known)); n != len(advances[regular]) {
		t.Fatalf("%d characters, %d widths", n, len(advances[regular]))
	}
	if got := width("Hi 5", 2048, regular); got != 1522+496+576+1215 { // H, i, space, 5
		t.Errorf("width %v", got)
	}
	if a, b, c := width("gasburden", 20, regular), width("gasburden", 20, semibold),
		width("gasburden", 20, bold); !(a < b && b < c) {
		t.Errorf("widths %v, %v, %v", a, b, c)
	}
	if got := width("漢", 20, regular); got != 20 {
		t.Errorf("an unknown character is %v wide", got)
	}
	for _, r := range "−–…’“”·÷×%" {
		if place(r) < 0 {
			t.Errorf("no %q", r)
		}
	}
	for _, r := range "≤→α漢\x00\u00ad\ufffd" {
		if place(r) >= 0 {
			t.Errorf("%q has a width", r)
		}
	}
}

func BenchmarkCard(b *testing.B) {
	for _, name := range []string{"default", "latest"} {
		page := pageOf(b, then)
		if name == "latest" {
			page = pageOf(b, then, "snapshot=2025-09-09")
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				SVG(heroOf(page), where)
			}
		})
	}
}
