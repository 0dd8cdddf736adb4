package page

import (
	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/model/price"
	"github.com/gasburden/gasburden/web/words"
)

// CostFields are the numbers of a storage provider's question, by their names in the catalogue, in the order of
// price.Question.Numbers.
var CostFields = [len(price.QuestionRanges)]string{"tib", "deals", "deal", "fee"}

// feeField is the place of its own base fee among them.
const feeField = 3

// asking is a storage provider's question as it is being put.
type asking struct {
	price.Question
	typed [len(CostFields)]string   // "" where the field shows the question's number
	wrong [len(CostFields)]sentence // what is wrong with typed; the question is as before that entry
}

// TypeCost takes the text of a field of the storage provider's question, one of CostFields.
func (p *Choices) TypeCost(field int, raw string) {
	p.Settle()
	a, legal := &p.asking, price.QuestionRanges[field]
	n := a.Numbers()[field]
	p.enter(CostFields[field], *n)
	a.typed[field], p.hand = raw, CostFields[field]
	r := numbers.Typed(raw, p.Text.Cost.Field[CostFields[field]].Unit)
	within := r.Reason == numbers.Readable && r.Value >= legal.Min && r.Value <= legal.Max
	if a.wrong[field] = nil; within {
		*n = r.Value
		return
	}
	if *n != p.entry.number {
		*n = p.entry.number
		p.steps.forget(p.entry.step)
	}
	a.wrong[field] = func(p *composer) string {
		said, name := p.Text.OutOfRange, p.Text.Cost.Field[CostFields[field]]
		switch r.Reason {
		case numbers.NoNumber:
			said = p.Text.NotANumber
		case numbers.OtherUnit:
			said = p.Text.OtherUnit
		}
		return words.Fill(said, "name", name.Label, "value", raw, "range",
			p.Text.Between(legal.Min, legal.Max, name.Unit))
	}
}

// PriceCost chooses the base fee that it is about.
func (p *Choices) PriceCost(fee string) {
	p.Settle()
	switch fee {
	case price.FeeNow, price.FeeFull, price.FeeOwn:
		if p.asking.Fee != price.FeeOwn && fee == price.FeeOwn && p.asking.typed[feeField] == "" {
			p.asking.OwnNanoFIL, _ = p.asking.FeeNanoFIL() // from where it was
		}
		p.asking.Fee = fee
	}
}

// ask takes up a question, nil for the standard one.
func (p *Choices) ask(q *price.Question) {
	if p.asking = (asking{Question: price.StandardQuestion()}); q != nil {
		p.asking.Question = *q
	}
}

// Cost is the section of a storage provider's costs.
type Cost struct {
	Fields  [len(CostFields)]CostField
	Fees    []Option
	Fee     string // that is chosen
	Said    string // the gas of a deal, and the fee
	Heads   []string
	Rows    [][]string // the name of an amount of data, and what it costs
	Sources []string
}

// CostField is a number of it.
type CostField struct {
	Name          string // suffix of the element ids
	Label, Unit   string
	Text          string
	ReadAs, Error string
	Hidden        bool
	Index         int
}

// costAnswer is the answer in a line.
func (p *composer) costAnswer() string {
	quote, err := p.asking.Quote()
	if err != nil {
		panic("page: " + err.Error()) // the question holds legal numbers only
	}
	month, fee := &quote.Charges[len(quote.Charges)-1], p.Text.Cost.Fee[p.asking.Fee]
	return words.Fill(p.Text.Parts.CostAnswer, "tib", words.Exactly(quote.MonthTiB), "market",
		words.Significant(month.Market.TotalFIL, 2), "direct", words.Significant(month.Direct.TotalFIL, 2), "fee", fee)
}

func (p *composer) cost() *Cost {
	text, a := &p.Text.Cost, &p.asking
	out := &Cost{Fee: a.Fee, Sources: text.Sources, Heads: text.Heads}
	for i, name := range CostFields {
		said := text.Field[name]
		f := CostField{Index: i, Name: name, Label: said.Label, Unit: said.Unit, Text: a.typed[i],
			Error: p.said(a.wrong[i]), Hidden: i == feeField && a.Fee != price.FeeOwn}
		if f.Text == "" && f.Error == "" {
			f.Text = numbers.Exact(*a.Numbers()[i])
		} else if r := numbers.Typed(f.Text, f.Unit); f.Error == "" && !r.Plain {
			f.ReadAs = words.Fill(p.Text.ReadAs, "n", words.Exactly(r.Value))
		}
		out.Fields[i] = f
	}
	for _, fee := range [...]string{price.FeeNow, price.FeeFull, price.FeeOwn} {
		out.Fees = append(out.Fees, Option{fee, text.Fee[fee]})
	}
	quote, err := a.Quote()
	if err != nil {
		panic("page: " + err.Error()) // the question holds legal numbers only
	}
	show := func(v float64) string { return words.Significant(v, 3) }
	out.Said = words.Fill(text.Said, "mgas", show(quote.DealMgas), "fee", words.Entered(quote.OwnNanoFIL))
	for _, c := range quote.Charges {
		out.Rows = append(out.Rows, []string{
			text.Amount[string(c.Unit)],
			show(c.Market.TotalFIL), show(c.Direct.TotalFIL),
			show(1000 * c.Market.GasGgas), show(c.Market.BaseFeeFIL), show(c.Market.OverEstimationFIL),
			show(c.Market.TipFIL),
		})
	}
	return out
}
