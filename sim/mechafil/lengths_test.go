package mechafil_test

import (
	"testing"
)

// TestSeriesLengths: N + H entries, one-year series 364 fewer, none if the run is shorter.
func TestSeriesLengths(t *testing.T) {
	for _, c := range []struct {
		snapshot               int
		horizon, days, oneYear int // source: notes on MechaFIL; N is 30 and 1065
	}{
		{0, 1, 31, 0}, {0, 2, 32, 0}, {0, 333, 363, 0}, {0, 334, 364, 0}, {0, 335, 365, 1},
		{0, 364, 394, 30}, {0, 365, 395, 31}, {0, 1095, 1125, 761}, {0, 7300, 7330, 6966},
		{1, 1, 1066, 702}, {1, 365, 1430, 1066},
	} {
		s := snapshots(t)[c.snapshot]
		r := simulate(t, s, defaultForecast(c.horizon))
		for _, series := range r.Series() {
			want := c.days
			if series.Name == "return_per_sector_1y_fil" || series.Name == "roi_per_sector_1y" {
				want = c.oneYear
			}
			if len(series.Values) != want || series.Length != want {
				t.Errorf("%s, horizon %d: %s has %d of %d values, want %d", s.Name, c.horizon, series.Name,
					len(series.Values), series.Length, want)
			}
		}
	}
}

// TestOneYearSums recomputes the running sums of the one-year figures from scratch.
func TestOneYearSums(t *testing.T) {
	const rel = 1e-12 // rounding of a running sum over 20 years
	r := simulate(t, snapshots(t)[0], defaultForecast(7300))
	for _, e := range []int{0, 1, 30, 364, 1000, len(r.ReturnPerSector1yFIL) - 1} {
		sum := 0.0
		for _, reward := range r.RewardPerSectorFIL[e : e+365] {
			sum += reward
		}
		if got := r.ReturnPerSector1yFIL[e]; got < sum*(1-rel) || got > sum*(1+rel) {
			t.Errorf("return of the year from entry %d is %v, want %v", e, got, sum)
		}
		roi := sum / r.PledgePerSectorFIL[e]
		if got := r.ROIPerSector1y[e]; got < roi*(1-rel) || got > roi*(1+rel) {
			t.Errorf("return on pledge of the year from entry %d is %v, want %v", e, got, roi)
		}
	}
}
