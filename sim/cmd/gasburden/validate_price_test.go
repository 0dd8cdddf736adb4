package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/price/pricetest"
	"github.com/gasburden/gasburden/model/validate"
	"github.com/gasburden/gasburden/sim/evidence"
)

// TestValidatePrice: the table of months, 1.4 powers of ten against 3.1, the year in hindsight, and what was not shown.
func TestValidatePrice(t *testing.T) {
	in, err := loadInputs(assets.DefaultSnapshot)
	if err != nil {
		t.Fatal(err)
	}
	e, err := evidence.Load(in)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.HoldPrice(in.Daily, &validate.Fees{
		NanoFIL: pricetest.Fees(t), BurntFIL: pricetest.Burnt(t),
		RawEiB: pricetest.PowerAfter(t), OnboardedPiB: pricetest.OnboardedAfter(t),
	}); err != nil {
		t.Fatal(err)
	}
	var text, data strings.Builder
	writeEvidence(&text, e)
	for _, want := range []string{
		"2024-01-02..2025-06-24  knee 44.16 Tgas, width 2.47; own days (539): 0.855, 0.109 (0.243)",
		"wrong by 1.4 powers of ten in the mean (8 months), a constant burn / gas by 3.1",
		"about 34 where 92 were paid; on 2024-07-15 3.6 and 260", "WAPE 0.119, bias -0.039",
		"Brier score of 0.267 in 2025 (174 days), the base rate 0.248", "\n2025-09 ", "\n2026-02 ",
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
