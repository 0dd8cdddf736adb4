package words

import "github.com/gasburden/gasburden/model/fault"

// pageFaults are the codes that the page says; what others are there for, only background programs find.
func pageFaults() []*fault.Code {
	return []*fault.Code{
		fault.WholeIn, fault.WholeFrom, fault.WholeFromTo, fault.NumberIn, fault.Daily, fault.DateIn, fault.Rates, fault.Switch,
		fault.SnapshotName, fault.OneOfNames, fault.OneOfQuotedNames,
		fault.LinkKnots, fault.LinkKnotRates, fault.LinkSnapshot, fault.LinkHidden, fault.LinkZoom, fault.LinkControls, fault.LinkLanguage,
		fault.Illegal, fault.VectorLength, fault.IllegalLength, fault.IllegalCount, fault.RateCount, fault.EndlessRefill, fault.Refillable,
		fault.NegativeLoad, fault.ScalingOrFixed,
	}
}

// FaultsIn is what is said of faults in a language by its tag, as a link names it; nil, which is English, for all but Chinese.
func FaultsIn(tag string) *fault.Catalogue {
	if Chosen(tag) != Chinese {
		return nil
	}
	faults := chineseFaults()
	for code, text := range chineseText().Faults {
		faults.Texts[code] = text
	}
	return &faults
}
