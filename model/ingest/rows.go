// Package ingest turns what Spacescope publishes into the daily table and the snapshot that package assets ships, and
// checks both. It takes values and returns values; the packages below it fetch, and model/cmd/ingest ties all together.
package ingest

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/portal"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
	"github.com/gasburden/gasburden/sim/mechafil"
)

const (
	bytesPerPiB = 1 << 50
	bytesPerEiB = 1 << 60
)

// Fetched is what the API returned for a range of days, and the whole expiration schedule.
type Fetched struct {
	First, Last                       day.Day
	Gas, Onboarding, Capacity, Supply []spacescope.Row
	Schedule                          []spacescope.Row
	BaseFee                           []spacescope.Row // by hour; may be empty
	Fees                              []Fee            // of other sources; where they have a figure it counts
	Portal                            []portal.Day     // whole days of the Filecoin Data Portal; may be empty
	Keyless                           bool             // nothing but the portal was asked
	Direct                            []spacescope.Row // direct onboarding, for the report alone; may be empty
	Short                             []Short          // the tables that did not come whole
}

// Short is a table of which some or all did not come.
type Short struct {
	Table string  // its name
	Rows  int     // how many came
	Last  day.Day // the day of the last of them; of no meaning where none did
	Err   error   // why
}

func (s Short) String() string {
	if s.Rows == 0 {
		return fmt.Sprintf("%s: nothing came: %v", s.Table, s.Err)
	}
	return fmt.Sprintf("%s: it ends on %s: %v", s.Table, s.Last, s.Err)
}

// Missing are the tables of which nothing came.
func (f *Fetched) Missing() []Short {
	return slices.DeleteFunc(slices.Clone(f.Short), func(s Short) bool { return s.Rows > 0 })
}

// lacks says whether nothing came of an endpoint's table.
func (f *Fetched) lacks(e *spacescope.Endpoint) bool {
	return slices.ContainsFunc(f.Missing(), func(s Short) bool { return s.Table == e.Name })
}

// daily is the published figures of the fetched days at full precision, by column; NaN where there is none.
func (f *Fetched) daily() (*model.Table, error) {
	n := int(f.Last-f.First) + 1
	t := newTable(f.First, n)
	// fill calls set for every row of an endpoint within the range.
	fill := func(e *spacescope.Endpoint, rows []spacescope.Row, set func(i int, v []float64)) error {
		for _, row := range rows {
			d := row.Day()
			if d < f.First || d > f.Last {
				continue
			}
			if len(row.Values) != len(e.Fields) {
				return fmt.Errorf("%s of %s: %d figures, want %d", e.Name, d, len(row.Values), len(e.Fields))
			}
			set(int(d-f.First), row.Values)
		}
		return nil
	}
	sum := func(v ...float64) (total float64) {
		for _, x := range v {
			total += x
		}
		return total
	}
	steps := []error{
		fill(spacescope.Gas, f.Gas, func(i int, v []float64) {
			t.GasProveCommitSector[i], t.GasPreCommitSector[i], t.GasProveCommitAggregate[i] = v[1], v[2], v[3]
			t.GasPreCommitSectorBatch[i], t.GasPublishStorageDeals[i], t.GasSubmitWindowedPoSt[i] = v[4], v[5], v[6]
			t.GasTotal[i] = v[0]
			t.GasOther[i] = v[0] - sum(v[1:]...)
		}),
		fill(spacescope.Onboarding, f.Onboarding, func(i int, v []float64) {
			t.OnboardedRawPiB[i], t.OnboardedQAPiB[i] = (v[0]+v[1])/bytesPerPiB, (v[2]+v[3])/bytesPerPiB
		}),
		fill(spacescope.Capacity, f.Capacity, func(i int, v []float64) {
			t.RawPowerEiB[i], t.QAPowerEiB[i], t.BaselinePowerEiB[i] = v[0]/bytesPerEiB, v[1]/bytesPerEiB,
				v[2]/bytesPerEiB
		}),
		fill(spacescope.Supply, f.Supply, func(i int, v []float64) {
			t.CirculatingFIL[i], t.MinedFIL[i], t.VestedFIL[i], t.LockedFIL[i], t.BurntFIL[i] = v[0], v[1], v[2], v[3],
				v[4]
		}),
		fill(spacescope.Schedule, f.Schedule, func(i int, v []float64) {
			d := due(v)
			t.RenewedRawPiB[i], t.RenewedQAPiB[i] = v[1]/bytesPerPiB, v[5]/bytesPerPiB
			t.RenewalRate[i] = math.NaN()
			if d.raw > 0 {
				t.RenewalRate[i] = t.RenewedRawPiB[i] / d.raw
			}
		}),
	}
	for _, err := range steps {
		if err != nil {
			return nil, err
		}
	}
	layPortal(t, f.Portal)
	layFees(t, MeanFees(f.BaseFee))
	layFees(t, f.Fees)
	return t, nil
}

// layPortal fills the gaps of a table with what the portal has of its days. Sectors with FIL+ deals count ten times.
func layPortal(t *model.Table, days []portal.Day) {
	for _, d := range days {
		row := t.Row(d.Day)
		if row < 0 || row >= len(t.RawPowerEiB) {
			continue
		}
		for _, figure := range []struct {
			to *float64
			v  float64
		}{
			{&t.RawPowerEiB[row], d.RawPowerPiB / mechafil.PiBPerEiB},
			{&t.QAPowerEiB[row], d.QAPowerPiB / mechafil.PiBPerEiB},
			{&t.OnboardedRawPiB[row], d.OnboardedRawPiB},
			{&t.OnboardedQAPiB[row], math.Min(10*d.OnboardedRawPiB, d.OnboardedRawPiB+9*d.VerifiedRawPiB)},
			{&t.RemovedRawPiB[row], d.RemovedPiB}, {&t.GasTotal[row], d.GasTotal},
			{&t.CirculatingFIL[row], d.CirculatingFIL}, {&t.MinedFIL[row], d.MinedFIL},
			{&t.VestedFIL[row], d.VestedFIL}, {&t.LockedFIL[row], d.LockedFIL}, {&t.BurntFIL[row], d.Burnt},
		} {
			if math.IsNaN(*figure.to) {
				*figure.to = figure.v
			}
		}
	}
}

