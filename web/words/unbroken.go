package words

import "strings"

// Unbroken keeps a number and its unit, and a day and its month, on one line: 4.5 PiB, 31 %, 19 October. The page says
// all of its texts so; what leaves it, as Markdown, CSV and cards, has ordinary spaces.
func Unbroken(text string) string {
	var out []byte
	done := 0
	for i := 1; i < len(text)-1; i++ {
		if text[i] != ' ' || text[i-1] < '0' || text[i-1] > '9' || !isUnit(text[i+1:]) {
			continue
		}
		if out == nil {
			out = make([]byte, 0, len(text)+8)
		}
		out = append(append(out, text[done:i]...), nbsp...)
		done = i + 1
	}
	if done == 0 {
		return text
	}
	return string(append(out, text[done:]...))
}

const nbsp = "\u00a0"

// isUnit reports whether a text begins with a unit or a month.
func isUnit(text string) bool {
	end := 0
	for end < len(text) && text[end]|0x20 >= 'a' && text[end]|0x20 <= 'z' {
		end++
	}
	switch text[:end] {
	case "FIL", "nanoFIL", "attoFIL", "EiB", "PiB", "TiB", "GiB", "MB", "KB", "Tgas", "Ggas", "Mgas", "gas",
		"million", "billion", "day", "days", "month", "months", "year", "years", "percent", "percentage", "points", "s",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
		"December":
		return true
	case "":
		for _, unit := range [...]string{"%", "×", "万", "亿", "天", "个", "年"} {
			if strings.HasPrefix(text, unit) {
				return true
			}
		}
	}
	return false
}
