package price

import (
	"strconv"

	"github.com/gasburden/gasburden/model/fault"
)

// The base fees that a storage provider may ask about.
const (
	FeeNow  = "now"  // the minimum, at which the fee stood on most days from mid-2025 to April 2026, the last published
	FeeFull = "full" // that of days with full blocks, FullNanoFIL
	FeeOwn  = "own"  // the provider's own figure
)

// FullNanoFIL is the mean base fee of the 97 priced days of the 180 days to 2025-06-24, the last with gas.
const FullNanoFIL = 0.0162

// Question is what a storage provider asks: how much it onboards with FIL+ deals, in which deals, at which base fee.
type Question struct {
	MonthTiB        float64 `json:"month_tib"`
	DealsPerMessage float64 `json:"deals_per_message"`
	DealGiB         float64 `json:"deal_gib"`
	Fee             string  `json:"price"`            // one of the three above
	OwnNanoFIL      float64 `json:"base_fee_nanofil"` // with FeeOwn
}

// QuestionRanges are the legal values of a question's numbers.
var QuestionRanges = [...]Range{MonthRange, MessageRange, DealRange, FeeRange}

// Numbers are those that may be asked: TiB a month, deals a message, GiB of a deal, the provider's own base fee.
func (q *Question) Numbers() [len(QuestionRanges)]*float64 {
	return [...]*float64{&q.MonthTiB, &q.DealsPerMessage, &q.DealGiB, &q.OwnNanoFIL}
}

// StandardQuestion is about 100 TiB a month in deals of 32 GiB, eight to a message, as FIP-0045 counts, at today's fee.
func StandardQuestion() Question {
	return Question{MonthTiB: 100, DealsPerMessage: 8, DealGiB: 32, Fee: FeeNow}
}

// Quote is the answer: who pays what, through the market and directly.
type Quote struct {
	Question                // with the fee in OwnNanoFIL, whichever it is
	TipNanoFIL     float64  `json:"tip_nanofil"`
	GasLimitRatio  float64  `json:"gas_limit_ratio"`
	DirectFraction float64  `json:"direct_gas_fraction"`
	DealMgas       float64  `json:"deal_mgas"` // gas of publishing a deal
	Charges        []Charge `json:"units"`     // but for sectors that hold no whole deal
}

// FeeNanoFIL is the base fee that the question is about, nanoFIL per gas.
func (q *Question) FeeNanoFIL() (float64, error) {
	switch q.Fee {
	case FeeNow:
		return MinimumNanoFIL, nil
	case FeeFull:
		return FullNanoFIL, nil
	case FeeOwn:
		return q.OwnNanoFIL, check([]checked{{"base_fee_nanofil", q.OwnNanoFIL, FeeRange}})
	}
	return 0, fault.Bad("price", strconv.Quote(q.Fee), fault.OneOfQuoted(FeeNow, FeeFull, FeeOwn))
}

// Quote answers the question. Direct onboarding is at the same fee: one provider's choice moves none. Errors are
// faults, joined, and name field, value and legal range.
func (q *Question) Quote() (*Quote, error) {
	fee, err := q.FeeNanoFIL()
	if err != nil {
		return nil, err
	}
	p := StandardProvider(q.MonthTiB)
	p.DealGiB, p.DealsPerMessage = q.DealGiB, q.DealsPerMessage
	params := Standard(FullNanoFIL)
	all, err := p.Charges(&params, fee, fee)
	if err != nil {
		return nil, err
	}
	out := &Quote{Question: *q, TipNanoFIL: params.TipNanoFIL, GasLimitRatio: params.LimitOverUsed,
		DirectFraction: p.DirectFraction, DealMgas: 1000 * p.GgasPerDeal()}
	out.OwnNanoFIL = fee
	for _, c := range all {
		if c.Unit != PerSector32 || c.GiB >= q.DealGiB {
			out.Charges = append(out.Charges, c)
		}
	}
	return out, nil
}
