package engine

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/ask"
)

type flipped struct {
	*ask.Answer
	labels map[string][]flipLabel // by class
	curve  [][2]float64
}

type flipLabel struct {
	x, y float64
	text string
}

var flipPoint = regexp.MustCompile(`[ML]([0-9.-]+) ([0-9.-]+)`)

func flipOf(t *testing.T, e *Engine, r Request) flipped {
	t.Helper()
	out := flipped{Answer: finish(t, e, "breakeven", r).Answer, labels: map[string][]flipLabel{}}
	number := func(text string) float64 {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, shape := range out.Drawing.Shapes {
		if shape.Kind == ask.Label {
			out.labels[shape.Class] = append(out.labels[shape.Class], flipLabel{shape.Numbers[0], shape.Numbers[1],
				shape.Text})
		}
		if shape.Class != "curve" {
			continue
		}
		for _, m := range flipPoint.FindAllStringSubmatch(shape.Text, -1) {
			out.curve = append(out.curve, [2]float64{number(m[1]), number(m[2])})
		}
	}
	return out
}

// cut reports whether the drawing marks where the curve leaves it.
func (f flipped) cut() bool {
	return slices.ContainsFunc(f.Drawing.Shapes, func(shape ask.Shape) bool { return shape.Class == "cut" })
}

// The plot's edges, pixels.
const flipTop, flipBottom = 22, 240 - 44

// A curve without poles is drawn whole, to the last tick, with labels that leave each other and the marks alone, at
// all widths.
func TestBreakEvenIsDrawnWhole(t *testing.T) {
	e := explorer(t)
	for _, target := range []float64{0.01, 0.02, 0.03} {
		for _, width := range []int{300, 420, 760} {
			f := flipOf(t, e, Request{Query: "v=1", Asked: Asked{Figure: "month_direct_over_netflow",
				Input: "adoption_share", Target: target, Width: width}})
			for _, p := range f.curve {
				if p[1] < flipTop || p[1] > flipBottom {
					t.Fatalf("the curve leaves the chart at %v", p)
				}
			}
			if f.cut() || len(f.curve) < 100 {
				t.Errorf("it is cut, or has %d points", len(f.curve))
			}
			if x := f.labels["x"]; x[len(x)-2].text != "100 %" { // the axis' own name is last
				t.Errorf("at %d px the last tick is %q", width, x[len(x)-2].text)
			}
			var placed []flipLabel
			for _, class := range []string{"now-mark", "crossing-mark", "target-mark"} {
				if len(f.labels[class]) != 1 {
					t.Errorf("%d labels %s", len(f.labels[class]), class)
				}
				for _, l := range f.labels[class] {
					half := float64(len([]rune(l.text))) * 7 / 2
					if l.x-half < 60 || l.x+half > float64(width) {
						t.Errorf("at %d px %q is cut off", width, l.text)
					}
					for _, o := range placed {
						if dx, dy := l.x-o.x, l.y-o.y; max(dx, -dx) < half+float64(len([]rune(o.text)))*7/2 &&
							max(dy, -dy) < 12 {
							t.Errorf("at %d px %q lies on %q", width, l.text, o.text)
						}
					}
					placed = append(placed, l)
				}
			}
		}
	}
}

// Where a flow passes through zero, the curve is cut, and the cut is marked and said.
func TestBreakEvenMarksACut(t *testing.T) {
	e := explorer(t)
	f := flipOf(t, e, Request{Query: "v=1&snapshot=2023-07-31", Asked: Asked{Figure: "month_gas_over_netflow",
		Input: "lock_target", Target: 0.03, Width: 760}})
	beyond := 0
	for _, p := range f.curve {
		if p[1] < flipTop || p[1] > flipBottom {
			beyond++
		}
	}
	if beyond == 0 {
		t.Fatal("no pole: choose another input")
	}
	if !f.cut() || !strings.Contains(strings.Join(f.Drawing.Hints, " "), "The axis ends before the curve") {
		t.Error("the cut is not marked")
	}
	if shown := flipOf(t, e, Request{Query: "v=1&snapshot=2023-07-31",
		Asked: Asked{Figure: "month_gas_over_netflow", Input: "base_fee_nanofil", Target: 0.03,
			Width: 760}}); !strings.Contains(strings.Join(shown.Drawing.Hints, " "), "searched up to 1,000 nanoFIL") {
		t.Error("nothing says that the axis of the base fee ends before its range")
	}
	if beyond > len(f.curve)/2 {
		t.Errorf("%d of %d points are cut off", beyond, len(f.curve))
	}
}

// What makes no difference, and what has no value, is said as that.
func TestBreakEvenSaysWhy(t *testing.T) {
	e := explorer(t)
	for _, c := range []struct {
		asked Asked
		want  string
	}{
		{Asked{Figure: "gas_fil", Input: "adoption_share", Target: 1e6}, "makes no difference to"},
		{Asked{Figure: "day_gas_over_netflow", On: "2030-01-01", Input: "adoption_share", Target: 0.01},
			"the run has no such day."},
	} {
		said := flipOf(t, e, Request{Query: "v=1&snapshot=2023-07-31", Asked: c.asked}).Said[0]
		if !strings.Contains(said, c.want) || strings.ToUpper(said[:1]) != said[:1] {
			t.Errorf("it says %q, want %q", said, c.want)
		}
	}
}
