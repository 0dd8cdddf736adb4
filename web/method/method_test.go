package method

import (
	"encoding/xml"
	"io"
	"math"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/steps"
)

var shipped = sync.OnceValues(func() ([]*assumption.Inputs, error) {
	daily, err := assets.NetworkDaily()
	if err != nil {
		return nil, err
	}
	models, err := assets.GasModels()
	if err != nil {
		return nil, err
	}
	var out []*assumption.Inputs
	for _, name := range []string{"2023-07-31", "2025-09-09"} {
		s, err := assets.Snapshot(name)
		if err != nil {
			return nil, err
		}
		fitted, err := models.For(name)
		if err != nil {
			return nil, err
		}
		out = append(out, &assumption.Inputs{Snapshot: s, Daily: daily, Regime: &models.Regime,
			Scaling: &fitted.Scaling, Onboarding: &fitted.Onboarding})
	}
	return out, nil
})

func inputs(t *testing.T) []*assumption.Inputs {
	t.Helper()
	out, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func chainOf(t *testing.T, preset, field, value string, on day.Day) []steps.Step {
	t.Helper()
	in := inputs(t)[0]
	p, err := assumption.PresetNamed(preset)
	if err != nil {
		t.Fatal(err)
	}
	if field != "" {
		if err := p.Overrides.Set(field, value); err != nil {
			t.Fatal(err)
		}
	}
	sc, err := p.Overrides.Resolve(in)
	if err != nil {
		t.Fatal(err)
	}
	r, err := sim.Run(in, sc)
	if err != nil {
		t.Fatal(err)
	}
	chain, err := steps.Chain(in, r, 1%len(r.Runs), on)
	if err != nil {
		t.Fatal(err)
	}
	return chain
}

// wellFormed reads a fragment as XML, which is stricter than HTML, and returns what text it holds.
func wellFormed(t *testing.T, fragment string) string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader("<x>" + strings.ReplaceAll(fragment, "<wbr>", "<wbr/>") + "</x>"))
	d.Entity = xml.HTMLEntity
	text := ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			return text
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		if c, ok := token.(xml.CharData); ok {
			text += string(c)
		}
	}
}

// Every symbol, equation, part, source, origin and reason has its words, and no words are left over.
func TestCatalogueIsComplete(t *testing.T) {
	text := English()
	symbols := map[string]bool{}
	for _, e := range steps.Equations() {
		symbols[e.Out.Name] = true
		for _, s := range steps.Symbols(e.Is) {
			symbols[s.Name] = true
			if days, ok := s.At.Days(); ok {
				symbols[days.Name] = true
			}
		}
		if words := text.Equation[e.ID]; words.Title == "" || words.Say == "" {
			t.Errorf("equation %s has no words", e.ID)
		}
		if _, ok := text.Unit[e.Unit]; !ok {
			t.Errorf("no words for the unit %q of %s", e.Unit, e.ID)
		}
	}
	if len(text.Equation) != len(steps.Equations()) {
		t.Errorf("words for %d equations, there are %d", len(text.Equation), len(steps.Equations()))
	}
	written := map[string]string{}
	for name := range symbols {
		if text.Symbol[name] == "" {
			t.Errorf("symbol %s has no meaning", name)
		}
		n, ok := notations[name]
		if !ok {
			t.Errorf("symbol %s has no notation", name)
			continue
		}
		key := n.letter + "_" + n.sub + strconv.FormatBool(n.bar) + strconv.FormatBool(n.prime)
		if other := written[key]; other != "" {
			t.Errorf("%s and %s are written alike", name, other)
		}
		written[key] = name
	}
	for name := range notations {
		if !symbols[name] {
			t.Errorf("notation of %s, which no equation has", name)
		}
	}
	for name := range text.Symbol {
		if !symbols[name] {
			t.Errorf("meaning of %s, which no equation has", name)
		}
	}
	for _, p := range steps.AllParts() {
		if text.Part[p] == "" {
			t.Errorf("part %s has no title", p)
		}
	}
	for _, s := range steps.Sources() {
		if text.Source[s].Title == "" {
			t.Errorf("source %s has no title", s)
		}
	}
	for _, c := range steps.Constants() {
		if _, ok := text.Unit[c.Unit]; !ok || text.Origin[c.Kind] == "" {
			t.Errorf("constant %s: unit %q, kind %q", c.Name, c.Unit, c.Kind)
		}
	}
}

