package assets

import (
	"slices"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

const historyVersion = 1

// historyColumns are what the past of a scenario's inputs is taken from: power onboarded, renewal rate, burn by gas,
// and fees. A pack has them from its first day on, which is too late for a snapshot whose own history is short.
func historyColumns() []column {
	return columnsNamed("onboarded_qa_pib", "onboarded_raw_pib", "renewal_rate", "burnt_fil", "gas_total",
		"base_fee_nanofil", "fee_burn_fil")
}

// BuildHistory cuts the last days up to and including a snapshot's from the embedded table, and the day before,
// which the burn of the first is a difference to: the columns of power onboarded, renewal rate, burn, total gas
// and fees. It links the CSV; only commands, the site's build and tests call it.
func BuildHistory(name string, days int) (*model.Table, error) {
	s, err := Snapshot(name)
	if err != nil {
		return nil, err
	}
	daily, err := NetworkDaily()
	if err != nil {
		return nil, err
	}
	from, to := max(0, daily.Row(s.Current)-days), daily.Row(s.Current)+1
	cut := &model.Table{First: daily.First + day.Day(from)}
	for _, c := range historyColumns() {
		*c.of(cut) = slices.Clone((*c.of(daily))[from:to])
	}
	return cut, nil
}

func historyForm(daily form.Object) form.Object {
	var o form.Object
	o.Has("version", form.Version(historyVersion))
	o.Has("daily", daily)
	return o
}

// EncodeHistory writes a table of BuildHistory as JSON; equal tables give equal bytes.
func EncodeHistory(t *model.Table) ([]byte, error) {
	daily, err := shortDaily(t, len(t.OnboardedRawPiB), historyColumns())
	if err != nil {
		return nil, err
	}
	data := form.Encode(historyForm(daily))
	_, err = DecodeHistory(data)
	return data, err
}

// DecodeHistory reads a history that was fetched, as EncodeHistory writes it: every key known and present, every
// number finite and in its domain, or null for "not published". Columns that it has not are nil, so
// Len is 0. An error names line, field, entry and value.
func DecodeHistory(data []byte) (*model.Table, error) {
	t, days := new(model.Table), 0
	err := form.Parse("history", data, historyForm(dailyForm(t, &days, historyColumns())))
	return t, err
}
