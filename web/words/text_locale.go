package words

// LocaleText is how a language writes numbers, amounts and dates.
type LocaleText struct {
	Numbers, Dates string // BCP 47 tags for the browser's own formats, on the charts' axes and readouts

	Percent, Measure, Range string       // {n} %; a number with another unit; {low} to {high} {unit}
	Date, ShortDate         string       // {day} {month} {year}, the month in full or short
	Month, Year             string       // of a date axis, and in sentences
	Amounts                 []AmountText // large ones, the largest first
	Fonts                   string       // that a card is drawn in, for CSS
}

// AmountText is how amounts from From on are written: in so many Units.
type AmountText struct {
	From, Unit float64
	Text       string
}

func englishLocale() LocaleText {
	return LocaleText{
		Numbers: "en", Dates: "en-GB",
		Percent: "{n} %", Measure: "{n} {unit}", Range: "{low} to {high} {unit}",
		Date: "{day} {month} {year}", ShortDate: "{day} {month} {year}", Month: "{month} {year}", Year: "{year}",
		Amounts: []AmountText{{999_500, 1e6, "{n} million"}},
		Fonts:   "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
	}
}
