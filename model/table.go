// Package model holds the daily figures of the Filecoin network and predicts the gas of PublishStorageDeals
// messages from them. It takes values and returns values: no files, no clock, no gonum, since the page
// links it. Package fit trains the models.
package model

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// Table is the published daily figures of the Filecoin network, by column.
// Row i is the UTC day First + i days; there are no gaps between rows. A nil column was not
// loaded; NaN in a column means that the figure was not published for that day.
type Table struct {
	First day.Day // of row 0

	RawPowerEiB, QAPowerEiB, BaselinePowerEiB     []float64 // EiB
	OnboardedRawPiB, OnboardedQAPiB               []float64 // PiB a day
	RenewedRawPiB, RenewedQAPiB                   []float64 // PiB a day
	RenewalRate                                   []float64 // share 0..1
	BurntFIL, CirculatingFIL, MinedFIL            []float64 // FIL, cumulative
	VestedFIL, LockedFIL                          []float64 // FIL, cumulative
	GasPublishStorageDeals                        []float64 // gas units a day
	GasProveCommitSector, GasProveCommitAggregate []float64 // gas units a day
	GasPreCommitSector, GasPreCommitSectorBatch   []float64 // gas units a day
	GasSubmitWindowedPoSt, GasOther               []float64 // gas units a day
	// PublishStorageDeals, PreCommit and ProveCommit, batched or not
	GasOnboarding []float64
	GasTotal      []float64 // sum of the seven above; where one of them is NaN, the total as published, or NaN

	BaseFeeNanoFIL []float64 // nanoFIL per gas as published, see PublishedFeeKind
	FeeBurnFIL     []float64 // FIL a day: base-fee burn and over-estimation burn of all messages; no tips, no penalties
	FeePaidFIL     []float64 // FIL a day: all that senders of messages paid, FeeBurnFIL and tips

	RemovedRawPiB []float64 // PiB a day: raw power that expired or was terminated
}

// Len is the number of days in the table.
func (t *Table) Len() int { return len(t.RawPowerEiB) }

// Date is the UTC day of row i.
func (t *Table) Date(i int) day.Day { return t.First + day.Day(i) }

// Row is the row of a UTC day; it may lie outside the table.
func (t *Table) Row(d day.Day) int { return int(d - t.First) }

// DaySeries is daily values from a day on; NaN says that none was published.
type DaySeries struct {
	First  day.Day
	Values []float64
}

// At is the value of a day, NaN for days outside.
func (s DaySeries) At(d day.Day) float64 {
	if d < s.First || int(d-s.First) >= len(s.Values) {
		return math.NaN()
	}
	return s.Values[d-s.First]
}
