package price

import "math"

// Levels are the gas that a network uses by what it does.
type Levels struct {
	PublishTgasPerPiB float64 // PublishStorageDeals, per PiB of FIL+ deals
	OnboardTgasPerPiB float64 // PreCommit and ProveCommit, per PiB of raw power onboarded
	WindowTgasPerEiB  float64 // SubmitWindowedPoSt a day, per EiB of raw power
	OtherTgas         float64 // all other messages of a day
}

// Load is the total gas of a day, Tgas: that of publishing deals, that of onboarding raw power (PiB a day), that of
// proving raw power (EiB), and all other.
func (l *Levels) Load(publishTgas, onboardedPiB, rawEiB float64) float64 {
	return publishTgas + float64(l.OnboardTgasPerPiB*onboardedPiB) + float64(l.WindowTgasPerEiB*rawEiB) + l.OtherTgas
}

// OnboardingAt is the raw onboarding in PiB a day at which the load comes to loadTgas, with the raw power (EiB) as it
// is and publishing at publishTgasPerPiB a PiB of raw power onboarded: the level times the FIL+ rate, of direct deals
// times what remains of it, 0 with nothing published. It is negative where the network fills the load without any, and
// NaN where onboarding takes no gas.
func (l *Levels) OnboardingAt(loadTgas, publishTgasPerPiB, rawEiB float64) float64 {
	perPiB := publishTgasPerPiB + l.OnboardTgasPerPiB
	if !(perPiB > 0) {
		return math.NaN()
	}
	return (loadTgas - float64(l.WindowTgasPerEiB*rawEiB) - l.OtherTgas) / perPiB
}

// Refill is the raw power, PiB, of FIL+ deals that fills a share of the load that was saved. A PiB of them brings the
// gas of publishing it directly and of onboarding it. It is 0 where nothing was saved.
func (l *Levels) Refill(rebound, savedTgas, directPublishTgasPerPiB float64) float64 {
	if perPiB := directPublishTgasPerPiB + l.OnboardTgasPerPiB; savedTgas > 0 && perPiB > 0 {
		return rebound * savedTgas / perPiB
	}
	return 0
}
