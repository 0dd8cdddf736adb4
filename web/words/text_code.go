package words

// CodeText is what example.html says, the page that uses gasburden.js.
type CodeText struct {
	Title, Lead, Caption, Rate, Month, StatusQuo, Direct, Page string
}

func englishCode() CodeText {
	return CodeText{
		Title:     "gasburden in five lines of code",
		Lead:      "The script of this page runs the simulator and fills the table below. It works in any page or notebook, with the full address of gasburden.js in place of the dot.",
		Caption:   "Gas of publishing FIL+ deals as a share of the network’s daily net flow, where half of the deals go direct",
		Rate:      "FIL+ rate",
		Month:     "Month",
		StatusQuo: "Status quo",
		Direct:    "With DirectFIL+",
		Page:      "The same scenario on the page",
	}
}
