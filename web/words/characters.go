package words

import (
	"encoding/json"
	"slices"
)

// Characters are those of the Chinese catalogue beyond ASCII, each once, sorted: what a font needs to draw a card.
func Characters() string {
	data, err := json.Marshal(InChinese())
	if err != nil {
		panic("words: " + err.Error()) // made of strings
	}
	var all []rune
	for _, r := range string(data) {
		if r > '~' {
			all = append(all, r)
		}
	}
	slices.Sort(all)
	return string(slices.Compact(all))
}
