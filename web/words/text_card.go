package words

import "github.com/gasburden/gasburden/sim"

// CardText is what the card and the tables of assumptions and headline figures say beside the
// page's own words. The card is drawn with Inter: its texts keep to Latin-1 and Inter's dashes, quotes
// and minus sign.
type CardText struct {
	Brand    string
	Subtitle string // what is divided by what
	RateHead string // above the names of the lines
	AtRate   string // above the headline figures
	Saved    string
	Data     string

	TickDay, TickDate, TickMonth string // on the date axis

	Assumed, Changed, Defaults, More string // what leads the lists of assumptions
	Assumption                       string // one of them
	CautionLead, CautionMark, Said   string
	Cautions                         map[string]string // by warning code, to stand in one line

	// Labels of assumptions that the page has no control for.
	Label map[string]string
	// Values of assumptions.
	Varies, Fitted string
	ModelName      map[string]string
	AdoptionName   map[string]string
	OptionName     map[string]string

	Figure                      map[string]FigureText
	Amount, Undefined, Negative string
}

// FigureText names a headline figure: in full, and beside others that say the rest.
type FigureText struct{ Label, Short string }

func englishCard() CardText {
	return CardText{
		Brand:    "gasburden",
		Subtitle: "{messages} gas ÷ {basis}",
		RateHead: "FIL+ rate", AtRate: "At a FIL+ rate of {rate}", Saved: "{share} saved",
		Data:    "Network of {snapshot} · edition {edition} · data: Starboard, Spacescope",
		TickDay: "{day} {month}", TickDate: "{day} {month} {year}", TickMonth: "{month} {year}",

		Assumed: "Assumptions", Changed: "changed: {first}", Defaults: "default: {first}", More: "and {n} more",
		Assumption:  "{label} {value}",
		CautionLead: "Caution:", CautionMark: "; ", Said: "{label}: {value}.",
		Cautions: map[string]string{
			sim.WarnPowerEnded:         "power falls to zero on {first}{rates}",
			sim.WarnGasNegative:        "the gas model predicts negative gas{rates}",
			sim.WarnGasOutOfRange:      "the gas model extrapolates{rates}",
			sim.WarnGasBeyondValidated: "unchecked from {first} on{rates}",
			sim.WarnOutflowNotPositive: "{denominator} not always positive{rates}",
			sim.WarnNetflowNotPositive: "{denominator} not always positive{rates}",
			sim.WarnBurnNegative:       "the simulated burn turns negative{rates}",
			sim.WarnCirculatingFloored: "supply is held at zero{rates}",
			sim.WarnLoadAboveCapacity:  "more gas than blocks take from {first} on{rates}",
			sim.WarnPriceRough:         "the price of gas tells orders of magnitude",
		},

		Label: map[string]string{
			"snapshot": "Network of", "fil_plus_rates": "FIL+ rates", "qa_renewal_multiplier": "QA power of renewals", "rebound": "Saved gas refilled", "burn_feedback": "Burn", "adoption": "DirectFIL+ adopted", "gamma": "Weight of the baseline pledge",
			"gamma_weighting": "Pledge mean", "pledge_base": "Pledge is a share of", "messages": "Messages counted",
		},
		Varies: "{low} to {high} over time", Fitted: "{model}, fitted to {date}",
		ModelName:    map[string]string{"scaling": "scaling", "regime": "regime"},
		AdoptionName: map[string]string{"none": "by none", "full": "by all", "constant": "by {share}", "logistic": "by up to {share}, from {start} over {days}"},
		OptionName:   map[string]string{"burn_feedback=true": "falls by what is saved", "burn_feedback=false": "stays on its mean", "fixed": "fixed", "block_space": "follows block space", "arithmetic": "arithmetic", "geometric": "geometric", "harmonic": "harmonic", "circulating": "circulating supply", "available": "available supply"},

		Amount: "{n} FIL", Undefined: "undefined", Negative: "below zero",
		Figure: map[string]FigureText{
			"burden":    {"Gas of {what}, share of {denominator} in {month}, at a FIL+ rate of {rate}", "of {denominator}, {short}"},
			"undefined": {"Gas of {what}, share of {denominator} in {month}, at a FIL+ rate of {rate}", "share of {denominator}, {short}"},
			"negative":  {"Gas of {what} predicted for {month}, at a FIL+ rate of {rate}", "gas predicted for {short}: the model does not hold"},
			"ended":     {"Power falls to zero, at a FIL+ rate of {rate}", "power falls to zero"},
			"direct":    {"The same with DirectFIL+", "with DirectFIL+"},
			"saved":     {"Saved by DirectFIL+ a day, mean over {years}", "saved a day"},
			"supply":    {"Circulating supply saved by DirectFIL+ a year", "of circulating supply saved a year"},
			"spent":     {"Gas of {what} a day, mean over {years}, at a FIL+ rate of {rate}", "spent a day"},
			"spentpart": {"Gas of {what}, share of circulating supply a year", "of circulating supply a year"},
			"unadopted": {"Saved by DirectFIL+, which no one adopts", "saved: no one adopts DirectFIL+"},
		},
	}
}
