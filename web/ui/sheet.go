package ui

import (
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// Sheet is what the page has on paper in place of its controls: the assumptions with their values, the link, and what the
// figures and the model are. The screen does not show it.
type Sheet struct {
	Page *page.Page
}

// Value is an assumption's value, marked where it is not the default.
func (c *Sheet) Value(a page.Assumption) string {
	if a.Changed {
		return words.Fill(c.Page.Text.Share.Changed, "value", a.Value)
	}
	return a.Value
}

// Link says where the live picture is.
func (c *Sheet) Link() string {
	address, tooLong := c.Page.Address()
	text := words.Fill(c.Page.Text.Access.Link, "link", address)
	if tooLong {
		text += " " + c.Page.Text.Link.TooLong
	}
	return text
}

// Source says how old the figures are, and which model they went through.
func (c *Sheet) Source() string {
	return words.Fill(c.Page.Text.Access.Source, "data", c.Page.DataText(), "model", c.Page.ModelText())
}
