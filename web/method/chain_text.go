package method

import (
	"fmt"
	"strings"

	"github.com/gasburden/gasburden/sim/steps"
)

// ChainPlain is a chain as text for a terminal, with ten significant digits.
func ChainPlain(t *Text, chain []steps.Step) string {
	const digits = 10
	plain := *t // numbers that programs can read
	plain.Plain = true
	var b strings.Builder
	part := ""
	own := func(name string) string { return name } // as the command line has it
	views := Steps(t, chain, own)
	numbers := map[string]int{}
	for i := range chain {
		numbers[chain[i].Key] = i + 1
	}
	for i := range chain {
		s, v := &chain[i], &views[i]
		if key := v.Part + v.Network; key != part {
			part = key
			title := v.group()
			fmt.Fprintf(&b, "\n%s\n%s\n", title, strings.Repeat("-", len(title)))
		}
		fmt.Fprintf(&b, "%d. %s\n", v.Number, v.Title)
		if s.Equation != "" {
			fmt.Fprintf(&b, "   %s\n", t.plainEquals(s.Symbol, steps.EquationNamed(s.Equation).Is))
			for _, in := range s.Inputs {
				fmt.Fprintf(&b, "     %-29s %s  [%s]\n", plainSymbol(in.Symbol),
					plain.quantity(in.Value, in.Unit, digits), t.from(in.Origin, s.Key, numbers, own))
			}
		}
		result := v.Result
		if s.Why == steps.HasValue || s.Why == steps.NotPositive {
			result = plain.quantity(s.Value, s.Unit, digits)
		}
		fmt.Fprintf(&b, "   = %s", result)
		switch {
		case s.Equation == "" && v.Note == "" && len(s.Inputs) == 1:
			fmt.Fprintf(&b, "  [%s]", v.Inputs[0].From)
		case v.Source != "":
			fmt.Fprintf(&b, "  [%s]", v.Source)
		}
		b.WriteString("\n")
		if v.Note != "" {
			fmt.Fprintf(&b, "   %s\n", v.Note)
		}
	}
	return strings.TrimPrefix(b.String(), "\n")
}
