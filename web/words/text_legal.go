package words

// LegalText says which values are legal, and that one is not.
type LegalText struct {
	Whole, Number, Daily, Date, Rates string // {range}; of rates {low} and {high} too
	Knots, KnotRates                  string // Daily and Rates as a link has them
	Switch, Snapshot, OneOf           string
	Illegal                           string            // {name} is {value}, want {legal}
	Entry                             string            // value {n}, from 1, of the vector {name} is {value}, want {legal}
	Length                            string            // {name} has {n} values where horizon_days is {days}, want {legal}
	NoneBy                            string            // nothing was published of {field} up to {date}
	Link                              map[string]string // of what a link says beside the scenario, by its name there
}

func englishLegal() LegalText {
	return LegalText{
		Whole: "a whole number in {range}", Number: "a number in {range}",
		Daily:     "a number in {range}, or a vector of horizon_days such numbers",
		Date:      "a day YYYY-MM-DD in {range}",
		Rates:     "{low} to {high} numbers (or vectors of horizon_days numbers) in {range}",
		Knots:     `a number in {range}, or date:value pairs joined by "_" with rising dates`,
		KnotRates: `{low} to {high} numbers (or date:value pairs joined by "_" with rising dates) in {range}, joined by commas`,
		Switch:    "true or false", Snapshot: "the name of a shipped snapshot", OneOf: "one of {list}",
		Illegal: "{name} is {value}, want {legal}",
		Entry:   "{name}: value {n} of the vector is {value}, want {legal}",
		Length:  "{name} has {n} values where horizon_days is {days}, want {legal}",
		NoneBy:  "no value of {field} was published up to {date}",
		Link: map[string]string{
			"v": "a whole number from 1 on", "model": "a whole number from 1 on",
			"snapshot": "the name of a snapshot, a day YYYY-MM-DD",
			"by":       "one of {list}", "unit": "one of {list}", "band": "one of {list}", "band_of": "one of {list}",
			"hide":     "{list} or the place of a FIL+ rate, 1 to {high}",
			"zoom":     "two days, the earlier first",
			"controls": "names of assumptions as in a link",
			"runs":     "a whole number from 20 to 5000", "block": "a whole number from 1 to 730",
			"seed": "a whole number from 0 to 9007199254740991",
			"lang": "en or zh-CN",
		},
	}
}
