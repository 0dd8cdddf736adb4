package model

import "math"

// GasPerGgas is the number of gas units in one Ggas, the unit of every fitted and predicted figure.
const GasPerGgas = 1e9

// FILPlusExcess is by how many times its raw power a FIL+ deal raises QA power: a deal counts ten times.
const FILPlusExcess = 9

// DealPower is the deal power onboarded on a day in PiB, from raw and quality-adjusted (QA)
// onboarding in PiB a day. A FIL+ deal counts ten times, so QA exceeds raw by nine times the
// deal power. Where rounding puts QA below raw the result is 0; NaN in either gives NaN.
func DealPower(onboardedRawPiB, onboardedQAPiB float64) float64 {
	return math.Max(0, (onboardedQAPiB-onboardedRawPiB)/FILPlusExcess)
}

// Row is one day seen by the gas model. A NaN says that a figure was not published.
type Row struct {
	DealPiB float64 // deal power onboarded, PiB a day
	Ratio   float64 // network QA power / raw power
	GasGgas float64 // PublishStorageDeals gas, Ggas a day
}

// Features returns the figures of row i of the table as the gas model uses them.
// The power, onboarding and GasPublishStorageDeals columns must be loaded.
func (t *Table) Features(i int) Row {
	return Row{
		DealPiB: DealPower(t.OnboardedRawPiB[i], t.OnboardedQAPiB[i]),
		Ratio:   t.QAPowerEiB[i] / t.RawPowerEiB[i],
		GasGgas: t.GasPublishStorageDeals[i] / GasPerGgas,
	}
}
