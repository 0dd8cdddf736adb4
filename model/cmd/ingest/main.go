// Command ingest brings the shipped figures up to today's network: it fetches what Spacescope has published since,
// checks it, adds a snapshot, trains the models again, says what changed and replaces the files of package assets, all
// or none.
//
//	go run ./model/cmd/ingest [flags]
//
// It exits with 0 when all is done or nothing is new, 1 when something failed, 2 for bad usage or a missing token, 3
// when the data did not pass a check, 4 when all is done but for a table of which nothing came, and 130 when it was
// interrupted. With any but 0 and 4 the assets are as they were, or the error says that the next run completes the new
// ones.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest"
	"github.com/gasburden/gasburden/model/ingest/crosscheck"
	"github.com/gasburden/gasburden/model/ingest/portal"
	"github.com/gasburden/gasburden/model/ingest/spacescope"
)

const (
	exitOK          = 0
	exitFailed      = 1
	exitUsage       = 2
	exitRefused     = 3
	exitIncomplete  = 4
	exitInterrupted = 130
)

// usageError is the caller's mistake.
type usageError struct{ error }

// refusedError says that the data did not pass.
type refusedError struct{ error }

// incompleteError says that all is done with what came, but that of some table nothing did.
type incompleteError struct{ error }

const usage = `ingest: bring gasburden's figures up to today's network.

It fetches the daily figures that Spacescope, and of what gas cost the Filecoin Data Portal, have published since the
last release, checks them, adds a snapshot of the network with its expiration schedule, trains the gas models again,
holds them against the days they were not trained on, and writes what changed. Only then, and only if
every check passed, it replaces the files below assets: all of them or none. Nothing else in gasburden needs it: page,
command line and tests run on the figures that are shipped.

  export SPACESCOPE_TOKEN=...             a token from https://spacescope.io; without one the portal alone is asked,
                                          which has no gas by kind of message and no schedule: that is rebuilt
  go run ./model/cmd/ingest               fetch, check, train, report, replace
  go run ./model/cmd/ingest -check        the same, but replace nothing
  go run ./model/cmd/ingest -csv my.csv   a table of your own instead of the API; no token needed
  go run ./model/cmd/ingest -export a.csv write the shipped table to a file; no token needed
  go run ./model/cmd/ingest -cross-check-only -lily-file FILE
                                          hold the table against a Lily database, and do no more

A run that breaks can be started again: what was fetched is kept in the cache, and settled days are never fetched twice.

flags:
`

const after = `
checks (-accept NAME,NAME lets data through that you have looked at yourself):
`

const endOfUsage = `
environment:
  SPACESCOPE_TOKEN     the token, unless -token-file or -token gives it
  LILY_DATABASE_URL    PostgreSQL connection of a Lily database, unless -lily-file gives it; optional

exit status: 0 done or nothing new, 1 failed, 2 bad usage or no token, 3 the data did not pass a check, 4 done, but a
table is missing (the report says which and why), 130 interrupted
("go run" itself makes 1 of each;
	scripts that tell them apart run a built program: go build -o ingest ./model/cmd/ingest)
`

// settings are the flags, and what a test replaces of the world.
type settings struct {
	assets, csv, export, report          string
	token, tokenFile, lilyFile, cacheDir string
	baseURL, portalURL, lilySchema       string
	from, to, start                      dayFlag
	check, noCache, noSnapshot, revise   bool
	crossOnly                            bool
	crossDays                            int
	svg, epochs, fees                    string
	limits                               crosscheck.Limits
	accept                               string
	parallel                             int
	rate                                 float64
	statementTimeout                     time.Duration

	environment func(string) string
	now         func() time.Time
	stdout      io.Writer
	progress    progressWriter
	tune        func(*spacescope.Options) // nil but in tests
	tunePortal  func(*portal.Options)     // likewise
}

// dayFlag is a day or nothing.
type dayFlag struct {
	day day.Day
	set bool
}

