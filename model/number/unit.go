package number

import "strings"

// IsUnit reports whether a text means a unit: "8 PiB a day", "8 PiB/天" and "8 PiB" are all in PiB/day. Case and spaces
// do not count.
func IsUnit(text, unit string) bool {
	text, unit = inFull(text), inFull(unit)
	bare, period, _ := strings.Cut(unit, "/")
	return text == unit || period != "" && text == bare // what a flow is per is clear from the field
}

// periods are ways to say what a flow is per; those that others end with come later.
var periods = []struct{ said, means string }{
	{"aday", "/day"}, {"perday", "/day"}, {"/d", "/day"}, {"每天", "/day"}, {"/天", "/day"}, {"/日", "/day"},
	{"ayear", "/year"}, {"peryear", "/year"}, {"每年", "/year"}, {"/年", "/year"},
}

// inFull is a unit as this package spells it.
func inFull(unit string) string {
	unit = strings.ToLower(strings.ReplaceAll(strings.Map(ascii, unit), " ", ""))
	period := ""
	for _, p := range periods {
		if bare, ok := strings.CutSuffix(unit, p.said); ok {
			unit, period = bare, p.means
		}
	}
	switch unit {
	case "percent", "pct", "百分比":
		unit = "%"
	case "day", "d", "天", "日":
		unit = "days"
	case "x", "times", "倍":
		unit = "×"
	case "nfil":
		unit = "nanofil"
	}
	return unit + period
}

// isName reports whether what follows a number could be a unit: no further digits, not only punctuation, and no exponent
// that has just begun.
func isName(text string) bool {
	return strings.Trim(text, "eE+-") != "" && strings.IndexFunc(text, func(r rune) bool { return '0' <= r && r <= '9' }) < 0 &&
		strings.IndexFunc(text, func(r rune) bool { return r >= 'A' || r == '%' || r == '$' }) >= 0
}