// dueOn is what falls due on a day: scheduled minus terminated.
type dueOn struct{ raw, qa, pledge float64 } // PiB, PiB, FIL

func due(v []float64) dueOn {
	return dueOn{(v[0] - v[3]) / bytesPerPiB, (v[4] - v[7]) / bytesPerPiB, v[8] - v[11]}
}

// newTable has n days without any figure.
func newTable(first day.Day, n int) *model.Table {
	t := &model.Table{First: first}
	for _, c := range Columns {
		*c.Of(t) = nans(n)
	}
	t.GasTotal, t.GasOnboarding = nans(n), nans(n)
	return t
}

func nans(n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = math.NaN()
	}
	return v
}

// Column is a column of the daily table.
type Column struct {
	Name string
	Of   func(*model.Table) *[]float64

	digits   int // significant digits that the table keeps; 0: decimals count
	decimals int // digits after the point

	// gaps: days between others may have no figure, and a source that has none holds up nothing.
	gaps bool
}

// Columns are the columns that a file holds. The table keeps eight digits of power, onboarding, renewals and rate, FIL
// to a hundredth, whole gas units, and seven digits of fees, as the shipped one does.
var Columns = []Column{
	{"raw_power_eib", func(t *model.Table) *[]float64 { return &t.RawPowerEiB }, 8, 0, false},
	{"qa_power_eib", func(t *model.Table) *[]float64 { return &t.QAPowerEiB }, 8, 0, false},
	{"baseline_power_eib", func(t *model.Table) *[]float64 { return &t.BaselinePowerEiB }, 8, 0, false},
	{"onboarded_qa_pib", func(t *model.Table) *[]float64 { return &t.OnboardedQAPiB }, 8, 0, false},
	{"onboarded_raw_pib", func(t *model.Table) *[]float64 { return &t.OnboardedRawPiB }, 8, 0, false},
	{"renewed_raw_pib", func(t *model.Table) *[]float64 { return &t.RenewedRawPiB }, 8, 0, false},
	{"renewed_qa_pib", func(t *model.Table) *[]float64 { return &t.RenewedQAPiB }, 8, 0, false},
	{"renewal_rate", func(t *model.Table) *[]float64 { return &t.RenewalRate }, 8, 0, false},
	{"burnt_fil", func(t *model.Table) *[]float64 { return &t.BurntFIL }, 0, 2, false},
	{"circulating_fil", func(t *model.Table) *[]float64 { return &t.CirculatingFIL }, 0, 2, false},
	{"mined_fil", func(t *model.Table) *[]float64 { return &t.MinedFIL }, 0, 2, false},
	{"vested_fil", func(t *model.Table) *[]float64 { return &t.VestedFIL }, 0, 2, false},
	{"locked_fil", func(t *model.Table) *[]float64 { return &t.LockedFIL }, 0, 2, false},
	{"gas_prove_commit_sector", func(t *model.Table) *[]float64 { return &t.GasProveCommitSector }, 0, 0, false},
	{"gas_pre_commit_sector", func(t *model.Table) *[]float64 { return &t.GasPreCommitSector }, 0, 0, false},
	{"gas_prove_commit_aggregate", func(t *model.Table) *[]float64 { return &t.GasProveCommitAggregate }, 0, 0, false},
	{"gas_pre_commit_sector_batch", func(t *model.Table) *[]float64 { return &t.GasPreCommitSectorBatch }, 0, 0, false},
	{"gas_publish_storage_deals", func(t *model.Table) *[]float64 { return &t.GasPublishStorageDeals }, 0, 0, false},
	{"gas_submit_windowed_post", func(t *model.Table) *[]float64 { return &t.GasSubmitWindowedPoSt }, 0, 0, false},
	{"gas_other", func(t *model.Table) *[]float64 { return &t.GasOther }, 0, 0, false},
	{"gas_total", func(t *model.Table) *[]float64 { return &t.GasTotal }, 0, 0, true},
	{"base_fee_nanofil", func(t *model.Table) *[]float64 { return &t.BaseFeeNanoFIL }, 7, 0, true},
	{"fee_burn_fil", func(t *model.Table) *[]float64 { return &t.FeeBurnFIL }, 7, 0, true},
	{"fee_paid_fil", func(t *model.Table) *[]float64 { return &t.FeePaidFIL }, 7, 0, true},
	{"removed_raw_pib", func(t *model.Table) *[]float64 { return &t.RemovedRawPiB }, 8, 0, true},
}

// HasGaps says that a column may lack days between others.
func (c *Column) HasGaps() bool { return c.gaps }

// round is a figure as the table's file has it.
func (c *Column) round(v float64) float64 {
	if math.IsNaN(v) {
		return v
	}
	format, digits := byte('g'), c.digits
	if c.digits == 0 {
		format, digits = 'f', c.decimals
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, format, digits, 64), 64)
	if err != nil {
		return v // an infinity; the checks name it
	}
	return rounded
}

// significant rounds to digits of the decimal number.
func significant(v float64, digits int) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	if err != nil {
		return v
	}
	return rounded
}
