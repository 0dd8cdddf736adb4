package ask

import "github.com/gasburden/gasburden/web/words"

// Answer is what the page shows of a finished question, in this order. Texts are plain, in the language of the
// question; what an answer does not have is left out.
type Answer struct {
	Faults  *List    `json:"faults,omitempty"`  // what is wrong with the second link
	Said    []string `json:"said,omitempty"`    // the answer itself
	Refused string   `json:"refused,omitempty"` // why there is none to the whole question
	Summary string   `json:"summary,omitempty"`
	Notices []string `json:"notices,omitempty"`
	Shown   *Shown   `json:"shown,omitempty"`
	Drawing *Drawing `json:"drawing,omitempty"` // beside the first table
	Tables  []Table  `json:"tables,omitempty"`
	Doubts  []string `json:"doubts,omitempty"`
	After   string   `json:"after,omitempty"`
	Charts  []Chart  `json:"charts,omitempty"`
	Marking *Marking `json:"marking,omitempty"`
	Marks   []Mark   `json:"marks,omitempty"` // for the page's own charts

	Target *float64 `json:"target,omitempty"` // that the engine chose
	// link to the picture that was asked about, without how an ensemble is drawn
	Query  string `json:"query,omitempty"`
	Seeded string `json:"seeded,omitempty"` // the same with how an ensemble was drawn
}

// List is sentences under a title.
type List struct {
	Title string   `json:"title"`
	Items []string `json:"items"`
}

// Shown chooses the FIL+ rate that an ensemble's answer is of.
type Shown struct {
	Label string   `json:"label"`
	Rates []string `json:"rates"`
	Rate  int      `json:"rate"` // from 1
}

// How a table looks. On narrow windows the rows of all but Plain are laid out as blocks.
const (
	Bars    = "tornado"        // rows with a bar
	Parts   = "tornado shares" // rows with a bar, and their sum
	Plain   = "plain"          // scrolls where it is too wide
	Stacked = "plain stacked"  // cells bear the name of their column
)

// Table is rows of numbers in groups.
type Table struct {
	Look    string   `json:"look"`
	Key     string   `json:"key,omitempty"`   // of a Plain one, by which the focus finds it in the next answer
	Label   string   `json:"label,omitempty"` // of a Plain one, "" where the question's title is its name
	Caption string   `json:"caption"`
	Heads   []string `json:"heads"`
	Groups  []Group  `json:"groups"`
	Fold    *Fold    `json:"fold,omitempty"`
}

// Fold hides the last group of a table until the reader asks for it.
type Fold struct {
	More  string `json:"more"`
	Fewer string `json:"fewer"`
}

// Group is rows that belong together, under a title if it has one.
type Group struct {
	Title string `json:"title,omitempty"`
	Rows  []Row  `json:"rows"`
}

// Kinds of rows; a row's name is of an assumption, a figure, or what it says of a curve.
const (
	OfField  = "field"
	OfIdle   = "idle" // an assumption without effect
	OfFigure = "figure"
	OfCurve  = "row"
	Total    = "total"
)

// Row is a row of a table: its head, a bar with a note below it, the ends of a range, and cells.
type Row struct {
	Kind  string   `json:"kind,omitempty"`
	Name  string   `json:"name,omitempty"`
	Title string   `json:"title"`
	Hint  string   `json:"hint,omitempty"`
	Bar   *Bar     `json:"bar,omitempty"`
	Note  string   `json:"note,omitempty"`
	Ends  []End    `json:"ends,omitempty"`
	Cells [][]Part `json:"cells,omitempty"`
	Basis string   `json:"basis,omitempty"`
}

// Part is a piece of a cell's text: a number that carries all of its digits, a button, or what stands between them.
type Part struct {
	Text  string `json:"text"`
	Exact string `json:"exact,omitempty"` // the number that Text rounds
	Set   *Set   `json:"set,omitempty"`   // Text is on a button
}

// Set is what a button does: it opens the link of a scenario. The same button of the next answer has the same key.
type Set struct {
	Key  string `json:"key"`
	Say  string `json:"say"` // its name for those who hear the page
	Link string `json:"link"`
}

// End is one end of an assumption's range: the value there, which may be taken over, and the figure.
type End struct {
	Input    string   `json:"input"`
	Mark     string   `json:"mark"`
	Doubtful bool     `json:"doubtful,omitempty"`
	Value    Part     `json:"value"`
	Figure   Part     `json:"figure"`
	Hints    []string `json:"hints,omitempty"`
}

// Bar places figures on a line; all are percentages of its length.
type Bar struct {
	Base  *float64    `json:"base,omitempty"`
	Reach *[2]float64 `json:"reach,omitempty"` // from and to
	Tips  []Tip       `json:"tips,omitempty"`
}

// Tip is an end on a Bar.
type Tip struct {
	At       float64 `json:"at"`
	Mark     string  `json:"mark"`
	Doubtful bool    `json:"doubtful,omitempty"`
}

// Drawing is a curve over an assumption, laid out in pixels from the top left.
type Drawing struct {
	Width  float64    `json:"width"`
	Height float64    `json:"height"`
	Inner  [4]float64 `json:"inner"` // left, top, width and height of the part with the curve
	Alt    string     `json:"alt"`
	Shapes []Shape    `json:"shapes"` // from the back to the front
	Hints  []string   `json:"hints,omitempty"`
}

// Kinds of shapes, with what their numbers are.
const (
	Path   = "path" // none: Text is the path
	Label  = "text" // x, y
	Box    = "rect" // x, y, width, height
	Circle = "circle"
)

// Shape is a mark of a Drawing. Class is what it means: the curve, the target, a crossing.
type Shape struct {
	Kind    string    `json:"kind"`
	Class   string    `json:"class"`
	Text    string    `json:"text,omitempty"`
	Numbers []float64 `json:"at,omitempty"`
	Inside  bool      `json:"inside,omitempty"` // cut off at the Drawing's inner part
}

// Marking says where a target is marked on the page's charts, and offers to go there. Without Draw it only says that
// it is on none.
type Marking struct {
	Draw  string `json:"draw,omitempty"` // labels the box that draws the marks
	Where string `json:"where"`
	Show  string `json:"show,omitempty"` // on the button that leads to them
}

// Mark is a horizontal line on one of the page's own charts, at the target of a break-even.
type Mark struct {
	Chart string `json:"chart"` // one of page.PlotIDs

	// While the chart shows something else, the target says nothing there. "" and 0 hold always.
	By   words.Denominator `json:"by,omitempty"`   // what the gas is divided by
	Unit string            `json:"unit,omitempty"` // of the gas, of link.Units
	Days int               `json:"days,omitempty"` // from first to last

	Value float64   `json:"value"` // on the chart's axis
	Label []string  `json:"label"` // at the line, row by row
	Edge  [2]string `json:"edge"`  // one more row where the axis ends before the target: below it, and above
	Said  [3]string `json:"said"`  // in words, for: below the axis, on it, above it

	Open string `json:"open,omitempty"` // link to the picture whose chart shows it
}
