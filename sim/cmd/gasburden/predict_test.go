package main

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
)

var predicted = regexp.MustCompile(`^gas +(-?[0-9.e+-]+) Ggas/day\nregime +([01]) \((low|high) gas\)\n`)

// TestPredict compares with scikit-learn's corners of the grid in regime-model.json.
func TestPredict(t *testing.T) {
	for _, c := range []struct {
		deal, ratio string
		gas         float64
		regime      string
		warnings    []string
	}{
		{"1", "1", 1209.6518652806008, "0 (low gas)", []string{"outside"}},
		{"1", "5", -7534.334292101366, "1 (high gas)", []string{"negative", "outside"}},
		{"5", "1", 24076.22440220431, "1 (high gas)", []string{"outside"}},
		{"5", "5", 8294.57494446031, "1 (high gas)", []string{"outside"}},
		// Source: by hand from the planes of the same file.
		{"5", "2", 5*3957.2273091404186 - 2*3945.4123644359997 + 8235.500220938215, "1 (high gas)", nil},
		{"0", "1", 8783.14970503524 - 8874.887921969563, "0 (low gas)", []string{"negative"}},
		{"1000", "20", 1000*3957.2273091404186 - 20*3945.4123644359997 + 8235.500220938215, "1 (high gas)",
			[]string{"outside"}},
	} {
		got := call("", "predict", "-model", "regime", "-deal", c.deal, "-ratio", c.ratio)
		match := predicted.FindStringSubmatch(got.stdout)
		if got.status != exitOK || got.stderr != "" || match == nil {
			t.Errorf("deal %s, ratio %s: status %d, stdout %q, stderr %q", c.deal, c.ratio, got.status, got.stdout,
				got.stderr)
			continue
		}
		gas, err := strconv.ParseFloat(match[1], 64)
		if err != nil || math.Abs(gas-c.gas) > 1e-9*math.Abs(c.gas) || match[2]+" ("+match[3]+" gas)" != c.regime {
			t.Errorf("deal %s, ratio %s: %v in regime %s (%s), want %v in %s", c.deal, c.ratio, gas, match[2], match[3],
				c.gas, c.regime)
		}
		digits := strings.TrimLeft(strings.ReplaceAll(strings.TrimPrefix(match[1], "-"), ".", ""), "0")
		if len(digits) < 8 {
			t.Errorf("deal %s, ratio %s: %s has fewer than 8 significant digits", c.deal, c.ratio, match[1])
		}
		for _, word := range []string{"negative", "outside"} {
			warned := strings.Contains(got.stdout, word)
			if want := strings.Contains(strings.Join(c.warnings, " "), word); warned != want {
				t.Errorf("deal %s, ratio %s: warned of %s %v, want %v", c.deal, c.ratio, word, warned, want)
			}
		}
	}
}

// TestPredictDefaultModel: -model and -snapshot may be left out; the scaling model needs no ratio.
func TestPredictDefaultModel(t *testing.T) {
	a := call("", "predict", "-date", "2024-04-24", "-deal", "2.5")
	for _, more := range [][]string{{"-model", "scaling"}, {"-snapshot", "2023-07-31"}, {"-ratio", "3"}} {
		if b := call("", append([]string{"predict", "-date", "2024-04-24", "-deal", "2.5"}, more...)...); a != b ||
			a.status != exitOK {
			t.Errorf("%+v and with %v %+v", a, more, b)
		}
	}
}

var (
	scaled = regexp.MustCompile(`^gas +([0-9.e+-]+) Ggas/day\n`)
	banded = regexp.MustCompile(`(?m)^(50|80|95) % band +([0-9.e+-]+) to ([0-9.e+-]+) Ggas/day$`)
)

