package doc

import (
	"bytes"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/gasburden/gasburden/model/day"
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// CSV is every series on show, one column each with its unit, one row a day. Lines that begin with # hold
// where it comes from: link, edition, scenario, warnings. Undefined values are empty. The picture has all charts.
func CSV(p *page.Picture) ([]byte, error) {
	text, hero := &p.Text.Share, p.Chart(page.Hero)
	out := []byte{}
	say := func(line string) { out = append(append(append(out, "# "...), line...), '\n') }
	say(words.Fill(text.CSVHead, "title", hero.Title))
	say(words.Fill(text.CSVLink, "link", p.Address))
	say(words.Fill(text.CSVModel, "model", p.Model))
	say(p.Data)
	if hero.Band != "" {
		say(words.Fill(text.Band, "band", hero.Band))
	}
	for _, notice := range opened(p) {
		say(words.Fill(text.CSVCaution, "notice", notice))
	}
	out, err := p.Result.AppendComments(out)
	if err != nil {
		return nil, err
	}
	out = append(out, "date"...)
	var columns, before [][]float64
	first := p.Result.Start
	for _, plot := range p.Charts {
		if plot.Lead != nil {
			first = min(first, plot.Lead.First)
		}
		for k, s := range plot.Spec.Series {
			if s.Hidden {
				continue
			}
			columns, before = append(columns, plot.Column(k+1)), append(before, plot.Before(k+1))
			name := words.Fill(text.CSVColumn, "chart", plot.Title, "series", s.Label, "unit", text.Units[plot.Unit])
			out = append(out, ',')
			out = append(out, quoteCSV(name)...)
		}
	}
	out = append(out, '\n')
	start := int(p.Result.Start - first)
	for t := range start + p.Result.Days {
		out = (first + day.Day(t)).AppendISO(out)
		for k, column := range columns {
			v := math.NaN()
			if t >= start {
				v = column[t-start]
			} else if n := t - start + len(before[k]); n >= 0 && n < len(before[k]) {
				v = before[k][n]
			}
			out = append(out, ',')
			out = numbers.Append(out, v, 12, "")
		}
		out = append(out, '\n')
	}
	return out, nil
}

// withMark is a table for spreadsheets: without a byte order mark they take UTF-8 for the local encoding, and show no
// Chinese, nor the name of a reader's file in an English table.
func withMark(table []byte) []byte {
	if bytes.IndexFunc(table, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return table
	}
	return append([]byte("\ufeff"), table...)
}

func quoteCSV(text string) string {
	if !strings.ContainsAny(text, ",\"\n") {
		return text
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}
