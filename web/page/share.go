package page

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// Places are the addresses that results are quoted with. They end in a slash.
type Places struct {
	Page  string // the folder of the page
	Cards string // of a Worker that draws a card for any link, "" where there is none
}

// Address is the page's address with its link. tooLong says that the scenario is not in it.
func (p *Page) Address() (address string, tooLong bool) {
	query, tooLong := p.Link()
	return p.Places.Page + p.file() + "?" + query, tooLong
}

// PageFile is the page of a preset that was made in a language, below the folder of the page: "" is that folder's own,
// the default's in English.
func PageFile(preset, language string) string {
	if preset == sim.Presets()[0].Name {
		if preset = "index"; language == "" {
			return ""
		}
	}
	if language != "" {
		preset += "-" + language
	}
	return preset + ".html"
}

// file is where the link opens. What other sites show of it stands in the file, so it is that of the preset, if its
// picture is on show, and of the language. A Worker answers for the link itself.
func (p *Page) file() string {
	if p.Places.Cards == p.Places.Page {
		return ""
	}
	preset := p.pictured()
	if preset == "" {
		preset = sim.Presets()[0].Name // its page says no number
	}
	return PageFile(preset, p.Text.Spoken())
}

// pictured is the preset whose card is that of the picture on show, or "".
func (p *Page) pictured() string {
	if p.edition == p.lastEdition().Number && p.Denominator == words.ByNetflow && p.Own == nil {
		return p.Preset()
	}
	return ""
}

// CardAddress is the address as a person types it, for pictures.
func (p *Page) CardAddress() string {
	_, bare, found := strings.Cut(p.Places.Page, "://")
	if !found {
		return ""
	}
	return strings.TrimSuffix(bare, "/")
}

// FileName names a file after the scenario: the preset, or what differs from the defaults.
func (p *Page) FileName(extension string) string {
	name := "gasburden-" + p.SnapshotName()
	if p.Own != nil {
		name += "-own-" + p.Own.Hash
	}
	if preset := p.Preset(); preset != "" {
		name += "-" + preset
	} else if overrides, err := p.Scenario.Differences(p.in); err == nil {
		for _, f := range sim.Assumptions() { // in a fixed order
			if raw, ok := overrides[f.Name]; ok {
				value := string(raw)
				if len(value) > 20 {
					value = "varies"
				}
				name += "-" + f.Link + "-" + value
			}
		}
	}
	if p.Denominator != words.ByNetflow {
		name += "-by-" + string(p.Denominator)
	}
	safe := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '.':
			return r
		case r == ',' || r == '_':
			return '-'
		}
		return -1
	}, name)
	const longest = 100
	return strings.TrimRight(safe[:min(len(safe), longest)], "-.") + "." + extension
}

// plain is a sentence without its marks, marked has them as Markdown.
func plain(text string) string { return strings.NewReplacer("<b>", "", "</b>", "").Replace(text) }

func marked(text string) string { return strings.NewReplacer("<b>", "**", "</b>", "**").Replace(text) }

// hero is the hero chart's view-model.
func (p *Page) hero() *Plot {
	plot := &Plot{ID: PlotIDs[0]}
	plot.Refresh(p)
	return plot
}

// cautions are what stands beside the hero chart and above the page; of a reader's own figures also that what
// leaves the page does not carry them.
func (p *Page) cautions(plot *Plot) []string {
	out := slices.Concat(p.LinkNotices, plot.Notices)
	if p.Own != nil {
		out = append(out, p.Text.Own.NotCarried)
	}
	return out
}

// PlainText is the result for a chat.
func (p *Page) PlainText() string {
	address, _ := p.Address()
	out := strings.TrimSpace(words.Fill(p.Text.Share.Plain, "headline", plain(p.Headline()), "material", plain(p.Material()))) + "\n"
	for _, notice := range p.cautions(p.hero()) {
		out += words.Fill(p.Text.Share.Caution, "notice", notice) + "\n"
	}
	return out + address + "\n"
}

// picture is the address of a picture of the result, or "". There is none of a reader's own figures: whoever draws
// from an address has the published ones.
func (p *Page) picture() string {
	if p.Own != nil {
		return ""
	}
	query, tooLong := p.Link()
	if p.Places.Cards != "" && !tooLong {
		return p.Places.Cards + "card.png?" + query
	}
	// The presets' pictures are part of every copy of the page.
	if preset := p.pictured(); preset != "" {
		folder := "cards/"
		if tag := p.Text.Spoken(); tag != "" {
			folder += tag + "/"
		}
		return p.Places.Page + folder + preset + ".png"
	}
	return ""
}

