package page

import (
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/web/words"
)

// CardSubtitle says what the card's chart divides by what.
func (p *Page) CardSubtitle() string {
	return words.Fill(p.Text.Card.Subtitle, "messages", p.Text.MessageNames[p.Result.Scenario.Messages], "basis", p.basisLong())
}

// CardData says which state of the network the card starts from, by which edition of figures and models,
// and whose figures they are.
func (p *Page) CardData() string {
	d, err := day.Parse(p.Result.Scenario.Snapshot)
	if err != nil {
		panic("web: " + err.Error()) // snapshots are named after their day
	}
	if p.Own != nil {
		const most = 20 // of the file's name, on a line with much else
		file := p.Own.File
		if runes := []rune(file); len(runes) > most {
			file = string(runes[:most]) + "…"
		}
		return words.Fill(p.Text.Own.Card, "snapshot", p.Text.Date(d), "figures", p.ownText(file, p.Own.Own, p.Text.Date))
	}
	return words.Fill(p.Text.Card.Data, "snapshot", p.Text.Date(d), "edition", words.Count(p.edition))
}
