package ask

import (
	"encoding/json"
	"fmt"
)

// Words are what the section says itself.
type Words struct {
	Forms
	FigureGroups map[string]string
	Figures      map[string]string // labels, by name in sim/explore
	Inputs       map[string]string // labels, by name in sim/explore
	Range        string            // {low} to {high}
	Percent      string            // {n} percent
}

// Forms are the words of the section that are there before anything is answered: of its forms, and what is said of the work.
type Forms struct {
	Nav, Title, Lead string
	Card             map[string]CardText // by question

	// Labels of the forms.
	Figure, Rate, RateMiddle, On, Input, Target                                  string
	Other, OtherHint, Preset, PresetNone, Runs, Seed, SeedHint, Block, BlockHint string
	AskFailed, TargetPercent, TargetFIL, TargetPercentYear, TargetFILDay         string
	Start, StartAgain, Cancel, Working, WorkingLeft, Compare                     string
	Cancelled, Overtaken                                                         string // work ended: by the reader, by another picture
	Stale, StaleForm, Unanswered                                                 string // of an answer: the picture has changed since, the form has; there is none

	ExplainTitle, ExplainDay, ExplainRate, Explaining, ExplainFailed, Close string // of the dialog with a day's steps
}

// CardText heads a card.
type CardText struct{ Title, Say string }

// ParseWords reads the section's words in a catalogue of the site, under the name Explore.
func ParseWords(catalogue []byte) (*Words, error) {
	var in struct{ Explore Words }
	if err := json.Unmarshal(catalogue, &in); err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	return &in.Explore, nil
}
