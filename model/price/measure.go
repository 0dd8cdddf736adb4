package price

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

// LevelDays is how many published days a snapshot's levels are taken from.
const LevelDays = 90

// PartialDay is a day of which a fifth was published: 10 Tgas between days of 49.
var PartialDay = day.Of(2025, 4, 28)

// Measured are the levels of a time, and what the network did then.
type Measured struct {
	Levels
	First, Last   day.Day
	Days          int     // that were counted
	DealPiB       float64 // means of a day: deal power onboarded,
	OnboardedPiB  float64 // raw power onboarded,
	RawEiB        float64 // raw power,
	LoadOfMeanDay float64 // and the load that the levels make of these three, Tgas
}

// Measure takes the levels from the last 90 days with published gas up to and including last, the partial day left out:
// sums of gas over sums of the amounts, for other gas the median. All columns of the table must be loaded. An error
// names the column without a value.
func Measure(t *model.Table, last day.Day) (*Measured, error) {
	m := new(Measured)
	var publish, onboard, window, deal, raw, power float64
	var other []float64
	seen := 0
	for i := min(t.Row(last), t.Len()-1); i >= 0 && seen < LevelDays; i-- {
		if math.IsNaN(t.GasTotal[i]) {
			continue
		}
		if seen++; seen == 1 {
			m.Last = t.Date(i)
		}
		m.First = t.Date(i)
		if t.Date(i) == PartialDay {
			continue
		}
		m.Days++
		row := t.Features(i)
		publish += row.GasGgas
		onboard += t.PreCommitGgas(i) + t.ProveCommitGgas(i)
		window += t.WindowPoStGgas(i)
		other = append(other, t.GasOther[i])
		deal += row.DealPiB
		raw += t.OnboardedRawPiB[i]
		power += t.RawPowerEiB[i]
	}
	if m.Days == 0 {
		return nil, model.NonePublished("gas_total", last)
	}
	m.PublishTgasPerPiB, m.OnboardTgasPerPiB = publish/deal/GgasPerTgas, onboard/raw/GgasPerTgas
	m.WindowTgasPerEiB, m.OtherTgas = window/power/GgasPerTgas, model.Median(other)/GasPerTgas
	n := float64(m.Days)
	m.DealPiB, m.OnboardedPiB, m.RawEiB = deal/n, raw/n, power/n
	m.LoadOfMeanDay = m.Load(m.PublishTgasPerPiB*m.DealPiB, m.OnboardedPiB, m.RawEiB)
	return m, nil
}

const (
	GgasPerTgas = 1000 // Ggas, the unit of gas models, in a Tgas, that of loads
	GasPerTgas  = 1e12
)

// MeanWhenPriced is the mean of the base fees (nanoFIL) that are at least PricedNanoFIL, and how many there are: the
// level of a time. NaN without any; NaN among the fees is a day without one.
func MeanWhenPriced(feesNanoFIL []float64) (level float64, days int) {
	sum := 0.0
	for _, fee := range feesNanoFIL {
		if fee >= PricedNanoFIL {
			sum += fee
			days++
		}
	}
	return sum / float64(days), days
}
