package zh

import (
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

func card() words.CardText {
	return words.CardText{
		Brand:    "gasburden",
		Subtitle: "{messages} 的 Gas ÷ {basis}",
		RateHead: "FIL+ 占比", AtRate: "FIL+ 占比为 {rate} 时", Saved: "节省 {share}",
		Data:    "{snapshot}的网络 · 第 {edition} 版 · 数据：Starboard、Spacescope",
		TickDay: "{month}{day}日", TickDate: "{year}年{month}{day}日", TickMonth: "{year}年{month}",

		Assumed: "假设", Changed: "已改动：{first}", Defaults: "默认：{first}", More: "另有 {n} 项",
		Assumption:  "{label} {value}",
		CautionLead: "注意：", CautionMark: "；", Said: "{label}：{value}。",
		Cautions: map[string]string{
			sim.WarnPowerEnded:         "算力于{first}归零{rates}",
			sim.WarnGasNegative:        "Gas 模型给出负的 Gas{rates}",
			sim.WarnGasOutOfRange:      "Gas 模型属于外推{rates}",
			sim.WarnGasBeyondValidated: "{first}之后未经检验{rates}",
			sim.WarnOutflowNotPositive: "{denominator}并非始终为正{rates}",
			sim.WarnNetflowNotPositive: "{denominator}并非始终为正{rates}",
			sim.WarnBurnNegative:       "模拟的销毁量变为负数{rates}",
			sim.WarnCirculatingFloored: "供应量以零为下限{rates}",
			sim.WarnLoadAboveCapacity:  "{first}起 Gas 超出区块所容{rates}",
			sim.WarnPriceRough:         "Gas 价格只说明数量级",
		},

		Label: map[string]string{
			"snapshot": "网络快照", "fil_plus_rates": "FIL+ 占比", "qa_renewal_multiplier": "续期后的有效算力", "rebound": "省下的 Gas 回填", "burn_feedback": "销毁", "adoption": "DirectFIL+ 采用", "gamma": "基准质押的权重",
			"gamma_weighting": "质押的平均方式", "pledge_base": "质押所占的供应量", "messages": "计入的消息",
		},
		Varies: "{low} 至 {high}，随时间变化", Fitted: "{model}，拟合至{date}",
		ModelName:    map[string]string{"scaling": "比例模型", "regime": "区制模型"},
		AdoptionName: map[string]string{"none": "无人", "full": "全部", "constant": "{share}", "logistic": "最多 {share}，自{start}起历时 {days}"},
		OptionName:   map[string]string{"burn_feedback=true": "随节省而下降", "burn_feedback=false": "保持均值", "fixed": "固定", "block_space": "随区块空间", "arithmetic": "算术平均", "geometric": "几何平均", "harmonic": "调和平均", "circulating": "流通量", "available": "可用供应量"},

		Amount: "{n} FIL", Undefined: "无定义", Negative: "低于零",
		Figure: map[string]words.FigureText{
			"burden":    {Label: "FIL+ 占比为 {rate} 时，{month}{what}的 Gas 占{denominator}的份额", Short: "{short}占{denominator}"},
			"undefined": {Label: "FIL+ 占比为 {rate} 时，{month}{what}的 Gas 占{denominator}的份额", Short: "{short}占{denominator}的份额"},
			"negative":  {Label: "FIL+ 占比为 {rate} 时，对{month}{what}预测的 Gas", Short: "对{short}预测的 Gas：模型失效"},
			"ended":     {Label: "FIL+ 占比为 {rate} 时，算力归零", Short: "算力归零"},
			"direct":    {Label: "同上，采用 DirectFIL+", Short: "采用 DirectFIL+"},
			"saved":     {Label: "DirectFIL+ 每天节省，{years}平均", Short: "每天节省"},
			"supply":    {Label: "DirectFIL+ 每年节省，占流通量", Short: "每年节省，占流通量"},
			"spent":     {Label: "FIL+ 占比为 {rate} 时，{what}每天的 Gas，{years}平均", Short: "每天花费"},
			"spentpart": {Label: "{what}每年的 Gas，占流通量", Short: "每年花费，占流通量"},
			"unadopted": {Label: "DirectFIL+ 的节省（无人采用）", Short: "节省：无人采用 DirectFIL+"},
		},
	}
}
