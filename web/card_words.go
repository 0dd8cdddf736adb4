package web

import "github.com/gasburden/gasburden/model/day"

// CardSubtitle says what the card's chart divides by what.
func (p *Page) CardSubtitle() string {
	return fill(p.Text.Card.Subtitle, "messages", p.Text.MessageNames[p.Result.Scenario.Messages], "basis", p.basisLong())
}

// CardData says which state of the network the card starts from, by which edition of figures and models,
// and whose figures they are.
func (p *Page) CardData() string {
	d, err := day.Parse(p.Result.Scenario.Snapshot)
	if err != nil {
		panic("web: " + err.Error()) // snapshots are named after their day
	}
	text := p.Text.Card.Data
	if p.Own != nil {
		text = p.Text.Own.Card
	}
	return fill(text, "snapshot", p.Text.date(d), "edition", count(p.edition))
}
