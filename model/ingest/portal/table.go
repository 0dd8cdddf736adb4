// Package portal reads the network's daily figures from the Filecoin Data Portal (MIT licence): one Parquet file a
// table below one public address, no key. It has no gas by kind of message; that is Spacescope's and Lily's.
package portal

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/retry"
)

// Day is a row of daily_network_metrics; NaN is a figure that was not published. Power is that at the end of the day,
// supply is cumulative.
type Day struct {
	Day day.Day

	OnboardedRawPiB, RawPowerPiB, QAPowerPiB              float64 // PiB
	VerifiedRawPiB                                        float64 // PiB, the part of OnboardedRawPiB with FIL+ deals
	RemovedPiB                                            float64 // PiB, raw power that expired or was terminated
	BlockRewardFIL                                        float64 // FIL, minted on the day
	GasTotal                                              float64 // gas units
	BaseFeeBurnFIL, OverestimationBurnFIL                 float64 // FIL
	FeeBurnFIL                                            float64 // the two together
	TipFIL, GasFeeFIL                                     float64 // FIL; GasFeeFIL is FeeBurnFIL and TipFIL
	CirculatingFIL, MinedFIL, VestedFIL, LockedFIL, Burnt float64 // FIL
}

// field is a column of the file: the names that it has had, the newest first, and where its figure goes.
type field struct {
	names    []string
	optional bool // the file may lack it
	unit     float64
	of       func(*Day) *float64
}

// fields are the columns used. The portal has renamed columns within weeks, so that they are looked up by name.
var fields = []field{
	{[]string{"onboarded_pibs", "sector_onboarded_pibs"}, false, 1,
		func(d *Day) *float64 { return &d.OnboardedRawPiB }},
	{[]string{"verified_data_onboarded_pibs"}, true, 1, func(d *Day) *float64 { return &d.VerifiedRawPiB }},
	{[]string{"removed_pibs"}, true, 1, func(d *Day) *float64 { return &d.RemovedPiB }},
	{[]string{"block_rewards_fil"}, true, 1, func(d *Day) *float64 { return &d.BlockRewardFIL }},
	{[]string{"raw_power_pibs"}, false, 1, func(d *Day) *float64 { return &d.RawPowerPiB }},
	{[]string{"quality_adjusted_power_pibs"}, false, 1, func(d *Day) *float64 { return &d.QAPowerPiB }},
	{[]string{"gas_used_millions"}, false, 1e6, func(d *Day) *float64 { return &d.GasTotal }},
	{[]string{"base_fee_burn_fil"}, true, 1, func(d *Day) *float64 { return &d.BaseFeeBurnFIL }},
	{[]string{"overestimation_burn_fil"}, true, 1, func(d *Day) *float64 { return &d.OverestimationBurnFIL }},
	{[]string{"message_burn_fil"}, true, 1, func(d *Day) *float64 { return &d.FeeBurnFIL }},
	{[]string{"miner_tip_fil"}, true, 1, func(d *Day) *float64 { return &d.TipFIL }},
	{[]string{"total_gas_fee_fil"}, true, 1, func(d *Day) *float64 { return &d.GasFeeFIL }},
	{[]string{"circulating_fil"}, false, 1, func(d *Day) *float64 { return &d.CirculatingFIL }},
	{[]string{"mined_fil"}, false, 1, func(d *Day) *float64 { return &d.MinedFIL }},
	{[]string{"vested_fil"}, false, 1, func(d *Day) *float64 { return &d.VestedFIL }},
	{[]string{"locked_fil"}, false, 1, func(d *Day) *float64 { return &d.LockedFIL }},
	{[]string{"burnt_fil"}, false, 1, func(d *Day) *float64 { return &d.Burnt }},
}

// Read reads a file of the table: whole days in the order of time, without the newest, which arrives in part. A zero
// gas or circulating supply says that the group of figures has not come in. A file that is not Parquet may have been
// cut off, and is a plain error; one that lacks a column, or contradicts itself, is retry.Final.
func Read(data []byte) (days []Day, err error) {
	defer func() { // the library checks much of what a file may claim, not all
		if fault := recover(); fault != nil {
			days, err = nil, fmt.Errorf("not the Parquet file of a table: %v", fault)
		}
	}()
	if err := whole(data); err != nil {
		return nil, err
	}
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("not a Parquet file: %w: %q", err, retry.Excerpt(data[:min(len(data), 1000)]))
	}
	date, columns, err := find(file.Schema())
	if err != nil {
		return nil, retry.Final{Err: err}
	}
	for _, group := range file.RowGroups() {
		if err := readGroup(group, func(row parquet.Row) error {
			d, err := newDay(row, date, columns)
			days = append(days, d)
			return err
		}); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(days, func(a, b Day) int { return cmp.Compare(a.Day, b.Day) })
	if len(days) < 2 {
		return nil, retry.Final{Err: fmt.Errorf("%d rows, want at least two", len(days))}
	}
	days = days[:len(days)-1]
	if err := check(days); err != nil {
		return nil, retry.Final{Err: err}
	}
	return days, nil
}

// whole says whether a file ends as Parquet does: with its metadata, their length, and a mark. The library takes any
// length on trust, and runs on for minutes with a wrong one.
func whole(data []byte) error {
	const mark, tail = "PAR1", 8
	n := len(data)
	if n < len(mark)+tail || string(data[:len(mark)]) != mark || string(data[n-len(mark):]) != mark ||
		int64(binary.LittleEndian.Uint32(data[n-tail:])) > int64(n-len(mark)-tail) {
		return fmt.Errorf("not a whole Parquet file: %q", retry.Excerpt(data[:min(n, 1000)]))
	}
	return nil
}

