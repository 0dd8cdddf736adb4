package link

import (
	"strconv"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/model/price"
)

// Cost is what a storage provider asks about its own costs; nil parts are those of price.StandardQuestion.
type Cost struct {
	MonthTiB, DealsPerMessage, DealGiB *float64
	Full                               bool     // at the base fee of full blocks
	FeeNanoFIL                         *float64 // at a base fee of its own
}

// costPart is a number of it, and its name in a link.
type costPart struct {
	key   string
	value **float64
	legal price.Range
}

func (c *Cost) parts() [4]costPart {
	return [4]costPart{{"my_tib", &c.MonthTiB, price.MonthRange}, {"my_deals", &c.DealsPerMessage, price.MessageRange},
		{"my_deal", &c.DealGiB, price.DealRange}, {feeKey, &c.FeeNanoFIL, price.FeeRange}}
}

// feeKey has a number, or price.FeeFull.
const feeKey = "my_fee"

// lay reads what a link says of it.
func (c *Cost) lay(take func(key string, read func(text string) *fault.Legal)) {
	for _, p := range c.parts() {
		take(p.key, func(text string) *fault.Legal {
			if p.key == feeKey && text == price.FeeFull {
				c.Full = true
				return nil
			}
			v, ok := number.Strict(text)
			if !ok || !(v >= p.legal.Min && v <= p.legal.Max) {
				return fault.Within(fault.NumberIn, p.legal.Min, p.legal.Max)
			}
			*p.value = &v
			if p.key == feeKey {
				c.Full = false
			}
			return nil
		})
	}
}

// write adds it to a link. The error names a value that is not legal.
func (c *Cost) write(add func(key, value string)) error {
	for _, p := range c.parts() {
		v := *p.value
		switch {
		case v != nil && !(*v >= p.legal.Min && *v <= p.legal.Max):
			return refused(fault.Illegal, p.key, strconv.FormatFloat(*v, 'g', -1, 64),
				fault.Within(fault.NumberIn, p.legal.Min, p.legal.Max))
		case v != nil:
			add(p.key, formatNumber(*v))
		case p.key == feeKey && c.Full:
			add(p.key, price.FeeFull)
		}
	}
	return nil
}

// Question is what is asked.
func (c *Cost) Question() price.Question {
	q := price.StandardQuestion()
	for i, to := range []*float64{&q.MonthTiB, &q.DealsPerMessage, &q.DealGiB, &q.OwnNanoFIL} {
		if v := *c.parts()[i].value; v != nil {
			*to = *v
		}
	}
	switch {
	case c.FeeNanoFIL != nil:
		q.Fee = price.FeeOwn
	case c.Full:
		q.Fee = price.FeeFull
	}
	return q
}

// CostOf is how a link asks a question.
func CostOf(q *price.Question) Cost {
	var c Cost
	standard := price.StandardQuestion()
	for i, v := range [][2]float64{{q.MonthTiB, standard.MonthTiB}, {q.DealsPerMessage, standard.DealsPerMessage},
		{q.DealGiB, standard.DealGiB}} {
		if v[0] != v[1] {
			*c.parts()[i].value = &v[0]
		}
	}
	if c.Full = q.Fee == price.FeeFull; q.Fee == price.FeeOwn {
		c.FeeNanoFIL = &q.OwnNanoFIL
	}
	return c
}
