package refusal

import (
	"maps"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/web/zh"
)

// Chinese is what is said of faults in Simplified Chinese, beside what the page says of them.
func Chinese() *fault.Catalogue {
	out := &fault.Catalogue{
		Texts: map[string]string{
			"said":       "{text}",
			"unexpected": "意外的错误，技术信息为“{said}”",

			"no_vector":       "{field}：{value} 既不是数，也不是由数组成的数组，应为：{legal}",
			"no_vector_entry": "{field}：第 {nth} 项为 {value}，不是有限的数，应为：{legal}",

			"unknown_name": "没有名为 {name} 的字段，应为：{legal}",
			"no_day":       "{field} {value} 不对，应为 2023-07-31 这样的日期",
			"typed_whole":  "{field}为{value}，应为 {low} 至 {high} 的整数",
			"typed_target": "要越过的值为{value}，应为 1.5 这样的数，单位为 {unit}",

			"finite": "有限的数",

			"day": "{range} 之间的日期",

			"daily_length": "一个数，或由 horizon_days = {days} 个 {range} 之间的数组成的向量",

			"published_figures": "依据公布数据的情景：自备数据不在其中",

			"link_address": "带有 {list} 这样的查询的地址",

			"number_or_empty": "应为数字，或留空",
			"no_groups":       "三位数字之前不应有逗号，它既可能是千位分隔符，也可能是小数点",
			"point_only":      "小数点应为句点，因为逗号用来分隔单元格",
			"no_unit":         "应为不带单位的数", "finite_number": "应为有限的数", "zero_or_more": "应为零或更大",
			"more_than_zero": "应大于零", "share_of_one": "应为 0 至 1 的份额", "whole_number": "应为整数",

			"link_most": "{high}", "listed": "{list}",

			"scenario_no_object": "应为由情景字段组成的对象",
			"scenario_twice":     "{field} 出现了两次",
			"json_character":     "{where}不能有字符 {character}",
			"json_end":           "文本到此中断，并不完整",
			"json_syntax":        "不合 JSON 语法（{said}）",

			"table_empty":          "文件是空的，应有表头",
			"table_workbook":       "这是 Excel 工作簿或其他 ZIP 压缩文件，应为 CSV：请将工作表另存为 CSV UTF-8",
			"table_utf16":          "这是 UTF-16 文本，应为 UTF-8 的 CSV：请将工作表另存为 CSV UTF-8",
			"table_html":           "这是网页（HTML），应为 CSV",
			"table_separator":      "单元格以 {value} 分隔，应以逗号、分号或制表符分隔",
			"table_marks":          "第 {line} 行的小数点为句点，第 {other} 行却为逗号，各行应一致",
			"table_csv":            "{cause}",
			"table_column":         "第 {column} 列名为 {value}，应为 {want}",
			"table_column_missing": "缺少列 {field}",
			"table_column_unknown": "没有名为 {value} 的列",
			"table_cells":          "有 {n} 个单元格，应为 {want} 个",
			"table_cell":           "第 {column} 列 {field}：{value}，{legal}",
			"table_no_rows":        "表头之后没有数据行",
			"table_no_day":         "第 1 列（{field}）：{value}，应为 2023-07-31 这样的日期",
			"table_early":          "第 1 列（{field}）：{value}，应为 {want} 或更晚",
			"table_gap":            "第 1 列（{field}）：{value}，应为 {want}，即上一行的次日",
			"table_fee":            "{field} {value} 乘以当日 Gas 为 {fil} FIL，与 {other} {burn} 相差应不超过 {n} 倍",
			"table_large":          "有 {n} 字节，至多 {most} 字节",
			"table_short":          "数据表从 {first} 到 {last}，快照 {snapshot} 至少需要 {start} 至 {end} 的数据",
			"table_outside":        "数据表从 {first} 到 {last}，而所需的是 {start} 至 {end} 的数据",
			"and_more":             "……共有 {n} 处错误",
			"csv_bare_quote":       "未加引号的单元格中有引号",
			"csv_quote":            "带引号的单元格中引号多余或缺失",

			"no_rows":            "从 {start} 到 {end}，没有一天既公布了 Gas 又公布了新增算力",
			"fit_too_few":        "天数太少，无法拟合模型：共 {n} 天，没有一个协议版本达到 {want} 天",
			"fit_too_few_blocks": "天数太少，无法拟合模型：截至 {last} 只有 {n} 段（每段 {days} 天）既有 Gas 又有订单，至少需要 {want} 段",
			"fit_no_level":       "数据太少，无法拟合模型：自 {first} 起的 {n} 天中，{field} 的水平值为 {level}",
			"history_short":      "从 {first} 到 {last} 只有 {n} 天同时公布了新增算力、续期和 FIL+ 占比，至少需要 {want} 天",
			"history_none":       "从 {first} 到 {last} 没有公布过 {field} 的值",

			"in_scenario": "情景 JSON 第 {line} 行第 {column} 列：",
			"in_link":     "链接：",
			"in_file":     "{file}：",
			"on_line":     "{file} 第 {line} 行：",
			"at_column":   "{file} 第 {line} 行第 {column} 个字符：",
			"on_day":      "{file}（{date}）：",
			"on_row":      "{file} 第 {line} 行（{date}）：",
		},
		Words: map[string]string{
			"runs":         "运行次数",
			"seed":         "种子",
			"block length": "块长",
			"block days":   "分块天数",
			"target":       "目标值",
			"date":         "日期",
			"day":          "日期",
			"%/year":       "%（每年）",
			"FIL/day":      "FIL/天",

			"looking for beginning of value":             "值的开头",
			"looking for beginning of object key string": "对象的键的开头",
			"after object key":                           "对象的键之后",
			"after object key:value pair":                "对象的一对键值之后",
			"after array element":                        "数组的元素之后",
			"after top-level value":                      "JSON 的值结束之后",
			"in literal true":                            "字面值 true 中",
			"in literal false":                           "字面值 false 中",
			"in literal null":                            "字面值 null 中",
			"in string literal":                          "字符串中",
			"in string escape code":                      "字符串的转义符中",
			`in \u hexadecimal character escape`:         `字符串的 \u 转义符中`,
			"in numeric literal":                         "数字中",
			"in exponent of numeric literal":             "数字的指数中",
			"after decimal point in numeric literal":     "数字的小数点之后",
			"exceeded max depth":                         "嵌套过深",
		},
	}
	maps.Copy(out.Texts, zh.Faults())
	return out
}
