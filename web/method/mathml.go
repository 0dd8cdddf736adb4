package method

import (
	"html"
	"strings"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/steps"
)

// Equations are written in MathML Core, which browsers lay out themselves. They do not break lines in it,
// so a formula is several short pieces between which a line of text may break.

// formula writes an equation as MathML, for the inside of a paragraph.
func (t *Text) formula(e *steps.Equation) string { return t.equals(e.Out, e.Is) }

func (t *Text) equals(out steps.Symbol, is steps.Expr) string {
	var b strings.Builder
	b.WriteString(piece(symbol(out) + `<mo form="infix">=</mo>`))
	for _, p := range t.pieces(is) {
		b.WriteString("<wbr>" + piece(p))
	}
	return b.String()
}

// piece is a formula, or a part of one, within a line of text but in full size.
func piece(content string) string { return `<math displaystyle="true">` + content + `</math>` }

// symbolMath is a symbol on its own.
func symbolMath(s steps.Symbol) string { return "<math>" + symbol(s) + "</math>" }

// pieces are the parts of an expression between which a line may break: the terms of a sum, the factors of a
// product, the arguments of max and min, and cases.
func (t *Text) pieces(e steps.Expr) []string {
	switch e := e.(type) {
	case steps.Add:
		var out []string
		for i, term := range e {
			sign := ""
			if n, ok := term.(steps.Neg); ok {
				sign, term = operator("−", i > 0), n.X
			} else if i > 0 {
				sign = operator("+", true)
			}
			parts := []string{t.within(term, inTerm)}
			if !bracketed(term, inTerm) {
				parts = t.pieces(term)
			}
			parts[0] = sign + parts[0]
			out = append(out, parts...)
		}
		return out
	case steps.Mul:
		var out []string
		for i, f := range e {
			parts := []string{t.within(f, inFactor)}
			if sum, ok := f.(steps.Add); ok && !tall(sum) {
				parts = bracket(t.pieces(sum))
			}
			if i > 0 {
				parts[0] = `<mo form="infix">⋅</mo>` + parts[0]
			}
			out = append(out, parts...)
		}
		return out
	case steps.Cases:
		var out []string
		for i, c := range e {
			out = append(out, t.pieces(c.Then)...)
			if c.If != nil {
				out = append(out, "<mtext>&nbsp;"+html.EscapeString(t.If)+"&nbsp;</mtext>"+row(t.math(c.If.X)+
					`<mo form="infix">`+html.EscapeString(string(c.If.Op))+"</mo>"+t.math(c.If.Y)))
			} else {
				out = append(out, "<mtext>&nbsp;"+html.EscapeString(t.Otherwise)+"</mtext>")
			}
			if i < len(e)-1 {
				out[len(out)-1] += `<mo separator="true" form="infix">;</mo>`
			}
		}
		return out
	case steps.Max:
		return t.call("max", e)
	case steps.Min:
		return t.call("min", e)
	}
	return []string{t.math(e)}
}

// bracket puts brackets around pieces. They keep their height: they may stand on different lines.
func bracket(parts []string) []string {
	parts[0] = `<mo form="prefix" stretchy="false">(</mo>` + parts[0]
	parts[len(parts)-1] += `<mo form="postfix" stretchy="false">)</mo>`
	return parts
}

// tall reports whether an expression is higher than a line, so that its brackets should be too.
func tall(e steps.Expr) bool {
	switch e.(type) {
	case steps.Div, steps.Sum, steps.Pow, steps.Exp:
		return true
	}
	for _, part := range steps.Parts(e) {
		if tall(part) {
			return true
		}
	}
	return false
}

// call is a function of several arguments, as pieces. Its brackets keep their height: they may stand on
// different lines.
func (t *Text) call(name string, arguments []steps.Expr) []string {
	var out []string
	for i, a := range arguments {
		parts := t.pieces(a)
		if i == 0 {
			parts[0] = "<mi>" + name + `</mi><mo form="prefix" stretchy="false">(</mo>` + parts[0]
		}
		end := `<mo form="postfix" stretchy="false">)</mo>`
		if i < len(arguments)-1 {
			end = `<mo separator="true" form="infix">,</mo>`
		}
		parts[len(parts)-1] += end
		out = append(out, parts...)
	}
	return out
}

// place is where an expression stands, which decides whether it needs brackets.
type place int

const (
	inTerm   place = iota // of a sum, after its sign
	inFactor              // of a product
	inBase                // of a power
)

func (t *Text) within(e steps.Expr, p place) string {
	if !bracketed(e, p) {
		return t.math(e)
	}
	if !tall(e) {
		return row(strings.Join(bracket([]string{t.math(e)}), ""))
	}
	return row(`<mo form="prefix">(</mo>` + t.math(e) + `<mo form="postfix">)</mo>`)
}

