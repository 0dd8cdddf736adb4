package ui

import (
	"github.com/gasburden/gasburden/web/page"
	"github.com/vugu/vugu"
)

// below is what stands below a field, as HTML: its hint and, in the place of that, how its text was read, if that has to be
// said. access.js says it aloud.
func below(read, hint string) vugu.HTML {
	hint = page.EscapeAttribute(hint)
	if read != "" {
		hint = `<b class="read">` + read + "</b><span>" + hint + "</span>"
	}
	return html(hint)
}
