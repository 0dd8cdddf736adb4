package page

// Charts are charts of a page, which follow its result.
type Charts struct {
	Page  *Page
	Plots []*Plot
}

// NewCharts are the charts of these IDs, in this order, computed.
func NewCharts(p *Page, ids ...string) *Charts {
	c := &Charts{Page: p}
	for _, id := range ids {
		c.Plots = append(c.Plots, &Plot{ID: id})
	}
	c.refresh()
	return c
}

func (c *Charts) refresh() {
	for _, plot := range c.Plots {
		plot.Refresh(c.Page)
	}
}

// Update recomputes the result and the charts after a change.
func (c *Charts) Update() error {
	err := c.Page.Update()
	if err == nil {
		c.refresh()
	}
	return err
}

// Follow is Update while a slider moves: the words beside the charts wait until it stands still.
func (c *Charts) Follow() error {
	err := c.Page.Update()
	if err == nil {
		for _, plot := range c.Plots {
			plot.follow(c.Page)
		}
	}
	return err
}
