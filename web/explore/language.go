// Package explore is the page's section "What would change it?": the frame of its forms, made when the site is
// built, and its answers, made by the engine, as HTML and charts. The page's own program carries none of it.
package explore

// English is the catalogue in English.
func English() *Text {
	t := EnglishAnswers()
	t.Forms = englishForms()
	return t
}

// EnglishAnswers is the catalogue without the words of the forms, which the engine does not say.
func EnglishAnswers() *Text {
	t := englishText()
	return &t
}

// Chinese is the catalogue in Simplified Chinese.
func Chinese() *Text {
	t := ChineseAnswers()
	t.Forms = chineseForms()
	return t
}

// ChineseAnswers is the catalogue without the words of the forms.
func ChineseAnswers() *Text {
	t := chineseText()
	return &t
}
