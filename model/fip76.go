package model

// What remains of a message's gas with direct onboarding, as shares, by FIP-0076's table of gas for batches of 16
// sectors: PublishStorageDeals, PreCommitSectorBatch, and ProveCommitAggregate of sectors with FIL+ deals, which still
// pay for claiming the data's allocation. ProveFractionNoDeals is that of sectors without FIL+, which need no
// PublishStorageDeals at all.
const (
	PublishFraction      = 0.148
	PreCommitFraction    = 0.89
	ProveFraction        = 0.63
	ProveFractionNoDeals = 0.25
)

// The last is what the table prints. Its amounts, million gas, give 25.9 %: the others are rounded, this was cut off.
const (
	ProveMgasNoDeals       = 1342.0
	ProveMgasNoDealsDirect = 348.0
	// ProveFractionNoDealsRounded is their quotient in whole percent, as the others are given.
	ProveFractionNoDealsRounded = 0.26
)
