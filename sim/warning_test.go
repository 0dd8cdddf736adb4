package sim_test

import (
	"math"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/simtest"
)

// find returns the warnings of a code, at most one a run.
func find(t *testing.T, r *sim.Result, code string) map[int]sim.Warning {
	t.Helper()
	found := map[int]sim.Warning{}
	for _, w := range r.Warnings {
		if w.Code != code {
			continue
		}
		if _, twice := found[w.Run]; twice {
			t.Errorf("%s is given twice for run %d", code, w.Run)
		}
		found[w.Run] = w
	}
	return found
}

// checkDays compares a warning with the days on which doubtful holds, and its spans with those.
func checkDays(t *testing.T, r *sim.Result, run int, code string, length int, doubtful func(e int) bool) {
	t.Helper()
	var days []day.Day
	spans := 0
	for e := range length {
		if doubtful(e) {
			if e == 0 || !doubtful(e-1) {
				spans++
			}
			days = append(days, r.Date(e))
		}
	}
	w, ok := find(t, r, code)[run]
	if ok != (len(days) > 0) {
		t.Errorf("run %d: %s given %v, want it on %d days", run, code, ok, len(days))
	}
	if !ok || len(days) == 0 {
		return
	}
	if w.Days != len(days) || w.First != days[0] || w.Last != days[len(days)-1] {
		t.Errorf("run %d: %s on %d days, %v to %v; want %d, %v to %v", run, code, w.Days, w.First, w.Last, len(days),
			days[0], days[len(days)-1])
	}
	if spans > 12 && len(w.Spans) == 0 {
		return // too many to list
	}
	in := 0
	for _, d := range days {
		for _, s := range w.Spans {
			if s.First <= d && d <= s.Last {
				in++
			}
		}
	}
	listed := 0
	for _, s := range w.Spans {
		listed += int(s.Last-s.First) + 1
	}
	if len(w.Spans) != spans || in != len(days) || listed != len(days) {
		t.Errorf("run %d: %s has %d spans over %d days that hold %d of %d days, want %d spans", run, code, len(w.Spans),
			listed, in, len(days), spans)
	}
}

func TestWarningsAreTheDays(t *testing.T) {
	for _, text := range []string{
		`{}`,
		`{"snapshot": "2025-09-09"}`,
		`{"horizon_days": 1095, "smoothing_days": 1}`,
		`{"horizon_days": 800, "renewal_rate": 0, "raw_onboarding_pib": 0, "fil_plus_rates": [0, 1]}`,
		`{"horizon_days": 500, "fil_plus_multiplier": 1, "qa_renewal_multiplier": 5}`,
		`{"base_fee_nanofil": 300}`,
	} {
		result := runPreset(t, "study", text)
		in := simtest.Inputs(t, result.Scenario.Snapshot)
		w := result.Scenario.SmoothingDays
		for i := range result.Runs {
			r := &result.Runs[i]
			n := r.Network.Defined
			checkDays(t, result, i, sim.WarnGasNegative, n, func(e int) bool { return r.GasStatusQuoFIL[e] < 0 })
			checkDays(t, result, i, sim.WarnGasOutOfRange, n, func(e int) bool {
				ratio := r.QARawRatio[e]
				return ratio == ratio && !in.Regime.InHull(r.DealOnboardedPiB[e], ratio)
			})
			checkDays(t, result, i, sim.WarnOutflowNotPositive, n,
				func(e int) bool { return e >= w && r.OutflowMeanFIL[e-w] <= 0 })
			checkDays(t, result, i, sim.WarnNetflowNotPositive, n,
				func(e int) bool { return e >= w && r.NetflowMeanFIL[e-w] <= 0 })
			checkDays(t, result, i, sim.WarnSectorUndefined, n,
				func(e int) bool { return r.Network.OnboardedQAPiB[max(e, 1)] == 0 })
			checkShares(t, result, i)
			pledge, ok := find(t, result, sim.WarnPledgeNegative)[i]
			if ok != (r.Network.PledgeNegative.Count > 0) || ok && pledge.Days != r.Network.PledgeNegative.Count {
				t.Errorf("%s, run %d: negative pledge warned %v, is on %d days", text, i, ok,
					r.Network.PledgeNegative.Count)
			}
		}
	}
}

