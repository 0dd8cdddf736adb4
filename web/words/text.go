package words

import "github.com/gasburden/gasburden/sim"

// Text is the catalogue of everything the page says. {name} marks what is filled in; <b> in the
// sentences of the introduction marks a figure.
type Text struct {
	Tagline, Title                                                                                                                                          string
	NavCharts, NavMethod, NavEvidence, NavSource                                                                                                            string
	Headline, HeadlineEnded, HeadlineNoMonth, HeadlineNegative, HeadlineNone, HeadlineMore                                                                  string
	Material, MaterialSmall, MaterialMiddling, MaterialLarge, MaterialBeyond, MaterialNegative, MaterialNone, MaterialRefilled, MaterialZero, HeadlineShort string
	MaterialMore                                                                                                                                            string // where the burden rises all the same

	Denominator, DenominatorShort, Basis, BasisLong                      map[Denominator]string
	DenominatorLegend                                                    string
	NavLabel                                                             string
	YearsOf, DaysOf, DayOf, AtSnapshot, OnDate, Span, SpanMark, ListMark string
	Months, MonthsShort                                                  [12]string // January first

	Assumptions, ResetAll, ResetOne, More                        string
	Rates, RatesHint, RateLabel, RateSlider, AddRate, RemoveRate string
	Default, Slider                                              string
	Snapshot, SnapshotHint, SnapshotLoading, SnapshotFailed      string
	NotANumber, NotWhole, OutOfRange, Refill, Refused            string
	OtherUnit, ReadAs, ReadAsOf                                  string // {n} is a number as it was read; {name}, of a field, was {said}
	Control                                                      map[string]ControlText

	StatusQuo, Direct, Realised, Key                                  string
	RealisedPriced                                                    string // of gas in FIL or over a flow
	Panels, PanelsHint                                                string
	Chart                                                             map[string]ChartText
	Table, TableCaption, TableDay, ZoomOut, Canvas, History, Forecast string
	CanvasEnter                                                       string // in Canvas, where a day can be explained
	Explain                                                           string // below a chart, of the day that it reads out
	Average, AverageOne                                               string

	FullStop, SummaryOneDay string
	What, MessageNames      map[string]string // by the messages that count

	Tiles map[string]string

	PresetsLabel, PresetsHint, DirectGroup                                 string
	Preset                                                                 map[string]PresetText
	Option                                                                 map[string]string // values of the choosers
	OfferStudy                                                             string
	Offer                                                                  map[string]string // by slider
	BadDate                                                                string
	BandLabel, BandOff, BandWidth, BandOfLabel, BandOfDays, BandOfMeans    string
	BandLow, BandHigh, KeyBandDay, KeyBandMean, BandDots                   string
	HeldDays, HeldMeans, HeldNone, HeldEarlier                             string // what a band held of the {n} days or means after the fit; of an earlier fit
	UnitLabel, UnitFIL, UnitGas, UnitShare, GasInFIL, GasInGas, GasOfTotal string

	Warning                               map[string]string
	Curve                                 [4]string // of SpansAt, by the curve of a warning
	WarnedOn                              string    // of a warning about shares beside a chart
	AllRates, AtRates, SpansAt, SpansDays string

	Method                                   string
	MethodSteps                              []string
	MethodLimit, MethodScaling, MethodRegime string
	Adopted                                  map[string]string
	Footer, Licenses                         string

	Locale LocaleText
	Start  StartText
	Faults map[string]string // by the name of the code
	Link   LinkText
	Share  ShareText
	Card   CardText
	Site   SiteText
	Own    OwnText
	Pin    PinText
	Worker WorkerText
	Code   CodeText
	Access AccessText
}

// ControlText is what a control says of itself.
type ControlText struct{ Label, Unit, Source string }

// PresetText is what a preset's button says.
type PresetText struct{ Label, Hint string }

// ChartText is what a chart says of itself. Summary tells in words what the lines do.
type ChartText struct{ Title, Subtitle, Summary, Highest string }

