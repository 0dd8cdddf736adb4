package main

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest"
	"github.com/gasburden/gasburden/model/ingest/crosscheck"
	"github.com/gasburden/gasburden/model/validate"
	"github.com/gasburden/gasburden/sim/assumption"
)

// report collects what an update found and says it in Markdown.
type report struct {
	old, new *state
	table    *model.Table
	fetched  *ingest.Fetched // nil for a table from a file
	from     string
	accepted map[string]bool
	findings []ingest.Finding
	cross    *crosscheck.Result // nil without Lily
	edition  int
}

// refusal is an error that lists all findings that nobody accepted; nil if there are none.
func (r *report) refusal() error {
	var list []error
	names := map[string]bool{}
	for _, f := range r.findings {
		if !r.accepted[f.Check] {
			list = append(list, errors.New(f.String()))
			names[f.Check] = true
		}
	}
	if len(list) == 0 {
		return nil
	}
	var checks []string
	for name := range names {
		checks = append(checks, name)
	}
	slices.Sort(checks)
	list = append(list, fmt.Errorf(
		"the data did not pass, and nothing was replaced. If you have looked and it is right: -accept %s",
		strings.Join(checks, ",")))
	return refusedError{errors.Join(list...)}
}

// markdown is the change report.
func (r *report) markdown() (string, error) {
	var b strings.Builder
	was, is := r.old.Daily, r.new.Daily
	fmt.Fprintf(&b, "# New figures: %s\n\n", is.Date(is.Len()-1))
	fmt.Fprintf(&b, "From %s. The table ran to %s and now runs to %s.\n", r.from, was.Date(was.Len()-1),
		is.Date(is.Len()-1))
	if before, after := r.old.Newest(), r.new.Newest(); before.Name != after.Name {
		fmt.Fprintf(&b, "The snapshot of %s joins %s; its history begins on %s.\n", after.Name,
			strings.Join(r.old.inputs.Names(), ", "), after.Start)
	} else {
		b.WriteString("No snapshot was added.\n")
	}
	r.short(&b)
	r.checks(&b)
	r.figures(&b)
	if err := r.medians(&b); err != nil {
		return "", err
	}
	r.baseFee(&b)
	r.direct(&b)
	r.coefficients(&b)
	if err := r.errors(&b); err != nil {
		return "", err
	}
	if err := r.curves(&b); err != nil {
		return "", err
	}
	if err := r.backtest(&b); err != nil {
		return "", err
	}
	return b.String(), nil
}

// incomplete is an error that names the tables of which nothing came; nil if there are none.
func (r *report) incomplete() error {
	if r.fetched == nil {
		return nil
	}
	var list []error
	for _, s := range r.fetched.Missing() {
		list = append(list, errors.New("missing: "+s.String()))
	}
	if len(list) == 0 {
		return nil
	}
	list = append(list, errors.New("all else is done without it; a later run fetches what is missing"))
	return incompleteError{errors.Join(list...)}
}

// short lists the tables that did not come whole, and what is left out for that.
func (r *report) short(b *strings.Builder) {
	if r.fetched == nil || len(r.fetched.Short) == 0 {
		return
	}
	b.WriteString("\n## Missing\n\n")
	for _, s := range r.fetched.Short {
		fmt.Fprintf(b, "- `%s`\n", strings.ReplaceAll(s.String(), "`", "'"))
	}
	b.WriteString("\nAll else below stands without them; a later run fetches what is missing.\n")
}

// published is the last line, once the assets are replaced.
func (r *report) published() string {
	return fmt.Sprintf("\nThe assets are replaced; this is edition %d. Cards name the edition: draw the golden ones "+
		"again with `go test ./web/draw -update`. Run `make test` before you commit.\n", r.edition)
}

