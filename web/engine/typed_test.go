package engine

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func said(t *testing.T, e *Engine, r Request) (out struct {
	Said    string
	Refused bool
}) {
	t.Helper()
	request, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	data, err := e.Answer("read", request)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

const (
	aShare, aYear, anAmount, aFlow = "month_direct_over_netflow", "month_gas_over_circulating", "gas_fil",
		"saving_fil_per_day"
)

// What is typed into a form is read as on the page, and the question is about that number.
func TestTypedTargets(t *testing.T) {
	e := explorer(t)
	for _, c := range []struct {
		figure, text string
		want         float64
		read         string
	}{
		{aShare, "1.5", 0.015, ""}, {aShare, "1,5", 0.015, "1.5"}, {aShare, "1,5 %", 0.015, "1.5"},
		{aShare, "−90", -0.9, "−90"}, {aShare, "１．５％", 0.015, "1.5"},
		{aShare, "1,000,000", 1e4, "1,000,000"}, {aYear, "0,4 % a year", 0.004, "0.4"}, {aYear, "0.4 %", 0.004, "0.4"},
		{anAmount, "9,000,000", 9e6, "9,000,000"}, {anAmount, "9 000 000 FIL", 9e6, "9,000,000"},
		{anAmount, "9.000.000,5", 9000000.5, "9,000,000.5"}, {anAmount, "90,00,000", 9e6, "9,000,000"},
		{aFlow, "7,000 FIL a day", 7000, "7,000"}, {aFlow, "7000 FIL/天", 7000, "7,000"}, {aFlow, "7e3", 7000, "7,000"},
	} {
		r := Request{Asked: Asked{Figure: c.figure, Input: "adoption_share", Typed: Typed{Target: &c.text}}}
		if err := r.understand(); err != nil || r.Target != c.want {
			t.Errorf("%q of %s is %v (%v), want %v", c.text, c.figure, r.Target, err, c.want)
		}
		for language, sentence := range map[string]string{"": "read as ", "zh-CN": "读作 "} {
			want := sentence + c.read
			if c.read == "" {
				want = ""
			}
			r.Language = language
			if got := said(t, e, r); got.Said != want || got.Refused {
				t.Errorf("%q of %s: %+v, want %q", c.text, c.figure, got, want)
			}
		}
	}
	// The answer is about it.
	typed := "1,5"
	a := finish(t, e, "breakeven",
		Request{Query: query, Asked: Asked{Figure: aShare, Input: "adoption_share", Typed: Typed{Target: &typed}}})
	b := finish(t, e, "breakeven",
		Request{Query: query, Asked: Asked{Figure: aShare, Input: "adoption_share", Target: 0.015}})
	if !reflect.DeepEqual(a.Answer, b.Answer) {
		t.Error("the answer to 1,5 % is another than that to a share of 0.015")
	}
	// Where the engine chooses the target, what stands in the field does not count.
	none := ""
	if got := finish(t, e, "breakeven",
		Request{Query: query, Asked: Asked{Figure: aShare, Input: "adoption_share", Begins: true,
			Typed: Typed{Target: &none}}}); got.Answer.Target == nil {
		t.Error("no target was chosen")
	}
}

func TestTypedTargetsRefused(t *testing.T) {
	e := explorer(t)
	for _, c := range []struct{ figure, text, unit, chinese string }{
		{aShare, "", "%", "%"}, {aShare, "lots", "%", "%"}, {aShare, "0x10", "%", "%"}, {aShare, "1e999", "%", "%"},
		{aShare, "1,00,00", "%", "%"}, {aShare, "5 FIL", "%", "%"},
		{aYear, "5 FIL", "%/year", "%（每年）"}, {anAmount, "5 %", "FIL", "FIL"}, {anAmount, "5 nanoFIL", "FIL", "FIL"},
		{anAmount, "5 万", "FIL", "FIL"}, {aFlow, "5 %", "FIL/day", "FIL/天"},
	} {
		r := Request{Asked: Asked{Figure: c.figure, Input: "adoption_share", Typed: Typed{Target: &c.text}}}
		if got := said(t, e, r); got.Said != "" || !got.Refused {
			t.Errorf("%q of %s: %+v", c.text, c.figure, got)
		}
		for language, want := range map[string]string{
			"":      "the value to cross is “" + c.text + "”, want a number such as 1.5, in " + c.unit,
			"zh-CN": "要越过的值为“" + c.text + "”，应为 1.5 这样的数，单位为 " + c.chinese,
		} {
			r.Language = language
			request, _ := json.Marshal(r)
			if _, err := e.Answer("breakeven", request); err == nil || err.Error() != want {
				t.Errorf("%q of %s: %v, want %s", c.text, c.figure, err, want)
			}
		}
	}
}

// Runs, seed and block length are whole numbers, typed as people type them.
func TestTypedWholeNumbers(t *testing.T) {
	e := explorer(t)
	of := func(name, text string) Request {
		r := Request{}
		switch name {
		case "runs":
			r.Typed.Runs = &text
		case "seed":
			r.Typed.Seed = &text
		default:
			r.Typed.Block = &text
		}
		return r
	}
	for _, c := range []struct {
		name, text string
		want       uint64
		read       string
	}{
		{"runs", "1000", 1000, ""}, {"runs", "1,000", 1000, "1,000"}, {"runs", "１０００", 1000, "1,000"},
		{"runs", "1e3", 1000, "1,000"}, {"runs", "5 000", 5000, "5,000"},
		{"seed", "9007199254740991", 1<<53 - 1, ""}, {"seed", "9,007,199,254,740,991", 1<<53 - 1,
			"9,007,199,254,740,991"}, {"block", "30 days", 30, "30"}, {"block", "30 天", 30, "30"},
	} {
		r := of(c.name, c.text)
		if err := r.understand(); err != nil {
			t.Errorf("%s %q: %v", c.name, c.text, err)
			continue
		}
		got := map[string]uint64{"runs": uint64(r.Runs), "block": uint64(r.Block)}[c.name]
		if r.Seed != nil {
			got = *r.Seed
		}
		if got != c.want {
			t.Errorf("%s %q is %d, want %d", c.name, c.text, got, c.want)
		}
		shown := said(t, e, r).Said
		if read := strings.TrimPrefix(shown, "read as "); read != c.read {
			t.Errorf("%s %q: the page says %q, want %q", c.name, c.text, shown, c.read)
		}
	}
	for _, c := range []struct{ name, text, english, chinese string }{
		{"runs", "19", "runs is “19”, want a whole number from 20 to 5,000", "运行次数为“19”，应为 20 至 5,000 的整数"},
		{"runs", "5,001", "runs is “5,001”, want a whole number from 20 to 5,000", "运行次数为“5,001”，应为 20 至 5,000 的整数"},
		{"runs", "20.5", "runs is “20.5”", "运行次数为“20.5”"},
		{"runs", "", "runs is “”", "运行次数为“”"},
		{"runs", "many", "runs is “many”", "运行次数为“many”"},
		{"seed", "0", "seed is “0”, want a whole number from 1 to ", "种子为“0”，应为 1 至 "},
		{"seed", "9007199254740993", "seed is “9007199254740993”", "种子为“9007199254740993”"},
		{"block", "731", "block length is “731”, want a whole number from 1 to 730", "块长为“731”，应为 1 至 730 的整数"},
		{"block", "30 weeks", "block length is “30 weeks”", "块长为“30 weeks”"},
	} {
		r := of(c.name, c.text)
		if !said(t, e, r).Refused {
			t.Errorf("%s %q is taken", c.name, c.text)
		}
		for language, want := range map[string]string{"": c.english, "zh-CN": c.chinese} {
			r.Language = language
			request, _ := json.Marshal(r)
			if _, err := e.Answer("ensemble", request); err == nil || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("%s %q: %v, want %s", c.name, c.text, err, want)
			}
		}
	}
}
