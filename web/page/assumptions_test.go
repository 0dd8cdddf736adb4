package page

import (
	"strings"
	"testing"
)

// listed is the value of an assumption and whether it is marked as changed; absent where there is none.
func listed(p *Page, name string) (value string, changed, there bool) {
	for _, a := range p.Picture().Assumptions {
		if a.Name == name {
			return a.Value, a.Changed, true
		}
	}
	return "", false, false
}

func TestAssumptions(t *testing.T) {
	p := newPageOfNow(t)
	seen := map[string]bool{}
	for _, a := range p.Picture().Assumptions {
		if a.Changed || a.Label == "" || a.Value == "" || strings.ContainsAny(a.Label+a.Value, "{}") || seen[a.Name] {
			t.Errorf("of the default: %+v", a)
		}
		seen[a.Name] = true
	}
	if len(seen) < 14 {
		t.Errorf("%d assumptions", len(seen))
	}
	// The order is the card's: what matters most is first.
	inOrder := func(want ...string) {
		t.Helper()
		for i, name := range want {
			if got := p.Picture().Assumptions[i].Name; got != name {
				t.Errorf("assumption %d is %s, want %s", i, got, name)
			}
		}
	}
	if !seen["price"] || !seen["knee_tgas"] || seen["base_fee_nanofil"] {
		t.Errorf("of the default: %v", seen)
	}
	p = newTestPage(t)
	inOrder("snapshot", "fil_plus_rates", "base_fee_nanofil", "gas_model", "messages", "adoption",
		"direct_gas_fraction", "raw_onboarding_pib", "renewal_rate")
	for _, c := range []struct {
		set, name, value string
	}{
		{"fil_plus_rates=0.5,0.9", "fil_plus_rates", "50 %, 90 %"},
		{"base_fee_nanofil=1000", "base_fee_nanofil", "1,000 nanoFIL"},
		{"gas_model=regime", "gas_model", "regime, fitted to 1 August 2023"},
		{"messages=onboarding", "messages", "PublishStorageDeals, PreCommit and ProveCommit"},
		{"adoption=none", "adoption", "by none"},
		{"adoption=constant", "adoption", "by 100 %"},
		{"adoption=logistic", "adoption", "by up to 100 %, from 24 April 2024 over 365 days"},
		{"direct_gas_fraction=0.15", "direct_gas_fraction", "15 %"},
		{"raw_onboarding_pib=4.5", "raw_onboarding_pib", "4.5 PiB a day"},
		{"renewal_rate=0.7", "renewal_rate", "70 %"},
		{"rebound=0.25", "rebound", "25 %"},
		{"burn_feedback=true", "burn_feedback", "falls by what is saved"},
		{"horizon_days=1", "horizon_days", "1 day"},
		{"horizon_days=3650", "horizon_days", "3,650 days"},
		{"smoothing_days=7", "smoothing_days", "7 days"},
		{"sector_duration_days=360", "sector_duration_days", "360 days"},
		{"lock_target=0.4", "lock_target", "40 %"},
		{"fil_plus_multiplier=5", "fil_plus_multiplier", "5 ×"},
		{"qa_renewal_multiplier=2", "qa_renewal_multiplier", "2 ×"},
		{"gamma=0.5", "gamma", "50 %"},
		{"gamma_weighting=geometric", "gamma_weighting", "geometric"},
		{"pledge_base=available", "pledge_base", "available supply"},
	} {
		p := newTestPage(t)
		assume(t, p, c.set)
		if value, changed, _ := listed(p, c.name); value != c.value || !changed {
			t.Errorf("%s: %q, changed: %v; want %q", c.set, value, changed, c.value)
		}
		for _, a := range p.Picture().Assumptions {
			if a.Changed && a.Name != c.name {
				t.Errorf("%s marks %s as changed", c.set, a.Name)
			}
		}
	}
	assume(t, p, "adoption=none", "horizon_days=3")
	for _, name := range []string{"direct_gas_fraction", "rebound", "burn_feedback", "gamma", "direct_prove_fraction"} {
		if _, _, there := listed(p, name); there {
			t.Errorf("%s has no effect, and is listed", name)
		}
	}
	assume(t, p, "raw_onboarding_pib=[3,5,4]", "messages=onboarding", "adoption=full")
	if value, changed, _ := listed(p, "raw_onboarding_pib"); value != "3 PiB a day to 5 PiB a day over time" ||
		!changed {
		t.Errorf("over time: %q", value)
	}
	if value, _, _ := listed(p, "direct_prove_fraction"); value != "63 %" {
		t.Errorf("ProveCommit: %q", value)
	}
}
