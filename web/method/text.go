package method

import "github.com/gasburden/gasburden/sim/assumption"

// Text is the catalogue of the methodology page and of the chain of steps, with what the build adds of other
// catalogues.
type Text struct {
	Catalogue
	Plain       bool             // numbers are for programs: plain digits
	Terms       []Term           // of the glossary
	Assumptions []AssumptionText // in the order of their table
	Evidence    []Part           // what was measured, and how the models do against it
}

// Part is a section that another package writes: its id, its title, and what follows that, as HTML.
type Part struct{ ID, Title, HTML string }

// AssumptionText is an assumption and what the calculator calls it.
type AssumptionText struct {
	Of    *assumption.Row
	Label string
}

// Term is a term of the field: in English, in the page's language where that is another, and what it means.
type Term struct{ English, Own, Meaning string }

// English is the catalogue in English.
func English() *Text {
	t := EnglishSteps()
	t.Page = englishPage()
	return t
}

// EnglishSteps is the catalogue without the words of the methodology page, which a chain of steps does not say.
func EnglishSteps() *Text { return &Text{Catalogue: englishCatalogue()} }

// Chinese is the catalogue in Simplified Chinese.
func Chinese() *Text {
	t := ChineseSteps()
	t.Page = chinesePage()
	return t
}

// ChineseSteps is the catalogue without the words of the methodology page.
func ChineseSteps() *Text { return &Text{Catalogue: chineseCatalogue()} }
