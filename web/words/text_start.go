package words

// StartText is what the page says before its program runs, and when it stops. The page's scripts say it.
type StartText struct {
	Progress, Starting                          string
	NotStarted, Stopped                         string
	Missing, Download, FromDisk, TooOld         string
	Sandboxed, OpenAlone                        string
	Computing, StaysValid, NotComputed          string // of the numbers in the page before the program has run
	Blocked, NoShare, NoAccess                  string // where a part of the page is
	Broken, Crash, Exit, NoDetails, MoreDetails string
	Reload                                      string
	EvidenceFailed, ExploreFailed               string
	NoConnection, ServerAnswered                string // why something failed, as a part of a sentence
	NotAllowed, NotReadable, NoPictures         string
	EngineEnded, Unexpected                     string
	LanguageLabel                               string
	LanguageFailed                              string
}

func englishStart() StartText {
	return StartText{
		Progress: "Loading the simulator, {done} of {total} MB", Starting: "Starting the simulator",
		NotStarted:  "The simulator did not start",
		Stopped:     "The simulator has stopped",
		Missing:     "A part of it could not be loaded. Reload to try again.",
		Download:    "The program could not be downloaded. Check your connection and reload.",
		FromDisk:    "A browser does not load programs from a page opened from disk. Open gasburden.html instead, which holds everything in one file, or serve the folder over HTTP, for example with “make run”.",
		TooOld:      "This browser does not run WebAssembly, or not the kind this page needs. Any browser from 2023 on does.",
		Sandboxed:   "The page around this one keeps it in a sandbox, and this site does not let its program be read from there (it sends no header Access-Control-Allow-Origin).",
		OpenAlone:   "Open it by itself:",
		Computing:   "Computing what this link asks for …",
		StaysValid:  "What you read on this page stays valid: its numbers are those of this address.",
		NotComputed: "This address asks for a scenario of its own. Only the program can compute its numbers, so none of them is shown.",
		Blocked:     "the part of this page that does it was blocked",
		NoShare:     "The part that copies, saves and computes in the background was blocked: downloads and “What would change it?” do not work.",
		NoAccess:    "The part that brings the evidence and “What would change it?” was blocked: both sections stay empty, and the page prints as it stands.",
		Broken:      "The program arrived but could not be run. Reload to try again.",
		Crash:       "It ran into an error that it did not expect. The last picture stays on the page, but its controls no longer answer: reload to go on.",
		Exit:        "The program ended with code {code}.",
		NoDetails:   "No further details.",
		MoreDetails: "Technical details", Reload: "Reload",
		EvidenceFailed: "The evidence could not be loaded: {error}",
		ExploreFailed:  "The questions could not be loaded: {error}",
		NoConnection:   "no answer from the server", ServerAnswered: "the server answered {status}",
		NotAllowed: "it does not allow that here", NotReadable: "the file cannot be read",
		NoPictures:     "this browser does not copy pictures; download it instead",
		EngineEnded:    "the program that makes it has stopped and starts anew when asked again; technical detail: {said}",
		Unexpected:     "unexpected error, technical detail: {said}",
		LanguageLabel:  "Language",
		LanguageFailed: "This language could not be loaded ({error}).",
	}
}
