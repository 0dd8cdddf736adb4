package words

import "github.com/gasburden/gasburden/model/fault"

// englishFaults is what the page says of faults, by the name of the code: as the simulator does, but for entries of
// vectors, which it counts from 1, and for what was not published.
func englishFaults() map[string]string {
	out := map[string]string{}
	for _, c := range []*fault.Code{
		fault.WholeIn, fault.WholeFrom, fault.WholeFromTo, fault.NumberIn, fault.Daily, fault.DateIn, fault.Rates, fault.Switch,
		fault.SnapshotName, fault.OneOfNames, fault.OneOfQuotedNames,
		fault.LinkKnots, fault.LinkKnotRates, fault.LinkSnapshot, fault.LinkHidden, fault.LinkZoom, fault.LinkControls, fault.LinkLanguage,
		fault.Illegal, fault.VectorLength, fault.IllegalLength, fault.IllegalCount, fault.RateCount, fault.EndlessRefill, fault.Refillable,
		fault.NegativeLoad, fault.ScalingOrFixed,
	} {
		out[c.Name] = c.English
	}
	out[fault.IllegalEntry.Name] = "{field}: value {nth} of the vector is {value}, want {legal}"
	out[fault.NoneBy.Name] = "no value of {field} was published up to {date}"
	return out
}
