package method

import "github.com/gasburden/gasburden/sim/steps"

// Chinese is the catalogue in Simplified Chinese.
func Chinese() *Text {
	t := ChineseSteps()
	t.Page = chinesePage()
	return t
}

// ChineseSteps is the catalogue without the words of the methodology page, which a chain of steps does not say.
func ChineseSteps() *Text {
	return &Text{
		Language: "zh-CN", Name: "中文", Colon: "：", Comma: "，", Stop: "。", If: "若", Otherwise: "否则",
		Percent:  "{n}%",
		Months:   [12]string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
		DateForm: "{year}年{month}{day}日",
		Part: map[steps.Part]string{
			steps.Power: "算力", steps.Reward: "奖励", steps.Supply: "释放与销毁", steps.Pledge: "质押",
			steps.Locked: "锁定与流通", steps.Gas: "Gas", steps.Respond: "省下的 Gas 的作用", steps.Amount: "以 FIL 计的 Gas",
			steps.Flows: "代币流量", steps.Burden: "负担", steps.Sector: "单个扇区的数值", steps.Band: "区间", steps.Given: "默认值从何而来",
		},
		Symbol: chineseSymbols(),
		Unit: map[string]string{
			"EiB": "EiB", "PiB/day": "PiB/天", "EiB-days": "EiB·天", "days": "天", "FIL": "FIL", "FIL/day": "FIL/天", "FIL/GiB": "FIL/GiB",
			"Ggas/day": "Ggas/天", "Ggas/PiB": "Ggas/PiB", "Tgas/day": "Tgas/天", "Tgas/PiB": "Tgas/PiB", "Tgas/EiB": "Tgas/EiB", "Ggas/Tgas": "Ggas/Tgas", "nanoFIL/gas": "nanoFIL/Gas", "1/day": "每天", "day/PiB": "天/PiB",
			"PiB/EiB": "PiB/EiB", "GiB/PiB": "GiB/PiB", "sectors/PiB": "扇区/PiB", "1": "", "share": "", "share/day": "每天", "share/year": "每年",
		},
		Per:      map[string]string{"share/day": "每天 {n}", "share/year": "每年 {n}", "FIL/day": "每天 {n} FIL", "1/day": "每天 {n}"},
		Equation: chineseEquations(),
		Source:   chineseSources(),
		Origin: map[steps.Kind]string{
			steps.PublishedValue: "已公布，{date}", steps.Scheduled: "快照对{date}的安排", steps.Assumed: "假设（{field}）", steps.Protocol: "协议常数", steps.Units: "单位换算",
			steps.Rule: "模拟器的规则", steps.Fitted: "用截至{date}的 Gas 拟合", steps.Counted: "按天计数",
			steps.FromStep: "第 {n} 步", steps.FromDay: "{date}的本步", steps.Absent: "没有",
		},
		Why: map[steps.Why]string{
			steps.TooEarly:     "{smoothing} 天的均值需要此前有同样多的天数，而模拟开始得更晚。",
			steps.Ended:        "全网算力在此日之前已归零：此后均无定义。",
			steps.EndedDirect:  "采用 DirectFIL+ 时，全网算力在此日之前已归零。",
			steps.NoPower:      "算力在此日归零：没有 Gas，也没有算力之比。",
			steps.NoDivisor:    "作为除数的值为零。",
			steps.NotPositive:  "流量低于零，释放多于锁定，份额没有意义，图上留出空缺。",
			steps.FromMissing:  "所用的某个数值没有定义。",
			steps.BeforeCounts: "预测期的累计从快照当日开始。",
		},
		Chain: ChainText{
			Title: "{date}的数字如何得来", Lead: "FIL+ 占比 {rate}。每个数值都是模拟器自己的；每一步都可由所列内容核对。",
			Pointed: "{chart}，{curve}：{value}。", PointedDots: "{chart}，{curve}：{value}，来自已公布的数据。以下是模拟在同一天的步骤。",
			Inputs: "第 {n} 步的输入", Symbol: "符号", Meaning: "含义", Value: "数值", From: "来源",
			Result: "当日结果", NoValue: "无数值", Doubtful: "{value}，其流量不为正", WithDirect: "采用 DirectFIL+", Groups: "前往以下各组步骤：", Range: "步骤 {first} 至 {last}", Source: "出处", Method: "公式说明",
			AssumedOn: "对{date}的假设（{field}）", OtherStepOn: "{date}的第 {n} 步", On: "{date}",
			StatusQuo: "现状", DirectFILP: "采用 DirectFIL+ 的网络",
			ForOnboarded: "{title}：新增算力", ForRenews: "{title}：续期算力",
		},
	}
}

func chineseSources() map[steps.Source]SourceText {
	out := englishSources() // titles of documents stay as they are
	out[steps.MechaFIL] = SourceText{"MechaFIL，CryptoEconLab 的 Filecoin 经济模型", out[steps.MechaFIL].Address}
	out[steps.Study] = SourceText{"CryptoEconLab，DirectFIL+ 研究，2023年8月", ""}
	out[steps.Published] = SourceText{"公开的链上统计，Starboard 与 Spacescope", ""}
	return out
}
