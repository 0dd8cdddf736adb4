package words

import "github.com/gasburden/gasburden/model/fault"

// WorkerText is what the optional Worker says: to programs that ask for a card, a table or a preview,
// and to sites that show a link.
type WorkerText struct {
	Refused         map[string]string // by link fault
	RefusedValue    string
	UnknownSnapshot string
	TooMuch         string
	Broken          string
	NotFound        string
	Method          string
	TooLong         string
	NoFigures       string // the site lacks a snapshot's file
	CardRefused     string // heads a picture that says what is wrong

	URLMissing, URLForeign, FormatUnknown, SizeIllegal string // of oEmbed

	Title, TitleMore string // of a link's preview: what its scenario changes
	Alt              string // of the picture in a preview
	Notice           string // one more sentence in a description
}

func englishWorker() WorkerText {
	return WorkerText{
		Refused: map[string]string{
			fault.LinkUnknownKey.Name:   "{key} = “{value}”: no link has that name; want one of {legal}.",
			fault.LinkRepeated.Name:     "{key} = “{value}”: it is given twice; want it once.",
			fault.LinkDamaged.Name:      "{key} = “{value}”: a % has no two hexadecimal digits after it.",
			fault.Illegal.Name:          "{key} = “{value}”: want {legal}.",
			fault.LinkNewerFormat.Name:  "The link has form {value}; want at most {legal}.",
			fault.LinkCut.Name:          "The link is cut off at “{at}”.",
			fault.LinkTwoScenarios.Name: "The address holds two scenarios, one after “?” and one after “#”; want one.",
			fault.LinkOwnFigures.Name:   "{key} = “{value}”: the link was made with somebody’s own figures, which it does not carry; want a link made with the published ones.",
			fault.LinkTooLong.Name:      "The link is {value} bytes long; want at most {legal}.",
		},
		RefusedValue:    "{key}: {error}.",
		UnknownSnapshot: "snapshot = “{snapshot}”: no such network is here; want one of {known}.",
		TooMuch:         "days = {days} at {rates} FIL+ rates: that makes {n} days to simulate; want at most {most} here. The page and the command line have no such limit.",
		Broken:          "The Worker failed; its log says why.",
		NotFound:        "There is nothing here.",
		Method:          "{method} is not answered here; want GET or HEAD.",
		TooLong:         "The query is {n} bytes long; want at most {most}.",
		NoFigures:       "The figures of {file} could not be read from the site.",
		CardRefused:     "This link cannot be drawn",

		URLMissing:    "url is missing; want the address of a page of this site.",
		URLForeign:    "url is not the address of a page of this site ({origin}).",
		FormatUnknown: "format = “{format}”: only json is answered.",
		SizeIllegal:   "{key} = “{value}”: want a whole number from 1 on.",

		Title:     "{changed}: what publishing FIL+ deals costs the Filecoin network",
		TitleMore: "{changed} and {n} more",
		Alt:       "A chart of the gas burden by FIL+ rate, with and without DirectFIL+. {headline}",
		Notice:    "{description} {notice}",
	}
}
