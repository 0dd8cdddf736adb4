package zh

import (
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web"
	"github.com/gasburden/gasburden/web/refusal"
)

// Text is the catalogue in Simplified Chinese.
func Text() *web.Text {
	return &web.Text{
		Tagline:   "FIL+ 订单让 Filecoin 付出多少 Gas",
		Title:     "发布 FIL+ 订单，网络要付出多少代价？",
		NavCharts: "图表", NavMethod: "方法", NavEvidence: "证据", NavSource: "来源",

		Headline: "FIL+ 占比为 <b>{rate}</b> 时，按预测，{month}{what}的 Gas 成本相当于{denominator}的 <b>{burden}</b>；" +
			"改用 DirectFIL+ 则为 <b>{direct}</b>。",
		HeadlineNone:     "FIL+ 占比为 <b>{rate}</b> 时，按预测，{month}{what}的 Gas 成本相当于{denominator}的 <b>{burden}</b>；在这些假设下无人采用 DirectFIL+。",
		HeadlineMore:     "FIL+ 占比为 <b>{rate}</b> 时，按预测，{month}{what}的 Gas 成本相当于{denominator}的 <b>{burden}</b>；改用 DirectFIL+ 反而升至 <b>{direct}</b>：回填所省 Gas 的订单会锁定更多代币，用来衡量 Gas 的流量随之缩小。",
		HeadlineShort:    "预测期为 1 天，止于快照当日：没有可预测的日子。",
		MaterialNone:     "无人采用，便无所节省。",
		MaterialRefilled: "没有节省：直接订单省下的 Gas 全被更多的订单用掉了。",
		MaterialZero:     "没有节省。",
		HeadlineNoMonth: "FIL+ 占比为 <b>{rate}</b> 时，{month}{what}的成本无法表示为{denominator}的百分比：" +
			"届时该流量为零或没有定义。",
		HeadlineNegative: "FIL+ 占比为 <b>{rate}</b> 时，Gas 模型对{month}给出<b>负的 Gas</b>：模型在此失效，无法给出负担。",
		MaterialNegative: "预测期内的 Gas 总量为负，任何网络都不可能如此：这些曲线应看作模型的失败，而不是节省。",
		HeadlineEnded:    "在这些假设下，全网算力于 <b>{date}</b> 归零；此后的一切均无定义。",
		Material:         "{years}内平均<b>每天节省 {day} FIL</b>；一年为 {year} FIL，约占流通量的 <b>{supply}</b>：{verdict}。",
		MaterialMore:     "Gas 仍有节省：{years}内平均<b>每天 {day} FIL</b>；一年为 {year} FIL，约占流通量的 <b>{supply}</b>：{verdict}。",
		MaterialSmall:    "小到在供应量中看不出来",
		MaterialMiddling: "不大，但与铸造量相比看得见",
		MaterialLarge:    "在供应量中举足轻重",
		MaterialBeyond:   "超过现有的总量",

		Denominator: map[web.Denominator]string{
			web.ByNetflow: "全网每日净流量", web.ByOutflow: "全网每日流出量", web.ByCirculating: "流通量（按年计）",
		},
		DenominatorShort: map[web.Denominator]string{web.ByNetflow: "净流量", web.ByOutflow: "流出量", web.ByCirculating: "流通量"},
		Basis:            map[web.Denominator]string{web.ByNetflow: "净流量", web.ByOutflow: "流出量", web.ByCirculating: "流通量（每年）"},
		BasisLong: map[web.Denominator]string{
			web.ByNetflow: "代币净流量，{smoothing}", web.ByOutflow: "代币流出量，{smoothing}", web.ByCirculating: "流通量，乘以 365",
		},
		DenominatorLegend: "Gas 占",
		NavLabel:          "本页内容",
		AtSnapshot:        "快照时", OnDate: "{date}", YearsOf: "{n} 年", DaysOf: "{n} 天", DayOf: "1 天", Span: "{first}至{last}", SpanMark: "；", ListMark: "、",
		Months:      [12]string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
		MonthsShort: [12]string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},

		Assumptions: "假设",
		ResetAll:    "全部重置", ResetOne: "将“{name}”恢复为默认值", More: "更多假设",
		Rates: "FIL+ 占比", RatesHint: "新增算力中带 FIL+ 订单的份额，每个占比一条曲线。截至{date}的 90 天内为 {recent}。",
		RateLabel: "FIL+ 占比 {n}，百分比", RateSlider: "FIL+ 占比 {n}，滑块，百分比", AddRate: "添加一个占比", RemoveRate: "删除 FIL+ 占比 {n}",
		Default: "默认 {value}：{source}", Slider: "{name}，滑块，{unit}",
		Snapshot: "网络快照", SnapshotHint: "模拟由此状态出发，默认值随之而定。",
		SnapshotLoading: "正在载入{date}的网络……",
		SnapshotFailed:  "{date}的网络未能载入（{error}）。图中仍为{current}的网络。",
		Refill:          "{name}：不花成本的 Gas 会无止境地回填。直接订单的成本须不低于 1%，否则不能有回填。",
		Refused:         "“{name}”与其他假设不能并存：{error}。",
		NotANumber:      "{name}：“{value}”不是数字。请输入 {range}。",
		NotWhole:        "{name}：{value} 不是整数。请输入 {range}。",
		OutOfRange:      "{name}：{value} 超出允许范围。请输入 {range}。",
		OtherUnit:       "{name}：“{value}”用了别的单位。请输入 {range}。",
		ReadAs:          "读作 {n}", ReadAsOf: "{name}：{said}",
		Control: map[string]web.ControlText{
			"horizon_days":                   {Label: "预测期", Unit: "天", Source: "三年，与原研究相同"},
			"raw_onboarding_pib":             {Label: "新增原值算力", Unit: "PiB/天", Source: "截至{date}的 {n} 天的中位数"},
			"renewal_rate":                   {Label: "续期率", Unit: "%", Source: "截至{date}的 {n} 天的中位数"},
			"sector_duration_days":           {Label: "扇区期限", Unit: "天", Source: "18 个月，与原研究相同"},
			"lock_target":                    {Label: "锁定目标", Unit: "%", Source: "协议规定"},
			"fil_plus_multiplier":            {Label: "FIL+ 倍数", Unit: "×", Source: "协议规定"},
			"direct_gas_fraction":            {Label: "直接订单的 Gas", Unit: "%", Source: "取自 FIP-0076 的表格；原研究假设为 15"},
			"direct_precommit_fraction":      {Label: "PreCommit，直接", Unit: "%", Source: "取自 FIP-0076 的表格，相对于现有 Gas"},
			"direct_prove_fraction":          {Label: "ProveCommit，直接", Unit: "%", Source: "取自 FIP-0076 的表格，带 FIL+ 订单"},
			"direct_prove_fraction_no_deals": {Label: "……无订单", Unit: "%", Source: "取自 FIP-0076 的表格，扇区不带订单"},
			"adoption":                       {Label: "采用方式", Unit: "", Source: "原研究设想一步到位。约 11% 的采用可以解释 2024 年以来单个订单 Gas 的下降，消息变大同样可以。"},
			"adoption_share":                 {Label: "采用份额", Unit: "%", Source: "全部；若为渐进，则为其上限"},
			"adoption_start":                 {Label: "渐进开始", Unit: "", Source: "此日达到上限的 1%，之前为零。FIP-0076 于 2024年4月24日上线。"},
			"adoption_days":                  {Label: "渐进历时", Unit: "天", Source: "从上限的 1% 到 99%"},
			"rebound":                        {Label: "由更多订单回填", Unit: "%", Source: "省下的 Gas 闲置不用"},
			"burn_feedback":                  {Label: "省下的 Gas 不再销毁", Unit: "", Source: "关闭：与原研究及 MechaFIL 相同，模拟的销毁量保持均值。开启：省下的每个 FIL 都留在供应量中，DirectFIL+ 的流量、质押和负担随之变化。"},
			"gas_model":                      {Label: "Gas 模型", Unit: "", Source: "比例模型：Gas 与订单算力成正比，在训练之后的两年里经受住了检验。区制模型：原研究所用，在那两年里失效。"},
			"messages":                       {Label: "计入的消息", Unit: "", Source: "“全部封装消息”另计 PreCommit 与 ProveCommit，由新增原值算力预测。截至 2024年4月二者误差为 {precommit1} 与 {prove1}，此后为 {precommit2} 与 {prove2}。"},
			"base_fee_nanofil":               {Label: "基础费", Unit: "nanoFIL", Source: "{first}至{date}，“销毁量 ÷ Gas”的中位数：其中还含其他销毁，故为上限。原研究取 1"},
			"smoothing_days":                 {Label: "流量平滑", Unit: "天", Source: "向后移动平均，与原研究相同"},
		},

		StatusQuo: "现状", Direct: "DirectFIL+", Realised: "实际", RealisedAtMost: "实际，上限：含其他销毁",
		Key:        `<span><i></i>现状</span><span><i class="dash"></i>DirectFIL+</span>{band}<span><i class="dots"></i>{realised}</span>`,
		KeyBandDay: "单日 {coverage} 区间，仅含 Gas 模型：{held}", KeyBandMean: "{n} 天均值的 {coverage} 区间，仅含 Gas 模型：{held}",
		HeldDays: "其后 {n} 天中 {share} 落入", HeldMeans: "其后 {n} 个均值中 {share} 落入", HeldNone: "未经检验", HeldEarlier: "以截至{month}的数据拟合时，{held}",
		BandDots: "快照之后的 {n} 个点中有 {k} 个落在区间内；该区间把网络当作如预测一样。",
		BandLow:  "{rate} 区间下限，仅含 Gas 模型", BandHigh: "{rate} 区间上限，仅含 Gas 模型",
		BandLabel: "Gas 模型的不确定性", BandOff: "不显示", BandWidth: "{coverage} 区间", BandOfLabel: "针对", BandOfDays: "单日", BandOfMeans: "{n} 天均值",
		UnitLabel: "Gas 单位", UnitFIL: "FIL", UnitGas: "Gas 单位数", UnitShare: "占全部 Gas 的份额",
		GasInFIL: "每日 FIL，基础费 {fee} nanoFIL", GasInGas: "每日 Tgas（10¹² 单位 Gas）",
		GasOfTotal:   "占全部 Gas 的百分比：每日 {total} Tgas，取快照前数月的均值",
		PresetsLabel: "预设", PresetsHint: "您自己的假设。选用预设会将其取代，并从预设自己的网络出发。", DirectGroup: "DirectFIL+",
		OfferStudy: "原研究 {value}", Offer: map[string]string{"base_fee_nanofil": "中位数 {value}", "direct_gas_fraction": "FIP-0076 {value}"},
		BadDate: "{name}：“{value}”不是 {first} 至 {last} 之间的日期。",
		Preset: map[string]web.PresetText{
			"default":          {Label: "假如全部直接", Hint: "以经受住检验的模型回答原研究的问题：比例模型，基础费取中位数，DirectFIL+ 按 FIP-0076 且全部采用，从 2023年7月的网络出发。"},
			"study":            {Label: "2023 年研究", Hint: "原研究自己的假设：区制模型，基础费 1 nanoFIL，DirectFIL+ 只需 15% 的 Gas 且全部采用。"},
			"study-scaling":    {Label: "原研究，比例模型", Hint: "原研究的假设，但以比例模型代替它自己的模型，后者在训练之后失效。"},
			"as-adopted":       {Label: "实际采用情况", Hint: "FIP-0076 于 2024年4月24日上线，11% 的订单采用：此为估计，假定此后单个订单 Gas 的下降全由采用所致。"},
			"saved-unused":     {Label: "省下的 Gas 闲置", Hint: "后续研究的第一种情形：省下的不再销毁，也没有别的消息来填补。"},
			"refilled-in-part": {Label: "回填一半", Hint: "后续研究的第二种情形：省下的 Gas 有一半被更多的 FIL+ 订单填补。"},
			"refilled":         {Label: "全部回填", Hint: "后续研究的第三种情形：省下的 Gas 全部被更多的 FIL+ 订单填补。"},
			"today":            {Label: "当今网络", Hint: "最新公布的网络，11% 的订单采用 DirectFIL+：此为估计，假定 2024 年以来单个订单 Gas 的下降全由采用所致。"},
			"today-full":       {Label: "当今，全部采用", Hint: "最新公布的网络，假如从现在起所有订单都改走直接方式。"},
		},
		Option: map[string]string{
			"scaling": "比例模型（默认）", "regime": "区制模型（原研究）",
			"publish": "PublishStorageDeals", "onboarding": "全部封装消息",
			"none": "无人采用", "full": "一步到位", "constant": "固定份额", "logistic": "渐进",
		},
		Panels: "曲线从何而来", PanelsHint: "答案背后的模拟网络，各图共用一个游标。圆点是公布的数据，任何假设都不会移动它们。以 FIL 计或与流量、供应量相比时，圆点是上限：当日 Gas 乘以当日每单位 Gas 的全部销毁量，其中含罚没、终止费与扇区费。在图上拖动可放大，双击复原。",
		Chart: map[string]web.ChartText{
			"hero": {Title: "Gas 负担：{what}占{denominator}的百分比", Subtitle: "{messages} 的 Gas ÷ {basis}，从{snapshot}的网络出发",
				Summary: "FIL+ 占比为 {rate} 时，现状下的负担在{at}为 {first}，{date}为 {last}，采用 DirectFIL+ 则为 {direct}", Highest: "；最高值为{highdate}的 {high}"},
			"gas": {Title: "{what}的 Gas", Subtitle: "{gas}",
				Summary: "FIL+ 占比为 {rate} 时，模型从{at}的 {first} 变为{date}的 {last}；采用 DirectFIL+ 则从 {direct0} 变为 {direct}"},
			"outflow": {Title: "每日流出量", Subtitle: "每日销毁或锁定的 FIL，{smoothing}",
				Summary: "FIL+ 占比为 {rate} 时，流出量在{at}为每日 {first} FIL，{date}为 {last}", Highest: "，最高为{highdate}的 {high}"},
			"gas-over-outflow": {Title: "Gas / 流出量", Subtitle: "占销毁或锁定 FIL 的百分比，{smoothing}",
				Summary: "FIL+ 占比为 {rate} 时，Gas 在{at}占流出量的 {first}，{date}占 {last}"},
			"deal": {Title: "新增订单算力", Subtitle: "PiB/天",
				Summary: "FIL+ 占比为 {rate} 时，新增订单算力在{at}为每日 {first} PiB，{date}为 {last}"},
			"ratio": {Title: "有效算力 / 原值算力", Subtitle: "全网有效算力与原值算力之比",
				Summary: "FIL+ 占比为 {rate} 时，该比值从{at}的 {first} 变为{date}的 {last}"},
			"gas-over-netflow": {Title: "Gas / 净流量", Subtitle: "占“释放与铸造减去销毁与锁定”的百分比，{smoothing}",
				Summary: "FIL+ 占比为 {rate} 时，Gas 在{at}占净流量的 {first}，{date}占 {last}；采用 DirectFIL+ 则为 {direct}"},
		},
		FullStop: "。", SummaryOneDay: "FIL+ 占比为 {rate} 时：在{at}为 {first}，此后没有预测",
		What:         map[string]string{"publish": "发布订单", "onboarding": "订单与扇区上链"},
		MessageNames: map[string]string{"publish": "PublishStorageDeals", "onboarding": "PublishStorageDeals、PreCommit 与 ProveCommit"},
		Table:        "数据", TableCaption: "{title}，按日", TableDay: "日期（UTC）", ZoomOut: "全部时段", Explain: "解释{day}",
		CanvasEnter: "回车键解释当日，", Canvas: "左右方向键逐日移动游标，Page Up 与 Page Down 每次三十天；{enter}+ 与 − 缩放，Esc 显示全部时段。下方表格列出同样的数字。",
		History: "历史", Forecast: "预测", Average: "{n} 天均值", AverageOne: "不平滑",

		Tiles: map[string]string{
			"gas":    "FIL：{years}内{what}的花费（{rate}）",
			"saving": "FIL：其中 DirectFIL+ 可节省",
			"day":    "FIL：DirectFIL+ 每天节省",
			"supply": "每年节省，占流通量",
		},

		Warning: map[string]string{
			sim.WarnPowerEnded:         "算力于{first}归零{rates}；此后均无定义。",
			sim.WarnGasNegative:        "自{first}起有 {days}，Gas 模型给出负的 Gas{rates}：模型在此失效。",
			sim.WarnGasOutOfRange:      "自{first}起有 {days}，订单算力（对原研究的模型还有有效算力与原值算力之比）超出 Gas 模型见过的范围{rates}：属于外推。",
			sim.WarnGasBeyondValidated: "自{first}起，预测期超出 Gas 模型经过检验的长度{rates}。",
			sim.WarnOutflowNotPositive: "释放多于锁定与销毁，“Gas / 流出量”没有意义，故略去：{spans}。",
			sim.WarnNetflowNotPositive: "离开供应量的多于进入的，“Gas / 净流量”没有意义，故略去：{spans}。",
			sim.WarnOutflowNearZero:    "流出量接近零，与之相比的占比说明不了什么",
			sim.WarnNetflowNearZero:    "净流量接近零，与之相比的占比说明不了什么",
			sim.WarnGasAboveOutflow:    "Gas 的花费超过全部流出量（高于 100%）",
			sim.WarnGasAboveNetflow:    "Gas 的花费超过全部净流量（高于 100%）",
			sim.WarnGasAboveSupply:     "一年的 Gas 花费超过流通量（高于 100%）",
			sim.WarnBurnNegative:       "自{first}起有 {days}，省下的 Gas 多于模拟网络的销毁量{rates}：其销毁量变为负数。",
			sim.WarnPledgeNegative:     "自{first}起有 {days}，锁定的质押变为负数{rates}；这是 MechaFIL 自身的特性，锁定总量并不为负。",
			sim.WarnQACapped:           "自{first}起有 {days}，有效算力被限制在“倍数乘以原值算力”{rates}。",
			sim.WarnLockedFloored:      "自{first}起有 {days}，锁定量以零为下限{rates}。",
			sim.WarnCirculatingFloored: "自{first}起有 {days}，流通量以零为下限{rates}。",
			sim.WarnAvailableFloored:   "自{first}起有 {days}，可用供应量以零为下限{rates}。",
			sim.WarnSectorUndefined:    "自{first}起有 {days}没有新增算力{rates}：单个扇区的数值没有定义。",
			sim.WarnScheduleGap:        "自{first}起有 {days}，快照中没有到期信息：按此扇区期限，届时没有算力到期。",
		},
		WarnedOn: "请留意：{warning}：{spans}。",
		AllRates: "（所有 FIL+ 占比）", AtRates: "（{rates}）",
		Curve:   [4]string{"两条曲线，", "现状，", "DirectFIL+，", "现状或 DirectFIL+，"},
		SpansAt: "{curve}{rates}（{spans}）", SpansDays: "{first}至{last}间有 {days}",

		Method: "如何计算",
		MethodSteps: []string{
			"<b>网络。</b>逐日模拟 Filecoin 的代币经济（算力、释放、铸造、质押、流通量），从{snapshot}公布的状态出发，向后推算 {horizon} 天。它移植自 CryptoEconLab 的模型 MechaFIL，数值相差不超过十亿分之一。",
			"<b>Gas。</b>{gas}",
			"<b>比较。</b>直接订单只需其中 {fraction} 的 Gas；{adoption}。Gas 按 {fee} nanoFIL 的基础费折算为 FIL：原研究把十亿 Gas 算作一个 FIL，即 1 nanoFIL；快照前 90 天的销毁量与 Gas 得出 {median}，且这是上限。每日的 Gas 再除以离开供应量（销毁、锁定）和进入供应量（释放、铸造）的代币（{smoothing}）。",
		},
		MethodLimit:   "除非打开“省下的 Gas 不再销毁”，模拟的销毁量始终保持历史均值，与订单成本无关，这与原研究一致。Gas 模型一旦超出训练或检验的范围，图旁会有提示。",
		MethodScaling: "PublishStorageDeals 的 Gas 等于订单算力乘以一个水平值：截至{last}的数月里为每 PiB {level} Ggas，此后与 {longrun} 的差距每 {half} 天减半；后者是 FIP-0045 对含八个订单的消息测得的数值。它不会为负，也与算力之比无关。区间的含义：水平值可能逐月漂移，各日又在其周围散布，幅度与训练期相同。",
		MethodRegime:  "PublishStorageDeals 的 Gas 由当日新增订单算力以及全网有效算力与原值算力之比预测，模型出自 2023年8月的研究，用{from}至{to}的 {rows} 天训练：高斯混合找出两个区制，逻辑回归加以区分，再各用一条直线预测 Gas。其中 {right} 的天数区制判断正确。",
		Adopted:       map[string]string{"none": "无人改走直接方式", "full": "自第一天起全部改走直接方式", "constant": "其中 {share} 改走直接方式", "logistic": "自{start}起逐步改走直接方式，趋近 {share}"},
		Footer:        "数据：Starboard 与 Spacescope 公布的 Filecoin 链上统计；{others}与 {last}的网络状态。方法：CryptoEconLab 2023年8月的 DirectFIL+ 研究与 MechaFIL。全部计算都在您的浏览器中完成；您输入的内容不会离开本页。",
		Licenses:      "本页所用软件的许可证",
		Locale:        locale(),
		Start:         start(),
		Faults:        faults(),
		Link:          linkText(),
		Share:         share(),
		Card:          card(),
		Site:          site(),
		Own:           own(),
		Pin:           pin(),
		Worker:        worker(),
		Code:          code(),
		Access:        access(),
	}
}

