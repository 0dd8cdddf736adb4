package explore

import "testing"

func TestChineseAmounts(t *testing.T) {
	text := Chinese()
	for _, c := range []struct {
		v          float64
		unit, want string
	}{{0.0421, "share", "4.21%"}, {9_030_000, "FIL", "903 万 FIL"}, {560_000_000, "FIL/day", "每天 5.6 亿 FIL"},
		{7040, "FIL", "7,040 FIL"}} {
		if got := text.figure(c.v, c.unit); got != c.want {
			t.Errorf("%v %s is %q, want %q", c.v, c.unit, got, c.want)
		}
	}
	if got := text.figureTick(2e6, "FIL"); got != "200 万" {
		t.Errorf("on an axis 2e6 FIL are %q", got)
	}
}
