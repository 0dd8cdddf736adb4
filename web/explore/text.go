// Package explore is the page's section "What would change it?": the frame of its forms, made when the site is
// built, and its answers, made by the engine, as HTML and charts. The page's own program carries none of it.
package explore

import (
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// Text is the catalogue of the section. {name} marks what is filled in.
type Text struct {
	Forms

	FigureGroups                                                                         map[string]string
	Figures                                                                              map[string]FigureText // by name in sim/explore
	Inputs                                                                               map[string]InputText  // by name in sim/explore
	Choices                                                                              map[string]string
	Units                                                                                map[string]string // of figures
	Gaps                                                                                 map[string]string // of differences between figures
	Percent, Ratio, None, Undefined, Doubtful, CutMark, Range, From, More, ListMark, And string
	Amounts, Ticks                                                                       []words.AmountText // large amounts, the largest first: in sentences, on an axis
	Months                                                                               [12]string
	Date                                                                                 string

	Tornado  TornadoText
	Flip     FlipText
	Mark     MarkText
	Compared CompareText
	Ensemble EnsembleText
	Chart    map[string]string // words of the charts
	Spoken   map[string]string // units of curves, spoken; those a day are drawn a year
}

// FigureText names a figure: in a list, and inside a sentence.
type FigureText struct{ Label, Inside string }

// InputText names an input: in a list, and inside a sentence.
type InputText struct{ Label, Inside, Unit string }

// TornadoText is what matters most.
type TornadoText struct {
	Summary, SummaryFlat, Caption, Now, Set, Low, High, Choice, Apart, Key string
	Heads                                                                  [4]string
	Basis                                                                  map[string]string
	Warned, Warning, Still, LeftOut, NotApart, NoBase, Rest, Fewer         string
	Warnings                                                               map[string]string // of runs, by code
}

// FlipText is where a conclusion flips.
type FlipText struct {
	Rises, Falls, Leaps, Stays, Never, NeverDefined, Flat, Cut, CutInput, Set, Now, NowUndefined string
	Void, VoidCrossing, VoidCrossings, Pole, Undefined                                           string
	Caption                                                                                      string
	Heads                                                                                        [3]string
	RowCrossing, RowLeast, RowMost, RowNow                                                       string
	Alt, Axis, NowMark                                                                           string
	Reason                                                                                       map[string]string
}

// CompareText is how two links differ.
type CompareText struct {
	Same, SameInEffect, Summary, SummaryWhen, Month, Period, Cut            string
	SummaryNone, Undefined, Explains, ExplainsTogether                      string
	ExplainsBundled, Idle, Poles, Faults                                    string
	Caption, SharesCaption                                                  string
	Heads                                                                   [3]string
	ShareHeads                                                              [3]string
	Here, There, HereEnd, ThereEnd, HereDirect, ThereDirect, Gap, GapDirect string
	Curves, Difference, DifferenceHint                                      string
	Total                                                                   string
	NoLink, NoSnapshot, OwnFigures                                          string
}

// EnsembleText is how sure the result is.
type EnsembleText struct {
	Summary, Drawn, Undefined, Poles, Caption string
	Heads                                     [5]string
	Median, Band, BandLow, BandHigh           string
	Curves                                    map[string]string
	CurveHint, CurveHintThin, Cut             string
	RateLabel                                 string
}

// English is the catalogue in English.
func English() *Text {
	t := EnglishAnswers()
	t.Forms = englishForms()
	return t
}

// EnglishAnswers is the catalogue without the words of the forms, which the engine does not say.
func EnglishAnswers() *Text {
	return &Text{
		FigureGroups: named("mean", "Over the whole forecast", "month", "In the headline’s month", "day", "On a day", "fil", "Amounts of FIL"),
		Figures: map[string]FigureText{
			"mean_gas_over_netflow":            {"Mean burden, share of net flow", "the mean burden as a share of net flow"},
			"mean_direct_over_netflow":         {"Mean burden with DirectFIL+, share of net flow", "the mean burden with DirectFIL+ as a share of net flow"},
			"mean_gas_over_outflow":            {"Mean burden, share of outflow", "the mean burden as a share of outflow"},
			"mean_direct_over_outflow":         {"Mean burden with DirectFIL+, share of outflow", "the mean burden with DirectFIL+ as a share of outflow"},
			"mean_gas_over_circulating":        {"Mean burden a year, share of circulating supply", "the mean burden a year as a share of the circulating supply"},
			"mean_direct_over_circulating":     {"Mean burden a year with DirectFIL+, share of circulating supply", "the mean burden a year with DirectFIL+ as a share of the circulating supply"},
			"month_gas_over_netflow":           {"Burden, share of net flow", "the month’s burden as a share of net flow"},
			"month_direct_over_netflow":        {"Burden with DirectFIL+, share of net flow", "the month’s burden with DirectFIL+ as a share of net flow"},
			"month_gas_over_outflow":           {"Burden, share of outflow", "the month’s burden as a share of outflow"},
			"month_direct_over_outflow":        {"Burden with DirectFIL+, share of outflow", "the month’s burden with DirectFIL+ as a share of outflow"},
			"month_gas_over_circulating":       {"Burden a year, share of circulating supply", "the month’s burden as a share of the circulating supply"},
			"month_direct_over_circulating":    {"Burden a year with DirectFIL+, share of circulating supply", "the month’s burden with DirectFIL+ as a share of the circulating supply"},
			"day_gas_over_netflow":             {"Burden, share of net flow", "the day’s burden as a share of net flow"},
			"day_direct_over_netflow":          {"Burden with DirectFIL+, share of net flow", "the day’s burden with DirectFIL+ as a share of net flow"},
			"day_gas_over_outflow":             {"Burden, share of outflow", "the day’s burden as a share of outflow"},
			"day_direct_over_outflow":          {"Burden with DirectFIL+, share of outflow", "the day’s burden with DirectFIL+ as a share of outflow"},
			"day_gas_over_circulating":         {"Burden a year, share of circulating supply", "the day’s burden as a share of the circulating supply"},
			"day_direct_over_circulating":      {"Burden a year with DirectFIL+, share of circulating supply", "the day’s burden with DirectFIL+ as a share of the circulating supply"},
			"saving_fil":                       {"FIL saved over the forecast", "what DirectFIL+ saves over the forecast"},
			"saving_fil_per_day":               {"FIL saved a day", "what DirectFIL+ saves a day"},
			"saving_over_circulating_per_year": {"Saved a year, share of circulating supply", "what DirectFIL+ saves a year as a share of the circulating supply"},
			"gas_fil":                          {"FIL spent over the forecast", "what is spent over the forecast"},
			"direct_gas_fil":                   {"FIL spent with DirectFIL+ over the forecast", "what is spent with DirectFIL+ over the forecast"},
			"day_saving_fil":                   {"FIL saved on the day", "what DirectFIL+ saves on the day"},
			"day_cumulative_saving_fil":        {"FIL saved up to the day", "what DirectFIL+ has saved up to the day"},
		},
		Inputs: map[string]InputText{
			"fil_plus_rate":                  {"FIL+ rate", "the FIL+ rate", "%"},
			"raw_onboarding_pib":             {"Raw onboarding", "raw onboarding", "PiB/day"},
			"renewal_rate":                   {"Renewal rate", "the renewal rate", "%"},
			"sector_duration_days":           {"Sector duration", "the sector duration", "days"},
			"lock_target":                    {"Lock target", "the lock target", "%"},
			"fil_plus_multiplier":            {"FIL+ multiplier", "the FIL+ multiplier", "×"},
			"qa_renewal_multiplier":          {"QA power of renewals", "the QA power of renewals", "×"},
			"gamma":                          {"Weight of the baseline pledge", "the weight of the baseline pledge", "%"},
			"gamma_weighting":                {"Pledge mean", "the pledge mean", ""},
			"pledge_base":                    {"Pledge is a share of", "the base of the pledge", ""},
			"gas_model":                      {"Gas model", "the gas model", ""},
			"messages":                       {"Messages counted", "the messages counted", ""},
			"base_fee_nanofil":               {"Base fee", "the base fee", "nanoFIL"},
			"direct_gas_fraction":            {"Gas of a direct deal", "the gas of a direct deal", "%"},
			"direct_precommit_fraction":      {"PreCommit gas of a direct deal", "the PreCommit gas of a direct deal", "%"},
			"direct_prove_fraction":          {"ProveCommit gas of a direct deal", "the ProveCommit gas of a direct deal", "%"},
			"direct_prove_fraction_no_deals": {"ProveCommit gas without deals", "the ProveCommit gas of sectors without deals", "%"},
			"adoption":                       {"Adoption of DirectFIL+", "the adoption of DirectFIL+", ""},
			"adoption_share":                 {"Share of deals that go direct", "the share of deals that go direct", "%"},
			"adoption_start":                 {"Start of the adoption ramp", "the start of the adoption ramp", ""},
			"adoption_days":                  {"Length of the adoption ramp", "the length of the adoption ramp", "days"},
			"rebound":                        {"Saved gas refilled by more deals", "the share of saved gas that is refilled", "%"},
			"burn_feedback":                  {"Saved gas is not burnt", "the switch for burnt gas", ""},
			"smoothing_days":                 {"Smoothing of flows", "the smoothing of flows", "days"},
			"price":                          {"Price of gas", "the price of gas", ""},
			"priced_level_nanofil":           {"Fee when blocks are full", "the fee when blocks are full", "nanoFIL"},
			"knee_tgas":                      {"Blocks fill at", "the gas at which blocks fill", "Tgas a day"},
			"knee_width_tgas":                {"Width of that step", "the width of the step", "Tgas a day"},
			"premium_nanofil":                {"Premium, lowest fifth", "the premium of the lowest fifth", "nanoFIL"},
			"premium_spread_tgas":            {"Onset of that fee", "the onset of the low fee", "Tgas a day"},
			"gas_limit_ratio":                {"Gas limit ÷ gas used", "the ratio of gas limit to gas used", "×"},
			"tip_nanofil":                    {"Tip", "the tip", "nanoFIL"},
			"onboard_tgas_per_pib":           {"Gas of onboarding", "the gas of onboarding", "Tgas per PiB"},
			"window_tgas_per_eib":            {"Gas of proving power", "the gas of proving power", "Tgas per EiB"},
			"other_tgas":                     {"Other gas", "the other gas", "Tgas a day"},
			"version":                        {"Version of the defaults", "the version of the defaults", ""},
			"snapshot":                       {"Network of", "the network’s state", ""},
			"horizon_days":                   {"Horizon", "the horizon", "days"},
			"fil_plus_rates":                 {"FIL+ rates", "the FIL+ rates", "%"},
		},
		Choices: named(
			"arithmetic", "arithmetic", "geometric", "geometric", "harmonic", "harmonic", "circulating", "circulating supply", "available", "available supply",
			"scaling", "scaling", "regime", "regime (the study’s)", "publish", "PublishStorageDeals", "onboarding", "all of onboarding",
			"fixed", "fixed", "block_space", "follows block space", "none", "none", "full", "all at once", "constant", "a constant share", "logistic", "a ramp", "true", "on", "false", "off",
		),
		Units:   named("share", "{n} %", "share/year", "{n} % a year", "FIL", "{n} FIL", "FIL/day", "{n} FIL a day"),
		Gaps:    named("share", "{n} percentage points", "share/year", "{n} percentage points a year", "FIL", "{n} FIL", "FIL/day", "{n} FIL a day"),
		Percent: "{n} %", Ratio: "{n} ×", Amounts: []words.AmountText{{From: 999_500, Unit: 1e6, Text: "{n} million"}}, Ticks: []words.AmountText{{From: 1e6, Unit: 1e6, Text: "{n} m"}}, None: "–", Undefined: "undefined", Doubtful: "a flow is not positive", CutMark: "cut", Range: "{low} to {high}",
		From: "{low} to {high}, over time", More: "+{amount}", ListMark: ", ", And: "{first} and {last}",
		Months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		Date:   "{day} {month} {year}",
		Tornado: TornadoText{
			Summary:     "At a FIL+ rate of {rate}, {figure} is {base}. {first} moves it most, from {low} to {high}; {second} comes next.",
			SummaryFlat: "At a FIL+ rate of {rate}, {figure} is {base}, and no assumption has a figure at both ends of its range.",
			Caption:     "What {figure} becomes when one assumption is moved, sorted by how far its ends lie apart",
			Heads:       [4]string{"Assumption", "Figure", "Set it to …", "Where the range comes from"},
			Now:         "now {value}", Set: "Set {input} to {value}", Low: "○", High: "●", Choice: "◆", Apart: "{size} apart",
			Key:    "○ the low end of the range, ● its high end, ◆ a choice. The line is the figure as it stands, {base}.",
			Warned: "unlike in the picture: {list}", Warning: "{what} (first on {first})",
			Warnings: named(
				sim.WarnPowerEnded, "the network’s power ends", sim.WarnGasNegative, "the model predicts negative gas", sim.WarnGasOutOfRange, "deal power that the gas model has not seen",
				sim.WarnGasBeyondValidated, "a forecast longer than any that was checked", sim.WarnBurnNegative, "more gas saved than burnt",
				sim.WarnOutflowNotPositive, "outflow is not positive", sim.WarnNetflowNotPositive, "net flow is not positive", sim.WarnPledgeNegative, "locked pledge is negative",
				sim.WarnQACapped, "QA power held at its cap", sim.WarnLockedFloored, "locked tokens held at zero", sim.WarnCirculatingFloored, "circulating supply held at zero",
				sim.WarnAvailableFloored, "available supply held at zero", sim.WarnSectorUndefined, "nothing is onboarded", sim.WarnScheduleGap, "no power known to expire", sim.WarnLoadAboveCapacity, "more gas than blocks take", sim.WarnPriceRough, "a price that tells orders of magnitude",
			),
			LeftOut:  "Doubtful figures count neither for the order nor for the sentence above; they stand in the rows, marked: {list}.",
			NotApart: "nothing to compare: {reason}", NoBase: "The picture’s own figure means nothing here: {reason}.",
			Still: "Without any effect on this figure here: {list}.",
			Rest:  "Show {n} that move it less", Fewer: "Show the first {n} only",
			Basis: named(
				"own_history", "10th to 90th percentile of {n} published days, {first} to {last}",
				"fip_0076_table", "FIP-0076’s table, to no gas saved", "whole_range", "all that is possible",
				"protocol", "180 days, to FIP-0052’s three and a half years", "fip_0081", "FIP-0081’s weight, to that before it",
				"multiplier", "no FIL+ at all, to the protocol’s 10", "stated", "assumed: there is no history of it",
				"window", "a week, to a quarter", "first_year", "the scenario’s first day, to a year after", "choices", "every choice there is",
			),
		},
		Flip: FlipText{
			Rises:        "Where {input} reaches {value}, {figure} rises above {target}.",
			Falls:        "Where {input} reaches {value}, {figure} falls below {target}.",
			Leaps:        "Where {input} passes {value}, {figure} leaps over {target} without being it.",
			Stays:        "From {value} to {until} of {input}, {figure} stays on {target}.",
			Never:        "No value of {input} from {low} to {high} makes {figure} {target}: it stays between {least} (at {leastat}) and {most} (at {mostat}).",
			NeverDefined: "For no value of {input} from {low} to {high} does {figure} mean anything: {reasons}.",
			Flat:         "Moving {input} from {low} to {high} makes no difference to {figure}: it is {least} throughout.",
			Cut:          "▲ ▼ The axis ends before the curve, which goes to infinity where a flow passes through zero.",
			CutInput:     "Drawn up to {end} of {input}; looked at up to {high}.",
			Set:          "Set {input} to {value}",
			Now:          "As the picture stands, {input} is {value} and {figure} is {is}.",
			NowUndefined: "As the picture stands, {input} is {value} and {figure} has no value that means anything.",
			Void:         "From {low} to {high} a flow that the gas is divided by is zero or negative, so that the burden says nothing there.",
			VoidCrossing: "It passes {target} at {value} too, but in such a stretch.", VoidCrossings: "It passes {target} {n} times more, but in such a stretch.",
			Pole:        "The flow passes through zero at {value}: the burden leaves to infinity there and comes back with the other sign. That is no crossing.",
			Undefined:   "Between {low} and {high} it has no value: {reason}.",
			Caption:     "{figure}, by {input}",
			Heads:       [3]string{"What", "Set the assumption to", "Figure"},
			RowCrossing: "crosses {target}", RowLeast: "least", RowMost: "most", RowNow: "the picture above",
			Alt: "Curve of {figure} over {input} from {low} to {high}. {said}", Axis: "{label}, {unit}", NowMark: "now",
			Reason: named(
				"power_ended", "the network has no power left", "outside_run", "the run has no such day", "before_means", "the trailing means begin later",
				"divides_by_0", "the flow is zero", "illegal_input", "the assumptions may not stand together",
			),
		},
		Mark: englishMark(),
		Compared: CompareText{
			Same:         "Both have the same assumptions: there is no gap to explain.",
			Summary:      "{figure}: {a} in this picture and {b} behind the other link, a gap of {gap}.",
			SameInEffect: "The two differ only in assumptions that neither uses: there is no gap to explain.",
			SummaryWhen:  "{figure}: {a} in this picture ({whena}) and {b} behind the other link ({whenb}), a gap of {gap}.",
			Month:        "{month} {year}", Period: "{first} to {last}",
			Cut:              "Cut at {limit}: on {n} days a curve goes beyond it, beside days without a positive flow to divide by.",
			SummaryNone:      "No gap can be explained: {error}",
			Undefined:        "{figure} has no value in “{where}”: {reason}.",
			Explains:         "explains {amount} ({share} of the gap)",
			ExplainsTogether: "only change together and explain {amount} ({share} of the gap)",
			ExplainsBundled:  "taken as one, since more than {most} assumptions differ and these move the figure least; they explain {amount}, {share} of the gap",
			Idle:             "Without effect: neither side uses these",
			Poles:            "In {n} of the mixtures between the two, a flow that the gas is divided by is not positive: these shares mean little.",
			Faults:           "About the second link:",
			Caption:          "Assumptions that differ", SharesCaption: "What explains the gap: Shapley values, the mean over all orders in which the assumptions may change",
			Heads: [3]string{"Assumption", "This picture", "The other link"}, ShareHeads: [3]string{"Assumption", "How much", "In words"},
			Here: "this picture", There: "the other", HereEnd: "this", ThereEnd: "other", HereDirect: "this, DirectFIL+", ThereDirect: "the other, DirectFIL+", Gap: "difference", GapDirect: "difference, DirectFIL+",
			Curves: "Both burdens over time", Difference: "The difference over time", DifferenceHint: "the other link less this picture, on the same day; dashed: with DirectFIL+",
			Total:  "The whole gap",
			NoLink: "Paste an address of this page, or choose a preset.", NoSnapshot: "The network of “{snapshot}” is not here, want one of: {known}.",
			OwnFigures: "The picture is based on figures of your own, and so is the other link here.",
		},
		Ensemble: EnsembleText{
			Summary:   "{runs} runs with seed {seed}, with the deviations of the {days} days of the last two years that have all three figures, drawn in blocks of {block} days on average. At a FIL+ rate of {rate}, half of the runs have {figure} at {half}, and 95 of 100 at {most}; the middle one is {median}.",
			Drawn:     "Each input’s mean is your assumption on every day; a FIL+ rate of 0 or 100 % does not stray. Not covered: that levels drift for years, the base fee, and changes of the protocol.",
			Undefined: "{figure} has no value in {share} of the runs: the network ends, or there is nothing to divide by.",
			Poles:     "In {share} of the runs a flow that the gas is divided by is not positive, so that {figure} means nothing there. They are left out, and the bands speak of the rest.",
			Caption:   "What the runs come to at a FIL+ rate of {rate}",
			Heads:     [5]string{"Figure", "Median", "50 of 100 runs", "80 of 100", "95 of 100"},
			Median:    "median", Band: "{share} of the runs", BandLow: "{share} band, low", BandHigh: "{share} band, high",
			Curves: named(
				"gas_over_netflow", "Burden, share of net flow", "direct_over_netflow", "Burden with DirectFIL+, share of net flow",
				"gas_over_outflow", "Burden, share of outflow", "direct_over_outflow", "Burden with DirectFIL+, share of outflow",
				"gas_over_circulating", "Burden, share of circulating supply a year", "direct_over_circulating", "Burden with DirectFIL+, share of circulating supply a year",
				"gas_status_quo_fil", "Gas, FIL a day", "gas_direct_fil", "Gas with DirectFIL+, FIL a day", "outflow_mean_fil", "Outflow, FIL a day",
				"deal_onboarded_pib", "Deal power onboarded, PiB a day", "qa_raw_ratio", "QA / raw power", "cumulative_saving_fil", "FIL saved so far",
			),
			Cut: "Cut at {limit}: on {n} days a band goes beyond it.", CurveHint: "median and bands of 50, 80 and 95 % of the runs, not checked against what happened", CurveHintThin: "{hint}; left empty on {n} days on which more than half of the runs have no positive flow to divide by", RateLabel: "Shown at a FIL+ rate of",
		},
		Chart: named(
			"table", "Numbers", "caption", "{title}, by day", "day", "Day (UTC)", "zoomOut", "Whole period",
			"canvas", "Arrow keys move the cursor by a day, Page Up and Page Down by thirty; + and − zoom, Escape shows the whole period. The same numbers stand in the table below.", "forecast", "forecast",
			"spoken", "{day}: {values}", "spokenValue", "{name} {value}", "spokenMark", "; ", "spokenNone", "no value",
		),
		Spoken: named("share", "{value}", "share/day", "{value} a year", "FIL", "{value} FIL", "FIL/day", "{value} FIL a day", "PiB/day", "{value} PiB a day", "ratio", "{value}"),
	}
}

// words are texts by name; pairs are name, text. Of a literal of a map, the program would carry an instruction for each.
func named(pairs ...string) map[string]string {
	out := make(map[string]string, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out
}
