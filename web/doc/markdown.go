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

// Markdown is the result for a FIP discussion: picture, sentence, figures, assumptions, link, and what a citation
// needs. The picture has the hero chart.
func Markdown(p *page.Picture) string {
	text, plot := &p.Text.Share, p.Chart(page.Hero)
	var b strings.Builder
	alt := words.Fill(text.Alt, "title", plot.Title, "headline", plain(p.Headline))
	if p.Image != "" {
		b.WriteString("[![" + escapeMarkdown(alt) + "](" + p.Image + ")](" + p.Address + ")\n\n")
	} else {
		b.WriteString("<!-- " + text.NoImage + " -->\n\n")
	}
	b.WriteString(strings.TrimSpace(marked(p.Headline)+" "+marked(p.Material)) + "\n\n")
	if p.Fills != "" {
		b.WriteString(marked(p.Fills) + "\n\n")
	}
	for _, pinned := range p.Pinned {
		b.WriteString(escapeMarkdown(pinned) + "\n\n")
	}
	if plot.Band != "" {
		b.WriteString(words.Fill(text.Band, "band", plot.Band) + "\n\n")
	}
	caveats := p.Caveats()
	for _, notice := range caveats {
		b.WriteString("> ⚠ " + escapeMarkdown(words.Fill(text.Caution, "notice", notice)) + "\n")
	}
	if len(caveats) > 0 {
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
	for _, f := range p.Figures {
		rows = append(rows, [2]string{f.Label, f.Value})
	}
	table(text.Figure, text.Value, rows)
	if s := p.Split; s != nil {
		head := "| " + escapeCell(s.Caption) + " | " + s.Columns[0] + " | " + s.Columns[1] + " |"
		b.WriteString(head + "\n|---|---|---|\n")
		for _, row := range s.Rows {
			b.WriteString("| " + escapeCell(row.Label) + " | " + row.Values[0] + " | " + row.Values[1] + " |\n")
		}
		b.WriteString("\n")
	}
	table(text.Assumption, text.Value, assumptions(p))
	if p.TooLong {
		b.WriteString(p.Text.Link.TooLong + "\n\n")
	}
	b.WriteString("[" + text.OpenLink + "](" + p.Address + ") · " + escapeMarkdown(p.Data) + " · " + p.Model + "\n\n")
	cited := p.ModelVersion
	if p.Own != nil {
		cited = escapeMarkdown(words.Fill(p.Text.Own.Cited, "model", cited, "figures", p.OwnFigures))
	}
	b.WriteString(words.Fill(text.Citation, "title", p.Text.Title, "model", cited, "link", "<"+p.Address+">") + "\n")
	return b.String()
}

// assumptions are the rows of those that are changed, or are named in every quotation, and how many others stand on
// their defaults.
func assumptions(p *page.Picture) (rows [][2]string) {
	text, others := &p.Text.Share, 0
	for _, a := range p.Assumptions {
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
	return rows
}

func escapeMarkdown(text string) string {
	return strings.NewReplacer("[", "\\[", "]", "\\]", "<", "&lt;").Replace(text)
}

func escapeCell(text string) string { return strings.ReplaceAll(text, "|", "\\|") }