// Numbers are filled in: what the catalogue itself has of digits are names, such as FIP-0045 and nv17.
func TestCatalogueHasNoNumbers(t *testing.T) {
	names := regexp.MustCompile(
		`FIP-\d{4}|nv\d+|August 2023|32 GiB|ln 2|https://\S+|regime: 1 for high gas, 0 for low|0 is that first day`)
	digits := regexp.MustCompile(`\d`)
	check := func(where, sentence string) {
		if rest := names.ReplaceAllString(sentence, ""); digits.MatchString(rest) {
			t.Errorf("%s types a number: %q", where, sentence)
		}
	}
	text := English()
	for id, e := range text.Equation {
		check(id, e.Title+" "+e.Say)
	}
	for name, meaning := range text.Symbol {
		check(name, meaning)
	}
	p := &text.Page
	for _, list := range [][]string{p.Data, p.Quirks, p.Limits, {p.Lead, p.EquationsLead, p.Notation, p.ConstantsLead,
		p.TranchesLead, p.FitsLead, p.RegimeLead, p.FractionsLead, p.DataLead, p.QuirksLead, p.ChainSay, p.Command}} {
		for _, sentence := range list {
			check("page", sentence)
		}
	}
	words := reflect.ValueOf(p.Explore)
	for i := range words.NumField() {
		check("explore", words.Field(i).String())
	}
	for _, why := range text.Why {
		check("why", why)
	}
}

// whole is a catalogue with parts of another package, whose titles sentences name.
func whole(t *Text) *Text {
	for _, id := range []string{"cost", "direct", "price"} {
		t.Evidence = append(t.Evidence, Part{ID: id, Title: "(" + id + ")", HTML: `<p class="` + id + `">2 &lt; 3</p>`})
	}
	return t
}

// Parts of another package stand as they are, listed in the contents, and sentences name them by their titles.
func TestPageHasItsParts(t *testing.T) {
	page := Page(whole(English()), inputs(t))
	for _, want := range []string{
		`<li><a href="#direct">(direct)</a></li>`, `<p class="price">2 &lt; 3</p>`,
		`<section id="cost" aria-labelledby="cost-title">` + "\n" + `<h2 id="cost-title">(cost)</h2>`,
		"the gap named in “(cost)”", "thirteen months, see “(direct)”", "only to an order of magnitude: see “(price)”",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not hold %q", want)
		}
	}
}

