package price

// Saving is what a lower gas use at a lower fee saves in FIL, by cause.
type Saving struct{ LessGasFIL, LowerPriceFIL float64 }

// Total is the whole saving, FIL.
func (s Saving) Total() float64 { return s.LessGasFIL + s.LowerPriceFIL }

// Split divides the saving from gas used (Ggas) at a fee (nanoFIL per gas) to another gas use and fee between the two
// changes: each counts as the mean over both orders in which they can happen (the Shapley value), so that the parts
// add up to the whole.
func Split(gas, fee, gasAfter, feeAfter float64) Saving {
	return Saving{
		LessGasFIL:    (gas - gasAfter) * (fee + feeAfter) / 2,
		LowerPriceFIL: (fee - feeAfter) * (gas + gasAfter) / 2,
	}
}
