package catalogue

// A chapter is a section at the top of each file, and the package that says it.
type chapter struct {
	section string
	dir     string // of the package
	// sections below it that have functions of their own: programs which do not say them do not carry them
	apart   []string
	imports []string
}

var chapters = []chapter{
	{"Page", "web/words", []string{"Shell", "Frame"}, nil},
	{"Ask", "web/ask", []string{"Forms", "Labels"}, nil},
	{"Explore", "web/explore", nil, []string{"web/words"}},
	{"Method", "web/method", []string{"Page"}, []string{"sim/steps"}},
	{"Evidence", "web/evidence", nil, nil},
}

// languages are those that there are files of, English first: the tag, and what functions are called after it.
var languages = []struct{ Tag, Name string }{{"en", "english"}, {"zh-CN", "chinese"}}

// shapes are the Go types of what is not told by the file alone: lists of a fixed length, lists of sections, and tables
// whose keys have a type.
var shapes = map[string]string{
	"Page.Months":           "[12]string",
	"Page.MonthsShort":      "[12]string",
	"Page.Curve":            "[4]string",
	"Page.Blocks.Filled":    "[3]string",
	"Page.Locale.Amounts":   "[]AmountText",
	"Page.Denominator":      "map[Denominator]string",
	"Page.DenominatorShort": "map[Denominator]string",
	"Page.InUnit":           "map[Denominator]string",
	"Page.Basis":            "map[Denominator]string",
	"Page.BasisLong":        "map[Denominator]string",

	"Explore.Months":              "[12]string",
	"Explore.Amounts":             "[]words.AmountText",
	"Explore.Ticks":               "[]words.AmountText",
	"Explore.Tornado.Heads":       "[4]string",
	"Explore.Flip.Heads":          "[3]string",
	"Explore.Compared.Heads":      "[3]string",
	"Explore.Compared.ShareHeads": "[3]string",
	"Explore.Ensemble.Heads":      "[5]string",

	"Method.Months":         "[12]string",
	"Method.Part":           "map[steps.Part]string",
	"Method.Source":         "map[steps.Source]SourceText",
	"Method.Origin":         "map[steps.Kind]string",
	"Method.Why":            "map[steps.Why]string",
	"Method.Page.Citations": "[]SourceText",
}

// Files are the names of the files that English and each other language stand in, English first.
func Files() []string {
	var out []string
	for _, l := range languages {
		out = append(out, l.Tag+".json")
	}
	return out
}

const typesFile = "text_gen.go"

// isWritten reports whether this package writes the file of that name.
func isWritten(base string) bool {
	for _, l := range languages {
		if base == l.Name+"_gen.go" {
			return true
		}
	}
	return base == typesFile || base == "warning_gen.go"
}
