package evidence

import (
	"fmt"
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Rolling is how wrong forecasts from the first day of each quarter would have been: with the medians known on that
// day, a gas level fitted to what was published by then, and a schedule built from cohorts alone. Origins overlap and
// are few: no coverage is claimed.
type Rolling struct {
	Origins []day.Day
	Ways    []RollingWay
}

// RollingWay is the errors of one way of simulating.
type RollingWay struct {
	Name   string         // one of those below
	Chosen []Way          // of each origin
	Errors []RollingError // of each figure after each lead
}

// The ways of simulating that are held against each other.
const (
	AsMechaFIL = "mechafil" // MechaFIL's start, nothing leaves, renewed sectors get a new sector's life
	AsKnown    = "known"    // as the chain stood; leaving and extension that fitted best up to the origin
	AsShipped  = "shipped"  // as the chain stood; the page's, which were fitted to these same years
)

// RollingError is the error of a figure some months after the origin, as a share of what was published. Gas is the mean
// of the 30 days to that day, other figures are the day's.
type RollingError struct {
	Figure string // raw_power_eib, qa_power_eib, circulating_fil, gas_publish_ggas
	Months int

	Origins []day.Day // those after which the figure was published
	Errors  []float64 // of each

	MeanAbs, Mean, Worst float64 // Worst is the largest, with its sign
}

// rollingMonths are the leads.
var rollingMonths = []int{3, 6, 12}

const (
	rollingHistory = 30 // days before an origin that a run begins
	gasMeanDays    = 30
)

// rollingOrigins are the first days of the quarters from 2023Q3 to 2025Q2.
func rollingOrigins() (days []day.Day) {
	for d := day.Of(2023, 7, 1); d <= day.Of(2025, 4, 1); d = d.AddMonths(3) {
		days = append(days, d)
	}
	return days
}

// newRolling makes all forecasts. The inputs are the study's, with the whole daily table.
func newRolling(in *assumption.Inputs) (*Rolling, error) {
	out := &Rolling{Origins: rollingOrigins()}
	for _, name := range []string{AsMechaFIL, AsKnown, AsShipped} {
		w := RollingWay{Name: name}
		for _, figure := range []string{"raw_power_eib", "qa_power_eib", "circulating_fil", "gas_publish_ggas"} {
			for _, months := range rollingMonths {
				w.Errors = append(w.Errors, RollingError{Figure: figure, Months: months})
			}
		}
		for _, origin := range out.Origins {
			way := map[string]Way{AsMechaFIL: mechafilWay, AsShipped: fittedWay}[name]
			if name == AsKnown {
				var err error
				if way, err = fittedUntil(in, origin); err != nil {
					return nil, err
				}
			}
			w.Chosen = append(w.Chosen, way)
			f, err := forecastFrom(in, origin, way)
			if err != nil {
				return nil, err
			}
			for k := range w.Errors {
				e := &w.Errors[k]
				on := origin.AddMonths(e.Months)
				simulated, published := f.figure(e.Figure, on), publishedFigure(in.Daily, e.Figure, on)
				if !math.IsNaN(published) {
					e.Origins, e.Errors = append(e.Origins, origin), append(e.Errors, simulated/published-1)
				}
			}
		}
		for k := range w.Errors {
			w.Errors[k].sumUp()
		}
		out.Ways = append(out.Ways, w)
	}
	return out, nil
}

// sumUp fills in the means and the worst.
func (e *RollingError) sumUp() {
	for _, v := range e.Errors {
		e.MeanAbs += math.Abs(v) / float64(len(e.Errors))
		e.Mean += v / float64(len(e.Errors))
		if math.Abs(v) > math.Abs(e.Worst) {
			e.Worst = v
		}
	}
}

// forecast is a network that is simulated from an origin, and its gas.
type forecast struct {
	net      *mechafil.Result
	gas      *model.Scaling
	dealsPiB float64 // a day
}

// figure is a figure of the forecast on a day.
func (f *forecast) figure(name string, on day.Day) float64 {
	entry := int(on - f.net.Date(0))
	switch name {
	case "raw_power_eib":
		return f.net.RawPowerEiB[entry]
	case "qa_power_eib":
		return f.net.QAPowerEiB[entry]
	case "circulating_fil":
		return f.net.CirculatingFIL[entry]
	}
	sum := 0.0
	for d := on - gasMeanDays + 1; d <= on; d++ {
		sum += f.gas.PredictDay(d, f.dealsPiB)
	}
	return sum / gasMeanDays
}

// publishedFigure is what was published of it; NaN where nothing was, or gas of a day of the mean was not.
func publishedFigure(t *model.Table, name string, on day.Day) float64 {
	row := t.Row(on)
	if row >= t.Len() {
		return math.NaN()
	}
	switch name {
	case "raw_power_eib":
		return t.RawPowerEiB[row]
	case "qa_power_eib":
		return t.QAPowerEiB[row]
	case "circulating_fil":
		return t.CirculatingFIL[row]
	}
	sum := 0.0
	for _, gas := range t.GasPublishStorageDeals[row-gasMeanDays+1 : row+1] {
		sum += gas / model.GasPerGgas
	}
	return sum / gasMeanDays
}

// forecastFrom simulates a year and more from an origin.
func forecastFrom(in *assumption.Inputs, origin day.Day, way Way) (*forecast, error) {
	known := *in
	known.Snapshot = asOf(in.Daily, in.Snapshot, origin, way)
	onboarding, err := known.RecentOnboarding()
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	renewal, err := known.RecentRenewalRate()
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	rate, err := known.RecentFILPlusRate()
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	sample, err := in.Daily.Sample(model.StudyFirst, origin)
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	gas, err := model.FitScaling(sample)
	if err != nil {
		return nil, fmt.Errorf("evidence: %s: %w", origin, err)
	}
	f := plain(int(origin.AddMonths(rollingMonths[len(rollingMonths)-1])-origin) + 1)
	f.RawOnboardingPiB, f.RenewalRate = mechafil.Constant(onboarding.Median), mechafil.Constant(renewal.Median)
	f.FILPlusRate = mechafil.Constant(rate.Median)
	if protocol.Version(24).Holds(origin) { // what FIP-0081 would do was known from then on
		f.Gamma = make(mechafil.Path, f.HorizonDays)
		for i := range f.Gamma {
			f.Gamma[i] = protocol.Gamma(origin + day.Day(i))
		}
	}
	return &forecast{way.run(known.Snapshot, f), gas, onboarding.Median * rate.Median}, nil
}

// fitFrom is the day that fits of leaving and extension set out from: renewals are published since a month before.
var fitFrom = day.Of(2022, 11, 10)

// fittedUntil is the way that fits power best up to a day, of a grid: the least sum of the mean errors of raw and QA
// power, given what was onboarded and renewed since fitFrom.
func fittedUntil(in *assumption.Inputs, last day.Day) (Way, error) {
	t := in.Daily
	// A renewal rate is published on the day after.
	f, err := happened(t, fitFrom+1, last-1)
	if err != nil {
		return Way{}, err
	}
	best, least := Way{}, math.Inf(1)
	for _, extension := range []int{90, 180, 270, sectorDays} {
		for step := range 8 {
			way := Way{mechafil.ChainStart, float64(2*step) / 10000, extension}
			s := asOf(t, in.Snapshot, fitFrom, way)
			r := way.prepare(s, f).Grow(f.FILPlusRate)
			raw := compare(fitFrom+1, r.HistoryDays, t, "", "", r.RawPowerEiB, t.RawPowerEiB)
			qa := compare(fitFrom+1, r.HistoryDays, t, "", "", r.QAPowerEiB, t.QAPowerEiB)
			if sum := raw.MeanError + qa.MeanError; sum < least {
				best, least = way, sum
			}
		}
	}
	return best, nil
}

// asOf is the network's state on a day, from what was published by then and nothing after. What falls due is what was
// onboarded a sector's life and renewed an extension before, scaled so that all that is alive falls due once; the
// pledge falls due with QA power. Minting continues from a known snapshot, which the sums of capped power and the
// baseline give to more digits than the table.
func asOf(t *model.Table, known *mechafil.Snapshot, origin day.Day, way Way) *mechafil.Snapshot {
	s := &mechafil.Snapshot{Name: origin.String(), Start: origin - rollingHistory, Current: origin, VestedByStart: true}
	from, to := t.Row(s.Start), t.Row(origin)
	for _, c := range []struct {
		to   *[]float64
		from []float64
		last int
	}{
		{&s.RawPowerEiB, t.RawPowerEiB, to}, {&s.QAPowerEiB, t.QAPowerEiB, to},
		{&s.OnboardedRawPiB, t.OnboardedRawPiB, to}, {&s.OnboardedQAPiB, t.OnboardedQAPiB, to},
		{&s.RenewedRawPiB, t.RenewedRawPiB, to}, {&s.RenewedQAPiB, t.RenewedQAPiB, to},
		{&s.RenewalRate, t.RenewalRate, to - 1}, {&s.BurntFIL, t.BurntFIL, to},
	} {
		*c.to = c.from[from : c.last+1]
	}
	s.VestedFILStart, s.CirculatingFILStart = t.VestedFIL[from], t.CirculatingFIL[from]
	s.LockedFILStart, s.MinedFILStart = t.LockedFIL[from], t.MinedFIL[from]
	perDay := (t.MinedFIL[from] - t.MinedFIL[from-mechafil.StartBefore]) / mechafil.StartBefore
	s.LockedRewardFILStart = mechafil.LockedRewardOf(perDay)

	capped := func(d day.Day) float64 { return min(known.BaselineOn(d), t.RawPowerEiB[t.Row(d)]) }
	s.BaselinePowerEiBStart = known.BaselineOn(s.Start)
	s.CumulativeCappedPowerEiBDays = known.CumulativeCappedPowerEiBDays
	for d := known.Start + 1; d <= s.Start; d++ {
		s.CumulativeCappedPowerEiBDays += capped(d)
	}
	for d := known.Start; d > s.Start; d-- {
		s.CumulativeCappedPowerEiBDays -= capped(d)
	}

	extension := way.ExtensionDays
	if extension == 0 {
		extension = sectorDays
	}
	cohort := func(on day.Day, onboarded, renewed []float64) float64 {
		sum := 0.0
		if d := on - sectorDays; d <= origin {
			sum += orZero(onboarded[t.Row(d)])
		}
		if d := on - day.Day(extension); d <= origin {
			sum += orZero(renewed[t.Row(d)]) // published since 2022-10-10
		}
		return sum
	}
	falling := func(onboarded, renewed []float64, aliveEiB float64) (due []float64, scale float64) {
		total := 0.0
		for i := range max(sectorDays, extension) {
			due = append(due, cohort(origin+1+day.Day(i), onboarded, renewed))
			total += due[i]
		}
		scale = aliveEiB * mechafil.PiBPerEiB / total
		for i := range due {
			due[i] *= scale
		}
		return due, scale
	}
	var scale float64
	s.ScheduledExpiryRawPiB, _ = falling(t.OnboardedRawPiB, t.RenewedRawPiB, t.RawPowerEiB[to])
	s.ScheduledExpiryQAPiB, scale = falling(t.OnboardedQAPiB, t.RenewedQAPiB, t.QAPowerEiB[to])
	perPiB := (s.LockedFILStart - s.LockedRewardFILStart) / (t.QAPowerEiB[to] * mechafil.PiBPerEiB)
	for d := s.Start; d <= origin; d++ {
		s.ScheduledPledgeReleaseFIL = append(s.ScheduledPledgeReleaseFIL,
			perPiB*scale*cohort(d, t.OnboardedQAPiB, t.RenewedQAPiB))
	}
	for _, due := range s.ScheduledExpiryQAPiB {
		s.ScheduledPledgeReleaseFIL = append(s.ScheduledPledgeReleaseFIL, perPiB*due)
	}
	return s
}

func orZero(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}
