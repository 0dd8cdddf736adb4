// Package chart says how a chart is handed to the browser: what its lines are, in which words, and what is
// marked on it. charts.js reads the JSON. The numbers travel beside it, a column a series.
package chart

// Spec is a chart without its numbers. Series are columns 1, 2, ... of these; column 0 holds the days.
type Spec struct {
	Title     string `json:"title"`
	Format    string `json:"format"` // percent, fil or number
	FromZero  bool   `json:"fromZero"`
	Colors    int    `json:"colors"`    // how many FIL+ rates share the palette
	Snapshot  int64  `json:"snapshot"`  // where the forecast begins, seconds since 1970
	RestEntry int    `json:"restEntry"` // the day that the readout shows at rest
	// charts of one name share cursor and zoom; "" are those of the page
	Sync   string            `json:"sync,omitempty"`
	Marks  []Mark            `json:"marks,omitempty"`
	Levels []Level           `json:"levels,omitempty"` // which the axis reaches
	Series []Series          `json:"series"`
	Bands  []Band            `json:"bands"` // not nil
	Saving *Saving           `json:"saving,omitempty"`
	Area   []int             `json:"area,omitempty"`  // columns between which the saving is shaded, in place of Saving
	Lead   *Lead             `json:"lead,omitempty"`  // of days before the first
	Gaps   [][2]int64        `json:"gaps,omitempty"`  // in which nothing was published, seconds since 1970
	Floor  float64           `json:"floor,omitempty"` // of a logarithmic axis: what is less lies on it
	Chips  []Chip            `json:"chips"`
	Text   map[string]string `json:"text"`
	Locale *Locale           `json:"locale,omitempty"` // nil for that of the chart before
}

// Lead is days before the first of the result, for which some columns have numbers. These come apart, once, and
// RestEntry counts without them.
type Lead struct {
	Rows   int   `json:"rows"`
	Series []int `json:"series"` // its columns
}

// Series is a line.
type Series struct {
	Label string `json:"label"`
	// line, dash, dots, mean, all, ghost, pin, pindash, layer, layerdots, or edge, see Kinds of series
	Kind   string `json:"kind"`
	Color  int    `json:"color"`         // rank of the FIL+ rate, or -1; of a layer its number
	End    string `json:"end,omitempty"` // written where the line ends
	Hidden bool   `json:"hidden,omitempty"`
}

// Band is shaded between two columns.
type Band struct {
	Upper int `json:"upper"`
	Lower int `json:"lower"`
	Color int `json:"color"` // rank of the FIL+ rate
}

// Saving marks the gap between a solid and a dashed line at the entry where the readout rests.
type Saving struct {
	Upper int    `json:"upper"`
	Lower int    `json:"lower"`
	Color int    `json:"color"`
	Text  string `json:"text"` // {share} marks what is saved
}

// Chip is one entry of the readout: its columns, status quo before DirectFIL+.
type Chip struct {
	Label  string `json:"label"`
	Color  int    `json:"color"`
	Series []int  `json:"series"`
	Dots   bool   `json:"dots,omitempty"`
	Band   bool   `json:"band,omitempty"` // its columns are the ends of a band
}

// Mark is a day with a name.
type Mark struct {
	X    int64  `json:"x"` // seconds since 1970
	Text string `json:"text"`
}

// Level is a value with a name, from a day on.
type Level struct {
	Y    float64 `json:"y"`
	Text string  `json:"text"`
	From int64   `json:"from,omitempty"` // seconds since 1970
	End  string  `json:"end,omitempty"`  // a shorter name, beside the chart
}

// Locale is what writing numbers and dates takes.
type Locale struct {
	Numbers string     `json:"numbers"` // BCP 47
	Dates   string     `json:"dates"`   // BCP 47
	Percent string     `json:"percent"` // {n} is the number
	Under   string     `json:"under"`   // stands for a percentage too small for a figure
	Months  [12]string `json:"months"`  // short
	Axis    [3]string  `json:"axis"`    // a year, a month, a day; as uPlot's templates
}
