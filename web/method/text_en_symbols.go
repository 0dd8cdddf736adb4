package method

func englishSymbols() map[string]string {
	return map[string]string{
		"pib_per_eib": "PiB in an EiB", "gib_per_pib": "GiB in a PiB", "sectors_per_pib": "32 GiB sectors in a PiB",
		"raw_onboarded": "raw power onboarded", "qa_onboarded": "QA power onboarded", "raw_assumed": "raw power onboarded without refilling",
		"filplus_multiplier": "FIL+ multiplier", "filplus_rate": "FIL+ rate", "renewal_rate": "renewal rate", "qa_renewal_multiplier": "QA renewal multiplier",
		"raw_scheduled": "raw power scheduled to expire", "qa_scheduled": "QA power scheduled to expire", "raw_due": "raw power due", "qa_due": "QA power due",
		"raw_renewed": "raw power renewed", "qa_renewed": "QA power renewed", "raw_power": "raw power of the network", "qa_power": "QA power of the network",
		"qa_sum": "QA power before its bound",

		"baseline": "network baseline", "baseline_start": "baseline at the network’s start", "baseline_growth": "growth of the baseline", "entry": "days since the run’s first day",
		"capped_sum": "sum of power up to the baseline", "network_time": "network time", "network_day": "days since the network’s start",
		"simple_reward": "minted by simple minting", "baseline_reward": "minted by baseline minting", "minted": "minted in all",
		"storage_mining": "rewards that will ever be minted", "simple_share": "share of simple minting", "baseline_share": "share of baseline minting",
		"simple_decay": "decay of minting", "reward": "reward minted on the day",

		"vesting": "vesting on the day", "vested": "vested in all", "tranche": "amount of a tranche", "tranche_days": "days over which it vests",
		"burnt": "burnt in all", "burn_saved": "burn saved by DirectFIL+", "history_days": "days of history before the snapshot’s",

		"lock_target": "lock target", "pledge_base": "supply that the pledge is a share of, day before", "added": "QA power that is pledged for",
		"pledge_simple": "simple consensus pledge", "pledge_baseline": "baseline consensus pledge", "consensus": "consensus pledge", "gamma": "weight of the baseline pledge",
		"pledge": "initial pledge", "pledge_onboarded": "pledge for power onboarded", "pledge_renewed": "pledge asked for power renewed",
		"pledge_cap": "highest pledge", "storage_pledge_days": "days of reward in the storage pledge",
		"release": "pledge that falls due", "release_scheduled": "pledge scheduled to be released", "locked_of_day": "pledge locked for sectors of the day",
		"kept": "pledge that renewed sectors bring along", "kept_rate": "renewal rate that pledge takes", "renewed_of_day": "pledge of sectors renewed",
		"pledge_change": "change of locked pledge", "reward_change": "change of locked reward",

		"locked": "locked in all", "locked_pledge": "locked pledge", "locked_reward": "locked reward", "locked_half": "half of what is locked at the start",
		"locked_reward_share": "share of a reward that is locked", "locked_reward_days": "days over which it is released", "reserve": "disbursed reserve",
		"circulating": "circulating supply", "available": "available supply",

		"deal": "deal power onboarded", "filplus_excess": "QA power that FIL+ adds to a byte", "ratio": "QA power over raw power",
		"level": "gas of a PiB of deals", "fitted_level": "fitted level", "long_run_level": "level that FIP-0045 measured", "ahead": "days after the last day of the fit",
		"level_half_life": "half-life of the level’s return", "gas_publish": "PublishStorageDeals gas", "gas": "gas under the status quo",
		"odds": "log odds of high gas", "regime": "regime: 1 for high gas, 0 for low",
		"logistic_deal": "coefficient of deal power", "logistic_ratio": "coefficient of the ratio", "logistic_intercept": "intercept",
		"low_deal": "coefficient of deal power, low gas", "low_ratio": "coefficient of the ratio, low gas", "low_intercept": "intercept, low gas",
		"high_deal": "coefficient of deal power, high gas", "high_ratio": "coefficient of the ratio, high gas", "high_intercept": "intercept, high gas",
		"precommit_level": "PreCommit gas of a raw PiB", "prove_level": "ProveCommit gas of a raw PiB", "with_deals": "share of raw power with FIL+ deals",
		"direct_publish": "DirectFIL+ gas, PublishStorageDeals", "direct_precommit": "DirectFIL+ gas, PreCommit", "direct_prove": "DirectFIL+ gas, ProveCommit with deals",
		"direct_prove_no_deals": "DirectFIL+ gas, ProveCommit without deals", "gas_all_direct": "gas if all deals went direct", "gas_direct": "gas with DirectFIL+",
		"gas_unfilled": "gas with DirectFIL+, before refilling", "adoption": "share of deals that go direct", "adoption_ceiling": "highest share",
		"adoption_age": "days since adoption began", "adoption_days": "days of the ramp", "adoption_odds": "odds at the ramp’s ends",

		"saved": "gas saved", "publish_price": "PublishStorageDeals gas of a further PiB", "price": "gas of a further PiB of deals with DirectFIL+",
		"extra": "deals that refill saved gas", "rebound": "share of saved gas that is refilled", "deal_direct": "deal power with DirectFIL+",

		"base_fee": "base fee", "gas_fil": "gas under the status quo, in FIL", "direct_fil": "gas with DirectFIL+, in FIL", "saving": "saved by DirectFIL+",
		"cumulative_saving": "saved since the snapshot", "outflow_total": "burnt and locked", "inflow_total": "vested and minted",
		"outflow": "mean outflow", "inflow": "mean inflow", "netflow": "mean net flow", "smoothing": "days of a mean", "sector_life": "days that a sector lives",
		"gas_over_outflow": "gas / outflow", "gas_over_netflow": "gas / net flow", "gas_over_circulating": "gas / circulating supply",
		"direct_over_outflow": "gas / outflow with DirectFIL+", "direct_over_netflow": "gas / net flow with DirectFIL+", "direct_over_circulating": "gas / circulating supply with DirectFIL+",

		"sector_pledge": "pledge of a sector", "sector_reward": "reward of a sector", "sector_return": "reward of a sector in a year", "sector_roi": "return on pledge in a year",
		"log_sd": "standard deviation of ln(gas / prediction)", "drift": "drift of the level from a block of days to the next", "daily": "scatter of a day about its block",
		"scatter":         "variance of a mean of days",
		"autocorrelation": "correlation of the scatter with the day before, at least zero", "block_days": "days of a block", "quantile": "quantile of Student’s t",
		"gas_high": "upper end of the band", "gas_low": "lower end of the band",
		"age": "days before the last day of the fit", "weight_half_life": "half-life of a day’s weight", "published_gas": "PublishStorageDeals gas that was published",
		"implied_fee": "base fee that the day implies", "total_gas": "gas of all messages, in Ggas",
		"gamma_at": "weight on a day of the ramp", "gamma_per_day": "fall of the weight", "gamma_after": "weight after the ramp", "since_ramp": "days since that day",
	}
}