// checkShares holds the warnings about shares against their own definitions: from cumulative burn, lock, vesting and
// minting of either network.
func checkShares(t *testing.T, result *sim.Result, i int) {
	t.Helper()
	r, w := &result.Runs[i], result.Scenario.SmoothingDays
	n := r.Network.Defined
	// parts are the four mean flows of a network over the w days to an entry.
	parts := func(net *mechafil.Result, e int) (burnt, locked, vested, minted float64) {
		mean := func(to []float64) float64 { return (to[e] - to[e-w]) / float64(w) }
		return mean(net.BurntFIL), mean(net.LockedFIL), mean(net.VestedFIL), mean(net.CumulativeRewardFIL)
	}
	small := func(flow, a, b float64) bool { return flow > 0 && flow < 0.05*math.Max(math.Abs(a), math.Abs(b)) }
	either := func(e int, of func(net *mechafil.Result) bool) bool {
		return e >= w && (of(r.Network) || e < r.DirectNetwork.Defined && of(r.DirectNetwork))
	}
	checkDays(t, result, i, sim.WarnOutflowNearZero, n, func(e int) bool {
		return either(e, func(net *mechafil.Result) bool {
			burnt, locked, _, _ := parts(net, e)
			return small(burnt+locked, burnt, locked)
		})
	})
	checkDays(t, result, i, sim.WarnNetflowNearZero, n, func(e int) bool {
		return either(e, func(net *mechafil.Result) bool {
			burnt, locked, vested, minted := parts(net, e)
			return small(vested+minted-burnt-locked, vested+minted, burnt+locked)
		})
	})
	checkDays(t, result, i, sim.WarnGasAboveOutflow, n, func(e int) bool {
		return e >= w && (r.GasOverOutflow[e-w] > 1 || r.DirectOverOutflow[e-w] > 1)
	})
	checkDays(t, result, i, sim.WarnGasAboveNetflow, n, func(e int) bool {
		return e >= w && (r.GasOverNetflow[e-w] > 1 || r.DirectOverNetflow[e-w] > 1)
	})
	checkDays(t, result, i, sim.WarnGasAboveSupply, n, func(e int) bool {
		return 365*r.GasOverCirculating[e] > 1 || 365*r.DirectOverCirculating[e] > 1
	})
}

// TestScalingWarnings: beyond the deal power that the model has seen (5.9556 PiB, gas-models.json),
// also where refilled gas brings it there, and later than 693 days after its sample, as long as
// the longest forecast that was compared. The day on which a network ends has no gas to doubt.
func TestScalingWarnings(t *testing.T) {
	const most = 5.9555683111111115 + 1e-6
	validated := map[string]day.Day{"2023-07-31": day.Of(2025, 6, 24), "2025-09-09": day.Of(2025, 6, 24) + 693}
	for _, text := range []string{
		`{}`,
		`{"snapshot": "2025-09-09"}`,
		`{"horizon_days": 694}`, `{"horizon_days": 695}`,
		`{"raw_onboarding_pib": 8, "fil_plus_rates": [0.5, 0.74, 0.75, 1]}`,
		`{"rebound": 1, "adoption": "logistic", "fil_plus_rates": [0.1, 0.5, 1]}`,
		`{"snapshot": "2025-09-09", "rebound": 0.3, "burn_feedback": true}`,
		`{"snapshot": "2025-09-09", "horizon_days": 900, "renewal_rate": 0, "raw_onboarding_pib": 0,
			"fil_plus_rates": [0, 1]}`,
		`{"horizon_days": 3, "raw_onboarding_pib": [10, 1, 10], "fil_plus_rates": [1]}`,
	} {
		result := run(t, text)
		for i := range result.Runs {
			r := &result.Runs[i]
			n := r.Network.Defined
			if _, ended := r.Network.Ended(); ended {
				n--
			}
			checkDays(t, result, i, sim.WarnGasOutOfRange, n,
				func(e int) bool { return r.DirectDealOnboardedPiB[e] > most })
			checkDays(t, result, i, sim.WarnGasBeyondValidated, n,
				func(e int) bool { return result.Date(e) > validated[result.Scenario.Snapshot] })
			checkDays(t, result, i, sim.WarnGasNegative, n, func(int) bool { return false })
			checkShares(t, result, i)
		}
	}
	study := runStudy(t)
	// Trained on the same days and checked against the same ones, to 2025-06-24.
	for i := range study.Runs {
		checkDays(t, study, i, sim.WarnGasBeyondValidated, study.Days,
			func(e int) bool { return study.Date(e) > day.Of(2025, 6, 24) })
	}
}

