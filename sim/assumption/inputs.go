package assumption

import (
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Inputs is what a scenario is computed from: a network snapshot, the published daily figures
// around it, and the trained gas model. It is shared by all scenarios and never changed.
type Inputs struct {
	Snapshot *mechafil.Snapshot
	Daily    *model.Table
	Regime   *model.Regime

	// The scaling model and the levels of the other messages, fitted to the days that were
	// published at the snapshot's date.
	Scaling    *model.Scaling
	Onboarding *model.Onboarding

	// Past is gas and fees by day from 2020 to the end of Daily, for charts that begin with what happened; nil where
	// they do without. No curve and no default follows from it.
	Past *model.Table
}

// RecentDays is the number of published values whose median is a default (the study's choice).
const RecentDays = 90

// Recent is the median of the last published daily values up to and including a day.
type Recent struct {
	Median      float64
	Values      int     // how many values it is the median of
	First, Last day.Day // days of the oldest and the newest of them
}

// recent takes the median of the last n published values of column on or before current.
func recent(field string, t *model.Table, column []float64, current day.Day, n int) (Recent, error) {
	var out Recent
	values := make([]float64, 0, n)
	for row := min(t.Row(current), len(column)-1); row >= 0 && len(values) < n; row-- {
		if v := column[row]; !math.IsNaN(v) {
			if len(values) == 0 {
				out.Last = t.Date(row)
			}
			out.First = t.Date(row)
			values = append(values, v)
		}
	}
	if len(values) == 0 {
		return out, model.NonePublished(field, current)
	}
	out.Median, out.Values = model.Median(values), len(values)
	return out, nil
}

// RecentOnboarding is the median raw power onboarded in PiB a day over the 90 days to the snapshot.
func (in *Inputs) RecentOnboarding() (Recent, error) {
	return recent("raw_onboarding_pib", in.Daily, in.Daily.OnboardedRawPiB, in.Snapshot.Current, RecentDays)
}

// RecentRenewalRate is the median renewal rate over the last 90 published days to the snapshot.
func (in *Inputs) RecentRenewalRate() (Recent, error) {
	return recent("renewal_rate", in.Daily, in.Daily.RenewalRate, in.Snapshot.Current, RecentDays)
}

// RecentFILPlusRate is the median share of onboarded raw power that carried FIL+ deals over the
// 90 days to the snapshot.
func (in *Inputs) RecentFILPlusRate() (Recent, error) {
	t := in.Daily
	rate := make([]float64, min(len(t.OnboardedQAPiB), len(t.OnboardedRawPiB)))
	for i := range rate {
		rate[i] = math.NaN()
		if raw := t.OnboardedRawPiB[i]; raw > 0 {
			rate[i] = model.DealPower(raw, t.OnboardedQAPiB[i]) / raw
		}
	}
	return recent("fil_plus_rates", t, rate, in.Snapshot.Current, RecentDays)
}

// RecentBaseFee is the median base fee in nanoFIL per gas that burn and gas imply over the last 90
// days before the snapshot for which both were published: an upper bound, since not all burn is
// the base fee's.
func (in *Inputs) RecentBaseFee() (Recent, error) {
	fee := in.Daily.RecentBaseFee(in.Snapshot.Current)
	if fee.Days == 0 {
		return Recent{}, model.NonePublished("base_fee_nanofil", in.Snapshot.Current-1)
	}
	return Recent{Median: fee.NanoFIL, Values: fee.Days, First: fee.First, Last: fee.Last}, nil
}
