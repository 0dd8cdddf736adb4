// Package evidence is the page's section "How well does this hold?": its words and figures as HTML
// and JSON, made when the site is built. A browser only draws it, so the page's program carries none
// of it.
package evidence

import "github.com/gasburden/gasburden/web/words"

// Text is the catalogue of the section, with the page's of the same language: how that writes numbers and dates.
type Text struct {
	Catalogue
	Page *words.Text
}

// English is the catalogue in English.
func English() *Text { return &Text{englishCatalogue(), words.English()} }

// Chinese is the catalogue in Simplified Chinese.
func Chinese() *Text { return &Text{chineseCatalogue(), words.InChinese()} }
