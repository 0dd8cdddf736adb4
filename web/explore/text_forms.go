package explore

import "github.com/gasburden/gasburden/web/ask"

// Forms are the words of the section that are there before anything is answered.
type Forms = ask.Forms

// CardText heads a card.
type CardText = ask.CardText
