package form

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"
)

// sameFigures compares floats by their bits, but any NaN with any other.
func sameFigures(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(v, w float64) bool {
		return math.Float64bits(v) == math.Float64bits(w) || math.IsNaN(v) && math.IsNaN(w)
	})
}

// columnText writes a list of figures as a document of its own.
func columnText(list []float64) string {
	return strings.NewReplacer("\n", "", " ", "").Replace(string(Encode(series{Number, true, &list})))
}

func TestFiguresLayout(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		name string
		list []float64
		want string
	}{
		{"few", []float64{1, 2}, `[1,2]`},
		{"none", nil, `[]`},
		{"sums in cents", []float64{35400.01, 35500.11, nan, 35499.95, 35499.95, 35500.01, 35500.02},
			`{"decimals":2,"deltas":[3540001,10010,null,-16,0,6,1]}`},
		{"null first", []float64{nan, 1000001, 1000002, 1000003, 1000002, 1000009, 1000010, 1000012},
			`{"decimals":0,"deltas":[null,1000001,1,1,-1,7,1,2]}`},
		{"zeros before the point", []float64{123451e5, 123453e5, 123452e5, 123451e5, 123456e5, 123459e5, 123451e5},
			`{"decimals":-5,"deltas":[123451,2,-1,-1,5,3,-8]}`},
		{"too fine", []float64{1e-13, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, `[1e-13,1,1,1,1,1,1,1,1,1,1,1,1]`},
		{"not a decimal of 2^53", []float64{1.0 / 3, 1.0 / 3, 1.0 / 3},
			`[0.3333333333333333,0.3333333333333333,0.3333333333333333]`},
		{"minus zero", []float64{math.Copysign(0, -1), 10001, 10002, 10003, 10004}, `[-0,10001,10002,10003,10004]`},
		{"infinity", []float64{math.Inf(1), 10001, 10002, 10003, 10004}, `[1e999,10001,10002,10003,10004]`},
	} {
		if got := columnText(c.list); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestFiguresRead(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		text string
		want []float64
	}{
		{`[1,null,2.5]`, []float64{1, nan, 2.5}},
		{`{"decimals":1,"deltas":[3,null,-2,0]}`, []float64{0.3, nan, 0.1, 0.1}},
		{`{"deltas":[1,2],"decimals":12}`, []float64{1e-12, 3e-12}},
		{`{"decimals":-12,"deltas":[7,1]}`, []float64{7e12, 8e12}},
		{`{"decimals":0e0,"deltas":[]}`, []float64{}},
		{`{"decimals":1,"deltas":[9007199254740992,-18014398509481984]}`,
			[]float64{900719925474099.2, -900719925474099.2}},
		{`{"decimals":0,"deltas":[-0,null,null]}`, []float64{0, nan, nan}},
	} {
		doc, root := newDocument("f", []byte(c.text))
		if got := root.figures(Number, true); doc.err != nil || !sameFigures(got, c.want) {
			t.Errorf("%s reads %v, %v, want %v", c.text, got, doc.err, c.want)
		}
	}
}

func TestFiguresFaults(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`null`, "f: line 1: document: null: want a list of numbers"},
		{`"x"`, `document: "x": want a list of numbers`},
		{`{}`, `key "decimals" is missing`},
		{`{"decimals":0,"deltas":[],"unit":1}`, `unknown key "unit"`},
		{`{"decimals":0,"deltas":{"decimals":0,"deltas":[]}}`, "deltas: {"},
		{`{"decimals":0,"deltas":null}`, "deltas: null: want a list of numbers"},
		{`{"decimals":13,"deltas":[]}`, "decimals: 13: want a whole number from -12 to 12"},
		{`{"decimals":-13,"deltas":[]}`, "decimals: -13: want a whole number from -12 to 12"},
		{`{"decimals":1.5,"deltas":[]}`, "decimals: 1.5: want a whole number"},
		{`{"decimals":1e300,"deltas":[]}`, "decimals: 1e+300: want a whole number"},
		{`{"decimals":1e999,"deltas":[]}`, "decimals: 1e999: want a finite number"},
		{`{"decimals":"2","deltas":[]}`, `decimals: "2": want a number`},
		{"{\"decimals\":0,\n\"deltas\":[1,\n1.5]}",
			"f: line 3: deltas[1]: 1.5: want a whole number from -2^54 to 2^54"},
		{`{"decimals":0,"deltas":[1e3]}`, "deltas[0]: 1e3: want a whole number"},
		{`{"decimals":0,"deltas":["1"]}`, `deltas[0]: "1": want a whole number`},
		{`{"decimals":0,"deltas":[[1]]}`, "deltas[0]: [1]: want a whole number"},
		{`{"decimals":0,"deltas":[false]}`, "deltas[0]: false: want a whole number"},
		{`{"decimals":0,"deltas":[99999999999999999999]}`, "deltas[0]: 99999999999999999999: want a whole number"},
		{`{"decimals":0,"deltas":[0,18014398509481985]}`, "deltas[1]: 18014398509481985: want a whole number"},
		{`{"decimals":12,"deltas":[1,9007199254740992]}`,
			"deltas[1]: 9007199254740992: the sum makes 9007.199254740992, want a sum from -2^53 to 2^53"},
		{`{"decimals":0,"deltas":[-9007199254740993]}`, "want a sum from -2^53 to 2^53"},
		{`{"decimals":2,"deltas":[150,null,-49,-2]}`, "deltas[0]: 150: the sum makes 1.5, want a share from 0 to 1"},
		{`{"decimals":2,"deltas":[50,null,-49,-2]}`, "deltas[3]: -2: the sum makes -0.01, want a share from 0 to 1"},
	} {
		doc, root := newDocument("f", []byte(c.text))
		if got := root.figures(Share, true); doc.err == nil || !strings.Contains(doc.err.Error(), c.want) ||
			got != nil {
			t.Errorf("%s: %v, %v, want %q", c.text, got, doc.err, c.want)
		}
	}
	doc, root := newDocument("f", []byte(`{"decimals":0,"deltas":[1,null]}`))
	if root.figures(Number, false); doc.err == nil || !strings.Contains(doc.err.Error(), "deltas[1]: null: want") {
		t.Errorf("null where none is allowed: %v", doc.err)
	}
}

// Decimal numbers, as tables publish them, come back bit for bit, and in the short form where it is shorter.
func FuzzFigures(f *testing.F) {
	f.Add([]byte("\x01\x02\x03\x04\x05\x06\x07\x08\xff\xff\xff\xff\xff\xff\xef\x7f\x00\x00\x00\x00\x00\x00\xf8\x7f"), 3)
	f.Add(make([]byte, 64), 0)
	f.Add([]byte("12345678123456781234567812345678"), -9)
	f.Fuzz(func(t *testing.T, raw []byte, decimals int) {
		decimals %= maxDecimals + 1
		var floats, decimal []float64
		for ; len(raw) >= 8; raw = raw[8:] {
			bits := binary.LittleEndian.Uint64(raw)
			if v := math.Float64frombits(bits); !math.IsInf(v, 0) {
				floats = append(floats, v)
			}
			decimal = append(decimal, scaled(float64(int64(bits)>>(11+bits%32)), decimals))
		}
		for _, list := range [][]float64{floats, decimal} {
			text := Encode(series{Number, true, &list})
			doc, root := newDocument("f", text)
			if got := root.figures(Number, true); doc.err != nil || !sameFigures(got, list) {
				t.Errorf("%v is written %s and reads %v, %v", list, text, got, doc.err)
			}
		}
	})
}
