package zh

import (
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/web/words"
)

func linkText() words.LinkText {
	return words.LinkText{
		Title: "关于此链接", Dismiss: "关闭",
		Fault: map[string]string{
			fault.LinkUnknownKey.Name:   "链接中没有“{key}”这个名称；已略去。",
			fault.LinkRepeated.Name:     "“{key}”出现了两次；以第一次为准。",
			fault.LinkDamaged.Name:      "“{key}”已损坏（“{value}”）；已略去。",
			fault.Illegal.Name:          "“{key}”为“{value}”，应为：{legal}；已略去。",
			fault.LinkNewerFormat.Name:  "链接的格式为第 {value} 版，本页最多能读到第 {legal} 版：读不懂的部分已略去。",
			fault.LinkCut.Name:          "链接在“{at}”处被截断；该处已略去。",
			fault.LinkTwoScenarios.Name: "地址中有两个情景，一个在问号之后，一个在井号之后；以问号之后的为准。",
			fault.LinkTooLong.Name:      "链接长 {value} 字节，最多应为 {legal}；未予读取。",
		},
		Illegal:        "“{key}”无法使用（{error}）；已略去。",
		NoSnapshot:     "这里没有“{snapshot}”的网络，可选：{known}。图中为{current}的网络。",
		NewerEdition:   "链接使用第 {edition} 版的数据与模型；本页只到第 {last} 版，曲线可能与原链接不同。",
		KeptEdition:    "按链接的要求，使用第 {edition} 版（{date}）的数据与模型。重新选择网络快照即可看到最新的。",
		OtherEquations: "第 {edition} 版（{date}）之后模拟器有过更正（方程当时为第 {then} 次修订，现为第 {now} 次）：曲线可能与原链接不同。",
		EditionFailed:  "第 {edition} 版的数据未能载入（{error}）：图中为第 {last} 版的曲线，可能与原链接不同。",
		WithoutControl: "还设定了本页没有控件的假设：{list}。“全部重置”会将其取消。",
		TooLong:        "此情景太长，放不进链接：请以情景文件发送。",
		ModelVersion:   "第 {edition} 版，{date}",
		OverTime:       "随时间变化；显示的是首个值，移动滑块后全程采用同一个值。{default}",
		FileRefused:    "文件未被接受：{error}。",
		ShownLabel:     "显示",
		ShowStatus:     "现状", ShowDirect: "DirectFIL+",
	}
}

func share() words.ShareText {
	return words.ShareText{
		Nav: "分享", Title: "带走结果",
		Hint: "链接包含全部假设和您所见的画面（固定的结果除外），多年之后打开仍是同样的曲线。不会上传任何内容：链接、文件和图片都在您的浏览器中生成。",

		CopyLink: "复制链接", CopyMarkdown: "复制到 FIP 讨论", CopyText: "复制为文字", CopyImage: "复制图片",
		Download: "下载", DownloadLabel: "下载为 {kind}",
		ScenarioFile: "情景文件",
		OpenFile:     "打开情景文件", OpenFileHint: "JSON 格式，可从这里下载，也可为命令行编写。", FileTooLarge: "文件大于 2 MB，情景不会这么大",
		Copied: "已复制：{what}。", Working: "正在生成……", Saved: "已保存为 {name}。",
		Preview:       "已复制的内容",
		CopyFailed:    "浏览器不允许本页复制（{error}）。文字列在下方，可选中后复制。",
		NotMade:       "未能生成（{error}）。",
		What:          map[string]string{"link": "链接", "markdown": "Markdown，适用于 GitHub、Discourse 等", "text": "纯文字", "png": "图片；可直接粘贴到评论中", "embed": "代码"},
		Embed:         "嵌入网页",
		EmbedHint:     "实时的图表及其上方的结论，并可选择附带哪些控件。",
		EmbedControls: "控件",
		EmbedKind:     "形式", EmbedCopy: "复制代码", EmbedSnippet: "代码",
		Kinds: map[string]string{
			"iframe": "框架", "iframe-resizing": "自动适应高度的框架", "markdown-image": "带链接的 Markdown 图片", "oembed": "oEmbed 地址",
		},
		NoCards:    "本站没有为任意情景绘图的服务。预设自带图片；其他情景请下载 PNG，再上传到您发文的地方。",
		EmbedTitle: "gasburden：发布 FIL+ 订单的 Gas 负担", EmbedOpen: "在 gasburden 上改动全部假设",

		Alt:     "{title}。{headline}",
		NoImage: "请在此粘贴图片：“复制图片”会把它放到剪贴板上。",
		Figure:  "数字", Value: "数值", Assumption: "假设", Changed: "{value}（已改动）",
		Others: "另有 {n} 项", AtDefault: "均为默认值，见链接",
		OpenLink: "打开、核对并改动此结果",
		Data:     "{snapshot}的网络；数据截至{last}，由 Starboard 与 Spacescope 公布",
		Model:    "数据与模型：{model}；方程第 {equations} 次修订",
		Caution:  "注意：{notice}",
		Band:     "阴影：{band}。",
		Citation: "gasburden，《{title}》，{model}，{link}。模拟器依据 MechaFIL；问题与 2023年8月的研究出自 CryptoEconLab。",
		Plain:    "{headline}{material}",

		CSVHead: "gasburden：{title}", CSVLink: "链接：{link}", CSVModel: "模型：{model}", CSVColumn: "{chart}：{series} [{unit}]", CSVCaution: "注意：{notice}",
		Units: map[string]string{
			"percent": "%", "fil": "FIL/天", "gas": "Tgas/天", "deal": "PiB/天", "ratio": "1",
		},
	}
}

