package explore

import "math"

const (
	wideWidth  = 12 // of a character of Chinese, pixels
	labelAbove = 11 // from the line of writing to the top of its characters
	labelBelow = 4
)

// textWidth is about how wide a text of the chart is drawn.
func textWidth(text string) float64 {
	width := 0
	for _, r := range text {
		if r >= 0x2E80 {
			width += wideWidth
		} else {
			width += characterWidth
		}
	}
	return float64(width)
}

// box is a rectangle of the chart, pixels from its top left.
type box struct{ left, top, right, bottom float64 }

func around(x, y, size float64) box { return box{x - size, y - size, x + size, y + size} }

func (b box) overlap(c box) float64 {
	return max(0, min(b.right, c.right)-max(b.left, c.left)) * max(0, min(b.bottom, c.bottom)-max(b.top, c.top))
}

// flipLabels finds places for what is written among the marks of a chart.
type flipLabels struct {
	within box
	taken  []box        // by marks and labels
	curve  [][2]float64 // better left free
}

// places are where a label of a mark may stand, the best first: sides of it, in halves of the label and a gap, and
// pixels to the line of writing.
var places = [...][2]int8{{0, 19}, {0, -10}, {1, 4}, {-1, 4}, {1, 19}, {-1, 19}, {1, -10}, {-1, -10}, {0, 33}, {0, -24},
	{1, 33}, {-1, 33}, {1, -24}, {-1, -24}, {-3, 19}, {-3, -10}}

// place finds the place for the label of a mark that covers least: its middle, and the line of writing. There may be
// none within the chart; the table has the value then.
func (l *flipLabels) place(text string, x, y float64) (at [2]float64, ok bool) {
	half := textWidth(text)/2 + 3 // bold ones are wider
	var best box
	least := math.Inf(1)
	for _, p := range places {
		middle := min(l.within.right-half, max(l.within.left+half, x+float64(p[0])*(half+10)))
		line := y + float64(p[1])
		b := box{middle - half, line - labelAbove, middle + half, line + labelBelow}
		if b.top < l.within.top || b.bottom > l.within.bottom {
			continue
		}
		covered := 0.0
		for _, other := range l.taken {
			covered += 100 * b.overlap(other)
		}
		for _, point := range l.curve {
			covered += b.overlap(around(point[0], point[1], 1))
		}
		if covered < least {
			best, least = b, covered
		}
	}
	if math.IsInf(least, 1) {
		return at, false
	}
	l.taken = append(l.taken, best)
	return [2]float64{best.left + half, best.bottom - labelBelow}, true
}
