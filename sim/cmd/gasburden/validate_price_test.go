package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/web/shipped/held"
)

// TestValidatePrice: of the fees that the repository ships, which leave 2025-05-26 out (with it the figures are those
// of validate.TestPriceSteps): the table of months, 1.4 powers of ten against 3.1, the year in hindsight, and what was
// not shown.
func TestValidatePrice(t *testing.T) {
	in, err := loadInputs(assets.StudySnapshot)
	if err != nil {
		t.Fatal(err)
	}
	e, err := held.Evidence(in)
	if err != nil {
		t.Fatal(err)
	}
	var text, data strings.Builder
	writeEvidence(&text, e)
	for _, want := range []string{
		"2024-01-02..2025-06-24  knee 44.14 Tgas, width 2.48; own days (538): 0.855, 0.109 (0.244)",
		"wrong by 1.4 powers of ten in the mean (8 months), a constant burn / gas by 3.1",
		"about 34 where 92 were paid; on 2024-07-15 3.6 and 260", "WAPE 0.119, bias -0.039",
		"Brier score of 0.264 in 2025 (173 days), the base rate 0.248", "\n2025-09 ", "\n2026-02 ",
		"2024-04-24..2025-05-26, 398 days: 8.9 % of all raw power, 9.4 % of that", "\n2024-09  24.3 %  24.9 %\n",
		"of a PiB -12.6 % since, of a deal -7.7 %, deals of a PiB -5.3 %",
		"2024-08-06..2025-05-26  3714 Ggas a PiB, 118 Mgas a deal",
	} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, text.String())
		}
	}
	if err := writeEvidenceJSON(&data, e); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Price  struct{ Months []map[string]any }
		Direct struct{ Months []map[string]any } `json:"direct_onboarding"`
	}
	if err := json.Unmarshal([]byte(data.String()), &read); err != nil || len(read.Price.Months) != 8 ||
		len(read.Direct.Months) != 14 {
		t.Errorf("%v, %d and %d months", err, len(read.Price.Months), len(read.Direct.Months))
	}
}
