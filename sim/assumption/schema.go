package assumption

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Schema is the JSON Schema (draft 2020-12) of a scenario file, indented, with the names of the snapshots
// that were shipped. Every field is optional, as in a file; the result is the same for the same names.
//
// It accepts what ParseScenario and Resolve accept, but for two things that JSON Schema cannot say: a
// vector must have horizon_days values, and no key may stand twice.
func Schema(snapshots []string) []byte {
	properties := make(members, len(table))
	for i, f := range table {
		properties[i] = member{f.Name, append(members{{"description", f.description()}}, f.schema(snapshots)...)}
	}
	// Saved gas that costs nothing would refill without end. Its default is more than nothing.
	refills := members{
		{"if", members{{"required", []string{"rebound"}},
			{"properties", members{{"rebound", members{{"type", "number"}, {"exclusiveMinimum", 0}}}}}}},
		{"then", members{{"properties", members{{"direct_gas_fraction",
			members{{"type", "number"}, {"minimum", minReboundFraction}}}}}}},
	}
	// The regime model goes with a fixed price only. Where none is given, a base fee fixes it, and the first version
	// has it.
	with := func(name string, of members) members {
		return members{{"required", []string{name}}, {"properties", members{{name, of}}}}
	}
	set := func(name string) members { return with(name, members{}) }
	is := func(name string, value any) members { return with(name, members{{"const", value}}) }
	not := func(m members) members { return members{{"not", m}} }
	negative := members{{"allOf", []members{{
		{"if", is("gas_model", RegimeModel)},
		{"then", members{{"anyOf", []members{
			is("price", FixedPrice),
			{{"allOf", []members{not(set("price")), {{"anyOf", []members{
				set("base_fee_nanofil"), not(set("version")), is("version", FirstVersion),
			}}}}}},
		}}}},
	}}}}
	text, err := json.Marshal(slices.Concat(members{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", "gasburden scenario"},
		{"description", "Assumptions of a run. What is left out takes its default. Numbers that change over time may " +
			"be vectors with one value for each of horizon_days."},
		{"type", "object"},
		{"properties", properties},
		{"additionalProperties", false},
	}, refills, negative))
	if err != nil {
		panic("assumption: schema: " + err.Error()) // made of strings and finite numbers
	}
	var out bytes.Buffer
	if err := json.Indent(&out, text, "", "  "); err != nil {
		panic("assumption: schema: " + err.Error())
	}
	return append(out.Bytes(), '\n')
}

// description is the field's meaning, unit and default, for whoever writes a file.
func (f *Row) description() string {
	unit := " [" + f.Unit + "]"
	if f.Kind == Choice || f.Kind == Date || f.Kind == Switch {
		unit = ""
	}
	return fmt.Sprintf("%s%s. Default: %s.", f.Meaning, unit, f.Source)
}

// schema is the field's legal values.
func (f *Row) schema(snapshots []string) members {
	number := members{{"type", "number"}, {"minimum", f.Range.Min}, {"maximum", f.Range.Max}}
	if f.Kind == Whole || f.Wholes {
		number[0].value = "integer"
	}
	daily := members{{"anyOf", []members{number, {
		{"type", "array"}, {"items", number}, {"minItems", mechafil.HorizonRange.Min},
		{"maxItems", mechafil.HorizonRange.Max},
	}}}}
	switch f.Kind {
	case Whole, Number:
		return number
	case Daily:
		return daily
	case Rates:
		return members{{"type", "array"}, {"items", daily}, {"minItems", MinRates}, {"maxItems", MaxRates}}
	case Date:
		return members{{"type", "string"}, {"format", "date"}, {"allOf", []members{
			{{"pattern", calendarDays}},
			{{"pattern", daysBetween(f.Days())}},
		}}}
	case Switch:
		return members{{"type", "boolean"}}
	}
	if f.Dates {
		return members{{"type", "string"}, {"anyOf", []members{
			{{"enum", f.Choices}},
			{{"format", "date"}, {"allOf", []members{
				{{"pattern", calendarDays}},
				{{"pattern", daysBetween(f.Days())}},
			}}},
		}}}
	}
	names := f.Choices
	if len(names) == 0 {
		names = snapshots
	}
	return members{{"type", "string"}, {"enum", names}}
}

// calendarDays matches the days that there are: of the years of a multiple of a hundred, none within the
// legal range has a 29th of February.
const calendarDays = `^(\d{4}-(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|\d{4}-(0[469]|11)-(0[1-9]|[12]\d|30)|\d{4}-02-(0[1-9]|1\d|2[0-8])` +
	`|\d\d([02468][48]|[13579][26]|[2468]0)-02-29)$`

// daysBetween matches the texts of days from first to last, taking for granted that they are days: the rest
// of the first month, of the first year, whole years and decades, and the same of the last.
func daysBetween(first, last day.Day) string {
	var parts []string
	for d := first; d <= last; {
		year, month, dayOfMonth := d.Date()
		switch {
		case year%10 == 0 && month == 1 && dayOfMonth == 1 && d.AddMonths(120)-1 <= last:
			parts = append(parts, fmt.Sprintf(`%03d\d-`, year/10))
			d = d.AddMonths(120)
		case month == 1 && dayOfMonth == 1 && d.AddMonths(12)-1 <= last:
			parts = append(parts, fmt.Sprintf("%04d-", year))
			d = d.AddMonths(12)
		case dayOfMonth == 1 && d.AddMonths(1)-1 <= last:
			parts = append(parts, fmt.Sprintf("%04d-%02d-", year, month))
			d = d.AddMonths(1)
		default:
			parts = append(parts, d.String())
			d++
		}
	}
	return "^(" + strings.Join(parts, "|") + ")"
}

// members is a JSON object whose members keep their order.
type members []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members in their order.
func (o members) MarshalJSON() ([]byte, error) {
	out := []byte{'{'}
	for i, m := range o {
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		out = append(appendMember(out, i, m.name), value...)
	}
	return append(out, '}'), nil
}

// appendMember appends the name of an object's member, and the comma between it and the one before.
func appendMember(dst []byte, index int, name string) []byte {
	if index > 0 {
		dst = append(dst, ',')
	}
	return append(strconv.AppendQuote(dst, name), ':')
}
