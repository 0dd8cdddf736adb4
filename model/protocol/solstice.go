package protocol

import "github.com/gasburden/gasburden/model/day"

// FIP-0118 "Solstice", network version 29, ends FIL+ and splits the block reward by epoch into what consensus gets
// (w1),
// what services get (w2) and what is burnt (w0). Source: FIP-0118 of 2026-08-05, sections 1, 2.4 and 3.1.
const (
	QuarterEpochs = 262_974 // 91.3 days
	quarters      = 9       // over which w1 falls

	consensusFirst, consensusLast = 0.95, 0.50 // w1, in a straight line
	serviceStep                   = 0.05       // of w2, a gate that is passed
	serviceFirst                  = 0.10       // w2 at the end of the first quarter, until a gate is passed

	// Gates are the targets of a quarter's Filecoin Pay volume, USD 3,500 x 2.7^n for n = 0..7, each of which raises w2
	// from the quarter after it on. They are checked after quarters 2 to 9.
	Gates     = 8
	firstGate = 2
)

// Split is how the block reward of a day is shared out. The shares add up to 1.
type Split struct{ Consensus, Service, Burnt float64 } // w1, w2, w0

// SplitOn is the mean split of a day under FIP-0118 with network version 29 on the day activated, at the hour of the
// scheduled upgrade. The first so many gates pass: their targets rise. On the day itself, and before, consensus gets
// all.
func SplitOn(d, activated day.Day, gates int) Split {
	if d <= activated {
		return Split{Consensus: 1}
	}
	solstice := Version(29)
	first := solstice.Epoch + 1 - EpochOf(solstice.Day()) // of its day
	// Shares are straight lines within a quarter, so that the noon of a day is its mean; of the nine days on which a
	// quarter ends that is off by less than 2e-4.
	passed := float64(int(d-activated)*EpochsPerDay-first) + EpochsPerDay/2
	quarter := passed / QuarterEpochs // since activation
	fallen := min(quarter, quarters) * ((consensusFirst - consensusLast) / quarters)
	s := Split{Consensus: consensusFirst - fallen}
	s.Service = serviceFirst
	for gate := range min(gates, Gates) {
		if quarter >= float64(firstGate+gate) {
			s.Service += serviceStep
		}
	}
	s.Service = min(s.Service, 1-s.Consensus)
	s.Burnt = max(0, 1-s.Consensus-s.Service)
	return s
}
