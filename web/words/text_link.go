package words

import "github.com/gasburden/gasburden/model/fault"

// LinkText is what the page says of links.
type LinkText struct {
	Title, Dismiss                                         string
	Fault                                                  map[string]string // by reason
	Illegal, NoSnapshot, NewerEdition, KeptEdition         string
	OtherEquations, EditionFailed, WithoutControl, TooLong string
	ModelVersion, OverTime, FileRefused, ShownLabel        string
	ShowStatus, ShowDirect                                 string
}

func englishLink() LinkText {
	return LinkText{
		Title: "About this link", Dismiss: "Dismiss",
		Fault: map[string]string{
			fault.LinkUnknownKey.Name:   "“{key}” is no name that a link knows; it was left out.",
			fault.LinkRepeated.Name:     "“{key}” is given twice; the first counts.",
			fault.LinkDamaged.Name:      "“{key}” is damaged (“{value}”); it was left out.",
			fault.Illegal.Name:          "“{key}” is “{value}”, want {legal}; it was left out.",
			fault.LinkNewerFormat.Name:  "The link has form {value}, this page reads up to {legal}: what it does not understand is left out.",
			fault.LinkCut.Name:          "The link is cut off at “{at}”; that part was left out.",
			fault.LinkTwoScenarios.Name: "The address holds two scenarios, one after “?” and one after “#”; the one after “?” counts.",
			fault.LinkTooLong.Name:      "The link is {value} bytes long, want at most {legal}; it was not read.",
		},
		Illegal:        "“{key}” cannot be used ({error}); it was left out.",
		NoSnapshot:     "The network of “{snapshot}” is not here, want one of: {known}. The picture shows {current}.",
		NewerEdition:   "The link was made with figures and models of edition {edition}; this page has up to {last}, and the curve may differ from the one that was linked.",
		KeptEdition:    "Shown with figures and models of edition {edition} ({date}), as the link asks. Choose the network again to see today’s.",
		OtherEquations: "The simulator was corrected since edition {edition} of {date} (revision {then} of its equations, now {now}): the curve may differ from the one that was linked.",
		EditionFailed:  "Figures of edition {edition} could not be loaded ({error}): the curve is that of edition {last} and may differ from the one that was linked.",
		WithoutControl: "Also set, without a control on this page: {list}. “Reset all” drops it.",
		TooLong:        "This scenario is too long for a link: send it as a scenario file.",
		ModelVersion:   "edition {edition}, {date}",
		OverTime:       "Changes over time; the first value is shown, and moving the slider makes it the only one. {default}",
		FileRefused:    "The file was not taken: {error}.",
		ShownLabel:     "Show",
		ShowStatus:     "status quo", ShowDirect: "DirectFIL+",
	}
}
