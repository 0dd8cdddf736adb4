package ui

import (
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/words"
)

// Sheet is what the page has on paper in place of its controls: the assumptions with their values, the link, and what
// the figures and the model are. The screen does not show it.
type Sheet struct {
	Picture *page.Picture
}

// Value is an assumption's value, marked where it is not the default.
func (c *Sheet) Value(a page.Assumption) string {
	if a.Changed {
		return words.Fill(c.Picture.Text.Share.Changed, "value", a.Value)
	}
	return a.Value
}

// Link says where the live picture is.
func (c *Sheet) Link() string {
	text := words.Fill(c.Picture.Text.Access.Link, "link", c.Picture.Address)
	if c.Picture.TooLong {
		text += " " + c.Picture.Text.Link.TooLong
	}
	return text
}

// Source says how old the figures are, and which model they went through.
func (c *Sheet) Source() string {
	return words.Fill(c.Picture.Text.Access.Source, "data", c.Picture.Data, "model", c.Picture.Model)
}
