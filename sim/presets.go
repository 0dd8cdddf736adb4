package sim

import (
	"encoding/json"
	"fmt"
)

// Preset is a named set of assumptions, laid over the defaults of a snapshot.
type Preset struct {
	Name      string // as in `gasburden run -preset NAME`
	Meaning   string // one line
	Overrides Overrides
}

// Presets are the scenarios that the discussion of DirectFIL+ is about: the page's default, the
// study of August 2023, and the three cases of the follow-up study on what becomes of the gas
// that is saved.
func Presets() []Preset {
	set := func(fields ...string) Overrides {
		o := Overrides{}
		for i := 0; i < len(fields); i += 2 {
			o[fields[i]] = json.RawMessage(fields[i+1])
		}
		return o
	}
	return []Preset{
		{"default", "scaling model, median base fee, DirectFIL+ as in FIP-0076 and adopted by all", set()},
		{"study", "the study of August 2023: regime model, 1 nanoFIL base fee, DirectFIL+ at 15 % of the gas",
			set("gas_model", `"regime"`, "base_fee_nanofil", "1", "direct_gas_fraction", "0.15")},
		{"saved-unused", "the saved gas stays unused and is not burnt", set("burn_feedback", "true")},
		{"refilled-in-part", "half of the saved gas is refilled by more FIL+ deals", set("rebound", "0.5", "burn_feedback", "true")},
		{"refilled", "all of the saved gas is refilled by more FIL+ deals", set("rebound", "1", "burn_feedback", "true")},
	}
}

// PresetNamed finds a preset. The error lists the legal names.
func PresetNamed(name string) (Preset, error) {
	names := ""
	for i, p := range Presets() {
		if p.Name == name {
			return p, nil
		}
		if i > 0 {
			names += ", "
		}
		names += p.Name
	}
	return Preset{}, fmt.Errorf("preset is %q, want one of %s", name, names)
}
