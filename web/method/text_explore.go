package method

func englishExplore() ExploreText {
	return ExploreText{
		Title:        "What would change it?",
		Lead:         "The calculator’s section of that name answers each question by runs of the simulator: the equations above, with other inputs. Nothing is interpolated between runs.",
		TornadoTitle: "What matters most",
		Tornado: "Each assumption is moved alone to both ends of its range, or to each of its choices, the others held. FIL+ rate, onboarding, renewal rate and base fee have a past: " +
			"their range goes from the quantile at {low_end} to that at {high_end} of what was published in the {past_days} days up to the snapshot, with straight lines between sorted values (Hyndman and Fan). " +
			"The other ranges are set, and each row says by what.",
		TornadoOrder: "Rows are sorted by how far apart the figures at the two ends lie. A figure counts neither for the order nor for the summary where it has no value, or where a flow that it divides by is not positive.",
		FlipTitle:    "Where it flips",
		Flip: "The legal range of the assumption is cut into {cells} cells, narrow near zero where it spans orders of magnitude. Where the figure lies on different sides of the value at a cell’s ends, " +
			"Brent’s method finds the crossing to the precision of the numbers. A leap over the value is told apart, and so is a flow that passes through zero: the burden goes to infinity there and comes back with the other sign.",
		FlipLimit:     "Two crossings within one cell are found where the figure’s extremum between them shows at the cells’ ends, by golden sections; others so close together can be missed.",
		EnsembleTitle: "How sure is this?",
		Draws: "History lends a run its deviations, not its level. For each forecast day t a day j of the past is drawn by the stationary bootstrap of Politis and Romano: blocks of days that follow each other, " +
			"of random length and {block_days} days on average unless you say otherwise, begin anywhere and go on after the last day with the first. The past is those of the {past_days} days up to the snapshot that have onboarding, " +
			"renewal rate and FIL+ rate published, {least_days} or more. All three take the same days, and so keep their ties to each other and to the days before.",
		Amounts: "Onboarding x is your own, times what the drawn day’s h is of the mean of the past, up to its legal limit:",
		Shares:  "Renewal rate and FIL+ rate are moved in their log odds, so that they stay shares:",
		Centre: "The shift c makes the mean over the past your own value. Your assumptions so stay the centre on every day: levels of the past do not enter, and a share of nothing or of all stays what it is. " +
			"Where a run has several FIL+ rates, they share the draws.",
		Gas: "Gas is the scaling model’s prediction times a factor of median one:",
		GasScale: "Here w is the level’s random walk, which begins after the last day of the model’s fit, and v the scatter of days about it, a first-order autoregression; their standard deviations and correlation are those of the model’s bands. " +
			"The draw k, one a run, widens both as Student’s t does, since they are estimated from few blocks. The study’s regime model has no law of errors: with it gas does not stray.",
		Seed: "Random numbers (the generator of Blackman and Vigna) follow from the seed, the number of the run and what they are for: the same seed gives the same runs on every machine. {runs} runs unless you say otherwise; " +
			"the bands hold the middle {coverages} of them. They are of each day by itself, so that no single run need follow a band’s edge.",
		NotDrawn:     "Not drawn: a drift of levels over years, the base fee, and changes of the protocol.",
		CompareTitle: "Compare with another link",
		Gap:          "The gap between two links is shared out by Shapley values. An assumption’s share is what its change adds, as the mean over all orders in which the assumptions may change:",
		GapTerms: "Here n assumptions differ, S is a set of them without i, and f the figure of a run in which those in brackets are as behind the other link and the rest as here. " +
			"The shares sum to the gap.",
		Players: "With up to {players} assumptions that differ and have an effect, every set has its run, and the shares are exact. With more, the {alone} that move the figure most when they change first or last stand alone, and the rest count as one. " +
			"Assumptions whose mixtures leave the figure without a value also count as one.",
	}
}

