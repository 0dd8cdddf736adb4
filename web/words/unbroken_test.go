package words_test

import (
	"strings"
	"testing"

	"github.com/gasburden/gasburden/web/words"
)

// A number and its unit stay on one line, and a day and its month; nothing else does.
func TestUnbroken(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "",
		" ":                                 " ",
		"4 ":                                "4 ",
		"4.5 PiB a day, 31 % of it FIL+":    "4.5~PiB a day, 31~% of it FIL+",
		"<b>about 270 FIL a day</b>":        "<b>about 270~FIL a day</b>",
		"on 19 October 2026, in 7 messages": "on 19~October 2026, in 7 messages",
		"1,265 days; 8 daylight 10 ×":       "1,265~days; 8 daylight 10~×",
		"10 to 24 %":                        "10 to 24~%",
		"每天 4.5 PiB、1,420 万 FIL，共 8 个": "每天 4.5~PiB、1,420~万 FIL，共 8~个",
	} {
		if got := words.Unbroken(text); got != strings.ReplaceAll(want, "~", "\u00a0") {
			t.Errorf("%q becomes %q", text, got)
		}
	}
	if text := "Nothing here"; testing.AllocsPerRun(10, func() { words.Unbroken(text) }) > 0 {
		t.Error("a text without a unit is copied")
	}
}

func BenchmarkUnbroken(b *testing.B) {
	text := strings.Repeat("Had FIL+ stayed, publishing deals would cost about ", 2) + "270 FIL a day in April 2029."
	for b.Loop() {
		words.Unbroken(text)
	}
}
