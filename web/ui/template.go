package ui

import (
	"strconv"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/web/doc"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// What the templates call: the code that Vugu generates from them imports no package of ours.

func flag(on bool) string { return words.Flag(on) }

func number(v float64) string { return numbers.Exact(v) }

func tileID(i int) string { return page.TileID(i) }

func splitID(row, column int) string { return page.SplitID(row, column) }

func filledID(chart string, i int) string { return page.FilledID(chart, i) }

func count(n int) string { return strconv.Itoa(n) }

// escaped is a text as HTML.
func escaped(text string) string { return doc.EscapeAttribute(text) }
