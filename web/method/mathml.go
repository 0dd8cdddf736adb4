package method

import (
	"html"
	"strconv"
	"strings"

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
		b.WriteString(" " + piece(p))
	}
	return b.String()
}

// piece is a formula, or a part of one, within a line of text but in full size.
func piece(content string) string { return `<math displaystyle="true">` + content + `</math>` }

// symbolMath is a symbol on its own.
func symbolMath(s steps.Symbol) string { return "<math>" + symbol(s) + "</math>" }

// pieces are the parts of an expression between which a line may break: the terms of a sum, and the
// arguments of max and min.
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
			out = append(out, sign+t.within(term, inTerm))
		}
		return out
	case steps.Max:
		return t.call("max", e)
	case steps.Min:
		return t.call("min", e)
	}
	return []string{t.math(e)}
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
	if bracketed(e, p) {
		return row(`<mo form="prefix">(</mo>` + t.math(e) + `<mo form="postfix">)</mo>`)
	}
	return t.math(e)
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
		return "<mn>" + strconv.FormatFloat(float64(e), 'f', -1, 64) + "</mn>"
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
		return "<msup>" + t.within(e.X, inBase) + row(t.math(e.Y)) + "</msup>"
	case steps.Exp:
		return "<msup><mi>e</mi>" + row(t.math(e.X)) + "</msup>"
	case steps.Ln:
		return row(`<mi>ln</mi><mo>&#x2061;</mo>` + t.arguments(e.X))
	case steps.Root:
		return "<msqrt>" + t.math(e.X) + "</msqrt>"
	case steps.Max:
		return row(`<mi>max</mi><mo>&#x2061;</mo>` + t.arguments(e...))
	case steps.Min:
		return row(`<mi>min</mi><mo>&#x2061;</mo>` + t.arguments(e...))
	case steps.Sum:
		return row(`<munder><mo largeop="true" movablelimits="false">∑</mo><mi>k</mi></munder>` + t.within(e.Of, inTerm))
	case steps.Cases:
		var b strings.Builder
		b.WriteString(`<mo form="prefix" stretchy="true">{</mo><mtable class="cases">`)
		for _, c := range e {
			b.WriteString("<mtr><mtd>" + row(t.math(c.Then)) + "</mtd><mtd>")
			if c.If != nil {
				b.WriteString(row("<mtext>" + html.EscapeString(t.If) + "&nbsp;</mtext>" + t.math(c.If.X) +
					"<mo>" + html.EscapeString(string(c.If.Op)) + "</mo>" + t.math(c.If.Y)))
			} else {
				b.WriteString("<mtext>" + html.EscapeString(t.Otherwise) + "</mtext>")
			}
			b.WriteString("</mtd></mtr>")
		}
		b.WriteString("</mtable>")
		return row(b.String())
	}
	panic("method: an expression that has no MathML")
}

func (t *Text) arguments(list ...steps.Expr) string {
	var parts []string
	for _, a := range list {
		parts = append(parts, row(t.math(a)))
	}
	return row(`<mo form="prefix">(</mo>` + strings.Join(parts, `<mo separator="true">,</mo>`) + `<mo form="postfix">)</mo>`)
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
