package protocol

import "github.com/gasburden/gasburden/model/day"

// FIP-0118 "Solstice", network version 29, ends FIL+ and splits the block reward by epoch into what consensus gets
// (w1), what services get (w2) and what is burnt (w0). Source: FIP-0118 of 2026-08-05, sections 1, 2.4 and 3.1.
const (
	QuarterEpochs = 262_974 // 91.3 days
	FallQuarters  = 9       // over which w1 falls

	ConsensusFirst = 0.95 // w1 at first
	ConsensusFall  = 0.05 // a quarter, in a straight line, to 0.50
	ServiceFirst   = 0.10 // w2 at the end of the first quarter, until a gate is passed
	ServiceStep    = 0.05 // of w2, a gate that is passed

	// Gates are the targets of a quarter's Filecoin Pay volume, USD 3,500 x 2.7^n for n = 0..7, each of which raises w2
	// from the quarter after it on. They are checked after quarters 2 to 9.
	Gates     = 8
	firstGate = 2
)

// Split is how the block reward of a day is shared out. The shares add up to 1.
type Split struct{ Consensus, Service, Burnt float64 } // w1, w2, w0

// Quarters is how many quarters have passed by the noon of a day since network version 29 was activated on a day, at
// the hour of the scheduled upgrade; 0 on that day and before. Shares are straight lines within a quarter, so that noon
// is the mean of a day; of the nine days on which a quarter ends that is off by less than 2e-4.
func Quarters(d, activated day.Day) float64 {
	if d <= activated {
		return 0
	}
	first := solstice.Epoch + 1 - EpochOf(solstice.Day()) // of its day
	return float64(int(d-activated)*EpochsPerDay-first+EpochsPerDay/2) / QuarterEpochs
}

var solstice = Version(29)

// Checked is how many gates were checked after so many quarters.
func Checked(quarters float64) int { return max(0, min(Gates, int(quarters)-firstGate+1)) }

// SplitOn is the mean split of a day under FIP-0118 with network version 29 on the day activated. The first so many
// gates pass: their targets rise. On the day itself, and before, consensus gets all.
func SplitOn(d, activated day.Day, gates int) Split {
	if d <= activated {
		return Split{Consensus: 1}
	}
	passed := Quarters(d, activated)
	s := Split{Consensus: ConsensusFirst - ConsensusFall*min(passed, FallQuarters)}
	rest := 1 - s.Consensus
	s.Service = min(rest, ServiceFirst+ServiceStep*float64(min(gates, Checked(passed))))
	s.Burnt = rest - s.Service
	return s
}
