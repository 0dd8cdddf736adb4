package assets

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/model"
)

func built(t testing.TB, name string) *Pack {
	t.Helper()
	s, err := Snapshot(name)
	if err != nil {
		t.Fatal(err)
	}
	daily, err := NetworkDailyFor(name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := CutPack(s, daily)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// same compares floats by their bits, but any NaN with any other.
func same(a, b []float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if math.Float64bits(a[i]) != math.Float64bits(b[i]) && !(math.IsNaN(a[i]) && math.IsNaN(b[i])) {
			return false
		}
	}
	return true
}

func committed(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("data/packs/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestCommittedPacks(t *testing.T) {
	for _, name := range SnapshotNames() {
		want, err := EncodePack(built(t, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(committed(t, name), want) {
			t.Errorf("data/packs/%s.json is not what the tables give: go run ./assets/cmd/pack", name)
		}
	}
	entries, err := os.ReadDir("data/packs")
	if err != nil || len(entries) != len(SnapshotNames()) {
		t.Errorf("data/packs holds %d files, want one a snapshot (%v)", len(entries), err)
	}
}

// A pack says the same as the whole table and the whole snapshot, bit for bit, on the days that it keeps; gas of
// SubmitWindowedPoSt to a Ggas.
func TestPacksAgreeWithTheTables(t *testing.T) {
	for name, first := range map[string]string{
		"2023-07-31": "2023-05-01", // the day before the 90 days with burn and gas that precede the snapshot's
		"2025-09-09": "2022-09-09", // 31 days before the history
		"2026-04-20": "2025-03-26", // as the first: gas by kind ends on 2025-06-24
	} {
		p, err := DecodePack(committed(t, name))
		if err != nil {
			t.Fatal(err)
		}
		s, err := Snapshot(name)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(p.Snapshot, s) {
			t.Errorf("%s: the pack's snapshot differs from the file's", name)
		}
		table, err := NetworkDailyFor(name)
		if err != nil {
			t.Fatal(err)
		}
		from := table.Row(p.Daily.First)
		if p.Daily.First != date(first) || from+p.Daily.Len() != table.Len() {
			t.Errorf("%s: %d days from %s, want from %s to the end of the table", name, p.Daily.Len(), p.Daily.First,
				first)
		}
		packed := 0
		for _, c := range append(fileColumns(), gasOnboarding) {
			figures, want := *c.of(p.Daily), (*c.of(table))[from:]
			if c.packed == left {
				if figures != nil {
					t.Errorf("%s: column %s is loaded", name, c.name)
				}
				continue
			}
			packed++
			if len(figures) != len(want) {
				t.Fatalf("%s: column %s has %d rows, want %d", name, c.name, len(figures), len(want))
			}
			if c.packed == inGgas {
				want = slices.Clone(want)
				for i := range want {
					want[i] = 1e9 * math.Round(want[i]/1e9)
				}
			}
			if !same(figures, want) {
				t.Errorf("%s: column %s differs from the table's", name, c.name)
			}
		}
		if packed != 19 {
			t.Errorf("%s: %d columns, want 19", name, packed)
		}
	}
}

// What a default takes the median of is the same in a pack as in the whole table, and all of it is there.
func TestPacksHoldTheDefaultsFigures(t *testing.T) {
	for _, c := range []struct {
		name       string
		figure     func(*model.Table, int) float64
		oldest2025 string
		newest2025 string
	}{
		{"onboarding", func(t *model.Table, i int) float64 { return t.OnboardedRawPiB[i] }, "2025-06-12", "2025-09-09"},
		{"FIL+ rate", func(t *model.Table, i int) float64 { return t.OnboardedQAPiB[i] / t.OnboardedRawPiB[i] },
			"2025-06-12", "2025-09-09"},
		{"renewal rate", func(t *model.Table, i int) float64 { return t.RenewalRate[i] }, "2025-06-11", "2025-09-08"},
		{"base fee", func(t *model.Table, i int) float64 { return (t.BurntFIL[i] - t.BurntFIL[i-1]) / t.GasTotal[i] },
			"2025-03-27", "2025-06-24"},
	} {
		for _, name := range SnapshotNames() {
			p, err := DecodePack(committed(t, name))
			if err != nil {
				t.Fatal(err)
			}
			last := func(t *model.Table) (values []float64, days []string) {
				for i := t.Row(p.Snapshot.Current); i > 0 && len(values) < 90; i-- {
					if v := c.figure(t, i); !math.IsNaN(v) {
						values, days = append(values, v), append(days, t.Date(i).String())
					}
				}
				return values, days
			}
			table, err := NetworkDailyFor(name)
			if err != nil {
				t.Fatal(err)
			}
			want, wantDays := last(table)
			got, gotDays := last(p.Daily)
			if len(got) != 90 || !same(got, want) || !slices.Equal(gotDays, wantDays) {
				t.Errorf("%s of %s: %d values, not the table's %d", c.name, name, len(got), len(want))
			}
			if name == "2025-09-09" && (gotDays[89] != c.oldest2025 || gotDays[0] != c.newest2025) {
				t.Errorf("%s: %s to %s, want %s to %s", c.name, gotDays[89], gotDays[0], c.oldest2025, c.newest2025)
			}
		}
	}
}

func TestDefaultPack(t *testing.T) {
	p, err := DefaultPack()
	if err != nil {
		t.Fatal(err)
	}
	if p.Snapshot.Name != DefaultSnapshot {
		t.Errorf("the default pack is of %s", p.Snapshot.Name)
	}
	again, err := EncodePack(p)
	if err != nil || !bytes.Equal(again, defaultPack) {
		t.Errorf("the default pack does not encode to itself: %v", err)
	}
}

func TestEncodePackRefuses(t *testing.T) {
	for name, damage := range map[string]func(*Pack){
		"daily.renewal_rate has 3 entries": func(p *Pack) { p.Daily.RenewalRate = p.Daily.RenewalRate[:3] },
		"daily.gas_total has 0 entries":    func(p *Pack) { p.Daily.GasTotal = nil },
		"daily.burnt_fil[5]: 1e999":        func(p *Pack) { p.Daily.BurntFIL[5] = math.Inf(1) },
		"snapshot.renewal_rate.deltas[2]":  func(p *Pack) { p.Snapshot.RenewalRate[2] = math.NaN() },
		"daily.locked_fil[5]: -":           func(p *Pack) { p.Daily.LockedFIL[5] = -1e4 },
		"renewal_rate.deltas[7]":           func(p *Pack) { p.Daily.RenewalRate[7] = 1.00000001 },
		`name "study"`:                     func(p *Pack) { p.Snapshot.Name = "study" },
	} {
		p := built(t, StudySnapshot)
		damage(p)
		if _, err := EncodePack(p); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want an error about %s", err, name)
		}
	}
}

func TestDecodePackRefuses(t *testing.T) {
	parse := func(file string, data []byte) error {
		_, err := ParsePack(file, data)
		return err
	}
	refusesNonsense(t, parse)
	mined := "\"mined_fil\":{\n   \"decimals\":-4,\n   \"deltas\":["
	first, err := CutPack(built(t, StudySnapshot).Snapshot, daily(t)) // whose lines and lengths the messages name
	if err != nil {
		t.Fatal(err)
	}
	good, err := EncodePack(first)
	if err != nil {
		t.Fatal(err)
	}
	refuses(t, good, parse, []broken{
		{"earlier version", `"version":3`, `"version":1`, []string{"line 2", "version: 1: want 3"}},
		{"version missing", ` "version":3,`, ``, []string{`key "version" is missing`}},
		{"version null", `"version":3`, `"version":null`, []string{"version: null"}},
		{"unknown key", `"version":3`, `"version":3,"extra":{}`, []string{`unknown key "extra"`}},
		{"snapshot is a list", `"snapshot":{`, `"snapshot":[{}],"x":{`, []string{`unknown key "x"`}},
		{"name is not the date", `"name":"2023-07-31"`, `"name":"study"`, []string{`name "study"`, "2023-07-31"}},
		{"series in the snapshot", "1148453739,27353", "1148453739,-1148453739",
			[]string{"line 10", "snapshot.raw_power_eib.deltas[1]: -1148453739: the sum makes 0, want more than zero"}},
		{"daily starts too late", `"first":"2023-05-01"`, `"first":"2023-07-02"`,
			[]string{"daily", "2023-07-02", "cover", "2023-07-01"}},
		{"daily starts before the network", `"first":"2023-05-01"`, `"first":"2019-05-02"`,
			[]string{"daily.first", "2019-05-02", "2020-10-15"}},
		{"daily day", `"first":"2023-05-01"`, `"first":"2.5.2023"`, []string{"daily.first", "2.5.2023"}},
		{"daily too short", `"days":863`, `"days":100`, []string{"daily.raw_power_eib: 863 entries, want at most 100"}},
		{"no days", `"days":863`, `"days":0`, []string{"daily.days: 0: want 1 to 20000"}},
		{"far too many days", `"days":863`, `"days":2e9`, []string{"daily.days: 2000000000: want 1 to 20000"}},
		{"negative days", `"days":863`, `"days":-5`, []string{"daily.days: -5"}},
		{"half a day", `"days":863`, `"days":861.5`, []string{"daily.days: 861.5"}},
		{"column missing", `"gas_total"`, `"gas_all"`, []string{`unknown key "gas_all"`}},
		{"null column", mined, `"mined_fil":null,"x":{"y":[`, []string{`unknown key "x"`}},
		{"column is a number", mined, `"mined_fil":5,"x":{"y":[`, []string{`unknown key "x"`}},
		{"bool in a list", mined + "27916,", `"mined_fil":[1,true],"x":{"y":[`, []string{`unknown key "x"`}},
		{"bool in a column", mined, mined + "true,",
			[]string{"line 8", "daily.mined_fil.deltas[0]: true: want a whole number"}},
		{"empty list in a column", mined, mined + "[],",
			[]string{"daily.mined_fil.deltas[0]: []: want a whole number"}},
		{"fraction in a column", mined, mined + "1.5,",
			[]string{"daily.mined_fil.deltas[0]: 1.5: want a whole number"}},
		{"negative figure", mined + "27916,", mined + "27916,-27917,",
			[]string{"daily.mined_fil.deltas[1]: -27917: the sum makes -10000, want zero or more"}},
		{"negative figure at the end", "]\n  },\n  \"vested_fil\"", ",-9e9]\n  },\n  \"vested_fil\"",
			[]string{"daily.mined_fil.deltas[757]: -9e9: want a whole number"}},
		{"column too long", mined, mined + strings.Repeat("1,", 863),
			[]string{"daily.mined_fil:", "entries, want at most 863"}},
		{"deltas missing", mined, `"mined_fil":{"decimals":-4,"delta":[`,
			[]string{"daily.mined_fil", `unknown key "delta"`}},
		{"decimals missing", mined, `"mined_fil":{"deltas":[`, []string{`daily.mined_fil: key "decimals" is missing`}},
		{"decimals too many", mined, strings.Replace(mined, "-4", "13", 1),
			[]string{"line 8", "daily.mined_fil.decimals: 13: want a whole number from -12 to 12"}},
		{"syntax", mined, mined + ",", []string{"line 8", "column", "invalid character ','"}},
	})
	for n := 0; n < len(defaultPack)-2; n += 997 {
		if err := parse("cut", defaultPack[:n]); err == nil {
			t.Errorf("no error for the first %d bytes", n)
		}
	}
}

// smallPack is a good pack of few bytes, which a fuzzer can handle.
func smallPack() []byte {
	p := built(&testing.T{}, StudySnapshot)
	s := p.Snapshot
	s.Start = s.Current - 2
	for _, series := range snapshotSeries {
		*series.of(s) = (*series.of(s))[:3]
	}
	s.RenewalRate = s.RenewalRate[:2]
	from := p.Daily.Row(s.Start)
	for _, c := range packColumns() {
		*c.of(p.Daily) = (*c.of(p.Daily))[from : from+4]
	}
	p.Daily.RenewalRate[3] = math.NaN()
	p.Daily.First = s.Start
	data, err := EncodePack(p)
	if err != nil {
		panic(err)
	}
	return data
}

func FuzzDecodePack(f *testing.F) {
	small := string(smallPack())
	f.Add(small)
	before, mined, _ := strings.Cut(small, `"mined_fil":[`)
	_, after, _ := strings.Cut(mined, "]")
	for _, deltas := range []string{`-4,"deltas":[29708,null,26]`, `12,"deltas":[9007199254740992,1]`,
		`0,"deltas":[5,-6]`, `1.5,"deltas":[]`} {
		f.Add(before + `"mined_fil":{"decimals":` + deltas + "}" + after)
	}
	for _, edit := range [][2]string{{"[", "[null,"}, {"{", "["}, {"}", "}}"}, {"1", "1e999"}, {`"`, `\"`}, {",", ""},
		{":", " :\t"}, {"4", "20000"}} {
		f.Add(strings.ReplaceAll(small, edit[0], edit[1]))
		f.Add(strings.Replace(small, edit[0], edit[1], 1))
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := DecodePack([]byte(text))
		if (p == nil) == (err == nil) {
			t.Fatalf("pack %v and error %v", p, err)
		}
		if err != nil {
			if !strings.HasPrefix(err.Error(), "pack: ") {
				t.Errorf("error without a file: %v", err)
			}
			return
		}
		for _, c := range packColumns() {
			if len(*c.of(p.Daily)) != p.Daily.Len() {
				t.Errorf("%s has %d of %d entries", c.name, len(*c.of(p.Daily)), p.Daily.Len())
			}
		}
		encoded, err := EncodePack(p)
		if err != nil {
			t.Fatalf("a decoded pack does not encode: %v", err)
		}
		again, err := DecodePack(encoded)
		if err != nil {
			t.Fatalf("an encoded pack does not decode: %v", err)
		}
		// %v prints NaN alike; DeepEqual would tell two NaNs apart.
		if fmt.Sprint(*again.Snapshot, *again.Daily) != fmt.Sprint(*p.Snapshot, *p.Daily) {
			t.Error("a pack changes on its way through JSON")
		}
	})
}
