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

// DirectEvidence is how much was onboarded directly since FIP-0076, as the chain's figures tell it, and what became of
// the gas of publishing.
type DirectEvidence struct {
	First      day.Day       `json:"first"`
	Last       day.Day       `json:"last"`
	Days       int           `json:"days"`
	Share      float64       `json:"share"`             // of all onboarded raw power
	OfDeals    float64       `json:"share_of_fil_plus"` // of the power with FIL+ deals
	Months     []DirectMonth `json:"months"`
	Publishing []DealGas     `json:"publishing"` // before the launch, from there to nv23, and since
	Change     DealGasChange `json:"change"`     // from before the launch to all days since
}

// DirectMonth is a calendar month, or what was published of it.
type DirectMonth struct {
	First   day.Day `json:"first"` // of its days that count
	Days    int     `json:"days"`
	Share   float64 `json:"share"`
	OfDeals float64 `json:"share_of_fil_plus"`
}

// DealGas is the gas of publishing over a period: sums over sums.
type DealGas struct {
	First       day.Day `json:"first"`
	Last        day.Day `json:"last"`
	GgasPerPiB  float64 `json:"ggas_per_pib"` // of power with FIL+ deals
	MgasPerDeal float64 `json:"mgas_per_deal"`
	DealsPerPiB float64 `json:"deals_per_pib"`
}

// DealGasChange is how far the three moved, as shares; one plus the first is the product of the others.
type DealGasChange struct {
	GasPerPiB   float64 `json:"gas_per_pib"`
	GasPerDeal  float64 `json:"gas_per_deal"`
	DealsPerPiB float64 `json:"deals_per_pib"`
}
