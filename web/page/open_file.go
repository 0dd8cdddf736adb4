package page

import (
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/web/words"
)

// OpenFile takes up a scenario file; what is wrong with it is said beside the button, and nothing changes.
func (p *Page) OpenFile(overrides sim.Overrides, err error) {
	p.Rest()
	p.FileError, p.ShareStatus = "", ""
	if err == nil {
		err = p.OpenScenario(overrides)
	}
	if err != nil {
		p.FileError = words.Fill(p.Text.Link.FileRefused, "error", err.Error())
	}
}
