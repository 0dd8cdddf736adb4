package number

import "strings"

// spellings are ways to write a unit. What a flow is per is clear from the field, and may be left out.
var spellings = []struct{ units, texts string }{
	{" % ", " percent pct 百分比 "},
	{" days 天 ", " days day d 天 日 "},
	{" × ", " x times 倍 "},
	{" nanofil ", " nfil "},
	{" pib/day pibaday pib/天 ", " pib/day pib/天 pib/日 pib/d pibaday pibperday pib每天 pib "},
	{" fil/day filaday ", " fil/day fil/天 fil/日 fil/d filaday filperday fil每天 fil "},
	{" %/year ", " %/年 %ayear %peryear percentayear %每年 % "},
}

// IsUnit reports whether a text means a unit: "8 PiB a day", "8 pib/天" and "8 PiB" are all in PiB/day. Case and spaces
// do not count.
func IsUnit(text, unit string) bool {
	text, unit = bare(text), bare(unit)
	for _, s := range spellings {
		if strings.Contains(s.units, " "+unit+" ") && strings.Contains(s.texts, " "+text+" ") {
			return true
		}
	}
	return text == unit
}

func bare(unit string) string {
	return strings.ToLower(strings.ReplaceAll(strings.Map(ascii, unit), " ", ""))
}

// isName reports whether what follows a number could be a unit: a letter or sign, and no further digits, not even small
// ones or parts of one (10², 1½). A lone e begins an exponent.
func isName(text string) (name bool) {
	for _, r := range text {
		if '0' <= r && r <= '9' || strings.ContainsRune("²³¹¼½¾", r) || '⁰' <= r && r <= '₉' || '⅐' <= r && r <= '↉' {
			return false
		}
		name = name || r == '%' || r == '$' || r >= 'A' && r|0x20 != 'e'
	}
	return name
}
