package model

import "github.com/gasburden/gasburden/model/day"

// DirectOnboarding is what was published of direct onboarding (FIP-0076) by day, with the onboarding and the deals of
// the same source: PiB a day, and the count of deals that PublishStorageDeals put on the chain. NaN where nothing was
// published.
type DirectOnboarding struct {
	First                           day.Day
	OnboardedRawPiB, OnboardedQAPiB []float64
	DirectRawPiB                    []float64 // raw power that came without PublishStorageDeals
	Deals                           []float64
}

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