func chineseExplore() ExploreText {
	return ExploreText{
		Title:        "什么会改变结论？",
		Lead:         "计算器中同名的一节对每个问题都以模拟器的运行来回答：方程与上文相同，只是输入不同。各次运行之间不作插值。",
		TornadoTitle: "什么影响最大",
		Tornado: "每个假设单独移到其范围的两端，或逐一取其各种选择，其余不动。FIL+ 占比、新增、续期率与基础费有历史：其范围为截至快照的 {past_days} 天内公布值的 {low_end} 分位数至 {high_end} 分位数，" +
			"排序值之间以直线相连（见引用）。其余范围为设定值，各行注明依据。",
		TornadoOrder: "各行按两端数字相距的远近排序。没有数值，或其所除的流量不为正的数字，既不计入排序，也不计入摘要。",
		FlipTitle:    "在何处翻转",
		Flip: "假设的合法范围分为 {cells} 格；范围跨越多个数量级时，靠近零处的格较窄。若数字在一格两端位于指定值的两侧，则以布伦特法（见引用）求出越过之处，达到数值所能有的精度。" +
			"跳过指定值的情形另行区分；流量经过零的情形也是如此：负担在那里趋于无穷，再以相反的符号返回。",
		FlipLimit:     "同一格内的两次越过，若其间的极值在各格端点显现，可用黄金分割法找到；此外相距如此之近的越过可能遗漏。",
		EnsembleTitle: "把握有多大？",
		Draws: "历史借给每次模拟的是偏离，而非水平。对预测的每一日 t，以平稳自助法（见引用）抽取过去的一日 j：由相连日子组成的块长度随机，除非另行指定，平均 {block_days} 天；块可始于任何一日，过了最后一日便接第一日。" +
			"过去是指截至快照的 {past_days} 天中新增、续期率与 FIL+ 占比均已公布的日子，至少 {least_days} 天。三者取同样的日子，从而保留彼此之间以及与此前各日的关联。",
		Amounts: "新增 x 为您的假设乘以所抽日的 h 与过去均值之比，不超过合法上限：",
		Shares:  "续期率与 FIL+ 占比按对数几率移动，因而始终是份额：",
		Centre:  "平移量 c 使过去各日的均值等于您的值。因此您的假设在每一日都是中心：过去的水平不计入，全无或全部的份额保持不变。有多个 FIL+ 占比时，它们共用同样的抽取。",
		Gas:     "Gas 为比例模型的预测乘以一个中位数为一的因子：",
		GasScale: "其中 w 是水平值的随机游走，始于模型拟合的最后一日之后；v 是各日围绕它的散布，为一阶自回归；其标准差与相关系数即模型区间所用者。每次模拟抽取一个 k，使两者如学生 t 分布般加宽，因为它们由为数不多的块估计而得。" +
			"原研究的区制模型没有已知的误差分布：采用它时，Gas 不偏离。",
		Seed: "随机数（其生成器见引用）由种子、模拟的序号和用途决定：种子相同，在任何机器上模拟都相同。除非另行指定，模拟 {runs} 次；区间包含居中的 {coverages} 的模拟。" +
			"区间逐日各自得出，因此没有哪一次模拟必然沿着区间的边缘。",
		NotDrawn:     "不抽取：水平值多年的漂移、基础费，以及协议的变更。",
		CompareTitle: "与另一链接比较",
		Gap:          "两个链接之间的差距按沙普利值分摊。一个假设的份额，是其改变所带来的变化在各假设一切可能的改变次序上的平均：",
		GapTerms:     "其中有 n 个假设不同，S 是其中不含 i 的一组，f 是括号中的假设如另一链接、其余如此图时模拟所得的数字。各份额之和即差距。",
		Players: "不同且有影响的假设不超过 {players} 个时，每一组都有一次模拟，份额是精确的。超过时，最先或最后改变时对数字影响最大的 {alone} 个单列，其余合作一项。" +
			"若某些假设的混合使数字没有数值，这些假设也合作一项。",
	}
}
