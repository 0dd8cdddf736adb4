package link

import (
	"slices"

	"github.com/gasburden/gasburden/sim"
)

// keys are the names of scenario fields in a link, in the order in which Encode writes them. They
// never change: links in old threads use them.
var keys = []struct{ key, field string }{
	{"days", "horizon_days"},
	{"rates", "fil_plus_rates"},
	{"onboarding", "raw_onboarding_pib"},
	{"renewal", "renewal_rate"},
	{"fee", "base_fee_nanofil"},
	{"gas", "gas_model"},
	{"messages", "messages"},
	{"adoption", "adoption"},
	{"share", "adoption_share"},
	{"start", "adoption_start"},
	{"ramp", "adoption_days"},
	{"direct", "direct_gas_fraction"},
	{"direct_precommit", "direct_precommit_fraction"},
	{"direct_prove", "direct_prove_fraction"},
	{"direct_prove_nodeals", "direct_prove_fraction_no_deals"},
	{"rebound", "rebound"},
	{"feedback", "burn_feedback"},
	{"sector", "sector_duration_days"},
	{"lock", "lock_target"},
	{"multiplier", "fil_plus_multiplier"},
	{"requality", "qa_renewal_multiplier"},
	{"gamma", "gamma"},
	{"weighting", "gamma_weighting"},
	{"pledge", "pledge_base"},
	{"smoothing", "smoothing_days"},
}

// The names of all else.
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
	zoomKey     = "zoom"
	controlsKey = "controls"
	runsKey     = "runs"
	seedKey     = "seed"
	blockKey    = "block"
	languageKey = "lang"
)

var otherKeys = []string{versionKey, snapshotKey, editionKey, ownKey, chartKey, unitKey, bandKey, bandOfKey, hiddenKey, zoomKey, controlsKey, runsKey, seedKey, blockKey, languageKey}

// Names are all names that a link knows.
func Names() []string {
	out := slices.Clone(otherKeys)
	for _, k := range keys {
		out = append(out, k.key)
	}
	slices.Sort(out)
	return out
}

// Key is the name of a scenario field in a link, "" for a field that none has.
func Key(field string) string {
	for _, k := range keys {
		if k.field == field {
			return k.key
		}
	}
	return ""
}

// fieldOf is the scenario field of a key.
func fieldOf(key string) (sim.Field, bool) {
	for _, k := range keys {
		if k.key == key {
			field, err := sim.FieldNamed(k.field)
			return field, err == nil
		}
	}
	return sim.Field{}, false
}
