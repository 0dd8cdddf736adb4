package sim

// Load is the gas of a day by kind of message, Tgas.
type Load struct {
	PublishTgas float64 // PublishStorageDeals
	OnboardTgas float64 // PreCommit and ProveCommit
	WindowTgas  float64 // SubmitWindowedPoSt
	OtherTgas   float64
}

// TotalTgas is the gas of all messages.
func (l Load) TotalTgas() float64 { return l.PublishTgas + l.OnboardTgas + l.WindowTgas + l.OtherTgas }

// Load is what fills the blocks of an entry under the status quo. It is LoadTgas by kind.
func (r *RateRun) Load(t int) Load {
	l := &r.Blocks.levels
	return Load{r.GasPublishGgas[t] / ggasPerTgas, l.OnboardTgasPerPiB * r.Network.OnboardedRawPiB[t],
		l.WindowTgasPerEiB * r.Network.RawPowerEiB[t], l.OtherTgas}
}

// DirectLoad is what fills them with DirectFIL+. It is DirectLoadTgas by kind: of onboarding what the others leave,
// where saved and refilled gas of PreCommit and ProveCommit is counted too.
func (r *RateRun) DirectLoad(t int) Load {
	b, load := r.Blocks, r.Load(t)
	load.PublishTgas *= 1 - r.Adoption[t]*(1-b.directFraction)
	if extra := r.DirectDealOnboardedPiB[t] - r.DealOnboardedPiB[t]; extra > 0 {
		ggas, _ := r.directPublish(b.directFraction, t)
		load.PublishTgas += extra * ggas / ggasPerTgas
	}
	if raw := r.DirectNetwork.RawPowerEiB; t < len(raw) {
		load.WindowTgas = b.levels.WindowTgasPerEiB * raw[t]
	}
	load.OnboardTgas = b.DirectLoadTgas[t] - load.PublishTgas - load.WindowTgas - load.OtherTgas
	return load
}
