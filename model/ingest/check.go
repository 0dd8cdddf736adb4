package ingest

import (
	"fmt"
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Finding is something in the data that a check objects to.
type Finding struct {
	Check string // one of Checks
	Text  string
}

func (f Finding) String() string { return f.Check + ": " + f.Text }

// Checks are the checks by name, with what each demands. Their limits leave room for everything that the network did
// from 2021-03-15, the study's first day, to 2025-09-09; a test runs them on that table.
var Checks = []struct{ Name, Demands string }{
	{"continuity", "no day without a figure between two that have it, no column that ends earlier than before"},
	{"range", "figures that the protocol allows: QA power 1 to 10 times raw, shares 0 to 1, gas a day no more than " +
		"blocks hold"},
	{"monotonic", "burnt, mined and vested FIL and the baseline never fall"},
	{"sum", "gas of all kinds adds up to the total; supply is vested, mined and disbursed less locked and burnt"},
	{"balance", "over 30 days power gains no more than was onboarded, and loses no more than can fall due"},
	{"jump", "no figure moves in a day as it never did"},
	{"revision", "figures of the previous release come back within 5 %"},
	{"level", "gas per deal power within a factor of two of what the previous release forecast"},
	{"schedule", "what falls due is in proportion to the power and pledge alive"},
	{"portal", "total gas, power and supply within 5 % of what the Filecoin Data Portal has, where it was asked"},
	{"backtest", "a run from the new snapshot's start has the published power and supply on its date, within 0.5 %"},
	{"simulation", "every preset runs from the new snapshot, with finite figures"},
}

// maxGasPerDay is what 2880 epochs of five blocks hold at 10e9 gas a block, and a tenth more, since the number of
// blocks varies.
const maxGasPerDay = 2880 * 5 * 10e9 * 1.1

// disbursedFIL is what the reserve has paid out; it has not changed since 2020.
const disbursedFIL = 17066618.961773411890063046

// checker collects findings, of each check and column only the first few.
type checker struct {
	found []Finding
	count map[string]int
}

const maxPerColumn = 3

func (c *checker) fail(check, column, format string, args ...any) {
	if c.count == nil {
		c.count = map[string]int{}
	}
	key := check + column
	c.count[key]++
	if c.count[key] <= maxPerColumn {
		c.found = append(c.found, Finding{check, fmt.Sprintf(format, args...)})
	}
}

// CheckTable looks at a table that would replace old, which may be nil.
func CheckTable(t, old *model.Table) []Finding {
	c := new(checker)
	c.continuity(t, old)
	c.ranges(t)
	c.monotonic(t)
	c.sums(t)
	c.balance(t)
	c.jumps(t)
	if old != nil {
		c.revisions(t, old)
	}
	return c.found
}

func (c *checker) continuity(t, old *model.Table) {
	if old != nil && (t.First != old.First || t.Len() < old.Len()) {
		c.fail("continuity", "days", "the table runs from %s to %s, the one before from %s to %s",
			t.First, t.Date(t.Len()-1), old.First, old.Date(old.Len()-1))
	}
	for _, column := range Columns {
		v := *column.Of(t)
		from, to := extent(v)
		for i := from; i < to; i++ {
			if math.IsNaN(v[i]) && !column.gaps && !hadGap(old, &column, t.Date(i)) {
				c.fail("continuity", column.Name, "%s of %s is missing between days that have it", column.Name,
					t.Date(i))
			}
		}
		if old == nil {
			continue
		}
		if _, end := extent(*column.Of(old)); end >= 0 && (to < 0 || t.Date(to) < old.Date(end)) {
			c.fail("continuity", column.Name, "%s ends on %s, before %s", column.Name, t.Date(max(to, 0)),
				old.Date(end))
		}
	}
}

// hadGap reports whether a column had no figure of a day between others before: what was never found is no fault of
// what comes after.
func hadGap(old *model.Table, column *Column, d day.Day) bool {
	if old == nil {
		return false
	}
	from, to := extent(*column.Of(old))
	row := old.Row(d)
	return row > from && row < to && math.IsNaN((*column.Of(old))[row])
}

// extent is the first and the last row with a figure; -1 if there is none.
func extent(v []float64) (first, last int) {
	first, last = 0, len(v)-1
	for first < len(v) && math.IsNaN(v[first]) {
		first++
	}
	for last >= 0 && math.IsNaN(v[last]) {
		last--
	}
	if last < 0 {
		first = -1
	}
	return first, last
}

func (c *checker) ranges(t *model.Table) {
	const slack = 1e-4 // figures before 2022-10-10 are rounded
	within := func(name string, v []float64, low, high func(i int) float64) {
		for i, x := range v {
			if lo, hi := low(i), high(i); x < lo || x > hi || math.IsInf(x, 0) {
				c.fail("range", name, "%s of %s is %v, want %.6g to %.6g", name, t.Date(i), x, lo, hi)
			}
		}
	}
	constant := func(v float64) func(int) float64 { return func(int) float64 { return v } }
	times := func(v []float64, factor float64) func(int) float64 {
		return func(i int) float64 {
			if math.IsNaN(v[i]) {
				return math.Copysign(math.Inf(1), factor-2) // no bound
			}
			return v[i] * factor
		}
	}
	within("raw_power_eib", t.RawPowerEiB, constant(0.1), constant(1000))
	within("qa_power_eib", t.QAPowerEiB, times(t.RawPowerEiB, 1-slack), times(t.RawPowerEiB, 10+slack))
	within("baseline_power_eib", t.BaselinePowerEiB, constant(0.1), constant(1e5))
	within("onboarded_raw_pib", t.OnboardedRawPiB, constant(0), constant(1000))
	within("onboarded_qa_pib", t.OnboardedQAPiB, times(t.OnboardedRawPiB, 1-slack), times(t.OnboardedRawPiB, 10+slack))
	within("renewed_raw_pib", t.RenewedRawPiB, constant(0), constant(5000))
	within("renewed_qa_pib", t.RenewedQAPiB, times(t.RenewedRawPiB, 1-slack), times(t.RenewedRawPiB, 10+slack))
	within("renewal_rate", t.RenewalRate, constant(0), constant(1))
	for _, column := range Columns[8:] {
		most := 2e9 // FIL will ever exist
		switch {
		case column.Name[:4] == "gas_":
			most = maxGasPerDay
		case column.Name == "base_fee_nanofil":
			most = 1000 // the dearest day cost 8
		}
		within(column.Name, *column.Of(t), constant(0), constant(most))
	}
	within("gas_total", t.GasTotal, constant(1e12), constant(maxGasPerDay))
}

func (c *checker) monotonic(t *model.Table) {
	for _, column := range Columns {
		switch column.Name {
		case "burnt_fil", "mined_fil", "vested_fil", "baseline_power_eib":
		default:
			continue
		}
		v := *column.Of(t)
		// A hundredth, for rounding where a figure known to 0.01 or 10,000 is followed by an exact one.
		slack := map[bool]float64{true: 0.01, false: 10_000}[column.Name == "baseline_power_eib"]
		for i := 1; i < len(v); i++ {
			if v[i] < v[i-1]-slack {
				c.fail("monotonic", column.Name, "%s falls from %v to %v on %s", column.Name, v[i-1], v[i], t.Date(i))
			}
		}
	}
}

func (c *checker) sums(t *model.Table) {
	for i := range t.Len() {
		if other := t.GasOther[i]; other < 0 {
			c.fail("sum", "gas", "gas of %s: the six kinds add up to %.0f, more than the total %.0f", t.Date(i),
				t.GasTotal[i]-other, t.GasTotal[i])
		}
		supply := t.VestedFIL[i] + t.MinedFIL[i] + disbursedFIL - t.LockedFIL[i] - t.BurntFIL[i]
		// Five figures known to 10,000 FIL are at most 25,000 off together.
		if off := t.CirculatingFIL[i] - supply; math.Abs(off) > 25_000 {
			c.fail("sum", "supply", "circulating supply of %s is %.0f FIL, but vested, mined and disbursed less "+
				"locked and burnt are %.0f", t.Date(i), t.CirculatingFIL[i], supply)
		}
	}
}

// checkedFrom is the first day whose moves are held against limits: the network's first months moved by tens of per
// cent a day.
var checkedFrom = model.StudyFirst

const balanceDays = 30

func (c *checker) balance(t *model.Table) {
	const (
		gain = 0.06 // of the power: sectors that recover from faults. At most 2.7 % since 2021-03-15
		loss = 0.25 // expired, terminated or faulty. At most 16 %, in 2025
	)
	for _, p := range []struct {
		name             string
		power, onboarded []float64
	}{{"raw power", t.RawPowerEiB, t.OnboardedRawPiB}, {"QA power", t.QAPowerEiB, t.OnboardedQAPiB}} {
		onboarded, unknown := 0.0, 0 // in the 30 days to the row's
		count := func(v, sign float64) {
			if math.IsNaN(v) {
				unknown += int(sign)
			} else {
				onboarded += sign * v
			}
		}
		for i := range t.Len() {
			count(p.onboarded[i], 1)
			if i < balanceDays {
				continue
			}
			count(p.onboarded[i-balanceDays], -1)
			if unknown > 0 {
				continue
			}
			if t.Date(i-balanceDays) < checkedFrom {
				continue
			}
			before := p.power[i-balanceDays] * 1024
			if rest := (p.power[i]*1024 - before - onboarded) / before; rest > gain || rest < -loss {
				c.fail("balance", p.name, "%s moves by %.0f PiB in %d days to %s while %.0f were onboarded", p.name,
					p.power[i]*1024-before, balanceDays, t.Date(i), onboarded)
			}
		}
	}
}

// maxJumps are limits of |ln(today/yesterday)|.
var maxJumps = map[string]float64{
	"raw_power_eib": 0.10, "qa_power_eib": 0.10, "baseline_power_eib": 0.006, "onboarded_qa_pib": 2.3,
	"onboarded_raw_pib": 2.3,
	"renewed_raw_pib":   4, "renewed_qa_pib": 4, "burnt_fil": 0.02, "circulating_fil": 0.03, "mined_fil": 0.03,
	"vested_fil": 0.03, "locked_fil": 0.05,
	"gas_publish_storage_deals": 2.7, "gas_total": 2.3,
}

func (c *checker) jumps(t *model.Table) {
	for _, column := range Columns {
		limit, ok := maxJumps[column.Name]
		if !ok {
			continue
		}
		v := *column.Of(t)
		for i := max(1, t.Row(checkedFrom)); i < len(v); i++ {
			if v[i-1] > 0 && v[i] >= 0 && !(math.Abs(math.Log(v[i]/v[i-1])) <= limit) {
				c.fail("jump", column.Name, "%s goes from %v to %v on %s; at most a factor of %.3g a day", column.Name,
					v[i-1], v[i], t.Date(i), math.Exp(limit))
			}
		}
	}
}

func (c *checker) revisions(t, old *model.Table) {
	const most = 0.05
	for _, column := range Columns {
		for i, was := range *column.Of(old) {
			row := t.Row(old.Date(i))
			if row < 0 || row >= len(*column.Of(t)) {
				continue
			}
			is := (*column.Of(t))[row]
			scale := math.Abs(was)
			if column.Name[:4] == "gas_" {
				// Kinds of little gas swing with the moment at which a day is cut.
				scale = max(scale, 0.1*old.GasTotal[i])
			}
			switch {
			case math.IsNaN(was), math.IsNaN(is): // a figure that is gone is a matter of continuity
			case math.Abs(is-was) > most*scale:
				c.fail("revision", column.Name, "%s of %s was %v and is now %v", column.Name, old.Date(i), was, is)
			}
		}
	}
}

// CheckSource holds fetched figures against those that a table has of the same days, whether they replace them or not.
func CheckSource(f *Fetched, old *model.Table) ([]Finding, error) {
	fresh, err := f.rounded()
	if err != nil {
		return nil, err
	}
	c := new(checker)
	c.revisions(fresh, old)
	return c.found, nil
}

// Differing lists the figures that a table has and the source has otherwise.
func Differing(f *Fetched, old *model.Table) ([]Revision, error) {
	fresh, err := f.rounded()
	if err != nil {
		return nil, err
	}
	return Revisions(fresh, old), nil
}

// rounded is daily as the table's file would have it.
func (f *Fetched) rounded() (*model.Table, error) {
	fresh, err := f.daily()
	if err != nil {
		return nil, err
	}
	for _, c := range Columns {
		column := *c.Of(fresh)
		for i, v := range column {
			column[i] = c.round(v)
		}
	}
	return fresh, nil
}

// CheckLevel holds the gas per deal power of the last 30 published days against a model that was fitted before them.
func CheckLevel(t *model.Table, before *model.Scaling) []Finding {
	c := new(checker)
	_, last := extent(t.GasPublishStorageDeals)
	if last < 0 || t.Date(last) <= before.Last {
		return nil
	}
	var gas, forecast float64
	for i := max(0, last-balanceDays+1); i <= last; i++ {
		deal := model.DealPower(t.OnboardedRawPiB[i], t.OnboardedQAPiB[i])
		if !math.IsNaN(deal + t.GasPublishStorageDeals[i]) {
			gas += t.GasPublishStorageDeals[i] / model.GasPerGgas
			forecast += deal * before.LevelInRun(t.Date(i))
		}
	}
	if ratio := gas / forecast; !(ratio > 0.5 && ratio < 2) {
		c.fail("level", "", "in the %d days to %s deals used %.0f Ggas, %.2f times the forecast of the previous release", balanceDays, t.Date(last), gas, ratio)
	}
	return c.found
}

// CheckSnapshot looks at a snapshot that was built from the table.
func CheckSnapshot(s *mechafil.Snapshot, t *model.Table) []Finding {
	c := new(checker)
	n := s.HistoryDays()
	for _, p := range []struct {
		name      string
		due       []float64
		alive     float64
		low, high float64
	}{
		// Faulty and terminated sectors are in the raw schedule, and what upgrades add is not yet in the QA one:
		// 1.16 and 0.81 on 2025-09-09.
		{"raw power in PiB", s.ScheduledExpiryRawPiB, s.RawPowerEiB[n] * 1024, 0.6, 1.7},
		{"QA power in PiB", s.ScheduledExpiryQAPiB, s.QAPowerEiB[n] * 1024, 0.4, 1.7},
		{"pledge in FIL", s.ScheduledPledgeReleaseFIL[n:], lastFigure(t.LockedFIL), 0.3, 1.5},
	} {
		total := 0.0
		for _, v := range p.due {
			total += v
		}
		if ratio := total / p.alive; !(ratio >= p.low && ratio <= p.high) {
			c.fail("schedule", p.name, "%s: %.0f falls due after %s where %.0f is alive, want %.2g to %.2g times that",
				p.name, total, s.Current, p.alive, p.low, p.high)
		}
	}
	// The longest term of a sector is five years; three and a half until 2024.
	if days := len(s.ScheduledExpiryRawPiB); days < 180 || days > 2000 {
		c.fail("schedule", "days", "the schedule covers %d days after %s, want 180 to 2000", days, s.Current)
	}
	return c.found
}

func lastFigure(v []float64) float64 {
	if _, last := extent(v); last >= 0 {
		return v[last]
	}
	return math.NaN()
}

// Revision is a figure of the previous release that is another now.
type Revision struct {
	Column  string
	Day     day.Day
	Was, Is float64
}

// Revisions lists all figures that both tables have and that differ.
func Revisions(t, old *model.Table) []Revision {
	var list []Revision
	for _, column := range Columns {
		for i, was := range *column.Of(old) {
			if is := at(t, column.Of, old.Date(i)); is != was && !math.IsNaN(is) && !math.IsNaN(was) {
				list = append(list, Revision{column.Name, old.Date(i), was, is})
			}
		}
	}
	return list
}

// Added counts, by column, the days with a figure that the previous release had none for.
func Added(t, old *model.Table) map[string]int {
	added := map[string]int{}
	for _, column := range Columns {
		for i, is := range *column.Of(t) {
			if !math.IsNaN(is) && math.IsNaN(at(old, column.Of, t.Date(i))) {
				added[column.Name]++
			}
		}
	}
	return added
}
