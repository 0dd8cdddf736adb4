package assets

import (
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/model"
)

// PastFile is the address of the past in the site, relative to the page.
const PastFile = "data/past.json"

const pastVersion = 1

// A Past is what charts show of the days before a pack begins: gas by kind of message, and what a unit of it cost. Its
// other columns are nil, so Len is 0.
type Past = model.Table

// It is rounded to what a chart and its readout show, a seventh of the bytes; no curve follows from it. Rounded so, the
// gas of PublishStorageDeals at the fee of its day adds up to the published sum within 0.001 %.
const (
	pastPublishUnit = 1e8  // gas
	pastGasUnit     = 1e10 // gas; charts show Tgas to two decimals
	pastFeeDigits   = 5
)

// pastColumns are its columns, in the order of packColumns.
func pastColumns() []column {
	return columnsNamed("gas_publish_storage_deals", "gas_submit_windowed_post", gasTotal.name, gasOnboarding.name,
		"base_fee_nanofil", "fee_burn_fil", "fee_paid_fil")
}

// BuildPast cuts the past from the embedded table: the days before the shipped pack that begins last, and of the days
// of that one what it lacks, since its snapshot was taken before it was published. It links the CSV and all packs; only
// commands, the site's build and tests call it.
func BuildPast() (*Past, error) {
	daily, err := NetworkDaily()
	if err != nil {
		return nil, err
	}
	var last *model.Table
	for _, name := range SnapshotNames() {
		pack, err := ShippedPack(name)
		if err != nil {
			return nil, err
		}
		if last == nil || pack.Daily.First > last.First {
			last = pack.Daily
		}
	}
	past := &model.Table{First: daily.First}
	for _, c := range pastColumns() {
		list, has := slices.Clone(*c.of(daily)), *c.of(last)
		for i := range list {
			if row := last.Row(daily.Date(i)); row >= 0 && row < len(has) && isNumber(has[row]) {
				list[i] = math.NaN()
			}
			list[i] = rounded(c.name, list[i])
		}
		*c.of(past) = list
	}
	for i := range past.GasTotal { // one of the two gives the fee of a day, see model.Table.MeasuredFee
		if model.PublishedFeeKind(past.Date(i)) == model.MedianFee {
			past.BaseFeeNanoFIL[i] = math.NaN()
		} else if past.BaseFeeNanoFIL[i] > 0 {
			past.FeeBurnFIL[i] = math.NaN()
		}
	}
	return past, nil
}

func rounded(name string, v float64) float64 {
	switch name {
	case "gas_publish_storage_deals":
		return math.Round(v/pastPublishUnit) * pastPublishUnit
	case "base_fee_nanofil", "fee_burn_fil", "fee_paid_fil":
		v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', pastFeeDigits, 64), 64)
		return v
	}
	return math.Round(v/pastGasUnit) * pastGasUnit
}

func pastForm(daily form.Object) form.Object {
	var o form.Object
	o.Has("version", form.Version(pastVersion))
	o.Has("daily", daily)
	return o
}

// EncodePast writes a table of BuildPast as JSON; equal tables give equal bytes.
func EncodePast(t *Past) ([]byte, error) {
	daily, err := shortDaily(t, len(t.GasTotal), pastColumns())
	if err != nil {
		return nil, err
	}
	data := form.Encode(pastForm(daily))
	_, err = DecodePast(data)
	return data, err
}

// DecodePast reads a past that was fetched, as EncodePast writes it. An error names line, field, entry and value.
func DecodePast(data []byte) (*Past, error) {
	t, days := new(model.Table), 0
	err := form.Parse("past", data, pastForm(dailyForm(t, &days, pastColumns())))
	if err == nil {
		fillShown(t, pastColumns(), days)
	}
	return t, err
}

// JoinPast is the past with the days of a pack's table behind it: the columns of gas and fees, the others nil. Where
// both have a figure the pack's counts, which is not rounded. Nil where there is no past, or the table begins as early.
func JoinPast(past *Past, daily *model.Table) *Past {
	if past == nil || past.First >= daily.First {
		return nil
	}
	joined := &model.Table{First: past.First}
	n := past.Row(daily.First)
	for _, c := range pastColumns() {
		before, figures := *c.of(past), *c.of(daily)
		list := make([]float64, n+len(figures))
		for i := range list {
			list[i] = math.NaN()
			if i >= n {
				list[i] = figures[i-n]
			}
			if !isNumber(list[i]) && i < len(before) {
				list[i] = before[i]
			}
		}
		*c.of(joined) = list
	}
	return joined
}
