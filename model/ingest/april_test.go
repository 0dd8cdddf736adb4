package ingest

import (
	"math"
	"os"
	"testing"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/ingest/portal"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// The portal's own file of 2026-04-07..20 says what the table and the snapshot say of these days, and its figures bear
// each other out.
func TestApril2026(t *testing.T) {
	data, err := os.ReadFile("portal/testdata/sample.parquet")
	if err != nil {
		t.Fatal(err)
	}
	days, err := portal.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	table, s := today(t)
	if found := CheckPortal(table, days); len(found) > 0 || len(days) != 14 {
		t.Errorf("%d days, %v", len(days), found)
	}
	var reward, gone, removed float64
	for i, d := range days {
		row := table.Row(d.Day)
		if off := d.GasTotal - table.GasTotal[row]; math.Abs(off) > 1 {
			t.Errorf("%s: gas is %v off", d.Day, off)
		}
		// Burn and tips of a day without a base fee to speak of: far below what full blocks cost, above the least fee.
		if fee := d.GasFeeFIL / (d.GasTotal / model.GasPerGgas); !(fee > 1e-7 && fee < 1e-3) {
			t.Errorf("%s: %v nanoFIL a unit of gas, tips included", d.Day, fee)
		}
		reward += d.BlockRewardFIL / float64(len(days))
		if i > 0 {
			gone += days[i-1].RawPowerPiB - d.RawPowerPiB + d.OnboardedRawPiB
			removed += d.RemovedPiB
			if off := d.BlockRewardFIL - (d.MinedFIL - days[i-1].MinedFIL); math.Abs(off) > 0.05*d.BlockRewardFIL {
				t.Errorf("%s: %v FIL minted, mined FIL says %v", d.Day, d.BlockRewardFIL, d.BlockRewardFIL-off)
			}
		}
	}
	if want := mechafil.LockedRewardOf(reward); math.Abs(s.LockedRewardFILStart-want) > 0.01 {
		t.Errorf("the snapshot has %v FIL of locked reward, want 135 x %v", s.LockedRewardFILStart, reward)
	}
	// Faults and recoveries are in the power, not in what was removed.
	if gone < 0.8*removed || gone > 1.3*removed {
		t.Errorf("%v PiB were gone, %v removed", gone, removed)
	}
}
