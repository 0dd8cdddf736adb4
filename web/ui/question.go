package ui

import "github.com/gasburden/gasburden/web/ask"

// Question shows one card of the section: its form, how far the work is, and the answer.
type Question struct {
	Section *ask.Section
	Card    *ask.Card

	form   *Form
	answer *Answer
}

func (c *Question) id(suffix string) string { return "explore-" + c.Card.Name + suffix }

// noteClass hides from those who see the page what is told to those who hear it.
func (c *Question) noteClass() string {
	if c.Card.Seen {
		return "work-note"
	}
	return "work-note heard"
}
