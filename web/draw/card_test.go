package draw

import (
	"bytes"
	"flag"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

var update = flag.Bool("update", false, "write the golden cards again")

// A changed picture is a reviewed diff: the card of each preset is kept as a file. The same bytes come from
// every platform.
func TestGoldenCards(t *testing.T) {
	for _, preset := range assumption.Presets() {
		golden(t, words.English(), preset.Name, "testdata/")
	}
	for _, preset := range []string{"stayed", "study", "today"} {
		golden(t, words.InChinese(), preset, "testdata/zh-CN/")
	}
}

func golden(t *testing.T, text *words.Text, preset, folder string) {
	t.Helper()
	svg := SVG(heroOf(pageIn(t, text, preset)), where)
	if again := SVG(heroOf(pageIn(t, text, preset)), where); !bytes.Equal(svg, again) {
		t.Errorf("%s: two cards of the same scenario differ", preset)
	}
	name := folder + preset + ".svg"
	if *update {
		if err := os.WriteFile(name, svg, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(svg, want) {
		t.Errorf("%s is not what it was: look at it, then go test ./web/draw -update", name)
	}
}

// cases are what the card must take: few and many rates, poles, negative gas, a network that ends, the
// shortest and the longest horizon, long values.
var cases = []struct {
	name, preset string
	assumptions  []string
}{
	{"default", "default", nil},
	{"the study's network", then, nil},
	{"study", "study", nil},
	{"refilled", "refilled", nil},
	{"one rate", then, []string{"fil_plus_rates=0.9"}},
	{"five rates close together", then, []string{"fil_plus_rates=0.70,0.701,0.702,0.703,0.704"}},
	{"the same rate five times", then, []string{"fil_plus_rates=0.5,0.5,0.5,0.5,0.5"}},
	{"five rates", then, []string{"fil_plus_rates=0.1234,0.2345,0.3456,0.4567,0.5678", "by=outflow"}},
	{"network of 2025", then, []string{"snapshot=2025-09-09"}},
	{"network of 2025 by outflow", then, []string{"snapshot=2025-09-09", "by=outflow"}},
	{"network of 2025 by supply", then, []string{"snapshot=2025-09-09", "by=circulating", "messages=onboarding"}},
	{"negative gas", "study", []string{"snapshot=2025-09-09"}},
	{"poles", "refilled", []string{"by=outflow", "horizon_days=600"}},
	{"poles without smoothing", then, []string{"smoothing_days=1", "by=outflow"}},
	{"no smoothing", then, []string{"smoothing_days=1"}},
	{"a network that ends", then, []string{"renewal_rate=0", "raw_onboarding_pib=0", "horizon_days=2000"}},
	{"a network that ends at once", then, []string{"renewal_rate=0", "raw_onboarding_pib=0", "horizon_days=600",
		"sector_duration_days=180"}},
	{"one day", then, []string{"horizon_days=1"}},
	{"one day of one rate", then, []string{"horizon_days=1", "fil_plus_rates=0", "by=circulating"}},
	{"two weeks", then, []string{"horizon_days=14", "smoothing_days=365"}},
	{"twenty years", then, []string{"horizon_days=7300"}},
	{"twenty years of much onboarding", then, []string{"horizon_days=7300", "raw_onboarding_pib=25",
		"by=circulating"}},
	{"no adoption", then, []string{"adoption=none"}},
	{"constant adoption", then, []string{"adoption=constant", "adoption_share=0.123456"}},
	{"a ramp", then, []string{"adoption=logistic", "adoption_start=2024-09-30", "adoption_days=7300",
		"adoption_share=0.123456"}},
	{"no fee", then, []string{"base_fee_nanofil=0"}},
	{"the highest fee", then, []string{"base_fee_nanofil=1000"}},
	{"a tiny fee", then, []string{"base_fee_nanofil=1e-12"}},
	{"rates over time", then, []string{"horizon_days=3", "fil_plus_rates=[[0.1,0.2,0.3],0.5]",
		"raw_onboarding_pib=[1,2.345,3]"}},
	{"all at once", "refilled-in-part", []string{
		"snapshot=2025-09-09", "messages=onboarding", "by=circulating",
		"fil_plus_rates=0.1234,0.2345,0.3456,0.4567,0.5678",
		"adoption=logistic", "adoption_start=2025-09-30", "adoption_days=7300", "adoption_share=0.123456",
		"raw_onboarding_pib=12.345678",
		"renewal_rate=0.654321", "lock_target=0.123456", "horizon_days=4321", "smoothing_days=123",
		"sector_duration_days=1234",
		"fil_plus_multiplier=12.345", "gamma=0.1234", "pledge_base=available", "gamma_weighting=harmonic",
		"qa_renewal_multiplier=1.2345",
		"direct_gas_fraction=0.123456", "direct_prove_fraction=0.123456", "base_fee_nanofil=0.000123456",
	}},
}

// Whatever the scenario, the card can be read: all text lies on it, in characters that Inter has, large
// enough, and nothing stands on anything else.
func TestEveryCardCanBeRead(t *testing.T) {
	if testing.Short() {
		t.Skip("many cards: as WebAssembly, the golden ones will do")
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { mustBeRead(t, pageOf(t, c.preset, c.assumptions...)) })
		t.Run(c.name+" in Chinese",
			func(t *testing.T) { mustBeRead(t, pageIn(t, words.InChinese(), c.preset, c.assumptions...)) })
	}
}

func mustBeRead(t *testing.T, page *page.Page) {
	t.Helper()
	d := read(t, SVG(heroOf(page), where))
	mustBeLegible(t, &d)
	if d.title == "" || !strings.Contains(d.desc, "FIL+") || strings.Contains(d.desc, "<b>") {
		t.Errorf("title %q, description %q", d.title, d.desc)
	}
	if d.size > 220_000 {
		t.Errorf("%d bytes", d.size)
	}
	for _, f := range page.Picture().Figures {
		if !d.says(f.Value) || !strings.Contains(d.desc, words.Fill(page.Text.Card.Said, "label", f.Label, "value",
			f.Value)) {
			t.Errorf("the card does not give %q in its figures and its description", f.Value)
		}
	}
	if cautions := page.Picture().CardCautions; len(cautions) > 0 != d.says(page.Text.Card.CautionLead) ||
		len(cautions) > 0 && !d.says(cautions[0]) {
		t.Errorf("of the warnings %q the card does not give the first", cautions)
	}
	if !d.says(where) || !d.says(page.Text.Card.Brand) || !d.says(page.Picture().CardData) ||
		!d.says(page.Picture().CardSubtitle) {
		t.Error("address, brand, date or subtitle is missing or cut")
	}
	if !d.says(d.title) {
		t.Errorf("the title %q is cut", d.title)
	}
}

// mustBeLegible fails where a text leaves the card, is too small, has characters that Inter lacks, or lies
// on another.
func mustBeLegible(t *testing.T, d *drawn) {
	t.Helper()
	for i, s := range d.texts {
		if strings.HasSuffix(s.text, ellipsis) && !strings.HasPrefix(s.text, "example.org/") {
			t.Errorf("%q is cut", s.text)
		}
		if s.left < 20 || s.right > Width-20 || s.top < 8 || s.bottom > Height-8 {
			t.Errorf("%q reaches from %.0f to %.0f, %.0f to %.0f", s.text, s.left, s.right, s.top, s.bottom)
		}
		if s.size < 18 {
			t.Errorf("%q has size %v", s.text, s.size)
		}
		if strings.TrimSpace(s.text) == "" || undrawable(s.text) || strings.ContainsAny(s.text, "{}") ||
			strings.Contains(s.text, "NaN") {
			t.Errorf("%q cannot stand on a card", s.text)
		}
		for _, other := range d.texts[:i] {
			if s.left < other.right && other.left < s.right && s.top < other.bottom && other.top < s.bottom {
				t.Errorf("%q lies on %q", s.text, other.text)
			}
		}
	}
}

// undrawable reports characters that neither Inter nor the part of Noto Sans SC for Chinese cards has.
func undrawable(text string) bool {
	return drawable(text) != strings.Map(func(r rune) rune {
		if place(r) < 0 && strings.ContainsRune(words.Characters(), r) {
			return -1
		}
		return r
	}, text)
}

// The address is the reader's to give: it must neither break the card nor run out of it.
func TestAddress(t *testing.T) {
	page := pageOf(t, then, "horizon_days=60")
	for address, want := range map[string]string{
		"":                                 "",
		`a<b>&"'c`:                         `a<b>&"'c`,
		"a\x00\x1b\u0085b\u2028≤漢c\xff":    "abc",
		strings.Repeat("example.org/", 40): "example.org/example.org/",
	} {
		d := read(t, SVG(heroOf(page), address))
		mustBeLegible(t, &d)
		if !d.says(want) {
			t.Errorf("%q: no %q", address, want)
		}
	}
	if svg := SVG(heroOf(page), "</text><script>"); bytes.Contains(svg, []byte("<script")) {
		t.Error("an address becomes an element")
	}
}

// What the reader has hidden or zoomed to is so on the card.
func TestCardShowsTheView(t *testing.T) {
	page := pageOf(t, then)
	all := read(t, SVG(heroOf(page), where))
	page.Show("direct", false)
	page.Show("realised", false)
	page.Show("1", false)
	page.Zoom[0], page.Zoom[1] = page.Result.Date(200), page.Result.Date(240)
	some := read(t, SVG(heroOf(page), where))
	mustBeLegible(t, &some)
	for _, words := range []string{page.Text.Direct, page.Text.RealisedPriced, page.Picture().Rates[0].Name, "2026",
		"saved"} {
		if !all.says(words) {
			t.Errorf("no %q on the whole card", words)
		}
		for _, s := range some.texts {
			if s.text == words || strings.HasSuffix(s.text, "% "+words) {
				t.Errorf("%q is hidden or out of sight, and on the card", words)
			}
		}
	}
	if len(some.paths) >= len(all.paths) || !some.says("Feb") {
		t.Errorf("%d paths of %d, no tick in February", len(some.paths), len(all.paths))
	}
}

// By circulating supply and by outflow the card says so.
func TestCardSaysItsDenominator(t *testing.T) {
	for _, by := range words.Denominators {
		page := pageOf(t, then, "by="+string(by), "horizon_days=400")
		d := read(t, SVG(heroOf(page), where))
		shares, rates := 0, []string{} // labels of the axis in percent; names of curves
		for _, r := range page.Picture().Rates {
			rates = append(rates, r.Name)
		}
		for _, s := range d.texts {
			number, share := strings.CutSuffix(s.text, " %")
			if _, err := strconv.ParseFloat(number, 64); share && err == nil && !slices.Contains(rates, s.text) {
				shares++
			}
		}
		if shares > 2 != (by != words.ByFIL) {
			t.Errorf("by %s the axis has %d labels in percent", by, shares)
		}
		if by == words.ByFIL {
			if !strings.Contains(d.title, "FIL a day") || !d.says("about") {
				t.Errorf("in FIL a day: %q", d.title)
			}
			continue
		}
		if !strings.Contains(d.title, page.Text.Basis[by]) || !d.says("of "+page.Text.Basis[by]) &&
			!d.says("of circulating supply a") {
			t.Errorf("by %s: %q", by, d.title)
		}
	}
}

// A card of own figures names them whole, in both languages, however long the name of their file; the headline's own
// caution stands before all others.
func TestCardOfOwnFigures(t *testing.T) {
	for _, text := range []*words.Text{words.English(), words.InChinese()} {
		shown := pageIn(t, text, "saved-unused", "burn_feedback=false", "base_fee_nanofil=30")
		own := page.NewOwn("network-daily-with-corrections.csv",
			link.Own{Hash: "3f2a9c1b7d04", Rows: 1791, First: day.Of(2020, 10, 15), Last: day.Of(2025, 9, 9)})
		if err := shown.UseOwn(shown.Inputs(), own); err != nil {
			t.Fatal(err)
		}
		if err := shown.Update(); err != nil {
			t.Fatal(err)
		}
		drawn := read(t, SVG(heroOf(shown), where))
		for _, want := range []string{shown.Picture().CardData, text.Own.Caution + text.Card.CautionMark +
			text.Warning[sim.WarnGasAboveNetflow]} {
			if !drawn.says(want) {
				t.Errorf("%s: the card does not say %q", text.Site.Language, want)
			}
		}
		if !strings.Contains(shown.Picture().CardData, "network-daily-with-c…") ||
			!strings.Contains(shown.Picture().CardData, own.Hash) {
			t.Errorf("%q", shown.Picture().CardData)
		}
	}
}
