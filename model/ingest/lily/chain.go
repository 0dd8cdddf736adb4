package lily

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
)

// Lily follows the chain as it grows, and keeps what it saw of branches that were given up: their blocks, and what
// their messages used. A message of two branches has a row for each, since the primary key of derived_gas_outputs is
// (height, cid, state_root), and a message of a given-up branch alone has one too. So a plain sum counts some messages
// several times, and some that were never executed on the canonical chain.
//
// Which blocks are canonical follows from their parents, as in Lily's own derived_consensus_chain_view
// (schemas/v1/base.go of filecoin-project/lily): from the heaviest block down, the parents of a canonical block are the
// canonical tipset below it. chain_consensus would be shorter to read, but its key (height, parent_state_root,
// parent_tip_set) holds one of two tipsets with the same parents, whichever was seen first.
//
// The tables, with the columns used and their keys:
//
//	block_headers        height, cid; parent_weight (text), parent_state_root
//	block_parents        height, block, parent; height is the block's own
//	block_messages       height, block, message
//	derived_gas_outputs  height, cid, state_root; actor_family, gas_used; for fees method, base_fee_burn,
//	                     over_estimation_burn, miner_tip (attoFIL). Height and state root are those of the tipset that
//	                     has the message: its epoch, and the parent_state_root of its blocks (tasks/messages/gasoutput)
//
// A row counts if its state root is that of the canonical tipset of its epoch, and if a block of that tipset has the
// message. The second condition is needed where two tipsets have the same parents, and so the same state root: a block
// that came too late, or was left out by the miners of the next epoch, brings messages of its own.
var tables = []string{"derived_gas_outputs", "block_headers", "block_parents", "block_messages"}

// finality is how many epochs later no branch can win any more. The walk begins that far after the range, so that in
// the range all branches but one have ended.
const finality = 900

// countedRows are common table expressions: chain, the canonical tipsets of the epochs $1 <= height < $2, each by one
// of its blocks and by a block of the tipset above it; and counted, their messages, each once: those of the
// StorageMarketActor, or with {market} left out all. {figures} are further columns of them. The
// tipset at the very top is canonical only for want of a better one, and has no messages here: Lily writes them once
// the tipset above has their receipts.
const countedRows = `
WITH RECURSIVE chain (height, block, state_root, child_height, child) AS (
	(SELECT height, cid, parent_state_root, NULL::bigint, NULL::text
	FROM {block_headers},
		(SELECT max(height) AS top FROM {block_headers} WHERE height >= $1 AND height < $2 + {finality}) AS tops
	WHERE height >= $1 AND height <= top AND height > top - {finality}
	ORDER BY parent_weight::numeric DESC, height DESC, cid
	LIMIT 1)
	UNION ALL
	SELECT below.height, below.cid, below.parent_state_root, chain.height, chain.block
	FROM chain
	CROSS JOIN LATERAL (
		SELECT parent FROM {block_parents} AS p
		WHERE p.height = chain.height AND p.block = chain.block
		ORDER BY parent LIMIT 1) AS link
	CROSS JOIN LATERAL (
		-- Backwards through the index: the parent is one epoch below, or a few where epochs have no block.
		SELECT h.height, h.cid, h.parent_state_root FROM {block_headers} AS h
		WHERE h.height < chain.height AND h.height >= $1 - {finality} AND h.cid = link.parent
		ORDER BY h.height DESC LIMIT 1) AS below
	WHERE chain.height >= $1
), counted AS (
	SELECT d.height, d.gas_used{figures}
	FROM chain JOIN {derived_gas_outputs} AS d ON d.height = chain.height AND d.state_root = chain.state_root
	WHERE d.height >= $1 AND d.height < $2{market} AND EXISTS (
		SELECT FROM {block_parents} AS p
		JOIN {block_messages} AS m ON m.height = d.height AND m.block = p.parent AND m.message = d.cid
		WHERE p.height = chain.child_height AND p.block = chain.child)
), holes (broken, blockless, messageless) AS (
	SELECT
		(SELECT low FROM (SELECT min(height) AS low FROM chain) AS lowest
			WHERE EXISTS (SELECT FROM {block_headers} WHERE height >= $1 AND height < low)),
		min(height) FILTER (WHERE NOT EXISTS (SELECT FROM {block_headers} AS h WHERE h.height = epochs.height)),
		min(height) FILTER (WHERE NOT EXISTS (SELECT FROM {block_messages} AS m WHERE m.height = epochs.height))
	FROM (
		SELECT DISTINCT height FROM {derived_gas_outputs}
		WHERE height >= $1 AND height < $2{market}
	) AS epochs
)`

// marketOnly is the condition of rows that count where only the StorageMarketActor's do.
const marketOnly = " AND actor_family = 'storagemarket'"

// The queries begin with a row without a key that says what is lacking; the others follow in order. The day of an epoch
// is computed as in DayOf; both sides divide whole positive numbers.
const (
	daysQuery = countedRows + `
SELECT NULL::bigint AS day, broken, blockless, messageless FROM holes
UNION ALL
SELECT (1598306400 + 30 * height) / 86400, sum(gas)::bigint, sum(messages)::bigint, count(*)
FROM (SELECT height, sum(gas_used) AS gas, count(*) AS messages FROM counted GROUP BY height) AS epochs
GROUP BY 1
ORDER BY day NULLS FIRST`
	epochsQuery = countedRows + `
SELECT NULL::bigint AS height, broken, blockless, messageless FROM holes
UNION ALL
SELECT height, sum(gas_used)::bigint, count(*), 1
FROM counted
GROUP BY height
ORDER BY height NULLS FIRST`
)

// sql puts names and numbers into a query.
func (db *DB) sql(query string) string {
	pairs := []string{"{finality}", fmt.Sprint(finality), "{market}", marketOnly, "{figures}", ""}
	for _, table := range tables {
		pairs = append(pairs, "{"+table+"}", pgx.Identifier{db.schema, table}.Sanitize())
	}
	return strings.NewReplacer(pairs...).Replace(query)
}

// yieldSum takes the sums of a day or an epoch.
type yieldSum func(key, gas, messages, epochs int64) error

// sum runs a query over the epochs from <= height < to, and calls yield for its rows. It returns an error, and calls
// nothing, where the tables cannot tell what is canonical. Further columns are read into further, before the call.
func (db *DB) sum(ctx context.Context, query string, from, to int64, yield yieldSum, further ...any) error {
	rows, err := db.tx.Query(ctx, db.sql(query), from, to)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var key, a, b, c *int64
		if err := rows.Scan(append([]any{&key, &a, &b, &c}, further...)...); err != nil {
			return err
		}
		if key == nil {
			err = holes(a, b, c)
		} else {
			err = yield(*key, *a, *b, *c)
		}
		if err != nil {
			return err
		}
	}
	return rows.Err()
}

// holes says what is lacking; nil means that nothing is.
func holes(broken, blockless, messageless *int64) error {
	const remedy = "canonical messages cannot be told from orphaned ones. Lily's gap fill brings the missing rows " +
		"(tasks " +
		"block_header, block_parent and block_message)"
	switch {
	case blockless != nil:
		return fmt.Errorf("block_headers has no block of epoch %d, of which derived_gas_outputs has messages: %s",
			*blockless, remedy)
	case messageless != nil:
		return fmt.Errorf("block_messages has nothing of epoch %d, of which derived_gas_outputs has messages: %s",
			*messageless, remedy)
	case broken != nil:
		return fmt.Errorf("the chain breaks below epoch %d, whose parent is not in block_parents and block_headers: %s",
			*broken, remedy)
	}
	return nil
}
