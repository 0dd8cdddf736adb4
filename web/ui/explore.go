package ui

import (
	"github.com/gasburden/gasburden/web/ask"
	"github.com/vugu/vugu"
)

// Explore is the section of questions to the picture. What has not changed since the last render is not built again:
// the renderer leaves the children of an element alone that comes without any. So no other change of the page pays for
// it.
type Explore struct {
	Section *ask.Section

	questions []*Question
	steps     *Steps
	drawn     int // version of the section
	fresh     bool
}

// NewExplore shows a section.
func NewExplore(s *ask.Section) *Explore { return &Explore{Section: s, steps: &Steps{D: &s.Dialog}} }

// Compute is called before each build.
func (c *Explore) Compute(vugu.ComputeCtx) {
	c.fresh, c.drawn = c.drawn != c.Section.Version, c.Section.Version
	for i := len(c.questions); i < len(c.Section.Cards); i++ {
		card := c.Section.Cards[i]
		c.questions = append(c.questions, &Question{Section: c.Section, Card: card, form: &Form{Card: card},
			answer: &Answer{Section: c.Section, Card: card}})
	}
}

// Steps is the dialog with a day's steps.
func (c *Explore) Steps() vugu.Builder { return c.steps }

// question is the i-th question, nil where it is as it was.
func (c *Explore) question(i int) vugu.Builder {
	if !c.fresh || i >= len(c.questions) {
		return nil
	}
	return c.questions[i]
}
