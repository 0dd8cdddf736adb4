// Command gasburden answers on the command line what the page answers in a browser: the gas
// burden of publishing FIL+ deals, with and without DirectFIL+.
//
//	gasburden run [-preset NAME] [-scenario FILE|-] [-link ADDRESS] [-set key=value ...] [-format json|csv|table]
//	gasburden link [-preset NAME] [-scenario FILE|-] [-link ADDRESS] [-set key=value ...] [-page ADDRESS]
//	gasburden card [-preset NAME] [-scenario FILE|-] [-link ADDRESS] [-set key=value ...] [-by fil|netflow|outflow|circulating] [-address TEXT] [-o FILE]
//	gasburden tornado [SCENARIO] [-figure NAME] [-on YYYY-MM-DD] [-rate N] [-format table|json|csv]
//	gasburden breakeven [SCENARIO] [-figure NAME ...] [-input NAME] [-target VALUE] [-between LOW,HIGH] [-format ...]
//	gasburden compare [-figure NAME ...] [-format ...] A B
//	gasburden ensemble [SCENARIO] [-runs N] [-seed N] [-block DAYS] [-hold NAME ...] [-curves NAMES] [-format ...]
//	gasburden explain [SCENARIO] -date YYYY-MM-DD [-rate SHARE]
//	gasburden predict -model scaling -date 2024-04-24 -deal 2.5
//	gasburden predict -model regime -deal 5 -ratio 2
//	gasburden happened [-csv FILE] [-by year|quarter] [-format table|json]
//	gasburden cost [-tib N] [-deals N] [-deal GIB] [-price now|full|own] [-fee NANOFIL] [-format table|json]
//	gasburden validate [-format table|json]
//	gasburden describe [-schema]
//
// SCENARIO stands for the flags of run but -format. It exits with 0, with 1 when a run failed, and with 2 for bad usage
// or an invalid scenario.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// usageError is the caller's mistake: bad flags or an invalid scenario.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func main() {
	os.Exit(execute(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

const usage = `gasburden: what does the gas of publishing FIL+ deals cost the Filecoin network?

usage:
  gasburden run [-preset NAME] [-scenario FILE|-] [-link ADDRESS] [-set key=value ...] [-format json|csv|table]
        simulate a scenario; -preset study is the study of August 2023
        -link ADDRESS starts from the scenario of a link, or of the query in it
  gasburden link [-preset NAME] [-scenario FILE|-] [-link ADDRESS] [-set key=value ...] [-page ADDRESS]
        write a scenario as a link to the page
  gasburden card [-preset NAME] [-scenario FILE|-] [-link ADDRESS] [-set key=value ...]
                 [-by fil|netflow|outflow|circulating] [-address TEXT] [-o FILE]
        draw a scenario as an SVG picture of 1200x630; -address is where readers find it
  gasburden tornado [SCENARIO] [QUESTION]
        vary each input over its range: which one matters most?
  gasburden breakeven [SCENARIO] [QUESTION] [-input NAME] [-target VALUE] [-between LOW,HIGH]
        find all values of an input at which the figure crosses the target
  gasburden compare [QUESTION] A B
        explain the gap between two scenarios, each a preset, a link, or a scenario file or -
  gasburden ensemble [SCENARIO] [-runs N] [-seed N] [-block DAYS] [-hold onboarding|renewal|fil_plus|gas ...]
                     [-curves NAME,...] [-format table|json|csv]
        run a scenario many times, with inputs and gas varying as they have varied
  gasburden explain [SCENARIO] -date YYYY-MM-DD [-rate SHARE]
        print how the numbers of one day come about, step by step; without -rate for the middle FIL+ rate
  gasburden predict [-model scaling] -deal PIB_PER_DAY -date YYYY-MM-DD [-snapshot NAME]
  gasburden predict -model regime -deal PIB_PER_DAY -ratio QA_OVER_RAW
        predict the gas of one day
  gasburden happened [-csv FILE] [-by year|quarter] [-format table|json]
        what publishing deals has cost, by the measured fee of each day; -csv takes a daily table of your own
  gasburden cost [-tib TIB_A_MONTH] [-deals A_MESSAGE] [-deal GIB] [-price now|full|own] [-fee NANOFIL]
                 [-format table|json]
        what publishing its deals costs a storage provider, and what onboarding them directly would
  gasburden validate [-format table|json]
        hold the gas models and the simulator against what happened
  gasburden describe [-schema]
        list the fields of a scenario, the series of a result, and figures and inputs to ask about;
        -schema prints the JSON Schema of a scenario instead

SCENARIO stands for the flags of run but -format.
QUESTION stands for [-figure NAME] [-on YYYY-MM-DD, with day_ figures] [-rate N] [-format table|json|csv].
`

// execute runs one command and returns its exit status.
func execute(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	commands := map[string]func([]string, streams) error{
		"run": runCommand, "link": linkCommand, "card": cardCommand, "tornado": tornadoCommand,
		"breakeven": breakevenCommand,
		"compare":   compareCommand, "ensemble": ensembleCommand, "explain": explainCommand, "predict": predictCommand,
		"describe": describeCommand, "validate": validateCommand,
		"happened": happenedCommand, "cost": costCommand,
	}
	if len(args) == 0 {
		fmt.Fprint(stderr, usage)
		return exitUsage
	}
	command, ok := commands[args[0]]
	switch args[0] {
	case "help", "-h", "-help", "--help":
		command, ok = helpCommand, true
	}
	if !ok {
		fmt.Fprintf(stderr, "gasburden: unknown command %q, want run, link, card, tornado, breakeven, compare, "+
			"ensemble, explain, predict, happened, cost, validate or describe\n", args[0])
		return exitUsage
	}
	err := command(args[1:], streams{stdin, stdout, stderr})
	if errors.Is(err, flag.ErrHelp) {
		err = helpCommand(nil, streams{out: stdout})
	}
	var bad usageError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &bad):
		fmt.Fprintf(stderr, "gasburden %s: %v\n", args[0], err)
		return exitUsage
	default:
		fmt.Fprintf(stderr, "gasburden %s: %v\n", args[0], err)
		return exitFailed
	}
}

func helpCommand(_ []string, std streams) error {
	_, err := io.WriteString(std.out, usage)
	return err
}

// parse reads the flags of a command, which takes no further arguments.
func parse(flags *flag.FlagSet, args []string) error {
	flags.SetOutput(io.Discard)
	if err := flags.Parse(args); err != nil {
		return usageError{err}
	}
	if flags.NArg() > 0 {
		return usageError{fmt.Errorf("unexpected argument %q", flags.Arg(0))}
	}
	return nil
}
