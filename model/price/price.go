// Package price says what a unit of gas costs: the base fee that follows from how full blocks are, what is burnt and
// tipped on top of it, and who pays how much. It takes values and returns values; the page links it.
//
// Gas has a price only when blocks are full. Up to 41 Tgas of gas a day the base fee has stood at the protocol's
// minimum, above 44 at what senders bid; that knee stayed in place from 2020 to 2025 while the bids moved by a factor
// of 200. So the fee of a day is a probability of being priced times a level. It tells orders of magnitude, no more.
package price

import (
	"errors"
	"strconv"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/model/protocol"
)

// What the protocol and its history fix.
const (
	// MinimumNanoFIL is the least base fee: 100 attoFIL.
	MinimumNanoFIL = 1e-7

	// PricedNanoFIL is the base fee from which on a day counts as priced. The few days between it and the minimum
	// lie in the step itself.
	PricedNanoFIL = 1e-4

	// CapacityTgas is the gas of the fullest day ever, 2024-12-12; 120 of 511 days of 2024 and 2025 were above 48.
	// What a scenario asks for beyond it did not fit into blocks.
	CapacityTgas = 51.4

	// PaddedTgas is the gas limit of a day's messages from which on FIP-0115's premium can be above zero: a tipset is
	// padded with free gas up to 10 Ggas and the premium is that of its cheapest fifth, so 8 of them must be asked for.
	// A day has 2,880 tipsets.
	PaddedTgas = 2880 * 8e-3

	// LowestShare is the share of tipsets above PaddedTgas below which the fee falls to the minimum all the same: it
	// rises by an eighth in them and falls by an eighth in the others, and 0.53 ln(9/8) + 0.47 ln(7/8) is zero.
	// Params.Low counts the share in a straight line instead, since days of one load are not alike.
	LowestShare = 0.53
)

// What the price was off by on the months after its fit, 2025-07 to 2026-02, as package validate finds it.
const (
	// ErrorFactor is the mean error of a month's burn as a factor, either way: 1.4 powers of ten.
	ErrorFactor = 25
	// ErrorHeld of ErrorMonths months were off by no more than that.
	ErrorHeld, ErrorMonths = 5, 8
)

// PremiumRule is the day of network version 28, which brought FIP-0115. As everywhere, an upgrade's own day counts as
// old.
var PremiumRule = protocol.Version(28).Day()

// Params are the assumptions on the price of gas.
type Params struct {
	KneeTgas, WidthTgas float64 // load at which every second day is priced, and the width of the step, Tgas a day
	LevelNanoFIL        float64 // base fee of a priced day, nanoFIL a unit of gas
	PremiumNanoFIL      float64 // premium at the 20th percentile of a tipset, P20, nanoFIL a unit of gas limit
	TipNanoFIL          float64 // mean premium, nanoFIL a unit of gas limit
	LimitOverUsed       float64 // gas limit over gas used, k
	SpreadTgas          float64 // half the width over which the low price sets in, Tgas of gas limit a day, h
}

// The parameters that no snapshot changes. Sources: knee and width fitted by package fit to 2024-01-02..2025-06-24; the
// premium is clients' minimum of 100,000 attoFIL (FIP-0115); tips are what senders paid in April 2026, 1.85 FIL a day
// over 6.99 Tgas, over k; k is clients' default, which the over-estimation burn confirms (1.28 in 2020-22, 1.25 in
// 2025); the spread is an assumption, a third of PaddedTgas.
const (
	KneeTgas       = 44.16
	WidthTgas      = 2.47
	PremiumNanoFIL = 1e-4
	TipNanoFIL     = 2.1e-4
	LimitOverUsed  = 1.25
	SpreadTgas     = 7.68
)

// Standard are the parameters with a level for priced days.
func Standard(levelNanoFIL float64) Params {
	return Params{
		KneeTgas: KneeTgas, WidthTgas: WidthTgas, LevelNanoFIL: levelNanoFIL, PremiumNanoFIL: PremiumNanoFIL,
		TipNanoFIL: TipNanoFIL, LimitOverUsed: LimitOverUsed, SpreadTgas: SpreadTgas,
	}
}

// Priced is the probability, 0..1, that a day with a load of gas is priced, P(priced | load). The load is what senders
// ask for, Tgas a day, also beyond CapacityTgas.
func (p *Params) Priced(loadTgas float64) float64 {
	priced := [1]float64{loadTgas}
	p.steps(priced[:], priced[:], nil, nil)
	return priced[0]
}

// Padded is the share of a day's tipsets, 0..1, in which FIP-0115's premium is above zero, Q.
func (p *Params) Padded(loadTgas float64) float64 {
	share := (float64(p.LimitOverUsed*loadTgas) - PaddedTgas + p.SpreadTgas) / (2 * p.SpreadTgas)
	if share < 0 { // math.Min and math.Max cost more than all else here
		return 0
	}
	if share > 1 {
		return 1
	}
	return share
}

