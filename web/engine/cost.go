package engine

import (
	"bytes"
	"encoding/json"

	"github.com/gasburden/gasburden/model/price"
)

// Cost is what publishing its deals costs a storage provider, and where the figures come from.
type Cost struct {
	*price.Quote
	Sources []string `json:"sources"`
}

// cost answers a price.Question, whose members may be left out: a base fee alone is the provider's own.
func (e *Engine) cost(r *Request) ([]byte, error) {
	q := price.StandardQuestion()
	if len(r.Scenario) > 0 {
		var given struct {
			Fee *string  `json:"price"`
			Own *float64 `json:"base_fee_nanofil"`
		}
		decoder := json.NewDecoder(bytes.NewReader(r.Scenario))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&q); err != nil {
			return json.Marshal(Coded{Faults: faultsOf(err)})
		}
		if json.Unmarshal(r.Scenario, &given) == nil && given.Own != nil && given.Fee == nil {
			q.Fee = price.FeeOwn
		}
	}
	quote, err := q.Quote()
	if err != nil {
		return json.Marshal(Coded{Faults: faultsOf(err)})
	}
	text, err := e.text(r.Language)
	if err != nil {
		return nil, err
	}
	return json.Marshal(Coded{Cost: &Cost{quote, text.Cost.Sources}})
}
