package lily

import (
	"context"
	"strings"

	"github.com/gasburden/gasburden/model/day"
)

// MethodFees are what the messages to one method of one kind of actor used and cost on a UTC day.
type MethodFees struct {
	Day      day.Day
	Family   string // actor_family, "" where Lily has none
	Method   int64
	Gas      int64 // gas units
	Messages int64

	// FIL. The first two are burnt, tips go to the blocks' producers.
	BaseFeeBurnFIL, OverestimationBurnFIL, TipFIL float64
}

// PublishStorageDeals are the messages that the StorageMarketActor counts as method 4.
func (f *MethodFees) PublishStorageDeals() bool { return f.Family == "storagemarket" && f.Method == 4 }

// feeChunkDays is chunkDays for sums over all messages, a hundred times as many.
const feeChunkDays = 1

// feesQuery sums all messages of the canonical chain, by day, family and method.
var feesQuery = strings.NewReplacer("{market}", "", "{figures}", `,
	coalesce(d.actor_family, '') AS family, d.method, d.base_fee_burn, d.over_estimation_burn, d.miner_tip`).Replace(
	countedRows) + `
SELECT NULL::bigint AS day, broken, blockless, messageless,
	NULL::text AS family, NULL::bigint AS method, NULL::float8, NULL::float8, NULL::float8
FROM holes
UNION ALL
SELECT (1598306400 + 30 * height) / 86400, sum(gas_used)::bigint, count(*), 0, family, method,
	(sum(base_fee_burn) / 1e18)::float8, (sum(over_estimation_burn) / 1e18)::float8, (sum(miner_tip) / 1e18)::float8
FROM counted
GROUP BY 1, family, method
ORDER BY day NULLS FIRST, family, method`

// Fees calls yield for every day, kind of actor and method of first..last that had messages, in order; an error of
// yield ends the reading and is returned.
func (db *DB) Fees(ctx context.Context, first, last day.Day, yield func(MethodFees) error) error {
	var family *string
	var method *int64
	var burn, overestimation, tip *float64
	return db.chunks(ctx, feesQuery, feeChunkDays, first, last, func(key, gas, messages, _ int64) error {
		f := MethodFees{
			Day: day.Day(key), Family: *family, Gas: gas, Messages: messages,
			BaseFeeBurnFIL: *burn, OverestimationBurnFIL: *overestimation, TipFIL: *tip,
		}
		if method != nil {
			f.Method = *method
		}
		return yield(f)
	}, &family, &method, &burn, &overestimation, &tip)
}