func locale() web.LocaleText {
	return web.LocaleText{
		Numbers: "zh-CN", Dates: "zh-CN",
		Percent: "{n}%", Measure: "{n} {unit}", Range: "{low} 至 {high} {unit}",
		Date: "{year}年{month}{day}日", ShortDate: "{year}年{month}{day}日", Month: "{year}年{month}", Year: "{year}年",
		// The boundaries are where three digits round up: 9,995 is 1.00 万.
		Amounts: []web.AmountText{{From: 99_950_000, Unit: 1e8, Text: "{n} 亿"}, {From: 9_995, Unit: 1e4, Text: "{n} 万"}},
		Fonts:   "Inter, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
	}
}

func start() web.StartText {
	return web.StartText{
		Progress: "正在载入模拟器，{done} / {total} MB", Starting: "正在启动模拟器",
		NotStarted:  "模拟器未能启动",
		Stopped:     "模拟器已停止",
		Missing:     "有一部分未能载入。请重新载入再试。",
		Download:    "程序未能下载。请检查网络连接后重新载入。",
		FromDisk:    "浏览器不会为从磁盘打开的网页载入程序。请改为打开 gasburden.html（所有内容都在这一个文件里），或通过 HTTP 提供该文件夹，例如用“make run”。",
		TooOld:      "此浏览器不能运行 WebAssembly，或不支持本页所需的版本。2023 年以后的任何浏览器都可以。",
		Sandboxed:   "嵌入本页的网页把它放在沙箱中，而本站不允许从沙箱读取程序（没有发送跨源许可标头）。",
		OpenAlone:   "请单独打开：",
		Computing:   "正在计算此链接所求的结果……",
		StaysValid:  "本页已有的文字依然有效：其中的数字就是此地址的结果。",
		NotComputed: "此地址要求的是另一个情景，其数字只能由程序算出，因此不显示该情景的数字。",
		Blocked:     "本页中负责此事的部分被拦截",
		NoShare:     "负责复制、保存和后台计算的部分被拦截：下载和“什么会改变结果？”无法使用。",
		NoAccess:    "负责载入证据和“什么会改变结果？”的部分被拦截：这两部分保持空白，打印时按页面原样打印。",
		Broken:      "程序已下载，但无法运行。请重新载入再试。",
		Crash:       "程序遇到了意料之外的错误。最后的图仍留在页面上，但控件不再响应：请重新载入以继续。",
		Exit:        "程序以代码 {code} 结束。",
		NoDetails:   "没有更多细节。",
		MoreDetails: "技术细节", Reload: "重新载入",
		EvidenceFailed: "证据未能载入：{error}",
		ExploreFailed:  "这些提问未能载入：{error}",
		NoConnection:   "服务器没有应答", ServerAnswered: "服务器返回 {status}",
		NotAllowed: "浏览器在此不允许", NotReadable: "无法读取文件",
		NoPictures:     "此浏览器不能复制图片，请改为下载",
		EngineEnded:    "负责生成的程序已停止，再试一次便会重新启动；技术信息：{said}",
		Unexpected:     "意外的错误，技术信息：{said}",
		LanguageLabel:  "语言",
		LanguageFailed: "此语言未能载入（{error}）。",
	}
}

// faults is what the page says of faults: those of its English catalogue, from the catalogue of all.
func faults() map[string]string {
	all, out := refusal.Chinese().Texts, map[string]string{}
	for name := range web.English().Faults {
		out[name] = all[name]
	}
	return out
}