func (f *dayFlag) String() string {
	if f == nil || !f.set {
		return ""
	}
	return f.day.String()
}

func (f *dayFlag) Set(text string) (err error) {
	f.day, err = day.Parse(text)
	f.set = err == nil
	return err
}

func (s *settings) flags() *flag.FlagSet {
	f := flag.NewFlagSet("ingest", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.StringVar(&s.assets, "assets", "assets", "`folder` of package assets, read and replaced")
	f.BoolVar(&s.check, "check", false, "do everything but replace the assets")
	f.StringVar(&s.report, "report", "", "write the change report to this Markdown `file`, not to standard output")
	f.StringVar(&s.csv, "csv", "",
		"take the daily table from this `file` instead of the API; adds no snapshot. assets/SOURCES.md has the "+
			"columns, -export writes one")
	f.StringVar(&s.export, "export", "", "write the daily table to this CSV `file`; without a token the shipped one")
	f.StringVar(&s.accept, "accept", "", "`names` of checks whose findings are reported but do not refuse the data")

	f.StringVar(&s.token, "token", "",
		"Spacescope `token`; others on this machine can see it, so prefer a file or the environment")
	f.StringVar(&s.tokenFile, "token-file", "", "read the Spacescope token from this `file`")
	f.Var(&s.from, "from", "first `day` to fetch (default: where a column of the table ends, less a week)")
	f.Var(&s.to, "to", "last `day` to fetch (default: yesterday, UTC)")
	f.BoolVar(&s.revise, "revise", false,
		"take over every fetched figure; without it those of the previous release stay, its last week aside")
	f.Var(&s.start, "start", "first `day` of the new snapshot's history, at most 31 days before its date (default: 30)")
	f.BoolVar(&s.noSnapshot, "no-snapshot", false, "extend the table, but add no snapshot")
	f.IntVar(&s.parallel, "parallel", 4, "requests at a time")
	f.Float64Var(&s.rate, "rate", 2, "requests a second")
	f.StringVar(&s.baseURL, "spacescope-url", spacescope.BaseURL, "`address` of the API")
	f.StringVar(&s.portalURL, "portal-url", s.portalURL,
		"`address` of the tables of the Filecoin Data Portal, which has what was burnt for gas and needs no token; "+
			"empty: it is not asked")
	f.StringVar(&s.cacheDir, "cache", "",
		"keep fetched days below this `folder` (default: gasburden in the user's cache folder)")
	f.BoolVar(&s.noCache, "no-cache", false, "keep nothing")

	f.StringVar(&s.lilyFile, "lily-file", "", "read the connection string of a Lily database from this `file`")
	f.StringVar(&s.lilySchema, "lily-schema", "", "schema of its tables (default: visor, else lily)")
	f.DurationVar(&s.statementTimeout, "lily-timeout", 10*time.Minute, "longest time of one query, which sums 30 days")
	f.BoolVar(&s.crossOnly, "cross-check-only", false, "hold the table of -assets or -csv against Lily, and do no more")
	f.IntVar(&s.crossDays, "cross-check-days", 365, "how many of the last days with gas to compare")
	f.StringVar(&s.svg, "cross-check-svg", "", "draw the comparison into this `file`")
	f.StringVar(&s.epochs, "lily-epochs", "",
		"write Lily's sums by epoch (height, day, gas) to this CSV `file`, as the study had them")
	f.StringVar(&s.fees, "lily-fees", "",
		"write what all messages burnt and tipped, by day, kind of actor and method, to this CSV `file`; of the same "+
			"days")
	s.limits = crosscheck.DefaultLimits
	f.Float64Var(&s.limits.MinCorrelation, "min-correlation", s.limits.MinCorrelation, "cross-check: least correlation")
	f.Float64Var(&s.limits.MaxDeviation, "max-deviation", s.limits.MaxDeviation,
		"cross-check: most by which the ratio of the sums may differ from 1")
	f.Float64Var(&s.limits.MaxMissing, "max-missing", s.limits.MaxMissing,
		"cross-check: largest share of days in one source only")
	return f
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &settings{
		environment: os.Getenv, now: time.Now, stdout: os.Stdout, progress: newProgressWriter(os.Stderr, time.Now),
		portalURL: portal.BaseURL,
	}
	os.Exit(execute(ctx, s, os.Args[1:], os.Stderr))
}

// execute runs the command and returns its exit status.
func execute(ctx context.Context, s *settings, args []string, stderr io.Writer) int {
	flags := s.flags()
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		help(s.stdout, flags)
		return exitOK
	}
	switch {
	case err != nil:
		err = usageError{err}
	case flags.NArg() > 0:
		err = usageError{fmt.Errorf("unexpected argument %q", flags.Arg(0))}
	default:
		err = s.run(ctx)
	}
	var bad usageError
	var refused refusedError
	var incomplete incompleteError
	status := exitFailed
	switch {
	case err == nil:
		return exitOK
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		status, err = exitInterrupted,
			errors.New("interrupted; the assets are as they were, and a new run goes on where this one stopped")
	case errors.As(err, &bad):
		status = exitUsage
	case errors.As(err, &refused):
		status = exitRefused
	case errors.As(err, &incomplete):
		status = exitIncomplete
	}
	for _, line := range strings.Split(err.Error(), "\n") {
		fmt.Fprintf(stderr, "ingest: %s\n", line)
	}
	return status
}

