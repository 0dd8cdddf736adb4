package web

// OwnText is what the page says of a reader's own figures.
type OwnText struct {
	Open, Hint, Template, Busy, Refused, Notice, Drop, Caution, TooLarge, Moved string
}

func englishOwn() OwnText {
	return OwnText{
		Open:     "Use daily figures of your own",
		Hint:     "CSV in the form of the shipped table, picked or dropped anywhere on this page. Medians and gas model are fitted to it in your browser; it is not uploaded.",
		Template: "The shipped table, network-daily.csv",
		Busy:     "Reading the file …",
		Refused:  "The file was not taken, and nothing changed: {error}",
		Notice:   "Based on your own figures, {file} ({first} to {last}): medians and the level of the gas model follow from them.",
		Caution:  "based on the reader’s own figures",
		Drop:     "Back to the published figures",
		Moved:    "another network was chosen meanwhile; pick the file again.",
		TooLarge: "it is larger than 8 MB, which no table of days is.",
	}
}
