package link

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/price"
)

// What a storage provider asks about its own costs travels in a link, and no more of it than differs from the question
// that the page opens with.
func TestCostRoundTrip(t *testing.T) {
	standard := price.StandardQuestion()
	for _, c := range []struct {
		set  func(q *price.Question)
		want string
	}{
		{func(*price.Question) {}, ""},
		{func(q *price.Question) { q.MonthTiB = 0 }, "&my_tib=0"},
		{func(q *price.Question) { q.DealsPerMessage, q.DealGiB, q.Fee = 1.5, 64, price.FeeFull },
			"&my_deals=1.5&my_deal=64&my_fee=full"},
		{func(q *price.Question) { q.Fee, q.OwnNanoFIL = price.FeeOwn, 0 }, "&my_fee=0"},
		{func(q *price.Question) { q.Fee, q.OwnNanoFIL = price.FeeOwn, 8e-4 }, "&my_fee=0.0008"},
	} {
		q := standard
		c.set(&q)
		text, err := Encode(State{Snapshot: snapshot, View: View{Cost: &q}})
		if want := "v=1&snapshot=" + snapshot + c.want; err != nil || text != want {
			t.Errorf("%+v: %q, %v, want %q", q, text, err, want)
			continue
		}
		back := Read(text, "", nil)
		if got := asked(back); len(back.Faults) > 0 || got != q {
			t.Errorf("%s: %+v, %v, want %+v", text, got, back.Faults, q)
		}
	}
}

// asked is the question of a link.
func asked(l Link) price.Question {
	if l.View.Cost == nil {
		return price.StandardQuestion()
	}
	return *l.View.Cost
}

// A value that is none, or outside its range, is told with name, value and range, and the rest of the link counts.
func TestCostFaults(t *testing.T) {
	for text, want := range map[string]string{
		"my_tib=-1": "my_tib=-1 0..1000000", "my_deals=0.5": "my_deals=0.5 1..256",
		"my_deal=65": "my_deal=65 0.0009765625..64", "my_fee=free": "my_fee=free 0..1000",
		"my_tib=1,000": "my_tib=1,000 0..1000000",
	} {
		got := Read("?v=2&my_deals=4&"+text, "", nil)
		if strings.HasPrefix(text, "my_deals") {
			got = Read("?v=2&"+text, "", nil)
		} else if q := asked(got); q.DealsPerMessage != 4 {
			t.Errorf("%s: the rest is lost: %+v", text, q)
		}
		name, legal, _ := strings.Cut(want, " ")
		if len(got.Faults) != 1 || got.Faults[0].InLink() != name ||
			!strings.Contains(got.Faults[0].Legal.String(), legal) {
			t.Errorf("%s: %v, want %s", text, got.Faults, want)
		}
	}
	low := price.StandardQuestion()
	low.DealGiB = -1
	if _, err := Encode(State{Snapshot: snapshot, View: View{Cost: &low}}); err == nil ||
		!strings.Contains(err.Error(), "my_deal") {
		t.Errorf("a deal of -1 GiB: %v", err)
	}
}
