package page

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/web/words"
)

func costOf(p *Page) *Cost { return new(Frames).Next(p, Hero).Form.Cost }

// The table has the bills of the question: 100 TiB a month are 388 Ggas at the minimum, 0.102 FIL of tips on 1.25 times
// that; all of it directly is 14.8 %.
func TestCostTable(t *testing.T) {
	p := newTestPage(t)
	c := costOf(p)
	month := c.Rows[len(c.Rows)-1]
	if got := strings.Join(month,
		" | "); got != "your month | 0.102 | 0.0151 | 388,000 | 0.0000388 | 0.00000145 | 0.102" {
		t.Errorf("%q", got)
	}
	if len(c.Rows) != 6 || len(c.Heads) != len(month) || len(c.Sources) < 5 || c.Fields[3].Hidden != true {
		t.Errorf("%+v", c)
	}
	mustContain(t, c.Said, "121 Mgas", "0.0000001 nanoFIL")
	p.PriceCost(price.FeeFull)
	p.TypeCost(1, "1")
	p.TypeCost(2, "64 GiB")
	c = costOf(p)
	// One deal of 64 GiB a message: 200 Mgas, 1,600 of them in 100 TiB; at 0.0162 nanoFIL 5.18 FIL, 0.194 and 0.084.
	if got := strings.Join(c.Rows[len(c.Rows)-1],
		" | "); got != "your month | 5.46 | 0.808 | 320,000 | 5.18 | 0.194 | 0.0840" {
		t.Errorf("%q", got)
	}
	if len(c.Rows) != 5 {
		t.Errorf("a sector of 32 GiB holds a deal of 64 GiB: %q", c.Rows)
	}
	if c.Fields[2].ReadAs == "" || c.Fields[2].Text != "64 GiB" {
		t.Errorf("%+v", c.Fields[2])
	}
}

// A number that is none stays in its field, with what is wrong and the legal range beside it; the table stays.
func TestCostRefuses(t *testing.T) {
	p := newTestPage(t)
	before := costOf(p).Rows
	for _, c := range []struct {
		field     int
		raw, want string
	}{
		{0, "-1", "FIL+ power a month: -1 is outside the legal range. Enter 0 to 1000000 TiB."},
		{0, "much", "“much” is not a number"}, {0, "3 PiB", "has another unit"},
		{1, "0.5", "Enter 1 to 256"}, {2, "65", "64 GiB"}, {3, "1001", "0 to 1000 nanoFIL"}, {0, "", "is not a number"},
	} {
		p.TypeCost(c.field, c.raw)
		got := costOf(p)
		if f := got.Fields[c.field]; !strings.Contains(f.Error, c.want) || f.Text != c.raw {
			t.Errorf("%q: %+v, want %q", c.raw, f, c.want)
		}
		if strings.Join(got.Rows[0], "|") != strings.Join(before[0], "|") {
			t.Errorf("%q moves the table", c.raw)
		}
		p.TypeCost(c.field, words.Entered(*p.asking.Numbers()[c.field]))
		if f := costOf(p).Fields[c.field]; f.Error != "" {
			t.Errorf("%q: %q stays", c.raw, f.Error)
		}
	}
	p.PriceCost("dear")
	if costOf(p).Fee != price.FeeNow {
		t.Error("there is no such fee")
	}
}

// What is asked travels in the link and moves no number of the picture; a fee of one's own starts where the choice was.
func TestCostTravels(t *testing.T) {
	p := newTestPage(t)
	headline := p.Picture().Headline
	p.TypeCost(0, "250")
	p.PriceCost(price.FeeFull)
	p.PriceCost(price.FeeOwn)
	query, _ := p.Link()
	mustContain(t, query, "my_tib=250", "my_fee=0.0162")
	back := newTestPage(t)
	back.Open(query)
	update(t, back)
	if got := costOf(back); got.Fields[0].Text != "250" || got.Fee != price.FeeOwn || got.Fields[3].Hidden ||
		got.Fields[3].Text != "0.0162" || back.Picture().Headline != headline {
		t.Errorf("%+v", got)
	}
	back.Open("my_deal=65")
	if got := back.LinkNotices(); len(got) == 0 || !strings.Contains(got[0], "my_deal") {
		t.Errorf("notices %q", got)
	}
}
