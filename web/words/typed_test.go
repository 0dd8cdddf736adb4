package words_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// openPage is the page of the default scenario in the language of a catalogue.
func openPage(t testing.TB, text *words.Text) *page.Page {
	t.Helper()
	p, err := shipped.Page(text, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// field is a number field of a page.
func field(t testing.TB, p *page.Page, name string) *page.Slider {
	t.Helper()
	for _, s := range append(p.Sliders, p.Rates[:]...) {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no field %q", name)
	return nil
}

const (
	fee     = "base_fee_nanofil"     // 0 to 1000 nanoFIL
	onboard = "raw_onboarding_pib"   // 0 to 1000 PiB/day
	horizon = "horizon_days"         // 1 to 7300 days, whole
	sector  = "sector_duration_days" // 180 to 1900 days, whole
	renewal = "renewal_rate"         // 0 to 100 %
	rate    = "fil_plus_rate_0"      // 0 to 100 %
)

// valueOf is a field of the page's scenario.
func valueOf(p *page.Page, name string) float64 {
	s := &p.Scenario
	switch name {
	case fee:
		return s.BaseFeeNanoFIL
	case onboard:
		return s.RawOnboardingPiB[0]
	case horizon:
		return float64(s.HorizonDays)
	case sector:
		return float64(s.SectorDurationDays)
	case renewal:
		return s.RenewalRate[0]
	}
	return s.FILPlusRates[0][0]
}

// What people type: what the scenario has of it, and what the page says that it understood, "" for plain digits.
var typed = []struct {
	name, text string
	value      float64
	read       string
}{
	// Plain digits.
	{fee, "1", 1, ""}, {fee, "0.37", 0.37, ""}, {fee, ".5", 0.5, ""}, {fee, "5.", 5, ""}, {fee, " 2.05 ", 2.05, ""},
	{fee, "007", 7, ""},
	{fee, "0.125", 0.125, ""}, {fee, "1.234", 1.234, ""}, {horizon, "1000", 1000, ""}, {renewal, "75", 0.75, ""},
	{renewal, "0.75", 0.0075, ""},

	// A single point is a decimal mark; who writes thousands with it sees that.
	{fee, "1.000", 1, "1"}, {fee, "1.250", 1.25, "1.25"}, {horizon, "3.000", 3, "3"},

	// A comma makes groups where it can, else it is a decimal mark.
	{fee, "1,000", 1000, "1,000"}, {horizon, "3,000", 3000, "3,000"}, {horizon, "1,095", 1095, "1,095"},
	{sector, "1,234", 1234, "1,234"},
	{fee, "0,5", 0.5, "0.5"}, {fee, "1,25", 1.25, "1.25"}, {fee, "0,500", 0.5, "0.5"}, {fee, "0,037", 0.037, "0.037"},
	{fee, ",5", 0.5, "0.5"},
	{fee, "5,", 5, "5"}, {fee, "12,5", 12.5, "12.5"}, {fee, "1,0000", 1, "1"}, {renewal, "33,5", 0.335, "33.5"},
	{rate, "66,6", 0.666, "66.6"},
	{fee, "00,5", 0.5, "0.5"},

	// Spaces and apostrophes make groups.
	{fee, "1 000", 1000, "1,000"}, {fee, "1\u00a0000", 1000, "1,000"}, {fee, "1\u202f000", 1000, "1,000"},
	{horizon, "7 300", 7300, "7,300"},
	{fee, "1'000", 1000, "1,000"}, {fee, "1’000", 1000, "1,000"}, {horizon, "1\u2009095", 1095, "1,095"},

	// Where two marks stand, the last is the decimal mark.
	{horizon, "1,095.0", 1095, "1,095"}, {horizon, "1.095,0", 1095, "1,095"}, {horizon, "1 095,0", 1095, "1,095"},
	{horizon, "1'095.0", 1095, "1,095"},
	{horizon, "1,095.", 1095, "1,095"},

	// Full-width digits and signs, as Chinese input methods write them.
	{fee, "１２．５", 12.5, "12.5"}, {fee, "１，０００", 1000, "1,000"}, {fee, "０，５", 0.5, "0.5"}, {fee, "0。5", 0.5, "0.5"},
	{renewal, "７５％", 0.75, "75"},
	{fee, "＋５", 5, "5"}, {horizon, "１　０９５", 1095, "1,095"},

	// Signs and exponents.
	{fee, "+5", 5, "5"}, {fee, "1e2", 100, "100"}, {fee, "1E-3", 0.001, "0.001"}, {fee, "1,5e2", 150, "150"},
	{horizon, "1e3", 1000, "1,000"}, {fee, "1e−3", 0.001, "0.001"},
	{fee, "\u20681,5\u2069", 1.5, "1.5"}, {horizon, "1\u2006095", 1095, "1,095"}, {horizon, "1\t095", 1095, "1,095"},
	{fee, "−0", 0, "0"}, {fee, "\u200b0.37\ufeff", 0.37, "0.37"},

	// The field's own unit, in either language.
	{renewal, "75 %", 0.75, "75"}, {renewal, "75%", 0.75, "75"}, {renewal, "75 percent", 0.75, "75"},
	{rate, "80 %", 0.8, "80"}, {renewal, "12,5 %", 0.125, "12.5"},
	{fee, "0.5 nanoFIL", 0.5, "0.5"}, {fee, "0.5nFIL", 0.5, "0.5"}, {onboard, "8 PiB/day", 8, "8"},
	{onboard, "8 PiB/天", 8, "8"}, {onboard, "8 PiB a day", 8, "8"},
	{onboard, "8 PiB", 8, "8"}, {horizon, "400 days", 400, "400"}, {horizon, "400 天", 400, "400"},
	{horizon, "1,000 天", 1000, "1,000"},
}

// What has no reading, or none that is legal; the second is said as well as what was read.
var refused = []struct{ name, text, why, read string }{
	{fee, "", "empty", ""}, {fee, "-", "number", ""}, {fee, ".", "number", ""}, {fee, ",", "number", ""},
	{fee, "abc", "number", ""}, {fee, "NaN", "number", ""},
	{fee, "Inf", "number", ""}, {fee, "0x10", "number", ""}, {fee, "1_000", "number", ""},
	{fee, "1,00,00", "number", ""}, {fee, "1,0,0", "number", ""},
	{fee, "1.2.3", "number", ""}, {fee, "1,5.000", "number", ""}, {fee, "1.5,000.0", "number", ""},
	{fee, "0 500", "number", ""}, {fee, "10 00", "number", ""},
	{fee, "1,234 567", "number", ""}, {fee, "1 234'567", "number", ""}, {fee, "0,000,000", "number", ""},
	{fee, "--5", "number", ""}, {fee, "5-", "number", ""},
	{fee, "1/2", "number", ""}, {fee, "1½", "number", ""}, {fee, "10²", "number", ""}, {fee, "10⁻³", "number", ""},
	{fee, "1⅔", "number", ""}, {fee, "5–10", "number", ""}, {fee, "1e", "number", ""}, {fee, "1e-", "number", ""},
	{fee, "一千", "number", ""}, {fee, "0.1.", "number", ""},
	{onboard, "8 EiB", "unit", ""}, {onboard, "8 TiB/day", "unit", ""}, {onboard, "75 %", "unit", ""},
	{fee, "1 FIL", "unit", ""}, {horizon, "3 years", "unit", ""},
	{horizon, "3 年", "unit", ""}, {renewal, "75 ‰", "unit", ""}, {fee, "5k", "unit", ""}, {fee, "5 万", "unit", ""},
	{fee, "−5", "range", "−5"}, {fee, "－５", "range", "−5"}, {fee, "1,234.5", "range", "1,234.5"},
	{fee, "1.234,5", "range", "1,234.5"}, {fee, "1,00,000", "range", "100,000"},
	{fee, "12,34,567.8", "range", "1,234,567.8"}, {fee, "1.234.567", "range", "1,234,567"},
	{fee, "1 234 567,25", "range", "1,234,567.25"}, {fee, "1,000,000", "range", "1,000,000"},
	{fee, "1 00 000", "range", "100,000"}, {fee, "1234,567", "range", "1,234.567"},
	{horizon, "10,000", "range", "10,000"}, {renewal, "100,5 %", "range", "100.5"},
	{fee, "1e999", "range", ""}, {horizon, "400,5", "whole", "400.5"}, {horizon, "1,5 days", "whole", "1.5"},
	{horizon, "400.5", "whole", ""},
}

var catalogues = map[string]func() *words.Text{"English": words.English, "Chinese": words.InChinese}

func TestTypedNumbers(t *testing.T) {
	if len(typed)+len(refused) < 60 {
		t.Fatalf("only %d texts", len(typed)+len(refused))
	}
	for language, catalogue := range catalogues {
		text := catalogue()
		said := func(n string) string {
			if n == "" {
				return ""
			}
			return words.Fill(text.ReadAs, "n", n)
		}
		p := openPage(t, text)
		for _, c := range typed {
			s := field(t, p, c.name)
			p.Type(s, c.text)
			if err := p.Update(); err != nil {
				t.Fatal(err)
			}
			if got := valueOf(p, c.name); got != c.value || p.Field(s).Error != "" {
				t.Errorf("%s: %q in %s is %v (%s), want %v", language, c.text, c.name, got, p.Field(s).Error, c.value)
			}
			if got := p.Field(s).ReadAs; got != said(c.read) {
				t.Errorf("%s: %q in %s: the page says %q, want %q", language, c.text, c.name, got, said(c.read))
			}
			if p.Field(s).Text != c.text {
				t.Errorf("%s: %q in %s became %q", language, c.text, c.name, p.Field(s).Text)
			}
		}
		for _, c := range refused {
			s := field(t, p, c.name)
			before, result := valueOf(p, c.name), p.Result
			p.Type(s, c.text)
			if err := p.Update(); err != nil {
				t.Fatal(err)
			}
			if valueOf(p, c.name) != before || p.Result != result {
				t.Errorf("%s: %q in %s changed the scenario", language, c.text, c.name)
			}
			sentence := map[string]string{"number": text.NotANumber, "unit": text.OtherUnit, "range": text.OutOfRange,
				"whole": text.NotWhole, "empty": text.NoNumber}[c.why]
			legal, unit := rangeOf(t, text, c.name), p.Field(s).Unit
			if want := words.Fill(sentence, "name", p.Field(s).Label, "value", c.text, "range",
				legal); p.Field(s).Error != want || !strings.Contains(want, unit) {
				t.Errorf("%s: %q in %s is refused with %q, want %q", language, c.text, c.name, p.Field(s).Error, want)
			}
			if got := p.Field(s).ReadAs; got != said(c.read) {
				t.Errorf("%s: %q in %s: the page says %q, want %q", language, c.text, c.name, got, said(c.read))
			}
			if p.Field(s).Text != c.text {
				t.Errorf("%s: %q in %s became %q", language, c.text, c.name, p.Field(s).Text)
			}
		}
	}
}

func rangeOf(t *testing.T, text *words.Text, name string) string {
	t.Helper()
	low, high := map[string]string{sector: "180", horizon: "1"}[name],
		map[string]string{sector: "1900", horizon: "7300", renewal: "100", rate: "100"}[name]
	if low == "" {
		low = "0"
	}
	if high == "" {
		high = "1000"
	}
	unit := "%"
	if words, ok := text.Control[name]; ok {
		unit = words.Unit
	}
	return words.Fill(text.Locale.Range, "low", low, "high", high, "unit", unit)
}

// What a page in one language shows stays when the other language is chosen, and says what it was read as in that one.
func TestTypedNumbersChangeLanguage(t *testing.T) {
	p := openPage(t, words.English())
	days, first := field(t, p, horizon), field(t, p, rate)
	p.Type(days, "1,000 days")
	p.Type(first, "62,5 %")
	p.Speak(words.InChinese(), words.Chinese)
	if p.Field(days).Text != "1,000 days" || p.Field(days).Error != "" || p.Scenario.HorizonDays != 1000 ||
		p.Field(days).ReadAs != "读作 1,000" {
		t.Errorf("field %q (%s) says %q, the scenario has %d days", p.Field(days).Text, p.Field(days).Error,
			p.Field(days).ReadAs, p.Scenario.HorizonDays)
	}
	if got, want := ratesRead(p), "FIL+ 占比 1，百分比：读作 62.5"; got != want {
		t.Errorf("the rates say %q, want %q", got, want)
	}
	p.Slide(days, "1095")
	p.Slide(first, "60")
	if got := p.Field(days).ReadAs + ratesRead(p); got != "" {
		t.Errorf("after the sliders moved the fields say %q", got)
	}
}

// ratesRead is what the page says that it read in the fields of the FIL+ rates.
func ratesRead(p *page.Page) string { return new(page.Frames).Next(p).Form.RatesReadAs }

// What a field shows by itself is the value: typed again it changes nothing.
func TestFieldsShowWhatTheyMean(t *testing.T) {
	for language, catalogue := range catalogues {
		p := openPage(t, catalogue())
		p.Open("v=1&fee=0.123456&renewal=0.7612345&onboarding=7.654321&rates=0.123456,0.333333333&days=1234")
		if err := p.Update(); err != nil {
			t.Fatal(err)
		}
		before, tooLong := p.Link()
		if tooLong {
			t.Fatal("no link")
		}
		for _, s := range append(p.Sliders, p.Rates[:p.RateCount()]...) {
			shown := p.Field(s).Text
			p.Type(s, shown+"0") // and back
			p.Type(s, shown)
			if err := p.Update(); err != nil {
				t.Fatal(err)
			}
			if after, _ := p.Link(); after != before || p.Field(s).Text != shown || p.Field(s).Error != "" ||
				p.Field(s).ReadAs != "" {
				t.Errorf("%s: %s shows %q; typed again the link is %s, was %s (%s)", language, s.Name, shown, after,
					before, p.Field(s).Error)
			}
		}
	}
}

// FuzzShownBack: what the page says that it read is the number that it read.
func FuzzShownBack(f *testing.F) {
	for _, v := range []float64{0, 1000, 1234.5, -0.5, 1e-9, 9.99e-10, 1e15, 1e21, 1e300, 5e-324, math.MaxFloat64,
		1<<53 - 1, 0.1, 100000, -1234567.125} {
		f.Add(strconv.FormatFloat(v, 'g', -1, 64))
	}
	for _, c := range typed {
		f.Add(c.text)
	}
	pages := []*page.Page{openPage(f, words.English()), openPage(f, words.InChinese())}
	f.Fuzz(func(t *testing.T, text string) {
		for _, p := range pages {
			for _, name := range []string{fee, renewal, horizon} {
				s := field(t, p, name)
				p.Reset(s)
				p.Type(s, text)
				said := p.Field(s).ReadAs
				if said == "" {
					continue
				}
				before, _ := strings.CutSuffix(p.Text.ReadAs, "{n}")
				shown, ok := strings.CutPrefix(said, before)
				if !ok {
					t.Fatalf("%q", said)
				}
				value, problem := p.Scenario, p.Field(s).Error
				p.Reset(s)
				p.Type(s, shown)
				if (p.Field(s).Error == "") != (problem == "") || !equal(&p.Scenario, &value) {
					t.Errorf("%q is said to be %q, which is not the same (%q, %q)", text, shown, problem,
						p.Field(s).Error)
				}
			}
		}
	})
}

func equal(a, b *assumption.Scenario) bool {
	return a.BaseFeeNanoFIL == b.BaseFeeNanoFIL && a.RenewalRate[0] == b.RenewalRate[0] &&
		a.HorizonDays == b.HorizonDays
}
