package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/evidence"
)

// TestValidatePrice: of the fees that the repository ships, which leave 2025-05-26 out (with it the figures are those
// of validate.TestPriceSteps): the table of months, 1.4 powers of ten against 3.1, the year in hindsight, and what was
// not shown.
func TestValidatePrice(t *testing.T) {
	in, err := loadInputs(assets.DefaultSnapshot)
	if err != nil {
		t.Fatal(err)
	}
	e, err := evidence.Load(in)
	if err != nil {
		t.Fatal(err)
	}
	if err := holdPrice(e, in.Daily); err != nil {
		t.Fatal(err)
	}
	var text, data strings.Builder
	writeEvidence(&text, e)
	for _, want := range []string{
		"2024-01-02..2025-06-24  knee 44.14 Tgas, width 2.48; own days (538): 0.855, 0.109 (0.244)",
		"wrong by 1.4 powers of ten in the mean (8 months), a constant burn / gas by 3.1",
		"about 34 where 92 were paid; on 2024-07-15 3.6 and 260", "WAPE 0.119, bias -0.039",
		"Brier score of 0.264 in 2025 (173 days), the base rate 0.248", "\n2025-09 ", "\n2026-02 ",
	} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, text.String())
		}
	}
	if err := writeEvidenceJSON(&data, e); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Price struct{ Months []map[string]any }
	}
	if err := json.Unmarshal([]byte(data.String()), &read); err != nil || len(read.Price.Months) != 8 {
		t.Errorf("%v, %d months", err, len(read.Price.Months))
	}
}
