package words

// PinText is what the page says of a run that stays on the chart.
type PinText struct {
	Pin, Hint, Unpin, Back, Own, Label, Status, Direct, End, Pinned string

	Published, OwnFigures string // whose figures it is based on, where the page is on others by now
}

func englishPin() PinText {
	return PinText{
		Pin: "Pin this run", Hint: "Keeps these curves on the chart while you go on.", Unpin: "Unpin", Back: "Go back to it",
		Own: "Own assumptions", Label: "{run}, {rate}", Pinned: "Pinned: {run}",
		Status: "pinned {run}, status quo", Direct: "pinned {run}, DirectFIL+", End: "pinned",
		Published: "published figures", OwnFigures: "own figures {hash}",
	}
}
