package doc

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// A spreadsheet shows what is not ASCII in a table only below a byte order mark: Chinese, the name of a reader's file,
// the quotation marks of a notice. Programs read English without one.
func TestCSVBeginsWithAMarkWhereItNeedsOne(t *testing.T) {
	for _, c := range []struct {
		text        *words.Text
		query, file string
		begins      string
	}{
		{words.English(), "days=30", "", "# "}, {words.InChinese(), "days=30", "", "\ufeff# "},
		{words.English(), "days=30", "my-days.csv", "# "}, {words.English(), "days=30", "我的数据.csv", "\ufeff# "},
		{words.English(), "days=30&own=0123456789ab_1000_2021-01-01_2023-09-27", "", "\ufeff# "},
	} {
		p, err := shipped.Page(c.text, c.query, nil)
		if err != nil {
			t.Fatal(err)
		}
		if c.file != "" {
			p.Own = page.NewOwn(c.file, link.Own{Hash: "0123456789ab", Rows: 1000, First: 18628, Last: 19627})
		}
		data, err := Make(p, page.KindCSV)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(data, []byte(c.begins)) || bytes.Count(data, []byte("\ufeff")) != len(c.begins)/5 ||
			!utf8.Valid(data) {
			t.Errorf("%s: it begins with %q", c.text.Site.Language, data[:20])
		}
		for _, kind := range []string{page.KindMarkdown, page.KindText, page.KindSVG, page.KindJSON} {
			if data, err := Make(p, kind); err != nil || bytes.HasPrefix(data, []byte("\ufeff")) {
				t.Errorf("%s, %s: %.20q, %v", c.text.Site.Language, kind, data, err)
			}
		}
	}
}

// The table begins with the first day on show, and has what charts show of the days before the result; the rest of such
// a row is empty.
func TestCSVBeginsWithWhatHappened(t *testing.T) {
	p, err := shipped.Page(words.English(), "v=2&snapshot=2026-04-20&days=30", nil)
	if err != nil {
		t.Fatal(err)
	}
	data, err := Make(p, page.KindCSV)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "\ufeff#") {
			rows = append(rows, strings.TrimSuffix(line, "\n"))
		}
	}
	days := int(p.Result.Start-18550) + p.Result.Days // 2020-10-15
	if len(rows) != 1+days || !strings.HasPrefix(rows[1], "2020-10-15,,,0.") ||
		!strings.HasPrefix(rows[days], p.Result.Date(p.Result.Days-1).String()) {
		t.Fatalf("%d rows, want %d, from %.60q to %.60q", len(rows)-1, days, rows[1], rows[len(rows)-1])
	}
	table, err := csv.NewReader(strings.NewReader(strings.Join(rows, "\n"))).ReadAll() // of equal width
	if err != nil {
		t.Fatal(err)
	}
	published := "Gas of publishing deals, FIL a day: " + p.Text.RealisedPriced + " [FIL/day]"
	if at := slices.Index(table[0], published); at < 0 ||
		table[1][at] == "" || table[days][at] != "" {
		t.Errorf("no published figures among %q", table[0])
	}
}

// A name that a link brought along makes no link, picture or style of what it is copied into.
func TestNamesAreNoMarkdown(t *testing.T) {
	const name, want = "\\[x\\](http://e.vil) ![y](z) *a* _b_ `c` <i> &lt; | ~~d~~",
		"\\\\\\[x\\\\\\](http://e.vil) !\\[y\\](z) \\*a\\* \\_b\\_ \\`c\\` &lt;i> &amp;lt; \\| \\~\\~d\\~\\~"
	if got := escapeMarkdown(name); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
