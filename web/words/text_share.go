package words

// ShareText is what the page says of taking a result elsewhere.
type ShareText struct {
	Nav, Title, Hint                                   string
	CopyLink, CopyMarkdown, CopyText, CopyImage        string
	Download, DownloadLabel                            string
	ScenarioFile, OpenFile, OpenFileHint, FileTooLarge string
	Copied, Working, Saved, Preview, CopyFailed        string
	What                                               map[string]string // what was copied, by action
	NotMade                                            string
	Embed, EmbedHint, EmbedControls, EmbedKind         string
	EmbedCopy, EmbedSnippet                            string
	Kinds                                              map[string]string // of snippets
	NoCards                                            string
	EmbedTitle, EmbedOpen                              string

	// Markdown and plain text.
	Alt, NoImage, Figure, Value, Assumption, OpenLink, Data, Model, Caution, Band, Citation, Changed, Others, AtDefault, Plain string

	// CSV.
	CSVHead, CSVLink, CSVModel, CSVColumn, CSVCaution string
	Units                                             map[string]string // by chart and unit
}

func englishShare() ShareText {
	return ShareText{
		Nav: "Share", Title: "Take it with you",
		Hint: "The link carries every assumption and what you see but for a pinned run, and opens to the same curves years later. Nothing is uploaded: link, files and pictures are made in your browser.",

		CopyLink: "Copy link", CopyMarkdown: "Copy for a FIP discussion", CopyText: "Copy as text", CopyImage: "Copy image",
		Download: "Download", DownloadLabel: "Download as {kind}",
		ScenarioFile: "scenario file",
		OpenFile:     "Open a scenario file", OpenFileHint: "JSON, as downloaded here or written for the command line.", FileTooLarge: "it is larger than 2 MB, which no scenario is",
		Copied: "Copied: {what}.", Working: "Working on it …", Saved: "Saved as {name}.",
		Preview:       "What was copied",
		CopyFailed:    "The browser did not let this page copy ({error}). The text stands below: select and copy it.",
		NotMade:       "That could not be made ({error}).",
		What:          map[string]string{"link": "the link", "markdown": "Markdown for GitHub, Discourse and the like", "text": "plain text", "png": "the picture; paste it into a comment", "embed": "the snippet"},
		Embed:         "Embed in a page",
		EmbedHint:     "The chart with the sentence above it, live, and the controls that you choose.",
		EmbedControls: "Controls",
		EmbedKind:     "As", EmbedCopy: "Copy snippet", EmbedSnippet: "Snippet",
		Kinds: map[string]string{
			"iframe": "frame", "iframe-resizing": "frame that fits its height", "markdown-image": "Markdown image with link", "oembed": "oEmbed address",
		},
		NoCards:    "This copy of the page has no service that draws pictures for any scenario. A preset has a picture of its own; else download the PNG and upload it where you write.",
		EmbedTitle: "gasburden: gas burden of publishing FIL+ deals", EmbedOpen: "Change all assumptions on gasburden",

		Alt:     "{title}. {headline}",
		NoImage: "Paste the picture here: “Copy image” puts it on the clipboard.",
		Figure:  "Figure", Value: "Value", Assumption: "Assumption", Changed: "{value} (changed)",
		Others: "{n} more", AtDefault: "at their defaults, in the link",
		OpenLink: "Open, check and change this result",
		Data:     "network of {snapshot}; figures to {last} as published by Starboard and Spacescope",
		Model:    "figures and models: {model}; equations {equations}",
		Caution:  "Caution: {notice}",
		Band:     "Shaded: {band}.",
		Citation: "gasburden, “{title}”, {model}, {link}. Simulator after MechaFIL; question and study of August 2023: CryptoEconLab.",
		Plain:    "{headline} {material}",

		CSVHead: "gasburden: {title}", CSVLink: "link: {link}", CSVModel: "model: {model}", CSVColumn: "{chart}: {series} [{unit}]", CSVCaution: "caution: {notice}",
		Units: map[string]string{
			"percent": "%", "fil": "FIL/day", "gas": "Tgas/day", "deal": "PiB/day", "ratio": "1",
		},
	}
}
