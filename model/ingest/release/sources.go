package release

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
)

var figuresStop = regexp.MustCompile(`(?s)- Figures stop at different days: .*?\n- `)

const endOfSnapshots = "\nThe first two files call themselves"

// Sources brings SOURCES.md up to new inputs: the list of files with dates and hashes, the days at which figures stop,
// and a line for every snapshot that it does not describe yet. It returns an error for a text without the places that
// it changes.
func Sources(text []byte, in *Inputs, p *Parsed, released day.Day) ([]byte, error) {
	t := p.Daily
	end := t.Date(t.Len() - 1)
	row := func(cells ...any) string { return fmt.Sprintf("| `%s` | %s | %s | %s |", cells...) }
	quoted := func(data []byte) string { return "`" + hash(data) + "`" }
	rows := []string{row(assets.NetworkDailyFile, fmt.Sprintf("the network, one row a UTC day from %s to %s", t.First,
		end), end, quoted(in.Daily))}
	direct, err := assets.DirectOnboarding()
	if err != nil {
		return nil, err
	}
	rows = append(rows, row(assets.DirectOnboardingFile,
		"what was onboarded without PublishStorageDeals (FIP-0076), with onboarding and deals of the same source",
		direct.First+day.Day(len(direct.Deals)-1), quoted(assets.DirectOnboardingCSV())))
	readings, err := assets.Readings()
	if err != nil {
		return nil, err
	}
	rows = append(rows, row(assets.ReadingsFile, "single figures of days that the table has none of",
		readings[len(readings)-1].Day, quoted(assets.ReadingsCSV())))
	for i, name := range in.Names() {
		what := "network state and expiration schedule of that day"
		if i == 0 {
			what = "network state on the date of the DirectFIL+ study"
		}
		rows = append(rows, row(assets.SnapshotFile(name), what, name, quoted(in.Snapshots[name])))
	}
	rows = append(rows, row(assets.PublishedFile,
		"up to which days gas and renewal rate were published when each snapshot was taken",
		in.Names()[len(in.Snapshots)-1], quoted(in.Published)))
	var fits []string
	for i := range p.Models.Snapshots {
		if last := p.Models.Snapshots[i].Scaling.Last.String(); len(fits) == 0 || fits[len(fits)-1] != last {
			fits = append(fits, last)
		}
	}
	rows = append(rows, row(assets.GasModelsFile,
		"trained gas models; written by `go run ./model/cmd/train` from the daily table", listed(fits), "generated"))
	for i, name := range in.Names() {
		what := "the same for that snapshot"
		if i == 0 {
			what = "what the page needs of that snapshot and the daily table; written by `go run ./assets/cmd/pack`"
		}
		rows = append(rows, row("packs/"+name+".json", what, end, "generated"))
	}
	rows = append(rows, row("editions.json",
		"the editions of these figures, which links name; written by `go run ./assets/cmd/edition`", released,
		"generated"))

	const head = "|---|---|---|---|\n"
	from := bytes.Index(text, []byte(head))
	if from < 0 {
		return nil, fmt.Errorf("SOURCES.md: no list of files with four columns")
	}
	from += len(head)
	length := bytes.Index(text[from:], []byte("\n\n"))
	if length < 0 {
		return nil, fmt.Errorf("SOURCES.md: the list of files has no end")
	}
	out := string(text[:from]) + strings.Join(rows, "\n") + string(text[from+length:])

	if !figuresStop.MatchString(out) {
		return nil, fmt.Errorf("SOURCES.md: no line on the days at which figures stop")
	}
	out = figuresStop.ReplaceAllLiteralString(out, stops(t)+"\n- ")
	at := strings.Index(out, endOfSnapshots)
	if at < 0 {
		return nil, fmt.Errorf("SOURCES.md: no end of the list of snapshots")
	}
	for _, name := range in.Names() {
		if line := "- " + name + ":"; !strings.Contains(out, line) {
			line += " table and schedule as published, added by `go run ./model/cmd/ingest` on " + released.String() +
				".\n"
			out = out[:at] + line + out[at:]
			at += len(line)
		}
	}
	return []byte(out), nil
}

// stops says on which day each kind of figure was last published.
func stops(t *model.Table) string {
	last := func(v []float64) string {
		for i := len(v) - 1; i >= 0; i-- {
			if v[i] == v[i] {
				return t.Date(i).String()
			}
		}
		return "no day"
	}
	return fmt.Sprintf(`- Figures stop at different days: gas by kind at %s, total gas at %s, the baseline at %s, the supply (circulating,
  mined, vested, locked) at %s, the renewal rate at %s, the fees at %s. Renewals and their rate begin on 2022-10-10.`,
		last(t.GasPublishStorageDeals), last(t.GasTotal), last(t.BaselinePowerEiB), last(t.CirculatingFIL),
		last(t.RenewalRate), last(t.FeeBurnFIL))
}

// listed joins words as English does.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	k := len(words) - 1
	return strings.Join(words[:k], ", ") + " and " + words[k]
}
