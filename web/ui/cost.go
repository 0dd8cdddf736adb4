package ui

import (
	"github.com/gasburden/gasburden/web/page"
	"github.com/vugu/vugu"
)

// Cost is the section of a storage provider's own costs.
type Cost struct {
	Page    *page.Page
	Picture *page.Picture
}

// Typed takes a number field's new text.
func (c *Cost) Typed(event vugu.DOMEvent, field int) {
	c.Page.TypeCost(field, event.PropString("target", "value"))
}

// Priced takes another base fee.
func (c *Cost) Priced(event vugu.DOMEvent) { c.Page.PriceCost(event.PropString("target", "value")) }
