package lily

import (
	"context"
	"errors"
	"math"
	"testing"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/lily/pgtest"
)

// TestFees: burn and tip by day, kind of actor and method, of the canonical chain alone, in FIL.
func TestFees(t *testing.T) {
	fresh(t, "fees")
	// Eight epochs over two days, each with a PublishStorageDeals message, another of the same actor, one of a miner
	// and one of an actor that Lily could not tell; and an orphan that costs a fortune.
	execute(t, `INSERT INTO fees.derived_gas_outputs
		SELECT 2501000 + 480 * n, 'm' || n || k, 'r' || n, 'f', 't', 100000000 * (k + 1),
			(ARRAY['storagemarket', 'storagemarket', 'storageminer', NULL])[k + 1], (ARRAY[4, 2, 6, NULL])[k + 1], 0,
			(k + 1) * 1e18, (k + 1) * 1e17, (k + 1) * 1e16
		FROM generate_series(0, 7) AS n, generate_series(0, 3) AS k`)
	unforked := pgtest.Unforked("fees")
	execute(t, unforked...)
	execute(t,
		`INSERT INTO fees.block_messages SELECT height, 'block' || height, cid FROM fees.derived_gas_outputs
			WHERE actor_family IS DISTINCT FROM 'storagemarket'`,
		`INSERT INTO fees.derived_gas_outputs VALUES (2501000, 'orphan', 'other', 'f', 't', 1, 'storagemarket', 4, 0, 99e18, 99e18, 99e18)`)
	db := open(t, Options{Schema: "fees"})
	first := DayOf(2501000)
	var got []MethodFees
	if err := db.Fees(context.Background(), first-1, first+3,
		func(f MethodFees) error { got = append(got, f); return nil }); err != nil {
		t.Fatal(err)
	}
	messages, publish := map[day.Day]int64{}, 0.0
	for _, f := range got {
		k := map[string]float64{"storagemarket4": 1, "storagemarket2": 2, "storageminer6": 3, "0": 4}[f.Family+
			string(rune('0'+f.Method))]
		n := float64(f.Messages)
		if k == 0 || f.Gas != int64(k*n*1e8) || math.Abs(f.BaseFeeBurnFIL-k*n) > 1e-9 ||
			math.Abs(f.OverestimationBurnFIL-k*n/10) > 1e-9 || math.Abs(f.TipFIL-k*n/100) > 1e-9 {
			t.Errorf("%+v", f)
		}
		messages[f.Day] += f.Messages
		if f.PublishStorageDeals() {
			publish += f.BaseFeeBurnFIL
		}
	}
	total := int64(0)
	for _, n := range messages {
		total += n
	}
	if len(messages) < 2 || total != 32 || publish != 8 {
		t.Errorf("%d messages over %d days, PublishStorageDeals burnt %v FIL", total, len(messages), publish)
	}
	enough := errors.New("enough")
	if err := db.Fees(context.Background(), first, first+3, func(MethodFees) error { return enough }); !errors.Is(err,
		enough) {
		t.Errorf("%v, want the caller's error", err)
	}
}
