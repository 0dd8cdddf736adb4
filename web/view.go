package web

import (
	"math"
	"strconv"

	"github.com/gasburden/gasburden/model"
)

// What the reader may choose of the view. It changes no result.
const (
	bandOff     = "off"
	defaultBand = "1" // 80 %
	bandOfDays  = "day"
	bandOfMeans = "mean"

	gasInFIL   = "fil"
	gasInGas   = "gas"
	gasOfTotal = "share"
)

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
	return bandOff
}

// band gives the factors of the band on show, or nil.
func (p *Page) band() []float64 {
	k, err := strconv.Atoi(p.Band)
	if err != nil || p.Result.Bands == nil {
		return nil
	}
	if p.BandOf == bandOfMeans {
		return p.Result.Bands.Mean[k]
	}
	return p.Result.Bands.Day[k]
}
