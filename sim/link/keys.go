package link

import (
	"slices"

	"github.com/gasburden/gasburden/sim/assumption"
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

// viewKeys name how the reader looks at a scenario, and how an ensemble of it is drawn.
var viewKeys = slices.Concat([]string{runsKey, seedKey, blockKey, languageKey, unitKey, bandKey, bandOfKey, hiddenKey,
	scaleKey, zoomKey, controlsKey}, pinKeys[:])

var otherKeys = slices.Concat([]string{versionKey, snapshotKey, editionKey, ownKey, chartKey}, viewKeys, costKeys[:])

// OfView reports whether a name of a link says how the reader looks at its scenario, or how an ensemble is drawn.
func OfView(key string) bool { return slices.Contains(viewKeys, key) }

// Names are all names that a link knows.
func Names() []string {
	out := slices.Clone(otherKeys)
	for _, a := range assumption.ByPlace() {
		out = append(out, a.Link)
	}
	slices.Sort(out)
	return out
}

// Key is the name of an assumption in a link, "" for one that none has.
func Key(name string) string {
	if a, err := assumption.Named(name); err == nil {
		return a.Link
	}
	return ""
}

// fieldOf is the assumption of a key.
func fieldOf(key string) (*assumption.Row, bool) {
	for _, a := range assumption.Rows() {
		if a.Link == key && key != "" {
			return a, true
		}
	}
	return nil, false
}
