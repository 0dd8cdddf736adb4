package ui

import (
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// What the templates call: the code that Vugu generates from them imports no package of ours.

func flag(on bool) string { return words.Flag(on) }

func number(v float64) string { return words.Number(v) }

func tileID(i int) string { return page.TileID(i) }
