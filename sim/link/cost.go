package link

import (
	"strconv"

	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/model/price"
)

// costKeys are the names in a link of what a storage provider asks about its own costs, in the order of
// price.Question.Numbers. The base fee may be price.FeeFull too.
var costKeys = [len(price.QuestionRanges)]string{"my_tib", "my_deals", "my_deal", feeKey}

const feeKey = "my_fee"

// layCost reads the question that a link asks; what it leaves out is that of price.StandardQuestion.
func (v *View) layCost(take func(key string, read func(text string) *fault.Legal)) {
	q := price.StandardQuestion()
	numbers, standard := q.Numbers(), q
	for i, key := range costKeys {
		take(key, func(text string) *fault.Legal {
			if key == feeKey && text == price.FeeFull {
				q.Fee = price.FeeFull
				return nil
			}
			legal := price.QuestionRanges[i]
			n, ok := number.Strict(text)
			if !ok || !(n >= legal.Min && n <= legal.Max) {
				return fault.Within(fault.NumberIn, legal.Min, legal.Max)
			}
			*numbers[i] = n
			if key == feeKey {
				q.Fee = price.FeeOwn
			}
			return nil
		})
	}
	if q != standard {
		v.Cost = &q
	}
}

// writeCost adds to a link what the view's question has that price.StandardQuestion has not. The error names a value
// that is not legal.
func (v *View) writeCost(add func(key, value string)) error {
	if v.Cost == nil {
		return nil
	}
	q, standard := *v.Cost, price.StandardQuestion()
	usual := standard.Numbers()
	for i, n := range q.Numbers() {
		key, legal := costKeys[i], price.QuestionRanges[i]
		switch {
		case key == feeKey && q.Fee == price.FeeFull:
			add(key, price.FeeFull)
		case key == feeKey && q.Fee != price.FeeOwn || key != feeKey && *n == *usual[i]:
		case !(*n >= legal.Min && *n <= legal.Max):
			return refused(fault.Illegal, key, strconv.FormatFloat(*n, 'g', -1, 64),
				fault.Within(fault.NumberIn, legal.Min, legal.Max))
		default:
			add(key, formatNumber(*n))
		}
	}
	return nil
}
