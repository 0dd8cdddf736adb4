package fault

// Faults of programs, of the figures that a release ships, and of links where a program reads them.

// Links: the page and the Worker have their own words for these, by name.
var (
	LinkUnknownKey  = &Code{Name: "unknown_key", English: "{field} is no name that a link knows"}
	LinkRepeated    = &Code{Name: "repeated", English: "{field} is given twice, the first counts"}
	LinkDamaged     = &Code{Name: "damaged", English: "{field} is damaged: {value}"} // an escape that is none
	LinkNewerFormat = &Code{Name: "newer_format", English: "it has form {value}, this program reads up to {legal}"}
	LinkTooLong     = &Code{Name: "too_long", English: "it is {value} bytes long, want at most {legal}"}
	// LinkCut is a name without a value, LinkCutValue a value that ends in the middle: the link lost its end.
	LinkCut             = &Code{Name: "cut", English: "it is cut off at {at}"}
	LinkCutValue        = &Code{Name: "cut", English: "it is cut off at {at}, want {legal}"}
	LinkUnknownSnapshot = &Code{Name: "unknown_snapshot", English: "{field} is {value}, want one of {legal}"}
	// LinkTwoScenarios is one after "?" and another after "#"; the first counts.
	LinkTwoScenarios = &Code{Name: "two_scenarios",
		English: "it holds two scenarios, the one after ? counts and that after # does not"}
	// LinkOwnFigures is a link that names a reader's own figures, which it cannot carry.
	LinkOwnFigures = &Code{Name: "own_figures",
		English: "it was made with somebody's own figures ({value}), which no link carries"}

	// LinkNoKey is an override that no link has a name for.
	LinkNoKey = &Code{Name: "no_key", English: "no key for the scenario field {value}"}
)

// Documents of figures: {field} is the path to a value.
var (
	DocumentSyntax  = &Code{Name: "document_syntax", English: "{cause}"}
	DocumentValue   = &Code{Name: "document_value", English: "{field}: {value}: {legal}"}
	DocumentSum     = &Code{Name: "document_sum", English: "{field}: {value}: the sum makes {sum}, {legal}"}
	DocumentLength  = &Code{Name: "document_length", English: "{field}: {n} entries, want {want}"}
	DocumentMost    = &Code{Name: "document_most", English: "{field}: {n} entries, want at most {want}"}
	DocumentKey     = &Code{Name: "document_key", English: "{field}: {cause}"}
	DocumentUnknown = &Code{Name: "document_unknown", English: "{field}: unknown key {key}"}
	DocumentTwice   = &Code{Name: "document_twice", English: "{field}: key {key} occurs twice"}
	DocumentMissing = &Code{Name: "document_missing", English: "{field}: key {key} is missing"}

	Object      = &Code{Name: "object", English: "want an object"}
	AList       = &Code{Name: "list", English: "want a list"}
	Numbers     = &Code{Name: "numbers", English: "want a list of numbers"}
	String      = &Code{Name: "string", English: "want a string"}
	ANumber     = &Code{Name: "a_number", English: "want a number"}
	ADay        = &Code{Name: "a_day", English: "want a day like 2023-07-31"}
	DayFrom     = &Code{Name: "day_from", English: "want {day} or later"}
	DayAfter    = &Code{Name: "day_after", English: "want a day after {day}"}
	CountTo     = &Code{Name: "count_to", English: "want 1 to {n}"}
	ThatNumber  = &Code{Name: "that_number", English: "want {n}"}
	WholeAround = &Code{Name: "whole_around", English: "want a whole number from -{n} to {n}"}
	WholeDelta  = &Code{Name: "whole_delta", English: "want a whole number from -2^54 to 2^54"}
	WholeSum    = &Code{Name: "whole_sum", English: "want a sum from -2^53 to 2^53"}
)

// Snapshots of the network.
var (
	SnapshotDays = &Code{Name: "snapshot_days",
		English: "start_date {first} and current_date {last}: want the first on or after {want} and before the second"}
	SnapshotLength = &Code{Name: "snapshot_length", English: "{field} has {n} entries, want {want}"}
	SnapshotDue    = &Code{Name: "snapshot_due",
		English: "{field} adds up to {total}, want at most the {want} that are alive"}
	SnapshotSupply = &Code{Name: "snapshot_supply",
		English: "{field} is {total}, want {want}: vested, mined and disbursed less locked and burnt"}

	FiniteAbove    = &Code{Name: "finite_above", English: "a finite number above {low}"}
	FiniteOrZero   = &Code{Name: "finite_or_zero", English: "a finite number, zero or more"}
	FinitePositive = &Code{Name: "finite_positive", English: "a finite number above zero"}
)

// Questions that only programs ask.
var (
	RateNumber   = &Code{Name: "rate_number", English: "FIL+ rate number {value}, want one of the scenario's {n}"}
	RangeOutside = &Code{Name: "range_outside", English: "range of {field} is {value}, want {legal}"}
	NotSteady    = &Code{Name: "not_steady", English: "{field} cannot be varied steadily, want {legal}"}
	FigureOfDay  = &Code{Name: "figure_of_day",
		English: "figure {value} is one of a day: an ensemble keeps curves for that"}
	CurveNotKept   = &Code{Name: "curve_not_kept", English: "curve {value} was not kept, only {kept}"}
	Undefined      = &Code{Name: "undefined", English: "{field} is undefined in scenario {scenario}: {reason}"}
	RangeWithin    = &Code{Name: "range_within", English: "one within {range}"}
	NumberRange    = &Code{Name: "number_range", English: "{range}"}
	NoneOrLength   = &Code{Name: "none_or_length", English: "none or horizon_days = {days}"}
	LoadedSnapshot = &Code{Name: "loaded_snapshot", English: "{quoted}, the one that was loaded"}
	InSnapshot     = &Code{Name: "in_snapshot", English: "snapshot {name}: "}
	AtMost         = &Code{Name: "at_most", English: "at most {high}"}
)
