package price

import (
	"cmp"
	"slices"
)

// FIP-0115 exactly, in attoFIL per gas as the chain counts. Source: the FIP's specification.
const (
	MinimumAttoFIL = 100            // least base fee
	BlockGasLimit  = 10_000_000_000 // to which a tipset's gas is padded or cut
	percentile     = 20
)

// NextBaseFee is the base fee after a tipset in attoFIL per gas, given that of the tipset and the premium at the 20th
// percentile of its gas. Both must be zero or more, and the fee below 2^62.
func NextBaseFee(fee, premium int64) int64 {
	most := (fee + 7) / 8 // largest change, rounded up
	return max(MinimumAttoFIL, fee+min(most, premium-most))
}

// Premium is what a message tips per unit of gas limit, by its fee cap and its premium cap, in attoFIL.
func Premium(fee, feeCap, premiumCap int64) int64 { return max(0, min(premiumCap, feeCap-fee)) }

// Bid is a message's premium in attoFIL per gas and its gas limit.
type Bid struct{ Premium, GasLimit int64 }

// PremiumP20 is the lowest premium such that more than a fifth of the block's gas pays that or less, given the messages
// of a tipset without duplicates: their gas is cut to BlockGasLimit, the cheapest first, or padded with gas at no
// premium.
func PremiumP20(bids []Bid) int64 {
	sorted := slices.Clone(bids)
	slices.SortFunc(sorted, func(a, b Bid) int { return cmp.Compare(b.Premium, a.Premium) })
	// From the dearest down, the premium sought is that of the gas at place limit*(1-20 %): what lies below is a fifth.
	const above = BlockGasLimit - BlockGasLimit*percentile/100
	var gas int64
	for _, b := range sorted {
		if gas += b.GasLimit; gas >= above {
			return b.Premium
		}
	}
	return 0
}
