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

// From the days after these on new sectors pay the fee, and extended ones.
var feesFrom, graceUntil = protocol.Version(25).Day(), protocol.Version(26).Day()

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

	// At the end of the day: QA power in all and the part of it that pays the fee, PiB, and the fee before its cap. On
	// the snapshot's day they are those that the run starts with.
	AlivePiB, PayingPiB, FeeFIL []float64

	DuePiB []float64 // QA power that falls due
}

// newBurns makes room for the burn of a run and its causes. No gas is burnt until somebody says so.
func (c *Common) newBurns(burntFIL *[]float64, defined int) *Burns {
	b, past := new(Burns), *burntFIL
	c.memory.Deal(defined, burntFIL, &b.GasFIL, &b.SectorFeeFIL, &b.OtherFIL, &b.AlivePiB, &b.PayingPiB, &b.FeeFIL,
		&b.DuePiB)
	copy(*burntFIL, past[:c.HistoryDays+1])
	for _, s := range b.series() {
		clear((*s)[:c.HistoryDays+1])
	}
	clear(b.GasFIL)
	return b
}

func (b *Burns) series() [7]*[]float64 {
	return [7]*[]float64{&b.GasFIL, &b.SectorFeeFIL, &b.OtherFIL, &b.AlivePiB, &b.PayingPiB, &b.FeeFIL, &b.DuePiB}
}

// beginBurn sets out from the snapshot's day.
func (r *Result) beginBurn() {
	b, n, of := r.Burns, r.HistoryDays, r.forecast.Burn
	for _, series := range b.series() {
		Cut(r.Defined, series)
	}
	b.AlivePiB[n] = r.QAPowerEiB[n] * PiBPerEiB
	b.PayingPiB[n] = of.PayingShare * b.AlivePiB[n]
	b.FeeFIL[n] = SectorFee(b.PayingPiB[n], of.SupplyFIL)
	for t := n + 1; t < r.Defined; t++ {
		b.OtherFIL[t] = of.OtherFIL
	}
}

// burn adds what is burnt on an entry.
func (r *Result) burn(t int) {
	b, step := r.Burns, r.FeeOn(t)
	b.AlivePiB[t] = step.AlivePiB
	b.PayingPiB[t] = step.Kept*b.PayingPiB[t-1] + step.CommittedPiB
	b.FeeFIL[t] = step.Kept*b.FeeFIL[t-1] + SectorFee(step.CommittedPiB, r.CirculatingFIL[t-1])
	fee := b.FeeFIL[t]
	if most := SectorFeeCap * r.ConsensusRewardFIL[t]; most < fee { // min is a call in WebAssembly
		fee = most
	}
	b.SectorFeeFIL[t] = fee
	r.BurntFIL[t] = r.BurntFIL[t-1] + b.GasFIL[t] + b.SectorFeeFIL[t] + b.OtherFIL[t]
	if r.StreamBurntFIL != nil {
		r.BurntFIL[t] += r.StreamBurntFIL[t]
	}
}

// FeeStep is how FIP-0100's fee goes on on a day: of the power that pays, and so of its fee, the share Kept does, and
// that of CommittedPiB comes to it at the supply of the day before.
type FeeStep struct {
	Kept         float64
	CommittedPiB float64 // QA power
	AlivePiB     float64 // all QA power at the end of the day

	// Where sectors opt in to FIP-0118, their fee is fixed anew: OptedKept of the rest goes on, and UpgradedPiB are
	// among what is committed, and AlivePiB changes by ChangePiB. 1 and 0 else.
	OptedKept, UpgradedPiB, ChangePiB float64
}

// FeeOn is the step of a forecast day's entry, from what stands before. The fee of a sector that does not pay yet is
// fixed when it is first extended after the grace of FIP-0100; later extensions change it with its QA power alone.
func (r *Result) FeeOn(t int) FeeStep {
	b, d := r.Burns, r.Date(t)
	alive, due, renewed, onboarded := b.AlivePiB[t-1], b.DuePiB[t], r.RenewedQAPiB[t], r.OnboardedQAPiB[t]
	s := FeeStep{Kept: 1 - r.forecast.leavingAt(t-r.HistoryDays-1), OptedKept: 1}
	s.AlivePiB = notNegative(alive*s.Kept - due + renewed + onboarded)
	if d > feesFrom {
		s.CommittedPiB = onboarded
	}
	if alive > 0 {
		s.Kept = notNegative(s.Kept - (due-renewed)/alive)
		if d > graceUntil {
			s.CommittedPiB += renewed * (1 - b.PayingPiB[t-1]/alive)
		}
	}
	if r.Opted != nil {
		r.upgrade(t, &s)
	}
	return s
}

// upgrade is what opting in to FIP-0118 does to the fee. What has opted in falls due with its sectors, which the power
// that falls due does not count; what leaves early is gone already.
func (r *Result) upgrade(t int, s *FeeStep) {
	o, i := r.Opted, t-r.HistoryDays-1
	paying := s.Kept*r.Burns.PayingPiB[t-1] + s.CommittedPiB
	lost := o.Share(t-1) * (o.GapPiB[t-1]*(1-r.forecast.leavingAt(i)) - o.GapPiB[t])
	if paying > 0 {
		s.OptedKept -= lost / paying
		s.AlivePiB -= lost
		s.ChangePiB -= lost
	}
	if added := o.AddedPiB[t]; added > 0 && s.AlivePiB > 0 {
		once := added / (r.forecast.FILPlusMultiplier.At(i) - 1) // what they counted before; with 1 there is no gap
		s.OptedKept *= 1 - once/s.AlivePiB
		s.UpgradedPiB = once + added
		s.AlivePiB += added
		s.ChangePiB += added
	}
	s.Kept *= s.OptedKept
	s.CommittedPiB = s.CommittedPiB*s.OptedKept + s.UpgradedPiB
}

// leavingAt is the share that leaves early on a forecast day.
func (f *Forecast) leavingAt(i int) float64 {
	if f.LeavingRate == nil {
		return 0
	}
	return f.LeavingRate.At(i)
}
