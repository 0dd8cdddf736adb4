package web

import "github.com/gasburden/gasburden/sim"

// Text is the catalogue of everything the page says. {name} marks what is filled in; <b> in the
// sentences of the introduction marks a figure.
type Text struct {
	Tagline, Title                                                             string
	NavCharts, NavMethod, NavSource                                            string
	Headline, HeadlineEnded, HeadlineNoMonth, HeadlineNegative                 string
	Material, MaterialSmall, MaterialMiddling, MaterialLarge, MaterialNegative string

	Denominator, DenominatorShort, Basis, BasisLong    map[Denominator]string
	DenominatorLegend                                  string
	NavLabel                                           string
	YearsOf, DaysOf, Million, Span, SpanMark, ListMark string
	Months, MonthsShort                                [12]string // January first

	Assumptions, AssumptionsHint, ResetAll, ResetOne, More       string
	Rates, RatesHint, RateLabel, RateSlider, AddRate, RemoveRate string
	Default, Slider                                              string
	Snapshot, SnapshotHint, SnapshotLoading, SnapshotFailed      string
	NotANumber, NotWhole, OutOfRange                             string
	Control                                                      map[string]ControlText

	StatusQuo, Direct, Realised, Key                                  string
	Panels, PanelsHint                                                string
	Chart                                                             map[string]ChartText
	Table, TableCaption, TableDay, ZoomOut, Canvas, History, Forecast string
	Average, AverageOne                                               string

	Tiles map[string]string

	Warning                               map[string]string
	AllRates, AtRates, SpansAt, SpansDays string

	Method           string
	MethodSteps      []string
	MethodLimit      string
	Footer, Licenses string
}

// ControlText is what a control says of itself.
type ControlText struct{ Label, Unit, Source string }

// ChartText is what a chart says of itself. Summary tells in words what the lines do.
type ChartText struct{ Title, Subtitle, Summary string }

