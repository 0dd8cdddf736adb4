package assets

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
)

// Published says up to which days figures were published when a snapshot was taken. A snapshot is a point of view: its
// models are fitted to, and its medians taken of, what was known then. Figures that are published later for days before
// it move none of its curves.
type Published struct {
	Snapshot    string
	Gas         day.Day // last day with gas. The study trained on a day more than its snapshot
	RenewalRate day.Day // last day with a renewal rate
}

// PublishedFile is the name of the list's file in assets/data.
const PublishedFile = "published.json"

//go:embed data/published.json
var publishedList []byte

// PublishedEnds returns the embedded list, one entry a snapshot, the oldest first.
func PublishedEnds() ([]Published, error) { return ParsePublished(PublishedFile, publishedList) }

// publishedForm is the JSON form of the list, in the order of time.
func publishedForm(all *[]Published) form.Object {
	var o form.Object
	o.Has("published", form.List(len(*all), func(i int) any {
		if i == len(*all) {
			*all = append(*all, Published{})
		}
		p := &(*all)[i]
		var o form.Object
		o.Has("snapshot", &p.Snapshot).Check = func() *fault.Fault {
			if i > 0 && (*all)[i-1].Snapshot >= p.Snapshot {
				return form.Instead(strconv.Quote(p.Snapshot), fault.DayAfter,
					"day", strconv.Quote((*all)[i-1].Snapshot))
			}
			return nil
		}
		o.Has("gas", &p.Gas)
		o.Has("renewal_rate", &p.RenewalRate)
		return o
	}))
	return o
}

// ParsePublished reads a list as EncodePublished writes it. An error names file, line, field and value.
func ParsePublished(file string, data []byte) ([]Published, error) {
	var all []Published
	err := form.Parse(file, data, publishedForm(&all))
	return all, err
}

// EncodePublished writes a list as JSON; equal lists give equal bytes. It returns an error for a list that
// ParsePublished would refuse.
func EncodePublished(all []Published) ([]byte, error) {
	data := form.Encode(publishedForm(&all))
	if _, err := ParsePublished("encode published", data); err != nil {
		return nil, err
	}
	return data, nil
}

// PublishedFor finds the entry of a snapshot.
func PublishedFor(list []Published, snapshot string) (Published, error) {
	for _, p := range list {
		if p.Snapshot == snapshot {
			return p, nil
		}
	}
	return Published{}, fmt.Errorf("%s: no entry for snapshot %s", PublishedFile, snapshot)
}

// View is the table as the snapshot of that day sees it: without the renewal rates and total gas of days up to its own
// that were published later, since its defaults are medians of them. Later days stay, for comparison. The other columns
// are shared.
func (p Published) View(t *model.Table, current day.Day) *model.Table {
	view := *t
	view.RenewalRate = without(t, t.RenewalRate, p.RenewalRate+1, current)
	view.GasTotal = without(t, t.GasTotal, p.Gas+1, current)
	return &view
}

// without is a copy of a column that has no figures on the days first..last.
func without(t *model.Table, column []float64, first, last day.Day) []float64 {
	column = slices.Clone(column)
	for i := max(0, t.Row(first)); i <= min(t.Row(last), len(column)-1); i++ {
		column[i] = math.NaN()
	}
	return column
}

// NetworkDailyFor is NetworkDaily as a snapshot sees it, see View.
func NetworkDailyFor(snapshot string) (*model.Table, error) {
	t, err := NetworkDaily()
	if err != nil {
		return nil, err
	}
	list, err := PublishedEnds()
	if err != nil {
		return nil, err
	}
	p, err := PublishedFor(list, snapshot)
	if err != nil {
		return nil, err
	}
	current, err := day.Parse(snapshot)
	if err != nil {
		return nil, err
	}
	return p.View(t, current), nil
}