// Low is the base fee of a day that is not priced, in nanoFIL per gas: the minimum, and from FIP-0115 on towards eight
// times the premium as tipsets fill.
func (p *Params) Low(loadTgas float64, fip0115 bool) float64 {
	if !fip0115 {
		return MinimumNanoFIL
	}
	return between(p.Padded(loadTgas), MinimumNanoFIL, p.settled())
}

// settled is the low price where every tipset is full enough.
func (p *Params) settled() float64 {
	if settled := 8 * p.PremiumNanoFIL; settled > MinimumNanoFIL {
		return settled
	}
	return MinimumNanoFIL
}

// between is b for a share of the time, and a for the rest.
func between(share, a, b float64) float64 { return float64(share*b) + float64((1-share)*a) }

// FIP0115 reports whether the rule of FIP-0115 holds on a day.
func FIP0115(d day.Day) bool { return d > PremiumRule }

// Fee is the expected base fee of a day with a load of gas (Tgas), in nanoFIL per gas. That the knee and the level of
// the former rule stand above the low price of FIP-0115 is an assumption: nothing was published after April 2026.
func (p *Params) Fee(loadTgas float64, d day.Day) float64 {
	return p.fee(loadTgas, FIP0115(d))
}

func (p *Params) fee(loadTgas float64, fip0115 bool) float64 {
	return between(p.Priced(loadTgas), p.Low(loadTgas, fip0115), p.LevelNanoFIL)
}

// Days are consecutive days of a run, one value a day each: the gas that is asked for, the probability of being priced
// and the expected base fee.
type Days struct{ LoadTgas, Priced, FeeNanoFIL []float64 }

// Of is a part of the days.
func (d Days) Of(part func([]float64) []float64) Days {
	return Days{part(d.LoadTgas), part(d.Priced), part(d.FeeNanoFIL)}
}

// Fill computes the probabilities and the fees from the loads. The rule of FIP-0115 holds from entry premium on. Where
// the load is that of known, whose days are filled, so is the rest: an exponential less for each.
func (d Days) Fill(p *Params, premium int, known Days) {
	load := d.LoadTgas
	priced, fee := d.Priced[:len(load)], d.FeeNanoFIL[:len(load)]
	p.steps(priced, load, known.LoadTgas, known.Priced)
	level, settled := p.LevelNanoFIL, p.settled()
	for t, tgas := range load {
		low := MinimumNanoFIL
		if t >= premium {
			low = between(p.Padded(tgas), MinimumNanoFIL, settled)
		}
		fee[t] = between(priced[t], low, level)
	}
}

// HalfLowTgas is the load at which half of the tipsets reach the low price, Tgas of gas used a day: Padded is 1/2.
func (p *Params) HalfLowTgas() float64 { return PaddedTgas / p.LimitOverUsed }

// Fitting is the share of a load, 0..1, that blocks can take up. Gas of every kind is scaled by it.
func Fitting(loadTgas float64) float64 {
	if loadTgas > CapacityTgas {
		return CapacityTgas / loadTgas
	}
	return 1
}

// Range is the legal values of a number, both ends included.
type Range struct{ Min, Max float64 }

func (r Range) String() string {
	return strconv.FormatFloat(r.Min, 'g', -1, 64) + ".." + strconv.FormatFloat(r.Max, 'g', -1, 64)
}

// Legal ranges. A width or a spread of zero would divide by zero.
var (
	LoadRange    = Range{0, 1e6} // Tgas a day
	KneeRange    = Range{20, 100}
	WidthRange   = Range{0.1, 20}
	LevelRange   = Range{0, 10}
	PremiumRange = Range{0, 0.01}
	TipRange     = Range{0, 0.01}
	LimitRange   = Range{1, 2}
	SpreadRange  = Range{0.1, 20}
)

// Check says which parameters lie outside their ranges, or that the load does; each fault names field, value and range.
// The names are those of scenarios.
func (p *Params) Check() error {
	return check([]checked{
		{"knee_tgas", p.KneeTgas, KneeRange}, {"knee_width_tgas", p.WidthTgas, WidthRange},
		{"priced_level_nanofil", p.LevelNanoFIL, LevelRange}, {"premium_nanofil", p.PremiumNanoFIL, PremiumRange},
		{"tip_nanofil", p.TipNanoFIL, TipRange}, {"gas_limit_ratio", p.LimitOverUsed, LimitRange},
		{"premium_spread_tgas", p.SpreadTgas, SpreadRange},
	})
}

// CheckLoad refuses a load below zero or that is none.
func CheckLoad(tgas float64) error { return check([]checked{{"load_tgas", tgas, LoadRange}}) }

type checked struct {
	field string
	value float64
	legal Range
}

func check(list []checked) error {
	var faults []error
	for _, c := range list {
		if !(c.value >= c.legal.Min && c.value <= c.legal.Max) {
			faults = append(faults, fault.Bad(c.field, strconv.FormatFloat(c.value, 'g', -1, 64),
				fault.Within(fault.NumberIn, c.legal.Min, c.legal.Max)))
		}
	}
	return errors.Join(faults...)
}
