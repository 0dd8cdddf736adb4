package explore

// MarkText is what is said of a target that stands on the page's own charts. A label has at most two rows.
type MarkText struct {
	Label, Daily                  string // at the line: a share of the chart's axis; a sum there
	Above, Below                  string // one more row, where the axis ends before the target
	Said, SaidAbove, SaidBelow    string // for whoever does not see the line
	Draw                          string // labels the box that draws it
	OnBoth, OnTop, OnGas, Nowhere string // where it is to be seen
	Show, ShowDivided, ShowFIL    string // on the button that leads there
}

func englishMark() MarkText {
	return MarkText{
		Label: "target {target}", Daily: "= {drawn} on average",
		Above: "↑ above this chart", Below: "↓ below this chart",
		Said:      "A horizontal line marks the target of “Where it flips”, {target} for {figure}.",
		SaidAbove: "The target of “Where it flips”, {target} for {figure}, lies above this chart.",
		SaidBelow: "The target of “Where it flips”, {target} for {figure}, lies below this chart.",
		Draw:      "Draw the target on the page’s charts",
		OnBoth:    "As a horizontal line on the chart at the top, while that divides by {denominator}, and on “{chart}”.",
		OnTop:     "As a horizontal line on the chart at the top, while that divides by {denominator}.",
		OnGas:     "As a horizontal line on “{chart}”, while that counts FIL: the mean a day that the target comes to.",
		Nowhere:   "None of the page’s own charts draws this figure, so its target is marked here alone.",
		Show:      "Show the line", ShowDivided: "Divide by {denominator} and show the line", ShowFIL: "Count FIL and show the line",
	}
}

func chineseMark() MarkText {
	return MarkText{
		Label: "目标 {target}", Daily: "即平均{drawn}",
		Above: "↑ 在此图上方", Below: "↓ 在此图下方",
		Said:      "一条水平线标出“在何处翻转”的目标：{figure}为 {target}。",
		SaidAbove: "“在何处翻转”的目标（{figure}为 {target}）在此图上方。",
		SaidBelow: "“在何处翻转”的目标（{figure}为 {target}）在此图下方。",
		Draw:      "在页面的图上画出目标",
		OnBoth:    "以水平线画在顶部的图上（当它除以{denominator}时），也画在“{chart}”上。",
		OnTop:     "以水平线画在顶部的图上（当它除以{denominator}时）。",
		OnGas:     "以水平线画在“{chart}”上（当它以 FIL 计时）：目标折合的每日平均值。",
		Nowhere:   "页面的图都不画这个数字，所以目标只标在这里。",
		Show:      "查看这条线", ShowDivided: "除以{denominator}并查看这条线", ShowFIL: "以 FIL 计并查看这条线",
	}
}
