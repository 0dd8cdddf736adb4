package crosscheck

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
)

var (
	first = day.Of(2023, 1, 1)
	last  = day.Of(2023, 4, 10)
)

// series is one that varies, times factor.
func series(factor float64) Series {
	s := Series{}
	for d := first; d <= last; d++ {
		s[d] = factor * 1e12 * (10 + 3*math.Sin(float64(d)/5))
	}
	return s
}

func TestAgreement(t *testing.T) {
	r, err := Compare(series(1.002), series(1), first, last, DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	if wrong := r.Check(); wrong != nil {
		t.Errorf("%q", wrong)
	}
	if len(r.Days) != 100 || math.Abs(r.Ratio-1.002) > 1e-12 || math.Abs(r.MedianRatio-1.002) > 1e-12 ||
		math.Abs(r.Correlation-1) > 1e-12 {
		t.Errorf("%+v", r)
	}
	if len(r.Worst) != 10 || r.MissingLily != nil || r.MissingSpacescope != nil {
		t.Errorf("%d worst days, missing %v and %v", len(r.Worst), r.MissingLily, r.MissingSpacescope)
	}
}

// A fixed example computed by hand: x = 1,2,4 and y = 2,2,5; r = 5/sqrt(14/3*6).
func TestFigures(t *testing.T) {
	r, err := Compare(Series{first: 1, first + 1: 2, first + 3: 4, first + 4: 9, first + 6: math.NaN()},
		Series{first: 2, first + 1: 2, first + 2: 7, first + 3: 5, first + 6: 1}, first, first+10, DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	if r.Ratio != 7.0/9 || r.MedianRatio != 0.8 || math.Abs(r.Correlation-5/math.Sqrt(28)) > 1e-12 {
		t.Errorf("ratio %v, median %v, correlation %v", r.Ratio, r.MedianRatio, r.Correlation)
	}
	if r.Worst[0].Day != first || len(r.MissingLily) != 2 || r.MissingLily[0] != first+2 ||
		len(r.MissingSpacescope) != 1 || r.MissingSpacescope[0] != first+4 {
		t.Errorf("worst %v, missing %v and %v", r.Worst, r.MissingLily, r.MissingSpacescope)
	}
	for _, want := range []string{"days in both", "0.77778", "2: 2023-01-03, 2023-01-07", "1: 2023-01-05",
		"2023-01-01"} {
		if !strings.Contains(r.Table(), want) {
			t.Errorf("the table does not say %q:\n%s", want, r.Table())
		}
	}
}

func TestDisagreement(t *testing.T) {
	noisy, gappy, flat := series(1), series(1), Series{}
	for d := first; d <= last; d++ {
		if d%3 == 0 {
			noisy[d] *= 1.4
		}
		if d%20 == 0 {
			delete(gappy, d)
		}
		flat[d] = 1e13
	}
	for name, c := range map[string]struct {
		lily Series
		want []string
	}{
		"level": {series(1.05), []string{"1.0500", "0.9700 to 1.0300"}},
		"noise": {noisy, []string{"correlation"}},
		"gaps":  {gappy, []string{"5 of 100 days"}},
		"flat":  {flat, []string{"correlation NaN"}},
	} {
		r, err := Compare(c.lily, series(1), first, last, DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		wrong := r.Check()
		if wrong == nil {
			t.Errorf("%s passes", name)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(strings.Join(wrong, "\n"), want) {
				t.Errorf("%s: %q does not say %q", name, wrong, want)
			}
		}
	}
	if _, err := Compare(Series{first: 1}, series(1), first, last, DefaultLimits); err == nil ||
		!strings.Contains(err.Error(), "1 days") {
		t.Errorf("one day in common: %v", err)
	}
}

// The picture is well-formed, shows every day, and breaks its lines at gaps, whatever the figures are.
func TestSVG(t *testing.T) {
	gappy := series(1.01)
	delete(gappy, first+50)
	zero := series(1)
	zero[first+3] = 0
	for name, c := range map[string]struct{ lily, spacescope Series }{
		"usual": {series(1.01), series(1)}, "gap": {gappy, series(1)}, "division by zero": {series(1), zero},
		"equal": {series(1), series(1)}, "nothing": {Series{first: 0, first + 1: 0}, Series{first: 0, first + 1: 0}},
	} {
		r, err := Compare(c.lily, c.spacescope, first, last, DefaultLimits)
		if err != nil {
			t.Fatal(err)
		}
		text := r.SVG()
		for d := xml.NewDecoder(strings.NewReader(text)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		for _, bad := range []string{"NaN", "Inf", "<script", "href"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s: the picture holds %s", name, bad)
			}
		}
		moves := strings.Count(text, "h.1")
		if want := map[string]int{"usual": 3, "gap": 6, "equal": 3, "division by zero": 4}[name]; want != 0 &&
			moves != want {
			t.Errorf("%s: %d pieces of lines, want %d", name, moves, want)
		}
	}
}
