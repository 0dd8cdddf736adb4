package web

// OwnText is what the page says of a reader's own figures.
type OwnText struct {
	Open, Hint, Busy, Refused, Notice, Drop, Caution, TooLarge, Moved string
}

func englishOwn() OwnText {
	return OwnText{
		Open:     "Use daily figures of your own",
		Hint:     "CSV with the header of network-daily.csv, or drop it anywhere on this page. Medians and gas model are fitted to it in your browser; it is not uploaded.",
		Busy:     "Reading the file …",
		Refused:  "The file was not taken, and nothing changed: {error}",
		Notice:   "Based on your own figures, {file} ({first} to {last}): medians and the level of the gas model follow from them.",
		Caution:  "based on the reader’s own figures",
		Drop:     "Back to the published figures",
		Moved:    "another network was chosen meanwhile; pick the file again.",
		TooLarge: "it is larger than 8 MB, which no table of days is.",
	}
}
