package fault

// The table of what is said to readers, with its English sentences. They have no full stop. Every language has them all
// (web/refusal); what stands in technical.go is for those who work on figures and programs, in English alone.

var said = &Code{Name: "said", English: "{text}"}

// Unexpected is an error that is no fault.
var Unexpected = &Code{Name: "unexpected", English: "{said}"}

// Values of an assumption, a question or a flag.
var (
	Illegal       = &Code{Name: "illegal", English: "{field} is {value}, want {legal}"}
	IllegalEntry  = &Code{Name: "illegal_entry", English: "{field} entry {entry} is {value}, want {legal}"}
	IllegalLength = &Code{Name: "illegal_length", English: "{field} has {n} values, want {legal}", Given: "{n} values"}
	IllegalCount  = &Code{Name: "illegal_count", English: "{field} has {n} entries, want {legal}", Given: "{n} entries"}
	VectorLength  = &Code{Name: "vector_length",
		English: "{field} has {n} values where horizon_days is {days}, want {legal}",
		Given:   "{n} values where horizon_days is {days}"}
	NoVector = &Code{Name: "no_vector",
		English: "{field}: {value} is not a number or an array of numbers, want {legal}",
		Given:   "{value} is not a number or an array of numbers"}
	NoVectorEntry = &Code{Name: "no_vector_entry",
		English: "{field}: entry {entry} is {value}, not a finite number, want {legal}",
		Given:   "entry {entry} is {value}, not a finite number"}
	EndlessRefill = &Code{Name: "endless_refill",
		English: "{field} is {value} with {other} {fraction}, want {legal}: gas that costs nothing refills without end",
		Given:   "{value} with {other} {fraction}"}
	NegativeLoad = &Code{Name: "negative_load",
		English: "{field} is {value} with {other} {space}, want {legal}: the regime model's gas can be negative",
		Given:   "{value} with {other} {space}"}
	UnknownName = &Code{Name: "unknown_name", English: "unknown name {name}, want {legal}"}
	NoDay       = &Code{Name: "no_day", English: "{field}: {value}: want a day like 2023-07-31"}
	TypedWhole  = &Code{Name: "typed_whole", English: "{field} is {value}, want a whole number from {low} to {high}"}
	TypedTarget = &Code{Name: "typed_target",
		English: "the value to cross is {value}, want a number such as 1.5, in {unit}"}
)

// What is legal.
var (
	OneOfNames       = &Code{Name: "one_of", English: "one of {list}"}
	OneOfQuotedNames = &Code{Name: "one_of_quoted", English: "one of {quoted}"}
	AnyNumber        = &Code{Name: "finite", English: "a finite number"}
	NumberIn         = &Code{Name: "number", English: "a number in {range}"}
	WholeIn          = &Code{Name: "whole", English: "a whole number in {range}"}
	WholeFrom        = &Code{Name: "whole_from", English: "a whole number from {low} on"}
	WholeFromTo      = &Code{Name: "whole_from_to", English: "a whole number from {low} to {high}"}
	DayIn            = &Code{Name: "day", English: "a day in {range}"}
	NeverOrDate      = &Code{Name: "never_or_date", English: "never, or a day YYYY-MM-DD in {range}"}
	DateIn           = &Code{Name: "date", English: "a day YYYY-MM-DD in {range}"}
	Daily            = &Code{Name: "daily", English: "a number in {range}, or a vector of horizon_days such numbers"}
	DailyLength      = &Code{Name: "daily_length",
		English: "one number or a vector of horizon_days = {days} values in {range}"}
	Rates = &Code{Name: "rates",
		English: "{least} to {most} numbers (or vectors of horizon_days numbers) in {range}"}
	RateCount        = &Code{Name: "rate_count", English: "{least} to {most} rates in {range}"}
	Switch           = &Code{Name: "switch", English: "true or false"}
	SnapshotName     = &Code{Name: "snapshot", English: "the name of a shipped snapshot"}
	PublishedFigures = &Code{Name: "published_figures",
		English: "a scenario that was made with the published figures: these are not in it"}
	Refillable     = &Code{Name: "refillable", English: "a {other} of {low} or more, or {rebound} 0"}
	ScalingOrFixed = &Code{Name: "scaling_or_fixed", English: "{model} {scaling}, or {other} {fixed}"}
	LinkAddress    = &Code{Name: "link_address", English: "an address with a query such as {list}"}

	NumberOrEmpty = &Code{Name: "number_or_empty", English: "want a number or an empty cell"}
	NoGroups      = &Code{Name: "no_groups",
		English: "want no comma before three digits, where it may group thousands or mark decimals"}
	PointOnly    = &Code{Name: "point_only", English: "want a point before decimals, since commas separate the cells"}
	NoUnit       = &Code{Name: "no_unit", English: "want a number without a unit"}
	FiniteNumber = &Code{Name: "finite_number", English: "want a finite number"}
	ZeroOrMore   = &Code{Name: "zero_or_more", English: "want zero or more"}
	MoreThanZero = &Code{Name: "more_than_zero", English: "want more than zero"}
	ShareOfOne   = &Code{Name: "share_of_one", English: "want a share from 0 to 1"}
	WholeNumber  = &Code{Name: "whole_number", English: "want a whole number"}
)

