package method

func chineseSymbols() map[string]string {
	return map[string]string{
		"pib_per_eib": "一 EiB 的 PiB 数", "gib_per_pib": "一 PiB 的 GiB 数", "sectors_per_pib": "一 PiB 的 32 GiB 扇区数",
		"raw_onboarded": "新增原值算力", "qa_onboarded": "新增有效算力", "raw_assumed": "不含回填的新增原值算力",
		"filplus_multiplier": "FIL+ 倍数", "filplus_rate": "FIL+ 占比", "renewal_rate": "续期率", "qa_renewal_multiplier": "续期有效算力倍数",
		"raw_scheduled": "安排到期的原值算力", "qa_scheduled": "安排到期的有效算力", "raw_due": "到期原值算力", "qa_due": "到期有效算力",
		"raw_renewed": "续期原值算力", "qa_renewed": "续期有效算力", "raw_power": "全网原值算力", "qa_power": "全网有效算力",
		"qa_sum": "设限前的有效算力",

		"baseline": "网络基准", "baseline_start": "网络启动时的基准", "baseline_growth": "基准的增长", "entry": "距模拟首日的天数",
		"capped_sum": "不超过基准的算力累计", "network_time": "网络时间", "network_day": "距网络启动的天数",
		"simple_reward": "简单铸造的累计", "baseline_reward": "基准铸造的累计", "minted": "累计铸造",
		"storage_mining": "终将铸造的全部奖励", "simple_share": "简单铸造的份额", "baseline_share": "基准铸造的份额",
		"simple_decay": "铸造的衰减", "reward": "当日铸造的奖励",

		"vesting": "当日释放", "vested": "累计释放", "tranche": "份额的数量", "tranche_days": "释放所历的天数",
		"burnt": "累计销毁", "burn_saved": "DirectFIL+ 减少的销毁", "history_days": "快照之前的历史天数",

		"lock_target": "锁定目标", "pledge_base": "质押所占的供应量，前一日", "added": "所质押的有效算力",
		"pledge_simple": "简单共识质押", "pledge_baseline": "基准共识质押", "consensus": "共识质押", "gamma": "基准质押的权重",
		"pledge": "初始质押", "pledge_onboarded": "新增算力的质押", "pledge_renewed": "对续期算力要求的质押",
		"pledge_cap": "质押上限", "storage_pledge_days": "存储质押所含的奖励天数",
		"release": "到期质押", "release_scheduled": "安排返还的质押", "locked_of_day": "为当日扇区锁定的质押",
		"kept": "续期扇区沿用的质押", "kept_rate": "质押所取的续期率", "renewed_of_day": "续期扇区的质押",
		"pledge_change": "锁定质押的变化", "reward_change": "锁定奖励的变化",

		"locked": "锁定总量", "locked_pledge": "锁定的质押", "locked_reward": "锁定的奖励", "locked_half": "起始锁定量的一半",
		"locked_reward_share": "奖励中锁定的份额", "locked_reward_days": "释出所历的天数", "reserve": "已拨付的储备",
		"circulating": "流通量", "available": "可用供应量",

		"deal": "新增订单算力", "filplus_excess": "FIL+ 使一个字节多出的有效算力", "ratio": "有效算力与原值算力之比",
		"level": "每 PiB 订单的 Gas", "fitted_level": "拟合水平值", "long_run_level": "FIP-0045 测得的水平值", "ahead": "距拟合末日的天数",
		"level_half_life": "水平值回归的半衰期", "gas_publish": "PublishStorageDeals 的 Gas", "gas": "现状下的 Gas",
		"odds": "高 Gas 的对数几率", "regime": "区制：1 为高 Gas，0 为低 Gas",
		"logistic_deal": "订单算力的系数", "logistic_ratio": "算力之比的系数", "logistic_intercept": "截距",
		"low_deal": "订单算力的系数，低 Gas", "low_ratio": "算力之比的系数，低 Gas", "low_intercept": "截距，低 Gas",
		"high_deal": "订单算力的系数，高 Gas", "high_ratio": "算力之比的系数，高 Gas", "high_intercept": "截距，高 Gas",
		"precommit_level": "每 PiB 原值算力的 PreCommit Gas", "prove_level": "每 PiB 原值算力的 ProveCommit Gas", "with_deals": "带 FIL+ 订单的原值算力份额",
		"direct_publish": "DirectFIL+ 的 Gas，PublishStorageDeals", "direct_precommit": "DirectFIL+ 的 Gas，PreCommit", "direct_prove": "DirectFIL+ 的 Gas，带订单的 ProveCommit",
		"direct_prove_no_deals": "DirectFIL+ 的 Gas，不带订单的 ProveCommit", "gas_all_direct": "全部订单改走直接方式时的 Gas", "gas_direct": "采用 DirectFIL+ 的 Gas",
		"gas_unfilled": "采用 DirectFIL+ 的 Gas，回填前", "adoption": "改走直接方式的订单份额", "adoption_ceiling": "最高份额",
		"adoption_age": "自开始采用以来的天数", "adoption_days": "渐进的天数", "adoption_odds": "渐进两端的几率",

		"saved": "节省的 Gas", "publish_price": "每多 1 PiB 的 PublishStorageDeals Gas", "price": "采用 DirectFIL+ 时每多 1 PiB 订单的 Gas",
		"extra": "用于回填的订单（由省下的 Gas）", "rebound": "节省的 Gas 中回填的份额", "deal_direct": "采用 DirectFIL+ 的订单算力",

		"base_fee": "基础费", "gas_fil": "现状下的 Gas，以 FIL 计", "direct_fil": "采用 DirectFIL+ 的 Gas，以 FIL 计", "saving": "DirectFIL+ 的节省",
		"cumulative_saving": "快照以来的节省", "outflow_total": "销毁与锁定", "inflow_total": "释放与铸造",
		"outflow": "平均流出量", "inflow": "平均流入量", "netflow": "平均净流量", "smoothing": "均值的天数", "sector_life": "扇区期限的天数",
		"gas_over_outflow": "Gas / 流出量", "gas_over_netflow": "Gas / 净流量", "gas_over_circulating": "Gas / 流通量",
		"direct_over_outflow": "Gas / 流出量，采用 DirectFIL+", "direct_over_netflow": "Gas / 净流量，采用 DirectFIL+", "direct_over_circulating": "Gas / 流通量，采用 DirectFIL+",

		"sector_pledge": "单个扇区的质押", "sector_reward": "单个扇区的奖励", "sector_return": "单个扇区一年的奖励", "sector_roi": "一年的质押回报率",
		"log_sd": "ln（Gas / 预测值）的标准差", "drift": "水平值从一个时段到下一时段的漂移", "daily": "单日围绕其时段的散布",
		"scatter":         "多日均值的方差",
		"autocorrelation": "散布与前一日的相关系数，不低于零", "block_days": "一个时段的天数", "quantile": "学生 t 分布的分位数",
		"gas_high": "区间上限", "gas_low": "区间下限",
		"age": "距拟合末日的天数，向前", "weight_half_life": "单日权重的半衰期", "published_gas": "公布的 PublishStorageDeals Gas",
		"implied_fee": "当日隐含的基础费", "total_gas": "全部消息的 Gas，以 Ggas 计",
		"gamma_at": "渐变期内某日的权重", "gamma_per_day": "权重的降幅", "gamma_after": "渐变之后的权重", "since_ramp": "自该日以来的天数",
	}
}
