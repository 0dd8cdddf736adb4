package draw

// point is a place in the chart, px.
type point struct{ x, y float64 }

// tolerance is how far a simplified line may leave the line that it stands for, px.
const tolerance = 0.4

// simplify keeps the points that a line needs to stay within the tolerance (Ramer, Douglas, Peucker). The
// first and the last stay.
func simplify(line []point) []point {
	if len(line) < 3 {
		return line
	}
	keep := make([]bool, len(line))
	keep[0], keep[len(line)-1] = true, true
	for open := [][2]int{{0, len(line) - 1}}; len(open) > 0; {
		from, to := open[len(open)-1][0], open[len(open)-1][1]
		open = open[:len(open)-1]
		far, most := -1, tolerance*tolerance
		for i := from + 1; i < to; i++ {
			if d := distance2(line[i], line[from], line[to]); d > most {
				far, most = i, d
			}
		}
		if far >= 0 {
			keep[far] = true
			open = append(open, [2]int{from, far}, [2]int{far, to})
		}
	}
	out := make([]point, 0, len(line)/4)
	for i, p := range line {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}

// distance2 is the square of how far p lies from the segment between a and b.
func distance2(p, a, b point) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	px, py := p.x-a.x, p.y-a.y
	length := float64(dx*dx) + float64(dy*dy)
	along := float64(px*dx) + float64(py*dy)
	switch {
	case along <= 0 || length == 0:
	case along >= length:
		px, py = p.x-b.x, p.y-b.y
	default:
		at := along / length
		px, py = px-float64(at*dx), py-float64(at*dy)
	}
	return float64(px*px) + float64(py*py)
}

// path writes points as the data of a path: M, then the rest of the line.
func (p *svg) path(line []point) {
	for i, at := range line {
		switch i {
		case 0:
			p.put("M")
		case 1:
			p.put("L")
		default:
			p.put(" ")
		}
		p.number(at.x)
		p.put(" ")
		p.number(at.y)
	}
}