// TestPredictScaling compares with the notes' test points: section 2 (1e-8) and section 3.
func TestPredictScaling(t *testing.T) {
	models, err := assets.GasModels()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		date, deal string
		gas        float64
		bands      [3][2]float64 // zero: not in the notes
		warnings   []string
	}{
		{"2021-12-01", "0.1", 123.0695698, [3][2]float64{}, []string{"note:"}},
		{"2022-07-06", "0.3", 369.2087093, [3][2]float64{}, []string{"note:"}},
		{"2022-07-07", "0.3", 561.8215565, [3][2]float64{}, []string{"note:"}},
		{"2022-11-30", "2.5", 4681.846304, [3][2]float64{}, []string{"note:"}},
		{"2022-12-01", "2.5", 11307.06227, [3][2]float64{}, []string{"note:"}},
		{"2023-08-01", "4", 18091.29964, [3][2]float64{}, []string{"note:"}},
		{"2023-08-02", "4", 16471.91252, [3][2]float64{}, nil},
		{"2023-08-31", "4", 16304.84330, [3][2]float64{{15091.955, 17615.207}, {13980.471, 19015.662},
			{12609.241, 21083.578}}, nil},
		{"2023-09-30", "4", 16182.96911, [3][2]float64{}, nil},
		{"2024-04-24", "2.5", 9949.276963, [3][2]float64{}, nil},
		{"2024-07-31", "4", 0, [3][2]float64{2: {8364.8685, 30226.53}}, nil},
		{"2025-06-24", "4", 15892.67201, [3][2]float64{}, nil},
		{"2025-06-25", "4", 0, [3][2]float64{}, []string{"checked"}},
		{"2026-07-31", "5.9664154", 23705.28711, [3][2]float64{}, []string{"deal power", "checked"}},
		{"2026-07-31", "2.9832077", 11852.64355, [3][2]float64{}, []string{"checked"}},
		{"2026-07-31", "4", 0, [3][2]float64{2: {5393.6804, 46827.205}}, []string{"checked"}},
		{"2100-01-01", "1000", 3973120, [3][2]float64{}, []string{"deal power", "checked"}},
	} {
		got := call("", "predict", "-model", "scaling", "-date", c.date, "-deal", c.deal)
		match, bands := scaled.FindStringSubmatch(got.stdout), banded.FindAllStringSubmatch(got.stdout, -1)
		if got.status != exitOK || got.stderr != "" || match == nil || len(bands) != 3 {
			t.Errorf("%s: status %d, stdout %q, stderr %q", c.date, got.status, got.stdout, got.stderr)
			continue
		}
		number := func(text string) float64 {
			v, err := strconv.ParseFloat(text, 64)
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
		close := func(got, want, rel float64) bool { return want == 0 || math.Abs(got-want) <= rel*want }
		if gas := number(match[1]); !close(gas, c.gas, 1e-8) {
			t.Errorf("%s: %v, want %v", c.date, gas, c.gas)
		}
		inner := [2]float64{number(match[1]), number(match[1])}
		for k, band := range bands {
			low, high := number(band[2]), number(band[3])
			if band[1] != []string{"50", "80", "95"}[k] || !close(low, c.bands[k][0], 1e-7) ||
				!close(high, c.bands[k][1], 1e-7) || !(low < inner[0] && high > inner[1]) {
				t.Errorf("%s: %q, want %v", c.date, band[0], c.bands[k])
			}
			inner = [2]float64{low, high}
		}
		for _, word := range []string{"note:", "deal power", "checked"} {
			if word == "checked" && c.date <= models.Snapshots[0].Scaling.LastValidated().String() {
				continue // the first release was compared with days to 2025-06-24, later ones with more
			}
			if told, want := strings.Contains(got.stdout, word), strings.Contains(strings.Join(c.warnings, " "),
				word); told != want {
				t.Errorf("%s, %s PiB: said %q %v, want %v", c.date, c.deal, word, told, want)
			}
		}
	}
	// No deals, no gas. Another snapshot has another level (3822.345 on its last day, gas-models.json).
	if got := call("", "predict", "-date", "2024-01-01", "-deal", "0"); got.status != exitOK ||
		!strings.HasPrefix(got.stdout, "gas     0.000000000 Ggas/day\n") {
		t.Errorf("no deals: %+v", got)
	}
	if got := call("", "predict", "-date", "2025-08-23", "-deal", "1", "-snapshot", "2025-09-09"); !strings.HasPrefix(
		got.stdout, "gas     3897.00") {
		t.Errorf("60 days on, halfway (in logarithms) from 3822.345 to 3973.12: %+v", got)
	}
}

func TestPredictFaults(t *testing.T) {
	for _, c := range []struct {
		args []string
		part string
	}{
		{nil, "-deal"},
		{[]string{"-date", "2024-04-24"}, "-deal is missing"},
		{[]string{"-deal", "5"}, `-date is "", want a day YYYY-MM-DD in 2021-03-15..2100-01-01`},
		{[]string{"-deal", "5", "-date", "2021-03-14"}, `-date is "2021-03-14"`},
		{[]string{"-deal", "5", "-date", "2100-01-02"}, `-date is "2100-01-02"`},
		{[]string{"-deal", "5", "-date", "2024-02-30"}, `-date is "2024-02-30"`},
		{[]string{"-deal", "5", "-date", "today"}, `-date is "today"`},
		{[]string{"-deal", "5", "-date", "2024-04-24", "-snapshot", "2024-01-01"},
			"want one of 2023-07-31, 2025-09-09"},
		{[]string{"-deal", "5", "-date", "2024-04-24", "-snapshot", ""}, "-snapshot"},
		{[]string{"-deal", "5", "-model", "regime"}, "-ratio"},
		{[]string{"-ratio", "2", "-model", "regime"}, "-deal"},
		{[]string{"-deal", "5", "-ratio", "2", "-model", "linear"}, `-model is "linear", want "scaling" or "regime"`},
		{[]string{"-deal", "NaN", "-ratio", "2"}, `"NaN" for flag -deal: want a number such as`},
		{[]string{"-deal", "Inf", "-ratio", "2"}, `"Inf" for flag -deal: want a number such as`},
		{[]string{"-deal", "-1", "-ratio", "2"}, "-deal is -1, want PiB a day in 0..1000"},
		{[]string{"-deal", "1001", "-ratio", "2"}, "-deal is 1001, want PiB a day in 0..1000"},
		{[]string{"-deal", "1e999", "-ratio", "2"}, "1e999"},
		{[]string{"-deal", "five", "-ratio", "2"}, "five"},
		{[]string{"-deal", "5", "-model", "regime", "-ratio", "NaN"}, `"NaN" for flag -ratio: want a number such as`},
		{[]string{"-deal", "5", "-model", "regime", "-ratio", "0.9"},
			"-ratio is 0.9, want QA power / raw power in 1..20"},
		{[]string{"-deal", "5", "-model", "regime", "-ratio", "21"},
			"-ratio is 21, want QA power / raw power in 1..20"},
		{[]string{"-deal", "5", "-ratio", "2", "3"}, `unexpected argument "3"`},
		{[]string{"-deal", "5", "-ratio", "2", "-fast"}, "-fast"},
	} {
		got := call("", append([]string{"predict"}, c.args...)...)
		if got.status != exitUsage || got.stdout != "" || !strings.Contains(got.stderr, c.part) {
			t.Errorf("%v: status %d, stdout %q, stderr %q", c.args, got.status, got.stdout, got.stderr)
		}
	}
}
