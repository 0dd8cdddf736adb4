package words_test

import (
	"encoding/json"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/words"
)

func TestLocale(t *testing.T) {
	text := words.InChinese()
	for got, want := range map[string]string{
		text.LongDate(day.Of(2024, 7, 15)): "2024年7月15日",
		text.Percent("4.2"):                "4.2%",
		text.WholePercent(0.956):           "96%",
		text.Amount(9_994):                 "9,990",
		text.Amount(9_995):                 "1.00 万",
		text.Amount(11_244):                "1.12 万",
		text.Amount(9_030_000):             "903 万",
		text.Amount(-9_030_000):            "−903 万",
		text.Amount(99_949_999):            "9,995 万",
		text.Amount(99_950_000):            "1.00 亿",
		text.Amount(560_000_000):           "5.60 亿",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if axis := text.ChartLocale().Axis; axis != [3]string{"{YYYY}年", "{MMM}", "{MMM}{D}日"} {
		t.Errorf("the axis says %q", axis)
	}
}

// Whatever is legal in a link is said in Chinese: what no word is missing of has no two English ones in a row.
func TestLegalOfALink(t *testing.T) {
	english := regexp.MustCompile("[a-z]{2,} [a-z]{2,}")
	for _, name := range link.Names() {
		faults := link.Read(name+"=%22", "", nil).Faults
		if len(faults) != 1 {
			t.Fatalf("%s: %v", name, faults)
		}
		if faults[0].Code == fault.LinkOwnFigures {
			continue // no value makes a link carry them
		}
		if got := words.InChinese().LinkLegal(faults[0]); got == "" || english.MatchString(got) {
			t.Errorf("%s: want %q", name, got)
		}
	}
	faults := link.Read("v=99", "", nil).Faults
	if got := words.InChinese().LinkLegal(faults[0]); got != strconv.Itoa(link.Version) {
		t.Errorf("form 99: want %q", got)
	}
}

// The page gets the catalogue as JSON: nothing is lost on the way.
func TestRoundTrip(t *testing.T) {
	for _, text := range []*words.Text{words.InChinese(), words.English()} {
		data, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		back, err := words.ParseText(data)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(back, text) {
			t.Errorf("%s is not the same after a round trip", text.Site.Language)
		}
	}
	if _, err := words.ParseText([]byte("xxx")); err == nil {
		t.Error("nonsense is read as a catalogue")
	}
}

func TestFooter(t *testing.T) {
	if got, want := words.InChinese().FooterOn([]string{"2025-09-09", "2026-10-01", "2023-07-31"}),
		"；2023年7月31日、2025年9月9日与2026年10月1日的网络状态。"; !strings.Contains(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
}