func (r *report) checks(b *strings.Builder) {
	b.WriteString("\n## Checks\n\n")
	if len(r.findings) == 0 {
		fmt.Fprintf(b, "All %d passed.\n", len(ingest.Checks))
	}
	for _, f := range r.findings {
		fmt.Fprintf(b, "- **accepted by hand**, %s\n", f)
	}
	if r.cross != nil {
		fmt.Fprintf(b, "\nLily against Spacescope:\n\n```\n%s```\n", r.cross.Table())
	}
}

// table writes a Markdown table.
func table(b *strings.Builder, head string, rows [][]string) {
	cells := strings.Split(head, "|")
	fmt.Fprintf(b, "\n| %s |\n|%s\n", strings.Join(cells, " | "), strings.Repeat("---|", len(cells)))
	for _, row := range rows {
		fmt.Fprintf(b, "| %s |\n", strings.Join(row, " | "))
	}
}

const maxRevisions = 20

func (r *report) figures(b *strings.Builder) {
	b.WriteString("\n## Days and figures\n")
	added := ingest.Added(r.new.Daily, r.old.Daily)
	revised := map[string][]ingest.Revision{}
	all := ingest.Revisions(r.new.Daily, r.old.Daily)
	for _, v := range all {
		revised[v.Column] = append(revised[v.Column], v)
	}
	move := func(v ingest.Revision) float64 { return math.Abs(v.Is-v.Was) / max(math.Abs(v.Was), 1e-300) }
	var rows [][]string
	for _, c := range ingest.Columns {
		largest := "–"
		if list := revised[c.Name]; len(list) > 0 {
			worst := slices.MaxFunc(list, func(a, b ingest.Revision) int { return cmp.Compare(move(a), move(b)) })
			largest = fmt.Sprintf("%s on %s", percent(move(worst)), worst.Day)
		}
		rows = append(rows, []string{"`" + c.Name + "`", fmt.Sprint(added[c.Name]), fmt.Sprint(len(revised[c.Name])),
			largest, lastDay(r.new.Daily, c)})
	}
	table(b, "column|new days|changed days|largest change|ends", rows)
	r.kept(b)
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(a, b ingest.Revision) int { return cmp.Compare(move(b), move(a)) })
	fmt.Fprintf(b, "\nThe %d largest changes of %d:\n", min(maxRevisions, len(all)), len(all))
	rows = nil
	for _, v := range all[:min(maxRevisions, len(all))] {
		rows = append(rows, []string{v.Day.String(), "`" + v.Column + "`", number(v.Was), number(v.Is),
			percent(move(v))})
	}
	table(b, "day|column|was|is|change", rows)
}

// kept says which figures the source has otherwise and the table keeps.
func (r *report) kept(b *strings.Builder) {
	if r.fetched == nil {
		return
	}
	differing, err := ingest.Differing(r.fetched, r.new.Daily)
	if err != nil || len(differing) == 0 {
		return
	}
	move := func(v ingest.Revision) float64 { return math.Abs(v.Is-v.Was) / max(math.Abs(v.Was), 1e-300) }
	worst := slices.MaxFunc(differing, func(a, b ingest.Revision) int { return cmp.Compare(move(a), move(b)) })
	fmt.Fprintf(b, "\nThe source has %d older figures otherwise, at most by %s (`%s` of %s); they stay as they were "+
		"released. `-revise` takes them over.\n",
		len(differing), percent(move(worst)), worst.Column, worst.Day)
}

func lastDay(t *model.Table, c ingest.Column) string {
	return lastPublished(t, *c.Of(t)).String()
}

