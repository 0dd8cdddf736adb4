// Package protocol is what Filecoin's protocol was, and is scheduled to be, by date: the network versions that change
// anything here, in one table, and the formulas of theirs that hold for all. Gas models, the price of gas, the
// simulator, charts and the method page read it. It is data: it computes no network.
package protocol

import "github.com/gasburden/gasburden/model/day"

// Upgrade is a network version of mainnet. What it changes here stands in the catalogues of web, by Version.
type Upgrade struct {
	Version int
	Name    string // its code name
	Epoch   int    // the last of the version before
	FIPs    []int  // those that change something here
	Source  Source // of the epoch
	// Gas says that it changed the gas of a deal: gas models have a level of their own from the day after it.
	Gas bool
	// Scheduled says that no published figure confirms that it took place, or when.
	Scheduled bool
}

// Source says where the epoch of an upgrade is set.
type Source string

// The sources.
const (
	Lotus    Source = "lotus"    // build/buildconstants/params_mainnet.go as of 2026-08-06 (b835fab)
	Solstice Source = "solstice" // Lotus v1.37.0, and the deployment of filecoin-project/solstice
)

// upgrades are the versions, the oldest first.
var upgrades = []Upgrade{
	{Version: 16, Name: "Skyr", Epoch: 1960320, FIPs: []int{30, 32}, Source: Lotus, Gas: true},
	{Version: 17, Name: "Shark", Epoch: 2383680, FIPs: []int{45}, Source: Lotus, Gas: true},
	{Version: 22, Name: "Dragon", Epoch: 3855360, FIPs: []int{76}, Source: Lotus, Gas: true},
	{Version: 23, Name: "Waffle", Epoch: 4154640, FIPs: []int{84}, Source: Lotus, Gas: true},
	{Version: 24, Name: "Tuk Tuk", Epoch: 4461240, FIPs: []int{81}, Source: Lotus},
	{Version: 25, Name: "Teep", Epoch: 4878840, FIPs: []int{98, 100}, Source: Lotus, Gas: true},
	{Version: 26, Name: "Tock", Epoch: 4878840 + 90*EpochsPerDay, FIPs: []int{100}, Source: Lotus},
	{Version: 27, Name: "Golden Week", Epoch: 5348280, FIPs: []int{101, 106, 109}, Source: Lotus},
	{Version: 28, Name: "Fire Horse", Epoch: 6052800, FIPs: []int{115}, Source: Lotus},
	{Version: 29, Name: "Solstice", Epoch: 6470279, FIPs: []int{118}, Source: Solstice, Scheduled: true},
}

// Upgrades is the table, the oldest first. Everybody shares it, and nobody changes it.
func Upgrades() []Upgrade { return upgrades }

// Version is the upgrade to a network version of the table. It panics without one: versions are named in this
// program's own text.
func Version(n int) *Upgrade {
	for i := range upgrades {
		if upgrades[i].Version == n {
			return &upgrades[i]
		}
	}
	panic("protocol: no such network version")
}

// Day is the UTC day of the upgrade. It is a mixed day, and counts as the old version's wherever a day is one thing.
func (u *Upgrade) Day() day.Day { return DayOf(u.Epoch) }

// Second is the second of Day at which the upgrade's epoch begins.
func (u *Upgrade) Second() int { return (u.Epoch + genesisEpochs) % EpochsPerDay * secondsPerEpoch }

// Holds reports whether the upgrade holds on a day.
func (u *Upgrade) Holds(d day.Day) bool { return d > u.Day() }

// The clock of the chain: an epoch takes 30 seconds, and epoch 0 was 2020-08-24 22:00 UTC.
const (
	EpochsPerDay    = 2880
	secondsPerEpoch = 30
	genesisEpochs   = 22 * 60 * 60 / secondsPerEpoch // from midnight to the first
)

var genesis = day.Of(2020, 8, 24)

// DayOf is the UTC day of an epoch of mainnet, 0 or later.
func DayOf(epoch int) day.Day { return genesis + day.Day((epoch+genesisEpochs)/EpochsPerDay) }

// EpochOf is the first epoch of a UTC day.
func EpochOf(d day.Day) int { return int(d-genesis)*EpochsPerDay - genesisEpochs }