// What is legal in a link.
var (
	LinkMost     = &Code{Name: "link_most", English: "{high}"} // the largest number that is
	Listed       = &Code{Name: "listed", English: "{list}"}
	LinkSnapshot = &Code{Name: "link_snapshot", English: "the name of a snapshot, a day YYYY-MM-DD"}
	LinkKnots    = &Code{Name: "knots",
		English: `a number in {range}, or date:value pairs joined by "_" with rising dates`}
	LinkKnotRates = &Code{Name: "knot_rates",
		English: `{least} to {most} numbers (or date:value pairs joined by "_" with rising dates) in {range}, joined by commas`}
	LinkHidden = &Code{Name: "hidden", English: "{list} or the place of a FIL+ rate, 1 to {high}"}
	LinkZoom   = &Code{Name: "zoom", English: "two days, the earlier first"}
	LinkPin    = &Code{Name: "pin",
		English: "a name, version and snapshot, and names and values as in a link, joined by ~"}
	LinkControls = &Code{Name: "controls", English: "names of assumptions as in a link"}
	LinkLanguage = &Code{Name: "language", English: "en or zh-CN"}
)

// Scenario files.
var (
	ScenarioNoObject = &Code{Name: "scenario_no_object", English: "want an object of scenario fields"}
	ScenarioTwice    = &Code{Name: "scenario_twice", English: "{field} is given twice"}
	JSONCharacter    = &Code{Name: "json_character", English: "invalid character {character} {where}"}
	JSONEnd          = &Code{Name: "json_end", English: "unexpected end of the text"}
	JSONSyntax       = &Code{Name: "json_syntax", English: "{said}"}
)

// Daily tables.
var (
	TableEmpty    = &Code{Name: "table_empty", English: "empty file, want a header"}
	TableWorkbook = &Code{Name: "table_workbook",
		English: "this is an Excel workbook or another ZIP archive, want a CSV: save the sheet as CSV UTF-8"}
	TableUTF16 = &Code{Name: "table_utf16",
		English: "this is text in UTF-16, want a CSV in UTF-8: save the sheet as CSV UTF-8"}
	TableHTML      = &Code{Name: "table_html", English: "this is a web page (HTML), want a CSV"}
	TableSeparator = &Code{Name: "table_separator",
		English: "the cells are separated by {value}, want commas, semicolons or tabs"}
	TableMarks = &Code{Name: "table_marks",
		English: "line {line} has a decimal point and line {other} a decimal comma, want the same in all lines"}
	TableCSV           = &Code{Name: "table_csv", English: "{cause}"}
	TableColumn        = &Code{Name: "table_column", English: "column {column} is {value}, want {want}"}
	TableColumnMissing = &Code{Name: "table_column_missing", English: "column {field} is missing"}
	TableColumnUnknown = &Code{Name: "table_column_unknown", English: "unknown column {value}"}
	TableCells         = &Code{Name: "table_cells", English: "{n} cells, want {want}"}
	TableCell          = &Code{Name: "table_cell", English: "column {column}, {field}: {value}: {legal}"}
	TableNoRows        = &Code{Name: "table_no_rows", English: "no rows after the header"}
	TableNoDay         = &Code{Name: "table_no_day", English: "column 1, {field}: {value}: want a day like 2023-07-31"}
	TableEarly         = &Code{Name: "table_early", English: "column 1, {field}: {value}: want {want} or later"}
	TableGap           = &Code{Name: "table_gap",
		English: "column 1, {field}: {value}: want {want}, the day after the row before"}
	TableFee = &Code{Name: "table_fee",
		English: "{field} {value} makes {fil} FIL of the day's gas, want within a factor {n} of {other} {burn}"}
	TableLarge = &Code{Name: "table_large", English: "{n} bytes, want at most {most}"}
	TableShort = &Code{Name: "table_short",
		English: "the table runs from {first} to {last}, want at least {start} to {end} for the snapshot {snapshot}"}
	TableOutside = &Code{Name: "table_outside",
		English: "the table runs from {first} to {last}, want days from {start} to {end}"}
	AndMore = &Code{Name: "and_more", English: "… {n} faults in all"}

	CSVBareQuote = &Code{Name: "csv_bare_quote", English: `bare " in non-quoted-field`}
	CSVQuote     = &Code{Name: "csv_quote", English: `extraneous or missing " in quoted-field`}
)

// Figures that are too few, of a table or of history.
var (
	NoneBy    = &Code{Name: "none_by", English: "{field}: no value published on or before {date}"}
	NoRows    = &Code{Name: "no_rows", English: "no day from {start} to {end} has gas and onboarding published"}
	FitTooFew = &Code{Name: "fit_too_few",
		English: "too few days to fit a model: {n}, and no protocol version has {want}"}
	FitTooFewBlocks = &Code{Name: "fit_too_few_blocks",
		English: "too few days to fit a model: {n} blocks of {days} days with gas and deals to {last}, want at least {want}"}
	FitNoLevel = &Code{Name: "fit_no_level",
		English: "too few figures to fit a model: {field} of {n} days from {first} has a level of {level}"}
	HistoryShort = &Code{Name: "history_short",
		English: "{n} days from {first} to {last} have onboarding, renewal and FIL+ rate published, want {want} or more"}
	HistoryNone = &Code{Name: "history_none", English: "{field}: no value published from {first} to {last}"}
)

// Places, in front of a sentence.
var (
	InScenario = &Code{Name: "in_scenario", English: "scenario JSON: line {line}, column {column}: "}
	InLink     = &Code{Name: "in_link", English: "link: "}
	InFile     = &Code{Name: "in_file", English: "{file}: "}
	OnLine     = &Code{Name: "on_line", English: "{file}: line {line}: "}
	AtColumn   = &Code{Name: "at_column", English: "{file}: line {line}, column {column}: "}
	OnDay      = &Code{Name: "on_day", English: "{file}: {date}: "}
	OnRow      = &Code{Name: "on_row", English: "{file}: line {line} ({date}): "}
)