// medians are the defaults of a scenario, which are medians of what was last published.
func (r *report) medians(b *strings.Builder) error {
	was, err := inputsOf(r.old, r.old.Newest().Name)
	if err != nil {
		return err
	}
	is, err := inputsOf(r.new, r.new.Newest().Name)
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "\n## Medians, the defaults from the newest snapshot\n")
	var rows [][]string
	for _, m := range []struct {
		name string
		of   func(*assumption.Inputs) (assumption.Recent, error)
	}{
		{"raw onboarding, PiB a day", (*assumption.Inputs).RecentOnboarding},
		{"renewal rate", (*assumption.Inputs).RecentRenewalRate},
		{"FIL+ rate", (*assumption.Inputs).RecentFILPlusRate},
		{"base fee that burn implies, nanoFIL", (*assumption.Inputs).RecentBaseFee},
	} {
		before, err := m.of(was)
		if err != nil {
			return err
		}
		after, err := m.of(is)
		if err != nil {
			return err
		}
		rows = append(rows, []string{m.name, number(before.Median), number(after.Median),
			change(before.Median, after.Median), fmt.Sprintf("%d days, %s to %s", after.Values, after.First,
				after.Last)})
	}
	table(b, "median|"+was.Snapshot.Name+"|"+is.Snapshot.Name+"|change|of", rows)
	return nil
}

// baseFee sets the published base fee beside what burn implies, which should be above it.
func (r *report) baseFee(b *strings.Builder) {
	if r.fetched == nil || len(r.fetched.BaseFee) == 0 {
		return
	}
	var fees []float64
	for _, row := range r.fetched.BaseFee {
		if v := row.Values[0]; !math.IsNaN(v) {
			fees = append(fees, v)
		}
	}
	if len(fees) == 0 {
		return
	}
	rows := r.fetched.BaseFee
	fmt.Fprintf(b, "\nThe base fee itself had a median of %s nanoFIL per gas over %d hours, %s to %s; burn implies "+
		"an upper bound.\n",
		number(median(fees)), len(fees), rows[0].Day(), rows[len(rows)-1].Day())
}

// direct says how much was onboarded without the StorageMarketActor, the measured side of the assumption on adoption.
func (r *report) direct(b *strings.Builder) {
	if r.fetched == nil {
		return
	}
	var power, sectors []float64 // TiB and sectors a day
	var direct, onboarded float64
	var first, last day.Day
	for _, row := range r.fetched.Direct {
		i := r.new.Daily.Row(row.Day())
		if i < 0 || i >= r.new.Daily.Len() || math.IsNaN(row.Values[0]+row.Values[1]+r.new.Daily.OnboardedRawPiB[i]) {
			continue
		}
		if len(power) == 0 {
			first = row.Day()
		}
		last = row.Day()
		sectors, power = append(sectors, row.Values[0]), append(power, row.Values[1])
		direct += row.Values[1] / 1024
		onboarded += r.new.Daily.OnboardedRawPiB[i]
	}
	if len(power) == 0 {
		return
	}
	fmt.Fprintf(b, "\nDirect onboarding had a median of %s TiB in %s sectors a day over %d days, %s to %s: %s of the "+
		"raw power "+
		"that was onboarded.\n", number(median(power)), number(median(sectors)), len(power), first, last,
		percent(direct/onboarded))
}

// median sorts its values.
func median(v []float64) float64 {
	slices.Sort(v)
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}

func (r *report) coefficients(b *strings.Builder) {
	was, is := r.old.Models, r.new.Models
	before, after := &was.Snapshots[len(was.Snapshots)-1], &is.Snapshots[len(is.Snapshots)-1]
	b.WriteString("\n## Coefficients\n")
	var rows [][]string
	add := func(name string, x, y float64) {
		rows = append(rows, []string{name, number(x), number(y), change(x, y)})
	}
	add("level, Ggas per PiB", before.Scaling.Level0, after.Scaling.Level0)
	add("drift a month", before.Scaling.Interval.Drift, after.Scaling.Interval.Drift)
	add("scatter of a day", before.Scaling.Interval.Daily, after.Scaling.Interval.Daily)
	rows = append(rows, []string{"last day of the fit", before.Scaling.Last.String(), after.Scaling.Last.String(), ""})
	rows = append(rows, []string{"days in the level, of version", fmt.Sprintf("%d, nv%d", before.Scaling.Rows,
		before.Scaling.Version), fmt.Sprintf("%d, nv%d", after.Scaling.Rows, after.Scaling.Version), ""})
	add("PreCommit, Ggas per PiB", before.Onboarding.PreCommitGgasPerPiB, after.Onboarding.PreCommitGgasPerPiB)
	add("ProveCommit, Ggas per PiB", before.Onboarding.ProveCommitGgasPerPiB, after.Onboarding.ProveCommitGgasPerPiB)
	add("WindowPoSt, Ggas per EiB", before.Onboarding.WindowPoStGgasPerEiB, after.Onboarding.WindowPoStGgasPerEiB)
	for k, name := range []string{"study, low regime", "study, high regime"} {
		add(name+": deal power", was.Regime.Linear[k].Deal, is.Regime.Linear[k].Deal)
		add(name+": ratio", was.Regime.Linear[k].Ratio, is.Regime.Linear[k].Ratio)
		add(name+": intercept", was.Regime.Linear[k].Intercept, is.Regime.Linear[k].Intercept)
	}
	fmt.Fprintf(b, "\nOf the newest snapshot's fits, %s and %s, and of the study's model.\n", before.Snapshot,
		after.Snapshot)
	table(b, "coefficient|was|is|change", rows)
}

