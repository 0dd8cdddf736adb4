package ask

// How a range and a share are written.
const (
	EnglishRange, EnglishPercent = "{low} to {high}", "{n} %"
	ChineseRange, ChinesePercent = "{low} 至 {high}", "{n}%"
)

// EnglishWords are what the page says of the section itself, in English.
func EnglishWords() *Words {
	return wordsOf(EnglishForms(), EnglishFigures(), EnglishInputs(), EnglishGroups(), EnglishRange, EnglishPercent)
}

// ChineseWords are the same in Simplified Chinese.
func ChineseWords() *Words {
	return wordsOf(ChineseForms(), ChineseFigures(), ChineseInputs(), ChineseGroups(), ChineseRange, ChinesePercent)
}

func wordsOf(forms Forms, figures map[string]FigureText, inputs map[string]InputText, groups map[string]string, span, percent string) *Words {
	w := &Words{Forms: forms, FigureGroups: groups, Range: span, Percent: percent, Figures: map[string]string{}, Inputs: map[string]string{}}
	for name, text := range figures {
		w.Figures[name] = text.Label
	}
	for name, text := range inputs {
		w.Inputs[name] = text.Label
	}
	return w
}

// EnglishForms are the words of the forms.
func EnglishForms() Forms {
	return Forms{
		Nav: "Explore", Title: "What would change it?",
		Lead: "Questions to the picture above: which assumption matters most, where the conclusion flips, how sure it is, and what two people’s links differ in. All of it is computed in your browser, beside the page.",
		Card: map[string]CardText{
			"tornado":   {Title: "What matters most", Say: "Each assumption is moved alone over its range, the others held. The longest bar moves the figure most."},
			"breakeven": {Title: "Where it flips", Say: "The values of one assumption at which a figure crosses the value that you name."},
			"ensemble":  {Title: "How sure is this?", Say: "Many runs in which onboarding, renewal and FIL+ rate stray from your assumptions as they strayed from their own mean in the last two years, all three as on the same days. Only the deviations are drawn: your assumptions stay the centre, whatever the level was. Gas strays as the model’s errors do."},
			"compare":   {Title: "Compare with another link", Say: "Two sets of assumptions side by side, and how much of the gap each of them explains."},
		},
		Figure: "Figure", Rate: "FIL+ rate", RateMiddle: "the middle one", On: "Day", Input: "Assumption to vary",
		Target: "Value to cross, {unit}",
		Other:  "Second link", OtherHint: "an address of this page, or what stands behind its question mark", Preset: "or a preset", PresetNone: "none",
		Runs: "Runs", Seed: "Seed", SeedHint: "the same seed gives the same runs", Block: "Block length, days", BlockHint: "deviations are drawn in blocks of days of this mean length",
		AskFailed: "That could not be answered: {error}", TargetPercent: "percent", TargetFIL: "FIL", TargetPercentYear: "percent a year", TargetFILDay: "FIL a day",
		Start: "Start", StartAgain: "Run again", Cancel: "Cancel", Cancelled: "Cancelled after {done}.",
		Overtaken: "The assumptions have changed, so the work for the former ones was given up after {done}.",
		Working:   "{done} of {of}", WorkingLeft: "{done} of {of}, {left} s left",
		Stale:     "The assumptions have changed since: this is the answer for the former ones.",
		StaleForm: "The question has changed since: this is the answer to the former one.", Unanswered: "This has not been answered yet.", Compare: "Compare",
		ExplainTitle: "How a day’s numbers come about", ExplainDay: "Day", ExplainRate: "FIL+ rate", Explaining: "Computing the day’s steps …", ExplainFailed: "That day cannot be explained: {error}", Close: "Close",
	}
}

// ChineseForms are the same in Simplified Chinese.
func ChineseForms() Forms {
	return Forms{
		Nav: "探究", Title: "什么会改变结论？",
		Lead: "针对上图的提问：哪个假设影响最大，结论在何处翻转，把握有多大，以及两个人的链接差在哪里。全部在您的浏览器中、与页面并行计算。",
		Card: map[string]CardText{
			"tornado":   {Title: "什么影响最大", Say: "每个假设单独在其范围内变动，其余不动。条形最长者对数字影响最大。"},
			"breakeven": {Title: "在何处翻转", Say: "某个假设取何值时，数字越过您指定的值。"},
			"ensemble":  {Title: "把握有多大？", Say: "多次模拟：新增、续期与 FIL+ 占比围绕您的假设波动，如同它们最近两年偏离各自的均值，三者取自同样的日子。抽取的只是偏离：无论历史水平如何，您的假设仍是中心。Gas 则按模型的误差偏离。"},
			"compare":   {Title: "与另一链接比较", Say: "两组假设并列，以及每个假设能解释多少差距。"},
		},
		Figure: "数字", Rate: "FIL+ 占比", RateMiddle: "居中者", On: "日期", Input: "要变动的假设",
		Target: "要越过的值，{unit}",
		Other:  "另一链接", OtherHint: "本页的地址，或其中问号之后的部分", Preset: "或预设", PresetNone: "无",
		Runs: "次数", Seed: "种子", SeedHint: "种子相同，模拟就相同", Block: "块长，天", BlockHint: "偏离以此平均长度的连续日子成块抽取",
		AskFailed: "无法回答：{error}", TargetPercent: "百分比", TargetFIL: "FIL", TargetPercentYear: "每年百分比", TargetFILDay: "FIL/天",
		Start: "开始", StartAgain: "重新计算", Cancel: "取消", Cancelled: "已取消，完成了 {done}。", Overtaken: "假设已有改动，针对先前假设的计算完成 {done} 后已放弃。",
		Working: "{done} / {of}", WorkingLeft: "{done} / {of}，还需 {left} 秒",
		Stale: "假设此后有改动：这是针对先前假设的回答。", StaleForm: "提问此后有改动：这是对先前提问的回答。", Unanswered: "尚未回答。", Compare: "比较",
		ExplainTitle: "某一日的数字如何得来", ExplainDay: "日期", ExplainRate: "FIL+ 占比", Explaining: "正在计算当日各步骤……", ExplainFailed: "无法解释该日：{error}", Close: "关闭",
	}
}
