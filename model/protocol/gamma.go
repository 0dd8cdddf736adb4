package protocol

import "github.com/gasburden/gasburden/model/day"

// FIP-0081: the baseline's weight in the consensus pledge falls in a straight line over a year from network version 24
// on. Source: FIP-0081, and its constants in builtin-actors: 1,051,200 epochs, from 1 to 0.7.
const (
	GammaRampDays = 365
	GammaFall     = 0.3
	GammaAfter    = 1 - GammaFall
)

// Gamma is the weight of the baseline in the consensus pledge at the end of a day, a share.
func Gamma(d day.Day) float64 {
	const epochs = GammaRampDays * EpochsPerDay
	passed := EpochOf(d+1) - Version(24).Epoch
	return 1 - GammaFall*float64(min(max(passed, 0), epochs))/epochs
}
