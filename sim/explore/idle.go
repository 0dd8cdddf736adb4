package explore

import (
	"slices"

	"github.com/gasburden/gasburden/sim"
)

// needs are conditions on a scenario without which a field changes nothing in its run; all must hold.
var needs = map[string][]func(sc *sim.Scenario) bool{
	"direct_gas_fraction":            {adopts},
	"direct_precommit_fraction":      {adopts, countsOnboarding},
	"direct_prove_fraction":          {adopts, countsOnboarding},
	"direct_prove_fraction_no_deals": {adopts, countsOnboarding},
	"adoption_share":                 {sharesAdoption},
	"adoption_start":                 {ramps},
	"adoption_days":                  {ramps},
	"rebound":                        {adopts},
	"burn_feedback":                  {adopts},
}

func adopts(sc *sim.Scenario) bool           { return sc.Adoption != sim.NoAdoption }
func ramps(sc *sim.Scenario) bool            { return sc.Adoption == sim.LogisticAdoption }
func countsOnboarding(sc *sim.Scenario) bool { return sc.Messages == sim.OnboardingMessages }
func sharesAdoption(sc *sim.Scenario) bool {
	return sc.Adoption == sim.ConstantAdoption || sc.Adoption == sim.LogisticAdoption
}

// idle reports whether a field changes nothing in any mixture of two scenarios. One condition that neither fulfils is
// enough: no mixture of them does either, as each looks at one field. Of two that only one of them fulfils
// each, some mixture fulfils both.
func idle(field string, a, b *sim.Scenario) bool {
	return slices.ContainsFunc(needs[field], func(holds func(*sim.Scenario) bool) bool { return !holds(a) && !holds(b) })
}
