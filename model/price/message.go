package price

import "math"

// OverEstimation is the over-estimation burn as a share of base-fee burn, given gas limit over gas used: the protocol
// burns (limit - used) x (limit - 1.1 used) / used, so x = (k - 1)(k - 1.1), and nothing up to k = 1.1.
func OverEstimation(limitOverUsed float64) float64 {
	return (limitOverUsed - 1) * math.Max(0, limitOverUsed-1.1)
}

// LimitOf is the gas limit over gas used that explains an over-estimation burn as a share of base-fee burn, above 1.1.
func LimitOf(overEstimation float64) float64 {
	return (2.1 + math.Sqrt(0.01+4*overEstimation)) / 2 // root of (k-1)(k-1.1) = x
}

// Cost is what gas costs those who send it, in FIL. The first two are burnt, tips go to the block's producer.
type Cost struct {
	BaseFeeFIL        float64 `json:"base_fee_fil"`
	OverEstimationFIL float64 `json:"over_estimation_fil"`
	TipFIL            float64 `json:"tip_fil"`
}

// Burnt is what the cost takes out of the supply, FIL.
func (c Cost) Burnt() float64 { return c.BaseFeeFIL + c.OverEstimationFIL }

// Total is what senders pay, FIL.
func (c Cost) Total() float64 { return c.BaseFeeFIL + c.OverEstimationFIL + c.TipFIL }

// Cost is what an amount of gas used costs at a base fee in nanoFIL per gas. Ggas times nanoFIL per gas is FIL. Tips
// are paid on the gas limit.
//
//go:noinline
func (p *Params) Cost(gasGgas, feeNanoFIL float64) Cost {
	base := gasGgas * feeNanoFIL
	return Cost{
		BaseFeeFIL: base, OverEstimationFIL: base * OverEstimation(p.LimitOverUsed),
		TipFIL: gasGgas * p.LimitOverUsed * p.TipNanoFIL,
	}
}