func help(w io.Writer, flags *flag.FlagSet) {
	io.WriteString(w, usage)
	flags.SetOutput(w)
	flags.PrintDefaults()
	io.WriteString(w, after)
	for _, c := range ingest.Checks {
		fmt.Fprintf(w, "  %-12s %s\n", c.Name, c.Demands)
	}
	fmt.Fprintf(w, "  %-12s %s\n", crossCheckName, "Lily and Spacescope agree, where there is a Lily database")
	io.WriteString(w, endOfUsage)
}

// findToken looks for the token in the flags and the environment. It may find none.
func (s *settings) findToken() (spacescope.Token, error) {
	given := s.token
	s.token = "" // so that nothing prints it
	if s.tokenFile != "" {
		if given != "" {
			return spacescope.Token{}, usageError{errors.New("-token and -token-file: want one of them")}
		}
		t, err := spacescope.ReadToken(s.tokenFile)
		if err != nil {
			return t, usageError{err}
		}
		return t, nil
	}
	if given == "" {
		given = s.environment("SPACESCOPE_TOKEN")
	}
	t, err := spacescope.NewToken(given)
	if err != nil {
		return t, usageError{err}
	}
	return t, nil
}

var errNoToken = errors.New("no Spacescope token: set SPACESCOPE_TOKEN or give -token-file FILE, or -portal-url for " +
	"what can be had without. Everything but this update works on the shipped figures without one; -h says what else " +
	"can be done")

// cache is where fetched days are kept.
func (s *settings) cache() (*spacescope.Cache, error) {
	if s.noCache {
		return nil, nil
	}
	dir := s.cacheDir
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return nil, fmt.Errorf("%w; give -cache FOLDER or -no-cache", err)
		}
		dir = filepath.Join(user, "gasburden")
	}
	return spacescope.NewCache(dir, s.baseURL), nil
}

// accepted are the names of -accept.
func (s *settings) accepted() (map[string]bool, error) {
	known := []string{crossCheckName}
	for _, c := range ingest.Checks {
		known = append(known, c.Name)
	}
	names := map[string]bool{}
	for _, name := range strings.FieldsFunc(s.accept, func(r rune) bool { return r == ',' || r == ' ' }) {
		found := false
		for _, k := range known {
			found = found || k == name
		}
		if !found {
			return nil, usageError{fmt.Errorf("-accept: no check %q, want one of %s", name, strings.Join(known, ", "))}
		}
		names[name] = true
	}
	return names, nil
}
