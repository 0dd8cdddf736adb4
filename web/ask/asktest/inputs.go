package asktest

import (
	"testing"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/shipped"
)

// Inputs are those of a shipped snapshot, with its history.
func Inputs(t testing.TB, snapshot string) (*assumption.Inputs, *explore.History) {
	t.Helper()
	pack, err := assets.ShippedPack(snapshot)
	if err != nil {
		t.Fatal(err)
	}
	models, err := assets.GasModels()
	if err != nil {
		t.Fatal(err)
	}
	in, err := shipped.Inputs(pack, models)
	if err != nil {
		t.Fatal(err)
	}
	daily, err := assets.NetworkDaily()
	if err != nil {
		t.Fatal(err)
	}
	return in, explore.NewHistory(daily, in.Snapshot.Current, explore.HistoryDays)
}
