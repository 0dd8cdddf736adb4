package evidence

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestParts: what the methodology page says of what was measured is that of shared/notes/price-of-gas.md, sections 2, 4
// and 5, as the shipped fees have it (they leave 2025-05-26 out), in both languages, with no placeholder left.
func TestParts(t *testing.T) {
	e := load(t)
	english, chinese := Parts(e, English()), Parts(e, Chinese())
	if len(english) != 4 || len(chinese) != 4 {
		t.Fatalf("%d and %d parts", len(english), len(chinese))
	}
	for i := range english {
		english[i][2] = strings.ReplaceAll(english[i][2], "\u00a0", " ")
	}
	for i, want := range [][]string{
		{"<td>1,265</td><td>187,825</td>", "<td>54,830</td>", "from 12 October 2022 to 1 January 2024 the fee was not"},
		{"<th scope=\"row\">September 2024</th><td>30</td><td>24.3 %</td><td>24.9 %</td>",
			"<th scope=\"row\">All days</th><td>398</td><td>8.9 %</td><td>9.4 %</td>", "has been 12.6 % lower since FIP-0076",
			"a deal takes 7.7 % less gas (131 million before, 130 million from 24 April 2024 on, 118 million since " +
				"the upgrade nv23 of 6 August 2024)", "fell by 5.3 %"},
		{"<td>538</td><td>44.1</td><td>2.5</td><td>86 %</td><td>0.109 (0.244)</td><td>91 %</td><td>0.076 (0.122)</td>",
			"<th scope=\"row\">July 2025</th><td>3.98</td><td>47.9</td><td>82 %</td><td>640</td><td>53</td><td>1.1</td>" +
				"<td>1,500</td><td>31</td>",
			"<th scope=\"row\">February 2026</th>", "At a constant 0.0306 nanoFIL", "months: 1.4 for the price",
			"3.1 for the constant price", "2 of the months are within a factor of ten, 7 within a factor of a hundred",
			"publishing comes to about 34 FIL a day where 92 FIL were paid, and on 15 July 2024 to about 3.6 FIL where " +
				"it was 260 FIL",
			"it comes to about 1,900 FIL", "error (WAPE) of 11.9 % and a bias of −4 %",
			"a Brier score of 0.264 on 173 days of 2025; the same chance for every day has 0.248"},
		// The network of 2026, 3; the forecasts are this program's own.
		{"power ends +169 % off", "off by 7.9 % on average instead of 66.9 %", "by 0.6 % instead of 2.8 %",
			"<td>66.9 % (+169 %)</td><td>27.4 % (+58 %)</td>", "<td>7.9 % (+16 %)</td><td>5.6 % (−7 %)</td>",
			"each of 8 quarters, 1 July 2023 to 1 April 2025",
			"after a year raw power was off by 16 % on average (in MechaFIL’s way: 82 %)",
			"<td>12 months</td><td>81.9 % (+112 %)</td><td>16.5 % (+33 %)</td><td>11.1 % (−19 %)</td><td>5</td>"},
	} {
		for _, w := range want {
			if !strings.Contains(english[i][2], w) {
				t.Errorf("%s does not say %q", english[i][0], w)
			}
		}
		for _, part := range [][3]string{english[i], chinese[i]} {
			if at := strings.IndexAny(part[2], "{}"); at >= 0 {
				t.Errorf("%s: a placeholder is left: %.60q", part[0], part[2][at:])
			}
		}
		for _, tag := range []string{"<tr", "<td", "<circle", "<p"} {
			if got, want := strings.Count(chinese[i][2], tag), strings.Count(english[i][2], tag); got != want {
				t.Errorf("%s: %d times %s in Chinese, in English %d", english[i][0], got, tag, want)
			}
		}
	}
}

// TestMonthPlots: a mark stands where its value is on the scale, read back from the lines across, which have names.
func TestMonthPlots(t *testing.T) {
	e := load(t)
	for id, c := range map[string]struct {
		class  string
		values func(i int) float64
		lines  []float64
		scale  func(float64) float64
	}{
		"direct": {"mean", func(i int) float64 { return e.Direct.Months[i].Share },
			[]float64{0, 0.05, 0.1, 0.15, 0.2, 0.25}, func(v float64) float64 { return v }},
		"price": {"forecast", func(i int) float64 { return e.Price.Months[i].ForecastFIL },
			[]float64{0.001, 0.01, 0.1, 1, 10, 100, 1000, 10000}, math.Log10},
	} {
		plot := figures(e, English())[id]
		_, plot, _ = strings.Cut(plot, `class="months"`)
		var lines []float64
		for _, m := range regexp.MustCompile(`class="line" d="M50 ([0-9.]+)H`).FindAllStringSubmatch(plot, -1) {
			y, _ := strconv.ParseFloat(m[1], 64)
			lines = append(lines, y)
		}
		if len(lines) != len(c.lines) {
			t.Fatalf("%s: lines at %v", id, lines)
		}
		first, last := c.scale(c.lines[0]), c.scale(c.lines[len(lines)-1])
		marks := regexp.MustCompile(`class="`+c.class+`" cx="[0-9.]+" cy="([0-9.]+)"`).FindAllStringSubmatch(plot, -1)
		if len(marks) < 8 {
			t.Fatalf("%s: %d marks", id, len(marks))
		}
		for i, m := range marks {
			y, _ := strconv.ParseFloat(m[1], 64)
			read := first + (y-lines[0])/(lines[len(lines)-1]-lines[0])*(last-first)
			if want := c.scale(c.values(i)); math.Abs(read-want) > 0.002*(last-first) {
				t.Errorf("%s: mark %d reads %v, want %v", id, i, read, want)
			}
		}
	}
	if spoken := figures(e, English())["price"]; !strings.Contains(spoken,
		"July 2025 forecast about 640, measured 53; August 2025") {
		t.Error("who cannot see the chart hears no figures")
	}
	if about(0) != "–" || about(math.NaN()) != "–" || about(1463) != "1,500" || about(0.00414) != "0.0041" {
		t.Error("about is not two digits")
	}
}