func own() words.OwnText {
	return words.OwnText{
		Open:     "使用您自己的每日数据",
		Hint:     "CSV 格式，与随站提供的数据表相同，可选取，也可拖到本页任意处。中位数与 Gas 模型在您的浏览器中重新拟合；文件不会上传。",
		Template: "随站提供的数据表 network-daily.csv",
		Busy:     "正在读取文件……",
		Refused:  "文件未被接受，一切保持原样：{error}",
		Notice:   "依据自备数据（{figures}），而非公布的数据：中位数与 Gas 模型的水平值由此得出。",
		Caution:  "依据自备数据",
		Drop:     "改回公布的数据",
		Moved:    "其间选择了另一个网络；请重新选取文件。",
		Replaced: "其间选取了另一个文件：请重新选择网络",
		TooLarge: "文件大于 8 MB，每日数据表不会这么大。",

		Figures:     "{days}，{first}至{last}，SHA-256 {hash}",
		NotCarried:  "链接、嵌入和情景文件都带不走自备数据：打开时使用公布的数据，并会说明。",
		NoCards:     "自备数据的图没有地址可用：请下载 PNG，再上传到您发文的地方。",
		Linked:      "原结果使用他人的自备数据（{figures}），链接与情景文件都不含这些数据。您看到的由公布的数据算出。持有该文件者可在本页打开它。",
		LinkedOther: "原结果使用的是另一份数据（{figures}），不是现在这份：曲线可能与原来的不同。",
		Data:        "{snapshot}的网络；自备数据：{figures}",
		Model:       "中位数与 Gas 模型按此数据拟合；其余为{model}；方程第 {equations} 次修订",
		Cited:       "{model}，使用自备数据（{figures}）",
		Card:        "{snapshot}的网络 · 自备数据：{figures}",
	}
}

func site() words.SiteText {
	return words.SiteText{
		Name: "gasburden", Language: words.Chinese, LanguageName: "中文",
		Title:       "gasburden：发布 FIL+ 订单，Filecoin 网络要付出多少代价？",
		PresetTitle: "{preset}：发布 FIL+ 订单让 Filecoin 网络付出的代价",
		Description: "发布 FIL+ 订单让 Filecoin 网络付出多少 Gas，直接上链（DirectFIL+，FIP-0076）又能省去多少：" +
			"基于真实链上数据、在浏览器中运行的计算器。",
		PresetDescription:  "{hint}{headline}",
		CardAlt:            "各 FIL+ 占比下的 Gas 负担图，含采用与不采用 DirectFIL+ 两种情形。{headline}",
		PreviewDescription: "{headline}（数据与模型：{model}）",
		Unnumbered:         "答案取决于链接中的假设。打开链接即可看到这些假设，以及由此得出的数字。",
		UnnumberedAlt:      "计算器 gasburden。其数字取决于链接中的假设。",
		UpdateReady:        "新版本已就绪。", UpdateNow: "重新载入", UpdateLater: "稍后",
		NoScript:      "计算器是在浏览器中运行的程序。没有它，无论地址要求什么，本页显示的都是“{preset}”的数字。请允许本页运行脚本，方可使用。",
		NoScriptEmbed: "图表是在浏览器中运行的程序。没有它，无论地址要求什么，这里都是“{preset}”的数字。请允许本页运行脚本，方可显示。",
	}
}

func pin() words.PinText {
	return words.PinText{
		Pin: "固定此次结果", Hint: "继续改动时，这些曲线留在图上。", Unpin: "取消固定", Back: "回到固定的结果",
		Own: "自己的假设", Label: "{run}，{rate}", Pinned: "已固定：{run}",
		Status: "固定的{run}，现状", Direct: "固定的{run}，DirectFIL+", End: "固定",
		Published: "公布的数据", OwnFigures: "自备数据 {hash}",
	}
}
