package link

import (
	"slices"

	"github.com/gasburden/gasburden/sim"
)

// The names of all that is no assumption; those of assumptions stand in their table.
const (
	versionKey  = "v"
	snapshotKey = "snapshot"
	editionKey  = "model"
	ownKey      = "own"
	chartKey    = "by"
	unitKey     = "unit"
	bandKey     = "band"
	bandOfKey   = "band_of"
	hiddenKey   = "hide"
	scaleKey    = "scale"
	zoomKey     = "zoom"
	controlsKey = "controls"
	runsKey     = "runs"
	seedKey     = "seed"
	blockKey    = "block"
	languageKey = "lang"
)

// versionName is what versionKey is called in scenarios.
const versionName = "version"

var otherKeys = []string{versionKey, snapshotKey, editionKey, ownKey, chartKey, unitKey, bandKey, bandOfKey, hiddenKey,
	scaleKey, zoomKey, controlsKey, runsKey, seedKey, blockKey, "my_tib", "my_deals", "my_deal", feeKey, pinKeys[0],
	pinKeys[1], pinKeys[2], languageKey}

// Names are all names that a link knows.
func Names() []string {
	out := slices.Clone(otherKeys)
	for _, a := range sim.ByPlace() {
		out = append(out, a.Link)
	}
	slices.Sort(out)
	return out
}

// Key is the name of an assumption in a link, "" for one that none has.
func Key(name string) string {
	if a, err := sim.AssumptionNamed(name); err == nil {
		return a.Link
	}
	return ""
}

// fieldOf is the assumption of a key.
func fieldOf(key string) (*sim.Assumption, bool) {
	for _, a := range sim.Assumptions() {
		if a.Link == key && key != "" {
			return a, true
		}
	}
	return nil, false
}
