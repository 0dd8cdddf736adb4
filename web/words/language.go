package words

// English is the catalogue in English, whole: what the program says, and what is said by the page around it, by
// its scripts, by the site and the Worker.
func English() *Text {
	t := EnglishWorker()
	t.Shell = englishShell()
	return t
}

// EnglishWorker is what the Worker says in English, whose size is limited: the catalogue but for the shell.
func EnglishWorker() *Text {
	t := EnglishProgram()
	t.Frame = englishFrame()
	return t
}

// EnglishProgram is what the page's program says in English: the catalogue but for shell and frame, which would weigh
// on the first view and stands in the page already.
func EnglishProgram() *Text {
	t := englishText()
	t.Site.Language = english
	return &t
}

// InChinese is the catalogue in Simplified Chinese, whole. The page's program does not carry it: the build writes it as
// JSON, which the page fetches when it is used.
func InChinese() *Text {
	t := ChineseWorker()
	t.Shell = chineseShell()
	return t
}

// ChineseWorker is what the Worker says in Simplified Chinese.
func ChineseWorker() *Text {
	t := chineseText()
	t.Frame = chineseFrame()
	return &t
}
