package method

func chinesePage() PageText {
	const fips = "https://github.com/filecoin-project/FIPs/blob/master/FIPS/"
	return PageText{
		Title:       "gasburden 如何计算",
		Description: "gasburden 的全部方程，从存储算力到 Gas 负担，附常数、数据来源、已知的特异之处与局限。",
		Lead: "从公布的数据和您的假设，到某一日的负担：按计算顺序列出每个方程。本页的公式与数字由程序自身的公式与数字生成，" +
			"并有测试把每个公式与模拟器在每一日的结果相对照。",
		Brand: "gasburden", Back: "前往计算器", Contents: "目录", SkipToContent: "跳到正文", ScrollTable: "表格，可左右滚动",
		EquationsTitle: "方程", EqLabel: "指向此方程的链接",
		EquationsLead: "算力以 EiB（全网）和 PiB/天（新增与离开）计，数量以 FIL 计，Gas 以 Ggas（十亿单位 Gas）计。每一步为一个 UTC 日。",
		Notation: "下标 t 为日，从模拟首日数起；0 为首日，n 为快照当日。n 及以前为历史，以后为预测。" +
			"撇号表示采用 DirectFIL+ 的网络或 Gas，横线表示多日均值。QA 表示质量加权。",
		Where: "其中", In: "单位 {unit}",
		ConstantsTitle: "常数", ConstantsLead: "任何情景都不改变这些常数。铸造的衰减为 ln 2 除以 {half_life_years} 年（每年 {days_per_year} 天），基准的增长为 ln 2 除以一年。",
		ConstantHeads: []string{"符号", "含义", "数值", "出处"},
		TranchesTitle: "释放的份额", TranchesLead: "均自网络启动日{network_start}起，每天等量释放。",
		TrancheHeads: []string{"数量", "天数"},
		FitsTitle:    "比例模型的拟合", FitsLead: "每个快照各有一次拟合，使用截至其日期已公布的 Gas。",
		FitHeads:    []string{"快照", "Gas 截至", "拟合水平值，Ggas/PiB", "PreCommit，每 PiB 原值算力的 Ggas", "ProveCommit，每 PiB 原值算力的 Ggas", "漂移", "单日散布"},
		RegimeTitle: "原研究的区制模型", RegimeLead: "用{regime_first}至{regime_last}的 {regime_rows} 天拟合。对订单算力与 Gas 的双成分高斯混合给出回归所学的标签。",
		RegimeHeads:    []string{"平面", "订单算力", "算力之比", "截距"},
		RegimeRows:     []string{"高 Gas 的对数几率", "低 Gas，Ggas/天", "高 Gas，Ggas/天"},
		FractionsTitle: "DirectFIL+ 使消息的 Gas 余下多少", FractionsLead: "取自 FIP-0076 关于扇区批量 Gas 的表格；均为情景可以改动的默认值。",
		FractionHeads: []string{"消息", "余下"},
		FractionRows:  []string{"PublishStorageDeals", "PreCommitSectorBatch", "ProveCommitAggregate，带 FIL+ 订单的扇区", "ProveCommitAggregate，不带订单的扇区"},

		DataTitle: "数据",
		DataLead:  "全部数据都是 Starboard 与 Spacescope 公布的 Filecoin 链上公开统计。数据随程序一同提供；运行时不向任何地方查询。",
		Data: []string{
			"全网每日数据表自{daily_first}至{daily_last}，每个 UTC 日一行。Gas 公布至{gas_last}，供应量公布至{supply_last}。",
			"快照是模拟的出发状态：若干天的历史、其首日的供应量，以及安排离开的算力与质押。模拟的其他假设默认取最近 {recent_days} 个公布日的中位数。",
			"Gas 按消息种类加总。订单算力由新增有效算力超出新增原值算力的部分得出。",
			"Gas 模型只用该表训练；检验只用训练之后的日子，见计算器中“这些结果有多可靠？”一节。",
		},
		SnapshotHeads: []string{"快照", "历史始于", "原值算力，EiB", "有效算力，EiB", "流通，FIL", "锁定，FIL"},

		QuirksTitle: "已知的特异之处",
		QuirksLead:  "细心的读者会在这些地方感到疑惑。其中大多为 MechaFIL 所固有：予以保留，以便与其数值一致。",
		Quirks: []string{
			"设限算力的累计把模拟首日计了两次：公布的起始值已包含该日。",
			"预测 H 天，快照之后只有 H − {one} 天：MechaFIL 舍去最后一天。安排在快照当日到期的部分，于次日生效。",
			"算力取当日的假设，质押（锁定目标、续期率、权重）取次日的假设。",
			"历史部分的锁定目标取 {lock_target}，且只用基准质押，FIP-0081 的渐变开始之后也是如此。",
			"起始锁定量在质押与奖励之间平分。锁定的质押此后可能为负；锁定总量不会。",
			"模拟首日的可用供应量未扣除锁定量，且当日奖励取次日的奖励。",
			"无论用了多少 Gas，预测期每天都销毁历史均值，除非设定省下的 Gas 降低销毁。",
			"历史的订单算力按原研究的做法除以 {filplus_excess}，即使情景采用其他倍数。",
			"{first_snapshot}的到期安排从未公布。它由实际到期的部分和一个扇区期限之前新增的部分重建，并加以缩放，使全部现存算力恰好到期一次。",
			"{last_snapshot}的安排自相矛盾：到期的原值算力为 {schedule_raw} PiB，而现存 {alive_raw} PiB，因为其中含有故障与终止的扇区；到期的有效算力为 {schedule_qa} PiB，而现存 {alive_qa} PiB，因为升级后来增加了质量。续期率低时算力可能归零：模拟便止于该日。",
			"Starboard 与 Spacescope 划分日界的时刻略有不同，Starboard 以前一日的日期标注；此处的日期依 Spacescope。早期的算力数据经过取整，早期的新增原值算力为推算所得。",
			"由销毁量与 Gas 推得的基础费是上限：过高的 Gas 限额、批量费、罚没，以及 nv25 起的每日扇区费也会销毁。小费不销毁，故不在其中。",
			"原研究的区制模型会预测负的 Gas：没有订单且算力之比为一时，其低平面为 {low_intercept} Ggas；其高平面随该比值下降，而训练中从未见过高于 {max_ratio} 的比值。它的两个区制是协议版本的化身，故该比值代表日历。此处照原样展示并加以提示。",
			"以 FIL 计或与流量相比的 Gas，其圆点是真实 Gas，按所选基础费：当日公布的 Gas 乘以情景的基础费，再除以公布的流量。圆点随该基础费变动，并非实际支付的数额。",
			"原研究把一 Ggas 称作一个 FIL：即假设每单位 Gas 的基础费为一 nanoFIL。",
			"回填的 Gas 按当日每个订单的 Gas 计价。区制模型的价格会随新增订单而变，这第二步从略。",
		},
		LimitsTitle: "局限",
		Limits: []string{
			"这里没有任何模型能预见协议升级。升级到 nv17 使每个订单的 Gas 增至三倍，只有事先的测量才可能看出这一点。",
			"新增、续期与 FIL+ 占比都是假设，除非您另行绘制，否则保持不变。网络将如何发展并不在预测之列。",
			"Gas 模型最多用训练之后的 {validated_days} 天检验过。更晚的日子照样绘出，并加以提示。",
			"区间说明在模型成立时 Gas 可能偏离多远：漂移与散布同训练期一样。它不涵盖升级，也不涵盖假设本身的错误。",
			"销毁量与 Gas 的价格互不影响：基础费在一次模拟中为常数。",
			"有多少订单改走直接方式，无法从每日链上数据读出；FIP-0076 之后 Gas 的下降，更大的消息与采用同样能够解释。",
		},
		CitationsTitle: "引用",
		Citations: []SourceText{
			{"FIP-0003: Filecoin Plus Principles", fips + "fip-0003.md"},
			{"Filecoin Spec, Storage Market", "https://spec.filecoin.io/#section-systems.filecoin_markets"},
		},
		GlossaryTitle: "术语表", GlossaryLead: "本站通篇采用的术语。",
		GlossaryHeads: []string{"术语", "英文", "含义"},
		ChainTitle:    "某一日的数字",
		ChainSay:      "在计算器中选择一日，即可看到得出其数字的每一步。命令行也可打印同样的步骤：",
		Command:       "gasburden explain -date {example_date} -rate {example_rate}",
	}
}
