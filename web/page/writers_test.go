package page_test

import (
	"github.com/gasburden/gasburden/web/doc"
	"github.com/gasburden/gasburden/web/page"
)

func init() { page.WriteWith(doc.Markdown, doc.PlainText, doc.CSV, doc.JSON, doc.Snippet) }