// errors are how far predictions lie from what happened on days that they were not fitted to.
func (r *report) errors(b *strings.Builder) error {
	was, err := validate.Gas(r.old.Daily)
	if err != nil {
		return err
	}
	is, err := validate.Gas(r.new.Daily)
	if err != nil {
		return err
	}
	b.WriteString("\n## Errors (WAPE)\n\nOf the models that were fitted to the study's days, on those and on the " +
		"held-out days after:\n")
	var rows [][]string
	for i := range is.Windows {
		x, y := &was.Windows[i], &is.Windows[i]
		rows = append(rows, []string{fmt.Sprintf("%s, %s to %s", y.Name, y.First, y.Last), percent(x.Scaling.WAPE),
			percent(y.Scaling.WAPE), percent(x.Regime.WAPE), percent(y.Regime.WAPE)})
	}
	table(b, "window|scaling model was|is|study’s model was|is", rows)

	b.WriteString("\nOf the scaling models that the previous release shipped, on the days after each one’s fit:\n")
	rows = nil
	for i := range r.old.Models.Snapshots {
		m := &r.old.Models.Snapshots[i]
		row := []string{m.Snapshot + ", fitted to " + m.Scaling.Last.String()}
		for _, t := range []*model.Table{r.old.Daily, r.new.Daily} {
			score, first, last := afterFit(t, &m.Scaling)
			if score.Days == 0 {
				row = append(row, "no days", "–", "–")
				continue
			}
			row = append(row, fmt.Sprintf("%d, %s to %s", score.Days, first, last), percent(score.WAPE),
				signed(score.Bias))
		}
		rows = append(rows, row)
	}
	table(b, "fit|days before|WAPE|bias|days now|WAPE|bias", rows)
	return nil
}

// afterFit holds a model against the days after its fit.
func afterFit(t *model.Table, m *model.Scaling) (score model.Score, first, last day.Day) {
	s, err := t.Sample(m.Last+1, t.Date(t.Len()-1))
	if err != nil {
		return score, 0, 0 // no day after the fit has gas
	}
	predicted := make([]float64, s.Len())
	for i, d := range s.Days {
		predicted[i] = s.DealPiB[i] * m.LevelInRun(d)
	}
	return model.NewScore(predicted, s.GasGgas), s.Days[0], s.Days[s.Len()-1]
}

func percent(share float64) string {
	if share > 0 && share < 0.00005 {
		return "<0.01 %"
	}
	return fmt.Sprintf("%.2f %%", 100*share)
}

func signed(share float64) string { return fmt.Sprintf("%+.2f %%", 100*share) }

func change(was, is float64) string {
	if was == is {
		return "none"
	}
	return signed((is - was) / math.Abs(was))
}

// number shows six digits, and large numbers in full.
func number(v float64) string {
	if math.Abs(v) >= 1e6 {
		return fmt.Sprintf("%.2f", v)
	}
	return fmt.Sprintf("%.6g", v)
}
