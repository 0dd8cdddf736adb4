package chart

// Kinds of series.
const (
	Line    = "line"  // solid: the status quo
	Dash    = "dash"  // dashed: DirectFIL+
	Dots    = "dots"  // published figures
	Mean    = "mean"  // means of them
	All     = "all"   // means of what was published of all messages, where not of those that the chart is about
	Ghost   = "ghost" // the default, while what is on show is another scenario
	Pin     = "pin"
	PinDash = "pindash"
	Edge    = "edge" // of a band, which is not drawn itself

	// Layers of their colours, 0 at the bottom, are stacked: what is simulated from the snapshot's day on, what is
	// published up to it. Their columns are the layers' own sizes.
	Layer     = "layer"
	LayerDots = "layerdots"
)

// Formats of values.
const (
	Percent = "percent"
	FIL     = "fil"
	Number  = "number"
)

// Add adds a series and gives its column.
func (s *Spec) Add(series Series) (column int) {
	s.Series = append(s.Series, series)
	return len(s.Series)
}

// Read adds an entry of the readout with its columns, in the colour and, of dots, the looks of the first.
func (s *Spec) Read(label string, columns ...int) *Chip {
	first := s.Series[columns[0]-1]
	s.Chips = append(s.Chips, Chip{Label: label, Color: first.Color, Series: columns, Dots: first.Kind == Dots})
	return &s.Chips[len(s.Chips)-1]
}

// Shade adds the edges of a band and the band between them, and gives their columns. The edges are hidden with it.
func (s *Spec) Shade(low, high string, color int, hidden bool) (lower, upper int) {
	lower = s.Add(Series{Label: low, Kind: Edge, Color: color, Hidden: hidden})
	upper = s.Add(Series{Label: high, Kind: Edge, Color: color, Hidden: hidden})
	s.Bands = append(s.Bands, Band{Upper: upper, Lower: lower, Color: color})
	return lower, upper
}
