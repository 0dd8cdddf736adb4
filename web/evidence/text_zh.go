package evidence

import "github.com/gasburden/gasburden/web/zh"

// Chinese is the catalogue in Simplified Chinese.
func Chinese() *Text {
	return &Text{
		Page:         zh.Text(),
		Title:        "这些结果有多可靠？",
		Lead:         "上面的每条曲线都以 Gas 模型为基础。以下列出支持与反对两个模型的证据，其中大部分日子是两者都没有见过的。",
		AnswersTitle: "原研究为什么会预测出负的 Gas？",
		Answers: []string{
			"因为低 Gas 日的那条直线不过原点：即使没有任何订单，它仍预测 {intercept} Ggas，因而在自己的 {rows} 个训练日中有 {negative} 个变为负值。",
			"因为高 Gas 日的那条直线随有效算力与原值算力之比下降，而该比值在训练中从未超过 {maxratio}：其图上 2,500 格中有 {cells} 格为负，FIP-0076 之后的 {daysW2} 天中有 {negativeW2} 天为负。",
			"两者同出一源：它的两个区制其实是协议版本的化身（在 {rows} 天中有 {agreement} 天与日历相符），因此该比值代表的是日期。比例模型让 Gas 只随订单算力变化，水平值由 FIP-0045 测得，既不会为负，也不会被该比值带偏。",
		},
		Table: tableText{
			Caption: "PublishStorageDeals 的 Gas 预测误差：绝对误差之和除以该时段的 Gas（WAPE）",
			Heads:   []string{"时段", "天数", "比例模型", "原研究的模型", "原研究为负的天数", "落在 50%、80%、95% 区间内的天数"},
			Window:  map[string]string{"train": "训练，{first}至{last}", "W1": "未见过，{first}至{last}", "W2": "未见过，有 FIP-0076，{first}至{last}"},
			Note:    "即使对每个未见时段单独拟合“每 PiB 固定 Gas”，误差仍有 {floor1} 和 {floor2}。在 2022 与 2023 年的 17 个起点上，比例模型的误差为 {cvScaling}，原研究的模型为 {cvRegime}。",
		},
		Cost: costText{"发布订单的实际费用", tableText{
			Caption: "PublishStorageDeals 的 Gas 按当日实测基础费折算，单位为 FIL",
			Heads:   []string{"时段", "天数", "合计", "每天", "每天的中位数", "最贵的一天", "按销毁量 ÷ Gas，每天"},
			Window:  map[string]string{"year": "{first}至{last}", "all": "全部", "launch": "FIP-0076 之后，{first}至{last}"},
			Note:    "只计 Gas 与基础费都已公布的日子；{gapFirst}至{gapLast}没有公布基础费。FIP-0076 之后，最贵的四分之一的日子占费用的 {quarterShare}。最后一列把全部销毁量当作费用，因此是上限：罚没、终止费与扇区费也会销毁。",
		}},
		Chart: map[string]chartText{
			"input-deal":      {Title: "新增订单算力", Say: "原研究的第一个输入在训练结束前的一年里增长到九倍，此后下降了三分之一。", Subtitle: "PiB/天", Unit: "{value} PiB"},
			"input-ratio":     {Title: "有效算力 / 原值算力", Say: "第二个输入在训练结束的次日便超出了原研究见过的一切，并继续上升。", Subtitle: "全网比值", Unit: "{value}"},
			"input-gas":       {Title: "PublishStorageDeals 的 Gas", Say: "两个模型要预测的对象：nv17（FIP-0045）使每个订单更贵，它因而跳升。", Subtitle: "每日 Tgas（10¹² Gas）", Unit: "{value} Tgas"},
			"scatter":         {Title: "Gas 与订单算力，训练日", Say: "两团点是两个协议版本：nv17 之前与之后的日子。直线为原研究所用，取各区制的平均比值；叉号为混合分布的均值。", Subtitle: "每日 Tgas 对 PiB/天"},
			"map":             {Title: "按订单算力与比值预测的 Gas", Say: "原研究的模型在训练日的外廓之外变为负值（斜线），并在 {negative} 个训练日（圆点，订单算力不足 {most} PiB/天）为负；比例模型处处不为负。", Subtitle: "每日 Tgas"},
			"fit":             {Title: "预测的与实际的 Gas", Say: "以截至{trainEnd}的日子训练，比例模型与实际保持一致；原研究的模型则渐行渐远。", Subtitle: "每日 Tgas，7 天均值", Unit: "{value} Tgas"},
			"aftermath":       {Title: "FIP-0076 之后发生了什么", Say: "实际 Gas 为“没有变化”情形的 {kept}：每个订单的 Gas 下降 {fall}，而原研究假设为 85%。更大的消息与采用 DirectFIL+ 同样能解释这一点。", Subtitle: "每日 Tgas，30 天均值", Unit: "{value} Tgas"},
			"raw_power_eib":   {Title: "原值算力", Say: "从{snapshot}起按当时的中位数模拟。此后网络新增算力少了五分之二，原值算力平均偏差 {wape}，期末为 {end}。", Subtitle: "EiB", Unit: "{value} EiB"},
			"qa_power_eib":    {Title: "有效算力", Say: "有效算力的同样比较：平均偏差 {wape}，期末为 {end}。", Subtitle: "EiB", Unit: "{value} EiB"},
			"circulating_fil": {Title: "流通量", Say: "流通量只是大致随算力而动：平均偏差 {wape}，{last}为 {end}。", Subtitle: "百万 FIL", Unit: "{value} 百万 FIL"},
			"burnt_fil":       {Title: "销毁量", Say: "模拟的销毁保持 2023年7月的均值：平均偏差 {wape}，期末为 {end}。", Subtitle: "百万 FIL", Unit: "{value} 百万 FIL"},
		},
		Words: map[string]string{
			"realised": "实际", "scaling": "比例模型", "regime": "原研究的模型", "simulated": "模拟", "nochange": "没有变化", "study15": "原研究的 15%",
			"low": "低 Gas 区制", "high": "高 Gas 区制", "bandLow": "Gas 模型的 80% 区间下限", "bandHigh": "Gas 模型的 80% 区间上限",
			"training": "训练", "unseen": "未见过", "nv17": "nv17", "nv22": "nv22",
			"mapModel": "模型", "negative": "负值", "hull": "训练日的外廓", "negativeDays": "预测为负的训练日", "deal": "订单算力，PiB/天", "ratio": "有效算力 / 原值算力",
			"zoomOut": "全部时段", "table": "数据", "day": "日期（UTC）", "canvas": "左右方向键逐日移动游标，Page Up 与 Page Down 每次三十天；+ 与 − 缩放，Esc 显示全部时段。下方表格列出同样的数字。",
			"caption": "{title}，按日", "scatterAlt": "{rows} 个训练日的散点图：每日 Gas（Tgas）对每日订单算力（PiB）", "mapAlt": "50 乘 50 格的图；其中 {negative} 格为负",
			"at": "每日 {deal} PiB，比值 {ratio}：{gas} Tgas", "mean": "区制的均值",
			"spoken": "{day}：{values}", "spokenValue": "{name} {value}", "spokenMark": "；", "spokenNone": "无数值",
		},
	}
}
