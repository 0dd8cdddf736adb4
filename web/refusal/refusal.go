// Package refusal is what other languages than English say of faults. English stands beside their codes, in model/fault.
package refusal

import (
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/web/words"
)

// For is the catalogue of a language by its tag, as a link names it; nil, which is English, for all but Chinese.
func For(tag string) *fault.Catalogue {
	if words.Chosen(tag) == words.Chinese {
		return Chinese()
	}
	return nil
}
