package assets

import (
	"slices"

	"github.com/gasburden/gasburden/assets/form"
	"github.com/gasburden/gasburden/model"
)

// column ties a name in a file to a column of the daily table.
type column struct {
	name     string
	domain   form.Domain
	packed   extent
	decimals int // in the CSV; -1: as many as it takes
	of       func(*model.Table) *[]float64
}

// extent is how much of a column the page's packs carry.
type extent int

const (
	left   extent = iota // nothing
	whole                // to the end of the table: realised figures
	dotted               // to the end of the table, and no curve follows from it
	inGgas               // to the end of the table, to a Ggas: one chart shows it, and no curve follows from it
)

// dailyColumns are the columns after the date that every file has, in its order.
var dailyColumns = []column{
	{"raw_power_eib", form.Positive, whole, -1, func(t *model.Table) *[]float64 { return &t.RawPowerEiB }},
	{"qa_power_eib", form.Positive, whole, -1, func(t *model.Table) *[]float64 { return &t.QAPowerEiB }},
	{"baseline_power_eib", form.Positive, dotted, -1, func(t *model.Table) *[]float64 { return &t.BaselinePowerEiB }},
	{"onboarded_qa_pib", form.Amount, whole, -1, func(t *model.Table) *[]float64 { return &t.OnboardedQAPiB }},
	{"onboarded_raw_pib", form.Amount, whole, -1, func(t *model.Table) *[]float64 { return &t.OnboardedRawPiB }},
	{"renewed_raw_pib", form.Amount, left, -1, func(t *model.Table) *[]float64 { return &t.RenewedRawPiB }},
	{"renewed_qa_pib", form.Amount, left, -1, func(t *model.Table) *[]float64 { return &t.RenewedQAPiB }},
	{"renewal_rate", form.Share, whole, -1, func(t *model.Table) *[]float64 { return &t.RenewalRate }},
	{"burnt_fil", form.Amount, whole, 2, func(t *model.Table) *[]float64 { return &t.BurntFIL }},
	{"circulating_fil", form.Amount, whole, 2, func(t *model.Table) *[]float64 { return &t.CirculatingFIL }},
	{"mined_fil", form.Amount, whole, 2, func(t *model.Table) *[]float64 { return &t.MinedFIL }},
	{"vested_fil", form.Amount, whole, 2, func(t *model.Table) *[]float64 { return &t.VestedFIL }},
	{"locked_fil", form.Amount, whole, 2, func(t *model.Table) *[]float64 { return &t.LockedFIL }},
	{"gas_prove_commit_sector", form.Amount, left, 0,
		func(t *model.Table) *[]float64 { return &t.GasProveCommitSector }},
	{"gas_pre_commit_sector", form.Amount, left, 0, func(t *model.Table) *[]float64 { return &t.GasPreCommitSector }},
	{"gas_prove_commit_aggregate", form.Amount, left, 0,
		func(t *model.Table) *[]float64 { return &t.GasProveCommitAggregate }},
	{"gas_pre_commit_sector_batch", form.Amount, left, 0,
		func(t *model.Table) *[]float64 { return &t.GasPreCommitSectorBatch }},
	{"gas_publish_storage_deals", form.Amount, whole, 0,
		func(t *model.Table) *[]float64 { return &t.GasPublishStorageDeals }},
	{"gas_submit_windowed_post", form.Amount, inGgas, 0,
		func(t *model.Table) *[]float64 { return &t.GasSubmitWindowedPoSt }},
	{"gas_other", form.Amount, left, 0, func(t *model.Table) *[]float64 { return &t.GasOther }},
}

// shownColumns may follow in a file, all, some or none of them, in this order. A column that a file does not have is
// one without a figure. No curve follows from them, so that they are not in a fingerprint.
var shownColumns = []column{
	{"base_fee_nanofil", form.Positive, whole, -1, func(t *model.Table) *[]float64 { return &t.BaseFeeNanoFIL }},
	{"fee_burn_fil", form.Amount, whole, -1, func(t *model.Table) *[]float64 { return &t.FeeBurnFIL }},
	{"fee_paid_fil", form.Amount, whole, -1, func(t *model.Table) *[]float64 { return &t.FeePaidFIL }},
	{"removed_raw_pib", form.Amount, whole, -1, func(t *model.Table) *[]float64 { return &t.RemovedRawPiB }},
}

// optionalColumns may follow those of every file: those that are only shown, and the total gas of days on which that of
// its kinds was not published. Where it was, the total is their sum, whatever a file says.
func optionalColumns() []column {
	return append(shownColumns[:len(shownColumns):len(shownColumns)], gasTotal)
}

// fileColumns are all columns that a file may have.
func fileColumns() []column {
	return append(dailyColumns[:len(dailyColumns):len(dailyColumns)], optionalColumns()...)
}

// The sums are computed when the table is loaded. A pack carries them, a file the total alone.
var (
	gasTotal      = column{"gas_total", form.Amount, whole, 0, func(t *model.Table) *[]float64 { return &t.GasTotal }}
	gasOnboarding = column{"gas_onboarding", form.Amount, whole, 0,
		func(t *model.Table) *[]float64 { return &t.GasOnboarding }}
)

// onlyShown says whether no curve follows from a column. Packs of before do not have it.
func onlyShown(c column) bool {
	return c.packed == dotted || c.packed == inGgas ||
		slices.ContainsFunc(shownColumns, func(f column) bool { return f.name == c.name })
}

// packColumns are the columns that a pack carries, in its order. It may lack those that are onlyShown.
func packColumns() []column {
	var packed []column
	for _, c := range dailyColumns {
		if c.packed != left {
			packed = append(packed, c)
		}
	}
	return append(append(packed, gasTotal, gasOnboarding), shownColumns...)
}

// columnsNamed are some of packColumns, in their order.
func columnsNamed(names ...string) []column {
	return slices.DeleteFunc(packColumns(), func(c column) bool { return !slices.Contains(names, c.name) })
}