// TestDirectWarnings: poles and floors of the network under DirectFIL+ count too, and more saved
// than is burnt is told.
func TestDirectWarnings(t *testing.T) {
	burn, curves := 0, map[int]int{}
	for _, text := range []string{
		`{"rebound": 1, "burn_feedback": true}`,
		`{"rebound": 0.5, "messages": "onboarding"}`,
		`{"base_fee_nanofil": 1, "burn_feedback": true, "smoothing_days": 1}`,
		`{"base_fee_nanofil": 1}`,
		`{"snapshot": "2025-09-09", "base_fee_nanofil": 1000, "burn_feedback": true}`,
	} {
		result := run(t, text)
		w := result.Scenario.SmoothingDays
		for i := range result.Runs {
			r := &result.Runs[i]
			n := r.Network.Defined
			checkShares(t, result, i)
			for _, c := range []struct {
				code        string
				own, direct []float64
			}{{sim.WarnOutflowNotPositive, r.OutflowMeanFIL, r.DirectOutflowMeanFIL},
				{sim.WarnNetflowNotPositive, r.NetflowMeanFIL, r.DirectNetflowMeanFIL}} {
				checkDays(t, result, i, c.code, n,
					func(e int) bool { return e >= w && (c.own[e-w] <= 0 || c.direct[e-w] <= 0) })
				kinds := map[[2]bool]bool{}
				for k := range c.own {
					kinds[[2]bool{c.own[k] <= 0, c.direct[k] <= 0}] = true
				}
				status, direct := kinds[[2]bool{true, false}], kinds[[2]bool{false, true}]
				want := sim.CurveBoth
				switch both := kinds[[2]bool{true, true}]; {
				case status && !direct && !both:
					want = sim.CurveStatusQuo
				case direct && !status && !both:
					want = sim.CurveDirect
				case status || direct:
					want = sim.CurveEither
				}
				if got := find(t, result, c.code)[i].Curve; got != want {
					t.Errorf("%s, run %d: %s of curve %d, want %d", text, i, c.code, got, want)
				}
				curves[want]++
			}
			checkDays(t, result, i, sim.WarnBurnNegative, n, func(e int) bool {
				return e > result.HistoryDays && r.DirectNetwork.BurntFIL[e] < r.DirectNetwork.BurntFIL[e-1]
			})
			burn += find(t, result, sim.WarnBurnNegative)[i].Days
			if marks, direct := r.Network.PledgeNegative.Count, r.DirectNetwork.PledgeNegative.Count; find(t, result,
				sim.WarnPledgeNegative)[i].Days != max(marks, direct) {
				t.Errorf("%s, run %d: negative pledge on %d and %d days, warned of %d", text, i, marks, direct,
					find(t, result, sim.WarnPledgeNegative)[i].Days)
			}
		}
	}
	if burn == 0 || curves[sim.CurveDirect] == 0 || curves[sim.CurveEither] == 0 {
		t.Errorf("burn negative %d times, curves %v: this proves nothing", burn, curves)
	}
}

