package ask

import (
	"encoding/json"
	"math"
	"testing"
)

// A column keeps gaps and all digits, and days stand beside it.
func TestColumn(t *testing.T) {
	column := Column{1.0 / 3, math.NaN(), -12345678.9}
	data, err := json.Marshal(struct{ C Column }{column})
	if err != nil {
		t.Fatal(err)
	}
	var back struct{ C Column }
	if err := json.Unmarshal(data, &back); err != nil || len(back.C) != 3 || back.C[0] != column[0] ||
		!math.IsNaN(back.C[1]) || back.C[2] != column[2] {
		t.Errorf("%s: %v, %v", data, back.C, err)
	}
	if err := json.Unmarshal([]byte(`{"C":"A*"}`), &back); err == nil {
		t.Error("what is no column is read as one")
	}
	chart := Chart{First: 86400, Columns: []Column{{1, 2}, {3, 4}}}
	if got, rows := chart.Data(); rows != 2 || len(got) != 6 || got[1] != 2*86400 || got[3] != 2 || got[4] != 3 {
		t.Errorf("%v of %d rows", got, rows)
	}
}

// An answer of many numbers is read while the page waits.
func BenchmarkColumns(b *testing.B) {
	columns := make([]Column, 56)
	for i := range columns {
		columns[i] = make(Column, 1100)
		for k := range columns[i] {
			columns[i][k] = math.Sqrt(float64(i*1100 + k))
		}
	}
	data, err := json.Marshal(columns)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		var back []Column
		if err := json.Unmarshal(data, &back); err != nil {
			b.Fatal(err)
		}
	}
}