// The page's numbers are the code's.
func TestPageNumbers(t *testing.T) {
	all := inputs(t)
	page := Page(whole(English()), all)
	read := strings.ReplaceAll(wellFormed(t, page), "\u00a0", " ")
	if i := strings.IndexAny(read, "{}"); i >= 0 {
		t.Errorf("placeholder left: %.60q", read[i:])
	}
	numbers := map[string]float64{}
	for _, m := range regexp.MustCompile(
		`<tr><th scope="row"><math>(.*?)</math></th><td>(.*?)</td><td>([−0-9.,]+)`).FindAllStringSubmatch(page, -1) {
		v, err := strconv.ParseFloat(strings.NewReplacer(",", "", "−", "-").Replace(m[3]), 64)
		if err != nil {
			t.Fatal(err)
		}
		numbers[m[2]] = v
	}
	words := English().Symbol
	for name, want := range map[string]float64{
		"simple_decay": math.Ln2 / (6 * 365), "baseline_growth": math.Ln2 / 365,
		"baseline_start": 2.766213637444971e18 / (1 << 60),
		"storage_mining": 1.1e9, "simple_share": 30, "baseline_share": 70, "storage_pledge_days": 20, "pledge_cap": 1,
		"locked_reward_share": 75, "locked_reward_days": 180, "reserve": mechafil.DisbursedReserveFIL,
		"long_run_level":  3973.12,
		"level_half_life": 60, "weight_half_life": 30, "filplus_excess": 9, "gib_per_pib": 1 << 20, "pib_per_eib": 1024,
		"gamma_at": 76, "gamma_per_day": 0.3 / 360, "gamma_after": 70, "adoption_odds": 99,
	} {
		// The figures here are the sources', see constants.go of sim/mechafil and the notes of the gas model.
		if got := numbers[words[name]]; math.Abs(got-want) > 1e-8*want {
			t.Errorf("%s is %v on the page, want %v", name, got, want)
		}
	}
	for _, want := range []string{
		"3,663 PiB raw fall due but only 3,145 are live", "19,434 PiB QA fall due but 24,086 are live", "at −92 Ggas",
		"never exceeded 2.04",
		"870 days from 15 March 2021 to 1 August 2023", "from 15 October 2020 to 20 April 2026",
		"Gas is published up to 24 June 2025, the supply up to 20 April 2026",
		"14.8 %", "89 %", "63 %", "25 %", "51,803,587 FIL", "400,000,000 FIL", "4,119.691976",
		"FIP-0076: Direct data onboarding",
		"in the 730 days up to the snapshot", "from the 10 % quantile to the 90 % quantile", "cut into 128 cells",
		"60 days on average", "90 or more", "1,000 runs", "50 %, 80 %, 95 %", "up to 8 assumptions", "the 7 that move",
		"at most " + strconv.Itoa(all[0].Scaling.Validated.Days) + " days",
	} {
		if !strings.Contains(read, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if model.PublishFraction != 0.148 {
		t.Error("this test has an old fraction")
	}
}

// Every address within the page leads to exactly one place, and each equation has one.
func TestPageAnchors(t *testing.T) {
	page := Page(whole(English()), inputs(t))
	ids := map[string]int{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		ids[m[1]]++
	}
	for id, n := range ids {
		if n != 1 {
			t.Errorf("id %s stands %d times", id, n)
		}
	}
	for _, m := range regexp.MustCompile(` href="#([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] == 0 {
			t.Errorf("#%s leads nowhere", m[1])
		}
	}
	for _, e := range steps.Equations() {
		if ids["eq-"+e.ID] != 1 {
			t.Errorf("no place for equation %s", e.ID)
		}
	}
	for _, address := range regexp.MustCompile(`(?:src|href)="(https?:[^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !regexp.MustCompile(`^https://(spec\.filecoin\.io/|github\.com/filecoin-project/FIPs/|github\.com/CELtd/|hackmd\.io/@cryptoecon/|doi\.org/10\.|maths-people\.anu\.edu\.au/~brent/)`).MatchString(address[1]) {
			t.Errorf("unexpected address %s", address[1])
		}
	}
}

// A formula on the page is its equation, to the last symbol.
func TestFormulas(t *testing.T) {
	text := English()
	for id, want := range map[string]string{
		"qa-onboarded": "qa_onboarded[t] = raw_onboarded[t] * (1 + (filplus_multiplier[t] - 1) * " +
			"filplus_rate[t])",
		"network-time": "network_time[t] = ln(1 + baseline_growth * capped_sum[t] / baseline_start) / " +
			"baseline_growth",
		"simple-reward": "simple_reward[t] = simple_share * storage_mining * (1 - exp(-simple_decay * " +
			"network_day[t]))",
		"vesting": "vesting[t] = sum over k of tranche[k] / tranche_days[k]",
		"pledge": "pledge = min(pledge_cap * gib_per_pib * added, storage_pledge_days * reward[t] * " +
			"added / (pib_per_eib * qa_power[t]) + consensus)",
		"pledge-change": "pledge_change[t] = pledge_onboarded - (release[t] - kept[t]) + max(0, " +
			"pledge_renewed - kept[t])",
		"level": "level[t] = long_run_level * (fitted_level / long_run_level)^(2^(-ahead[t] / " +
			"level_half_life))",
		"regime":               "regime[t] = 1 if odds[t] > 0, otherwise 0",
		"consensus-geometric":  "consensus = pledge_simple^(1 - gamma) * pledge_baseline^gamma",
		"outflow":              "outflow[t] = (outflow_total[t] - outflow_total[t-smoothing]) / smoothing",
		"direct-over-netflow":  "direct_over_netflow[t] = direct_fil[t] / netflow[t]",
		"band-day":             "log_sd[t] = sqrt(drift^2 * ahead[t] / block_days + daily^2)",
		"consensus-arithmetic": "consensus = (1 - gamma) * pledge_simple + gamma * pledge_baseline",
	} {
		e := steps.EquationNamed(id)
		if got := text.plainEquals(e.Out, e.Is); got != want {
			t.Errorf("%s reads %s, want %s", id, got, want)
		}
	}
	for _, e := range steps.Equations() {
		formula := text.formula(&e)
		wellFormed(t, formula)
		for _, s := range append(steps.Symbols(e.Is), e.Out) {
			if !strings.Contains(formula, symbol(s)) {
				t.Errorf("%s does not show %v", e.ID, s)
			}
		}
		for _, element := range regexp.MustCompile(`<(\w+)`).FindAllStringSubmatch(formula, -1) {
			if !strings.Contains(" math mrow mi mo mn mtext mfrac msub msup msqrt mover munder wbr ", " "+element[1]+
				" ") {
				t.Errorf("%s has <%s>, which is not in MathML Core or not tried", e.ID, element[1])
			}
		}
	}
	const want = `<math displaystyle="true"><msub><mi>z</mi><mrow><mi>t</mi></mrow></msub><mo form="infix">=</mo></math><wbr><math displaystyle="true"><mfrac>` +
		`<mrow><msub><mi>P</mi><mrow><mi mathvariant="normal">QA</mi><mo separator="true">,</mo><mi>t</mi></mrow></msub></mrow>` +
		`<mrow><msub><mi>P</mi><mrow><mi mathvariant="normal">raw</mi><mo separator="true">,</mo><mi>t</mi></mrow></msub></mrow></mfrac></math>`
	e := steps.EquationNamed("ratio")
	if got := text.formula(&e); got != want {
		t.Errorf("MathML of ratio:\n%s\nwant\n%s", got, want)
	}
}