// find returns the place of the date and of each of fields in a row, -1 for one that the file lacks. The error names
// all that it must have and has not, or has as something else than a number.
func find(schema *parquet.Schema) (date int, columns []int, err error) {
	var faults []error
	place := func(optional bool, kinds []parquet.Kind, names ...string) int {
		for _, name := range names {
			leaf, ok := schema.Lookup(name)
			if !ok {
				continue
			}
			if kind := leaf.Node.Type().Kind(); leaf.Node.Repeated() || !slices.Contains(kinds, kind) {
				faults = append(faults, fmt.Errorf("column %s is %s, want %s", name, leaf.Node, kinds[0]))
			}
			return leaf.ColumnIndex
		}
		if !optional {
			faults = append(faults, fmt.Errorf("there is no column %s", strings.Join(names, ", formerly ")))
		}
		return -1
	}
	date = place(false, []parquet.Kind{parquet.Int32}, "date")
	for _, f := range fields {
		columns = append(columns, place(f.optional,
			[]parquet.Kind{parquet.Double, parquet.Float, parquet.Int64, parquet.Int32}, f.names...))
	}
	return date, columns, errors.Join(faults...)
}

// readGroup calls yield for every row of a row group.
func readGroup(group parquet.RowGroup, yield func(parquet.Row) error) (err error) {
	rows := group.Rows()
	defer func() { err = errors.Join(err, rows.Close()) }()
	buffer := make([]parquet.Row, 64)
	for {
		n, err := rows.ReadRows(buffer)
		for _, row := range buffer[:n] {
			if err := yield(row); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("not the Parquet file of a table: %w", err)
		}
	}
}

func newDay(row parquet.Row, date int, columns []int) (Day, error) {
	d := Day{FeeBurnFIL: math.NaN()}
	at := row[date]
	if at.IsNull() {
		return d, retry.Final{Err: errors.New("a row without a date")}
	}
	d.Day = day.Day(at.Int32())
	for k, f := range fields {
		v := math.NaN()
		if columns[k] >= 0 {
			v = number(row[columns[k]]) * f.unit
		}
		if math.IsInf(v, 0) || v < 0 {
			return d, retry.Final{Err: fmt.Errorf("%s of %s is %v, want zero or more", f.names[0], d.Day, v)}
		}
		*f.of(&d) = v
	}
	d.blank()
	return d, nil
}

// number is a value as a float; NaN for null.
func number(v parquet.Value) float64 {
	switch v.Kind() {
	case parquet.Double:
		return v.Double()
	case parquet.Float:
		return float64(v.Float())
	case parquet.Int64:
		return float64(v.Int64())
	case parquet.Int32:
		return float64(v.Int32())
	}
	return math.NaN()
}

// blank takes out the zeros that stand for figures which have not come in, and completes the burn.
func (d *Day) blank() {
	missing := func(figures ...*float64) {
		for _, f := range figures {
			*f = math.NaN()
		}
	}
	if !(d.GasTotal > 0) {
		missing(&d.GasTotal, &d.BaseFeeBurnFIL, &d.OverestimationBurnFIL, &d.FeeBurnFIL, &d.TipFIL, &d.GasFeeFIL)
	}
	// Gas has a base fee of at least 1e-7 nanoFIL, so that gas without any burn is a figure that is not there.
	if !(d.BaseFeeBurnFIL > 0) {
		missing(&d.BaseFeeBurnFIL, &d.OverestimationBurnFIL)
	}
	if !(d.FeeBurnFIL > 0) {
		d.FeeBurnFIL = d.BaseFeeBurnFIL + d.OverestimationBurnFIL
	}
	if !(d.GasFeeFIL > 0) {
		missing(&d.GasFeeFIL, &d.TipFIL)
	}
	if !(d.CirculatingFIL > 0) {
		missing(&d.CirculatingFIL, &d.MinedFIL, &d.VestedFIL, &d.LockedFIL, &d.Burnt)
	}
	if !(d.RawPowerPiB > 0) {
		missing(&d.RawPowerPiB, &d.QAPowerPiB, &d.OnboardedRawPiB, &d.VerifiedRawPiB, &d.RemovedPiB)
	}
	if !(d.BlockRewardFIL > 0) {
		missing(&d.BlockRewardFIL)
	}
}

// DisbursedFIL is what the reserve has paid out.
const DisbursedFIL = 17066618.961773411890063046

// check looks for days that occur twice, and for sums that the portal's own checks promise.
func check(days []Day) error {
	var faults []error
	sum := func(d *Day, what string, got, want, tolerance float64) {
		if math.Abs(got-want) > tolerance { // false where a figure is missing
			faults = append(faults, fmt.Errorf("%s of %s is %.8g, want %.8g", what, d.Day, got, want))
		}
	}
	for i := range days {
		d := &days[i]
		if i > 0 && days[i-1].Day == d.Day {
			faults = append(faults, fmt.Errorf("two rows for %s", d.Day))
		}
		sum(d, "message_burn_fil", d.FeeBurnFIL, d.BaseFeeBurnFIL+d.OverestimationBurnFIL, 1e-6*d.FeeBurnFIL)
		sum(d, "total_gas_fee_fil", d.GasFeeFIL, d.FeeBurnFIL+d.TipFIL, 1e-6*d.GasFeeFIL)
		sum(d, "circulating_fil", d.CirculatingFIL, DisbursedFIL+d.MinedFIL+d.VestedFIL-d.LockedFIL-d.Burnt, 1)
	}
	const most = 5
	if len(faults) > most {
		faults = append(faults[:most], fmt.Errorf("and %d more", len(faults)-most))
	}
	return errors.Join(faults...)
}
