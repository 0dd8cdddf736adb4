package method

import (
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/sim/explore"
)

// exploreSources are what the section on exploring cites.
var exploreSources = []SourceText{
	{"D. N. Politis, J. P. Romano, The stationary bootstrap, Journal of the American Statistical Association 89 (1994)",
		"https://doi.org/10.1080/01621459.1994.10476870"},
	{"L. S. Shapley, A value for n-person games, in Contributions to the Theory of Games II (1953)",
		"https://doi.org/10.1515/9781400881970-018"},
	{"R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4",
		"https://maths-people.anu.edu.au/~brent/pub/pub011.html"},
	{"R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996)",
		"https://doi.org/10.1080/00031305.1996.10473566"},
	{"D. Blackman, S. Vigna, Scrambled linear pseudorandom number generators, ACM Transactions on Mathematical " +
		"Software 47 (2021)", "https://doi.org/10.1145/3460772"},
}

// exploreWords are the code's constants that the section on exploring names.
func (t *Text) exploreWords() []string {
	var shares []string
	for _, c := range explore.Coverages {
		shares = append(shares, t.quantity(c, "share", 3))
	}
	return []string{
		"past_days", strconv.Itoa(explore.HistoryDays), "low_end", t.quantity(explore.LowEnd, "share", 3), "high_end",
		t.quantity(explore.HighEnd, "share", 3),
		"cells", strconv.Itoa(explore.GridCells), "block_days", strconv.Itoa(explore.DefaultBlockDays), "least_days",
		strconv.Itoa(explore.MinHistoryDays),
		"runs", t.number(explore.DefaultRuns, 6), "coverages", strings.Join(shares, t.Comma),
		"players", strconv.Itoa(explore.MaxPlayers), "alone", strconv.Itoa(explore.MaxPlayers - 1),
	}
}

// explore says how the questions of the calculator's section "What would change it?" are answered.
func (w *pageWriter) explore() {
	x := &w.t.Page.Explore
	say := func(sentences ...string) {
		for _, s := range sentences {
			w.Line("<p>" + w.Text(s) + "</p>")
		}
	}
	head := func(id, title string) { w.Line(`<h3 id="explore-` + id + `">` + w.Text(title) + "</h3>") }
	show := func(pieces ...string) {
		for i, p := range pieces {
			pieces[i] = piece(p)
		}
		w.Line(`<p class="formula">` + strings.Join(pieces, "<wbr>") + "</p>")
	}
	w.section("explore", x.Title)
	say(x.Lead)
	head("tornado", x.TornadoTitle)
	say(x.Tornado, x.TornadoOrder)
	head("breakeven", x.FlipTitle)
	say(x.Flip, x.FlipLimit)

	head("ensemble", x.EnsembleTitle)
	drawn, own, past := under("x", "t"), under("x", "own", "t"), under("h", "j")
	odds := func(x string) string {
		return `<mi>ln</mi><mo>&#x2061;</mo>` + fraction(x, "<mn>1</mn>"+operator("−", true)+x)
	}
	say(x.Draws, x.Amounts)
	show(drawn+equals, own+`<mo form="infix">⋅</mo>`+
		fraction(past, `<mover accent="true"><mi>h</mi><mo stretchy="false">¯</mo></mover>`))
	say(x.Shares)
	show(odds(drawn)+equals, odds(past), operator("+", true)+under("c", "t"))
	say(x.Centre, x.Gas)
	show(under("g", "t")+equals, "<msup><mi>e</mi>"+
		row("<mi>k</mi>"+brackets(under("w", "t")+operator("+", true)+under("v", "t")))+"</msup>")
	say(x.GasScale, x.Seed, x.NotDrawn)

	head("compare", x.CompareTitle)
	say(x.Gap)
	set, one, count := "<mi>S</mi>", "<mi>i</mi>", "<mi>n</mi>"
	size := `<mo form="prefix" stretchy="false">|</mo>` + set + `<mo form="postfix" stretchy="false">|</mo>`
	factorial := `<mo form="postfix">!</mo>`
	show(under("φ", "i")+equals, `<munder><mo largeop="true" movablelimits="false">∑</mo>`+
		row(set+`<mo form="infix">∌</mo>`+one)+"</munder>"+
		fraction(size+factorial+brackets(count+operator("−", true)+size+operator("−", true)+"<mn>1</mn>")+factorial,
			count+factorial),
		brackets("<mi>f</mi>"+brackets(set+operator("+", true)+one)+operator("−", true)+"<mi>f</mi>"+brackets(set)))
	say(x.GapTerms, x.Players)
	w.Line("</section>")
}

const equals = `<mo form="infix">=</mo>`

// under is a letter with a subscript: a letter is an index, a word a name.
func under(letter string, parts ...string) string {
	var sub []string
	for _, p := range parts {
		if len(p) > 1 {
			sub = append(sub, `<mi mathvariant="normal">`+p+"</mi>")
		} else {
			sub = append(sub, index(p))
		}
	}
	return "<msub><mi>" + letter + "</mi>" + row(strings.Join(sub, `<mo separator="true">,</mo>`)) + "</msub>"
}

func fraction(over, below string) string { return "<mfrac>" + row(over) + row(below) + "</mfrac>" }

func brackets(content string) string { return strings.Join(bracket([]string{content}), "") }
