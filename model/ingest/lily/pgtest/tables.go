package pgtest

import "strings"

// Tables are the statements that make Lily's tables in a schema of their own, as far as they matter here: names, types
// and keys are those of schemas/v1/base.go in filecoin-project/lily.
func Tables(schema string) []string {
	in := func(statement string) string { return strings.ReplaceAll(statement, "{}", schema) }
	return []string{
		in(`CREATE SCHEMA IF NOT EXISTS {}`),
		in(`CREATE UNLOGGED TABLE {}.derived_gas_outputs (
			height bigint NOT NULL, cid text NOT NULL, state_root text NOT NULL, "from" text, "to" text,
			gas_used bigint NOT NULL, actor_family text, method bigint, exit_code bigint NOT NULL,
			base_fee_burn numeric NOT NULL, over_estimation_burn numeric NOT NULL DEFAULT 0,
			miner_tip numeric NOT NULL DEFAULT 0, PRIMARY KEY (height, cid, state_root))`),
		in(`CREATE UNLOGGED TABLE {}.block_headers (
			height bigint NOT NULL, cid text NOT NULL, parent_weight text NOT NULL, parent_state_root text NOT NULL,
			PRIMARY KEY (height, cid))`),
		in(`CREATE UNLOGGED TABLE {}.block_parents (
			height bigint NOT NULL, block text NOT NULL, parent text NOT NULL,
			PRIMARY KEY (height, block, parent))`),
		in(`CREATE UNLOGGED TABLE {}.block_messages (
			height bigint NOT NULL, block text NOT NULL, message text NOT NULL,
			PRIMARY KEY (height, block, message))`),
	}
}

// Unforked are the statements that put a chain of one block an epoch under the StorageMarketActor messages of
// derived_gas_outputs, with a block on top that has none.
func Unforked(schema string) []string {
	in := func(statement string) string { return strings.ReplaceAll(statement, "{}", schema) }
	return []string{
		in(`INSERT INTO {}.block_headers
			SELECT height, 'block' || height, (1000 * row_number() OVER (ORDER BY height))::text, state_root
			FROM (SELECT DISTINCT height, state_root FROM {}.derived_gas_outputs) AS epochs`),
		in(`INSERT INTO {}.block_headers
			SELECT max(height) + 1, 'block' || max(height) + 1, (1000 * (count(*) + 1))::text, 'top' FROM {}.block_headers`),
		in(`INSERT INTO {}.block_parents
			SELECT height, cid, below
			FROM (SELECT height, cid, lag(cid) OVER (ORDER BY height) AS below FROM {}.block_headers) AS links
			WHERE below IS NOT NULL`),
		in(`INSERT INTO {}.block_messages
			SELECT height, 'block' || height, cid FROM {}.derived_gas_outputs WHERE actor_family = 'storagemarket'`),
		in(`ANALYZE {}.derived_gas_outputs, {}.block_headers, {}.block_parents, {}.block_messages`),
	}
}
