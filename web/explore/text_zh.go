package explore

import (
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/ask"
	"github.com/gasburden/gasburden/web/words"
)

// Chinese is the catalogue in Simplified Chinese.
func Chinese() *Text {
	t := ChineseAnswers()
	t.Forms = ask.ChineseForms()
	return t
}

// ChineseAnswers is the catalogue without the words of the forms, which the engine does not say.
func ChineseAnswers() *Text {
	return &Text{
		FigureGroups: ask.ChineseGroups(), Figures: ask.ChineseFigures(), Inputs: ask.ChineseInputs(),
		Choices: named(
			"arithmetic", "算术平均", "geometric", "几何平均", "harmonic", "调和平均", "circulating", "流通量", "available", "可用供应量",
			"scaling", "比例模型", "regime", "区制模型（原研究）", "publish", "PublishStorageDeals", "onboarding", "全部封装消息",
			"none", "无人采用", "full", "一步到位", "constant", "固定份额", "logistic", "渐进", "true", "开", "false", "关",
		),
		Units:   named("share", "{n}%", "share/year", "每年 {n}%", "FIL", "{n} FIL", "FIL/day", "每天 {n} FIL"),
		Gaps:    named("share", "{n} 个百分点", "share/year", "每年 {n} 个百分点", "FIL", "{n} FIL", "FIL/day", "每天 {n} FIL"),
		Percent: ask.ChinesePercent, Ratio: "{n} ×", Amounts: []words.AmountText{{From: 99_950_000, Unit: 1e8, Text: "{n} 亿"}, {From: 9_995, Unit: 1e4, Text: "{n} 万"}}, Ticks: []words.AmountText{{From: 1e8, Unit: 1e8, Text: "{n} 亿"}, {From: 1e4, Unit: 1e4, Text: "{n} 万"}}, None: "–", Undefined: "无定义", Doubtful: "某一流量不为正", CutMark: "截断", Range: ask.ChineseRange,
		From: "{low} 至 {high}，随时间变化", More: "+{amount}", ListMark: "、", And: "{first}和{last}",
		Months: [12]string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
		Date:   "{year}年{month}{day}日",
		Tornado: TornadoText{
			Summary:     "FIL+ 占比为 {rate} 时，{figure}为 {base}。{first}对它影响最大，从 {low} 到 {high}；其次是{second}。",
			SummaryFlat: "FIL+ 占比为 {rate} 时，{figure}为 {base}，没有任何假设在其范围两端都有数值。",
			Caption:     "每次变动一个假设时{figure}如何变化，按两端相距的远近排序",
			Heads:       [4]string{"假设", "数字", "设为……", "范围从何而来"},
			Now:         "现为：{value}", Set: "将{input}设为：{value}", Low: "○", High: "●", Choice: "◆", Apart: "相距 {size}",
			Key:    "○ 为范围下端，● 为上端，◆ 为一种选择。竖线为现在的数字，{base}。",
			Warned: "与上图不同：{list}", Warning: "{what}（首见于{first}）",
			Warnings: named(
				sim.WarnPowerEnded, "网络算力归零", sim.WarnGasNegative, "模型预测出负的 Gas", sim.WarnGasOutOfRange, "订单算力超出 Gas 模型所见",
				sim.WarnGasBeyondValidated, "预测长于一切检验过的", sim.WarnBurnNegative, "节省的 Gas 多于销毁的",
				sim.WarnOutflowNotPositive, "流出量不为正", sim.WarnNetflowNotPositive, "净流量不为正", sim.WarnPledgeNegative, "锁定质押为负",
				sim.WarnQACapped, "有效算力停在上限", sim.WarnLockedFloored, "锁定量停在零", sim.WarnCirculatingFloored, "流通量停在零",
				sim.WarnAvailableFloored, "可用供应量停在零", sim.WarnSectorUndefined, "没有新增算力", sim.WarnScheduleGap, "没有已知到期的算力",
			),
			LeftOut:  "存疑的数字既不计入排序，也不计入上面的句子；它们仍列在各行中，并有标记：{list}。",
			NotApart: "无从比较：{reason}", NoBase: "上图自身的数字在此没有意义：{reason}。",
			Still: "在此对该数字毫无影响：{list}。",
			Rest:  "再显示 {n} 个影响较小的假设", Fewer: "只显示前 {n} 个",
			Basis: named(
				"own_history", "{n} 个公布日的第 10 至第 90 百分位，{first}至{last}",
				"fip_0076_table", "从 FIP-0076 的表格到完全不省 Gas", "whole_range", "一切可能的值",
				"protocol", "180 天至 FIP-0052 的三年半", "fip_0081", "从 FIP-0081 的权重到此前的权重",
				"multiplier", "从完全没有 FIL+ 到协议的 10 倍", "stated", "设定：没有相应的历史",
				"window", "一周至一季", "first_year", "情景的首日至一年之后", "choices", "所有选择",
			),
		},
		Flip: FlipText{
			Rises:        "{input}达到 {value} 时，{figure}升到 {target} 以上。",
			Falls:        "{input}达到 {value} 时，{figure}降到 {target} 以下。",
			Leaps:        "{input}越过 {value} 时，{figure}跳过 {target}，而不经过它。",
			Stays:        "{input}从 {value} 到 {until}，{figure}停在 {target}。",
			Never:        "{input}从 {low} 到 {high} 的任何值都不会使{figure}成为 {target}：它保持在 {least}（{leastat}）与 {most}（{mostat}）之间。",
			NeverDefined: "{input}从 {low} 到 {high}，无论取何值，{figure}都没有意义：{reasons}。",
			Flat:         "{input}从 {low} 到 {high} 对{figure}没有影响：始终为 {least}。",
			Cut:          "▲ ▼ 坐标轴止于曲线之前：流量过零之处，曲线趋于无穷。",
			CutInput:     "{input}只画到 {end}，查看则到 {high}。",
			Set:          "将{input}设为：{value}",
			Now:          "上图中，{input}为 {value}，{figure}为 {is}。",
			NowUndefined: "上图中，{input}为 {value}，{figure}没有有意义的数值。",
			Void:         "从 {low} 到 {high}，Gas 所除的流量为零或为负，负担在那里没有意义。",
			VoidCrossing: "它在 {value} 处也越过 {target}，但落在这样的一段中。", VoidCrossings: "它还有 {n} 次越过 {target}，但都在这样的区段内。",
			Pole:        "流量在 {value} 处经过零：负担在那里趋于无穷，再以相反的符号返回。这不算越过。",
			Undefined:   "在 {low} 与 {high} 之间没有数值：{reason}。",
			Caption:     "{figure}，按{input}",
			Heads:       [3]string{"情形", "将假设设为", "数字"},
			RowCrossing: "越过 {target}", RowLeast: "最小", RowMost: "最大", RowNow: "上图",
			Alt: "{figure}随{input}从 {low} 到 {high} 的曲线。{said}", Axis: "{label}，{unit}", NowMark: "现在",
			Reason: named(
				"power_ended", "网络已没有算力", "outside_run", "模拟中没有这一天", "before_means", "移动平均开始得更晚",
				"divides_by_0", "流量为零", "illegal_input", "这些假设不能并存",
			),
		},
		Mark: chineseMark(),
		Compared: CompareText{
			Same:         "两者的假设相同：没有差距需要解释。",
			Summary:      "{figure}：此图中为 {a}，另一链接为 {b}，相差 {gap}。",
			SameInEffect: "两者只在都不用到的假设上不同：没有差距需要解释。",
			SummaryWhen:  "{figure}：此图中（{whena}）为 {a}，另一链接（{whenb}）为 {b}，相差 {gap}。",
			Month:        "{year}年{month}", Period: "{first}至{last}",
			Cut:              "截于 {limit}：有 {n} 天曲线超出，紧邻作除数的流量不为正的日子。",
			SummaryNone:      "没有差距可以解释：{error}",
			Undefined:        "“{where}”中没有{figure}的值：{reason}。",
			Explains:         "解释 {amount}（差距的 {share}）",
			ExplainsTogether: "只能一同改变，解释 {amount}（差距的 {share}）",
			ExplainsBundled:  "合作一项：不同的假设多于 {most} 个，这些对数字影响最小；解释 {amount}（差距的 {share}）",
			Idle:             "没有影响：两边都不用到",
			Poles:            "在两者之间的 {n} 种混合中，Gas 所除的流量不为正：这些份额意义不大。",
			Faults:           "关于另一链接：",
			Caption:          "不同的假设", SharesCaption: "差距由什么解释：沙普利值，一种公平分摊的办法：按所有可能的次序逐一改变各假设，取每个假设所带来变化的平均",
			Heads: [3]string{"假设", "此图", "另一链接"}, ShareHeads: [3]string{"假设", "多少", "文字说明"},
			Here: "此图", There: "另一链接", HereEnd: "此图", ThereEnd: "另一个", HereDirect: "此图，DirectFIL+", ThereDirect: "另一链接，DirectFIL+", Gap: "差", GapDirect: "差，DirectFIL+",
			Curves: "两个负担随时间的变化", Difference: "差随时间的变化", DifferenceHint: "同一日，另一链接减去此图；虚线：采用 DirectFIL+",
			Total:  "全部差距",
			NoLink: "请粘贴本页的一个地址，或选择一个预设。", NoSnapshot: "这里没有“{snapshot}”的网络快照，可选：{known}。",
			OwnFigures: "此图依据您自己的数据，另一链接在此也是如此。",
		},
		Ensemble: EnsembleText{
			Summary:   "以种子 {seed} 模拟 {runs} 次，偏离取自最近两年中三者齐备的 {days} 天，平均每块 {block} 天。FIL+ 占比为 {rate} 时，半数模拟的{figure}为 {half}，每 100 次中有 95 次为 {most}；居中者为 {median}。",
			Drawn:     "每一日各输入的均值都是您的假设；FIL+ 占比为 0 或 100% 时不偏离。未涵盖：水平值多年的漂移、基础费，以及协议的变更。",
			Undefined: "有 {share} 的模拟中{figure}没有数值：网络终止，或没有可作除数的量。",
			Poles:     "有 {share} 的模拟中 Gas 所除的流量不为正，{figure}在那里没有意义。这些模拟已略去，区间只针对其余的。",
			Caption:   "FIL+ 占比为 {rate} 时各次模拟的结果",
			Heads:     [5]string{"数字", "中位数", "100 次中的 50 次", "100 次中的 80 次", "100 次中的 95 次"},
			Median:    "中位数", Band: "{share} 的模拟", BandLow: "{share} 区间下限", BandHigh: "{share} 区间上限",
			Curves: named(
				"gas_over_netflow", "负担，占净流量", "direct_over_netflow", "采用 DirectFIL+ 的负担，占净流量",
				"gas_over_outflow", "负担，占流出量", "direct_over_outflow", "采用 DirectFIL+ 的负担，占流出量",
				"gas_over_circulating", "每年负担，占流通量", "direct_over_circulating", "采用 DirectFIL+ 的每年负担，占流通量",
				"gas_status_quo_fil", "Gas，FIL/天", "gas_direct_fil", "采用 DirectFIL+ 的 Gas，FIL/天", "outflow_mean_fil", "流出量，FIL/天",
				"deal_onboarded_pib", "新增订单算力，PiB/天", "qa_raw_ratio", "有效算力 / 原值算力", "cumulative_saving_fil", "至此节省的 FIL",
			),
			Cut: "截于 {limit}：有 {n} 天区间超出。", CurveHint: "中位数，以及 50%、80% 与 95% 模拟的区间，未与实际对照", CurveHintThin: "{hint}；有 {n} 天留空，因为超过半数的模拟没有可作分母的正流量", RateLabel: "显示的 FIL+ 占比",
		},
		Chart: named(
			"table", "数据", "caption", "{title}，按日", "day", "日期（UTC）", "zoomOut", "全部时段",
			"canvas", "左右方向键逐日移动游标，Page Up 与 Page Down 每次三十天；+ 与 − 缩放，Esc 显示全部时段。下方表格列出同样的数字。", "forecast", "预测",
			"spoken", "{day}：{values}", "spokenValue", "{name} {value}", "spokenMark", "；", "spokenNone", "无数值",
		),
		Spoken: named("share", "{value}", "share/day", "每年 {value}", "FIL", "{value} FIL", "FIL/day", "每日 {value} FIL", "PiB/day", "每日 {value} PiB", "ratio", "{value}"),
	}
}
