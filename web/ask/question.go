package ask

import "encoding/json"

// Question is the part of a request to the engine that is about exploring: the question's frame and, of work under way,
// its number.
type Question struct {
	Figure        string  `json:"figure,omitempty"`
	Rate          int     `json:"rate,omitempty"`           // number of a FIL+ rate from 1; 0 for the middle one
	On            string  `json:"on,omitempty"`             // day of a figure of a day, or to be explained, YYYY-MM-DD
	Chart         string  `json:"chart,omitempty"`          // that the day was pointed at on, one of page.PlotIDs
	Curve         string  `json:"curve,omitempty"`          // kind of the curve, see explore.Point
	Input         string  `json:"input,omitempty"`          // that a break-even varies
	Target        float64 `json:"target,omitempty"`         // that the figure is to cross, a share or FIL
	Begins        bool    `json:"begins,omitempty"`         // the engine chooses the target
	Width         int     `json:"width,omitempty"`          // of a drawing, pixels
	Against       string  `json:"against,omitempty"`        // the other link of a comparison
	AgainstPreset string  `json:"against_preset,omitempty"` // or its name
	// 0 for that of the link, or the default; the same holds for the block
	Runs  int     `json:"runs,omitempty"`
	Seed  *uint64 `json:"seed,omitempty"` // nil for that of the link, or the default
	Block int     `json:"block,omitempty"`
	Typed Typed   `json:"typed,omitzero"` // stands before the numbers above

	Job int `json:"job,omitempty"` // also of an ensemble that is asked for again
	N   int `json:"n,omitempty"`   // units of work to do
}

// Typed are the texts of number fields, as the reader typed them; nil for those that the question does not have.
type Typed struct {
	Target *string `json:"target,omitempty"` // in percent of figures that are shares
	Runs   *string `json:"runs,omitempty"`
	Seed   *string `json:"seed,omitempty"`
	Block  *string `json:"block,omitempty"`
}

// State is how far the work on a question is.
type State struct {
	Job    int      `json:"job"`
	Done   int      `json:"done"`
	Of     int      `json:"of"`
	Rates  []string `json:"rates,omitempty"`  // of the scenario, in words; when the work begins
	Answer *Answer  `json:"answer,omitempty"` // once all is done
}

// Read is how the engine understands the text of a number field.
type Read struct {
	Said    string `json:"said"`    // "" for plain digits
	Refused bool   `json:"refused"` // the question would be
}

// Picture is the picture on show, as the engine takes it.
type Picture struct {
	Query    string          `json:"query"`
	Scenario json.RawMessage `json:"scenario,omitempty"` // where no link holds it
	Own      bool            `json:"own,omitempty"`      // it is based on the reader's own figures
	File     string          `json:"file,omitempty"`     // their name
}

// Request is a question about a picture.
type Request struct {
	Picture
	Page string `json:"page,omitempty"` // where links lead, for the second link of a comparison
	Question
}
