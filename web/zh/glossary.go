package zh

// Term is a term of the field: in English, in Chinese, and what it means.
type Term struct{ English, Chinese, Meaning string }

// Glossary holds the terms that the catalogue keeps to: a test finds where a text says one of them otherwise.
// The Chinese terms are those that explorers and guides of the Chinese-speaking Filecoin community use
// (原值算力 and 有效算力 as at Filfox; 基础费, 扇区, 质押, 销毁, 释放, 流通量 in its newsletters), and names of
// messages, proposals and units stay as they are.
func Glossary() []Term {
	return []Term{
		{"gas", "Gas", "链上消息所耗计算资源的计量单位，不译。"},
		{"base fee", "基础费", "每单位 Gas 须销毁的 FIL，以 nanoFIL（十亿分之一 FIL）计，随拥堵程度升降。"},
		{"burden", "负担", "Gas 折算为 FIL 后占净流量、流出量或流通量的百分比。"},
		{"deal", "订单", "客户与存储提供者之间的存储约定；FIL+ 订单经过验证，算力按倍数计。"},
		{"FIL+ rate", "FIL+ 占比", "新增原值算力中带 FIL+ 订单的份额。"},
		{"deal power", "订单算力", "带 FIL+ 订单的新增原值算力。"},
		{"raw power", "原值算力", "扇区按字节计的算力（raw byte power）。"},
		{"QA power", "有效算力", "按质量加权的算力（quality-adjusted power），FIL+ 部分乘以倍数。"},
		{"sector", "扇区", "存储的基本单位，32 GiB 或 64 GiB，有约定的期限。"},
		{"renewal rate", "续期率", "到期算力中得到续期的份额。"},
		{"pledge", "质押", "存储提供者为算力锁定的 FIL，到期返还。"},
		{"lock target", "锁定目标", "共识质押力求锁定的供应量份额，协议规定为 30%。"},
		{"circulating supply", "流通量", "已释放与已铸造、减去已销毁与已锁定的 FIL。"},
		{"net flow", "净流量", "每日进入流通（释放、铸造）减去离开流通（销毁、锁定）的 FIL。"},
		{"outflow", "流出量", "每日离开流通的 FIL：销毁与锁定。"},
		{"vested", "释放", "早期份额按时间表解锁。"},
		{"minted", "铸造", "作为区块奖励产生的 FIL，一部分随时间，一部分随基准铸造。"},
		{"burnt", "销毁", "永久退出供应量的 FIL，主要来自基础费。"},
		{"locked", "锁定", "暂时不能流通的 FIL：质押与尚未解锁的奖励。"},
		{"snapshot", "快照", "某一日的网络状态，模拟由此出发。"},
		{"scaling model", "比例模型", "Gas 等于订单算力乘以随时间变化的水平值。"},
		{"regime model", "区制模型", "2023年8月研究的模型：两个区制，各用一条直线。"},
		{"status quo", "现状", "订单仍以 PublishStorageDeals 发布，没有 DirectFIL+。"},
		{"edition", "版", "一次发布的数据、模型与方程，链接记下其编号。"},
		{"assumption", "假设", "模拟的一项输入。"},
		{"preset", "预设", "一组现成的假设。"},
		{"forecast", "预测", "快照之后的日子。"},
		{"median", "中位数", "排序后居中的数值。"},
		{"training", "训练", "拟合模型所用的日子。"},
	}
}
