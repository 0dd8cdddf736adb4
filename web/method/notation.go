package method

import "github.com/gasburden/gasburden/sim/steps"

// notation is how a symbol is written: a letter with a subscript. The day follows in the subscript.
type notation struct {
	letter, sub string
	bar, prime  bool // a mean; of the network or the gas under DirectFIL+
	noDay       bool // the letter stands for the day itself
}

// notations has every symbol of the equations, by name; a test sees that no two are written alike.
var notations = map[string]notation{
	"pib_per_eib": {letter: "u", sub: "EiB"}, "gib_per_pib": {letter: "u", sub: "PiB"},
	"sectors_per_pib": {letter: "u", sub: "sector"},

	// Power
	"raw_onboarded": {letter: "o", sub: "raw"}, "qa_onboarded": {letter: "o", sub: "QA"},
	"raw_assumed":        {letter: "o", sub: "in"},
	"filplus_multiplier": {letter: "m"}, "filplus_rate": {letter: "f"}, "renewal_rate": {letter: "r"},
	"qa_renewal_multiplier": {letter: "q"},
	"raw_scheduled":         {letter: "s", sub: "raw"}, "qa_scheduled": {letter: "s", sub: "QA"},
	"raw_due": {letter: "e", sub: "raw"}, "qa_due": {letter: "e", sub: "QA"},
	"raw_renewed": {letter: "n", sub: "raw"}, "qa_renewed": {letter: "n", sub: "QA"},
	"raw_power": {letter: "P", sub: "raw"}, "qa_power": {letter: "P", sub: "QA"}, "qa_sum": {letter: "U", sub: "QA"},

	// Reward
	"baseline": {letter: "b"}, "baseline_start": {letter: "b", sub: "gen"}, "baseline_growth": {letter: "g"},
	"entry":      {letter: "t", noDay: true},
	"capped_sum": {letter: "C"}, "network_time": {letter: "θ"}, "network_day": {letter: "d"},
	"simple_reward": {letter: "M", sub: "simple"}, "baseline_reward": {letter: "M", sub: "base"},
	"minted":         {letter: "M"},
	"storage_mining": {letter: "M", sub: "∞"}, "simple_share": {letter: "α"}, "baseline_share": {letter: "β"},
	"simple_decay": {letter: "λ"},
	"reward":       {letter: "ρ"},

	"stays": {letter: "x"}, "leaving": {letter: "ε"}, "extension": {letter: "Z"},
	"raw_removed": {letter: "Ω", sub: "raw"},
	"raw_leaving": {letter: "ε", sub: "raw"}, "qa_leaving": {letter: "ε", sub: "QA"},
	"raw_alive": {letter: "Λ", sub: "raw"}, "qa_alive": {letter: "Λ", sub: "QA"},

	// Supply
	"vesting": {letter: "v"}, "vested": {letter: "V"}, "tranche": {letter: "A"}, "tranche_days": {letter: "T"},
	"burnt": {letter: "B"}, "burn_saved": {letter: "B", sub: "saved"}, "history_days": {letter: "n"},

	// Pledge
	"lock_target": {letter: "τ"}, "pledge_base": {letter: "S", sub: "base"}, "added": {letter: "Q"},
	"pledge_simple": {letter: "c", sub: "simple"}, "pledge_baseline": {letter: "c", sub: "base"},
	"consensus": {letter: "c"}, "gamma": {letter: "γ"},
	"pledge": {letter: "p"}, "pledge_onboarded": {letter: "p", sub: "on"}, "pledge_renewed": {letter: "p", sub: "re"},
	"pledge_cap": {letter: "κ"}, "storage_pledge_days": {letter: "δ"},
	"release": {letter: "R"}, "release_scheduled": {letter: "s", sub: "pledge"}, "locked_of_day": {letter: "Y"},
	"kept": {letter: "K"}, "kept_rate": {letter: "r", sub: "pledge"}, "renewed_of_day": {letter: "Y", sub: "re"},
	"pledge_change": {letter: "Δ", sub: "pledge"}, "reward_change": {letter: "Δ", sub: "reward"},

	"pledge_leaving": {letter: "ε", sub: "pledge"}, "pledge_alive": {letter: "Λ", sub: "pledge"},

	// Locked and circulating
	"locked": {letter: "L"}, "locked_pledge": {letter: "L", sub: "pledge"},
	"locked_reward": {letter: "L", sub: "reward"}, "locked_half": {letter: "L", sub: "half"},
	"locked_reward_share": {letter: "η"}, "locked_reward_days": {letter: "δ", sub: "lock"}, "reserve": {letter: "F"},
	"circulating": {letter: "S"}, "available": {letter: "S", sub: "av"},

	"offset": {letter: "M", sub: "off"}, "mined": {letter: "M", sub: "pub"},
	"reward_before": {letter: "ρ", sub: "pre"},

	// Gas
	"deal": {letter: "D"}, "filplus_excess": {letter: "m", sub: "more"}, "ratio": {letter: "z"},
	"level": {letter: "ℓ"}, "fitted_level": {letter: "ℓ", sub: "fit"}, "long_run_level": {letter: "ℓ", sub: "∞"},
	"ahead": {letter: "h"}, "level_half_life": {letter: "H"},
	"gas_publish": {letter: "y"}, "gas": {letter: "G"}, "odds": {letter: "ω"}, "regime": {letter: "i"},
	"logistic_deal": {letter: "β", sub: "odds,D"}, "logistic_ratio": {letter: "β", sub: "odds,z"},
	"logistic_intercept": {letter: "β", sub: "odds"},
	"low_deal":           {letter: "β", sub: "low,D"}, "low_ratio": {letter: "β", sub: "low,z"},
	"low_intercept": {letter: "β", sub: "low"},
	"high_deal":     {letter: "β", sub: "high,D"}, "high_ratio": {letter: "β", sub: "high,z"},
	"high_intercept":  {letter: "β", sub: "high"},
	"precommit_level": {letter: "ℓ", sub: "pre"}, "prove_level": {letter: "ℓ", sub: "prove"},
	"with_deals":     {letter: "ν"},
	"direct_publish": {letter: "φ"}, "direct_precommit": {letter: "φ", sub: "pre"},
	"direct_prove": {letter: "φ", sub: "prove"}, "direct_prove_no_deals": {letter: "φ", sub: "none"},
	"gas_all_direct": {letter: "G", sub: "all"}, "gas_direct": {letter: "G", prime: true},
	"gas_unfilled": {letter: "G", sub: "0", prime: true},
	"adoption":     {letter: "a"}, "adoption_ceiling": {letter: "a", sub: "max"}, "adoption_age": {letter: "j"},
	"adoption_days": {letter: "J"}, "adoption_odds": {letter: "Ω"},

	// Response
	"saved": {letter: "Δ", sub: "gas"}, "publish_price": {letter: "π", sub: "pub"}, "price": {letter: "π"},
	"extra": {letter: "X"}, "rebound": {letter: "ψ"},
	"deal_direct": {letter: "D", prime: true},

	// Amounts, flows, burden
	"load":             {letter: "Q", sub: "gas"},
	"load_direct":      {letter: "Q", sub: "gas", prime: true},
	"load_onboard":     {letter: "Q", sub: "on"},
	"load_window":      {letter: "Q", sub: "window"},
	"onboard_level":    {letter: "ℓ", sub: "on"},
	"window_level":     {letter: "ℓ", sub: "window"},
	"other_gas":        {letter: "G", sub: "other"},
	"raw_power_direct": {letter: "P", sub: "raw", prime: true},
	"priced":           {letter: "P"},
	"knee":             {letter: "Q", sub: "knee"},
	"knee_width":       {letter: "Q", sub: "width"},
	"priced_level":     {letter: "μ", sub: "full"},
	"padded":           {letter: "q", sub: "pad"},
	"limit_ratio":      {letter: "k"},
	"padded_gas":       {letter: "Q", sub: "pad"},
	"premium_spread":   {letter: "Q", sub: "h"},
	"premium":          {letter: "θ", sub: "tip"},
	"minimum_fee":      {letter: "μ", sub: "min"},
	"low_fee":          {letter: "μ", sub: "low"},
	"base_fee_direct":  {letter: "μ", prime: true},
	"capacity":         {letter: "Q", sub: "max"},
	"load_price":       {letter: "π", sub: "load"},
	"ggas_per_tgas":    {letter: "u", sub: "T"},
	"base_fee":         {letter: "μ"}, "gas_fil": {letter: "Γ"}, "direct_fil": {letter: "Γ", prime: true},
	"saving": {letter: "Δ", sub: "FIL"}, "cumulative_saving": {letter: "W"},
	"outflow_total": {letter: "O"}, "inflow_total": {letter: "I"}, "outflow": {letter: "O", bar: true},
	"inflow": {letter: "I", bar: true}, "netflow": {letter: "N", bar: true},
	"smoothing":        {letter: "w"},
	"sector_life":      {letter: "E"},
	"gas_over_outflow": {letter: "χ", sub: "out"}, "gas_over_netflow": {letter: "χ", sub: "net"},
	"gas_over_circulating": {letter: "χ", sub: "circ"},
	"direct_over_outflow":  {letter: "χ", sub: "out", prime: true}, "direct_over_netflow": {letter: "χ", sub: "net",
		prime: true}, "direct_over_circulating": {letter: "χ", sub: "circ", prime: true},

	// Burn by its causes, FIP-0118
	"pays_onboarded":     {letter: "j", sub: "on"},
	"pays_renewed":       {letter: "j", sub: "re"},
	"fee_rate":           {letter: "ϕ"},
	"fee_supply":         {letter: "S", sub: "fee"},
	"fee_cap":            {letter: "κ", sub: "fee"},
	"paying_share":       {letter: "ϕ", sub: "pays"},
	"fee_alive":          {letter: "Λ", sub: "fee"},
	"fee_paying":         {letter: "Λ", sub: "pays"},
	"fee_kept":           {letter: "k", sub: "fee"},
	"fee_kept_rest":      {letter: "k", sub: "fee,0"},
	"fee_committed":      {letter: "Q", sub: "fee"},
	"fee_committed_rest": {letter: "Q", sub: "fee,0"},
	"opted_kept":         {letter: "k", sub: "opt"},
	"upgraded":           {letter: "Q", sub: "up"},
	"opted_change":       {letter: "Δ", sub: "opt"},
	"daily_fee":          {letter: "ϕ", sub: "day"},
	"sector_fee":         {letter: "B", sub: "fee"},
	"gas_burnt":          {letter: "B", sub: "gas"},
	"other_burn":         {letter: "B", sub: "other"},
	"stream_burnt":       {letter: "B", sub: "reward"},
	"opted":              {letter: "ι"},
	"opt_in":             {letter: "ι", sub: "max"},
	"solstice_age":       {letter: "d", sub: "end"},
	"opt_in_days":        {letter: "δ", sub: "opt"},
	"qa_gap":             {letter: "U", sub: "gap"},
	"qa_opted":           {letter: "o", sub: "opt"},
	"quarters":           {letter: "q", sub: "end"},
	"consensus_share":    {letter: "w", sub: "1"},
	"consensus_first":    {letter: "w", sub: "1,0"},
	"consensus_fall":     {letter: "w", sub: "1,q"},
	"fall_quarters":      {letter: "q", sub: "fall"},
	"service_share":      {letter: "w", sub: "2"},
	"service_first":      {letter: "w", sub: "2,0"},
	"service_step":       {letter: "w", sub: "2,n"},
	"gates":              {letter: "n", sub: "max"},
	"gates_checked":      {letter: "n", sub: "gates"},
	"burnt_share":        {letter: "w", sub: "0"},
	"reward_all":         {letter: "ρ", sub: "all"},
	"pledge_opted":       {letter: "p", sub: "opt"},
	"opted_pledge":       {letter: "L", sub: "opt"},
	"pledge_change_rest": {letter: "Δ", sub: "rest"},
	"gamma_fall":         {letter: "γ", sub: "fall"},
	"ramp_days":          {letter: "δ", sub: "γ"},
	"since_upgrade":      {letter: "d", sub: "γ"},

	// Sectors, bands, defaults
	"sector_pledge": {letter: "p", sub: "sector"}, "sector_reward": {letter: "ρ", sub: "sector"},
	"sector_return": {letter: "ρ", sub: "year"}, "sector_roi": {letter: "ROI"},
	"log_sd": {letter: "σ"}, "drift": {letter: "σ", sub: "drift"}, "daily": {letter: "σ", sub: "day"},
	"scatter": {letter: "v", sub: "mean"}, "autocorrelation": {letter: "ξ"}, "block_days": {letter: "d", sub: "block"},
	"quantile": {letter: "ζ"}, "gas_high": {letter: "y", sub: "high"}, "gas_low": {letter: "y", sub: "low"},
	"age": {letter: "h", sub: "age"}, "weight_half_life": {letter: "H", sub: "fit"},
	"published_gas": {letter: "y", sub: "pub"},
	"implied_fee":   {letter: "μ", sub: "day"}, "total_gas": {letter: "G", sub: "total"},
	"gamma_at": {letter: "γ", sub: "ramp"}, "gamma_per_day": {letter: "g", sub: "γ"},
	"gamma_after": {letter: "γ", sub: "end"}, "since_ramp": {letter: "d", sub: "ramp"},
}

// notationOf is a symbol's way of being written. A symbol that has none is a programmer's mistake.
func notationOf(s steps.Symbol) notation {
	n, ok := notations[s.Name]
	if !ok {
		panic("method: no notation for " + s.Name)
	}
	return n
}

// dayOf is the day's part of a subscript: a letter, and what is added to it.
func dayOf(at steps.At) (letter, sign, offset string) {
	switch at {
	case steps.Always:
		return "", "", ""
	case steps.Before:
		return "t", "−", "1"
	case steps.Next:
		return "t", "+", "1"
	}
	if days, ok := at.Days(); ok {
		return "t", "−", notationOf(days).letter
	}
	if at[0] == '#' { // a term of a sum: its number, without leading zeros
		n := string(at[1:])
		for len(n) > 1 && n[0] == '0' {
			n = n[1:]
		}
		return n, "", ""
	}
	return string(at), "", ""
}
