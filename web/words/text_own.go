package words

// OwnText is what the page says of a reader's own figures.
type OwnText struct {
	Open, Hint, Template, Busy, Refused, Notice, Drop, Caution, TooLarge, Moved, Replaced string

	Figures                  string // what tells figures from others: rows, dates, hash
	NotCarried, NoCards      string // what leaves the page does not carry them
	Linked, LinkedOther      string // of a link that was made with such figures: the published ones, or others, are in use
	Data, Model, Cited, Card string // in place of the published figures' own words
}

func englishOwn() OwnText {
	return OwnText{
		Open:     "Use daily figures of your own",
		Hint:     "CSV in the form of the shipped table, picked or dropped anywhere on this page. Medians and gas model are fitted to it in your browser; it is not uploaded.",
		Template: "The shipped table, network-daily.csv",
		Busy:     "Reading the file …",
		Refused:  "The file was not taken, and nothing changed: {error}",
		Notice:   "Based on own figures in place of the published ones: {figures}. Medians and the level of the gas model follow from them.",
		Caution:  "own figures",
		Drop:     "Back to the published figures",
		Moved:    "another network was chosen meanwhile; pick the file again.",
		Replaced: "another file was picked meanwhile: choose the network again",
		TooLarge: "it is larger than 8 MB, which no table of days is.",

		Figures:     "{days}, {first} to {last}, SHA-256 {hash}",
		NotCarried:  "A link, an embed or a scenario file cannot carry own figures: it opens with the published ones, and says so.",
		NoCards:     "There is no picture of own figures at any address: download the PNG and upload it where you write.",
		Linked:      "This was made with somebody’s own figures ({figures}), which neither a link nor a scenario file carries. What you see is computed from the published ones. Whoever has that file can open it on the page.",
		LinkedOther: "This was made with other figures ({figures}) than those in use: the curves may differ from the ones that were meant.",
		Data:        "network of {snapshot}; own figures: {figures}",
		Model:       "medians and gas model fitted to these; all else of {model}; equations {equations}",
		Cited:       "{model}, with own figures ({figures})",
		Card:        "Network of {snapshot} · own figures: {figures}",
	}
}
