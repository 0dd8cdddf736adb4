package page

// unitOf is the unit that a chart's values are spoken in, with {value} in place of the number.
func (p *Page) unitOf(id, format string) string {
	name := format
	if format == "number" {
		name = map[string]string{"gas": "gas", "deal": "power", "ratio": "ratio"}[id]
	}
	return p.Text.Access.Unit[name]
}

// amount formats FIL in the page's language.
func (p *Page) amount(v float64) string { return p.Text.Amount(v) }