// English is the catalogue in English.
func English() *Text {
	return &Text{
		Tagline:   "What FIL+ deals cost Filecoin in gas",
		Title:     "What does publishing FIL+ deals cost the network?",
		NavCharts: "Charts", NavMethod: "Method", NavSource: "Sources",

		Headline: "At a FIL+ rate of <b>{rate}</b>, publishing deals costs the equivalent of <b>{burden}</b> of {denominator} in {month}; " +
			"DirectFIL+ would make it <b>{direct}</b>.",
		HeadlineNoMonth: "At a FIL+ rate of <b>{rate}</b>, the cost of publishing deals cannot be stated as a share of {denominator} in {month}: " +
			"the flow is zero or undefined then.",
		HeadlineNegative: "At a FIL+ rate of <b>{rate}</b>, the gas model predicts <b>negative gas</b> in {month}: it does not hold there, so no burden can be stated.",
		MaterialNegative: "The predicted gas of the forecast is negative in all, which no network can have: read these curves as the model’s failure, not as a saving.",
		HeadlineEnded:    "Under these assumptions the network’s power falls to zero on <b>{date}</b>; nothing after that day is defined.",
		Material:         "Over {years} that saves <b>{day} FIL a day</b>, {year} FIL or <b>{supply}</b> of the circulating supply a year: {verdict}.",
		MaterialSmall:    "too little to be seen in the supply",
		MaterialMiddling: "small, but visible beside what is minted",
		MaterialLarge:    "a material part of the supply",

		Denominator: map[Denominator]string{
			ByNetflow: "the network’s daily net flow", ByOutflow: "the network’s daily outflow", ByCirculating: "the circulating supply a year",
		},
		DenominatorShort: map[Denominator]string{ByNetflow: "net flow", ByOutflow: "outflow", ByCirculating: "circulating supply"},
		Basis:            map[Denominator]string{ByNetflow: "net flow", ByOutflow: "outflow", ByCirculating: "circulating supply a year"},
		BasisLong: map[Denominator]string{
			ByNetflow: "net token flow, {smoothing}", ByOutflow: "token outflow, {smoothing}", ByCirculating: "circulating supply, times 365",
		},
		DenominatorLegend: "Gas as a share of",
		NavLabel:          "On this page",
		YearsOf:           "{n} years", DaysOf: "{n} days", Million: "{n} million", Span: "{first} to {last}", SpanMark: "; ", ListMark: ", ",
		Months:      [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		MonthsShort: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},

		Assumptions: "Assumptions", AssumptionsHint: "Every change redraws all charts.",
		ResetAll: "Reset all", ResetOne: "Reset {name} to its default", More: "More assumptions",
		Rates: "FIL+ rates", RatesHint: "Share of onboarded power with FIL+ deals, one curve each. It was {recent} in the 90 days to {date}.",
		RateLabel: "FIL+ rate {n}, percent", RateSlider: "FIL+ rate {n}, slider, percent", AddRate: "Add a rate", RemoveRate: "Remove FIL+ rate {n}",
		Default: "Default {value}: {source}", Slider: "{name}, slider, {unit}",
		Snapshot: "Network of", SnapshotHint: "The state that the simulation starts from; defaults follow it.",
		SnapshotLoading: "Loading the network of {date} …",
		SnapshotFailed:  "The network of {date} could not be loaded ({error}). The picture still shows {current}.",
		NotANumber:      "{name}: “{value}” is not a number. Enter {range}.",
		NotWhole:        "{name}: {value} is not a whole number. Enter {range}.",
		OutOfRange:      "{name}: {value} is outside the legal range. Enter {range}.",
		Control: map[string]ControlText{
			"horizon_days":         {"Horizon", "days", "three years, as in the study"},
			"raw_onboarding_pib":   {"Raw onboarding", "PiB/day", "median of the {n} days to {date}"},
			"renewal_rate":         {"Renewal rate", "%", "median of the {n} days to {date}"},
			"sector_duration_days": {"Sector duration", "days", "18 months, as in the study"},
			"lock_target":          {"Lock target", "%", "the protocol’s"},
			"fil_plus_multiplier":  {"FIL+ multiplier", "×", "the protocol’s"},
			"direct_gas_fraction":  {"DirectFIL+ gas", "%", "the study’s assumption, share of today’s gas"},
			"base_fee_nanofil":     {"Base fee", "nanoFIL", "implicit in the study; turns gas into FIL"},
			"smoothing_days":       {"Smoothing of flows", "days", "trailing mean, as in the study"},
		},

		StatusQuo: "status quo", Direct: "DirectFIL+", Realised: "realised",
		Key:    `<span><i></i>status quo</span><span><i class="dash"></i>DirectFIL+</span><span><i class="band"></i>saved at {rate}</span><span><i class="dots"></i>what happened</span>`,
		Panels: "Where the curves come from", PanelsHint: "The simulated network behind the answer, one cursor over all panels. Dots are what the network did. Drag across a chart to zoom, double-click to go back.",
		Chart: map[string]ChartText{
			"hero": {"Gas burden: publishing deals as a share of {denominator}", "PublishStorageDeals gas ÷ {basis}, from the network of {snapshot}",
				"At a FIL+ rate of {rate} the burden is {first} at the snapshot and {last} on {date} under the status quo, {direct} with DirectFIL+; its highest value is {high} on {highdate}."},
			"gas": {"Gas of publishing deals", "FIL a day at a base fee of {fee} nanoFIL",
				"At a FIL+ rate of {rate} the model goes from {first} FIL a day at the snapshot to {last} on {date}; DirectFIL+ from {direct0} to {direct}."},
			"outflow": {"Day outflows", "FIL burnt or locked a day, {smoothing}",
				"At a FIL+ rate of {rate} outflow is {first} FIL a day at the snapshot and {last} on {date}, at most {high} on {highdate}."},
			"gas-over-outflow": {"Gas / outflows", "percent of FIL burnt or locked, {smoothing}",
				"At a FIL+ rate of {rate} gas is {first} of outflow at the snapshot and {last} on {date}."},
			"deal": {"Deal power onboarded", "PiB a day",
				"At a FIL+ rate of {rate} deal power is {first} PiB a day at the snapshot and {last} on {date}."},
			"ratio": {"QA / raw power", "quality-adjusted over raw byte power of the network",
				"At a FIL+ rate of {rate} the ratio goes from {first} at the snapshot to {last} on {date}."},
			"gas-over-netflow": {"Gas / net flow", "percent of FIL vested and minted less burnt and locked, {smoothing}",
				"At a FIL+ rate of {rate} gas is {first} of net flow at the snapshot and {last} on {date}; {direct} with DirectFIL+."},
		},
		Table: "Numbers", TableCaption: "{title}, by day", TableDay: "Day (UTC)", ZoomOut: "Whole period",
		Canvas:  "Arrow keys move the cursor, Escape shows the whole period; the same numbers stand in the table below.",
		History: "history", Forecast: "forecast", Average: "{n}-day means", AverageOne: "no smoothing",

		Tiles: map[string]string{
			"gas":    "FIL spent on publishing deals in {years}, at {rate}",
			"saving": "FIL of that saved by DirectFIL+",
			"day":    "FIL a day saved by DirectFIL+",
			"supply": "of circulating supply saved a year",
		},

		Warning: map[string]string{
			sim.WarnPowerEnded:         "Power falls to zero on {first}{rates}; nothing after it is defined.",
			sim.WarnGasNegative:        "The gas model predicts negative gas on {days} days from {first}{rates}: it does not hold there.",
			sim.WarnGasOutOfRange:      "Deal power and QA/raw ratio leave the gas model’s training range on {days} days from {first}{rates}: it extrapolates.",
			sim.WarnOutflowNotPositive: "More is released than locked and burnt, so gas / outflow has no meaning and is left out:{spans}.",
			sim.WarnNetflowNotPositive: "More leaves the supply than enters it, so gas / net flow has no meaning and is left out:{spans}.",
			sim.WarnPledgeNegative:     "Locked pledge turns negative on {days} days from {first}{rates}; this is MechaFIL’s own, locked tokens in all do not.",
			sim.WarnQACapped:           "QA power is held at the multiplier times raw power on {days} days from {first}{rates}.",
			sim.WarnLockedFloored:      "Locked tokens are held at zero on {days} days from {first}{rates}.",
			sim.WarnCirculatingFloored: "Circulating supply is held at zero on {days} days from {first}{rates}.",
			sim.WarnAvailableFloored:   "Available supply is held at zero on {days} days from {first}{rates}.",
			sim.WarnSectorUndefined:    "Nothing is onboarded on {days} days from {first}{rates}: sector figures have no value.",
			sim.WarnScheduleGap:        "The snapshot knows no expirations for {days} days from {first}: with this sector duration no power falls due then.",
		},
		AllRates: " at all FIL+ rates", AtRates: " at {rates}",
		SpansAt: " at {rates} {spans}", SpansDays: "on {days} days from {first} to {last}",

		Method: "How this is computed",
		MethodSteps: []string{
			"<b>The network.</b> A day-by-day simulation of Filecoin’s token economy (power, vesting, minting, pledge, circulating supply) starts from the published state of {snapshot} and runs {horizon} days ahead. It ports MechaFIL, CryptoEconLab’s model, and reproduces its figures to a billionth.",
			"<b>The gas.</b> PublishStorageDeals gas is predicted from the deal power onboarded that day and the network’s ratio of quality-adjusted to raw power, by the model of the August 2023 study, trained on {rows} days from {from} to {to}: a Gaussian mixture finds two regimes, a logistic regression tells them apart, a line each predicts the gas. It tells the regime right on {right} of these days.",
			"<b>The comparison.</b> DirectFIL+ is assumed to need {fraction} of that gas. Gas becomes FIL at a base fee of {fee} nanoFIL (the study counts a billion gas as one FIL). It is divided by the {smoothing} of the tokens that leave (burnt, locked) and enter (vested, minted) the supply.",
		},
		MethodLimit: "The simulated burn stays on its historical mean whatever deals cost, as in the study. The gas model says nothing about days unlike those it was trained on; where that happens, a warning stands at the chart.",
		Footer:      "Figures: public Filecoin chain statistics as published by Starboard and Spacescope; network states of 31 July 2023 and 9 September 2025. Method: CryptoEconLab’s DirectFIL+ study of August 2023 and MechaFIL. All is computed in your browser; nothing you enter leaves this page.",
		Licenses:    "Licences of the software in this page",
	}
}
