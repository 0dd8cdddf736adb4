package zh

import (
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/web/words"
)

func worker() words.WorkerText {
	return words.WorkerText{
		Refused: map[string]string{
			fault.LinkUnknownKey.Name:   "{key} = “{value}”：链接中没有这个名称；应为以下之一：{legal}。",
			fault.LinkRepeated.Name:     "{key} = “{value}”：出现了两次；只应出现一次。",
			fault.LinkDamaged.Name:      "{key} = “{value}”：% 之后没有两位十六进制数字。",
			fault.Illegal.Name:          "{key} = “{value}”：应为：{legal}。",
			fault.LinkNewerFormat.Name:  "链接的格式为第 {value} 版；最多应为第 {legal} 版。",
			fault.LinkCut.Name:          "链接在“{at}”处被截断。",
			fault.LinkTwoScenarios.Name: "地址中有两个情景，一个在问号之后，一个在井号之后；只应有一个。",
			fault.LinkOwnFigures.Name:   "{key} = “{value}”：链接使用了他人的自备数据，而链接不含这些数据；请使用依据公布数据的链接。",
			fault.LinkTooLong.Name:      "链接长 {value} 字节；最多应为 {legal}。",
		},
		RefusedValue:    "{key}：{error}。",
		UnknownSnapshot: "快照 “{snapshot}”：这里没有这个网络；应为以下之一：{known}。",
		TooMuch:         "days = {days}，{rates} 个 FIL+ 占比：需要模拟 {n} 天；此处最多 {most} 天。网页与命令行没有这一限制。",
		Broken:          "服务程序出错；原因见其日志。",
		NotFound:        "这里什么也没有。",
		Method:          "此处不应答 {method}；请用 GET 或 HEAD。",
		TooLong:         "查询长 {n} 字节；最多应为 {most}。",
		NoFigures:       "未能从网站读取 {file} 中的数据。",
		CardRefused:     "此链接无法绘图",

		URLMissing:    "缺少 url；应为本站某一页面的地址。",
		URLForeign:    "url 不是本站（{origin}）页面的地址。",
		FormatUnknown: "format = “{format}”：只提供 json。",
		SizeIllegal:   "{key} = “{value}”：应为不小于 1 的整数。",

		Title:     "{changed}：发布 FIL+ 订单让 Filecoin 网络付出的代价",
		TitleMore: "{changed}，另有 {n} 项",
		Alt:       "各 FIL+ 占比下的 Gas 负担图，含采用与不采用 DirectFIL+ 两种情形。{headline}",
		Notice:    "{description}{notice}",
	}
}

func code() words.CodeText {
	return words.CodeText{
		Title:     "五行代码使用 gasburden",
		Lead:      "本页的脚本运行模拟器，并填写下面的表格。它可用于任何网页或笔记本，只需把其中的点换成 gasburden.js 的完整地址。",
		Caption:   "一半订单改走直接方式时，发布 FIL+ 订单的 Gas 占全网每日净流量的份额",
		Rate:      "FIL+ 占比",
		Month:     "月份",
		StatusQuo: "现状",
		Direct:    "采用 DirectFIL+",
		Page:      "在网页上查看同一情景",
	}
}

func access() words.AccessText {
	return words.AccessText{
		SkipToAnswer: "跳到结论", SkipToAssumptions: "跳到假设",
		Charts: "负担随时间的变化",

		Spoken: "{day}：{values}", SpokenValue: "{name} {value}", SpokenMark: "；", SpokenNone: "无数值",
		Unit: map[string]string{"percent": "{value}", "fil": "每日 {value} FIL", "gas": "每日 {value} Tgas", "power": "每日 {value} PiB", "ratio": "{value}"},

		Link: "实时图表：{link}", Source: "来源：{data}；{model}。", Printed: "打印于{date}",
	}
}
