package doc

import (
	"encoding/json"
	"slices"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/web/page"
)

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
func JSON(p *page.Picture) ([]byte, error) {
	notices := slices.DeleteFunc(opened(p), func(notice string) bool { return notice == p.NotOnPage })
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
	out, err := json.Marshal(head)
	if err != nil {
		return nil, err
	}
	at := len(out) - 1
	if out, err = p.Result.AppendJSON(out[:at]); err != nil {
		return nil, err
	}
	out[at] = ',' // in place of the result's opening brace
	return out, nil
}

// opened says what of a link or file a table of the result does not carry; what the result itself warns of stands in it
// already.
func opened(p *page.Picture) []string {
	out := slices.Clone(p.Notices)
	if p.Own != nil {
		out = append(out, p.Text.Own.NotCarried)
	}
	return out
}
