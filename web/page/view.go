package page

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/web/words"
)

// What the reader may choose of the view. It changes no result.
const (
	BandOff     = "off"
	defaultBand = "1" // 80 %
	BandOfDays  = "day"
	BandOfMeans = "mean"

	GasInFIL   = "fil"
	GasInGas   = "gas"
	GasOfTotal = "share"
)

// BandOptions are the widths of the band.
func (p *Page) BandOptions() []Option {
	out := []Option{{BandOff, p.Text.BandOff}}
	for k, coverage := range model.Coverages {
		out = append(out, Option{strconv.Itoa(k), words.Fill(p.Text.BandWidth, "coverage", p.Text.RateName(coverage))})
	}
	return out
}

// BandOfOptions are what the band may be of.
func (p *Page) BandOfOptions() []Option {
	means := words.Fill(p.Text.BandOfMeans, "n", words.Count(p.Scenario.SmoothingDays))
	return []Option{{BandOfDays, p.Text.BandOfDays}, {BandOfMeans, means}}
}

// UnitOptions are the units of the gas chart.
func (p *Page) UnitOptions() []Option {
	return []Option{{GasInFIL, p.Text.UnitFIL}, {GasInGas, p.Text.UnitGas}, {GasOfTotal, p.Text.UnitShare}}
}

// bandName is a band's width as a link has it: percent.
func bandName(band string) string {
	if k, err := strconv.Atoi(band); err == nil {
		return strconv.Itoa(int(math.Round(100 * model.Coverages[k])))
	}
	return band
}

// bandNamed is the band of a width.
func bandNamed(width string) string {
	for k := range model.Coverages {
		if band := strconv.Itoa(k); bandName(band) == width {
			return band
		}
	}
	return BandOff
}

// band gives the factors of the band on show, or nil.
func (p *Page) band() []float64 {
	k, err := strconv.Atoi(p.Band)
	if err != nil || p.Result.Bands == nil {
		return nil
	}
	if p.BandOf == BandOfMeans {
		return p.Result.Bands.Mean[k]
	}
	return p.Result.Bands.Day[k]
}
