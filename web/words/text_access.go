package words

// AccessText is what the page says to those who hear it, use it by keyboard or read it on paper.
type AccessText struct {
	SkipToAnswer, SkipToAssumptions string
	Charts                          string // heads the charts, unseen

	// What a chart's cursor says: Spoken of a day, SpokenValue of each curve, in the unit of the chart.
	Spoken, SpokenValue, SpokenMark, SpokenNone string
	Unit                                        map[string]string // by what is counted

	// On paper.
	Link, Source, Printed string
}

func englishAccess() AccessText {
	return AccessText{
		SkipToAnswer: "Skip to the answer", SkipToAssumptions: "Skip to the assumptions",
		Charts: "The burden over time",

		Spoken: "{day}: {values}", SpokenValue: "{name} {value}", SpokenMark: "; ", SpokenNone: "no value",
		Unit: map[string]string{"percent": "{value}", "fil": "{value} FIL a day", "gas": "{value} Tgas a day", "power": "{value} PiB a day", "ratio": "{value}"},

		Link: "The live picture: {link}", Source: "Sources: {data}; {model}.", Printed: "Printed on {date}",
	}
}
