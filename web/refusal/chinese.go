package refusal

// Chinese is what is said in Simplified Chinese.
func Chinese() *Text {
	return &Text{
		Sentence: map[string]string{
			"scenario_no_object": "情景 JSON 第 {line} 行第 {column} 列：应为由情景字段组成的对象",
			"scenario_unknown":   "情景 JSON 第 {line} 行第 {column} 列：没有名为 {name} 的字段，应为下列之一：{names}",
			"scenario_twice":     "情景 JSON 第 {line} 行第 {column} 列：{name} 出现了两次",
			"json_character":     "情景 JSON 第 {line} 行第 {column} 列：{where}不能有字符 {character}",
			"json_end":           "情景 JSON 第 {line} 行第 {column} 列：文本到此中断，并不完整",
			"json_syntax":        "情景 JSON 第 {line} 行第 {column} 列：不合 JSON 语法（{said}）",
			"vector_length":      "{name} 有 {n} 个值，而 horizon_days 为 {days}",

			"table_empty":          "{file}：文件是空的，应有表头",
			"table_csv":            "{file} 第 {line} 行第 {column} 个字符：{said}",
			"table_column":         "{file} 第 1 行：第 {column} 列名为 {value}，应为 {want}",
			"table_column_missing": "{file} 第 1 行：缺少列 {name}",
			"table_column_unknown": "{file} 第 1 行：没有名为 {name} 的列",
			"table_cells":          "{file} 第 {line} 行（{date}）：有 {n} 个单元格，应为 {want} 个",
			"table_cell":           "{file} 第 {line} 行（{date}）第 {column} 列 {name}：{value}，{want}",
			"table_no_rows":        "{file}：表头之后没有数据行",
			"table_no_day":         "{file} 第 {line} 行第 1 列（日期）：{value}，应为 2023-07-31 这样的日期",
			"table_early":          "{file} 第 {line} 行第 1 列（日期）：{value}，应为 {want} 或更晚",
			"table_gap":            "{file} 第 {line} 行第 1 列（日期）：{value}，应为 {want}，即上一行的次日",
			"table_large":          "{file}：有 {n} 字节，至多 {most} 字节",
			"table_short":          "数据表从 {first} 到 {last}，快照 {snapshot} 至少需要 {start} 至 {end} 的数据",
			"table_outside":        "数据表从 {first} 到 {last}，而所需的是 {start} 至 {end} 的数据",
			"and_more":             "……共有 {n} 处错误",

			"none_by":            "截至 {date} 没有公布过 {field} 的值",
			"no_rows":            "从 {start} 到 {end}，没有一天既公布了 Gas 又公布了新增算力",
			"fit_too_few":        "天数太少，无法拟合模型：共 {n} 天，没有一个协议版本达到 {want} 天",
			"fit_too_few_blocks": "天数太少，无法拟合模型：截至 {last} 只有 {n} 段（每段 {days} 天）既有 Gas 又有订单，至少需要 {want} 段",
			"fit_no_level":       "数据太少，无法拟合模型：自 {first} 起的 {n} 天中，{name} 的水平值为 {level}",

			"history_short":   "从 {first} 到 {last} 只有 {n} 天同时公布了新增算力、续期和 FIL+ 占比，至少需要 {want} 天",
			"history_none":    "从 {first} 到 {last} 没有公布过 {field} 的值",
			"ensemble_runs":   "运行次数为 {value}，应为 {low} 至 {high} 的整数",
			"ensemble_block":  "分块天数为 {value}，应为 1 至 {high} 的整数",
			"target_infinite": "目标值为 {value}，应为有限的数",
			"no_day":          "日期 {value} 不对，应为 2023-07-31 这样的日期",
			"day_outside":     "日期为 {value}，应在 {first} 至 {last} 之间",
		},
		Value: map[string]string{
			"want a number or an empty cell": "应为数字，或留空",
			"want a finite number":           "应为有限的数",
			"want zero or more":              "应为零或更大",
			"want more than zero":            "应大于零",
			"want a share from 0 to 1":       "应为 0 至 1 的份额",

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

			`bare " in non-quoted-field`:              "未加引号的单元格中有引号",
			`extraneous or missing " in quoted-field`: "带引号的单元格中引号多余或缺失",
		},
		Unexpected: "意外的错误，技术信息为“{said}”",
	}
}
