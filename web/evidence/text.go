// Package evidence is the page's section "How well does this hold?": its words and figures as HTML
// and JSON, made when the site is built. A browser only draws it, so the page's program carries none
// of it.
package evidence

import (
	"github.com/gasburden/gasburden/web/words"
)

// Text is the catalogue of the section. {name} marks what is filled in.
type Text struct {
	Title, Lead, AnswersTitle string
	Answers                   []string // the study's question, answered
	Table                     tableText
	Cost                      costText
	Chart                     map[string]chartText
	Words                     map[string]string
	Page                      *words.Text // of the same language: how it writes numbers and dates
}

type tableText struct {
	Caption string
	Heads   []string
	Window  map[string]string // by name in the evidence
	Note    string
}

type costText struct {
	Title string
	tableText
}

type chartText struct {
	Title, Say, Subtitle string
	Unit                 string // that its values are spoken in, with {value} for the number
}

// English is the catalogue in English.
func English() *Text {
	return &Text{
		Page:         words.English(),
		Title:        "How well does this hold?",
		Lead:         "Every curve above rests on a gas model. This is what speaks for and against both, for the most part on days that neither had seen.",
		AnswersTitle: "Why did the study predict negative gas?",
		Answers: []string{
			"Because its line for days of low gas misses the origin: without any deal it still predicts {intercept} Ggas, and so turns negative on {negative} of its own {rows} training days.",
			"Because its line for days of high gas falls with the ratio of QA to raw power, which it never saw above {maxratio}: {cells} of the 2,500 cells of its map and {negativeW2} of the {daysW2} days after FIP-0076 come out negative.",
			"Both have one cause: its two regimes are protocol versions in disguise (they agree with the calendar on {agreement} of {rows} days), so the ratio stands for the date. The scaling model lets gas follow deal power alone, at a level that FIP-0045 measured, and can be neither negative nor thrown off by the ratio.",
		},
		Table: tableText{
			Caption: "Error of predicted PublishStorageDeals gas: sum of absolute errors over the gas of the window (WAPE)",
			Heads:   []string{"Window", "Days", "Scaling model", "Study’s model", "Study’s negative days", "Days in the 50, 80, 95 % band"},
			Window:  map[string]string{"train": "Training, {first} to {last}", "W1": "Unseen, {first} to {last}", "W2": "Unseen, with FIP-0076, {first} to {last}"},
			Note:    "A constant gas per PiB fitted to each unseen window itself would still be off by {floor1} and {floor2}. Over 17 origins in 2022 and 2023 the scaling model’s error was {cvScaling}, the study’s {cvRegime}.",
		},
		Cost: costText{"What publishing deals has cost", tableText{
			Caption: "PublishStorageDeals gas at the measured base fee of the same day, FIL",
			Heads:   []string{"Days", "Number", "In all", "A day", "Median day", "Dearest day", "At burn over gas, a day"},
			Window:  map[string]string{"year": "{first} to {last}", "all": "All", "launch": "Since FIP-0076, {first} to {last}"},
			Note: "A day counts where both gas and fee were published, which from {gapFirst} to {gapLast} the fee was not. Since FIP-0076 the dearest quarter of the days carries {quarterShare} of the cost. " +
				"The last column takes all that was burnt for the fee: an upper bound, since penalties, termination fees and the sector fee are burnt too.",
		}},
		Chart: map[string]chartText{
			"input-deal":      {"Deal power onboarded", "The study’s first input rose ninefold in the year before the training ended, and has fallen by a third since.", "PiB a day", "{value} PiB a day"},
			"input-ratio":     {"QA / raw power", "The second input left all that the study had seen on the day after its training ended, and kept rising.", "network ratio", "{value}"},
			"input-gas":       {"PublishStorageDeals gas", "What both try to predict: it jumped with nv17 (FIP-0045), which made each deal dearer.", "Tgas (10¹² gas) a day", "{value} Tgas a day"},
			"scatter":         {"Gas against deal power, training days", "The two clouds are two protocol versions: days before and after nv17. The lines are the study’s, at each regime’s mean ratio; crosses are the mixture’s means.", "Tgas a day over PiB a day", ""},
			"map":             {"Predicted gas over deal power and ratio", "The study’s model turns negative (hatched) outside the hull of its training days, and on {negative} of these (dots), below {most} PiB a day; the scaling model nowhere.", "Tgas a day", ""},
			"fit":             {"Predicted and realised gas", "Trained on days up to {trainEnd}, the scaling model stays with what happened; the study’s falls away from it.", "Tgas a day, 7-day means", "{value} Tgas a day"},
			"aftermath":       {"What happened after FIP-0076", "Realised gas was {kept} of what no change would have brought: a fall of {fall} in the gas of a deal, where the study assumed 85 %. Larger messages explain it as well as adoption does.", "Tgas a day, 30-day means", "{value} Tgas a day"},
			"raw_power_eib":   {"Raw power", "Simulated from {snapshot} at the medians of the time. The network then onboarded two fifths less, and raw power was off by {wape} on average, {end} at the end.", "EiB", "{value} EiB"},
			"qa_power_eib":    {"QA power", "The same for quality-adjusted power: off by {wape} on average, {end} at the end.", "EiB", "{value} EiB"},
			"circulating_fil": {"Circulating supply", "Supply follows power only loosely: off by {wape} on average, {end} on {last}.", "million FIL", "{value} million FIL"},
			"burnt_fil":       {"Burnt", "The simulated burn stays on the mean of July 2023: off by {wape} on average, {end} at the end.", "million FIL", "{value} million FIL"},
		},
		Words: map[string]string{
			"realised": "realised", "scaling": "scaling model", "regime": "study’s model", "simulated": "simulated", "nochange": "no change", "study15": "the study’s 15 %",
			"low": "low-gas regime", "high": "high-gas regime", "bandLow": "80 % band of the gas model, low", "bandHigh": "80 % band of the gas model, high",
			"training": "training", "unseen": "unseen", "nv17": "nv17", "nv22": "nv22",
			"mapModel": "Model", "negative": "negative", "hull": "training days’ hull", "negativeDays": "training days made negative", "deal": "deal power, PiB a day", "ratio": "QA / raw power",
			"zoomOut": "Whole period", "table": "Numbers", "day": "Day (UTC)", "canvas": "Arrow keys move the cursor by a day, Page Up and Page Down by thirty; + and − zoom, Escape shows the whole period. The same numbers stand in the table below.",
			"spoken": "{day}: {values}", "spokenValue": "{name} {value}", "spokenMark": "; ", "spokenNone": "no value",
			"caption": "{title}, by day", "scatterAlt": "Scatter of {rows} training days: gas in Tgas a day over deal power in PiB a day", "mapAlt": "Map of 50 by 50 cells; {negative} of them are negative",
			"at": "{deal} PiB a day, ratio {ratio}: {gas} Tgas", "mean": "mean of a regime",
		},
	}
}
