package deliver

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"github.com/gasburden/gasburden/web"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/zh"
)

// A spreadsheet shows the Chinese of a table only below a byte order mark, and programs read English without one.
func TestChineseCSVBeginsWithAMark(t *testing.T) {
	for _, c := range []struct {
		text   *web.Text
		begins string
	}{{web.English(), "# "}, {zh.Text(), "\ufeff# "}} {
		p, err := shipped.Page(c.text, "days=30", nil)
		if err != nil {
			t.Fatal(err)
		}
		data, err := Make(p, CSV)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(data, []byte(c.begins)) || bytes.Count(data, []byte("\ufeff")) != len(c.begins)/5 || !utf8.Valid(data) {
			t.Errorf("%s: it begins with %q", c.text.Site.Language, data[:20])
		}
		for _, kind := range []string{Markdown, Text, SVG, JSON} {
			if data, err := Make(p, kind); err != nil || bytes.HasPrefix(data, []byte("\ufeff")) {
				t.Errorf("%s, %s: %.20q, %v", c.text.Site.Language, kind, data, err)
			}
		}
	}
}
