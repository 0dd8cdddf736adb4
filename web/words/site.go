package words

import (
	"slices"
	"strings"

	"github.com/gasburden/gasburden/sim/assumption"
)

// PageTitle is the title of a preset's page; the default preset's is the page itself.
func (t *Text) PageTitle(preset string) string {
	if preset == assumption.DefaultPreset().Name {
		return t.Site.Title
	}
	return Fill(t.Site.PresetTitle, "preset", t.Preset[preset].Label)
}

// PageDescription describes a preset's page. The headline is plain text.
func (t *Text) PageDescription(preset, headline string) string {
	if preset == assumption.DefaultPreset().Name {
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
		panic("words: a footer names two snapshots or more")
	}
	return Fill(t.Footer, "others", strings.Join(days[:last], t.ListMark), "last", days[last])
}
