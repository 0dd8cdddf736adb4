package model

import (
	"math"

	"github.com/gasburden/gasburden/model/day"
)

// Onboarding holds the gas of the messages other than PublishStorageDeals that bring sectors onto the network:
// each a constant per amount of power, fitted as the level of the scaling model is, and flat in a forecast.
// FitOnboarding fits it. The WAPE is that over the rows of the fit; in the
// years after it is far worse for PreCommit and, since nv23, ProveCommit.
type Onboarding struct {
	Last    day.Day // last day of the fit
	Version int     // protocol version of its days
	Rows    int

	PreCommitGgasPerPiB   float64 // PreCommitSector and PreCommitSectorBatch, per PiB of raw power onboarded
	ProveCommitGgasPerPiB float64 // ProveCommitSector and ProveCommitAggregate, per PiB of raw power onboarded
	WindowPoStGgasPerEiB  float64 // SubmitWindowedPoSt a day, per EiB of the network's raw power
	TotalGgas             float64 // all messages of a day; it follows no amount of power

	PreCommitWAPE, ProveCommitWAPE, WindowPoStWAPE, TotalWAPE float64

	// Tests are the WAPEs of the two that a burden may count, on the windows W1 and W2 after the study's days, of
	// the levels fitted to those days: a later fit has no days after it to be compared with. FitOnboarding leaves them
	// zero.
	PreCommitTests, ProveCommitTests [2]float64
}

// Message is a kind of gas and the amount that it is taken to be proportional to.
type Message struct {
	Name   string
	Ggas   func(t *Table, row int) float64 // gas of a day; NaN if not published
	Amount func(t *Table, row int) float64
}

// OnboardingMessages are the messages of Onboarding, in its order. They need all columns of the table.
var OnboardingMessages = [4]Message{
	{"PreCommitSector+Batch", (*Table).PreCommitGgas, onboardedRawPiB},
	{"ProveCommitSector+Aggregate", (*Table).ProveCommitGgas, onboardedRawPiB},
	{"SubmitWindowedPoSt", (*Table).WindowPoStGgas, func(t *Table, i int) float64 { return t.RawPowerEiB[i] }},
	{"total", (*Table).TotalGgas, func(*Table, int) float64 { return 1 }},
}

func onboardedRawPiB(t *Table, i int) float64 { return t.OnboardedRawPiB[i] }

// PreCommitGgas is the gas of PreCommitSector and PreCommitSectorBatch on the day of row i.
func (t *Table) PreCommitGgas(i int) float64 {
	return (t.GasPreCommitSector[i] + t.GasPreCommitSectorBatch[i]) / GasPerGgas
}

// ProveCommitGgas is the gas of ProveCommitSector and ProveCommitAggregate on the day of row i.
func (t *Table) ProveCommitGgas(i int) float64 {
	return (t.GasProveCommitSector[i] + t.GasProveCommitAggregate[i]) / GasPerGgas
}

// WindowPoStGgas is the gas of SubmitWindowedPoSt on the day of row i.
func (t *Table) WindowPoStGgas(i int) float64 { return t.GasSubmitWindowedPoSt[i] / GasPerGgas }

// TotalGgas is the gas of all messages on the day of row i.
func (t *Table) TotalGgas(i int) float64 { return t.GasTotal[i] / GasPerGgas }

// FitOnboarding fits the levels to the days of the newest protocol version with at least 14 up to and including
// last. Days without a figure do not count. The error wraps ErrTooFewRows when no version has enough days.
func FitOnboarding(t *Table, last day.Day) (*Onboarding, error) {
	to := t.Row(last) + 1
	if to < 1 || to > t.Len() {
		return nil, t.outside(last, last)
	}
	days := make([]day.Day, to)
	for i := range days {
		days[i] = t.Date(i)
	}
	from, to, err := newestVersion(days)
	if err != nil {
		return nil, err
	}
	o := &Onboarding{Last: last, Version: VersionOf(t.Date(from)).Number, Rows: to - from}
	for k, fitted := range [...]struct{ level, wape *float64 }{
		{&o.PreCommitGgasPerPiB, &o.PreCommitWAPE},
		{&o.ProveCommitGgasPerPiB, &o.ProveCommitWAPE},
		{&o.WindowPoStGgasPerEiB, &o.WindowPoStWAPE},
		{&o.TotalGgas, &o.TotalWAPE},
	} {
		m := &OnboardingMessages[k]
		gas, amount := m.Between(t, from, to)
		*fitted.level = RecentRatio(days[from:to], gas, amount, last, WeightHalfLifeDays)
		if !(*fitted.level > 0) || math.IsInf(*fitted.level, 0) {
			return nil, noLevel(m.Name, to-from, t.Date(from), *fitted.level)
		}
		for i := range amount {
			amount[i] *= *fitted.level
		}
		*fitted.wape = NewScore(amount, gas).WAPE
	}
	return o, nil
}

// Between is gas and amount of the rows from..to-1, in fresh slices.
func (m *Message) Between(t *Table, from, to int) (gas, amount []float64) {
	gas, amount = make([]float64, to-from), make([]float64, to-from)
	for i := range gas {
		gas[i], amount[i] = m.Ggas(t, from+i), m.Amount(t, from+i)
	}
	return gas, amount
}

// Levels are the fitted levels in the order of OnboardingMessages.
func (o *Onboarding) Levels() [len(OnboardingMessages)]float64 {
	return [...]float64{o.PreCommitGgasPerPiB, o.ProveCommitGgasPerPiB, o.WindowPoStGgasPerEiB, o.TotalGgas}
}