func bracketed(e steps.Expr, p place) bool {
	switch e.(type) {
	case steps.Num, steps.Var:
		return false
	case steps.Add, steps.Neg, steps.Cases:
		return true
	case steps.Sum:
		return p != inTerm
	}
	return p == inBase
}

func row(content string) string { return "<mrow>" + content + "</mrow>" }

func operator(sign string, infix bool) string {
	form := "prefix"
	if infix {
		form = "infix"
	}
	return `<mo form="` + form + `">` + sign + "</mo>"
}

func (t *Text) math(e steps.Expr) string {
	switch e := e.(type) {
	case steps.Num:
		return "<mn>" + numbers.Exact(float64(e)) + "</mn>"
	case steps.Var:
		return symbol(steps.Symbol(e))
	case steps.Neg:
		return row(operator("−", false) + t.within(e.X, inTerm))
	case steps.Add:
		return row(strings.Join(t.pieces(e), ""))
	case steps.Mul:
		var parts []string
		for _, f := range e {
			parts = append(parts, t.within(f, inFactor))
		}
		return row(strings.Join(parts, "<mo>⋅</mo>"))
	case steps.Div:
		return "<mfrac>" + row(t.math(e.X)) + row(t.math(e.Y)) + "</mfrac>"
	case steps.Pow:
		return "<msup>" + t.within(e.X, inBase) + t.exponent(e.Y) + "</msup>"
	case steps.Exp:
		return "<msup><mi>e</mi>" + t.exponent(e.X) + "</msup>"
	case steps.Ln:
		return row(`<mi>ln</mi><mo>&#x2061;</mo>` + t.arguments(e.X))
	case steps.Root:
		return "<msqrt>" + t.math(e.X) + "</msqrt>"
	case steps.Max:
		return row(`<mi>max</mi><mo>&#x2061;</mo>` + t.arguments(e...))
	case steps.Min:
		return row(`<mi>min</mi><mo>&#x2061;</mo>` + t.arguments(e...))
	case steps.Sum:
		return row(`<munder><mo largeop="true" movablelimits="false">∑</mo><mi>k</mi></munder>` +
			t.within(e.Of, inTerm))
	case steps.Cases:
		return row(strings.Join(t.pieces(e), ""))
	}
	panic("method: an expression that has no MathML")
}

// exponent writes fractions in one line: two would be too small to read.
func (t *Text) exponent(e steps.Expr) string {
	sign := ""
	if n, ok := e.(steps.Neg); ok {
		sign, e = operator("−", false), n.X
	}
	if d, ok := e.(steps.Div); ok {
		return row(sign + t.within(d.X, inFactor) + `<mo form="infix" lspace="0" rspace="0">/</mo>` +
			t.within(d.Y, inBase))
	}
	return row(sign + t.within(e, inTerm))
}

func (t *Text) arguments(list ...steps.Expr) string {
	var parts []string
	high := false
	for _, a := range list {
		parts = append(parts, row(t.math(a)))
		high = high || tall(a)
	}
	inner := strings.Join(parts, `<mo separator="true">,</mo>`)
	if !high {
		return row(strings.Join(bracket([]string{inner}), ""))
	}
	return row(`<mo form="prefix">(</mo>` + inner + `<mo form="postfix">)</mo>`)
}

// symbol writes a symbol with its subscript, day and prime.
func symbol(s steps.Symbol) string {
	n := notationOf(s)
	base := "<mi>" + n.letter + "</mi>"
	if n.bar {
		base = `<mover accent="true">` + base + "<mo stretchy=\"false\">¯</mo></mover>"
	}
	if n.prime {
		// As a superscript it would stand twice as high where the font's prime is raised already.
		base = row(base + `<mo lspace="0" rspace="0">′</mo>`)
	}
	sub := ""
	if n.sub != "" {
		sub = `<mi mathvariant="normal">` + n.sub + "</mi>"
	}
	if letter, sign, offset := dayOf(s.At); letter != "" && !n.noDay {
		if sub != "" {
			sub += `<mo separator="true">,</mo>`
		}
		sub += index(letter)
		if sign != "" {
			sub += `<mo form="infix" lspace="0" rspace="0">` + sign + "</mo>" + index(offset)
		}
	}
	if sub == "" {
		return base
	}
	return "<msub>" + base + row(sub) + "</msub>"
}

func index(text string) string {
	if text[0] >= '0' && text[0] <= '9' {
		return "<mn>" + text + "</mn>"
	}
	return "<mi>" + text + "</mi>"
}
