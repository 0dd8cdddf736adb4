package sim

import (
	"fmt"
	"math"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Warning codes. A warning marks a result as doubtful; the result itself is kept as it is.
const (
	WarnPowerEnded         = "power_ended"          // power fell to zero, nothing after it is defined
	WarnGasNegative        = "gas_negative"         // the model predicts negative gas
	WarnGasOutOfRange      = "gas_out_of_range"     // the model extrapolates beyond its training days
	WarnGasBeyondValidated = "gas_beyond_validated" // the forecast is longer than those that were checked
	WarnBurnNegative       = "burn_negative"        // more gas is saved than the simulated network burns
	WarnOutflowNotPositive = "outflow_not_positive" // more is released than locked and burnt
	WarnNetflowNotPositive = "netflow_not_positive" // more leaves the supply than enters it
	WarnOutflowNearZero    = "outflow_near_zero"    // see NearZeroShare
	WarnNetflowNearZero    = "netflow_near_zero"
	WarnGasAboveOutflow    = "gas_above_outflow" // a share above 100 %
	WarnGasAboveNetflow    = "gas_above_netflow"
	WarnGasAboveSupply     = "gas_above_supply" // a year of it
	WarnPledgeNegative     = "locked_pledge_negative"
	WarnQACapped           = "qa_power_capped" // QA power held at multiplier times raw power
	WarnLockedFloored      = "locked_floored"  // supplies held at zero
	WarnCirculatingFloored = "circulating_floored"
	WarnAvailableFloored   = "available_floored"
	WarnSectorUndefined    = "sector_figures_undefined" // nothing onboarded to take a pledge from
	WarnScheduleGap        = "schedule_gap"             // days on which no power is known to expire
	WarnLoadAboveCapacity  = "load_above_capacity"      // more gas is asked for than fits into blocks
	WarnVestingEnded       = "vesting_ended"            // nothing enters the supply but what is minted
	WarnInputsRealised     = "inputs_realised"          // no forecast: what was onboarded and renewed was given
	WarnPriceRough         = "price_rough"              // a price that follows block space tells orders of magnitude
)

// Span is a run of days, both ends included.
type Span struct{ First, Last day.Day }

// Warning says which series of which run is doubtful, on how many days, and when.
type Warning struct {
	Code   string
	Series string // the first series concerned, by its JSON name
	Curve  int    // one of the constants
	Run    int    // index of the run, or -1 where all runs are concerned
	Rate   mechafil.Path
	Days   int
	First  day.Day
	Last   day.Day
	Spans  []Span // where the days are not contiguous and few enough to list
}

// The curves that a warning concerns.
const (
	CurveBoth = iota
	CurveStatusQuo
	CurveDirect
	CurveEither // on some days the one, on others the other or both
)

// maxSpans bounds how many spans a warning lists.
const maxSpans = 12

// Message is the warning as an English sentence without a capital and a full stop: the page's, with the dates as in
// files.
func (w *Warning) Message() string {
	when := fmt.Sprintf("on %s from %s", days(w.Days), w.First)
	if len(w.Spans) > 0 {
		var spans []string
		for _, s := range w.Spans {
			text := s.First.String()
			if s.Last != s.First {
				text += " to " + s.Last.String()
			}
			spans = append(spans, text)
		}
		when = fmt.Sprintf("on %s (%s)", days(w.Days), strings.Join(spans, ", "))
	}
	text, _ := warned(w.Code)
	if WarnsOfShare(w.Code) {
		text += ", " + when
	}
	text = fault.Fill(text, "when", when, "spans", " "+when, "days", days(w.Days), "first", w.First.String(), "rates",
		"")
	text = strings.TrimSuffix(text, ".")
	if len(text) > 1 && 'a' <= text[1] && text[1] <= 'z' { // not QA
		text = strings.ToLower(text[:1]) + text[1:]
	}
	if w.Run < 0 {
		return text
	}
	curve := [...]string{"", ", status quo", ", DirectFIL+", ", status quo or DirectFIL+"}[w.Curve]
	return rateLabel(w.Rate, w.Run) + curve + ": " + text
}

// RateLabel names the FIL+ rate of a run, one that changes over time by its place.
func (r *Result) RateLabel(run int) string { return rateLabel(r.Runs[run].FILPlusRate, run) }

func rateLabel(rate mechafil.Path, run int) string {
	if rate, constant := rate.Scalar(); constant {
		return "FIL+ rate " + number.Exact(rate)
	}
	return fmt.Sprintf("FIL+ rate %d", run+1)
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}

// warn collects the warnings of all runs. Where the network under DirectFIL+ is another one, a
// warning holds on the days on which either is doubtful.
func (r *Result) warn(in *assumption.Inputs) {
	w := watcher{result: r, kept: make([]Span, 0, 6*maxSpans)}
	for i := range r.Runs {
		w.run = i
		run := &r.Runs[i]
		net, direct := run.Network, run.DirectNetwork
		w.month = [2]int{int(run.Summary.Month-r.Start) - run.smoothing, int(run.Summary.Month.AddMonths(1)-r.Start) -
			run.smoothing}
		if last, ended := net.Ended(); ended {
			r.add(i, WarnPowerEnded, "qa_power_eib", 1, last, last)
		}
		for t, gas := range run.GasStatusQuoGgas {
			if gas < 0 {
				w.see(t)
			}
		}
		w.warn(WarnGasNegative, "gas_status_quo_fil", 0)
		validated := in.Scaling.LastValidated()
		if r.Scenario.GasModel == assumption.RegimeModel {
			for t, ratio := range run.QARawRatio {
				if t <= run.alike.end && !math.IsNaN(ratio) && !in.Regime.InHull(run.DealOnboardedPiB[t], ratio) {
					w.see(t)
				}
			}
			// It was trained once, and checked against the same days as the scaling model's study fit.
			validated = in.Regime.Sample.Last + day.Day(in.Scaling.Validated.Days)
		} else {
			for t, gas := range run.GasPublishGgas {
				if t <= run.alike.end && !math.IsNaN(gas) && !(in.Scaling.InRange(run.DealOnboardedPiB[t]) &&
					in.Scaling.InRange(run.DirectDealOnboardedPiB[t])) {
					w.see(t)
				}
			}
		}
		w.warn(WarnGasOutOfRange, "gas_status_quo_fil", 0)
		for t := max(0, int(validated-r.Start)+1); t < min(len(run.GasPublishGgas), run.alike.end+1); t++ {
			if !math.IsNaN(run.GasPublishGgas[t]) {
				w.see(t)
			}
		}
		w.warn(WarnGasBeyondValidated, "gas_status_quo_fil", 0)
		if r.Scenario.BurnFeedback {
			for t := run.historyDays + 1; t < direct.Defined; t++ {
				if direct.BurntFIL[t] < direct.BurntFIL[t-1] {
					w.see(t)
				}
			}
			w.warn(WarnBurnNegative, "saving_fil", 0)
		}
		if b := run.Blocks; b != nil {
			for t := run.historyDays; t < len(b.LoadTgas); t++ { // before, what was needed was found
				status, direct := b.LoadTgas[t] > price.CapacityTgas, b.DirectLoadTgas[t] > price.CapacityTgas
				if status || direct {
					w.pair(t, status, direct)
				}
			}
			w.inMonth = [2]bool{}
			w.warn(WarnLoadAboveCapacity, "load_tgas", 0)
		}
		w.means(WarnOutflowNotPositive, "gas_over_outflow", run.OutflowMeanFIL, run.DirectOutflowMeanFIL)
		w.means(WarnNetflowNotPositive, "gas_over_netflow", run.NetflowMeanFIL, run.DirectNetflowMeanFIL)
		w.shares(run)
		run.Doubts, w.doubts = w.doubts, nil
		for _, m := range []struct {
			code, series  string
			marks, direct *mechafil.Marks
		}{
			{WarnQACapped, "qa_power_eib", &net.QACapped, &direct.QACapped},
			{WarnPledgeNegative, "locked_pledge_fil", &net.PledgeNegative, &direct.PledgeNegative},
			{WarnLockedFloored, "locked_fil", &net.LockedFloored, &direct.LockedFloored},
			{WarnCirculatingFloored, "circulating_fil", &net.CirculatingFloored, &direct.CirculatingFloored},
			{WarnAvailableFloored, "available_fil", &net.AvailableFloored, &direct.AvailableFloored},
		} {
			if m.direct.Count > m.marks.Count {
				m.marks = m.direct // marks are counts, so the worse of the two stands for both
			}
			if m.marks.Count > 0 {
				r.add(i, m.code, m.series, m.marks.Count, m.marks.First, m.marks.Last)
			}
		}
		for t, pledge := range net.PledgePerSectorFIL {
			if math.IsNaN(pledge) {
				w.see(t)
			}
		}
		w.warn(WarnSectorUndefined, "pledge_per_sector_fil", 0)
	}
	r.warnScheduleGap(in.Snapshot)
	r.warnRealised(in)
	if last := r.HistoryDays + r.Runs[0].Summary.ForecastDays; r.Runs[0].Blocks != nil && last > r.HistoryDays {
		r.add(-1, WarnPriceRough, "base_fee_nanofil", last-r.HistoryDays, r.HistoryDays+1, last)
	}
}

// warnScheduleGap warns where sectors live longer than the snapshot's expiration schedule
// reaches: between the two no power can fall due, and power grows for no other reason.
func (r *Result) warnScheduleGap(s *mechafil.Snapshot) {
	first := r.HistoryDays + 1 + len(s.ScheduledExpiryRawPiB)
	defined := 0
	for i := range r.Runs {
		defined = max(defined, r.Runs[i].Network.Defined)
	}
	last := min(r.HistoryDays+r.Scenario.SectorDurationDays, defined-1)
	if first <= last {
		r.add(-1, WarnScheduleGap, "raw_power_eib", last-first+1, first, last)
	}
}

// warnRealised says on which days a run was given what was onboarded and renewed. A forecast day that has both to the
// last bit has them from there.
func (r *Result) warnRealised(in *assumption.Inputs) {
	s := &r.Scenario
	if s.DailyInputs != assumption.RealisedInputs {
		return
	}
	days, first, last := 0, 0, 0
	for i := range s.HorizonDays - 1 { // a run drops its last day
		if s.WasPublished(in, i) {
			if last = r.HistoryDays + 1 + i; days == 0 {
				first = last
			}
			days++
		}
	}
	if days > 0 {
		r.add(-1, WarnInputsRealised, "raw_power_eib", days, first, last)
	}
}

func (r *Result) add(run int, code, series string, count, first, last int) *Warning {
	w := Warning{Code: code, Series: series, Run: run, Days: count, First: r.Date(first), Last: r.Date(last)}
	if run >= 0 {
		w.Rate = r.Runs[run].FILPlusRate
	}
	if r.Warnings == nil {
		r.Warnings = make([]Warning, 0, 16) // more than most results have: one allocation in place of five
	}
	r.Warnings = append(r.Warnings, w)
	return &r.Warnings[len(r.Warnings)-1]
}

// watcher collects the doubtful entries of a series, in rising order, for a warning.
type watcher struct {
	result *Result
	run    int

	count, first, last int
	spans              [maxSpans][2]int
	found              int    // spans, of which the first maxSpans are kept
	kept               []Span // of all warnings: one list costs less than one a warning
	curve              int

	month   [2]int  // entries of the means of the headline's month: the first, and the one after the last
	inMonth [2]bool // one of them was seen, of the status quo, of DirectFIL+
	doubts  []Doubt
}

// see takes a doubtful entry.
func (w *watcher) see(i int) {
	if w.count == 0 {
		w.first = i
	}
	if w.count == 0 || i != w.last+1 {
		if w.found < maxSpans {
			w.spans[w.found][0] = i
		}
		w.found++
	}
	if w.found <= maxSpans {
		w.spans[w.found-1][1] = i
	}
	w.count++
	w.last = i
}

// means warns of the days on which a trailing mean, or that of DirectFIL+, is not positive.
func (w *watcher) means(code, series string, means, direct []float64) {
	direct = direct[:len(means)]
	for i, mean := range means {
		if status, other := mean <= 0, direct[i] <= 0; status || other {
			w.pair(i, status, other)
		}
	}
	if code == WarnOutflowNotPositive {
		w.doubt(code, "month_gas_over_outflow", "month_direct_over_outflow")
	} else {
		w.doubt(code, "month_gas_over_netflow", "month_direct_over_netflow")
	}
	w.warn(code, series, w.result.Scenario.SmoothingDays)
}

// pair takes an entry on which the status quo, DirectFIL+ or both are doubtful.
func (w *watcher) pair(i int, status, direct bool) {
	curve := CurveBoth
	if !direct {
		curve = CurveStatusQuo
	} else if !status {
		curve = CurveDirect
	}
	if w.count > 0 && w.curve != curve {
		curve = CurveEither
	}
	w.curve = curve
	if w.month[0] <= i && i < w.month[1] {
		w.inMonth[0] = w.inMonth[0] || status
		w.inMonth[1] = w.inMonth[1] || direct
	}
	w.see(i)
}

// warn adds the warning where an entry was seen of the series, which starts at entry offset of the date axis, with
// the spans that they form where those are few. It then knows of none.
func (w *watcher) warn(code, series string, offset int) {
	if w.count == 0 {
		return
	}
	r := w.result
	out := r.add(w.run, code, series, w.count, w.first+offset, w.last+offset)
	out.Curve = w.curve
	if w.found <= maxSpans {
		from := len(w.kept)
		for _, s := range w.spans[:w.found] {
			w.kept = append(w.kept, Span{r.Date(s[0] + offset), r.Date(s[1] + offset)})
		}
		out.Spans = w.kept[from:len(w.kept):len(w.kept)]
	}
	w.count, w.found, w.curve = 0, 0, CurveBoth
}
