package mechafil

import "github.com/gasburden/gasburden/model/protocol"

// FIP-0100: a sector pays a fee a day, fixed when it is committed, extended or upgraded, from the circulating supply of
// then and its QA power. It is capped at half of the reward that is expected for it, and burnt.
const (
	SectorFeePerByte = 1.61817e-25 // of the circulating supply, a day and byte of QA power
	SectorFeeCap     = 0.5         // of the reward

	bytesPerPiB = 1 << 50
	// SectorFeePerPiB is SectorFeePerByte for a PiB.
	SectorFeePerPiB = SectorFeePerByte * bytesPerPiB
)

// SectorFee is the daily fee of QA power (PiB) that is committed at a circulating supply (FIL), FIL a day.
func SectorFee(qaPiB, supplyFIL float64) float64 { return SectorFeePerPiB * supplyFIL * qaPiB }

// BurnPath is what a forecast assumes of the burn where it follows from its causes: gas, FIP-0100's fee and all other.
type BurnPath struct {
	// PayingShare of the QA power pays the fee on the snapshot's day, fixed at a circulating supply of SupplyFIL. The
	// rest was committed before FIP-0100 and has not been extended since.
	PayingShare, SupplyFIL float64
	OtherFIL               float64 // penalties, terminations and the rest, FIL a day
}

// Burns are the causes of a run's burn by entry, FIL a day but where it is said; zero up to the snapshot's day. What
// FIP-0118 burns of the reward is Common's StreamBurntFIL.
type Burns struct {
	GasFIL, SectorFeeFIL, OtherFIL []float64

	// At the end of the day: the QA power that pays the fee and that does not yet, PiB, and the fee of the former
	// before
	// its cap. On the snapshot's day they are those that the run starts with.
	PayingPiB, UnpaidPiB, FeeFIL []float64

	duePiB []float64 // QA power that falls due
}

// newBurns makes room for the causes of a run's burn.
func (c *Common) newBurns(defined int) *Burns {
	b := new(Burns)
	series := b.series()
	c.memory.Deal(defined, series[:]...)
	for _, s := range series {
		clear((*s)[:c.HistoryDays+1])
	}
	return b
}

func (b *Burns) series() [7]*[]float64 {
	return [7]*[]float64{&b.GasFIL, &b.SectorFeeFIL, &b.OtherFIL, &b.PayingPiB, &b.UnpaidPiB, &b.FeeFIL, &b.duePiB}
}

// beginBurn sets out from the snapshot's day. gasFIL is what the gas of each forecast day burns; nil for nothing.
func (r *Result) beginBurn(gasFIL []float64) {
	b, n, of := r.Burns, r.HistoryDays, r.forecast.Burn
	past := r.BurntFIL
	r.memory.Deal(r.Defined, &r.BurntFIL)
	copy(r.BurntFIL, past[:n+1])
	alive := r.QAPowerEiB[n] * PiBPerEiB
	b.PayingPiB[n], b.UnpaidPiB[n] = of.PayingShare*alive, (1-of.PayingShare)*alive
	b.FeeFIL[n] = SectorFee(b.PayingPiB[n], of.SupplyFIL)
	for t := n + 1; t < r.Defined; t++ {
		b.GasFIL[t], b.OtherFIL[t] = 0, of.OtherFIL
		if i := t - n - 1; i < len(gasFIL) {
			b.GasFIL[t] = gasFIL[i]
		}
	}
}

// burn adds what is burnt on an entry. The fee of a sector that did not pay yet is fixed when it is first extended
// after the grace of FIP-0100; later extensions change it with its QA power alone.
func (r *Result) burn(t int) {
	b, d, i := r.Burns, r.Date(t), t-r.HistoryDays-1
	stays := 1 - r.forecast.leavingAt(i)
	fee, paying, unpaid := b.FeeFIL[t-1]*stays, b.PayingPiB[t-1]*stays, b.UnpaidPiB[t-1]*stays
	supply := r.CirculatingFIL[t-1]
	if alive := paying + unpaid; alive > 0 {
		due, renewed := b.duePiB[t], r.RenewedQAPiB[t]
		gone := (due - renewed) / alive
		fee -= gone * fee
		dueUnpaid, renewedUnpaid := due*unpaid/alive, renewed*unpaid/alive
		paying -= gone * paying
		if protocol.Version(26).Holds(d) {
			unpaid -= dueUnpaid
			paying += renewedUnpaid
			fee += SectorFee(renewedUnpaid, supply)
		} else {
			unpaid -= dueUnpaid - renewedUnpaid
		}
	}
	if protocol.Version(25).Holds(d) {
		paying += r.OnboardedQAPiB[t]
		fee += SectorFee(r.OnboardedQAPiB[t], supply)
	} else {
		unpaid += r.OnboardedQAPiB[t]
	}
	if r.opting != nil {
		r.upgrade(t, stays, &fee, &paying, &unpaid)
	}
	b.FeeFIL[t], b.PayingPiB[t], b.UnpaidPiB[t] = fee, paying, unpaid
	b.SectorFeeFIL[t] = min(fee, SectorFeeCap*r.ConsensusRewardFIL[t])
	r.BurntFIL[t] = r.BurntFIL[t-1] + b.GasFIL[t] + b.SectorFeeFIL[t] + b.OtherFIL[t]
	if r.StreamBurntFIL != nil {
		r.BurntFIL[t] += r.StreamBurntFIL[t]
	}
}

// upgrade is what opting in to FIP-0118 does to the fee: it is fixed anew for the whole sector. What has opted in falls
// due with its sectors, which the power that falls due does not count; what leaves early is gone already.
func (r *Result) upgrade(t int, stays float64, fee, paying, unpaid *float64) {
	o := r.opting
	if lost := r.forecast.Solstice.opted(r.Date(t-1)) * (o.gapPiB[t-1]*stays - o.gapPiB[t]); *paying > 0 {
		*fee -= *fee * lost / *paying
		*paying -= lost
	}
	added := o.addedPiB[t]
	if alive := *paying + *unpaid; added > 0 && alive > 0 {
		multiplier := r.forecast.FILPlusMultiplier.At(t - r.HistoryDays - 1)
		once := added / (multiplier - 1) // what they counted before; there is no gap where the multiplier is 1
		of := once / alive               // of paying and unpaid alike
		*fee += SectorFee(once+added, r.CirculatingFIL[t-1]) - *fee*of
		*paying += added + *unpaid*of
		*unpaid -= *unpaid * of
	}
}

// leavingAt is the share that leaves early on a forecast day.
func (f *Forecast) leavingAt(i int) float64 {
	if f.LeavingRate == nil {
		return 0
	}
	return f.LeavingRate.At(i)
}
