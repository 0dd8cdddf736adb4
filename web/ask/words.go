package ask

import (
	"encoding/json"
	"fmt"
)

// Words are what the section says itself, of its labels those that stand in lists.
type Words struct {
	Forms
	FigureGroups map[string]string
	Figures      map[string]string // labels, by name in sim/explore
	Inputs       map[string]string // labels, by name in sim/explore
	Range        string            // {low} to {high}
	Percent      string            // {n} percent
}

// EnglishLabels are the names of figures and inputs in English.
func EnglishLabels() Labels { return englishLabels() }

// ChineseLabels are the same in Simplified Chinese.
func ChineseLabels() Labels { return chineseLabels() }

// EnglishWords are what the page says of the section itself, in English.
func EnglishWords() *Words { return wordsOf(Text{englishForms(), englishLabels()}) }

// ChineseWords are the same in Simplified Chinese.
func ChineseWords() *Words { return wordsOf(Text{chineseForms(), chineseLabels()}) }

func wordsOf(t Text) *Words {
	w := &Words{Forms: t.Forms, FigureGroups: t.FigureGroups, Range: t.Range, Percent: t.Percent,
		Figures: map[string]string{}, Inputs: map[string]string{}}
	for name, text := range t.Figures {
		w.Figures[name] = text.Label
	}
	for name, text := range t.Inputs {
		w.Inputs[name] = text.Label
	}
	return w
}

// ParseWords reads the section's words in a catalogue of the site, under the name Explore.
func ParseWords(catalogue []byte) (*Words, error) {
	var in struct{ Explore Words }
	if err := json.Unmarshal(catalogue, &in); err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	return &in.Explore, nil
}
