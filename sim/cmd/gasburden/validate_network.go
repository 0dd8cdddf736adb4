package main

import (
	"fmt"
	"io"

	"github.com/gasburden/gasburden/sim/evidence"
)

// writeHindsight writes how wrong the simulated network is, given what happened, and how wrong forecasts would have
// been.
func writeHindsight(out io.Writer, e *evidence.Evidence) {
	p := func(format string, args ...any) { fmt.Fprintf(out, format, args...) }
	p("\nthe network given what was onboarded and renewed on every day, %v..%v: mean error, error on the last day\n",
		e.Given.First, e.Given.Last)
	p("%-42s", "start, leaving a day, extension")
	for _, s := range e.Given.Runs[0].Series {
		p(" %19s", s.Name)
	}
	p("\n")
	for _, run := range e.Given.Runs {
		p("%-42s", wayText(run.Way))
		for _, s := range run.Series {
			p(" %8.1f %% %+7.1f %%", 100*s.MeanError, 100*s.End)
		}
		p("\n")
	}
	for _, s := range e.Given.Runs[0].Series {
		p("%s: %d days, to %v\n", s.Name, s.Days, s.Last)
	}

	r := e.Rolling
	p("\nforecasts from the first day of each quarter, %v..%v, by what was known then: mean absolute error, mean, "+
		"worst "+
		"(origins)\n", r.Origins[0], r.Origins[len(r.Origins)-1])
	for _, w := range r.Ways {
		p("%s: %s\n", w.Name, rollingText[w.Name])
		if w.Name == evidence.AsKnown {
			for i, origin := range r.Origins {
				p("  fitted on %v: %s\n", origin, wayText(w.Chosen[i]))
			}
		}
		for _, f := range w.Errors {
			p("  %-18s %2d months  %5.1f %%  %+6.1f %%  %+6.1f %%  (%d)\n", f.Figure, f.Months, 100*f.MeanAbs,
				100*f.Mean,
				100*f.Worst, len(f.Errors))
		}
	}
	p("origins overlap and are few: no coverage is claimed\n")
}

// rollingText says what a way of the rolling test is.
var rollingText = map[string]string{
	evidence.AsMechaFIL: "MechaFIL's start, nothing leaves, renewed sectors get a new sector's life",
	evidence.AsKnown:    "as on the chain, leaving and extension fitted to what was published by the origin",
	evidence.AsShipped:  "as on the chain, the page's leaving and extension, which were fitted to these same years",
}

func wayText(w evidence.Way) string {
	extension := "a new sector's life"
	if w.ExtensionDays > 0 {
		extension = fmt.Sprintf("%d days", w.ExtensionDays)
	}
	return fmt.Sprintf("%s, %g, %s", w.Start, w.LeavingRate, extension)
}

// wayJSON is a way by the names of a scenario.
func wayJSON(w evidence.Way) map[string]any {
	return map[string]any{"start": w.Start, "leaving_rate": w.LeavingRate, "extension_days": w.ExtensionDays}
}

func hindsightJSON(h *evidence.Hindsight) any {
	var runs []any
	for _, run := range h.Runs {
		of := wayJSON(run.Way)
		for _, s := range run.Series {
			of[s.Name] = map[string]any{"mean_error": s.MeanError, "error_at_end": s.End, "end": s.Last.String(),
				"days": s.Days}
		}
		runs = append(runs, of)
	}
	return map[string]any{"first": h.First.String(), "last": h.Last.String(), "runs": runs}
}

func rollingJSON(r *evidence.Rolling) any {
	var ways []any
	for _, w := range r.Ways {
		var errors, chosen []any
		for _, e := range w.Errors {
			var origins []string
			for _, o := range e.Origins {
				origins = append(origins, o.String())
			}
			errors = append(errors, map[string]any{"figure": e.Figure, "months": e.Months, "origins": origins,
				"errors": e.Errors, "mean_absolute": e.MeanAbs, "mean": e.Mean, "worst": e.Worst})
		}
		for _, way := range w.Chosen {
			chosen = append(chosen, wayJSON(way))
		}
		ways = append(ways, map[string]any{"name": w.Name, "chosen": chosen, "errors": errors})
	}
	return ways
}
