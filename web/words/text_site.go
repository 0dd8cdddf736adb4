package words

import (
	"slices"
	"strings"

	"github.com/gasburden/gasburden/sim"
)

// SiteText is what the site says around the page: in tabs, link previews and the installed app, and about its own state.
type SiteText struct {
	Name, Language, LanguageName        string
	Title, PresetTitle                  string // of the page; of a preset's page
	Description, PresetDescription      string // for search engines
	CardAlt                             string // of the picture in a link preview
	PreviewDescription                  string // of a preset's page, for other sites: its number, and of which figures
	Unnumbered, UnnumberedAlt           string // on a card that stands for a link whose numbers are not known, and of it
	UpdateReady, UpdateNow, UpdateLater string
	NoScript, NoScriptEmbed             string // where scripts may not run: instead of the calculator, of the chart in another page
}

func englishSite() SiteText {
	return SiteText{
		Name: "gasburden", Language: english, LanguageName: "English",
		Title:       "gasburden: what does publishing FIL+ deals cost the Filecoin network?",
		PresetTitle: "{preset}: what publishing FIL+ deals costs the Filecoin network",
		Description: "What publishing FIL+ deals costs the Filecoin network in gas, and how much of it direct onboarding (DirectFIL+, FIP-0076) takes away: " +
			"a calculator on real chain data that runs in your browser.",
		PresetDescription:  "{hint} {headline}",
		CardAlt:            "A chart of the gas burden by FIL+ rate, with and without DirectFIL+. {headline}",
		PreviewDescription: "{headline} (Figures and models: {model}.)",
		Unnumbered:         "The answer depends on the assumptions in the link. Open it to see them, and the numbers that follow.",
		UnnumberedAlt:      "The calculator gasburden. Its numbers depend on the assumptions in the link.",
		UpdateReady:        "A new version is ready.", UpdateNow: "Reload", UpdateLater: "Later",
		NoScript:      "The calculator is a program that runs in your browser. Without it, this page shows the numbers of “{preset}” whatever its address asks for. Allow scripts for this page to use it.",
		NoScriptEmbed: "The chart is a program that runs in your browser. Without it, these are the numbers of “{preset}” whatever the address asks for. Allow scripts for this page to see it.",
	}
}

// PageTitle is the title of a preset's page; the default preset's is the page itself.
func (t *Text) PageTitle(preset string) string {
	if preset == sim.Presets()[0].Name {
		return t.Site.Title
	}
	return Fill(t.Site.PresetTitle, "preset", t.Preset[preset].Label)
}

// PageDescription describes a preset's page. The headline is plain text.
func (t *Text) PageDescription(preset, headline string) string {
	if preset == sim.Presets()[0].Name {
		return t.Site.Description
	}
	return Fill(t.Site.PresetDescription, "hint", t.Preset[preset].Hint, "headline", headline)
}

// PreviewAlt describes the card of a page whose headline, as plain text, is given.
func (t *Text) PreviewAlt(headline string) string { return Fill(t.Site.CardAlt, "headline", headline) }

// FooterOn is the footer of a site with these snapshots, two or more.
func (t *Text) FooterOn(snapshots []string) string {
	var days []string
	for _, name := range slices.Sorted(slices.Values(snapshots)) {
		days = append(days, t.SnapshotLabel(name))
	}
	last := len(days) - 1
	if last < 1 {
		panic("web: a footer names two snapshots or more")
	}
	return Fill(t.Footer, "others", strings.Join(days[:last], t.ListMark), "last", days[last])
}
