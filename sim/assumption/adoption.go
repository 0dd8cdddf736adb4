package assumption

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
)

// Launch is the network upgrade nv22, which brought FIP-0076. Its own day still counts as before it in the gas models.
var Launch = protocol.Version(22).Day()

// AdoptionOdds are those of the logistic ramp at its two ends: 1 to 99 at the first, 99 to 1 at the last.
const AdoptionOdds = 99

// AdoptionOn is the share of deals that go direct on an entry of the date axis, 0..1. start is the day of entry 0.
func (s *Scenario) AdoptionOn(start day.Day, entry int) float64 {
	switch s.Adoption {
	case NoAdoption:
		return 0
	case ConstantAdoption:
		return s.AdoptionShare
	case LogisticAdoption:
		age := int(start) + entry - int(s.AdoptionStart)
		if age < 0 {
			return 0
		}
		// From 1 % of the ceiling at age 0 to 99 % at AdoptionDays: the log odds run from
		// -ln 99 to ln 99.
		odds := math.Log(AdoptionOdds) * (2*float64(age)/float64(s.AdoptionDays) - 1)
		return s.AdoptionShare / (1 + math.Exp(-odds))
	default:
		return 1
	}
}
