package ask

// Explained is the chain of steps behind a day's numbers.
type Explained struct {
	Title   string       `json:"title"`
	Pointed string       `json:"pointed,omitempty"` // what the curve under the cursor shows
	Lead    string       `json:"lead"`
	Results *Results     `json:"results,omitempty"` // nil for a chain that ended before it had any
	Groups  []ChainGroup `json:"groups"`
	Rates   []string     `json:"rates"` // of the scenario, in words
	Rate    int          `json:"rate"`  // number of that which is explained, from 1
	First   string       `json:"first"` // day that can be explained, YYYY-MM-DD
	Last    string       `json:"last"`
}

// Results are what a day comes to, in the status quo and with DirectFIL+.
type Results struct {
	Caption string      `json:"caption"`
	Heads   [2]string   `json:"heads"`
	Rows    [][3]string `json:"rows"`
	Groups  string      `json:"groups"` // names the way to the groups
}

// ChainGroup is steps of one part and network that follow each other.
type ChainGroup struct {
	ID     string      `json:"id"`
	Title  string      `json:"title"`
	Range  string      `json:"range"`
	First  int         `json:"first"`          // number of its first step
	Opened bool        `json:"open,omitempty"` // as the chain is first shown
	Steps  []ChainStep `json:"steps"`
}

// ChainStep is one equation with the numbers that went into it. Formulas and symbols are MathML, all else is plain.
type ChainStep struct {
	Key     string       `json:"key"`
	Pointed bool         `json:"pointed,omitempty"` // its value is that of the curve under the cursor
	Title   string       `json:"title"`
	Formula string       `json:"formula,omitempty"` // "" where the figure is taken as it is
	Inputs  *ChainInputs `json:"inputs,omitempty"`
	Symbol  string       `json:"symbol"`
	Result  string       `json:"result"`
	From    string       `json:"from,omitempty"`
	Note    string       `json:"note,omitempty"`
	Source  *Reference   `json:"source,omitempty"`
	Before  string       `json:"before,omitempty"` // the source
	Method  *Reference   `json:"method,omitempty"` // the equation on the methodology page
}

// ChainInputs are a table: symbol, meaning, value, and where that comes from.
type ChainInputs struct {
	Label string      `json:"label"`
	Heads [4]string   `json:"heads"`
	Rows  [][4]string `json:"rows"`
}

// Reference is a text with an address, "" for none.
type Reference struct {
	Text    string `json:"text"`
	Address string `json:"address,omitempty"`
}
