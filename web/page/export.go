package page

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/web/words"
)

// CSV is every series on show, one column each with its unit, one row a day. Lines that begin with # hold
// where it comes from: link, edition, scenario, warnings. Undefined values are empty.
func (p *Page) CSV() ([]byte, error) {
	text := &p.Text.Share
	address, _ := p.Address()
	out := []byte{}
	say := func(line string) { out = append(append(append(out, "# "...), line...), '\n') }
	plots := make([]*Plot, len(PlotIDs))
	for i, id := range PlotIDs {
		plots[i] = &Plot{ID: id}
		plots[i].Refresh(p)
	}
	say(words.Fill(text.CSVHead, "title", plots[0].Title))
	say(words.Fill(text.CSVLink, "link", address))
	say(words.Fill(text.CSVModel, "model", p.ModelText()))
	say(p.DataText())
	if band := plots[0].BandLabel(p); band != "" {
		say(words.Fill(text.Band, "band", band))
	}
	for _, notice := range p.cautions(&Plot{}) {
		say(words.Fill(text.CSVCaution, "notice", notice))
	}
	out, err := p.Result.AppendComments(out)
	if err != nil {
		return nil, err
	}
	out = append(out, "date"...)
	var columns [][]float64
	for _, plot := range plots {
		for k, s := range plot.Spec.Series {
			if s.Hidden {
				continue
			}
			columns = append(columns, plot.Column(k+1))
			name := words.Fill(text.CSVColumn, "chart", plot.Title, "series", s.Label, "unit", p.unitText(plot))
			out = append(out, ',')
			out = append(out, quoteCSV(name)...)
		}
	}
	out = append(out, '\n')
	for t := range p.Result.Days {
		out = day.Day(int(p.Result.Start) + t).AppendISO(out)
		for _, column := range columns {
			out = append(out, ',')
			if v := column[t]; !math.IsNaN(v) && !math.IsInf(v, 0) {
				out = strconv.AppendFloat(out, v, 'g', 12, 64)
			}
		}
		out = append(out, '\n')
	}
	return out, nil
}

// ownMember is a reader's own figures as a member of a JSON file.
type ownMember struct {
	File  string  `json:"file"`
	Rows  int     `json:"rows"`
	First day.Day `json:"first"`
	Last  day.Day `json:"last"`
	Hash  string  `json:"sha256_prefix"`
}

// JSON is the result as the command line writes it. Where it is not what its link brings back, or shows a reader's own
// figures, members before it say so: own_figures and notices.
func (p *Page) JSON() ([]byte, error) {
	notices := slices.DeleteFunc(p.cautions(&Plot{}), func(notice string) bool { return notice == p.ControlNotice() })
	if len(notices) == 0 {
		return p.Result.AppendJSON(nil)
	}
	head := struct {
		Own     *ownMember `json:"own_figures,omitempty"`
		Notices []string   `json:"notices"`
	}{Notices: notices}
	if o := p.Own; o != nil {
		head.Own = &ownMember{o.File, o.Rows, o.First, o.Last, o.Hash}
	}
	out := mustJSON(head)
	at := len(out) - 1
	out, err := p.Result.AppendJSON(out[:at])
	if err != nil {
		return nil, err
	}
	out[at] = ',' // in place of the result's opening brace
	return out, nil
}

// unitText is the unit of a chart's numbers.
func (p *Page) unitText(plot *Plot) string {
	key := plot.Spec.Format
	if key == "number" {
		key = plot.ID // gas, deal or ratio
	}
	return p.Text.Share.Units[key]
}

func quoteCSV(text string) string {
	if !strings.ContainsAny(text, ",\"\n") {
		return text
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}