// TestStudyWarnings: the study's simulated outflow crosses zero; its gas stays positive.
func TestStudyWarnings(t *testing.T) {
	result := runStudy(t)
	poles := find(t, result, sim.WarnOutflowNotPositive)
	for i := range result.Runs {
		w := poles[i]
		if w.Series != "gas_over_outflow" || len(w.Spans) == 0 ||
			!strings.Contains(w.Message(), w.Spans[0].First.String()) {
			t.Errorf("run %d: %+v", i, w)
		}
	}
	for _, code := range []string{sim.WarnGasNegative, sim.WarnPowerEnded, sim.WarnNetflowNotPositive,
		sim.WarnScheduleGap, sim.WarnSectorUndefined, sim.WarnLockedFloored} {
		if found := find(t, result, code); len(found) > 0 {
			t.Errorf("%s: %+v", code, found)
		}
	}
}

// TestWarnPowerEnded names the day, also where that is the last of the horizon. Source: 3145 PiB
// alive on 2025-09-09 have fallen due 463 days later (see TestNetworkEnds of mechafil).
func TestWarnPowerEnded(t *testing.T) {
	for _, c := range []struct {
		horizon int
		warned  bool
	}{{463, false}, {464, true}, {465, true}, {1095, true}} {
		result := run(t, `{"snapshot": "2025-09-09", "renewal_rate": 0, "raw_onboarding_pib": 0,
			"fil_plus_rates": [0.5, 1], "horizon_days": `+itoa(c.horizon)+`}`)
		ended := find(t, result, sim.WarnPowerEnded)
		if (len(ended) == 2) != c.warned {
			t.Errorf("horizon %d: %d warnings", c.horizon, len(ended))
		}
		for i, w := range ended {
			if w.First != day.Of(2026, 12, 16) || !strings.Contains(w.Message(), "2026-12-16") {
				t.Errorf("horizon %d, run %d: %s", c.horizon, i, w.Message())
			}
			r := &result.Runs[i]
			last := r.Network.Defined - 1
			if ratio := r.QARawRatio[last]; ratio == ratio {
				t.Errorf("horizon %d: QA/raw ratio %v without power", c.horizon, ratio)
			}
			if s := r.Summary; s.GasFIL != s.GasFIL || s.ForecastDays != 462 {
				t.Errorf("horizon %d: %v FIL of gas over %d days", c.horizon, s.GasFIL, s.ForecastDays)
			}
		}
	}
}

// TestWarnScheduleGap: the study's schedule covers 540 days; sectors that live longer leave days
// on which nothing is known to expire.
func TestWarnScheduleGap(t *testing.T) {
	for _, c := range []struct {
		duration, horizon, days int
	}{
		{540, 1095, 0}, {541, 1095, 1}, {720, 1095, 180}, {720, 542, 1}, {720, 541, 0}, {180, 1095, 0},
	} {
		result := run(t, `{"sector_duration_days": `+itoa(c.duration)+`, "horizon_days": `+itoa(c.horizon)+`}`)
		gap, ok := find(t, result, sim.WarnScheduleGap)[-1]
		if ok != (c.days > 0) || gap.Days != c.days {
			t.Errorf("sectors of %d days over %d days: gap of %d days, want %d", c.duration, c.horizon, gap.Days,
				c.days)
		}
		if !ok {
			continue
		}
		first := result.HistoryDays + 541
		if gap.First != result.Date(first) || gap.Last != result.Date(first+c.days-1) {
			t.Errorf("sectors of %d days: gap from %v to %v", c.duration, gap.First, gap.Last)
		}
		raw := result.Runs[0].Network.RenewedRawPiB
		if raw[first-1] == 0 || raw[first] != 0 || raw[first+c.days-1] != 0 {
			t.Errorf("sectors of %d days: renewed %v, %v, %v at the gap", c.duration, raw[first-1], raw[first],
				raw[first+c.days-1])
		}
	}
}

// TestWarnScheduleGapAfterTheEnd: days after the network's end are no gap.
func TestWarnScheduleGapAfterTheEnd(t *testing.T) {
	result := run(t, `{"snapshot": "2025-09-09", "renewal_rate": 0, "raw_onboarding_pib": 0,
		"sector_duration_days": 1900, "horizon_days": 3000}`)
	if len(find(t, result, sim.WarnPowerEnded)) != 3 || len(find(t, result, sim.WarnScheduleGap)) != 0 {
		t.Errorf("%d ends and %d gaps", len(find(t, result, sim.WarnPowerEnded)),
			len(find(t, result, sim.WarnScheduleGap)))
	}
}

