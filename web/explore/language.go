// Package explore makes the answers of the page's section "What would change it?" in the engine, as the plain values of
// package ask. The page's own program carries none of it.
package explore

import "github.com/gasburden/gasburden/web/ask"

// Text is what answers say, among it the names by which the section calls figures and inputs.
type Text struct {
	ask.Labels
	AnswerText
}

// English is the catalogue in English.
func English() *Text { return &Text{ask.EnglishLabels(), englishAnswerText()} }

// Chinese is the catalogue in Simplified Chinese.
func Chinese() *Text { return &Text{ask.ChineseLabels(), chineseAnswerText()} }