// EnglishProgram is what the page's program says in English: the catalogue but for what English adds, which
// would weigh on the first view and stands in the page already.
func EnglishProgram() *Text {
	return &Text{
		Title: "What does publishing FIL+ deals cost the network?",

		Headline: "At a FIL+ rate of <b>{rate}</b>, the forecast puts the gas cost of {what} in {month} at <b>{burden}</b> of {denominator}; " +
			"DirectFIL+ would make it <b>{direct}</b>.",
		HeadlineNone:     "At a FIL+ rate of <b>{rate}</b>, the forecast puts the gas cost of {what} in {month} at <b>{burden}</b> of {denominator}; under these assumptions no one adopts DirectFIL+.",
		HeadlineMore:     "At a FIL+ rate of <b>{rate}</b>, the forecast puts the gas cost of {what} in {month} at <b>{burden}</b> of {denominator}; DirectFIL+ would raise it to <b>{direct}</b>: the deals that refill the saved gas lock more tokens, and the flow that the gas is held against shrinks.",
		HeadlineShort:    "A forecast of 1 day ends with the snapshot’s own: nothing is forecast.",
		MaterialNone:     "Nothing is saved where no one adopts it.",
		MaterialRefilled: "Nothing is saved: all the gas that a direct deal saves is used by more deals.",
		MaterialZero:     "Nothing is saved.",
		HeadlineNoMonth: "At a FIL+ rate of <b>{rate}</b>, the cost of {what} cannot be stated as a share of {denominator} in {month}: " +
			"the flow is zero, negative or undefined on days of that month.",
		HeadlineNegative: "At a FIL+ rate of <b>{rate}</b>, the gas model predicts <b>negative gas</b> in {month}: it does not hold there, so no burden can be stated.",
		MaterialNegative: "The predicted gas of the forecast is negative in all, which no network can have: read these curves as the model’s failure, not as a saving.",
		HeadlineEnded:    "Under these assumptions the network’s power falls to zero on <b>{date}</b>; nothing after that day is defined.",
		Material:         "That saves <b>{day} FIL a day</b> on average over {years}; in one year, {year} FIL or <b>{supply}</b> of the circulating supply: {verdict}.",
		MaterialMore:     "Gas is saved all the same: <b>{day} FIL a day</b> on average over {years}; in one year, {year} FIL or <b>{supply}</b> of the circulating supply: {verdict}.",
		MaterialSmall:    "too little to be seen in the supply",
		MaterialMiddling: "small, but visible beside what is minted",
		MaterialLarge:    "a material part of the supply",
		MaterialBeyond:   "more than there is",

		Denominator: map[Denominator]string{
			ByNetflow: "the network’s daily net flow", ByOutflow: "the network’s daily outflow", ByCirculating: "the circulating supply a year",
		},
		DenominatorShort: map[Denominator]string{ByNetflow: "net flow", ByOutflow: "outflow", ByCirculating: "circulating supply"},
		Basis:            map[Denominator]string{ByNetflow: "net flow", ByOutflow: "outflow", ByCirculating: "circulating supply a year"},
		BasisLong: map[Denominator]string{
			ByNetflow: "net token flow, {smoothing}", ByOutflow: "token outflow, {smoothing}", ByCirculating: "circulating supply, times 365",
		},
		DenominatorLegend: "Gas as a share of",
		AtSnapshot:        "at the snapshot", OnDate: "on {date}", YearsOf: "{n} years", DaysOf: "{n} days", DayOf: "1 day", Span: "{first} to {last}", SpanMark: ";", ListMark: ", ",
		Months:      [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		MonthsShort: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},

		Assumptions: "Assumptions",
		ResetAll:    "Reset all", ResetOne: "Reset {name} to its default", More: "More assumptions",
		Rates: "FIL+ rates", RatesHint: "Share of onboarded power with FIL+ deals, one curve each. It was {recent} in the 90 days to {date}.",
		RateLabel: "FIL+ rate {n}, percent", RateSlider: "FIL+ rate {n}, slider, percent", AddRate: "Add a rate", RemoveRate: "Remove FIL+ rate {n}",
		Default: "Default {value}: {source}", Slider: "{name}, slider, {unit}",
		Snapshot: "Network of", SnapshotHint: "The state that the simulation starts from; defaults follow it.",
		SnapshotLoading: "Loading the network of {date} …",
		SnapshotFailed:  "The network of {date} could not be loaded ({error}). The picture still shows {current}.",
		Refill:          "{name}: gas that costs nothing refills without end. A direct deal must cost 1 % or more, or nothing may be refilled.",
		Refused:         "{name} does not go with the other assumptions: {error}.",
		NotANumber:      "{name}: “{value}” is not a number. Enter {range}.",
		NotWhole:        "{name}: {value} is not a whole number. Enter {range}.",
		OutOfRange:      "{name}: {value} is outside the legal range. Enter {range}.",
		OtherUnit:       "{name}: “{value}” has another unit. Enter {range}.",
		ReadAs:          "read as {n}", ReadAsOf: "{name}: {said}",
		Control: map[string]ControlText{
			"horizon_days":                   {"Horizon", "days", "three years, as in the study"},
			"raw_onboarding_pib":             {"Raw onboarding", "PiB/day", "median of the {n} days to {date}"},
			"renewal_rate":                   {"Renewal rate", "%", "median of the {n} days to {date}"},
			"sector_duration_days":           {"Sector duration", "days", "18 months, as in the study"},
			"lock_target":                    {"Lock target", "%", "the protocol’s"},
			"fil_plus_multiplier":            {"FIL+ multiplier", "×", "the protocol’s"},
			"direct_gas_fraction":            {"Gas of a direct deal", "%", "FIP-0076’s table; the study assumed 15"},
			"direct_precommit_fraction":      {"PreCommit, direct", "%", "FIP-0076’s table, of today’s gas"},
			"direct_prove_fraction":          {"ProveCommit, direct", "%", "FIP-0076’s table, with FIL+ deals"},
			"direct_prove_fraction_no_deals": {"… without deals", "%", "FIP-0076’s table, sectors without deals"},
			"adoption":                       {"Adoption", "", "The study’s picture is all at once. About 11 % would explain the fall of a deal’s gas since 2024, as larger messages would."},
			"adoption_share":                 {"Adopted by", "%", "all; for a ramp, its ceiling"},
			"adoption_start":                 {"Ramp starts", "", "At 1 % of its ceiling; zero before. FIP-0076 went live on 24 April 2024."},
			"adoption_days":                  {"Ramp lasts", "days", "from 1 % to 99 % of its ceiling"},
			"rebound":                        {"Refilled by more deals", "%", "saved gas stays unused"},
			"burn_feedback":                  {"Saved gas is not burnt", "", "Off, as in the study and MechaFIL: the simulated burn stays on its mean. On: every FIL saved stays in the supply, and flows, pledge and burden of DirectFIL+ follow."},
			"gas_model":                      {"Gas model", "", "Scaling: gas in proportion to deal power; held on the two years after its training. Regime: the study’s, which failed there."},
			"messages":                       {"Messages counted", "", "All of onboarding adds PreCommit and ProveCommit, predicted from raw onboarding. Their errors were {precommit1} and {prove1} to April 2024, {precommit2} and {prove2} after it."},
			"base_fee_nanofil":               {"Base fee", "nanoFIL", "median of burn ÷ gas, {first} to {date}: an upper bound, other burns are in it. The study used 1"},
			"price":                          {"Price of gas", "", "Fixed: the base fee below, whatever happens. Block space: a fee that follows from how full blocks are, as the fees of 2020 to 2025 did; it tells orders of magnitude."},
			"priced_level_nanofil":           {"Fee when blocks are full", "nanoFIL", "mean of the priced days of the last 180; of 2023 an estimate"},
			"knee_tgas":                      {"Blocks fill at", "Tgas a day", "every second day is priced there; fitted to 539 days"},
			"knee_width_tgas":                {"Width of that step", "Tgas a day", "the same fit"},
			"premium_nanofil":                {"Premium, lowest fifth", "nanoFIL", "clients’ minimum; from FIP-0115 on the fee settles near eight times it"},
			"premium_spread_tgas":            {"Onset of that fee", "Tgas a day", "an assumption: either side of 23.04 of gas limit"},
			"gas_limit_ratio":                {"Gas limit ÷ gas used", "×", "clients’ default; confirmed by the over-estimation burn"},
			"tip_nanofil":                    {"Tip", "nanoFIL", "what senders paid in April 2026; goes to block producers"},
			"onboard_tgas_per_pib":           {"Gas of onboarding", "Tgas per PiB", "PreCommit and ProveCommit, 90 published days"},
			"window_tgas_per_eib":            {"Gas of proving power", "Tgas per EiB", "SubmitWindowedPoSt a day, the same days"},
			"other_tgas":                     {"Other gas", "Tgas a day", "median of the same days"},
			"smoothing_days":                 {"Smoothing of flows", "days", "trailing mean, as in the study"},
		},

		StatusQuo: "status quo", Direct: "DirectFIL+", Realised: "realised", RealisedPriced: "realised, at the base fee of the day",
		Key:        `<span><i></i>status quo</span><span><i class="dash"></i>DirectFIL+</span>{band}<span><i class="dots"></i>{realised}</span>`,
		KeyBandDay: "{coverage} band of days, gas model only: {held}", KeyBandMean: "{coverage} band of {n}-day means, gas model only: {held}",
		HeldDays: "held {share} of {n} later days", HeldMeans: "held {share} of {n} later means", HeldNone: "not checked", HeldEarlier: "fitted to {month} it {held}",
		BandDots: " Of {n} dots after the snapshot {k} lie in the band, which takes the network as forecast.",
		BandLow:  "{rate} band, gas model only, low", BandHigh: "{rate} band, gas model only, high",
		BandLabel: "Uncertainty of the gas model", BandOff: "not shown", BandWidth: "{coverage} band", BandOfLabel: "of", BandOfDays: "single days", BandOfMeans: "{n}-day means",
		UnitLabel: "Gas in", UnitFIL: "FIL", UnitGas: "gas units", UnitShare: "share of all gas",
		GasInFIL: "FIL a day at a base fee of {fee} nanoFIL", GasInGas: "Tgas (10¹² gas units) a day",
		GasOfTotal:   "percent of all gas: {total} Tgas a day, the mean of the months before the snapshot",
		PresetsLabel: "Presets", PresetsHint: "Your own assumptions. A preset replaces them, and starts from its own network.", DirectGroup: "DirectFIL+",
		OfferStudy: "study {value}", Offer: map[string]string{"base_fee_nanofil": "median {value}", "direct_gas_fraction": "FIP-0076 {value}"},
		BadDate: "{name}: “{value}” is not a day from {first} to {last}.",
		Preset: map[string]PresetText{
			"default":          {"If all go direct", "The study’s question with the model that held: scaling model, median base fee, DirectFIL+ as in FIP-0076 and adopted by all, from the network of July 2023."},
			"study":            {"The 2023 study", "The study’s own assumptions: regime model, base fee 1 nanoFIL, DirectFIL+ at 15 % of the gas and adopted by all."},
			"study-scaling":    {"Study, scaling model", "The study’s assumptions with the scaling model in place of its own, which failed after its training."},
			"as-adopted":       {"As adopted", "FIP-0076 live from 24 April 2024 and adopted by 11 % of the deals: an estimate, if adoption alone made a deal’s gas fall since."},
			"saved-unused":     {"Saved gas unused", "The follow-up study’s first case: what is saved is not burnt, and nothing takes its place."},
			"refilled-in-part": {"Half refilled", "The follow-up study’s second case: half of the saved gas is filled with more FIL+ deals."},
			"refilled":         {"All refilled", "The follow-up study’s third case: all of the saved gas is filled with more FIL+ deals."},
			"today":            {"Today’s network", "The newest published network, with DirectFIL+ adopted by 11 % of the deals: an estimate, if adoption alone made a deal’s gas fall since 2024."},
			"today-full":       {"Today, all direct", "The newest published network, if all deals went direct from now on."},
		},
		Option: map[string]string{
			"scaling": "scaling (default)", "regime": "regime (the study’s)",
			"publish": "PublishStorageDeals", "onboarding": "all of onboarding",
			"fixed": "fixed", "block_space": "follows block space",
			"none": "none", "full": "all at once", "constant": "a constant share", "logistic": "a ramp",
		},
		Panels: "Where the curves come from", PanelsHint: "The simulated network behind the answer, one cursor over all panels. Dots are published figures, which no assumption moves. In FIL, and over a flow or the supply, they are the gas of a day at the measured base fee of that day; where no fee was published, as from 12 October 2022 to 1 January 2024, there is none. Drag across a chart to zoom, double-click to go back.",
		Chart: map[string]ChartText{
			"hero": {"Gas burden: {what} as a share of {denominator}", "{messages} gas ÷ {basis}, from the network of {snapshot}",
				"At a FIL+ rate of {rate} the burden is {first} {at} and {last} on {date} under the status quo, {direct} with DirectFIL+", "; its highest value is {high} on {highdate}"},
			"gas": {"Gas of {what}", "{gas}",
				"At a FIL+ rate of {rate} the model goes from {first} {at} to {last} on {date}; DirectFIL+ from {direct0} to {direct}", ""},
			"outflow": {"Day outflows", "FIL burnt or locked a day, {smoothing}",
				"At a FIL+ rate of {rate} outflow is {first} FIL a day {at} and {last} on {date}", ", at most {high} on {highdate}"},
			"gas-over-outflow": {"Gas / outflows", "percent of FIL burnt or locked, {smoothing}",
				"At a FIL+ rate of {rate} gas is {first} of outflow {at} and {last} on {date}", ""},
			"deal": {"Deal power onboarded", "PiB a day",
				"At a FIL+ rate of {rate} deal power is {first} PiB a day {at} and {last} on {date}", ""},
			"ratio": {"QA / raw power", "quality-adjusted over raw byte power of the network",
				"At a FIL+ rate of {rate} the ratio goes from {first} {at} to {last} on {date}", ""},
			"gas-over-netflow": {"Gas / net flow", "percent of FIL vested and minted less burnt and locked, {smoothing}",
				"At a FIL+ rate of {rate} gas is {first} of net flow {at} and {last} on {date}; {direct} with DirectFIL+", ""},
		},
		FullStop: ".", SummaryOneDay: "At a FIL+ rate of {rate}: {first} {at}, and no forecast beyond it",
		What:         map[string]string{"publish": "publishing deals", "onboarding": "onboarding deals and sectors"},
		MessageNames: map[string]string{"publish": "PublishStorageDeals", "onboarding": "PublishStorageDeals, PreCommit and ProveCommit"},
		Table:        "Numbers", TableCaption: "{title}, by day", TableDay: "Day (UTC)", ZoomOut: "Whole period", Explain: "Explain {day}",
		CanvasEnter: "Enter explains the day, ", Canvas: "Arrow keys move the cursor by a day, Page Up and Page Down by thirty; {enter}+ and − zoom, Escape shows the whole period. The same numbers stand in the table below.",
		History: "history", Forecast: "forecast", Average: "{n}-day means", AverageOne: "no smoothing",

		Tiles: map[string]string{
			"gas":    "FIL spent on {what} in {years}, at {rate}",
			"saving": "FIL of that saved by DirectFIL+",
			"day":    "FIL a day saved by DirectFIL+",
			"supply": "of circulating supply saved a year",
		},

		Warning: map[string]string{
			sim.WarnPowerEnded:         "Power falls to zero on {first}{rates}; nothing after it is defined.",
			sim.WarnGasNegative:        "The gas model predicts negative gas on {days} from {first}{rates}: it does not hold there.",
			sim.WarnGasOutOfRange:      "Deal power (for the study’s model also the QA/raw ratio) leaves what the gas model has seen on {days} from {first}{rates}: it extrapolates.",
			sim.WarnGasBeyondValidated: "From {first} on the forecast is longer than any that the gas model was checked against{rates}.",
			sim.WarnOutflowNotPositive: "More is released than locked and burnt, so gas / outflow has no meaning and is left out:{spans}.",
			sim.WarnNetflowNotPositive: "More leaves the supply than enters it, so gas / net flow has no meaning and is left out:{spans}.",
			sim.WarnOutflowNearZero:    sim.ShareSentence(sim.WarnOutflowNearZero),
			sim.WarnNetflowNearZero:    sim.ShareSentence(sim.WarnNetflowNearZero),
			sim.WarnGasAboveOutflow:    sim.ShareSentence(sim.WarnGasAboveOutflow),
			sim.WarnGasAboveNetflow:    sim.ShareSentence(sim.WarnGasAboveNetflow),
			sim.WarnGasAboveSupply:     sim.ShareSentence(sim.WarnGasAboveSupply),
			sim.WarnBurnNegative:       "The gas saved costs more than the simulated network burns on {days} from {first}{rates}: its burn turns negative.",
			sim.WarnPledgeNegative:     "Locked pledge turns negative on {days} from {first}{rates}; this is MechaFIL’s own, locked tokens in all do not.",
			sim.WarnQACapped:           "QA power is held at the multiplier times raw power on {days} from {first}{rates}.",
			sim.WarnLockedFloored:      "Locked tokens are held at zero on {days} from {first}{rates}.",
			sim.WarnCirculatingFloored: "Circulating supply is held at zero on {days} from {first}{rates}.",
			sim.WarnAvailableFloored:   "Available supply is held at zero on {days} from {first}{rates}.",
			sim.WarnSectorUndefined:    "Nothing is onboarded on {days} from {first}{rates}: sector figures have no value.",
			sim.WarnScheduleGap:        "The snapshot knows no expirations for {days} from {first}: with this sector duration no power falls due then.",
			sim.WarnLoadAboveCapacity:  "On {days} from {first}{rates} more gas is asked for than the 51.4 Tgas of the fullest day ever: only so much is billed.",
			sim.WarnPriceRough:         "The price of gas, {days} from {first}, tells orders of magnitude: on later months it was off by a factor of 25.",
		},
		WarnedOn: "Note that {warning}:{spans}.",
		AllRates: " at all FIL+ rates", AtRates: " at {rates}",
		Curve:   [4]string{" both curves", " status quo", " DirectFIL+", " status quo or DirectFIL+"},
		SpansAt: "{curve} at {rates} {spans}", SpansDays: "on {days} from {first} to {last}",

		Method: "How this is computed",
		MethodSteps: []string{
			"<b>The network.</b> A day-by-day simulation of Filecoin’s token economy (power, vesting, minting, pledge, circulating supply) starts from the published state of {snapshot} and runs {horizon} days ahead. It ports MechaFIL, CryptoEconLab’s model, and reproduces its figures to a billionth.",
			"<b>The gas.</b> {gas}",
			"<b>The comparison.</b> A direct deal needs {fraction} of that gas; {adoption}. Gas becomes FIL at a base fee of {fee} nanoFIL: the study counted a billion gas as one FIL, which is 1 nanoFIL; burn and gas of the 90 days before the snapshot imply {median}, and that is an upper bound. The gas of a day is divided by the {smoothing} of the tokens that leave (burnt, locked) and enter (vested, minted) the supply.",
		},
		MethodLimit:   "The simulated burn stays on its historical mean whatever deals cost, as in the study, unless the switch for burnt gas is on. Where the gas model leaves what it was trained on or checked against, a warning stands at the chart.",
		MethodScaling: "PublishStorageDeals gas is deal power times a level: {level} Ggas per PiB in the months to {last}, from there halving its distance every {half} days to {longrun}, what FIP-0045 measured for messages of eight deals. It cannot be negative and does not depend on the ratio. Bands: the level may drift from month to month and days scatter about it, as much as they did in training.",
		MethodRegime:  "PublishStorageDeals gas is predicted from the deal power onboarded that day and the network’s ratio of quality-adjusted to raw power, by the model of the August 2023 study, trained on {rows} days from {from} to {to}: a Gaussian mixture finds two regimes, a logistic regression tells them apart, a line each predicts the gas. It tells the regime right on {right} of these days.",
		Adopted:       map[string]string{"none": "none goes direct", "full": "all go direct, from the first day on", "constant": "{share} of them go direct", "logistic": "they go direct along a ramp that starts on {start} and tends to {share}"},
		Locale:        englishLocale(),
		Faults:        englishFaults(),
		Link:          englishLink(),
		Share:         englishShare(),
		Card:          englishCard(),
		Site:          SiteText{Language: english},
		Own:           englishOwn(),
		Pin:           englishPin(),
		Access:        englishAccess(),
	}
}