func TestWarningMessages(t *testing.T) {
	second := day.Of(2024, 1, 2)
	w := sim.Warning{Code: sim.WarnGasNegative, Run: 0, Rate: []float64{0.5}, Days: 1, First: second, Last: second}
	for _, c := range []struct {
		change func()
		want   string
	}{
		{func() {}, "FIL+ rate 0.5: the gas model predicts negative gas on 1 day from 2024-01-02: it does not hold " +
			"there"},
		{func() { w.Spans = []sim.Span{{second, second}} },
			"FIL+ rate 0.5: the gas model predicts negative gas on 1 day (2024-01-02): it does not hold there"},
		{func() { w.Days, w.Spans = 3, []sim.Span{{second, second}, {second + 2, second + 3}} },
			"FIL+ rate 0.5: the gas model predicts negative gas on 3 days (2024-01-02, 2024-01-04 to 2024-01-05): it " +
				"does not hold there"},
		{func() { w.Run, w.Rate = 1, []float64{0.1, 0.2} },
			"FIL+ rate 2: the gas model predicts negative gas on 3 days (2024-01-02, 2024-01-04 to 2024-01-05): it " +
				"does not hold there"},
		{func() { w.Curve = sim.CurveDirect },
			"FIL+ rate 2, DirectFIL+: the gas model predicts negative gas on 3 days (2024-01-02, 2024-01-04 to " +
				"2024-01-05): it does not hold there"},
		{func() { w.Curve, w.Rate = sim.CurveStatusQuo, []float64{0.1} },
			"FIL+ rate 0.1, status quo: the gas model predicts negative gas on 3 days (2024-01-02, 2024-01-04 to " +
				"2024-01-05): it does not hold there"},
		{func() { w = sim.Warning{Code: sim.WarnScheduleGap, Run: -1, Days: 2, First: second} },
			"the snapshot lists no expirations for 2 days from 2024-01-02: with this sector duration no power expires " +
				"then"},
	} {
		c.change()
		if got := w.Message(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	for _, code := range []string{
		sim.WarnPowerEnded, sim.WarnGasNegative, sim.WarnGasOutOfRange, sim.WarnGasBeyondValidated,
		sim.WarnBurnNegative, sim.WarnOutflowNotPositive, sim.WarnNetflowNotPositive, sim.WarnPledgeNegative,
		sim.WarnQACapped, sim.WarnLockedFloored, sim.WarnCirculatingFloored, sim.WarnAvailableFloored,
		sim.WarnSectorUndefined, sim.WarnScheduleGap,
	} {
		w := sim.Warning{Code: code, Run: -1, Days: 1, First: second, Last: second}
		if !strings.Contains(w.Message(), "2024-01-02") {
			t.Errorf("%s: %q names no day", code, w.Message())
		}
	}
}

// TestWarningSpans: up to twelve spans are listed, more are only counted.
func TestWarningSpans(t *testing.T) {
	for _, c := range []struct{ spans, listed int }{{1, 1}, {12, 12}, {13, 0}} {
		onboarding := make([]float64, 60) // two days of each four have nothing onboarded
		for i := range onboarding {
			if i%4 > 1 || i/4 >= c.spans {
				onboarding[i] = 1
			}
		}
		result := run(t, `{"horizon_days": 60, "fil_plus_rates": [0.5], "raw_onboarding_pib": `+
			string(simtest.JSON(t, onboarding))+`}`)
		w := find(t, result, sim.WarnSectorUndefined)[0]
		if w.Days != 2*c.spans || len(w.Spans) != c.listed {
			t.Errorf("%d spans: %d days, %d spans listed, want %d", c.spans, w.Days, len(w.Spans), c.listed)
		}
	}
}
