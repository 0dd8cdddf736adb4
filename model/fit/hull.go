package fit

import (
	"cmp"
	"fmt"
	"slices"
)

// Hull returns the corners of the convex hull of the points (x, y), counterclockwise from the
// smallest x (then y), without points on an edge. The error wraps ErrSingular when all points lie on a line.
// Method: Andrew's monotone chain, 1979.
func Hull(x, y []float64) ([][2]float64, error) {
	if len(x) != len(y) {
		panic("fit: hull of slices of different lengths")
	}
	points := make([][2]float64, len(x))
	for i := range x {
		points[i] = [2]float64{x[i], y[i]}
	}
	slices.SortFunc(points, func(a, b [2]float64) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
	points = slices.Compact(points)
	hull := chain(points)
	slices.Reverse(points)
	hull = append(hull, chain(points)...)
	if len(hull) < 3 {
		return nil, fmt.Errorf("%w: the points of (deal power, ratio) lie on a line", ErrSingular)
	}
	return hull, nil
}

// chain returns the corners that turn left from the first sorted point to the last, without the last.
func chain(points [][2]float64) [][2]float64 {
	var corners [][2]float64
	for _, p := range points {
		for n := len(corners); n >= 2 && turn(corners[n-2], corners[n-1], p) <= 0; n = len(corners) {
			corners = corners[:n-1]
		}
		corners = append(corners, p)
	}
	if len(corners) == 0 {
		return nil
	}
	return corners[:len(corners)-1]
}

// turn is positive when the way from a over b to c turns left.
func turn(a, b, c [2]float64) float64 {
	return float64((b[0]-a[0])*(c[1]-a[1])) - float64((b[1]-a[1])*(c[0]-a[0]))
}
