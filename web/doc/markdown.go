package doc

import (
	"strings"

	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// plain is a sentence without its marks, marked has them as Markdown.
func plain(text string) string { return strings.NewReplacer("<b>", "", "</b>", "").Replace(text) }

func marked(text string) string { return strings.NewReplacer("<b>", "**", "</b>", "**").Replace(text) }

// PlainText is the result for a chat. The picture has the hero chart.
func PlainText(p *page.Picture) string {
	said := &p.Text.Share
	out := strings.TrimSpace(words.Fill(said.Plain, "headline", plain(p.Headline), "material", plain(p.Material))) +
		"\n"
	for _, pinned := range p.Pinned {
		out += pinned + "\n"
	}
	for _, notice := range p.Caveats() {
		out += words.Fill(said.Caution, "notice", notice) + "\n"
	}
	return out + p.Address + "\n"
}

// Markdown is the result for a FIP discussion: the picture, and in a line each what was published, what is simulated,
// which assumptions differ from the defaults, and the link with what a citation needs; warnings follow. The picture has
// the hero chart.
func Markdown(p *page.Picture) string {
	text, plot := &p.Text.Share, p.Chart(page.Hero)
	var b strings.Builder
	alt := words.Fill(text.Alt, "title", plot.Title, "headline", plain(p.Headline))
	if p.Image != "" {
		b.WriteString("[![" + escapeMarkdown(alt) + "](" + p.Image + ")](" + p.Address + ")\n\n")
	} else {
		b.WriteString("<!-- " + text.NoImage + " -->\n\n")
	}
	line := func(label string, said ...string) {
		b.WriteString("- " + words.Fill(text.Line, "label", label, "text", joined(p.Text, said)) + "\n")
	}
	if len(p.Facts) > 0 {
		line(text.Published, facts(p.Facts)...)
	}
	simulated := []string{marked(p.Headline), marked(p.Material), marked(p.Fills)}
	for _, pinned := range p.Pinned {
		simulated = append(simulated, escapeMarkdown(pinned))
	}
	if plot.Band != "" {
		simulated = append(simulated, words.Fill(text.Band, "band", plot.Band))
	}
	line(text.Simulated, simulated...)
	line(text.Assumed, assumed(p))
	b.WriteString("- [" + text.OpenLink + "](" + p.Address + ") · " + escapeMarkdown(p.Data) + " · " + p.Model + " · " +
		text.Credit + "\n")
	for i, notice := range p.Caveats() {
		if i == 0 {
			b.WriteString("\n")
		}
		b.WriteString("> ⚠ " + escapeMarkdown(words.Fill(text.Caution, "notice", notice)) + "\n")
	}
	if p.TooLong {
		b.WriteString("\n" + p.Text.Link.TooLong + "\n")
	}
	return b.String()
}

// joined are sentences one after another, as the language parts them.
func joined(text *words.Text, sentences []string) (out string) {
	for _, s := range sentences {
		switch s = strings.TrimSpace(s); {
		case out == "":
			out = s
		case s != "":
			out = words.Fill(text.Share.Plain, "headline", out, "material", s)
		}
	}
	return out
}

// facts are what has happened, each with the kind of its figures and, where it is elsewhere, its source.
func facts(of []page.Fact) (said []string) {
	for _, f := range of {
		kind := f.Kind
		if strings.HasPrefix(f.Source, "https://") {
			kind = "[" + kind + "](" + f.Source + ")"
		}
		said = append(said, marked(f.Said)+" ("+kind+")")
	}
	return said
}

// assumed are the assumptions that differ from the defaults.
func assumed(p *page.Picture) string {
	text := &p.Text.Share
	var differ []string
	for _, a := range p.Assumptions {
		if a.Changed {
			differ = append(differ, words.Fill(p.Text.Card.Assumption, "label", escapeMarkdown(a.Label), "value",
				"**"+escapeMarkdown(a.Value)+"**"))
		}
	}
	said := text.AsDefault
	if len(differ) > 0 {
		said = text.Others
	}
	s := &p.Result.Scenario
	return words.Fill(said, "list", strings.Join(differ, p.Text.ListMark), "version", words.Count(s.Version),
		"snapshot", escapeMarkdown(p.Text.SnapshotLabel(s.Snapshot)))
}

// escapeMarkdown takes from a text, a reader's names among them, what Markdown would make a link, a picture or a style
// of.
func escapeMarkdown(text string) string { return escaper.Replace(text) }

var escaper = strings.NewReplacer("\\", "\\\\", "[", "\\[", "]", "\\]", "<", "&lt;", "&", "&amp;", "*", "\\*",
	"_", "\\_", "`", "\\`", "~", "\\~", "|", "\\|")