// Markdown is the result for a FIP discussion: picture, sentence, figures, assumptions, link, and what a
// citation needs.
func (p *Page) Markdown() string {
	text, plot := &p.Text.Share, p.hero()
	address, tooLong := p.Address()
	var b strings.Builder
	alt := words.Fill(text.Alt, "title", plot.Title, "headline", plain(p.Headline()))
	if picture := p.picture(); picture != "" {
		b.WriteString("[![" + escapeMarkdown(alt) + "](" + picture + ")](" + address + ")\n\n")
	} else {
		b.WriteString("<!-- " + text.NoImage + " -->\n\n")
	}
	b.WriteString(strings.TrimSpace(marked(p.Headline())+" "+marked(p.Material())) + "\n\n")
	if band := plot.BandLabel(p); band != "" {
		b.WriteString(words.Fill(text.Band, "band", band) + "\n\n")
	}
	for _, notice := range p.cautions(plot) {
		b.WriteString("> ⚠ " + escapeMarkdown(words.Fill(text.Caution, "notice", notice)) + "\n")
	}
	if len(p.cautions(plot)) > 0 {
		b.WriteString("\n")
	}
	table := func(left, right string, rows [][2]string) {
		b.WriteString("| " + left + " | " + right + " |\n|---|---|\n")
		for _, row := range rows {
			b.WriteString("| " + escapeCell(row[0]) + " | " + escapeCell(row[1]) + " |\n")
		}
		b.WriteString("\n")
	}
	var rows [][2]string
	for _, f := range p.HeadlineFigures() {
		rows = append(rows, [2]string{f.Label, f.Value})
	}
	table(text.Figure, text.Value, rows)
	rows = nil
	others := 0
	for _, a := range p.Assumptions() {
		value := a.Value
		switch {
		case a.Changed:
			value = words.Fill(text.Changed, "value", value)
		case !a.Quoted:
			others++
			continue
		}
		rows = append(rows, [2]string{a.Label, value})
	}
	if others > 0 {
		rows = append(rows, [2]string{words.Fill(text.Others, "n", words.Count(others)), text.AtDefault})
	}
	table(text.Assumption, text.Value, rows)
	if tooLong {
		b.WriteString(p.Text.Link.TooLong + "\n\n")
	}
	b.WriteString("[" + text.OpenLink + "](" + address + ") · " + escapeMarkdown(p.DataText()) + " · " + p.ModelText() + "\n\n")
	cited := p.ModelVersion()
	if p.Own != nil {
		cited = escapeMarkdown(words.Fill(p.Text.Own.Cited, "model", cited, "figures", p.ownFigures()))
	}
	b.WriteString(words.Fill(text.Citation, "title", p.Text.Title, "model", cited, "link", "<"+address+">") + "\n")
	return b.String()
}

// dataText says what the figures are, whose, and to when.
func (p *Page) DataText() string {
	if p.Own != nil {
		return words.Fill(p.Text.Own.Data, "snapshot", p.Text.SnapshotLabel(p.SnapshotName()), "figures", p.ownFigures())
	}
	return words.Fill(p.Text.Share.Data, "snapshot", p.Text.SnapshotLabel(p.SnapshotName()), "last", p.Text.LongDate(p.in.Daily.Date(p.in.Daily.Len()-1)))
}

func (p *Page) ModelText() string {
	text := p.Text.Share.Model
	if p.Own != nil {
		text = p.Text.Own.Model
	}
	return words.Fill(text, "model", p.ModelVersion(), "equations", strconv.Itoa(sim.Equations))
}

func escapeMarkdown(text string) string {
	return strings.NewReplacer("[", "\\[", "]", "\\]", "<", "&lt;").Replace(text)
}

func escapeCell(text string) string { return strings.ReplaceAll(text, "|", "\\|") }

// ScenarioFile is the scenario as a file for this page and the command line: all fields that differ from
// the defaults, and the snapshot. It does not carry a reader's own figures, but says that it was made with them.
func (p *Page) ScenarioFile() []byte {
	overrides, err := p.Scenario.Differences(p.in)
	if err != nil {
		panic("web: " + err.Error())
	}
	overrides["snapshot"] = quoted(p.SnapshotName())
	if p.Own != nil {
		overrides[sim.OwnFigures] = p.Own.member()
	}
	data, err := json.MarshalIndent(overrides, "", "  ")
	if err != nil {
		panic("web: " + err.Error())
	}
	return append(data, '\n')
}
