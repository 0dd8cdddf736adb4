package words

// English is the catalogue in English, whole: what the program says, and what is said by the page around it, by
// its scripts, by the site and the Worker.
func English() *Text {
	t := EnglishProgram()
	t.Tagline = "What FIL+ deals cost Filecoin in gas"
	t.NavLabel = "On this page"
	t.NavCharts, t.NavMethod, t.NavEvidence, t.NavSource = "Charts", "Method", "Evidence", "Sources"
	t.Footer = "Figures: public Filecoin chain statistics as published by Starboard and Spacescope; network states of {others} and {last}. Method: CryptoEconLab’s DirectFIL+ study of August 2023 and MechaFIL. All is computed in your browser; nothing you enter leaves this page."
	t.Licenses = "Licences of the software in this page"
	t.Start, t.Site, t.Worker, t.Code = englishStart(), englishSite(), englishWorker(), englishCode()
	return t
}
