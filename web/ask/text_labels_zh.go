package ask

// ChineseGroups name the groups of figures.
func ChineseGroups() map[string]string {
	return named("mean", "整个预测期", "month", "标题所指的月份", "day", "某一日", "fil", "FIL 数量")
}

// ChineseFigures name the figures, by name in sim/explore.
func ChineseFigures() map[string]FigureText {
	return map[string]FigureText{
		"mean_gas_over_netflow":            {"平均负担，占净流量", "占净流量的平均负担"},
		"mean_direct_over_netflow":         {"采用 DirectFIL+ 的平均负担，占净流量", "采用 DirectFIL+ 时占净流量的平均负担"},
		"mean_gas_over_outflow":            {"平均负担，占流出量", "占流出量的平均负担"},
		"mean_direct_over_outflow":         {"采用 DirectFIL+ 的平均负担，占流出量", "采用 DirectFIL+ 时占流出量的平均负担"},
		"mean_gas_over_circulating":        {"年平均负担，占流通量", "占流通量的年平均负担"},
		"mean_direct_over_circulating":     {"采用 DirectFIL+ 的年平均负担，占流通量", "采用 DirectFIL+ 时占流通量的年平均负担"},
		"month_gas_over_netflow":           {"负担，占净流量", "该月占净流量的负担"},
		"month_direct_over_netflow":        {"采用 DirectFIL+ 的负担，占净流量", "采用 DirectFIL+ 时该月占净流量的负担"},
		"month_gas_over_outflow":           {"负担，占流出量", "该月占流出量的负担"},
		"month_direct_over_outflow":        {"采用 DirectFIL+ 的负担，占流出量", "采用 DirectFIL+ 时该月占流出量的负担"},
		"month_gas_over_circulating":       {"每年负担，占流通量", "该月占流通量的负担"},
		"month_direct_over_circulating":    {"采用 DirectFIL+ 的每年负担，占流通量", "采用 DirectFIL+ 时该月占流通量的负担"},
		"day_gas_over_netflow":             {"负担，占净流量", "当日占净流量的负担"},
		"day_direct_over_netflow":          {"采用 DirectFIL+ 的负担，占净流量", "采用 DirectFIL+ 时当日占净流量的负担"},
		"day_gas_over_outflow":             {"负担，占流出量", "当日占流出量的负担"},
		"day_direct_over_outflow":          {"采用 DirectFIL+ 的负担，占流出量", "采用 DirectFIL+ 时当日占流出量的负担"},
		"day_gas_over_circulating":         {"每年负担，占流通量", "当日占流通量的负担"},
		"day_direct_over_circulating":      {"采用 DirectFIL+ 的每年负担，占流通量", "采用 DirectFIL+ 时当日占流通量的负担"},
		"saving_fil":                       {"预测期内节省的 FIL", "DirectFIL+ 在预测期内的节省"},
		"saving_fil_per_day":               {"每天节省的 FIL", "DirectFIL+ 每天的节省"},
		"saving_over_circulating_per_year": {"每年节省，占流通量", "DirectFIL+ 每年节省占流通量的份额"},
		"gas_fil":                          {"预测期内花费的 FIL", "预测期内的花费"},
		"direct_gas_fil":                   {"采用 DirectFIL+ 时预测期内花费的 FIL", "采用 DirectFIL+ 时预测期内的花费"},
		"day_saving_fil":                   {"当日节省的 FIL", "DirectFIL+ 当日的节省"},
		"day_cumulative_saving_fil":        {"截至当日节省的 FIL", "DirectFIL+ 截至当日的节省"},
	}
}

// ChineseInputs name the inputs, by name in sim/explore.
func ChineseInputs() map[string]InputText {
	return map[string]InputText{
		"fil_plus_rate":                  {"FIL+ 占比", "FIL+ 占比", "%"},
		"raw_onboarding_pib":             {"新增原值算力", "新增原值算力", "PiB/天"},
		"renewal_rate":                   {"续期率", "续期率", "%"},
		"sector_duration_days":           {"扇区期限", "扇区期限", "天"},
		"lock_target":                    {"锁定目标", "锁定目标", "%"},
		"fil_plus_multiplier":            {"FIL+ 倍数", "FIL+ 倍数", "×"},
		"qa_renewal_multiplier":          {"续期后的有效算力", "续期后的有效算力", "×"},
		"gamma":                          {"基准质押的权重", "基准质押的权重", "%"},
		"gamma_weighting":                {"质押的平均方式", "质押的平均方式", ""},
		"pledge_base":                    {"质押所占的供应量", "质押所占的供应量", ""},
		"gas_model":                      {"Gas 模型", "Gas 模型", ""},
		"messages":                       {"计入的消息", "计入的消息", ""},
		"base_fee_nanofil":               {"基础费", "基础费", "nanoFIL"},
		"direct_gas_fraction":            {"直接订单的 Gas", "直接订单的 Gas", "%"},
		"direct_precommit_fraction":      {"直接订单的 PreCommit Gas", "直接订单的 PreCommit Gas", "%"},
		"direct_prove_fraction":          {"直接订单的 ProveCommit Gas", "直接订单的 ProveCommit Gas", "%"},
		"direct_prove_fraction_no_deals": {"无订单的 ProveCommit Gas", "不带订单的扇区的 ProveCommit Gas", "%"},
		"adoption":                       {"DirectFIL+ 的采用", "DirectFIL+ 的采用", ""},
		"adoption_share":                 {"改走直接方式的订单份额", "改走直接方式的订单份额", "%"},
		"adoption_start":                 {"渐进开始", "渐进开始的日期", ""},
		"adoption_days":                  {"渐进历时", "渐进的长度", "天"},
		"rebound":                        {"省下的 Gas 由更多订单回填", "省下的 Gas 中回填的份额", "%"},
		"burn_feedback":                  {"省下的 Gas 不再销毁", "省下的 Gas 是否不再销毁", ""},
		"smoothing_days":                 {"流量平滑", "流量的平滑", "天"},
		"snapshot":                       {"网络快照", "网络状态", ""},
		"horizon_days":                   {"预测期", "预测期", "天"},
		"fil_plus_rates":                 {"FIL+ 占比", "FIL+ 占比", "%"},
	}
}
