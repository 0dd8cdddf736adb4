package simtest

// Seeds are scenarios and near-scenarios to start from.
var Seeds = []string{
	"", " ", "null", "[]", "{", "{}", "{} x", `{"gamma"`, `{"gamma": 1e999}`, `{"gamma": [0.5, null]}`,
	`{"gama": 1, "gama": 2}`,
	`{"horizon_days": 2, "gamma": [0.5, 1], "fil_plus_rates": [[0, 1], 0.5]}`,
	`{"horizon_days": 1, "fil_plus_rates": [[0.5]]}`, `{"horizon_days": 1, "lock_target": [0]}`,
	`{"snapshot": "2025-09-09", "horizon_days": 3, "renewal_rate": 0, "raw_onboarding_pib": 0}`,
	`{"raw_onboarding_pib": -0, "horizon_days": 20, "fil_plus_multiplier": 1, "qa_renewal_multiplier": 10}`,
	`{"raw_onboarding_pib": 5e-324, "horizon_days": 20, "lock_target": 5e-324, "gamma": 5e-324,
		"gamma_weighting": "harmonic"}`,
	`{"raw_onboarding_pib": 1000, "horizon_days": 40, "base_fee_nanofil": 1000, "pledge_base": "available",
		"gamma_weighting": "geometric"}`,
	`{"horizon_days": 7300, "smoothing_days": 365, "sector_duration_days": 180}`,
	`{"gas_model": "regime", "messages": "onboarding", "adoption": "constant", "adoption_share": 0.5, "rebound": 1,
		"burn_feedback": true, "horizon_days": 20}`,
	`{"adoption": "logistic", "adoption_start": "2023-08-01", "adoption_days": 1, "adoption_share": 5e-324,
		"rebound": 5e-324, "horizon_days": 20}`,
	`{"snapshot": "2025-09-09", "gas_model": "regime", "raw_onboarding_pib": 1, "messages": "onboarding",
		"direct_gas_fraction": 1, "direct_precommit_fraction": 0, "rebound": 1, "horizon_days": 50}`,
	`{"adoption_start": "2100-01-02"}`, `{"adoption_start": "2024-02-30"}`, `{"burn_feedback": "true"}`,
	`{"rebound": 0.5, "direct_gas_fraction": 0}`,
	`{"direct_prove_fraction": 0, "direct_prove_fraction_no_deals": 1, "messages": "onboarding", "fil_plus_rates": [0],
		"rebound": 1, "horizon_days": 9}`,
}
