package model

import (
	"math"
	"testing"
)

// What a scenario takes of sectors without deals is the quotient of the FIP's amounts, in whole percent.
func TestProveFractionNoDeals(t *testing.T) {
	if want := math.Round(100*ProveMgasNoDealsDirect/ProveMgasNoDeals) / 100; ProveFractionNoDealsRounded != want {
		t.Errorf("%v, want %v", ProveFractionNoDealsRounded, want)
	}
}
