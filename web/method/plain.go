package method

import (
	"strings"

	numbers "github.com/gasburden/gasburden/model/number"
	"github.com/gasburden/gasburden/sim/steps"
)

// plainEquals writes an equation for a terminal.
func (t *Text) plainEquals(out steps.Symbol, is steps.Expr) string {
	return plainSymbol(out) + " = " + t.plain(is)
}

func (t *Text) plainWithin(e steps.Expr, p place) string {
	if _, divides := e.(steps.Div); bracketed(e, p) || divides && p == inBase {
		return "(" + t.plain(e) + ")"
	}
	return t.plain(e)
}

func (t *Text) plain(e steps.Expr) string {
	list := func(parts []steps.Expr) string {
		var out []string
		for _, p := range parts {
			out = append(out, t.plain(p))
		}
		return strings.Join(out, ", ")
	}
	switch e := e.(type) {
	case steps.Num:
		return numbers.Exact(float64(e))
	case steps.Var:
		return plainSymbol(steps.Symbol(e))
	case steps.Neg:
		return "-" + t.plainWithin(e.X, inTerm)
	case steps.Add:
		text := ""
		for i, term := range e {
			n, negative := term.(steps.Neg)
			switch {
			case negative && i == 0:
				text += "-"
			case negative:
				text += " - "
			case i > 0:
				text += " + "
			}
			if negative {
				term = n.X
			}
			text += t.plainWithin(term, inTerm)
		}
		return text
	case steps.Mul:
		var parts []string
		for _, f := range e {
			parts = append(parts, t.plainWithin(f, inFactor))
		}
		return strings.Join(parts, " * ")
	case steps.Div:
		under := t.plainWithin(e.Y, inFactor)
		switch e.Y.(type) {
		case steps.Mul, steps.Div:
			under = "(" + under + ")"
		}
		return t.plainWithin(e.X, inFactor) + " / " + under
	case steps.Pow:
		return t.plainWithin(e.X, inBase) + "^" + t.plainWithin(e.Y, inBase)
	case steps.Exp:
		return "exp(" + t.plain(e.X) + ")"
	case steps.Ln:
		return "ln(" + t.plain(e.X) + ")"
	case steps.Root:
		return "sqrt(" + t.plain(e.X) + ")"
	case steps.Max:
		return "max(" + list(e) + ")"
	case steps.Min:
		return "min(" + list(e) + ")"
	case steps.Sum:
		return "sum over k of " + t.plainWithin(e.Of, inTerm)
	case steps.Cases:
		var parts []string
		for _, c := range e {
			if c.If == nil {
				parts = append(parts, t.Otherwise+" "+t.plain(c.Then))
			} else {
				parts = append(parts, t.plain(c.Then)+" "+t.If+" "+t.plain(c.If.X)+" "+string(c.If.Op)+" "+
					t.plain(c.If.Y))
			}
		}
		return strings.Join(parts, ", ")
	}
	panic("method: an expression that has no plain form")
}

// plainSymbol is a symbol by its name, with the day in square brackets.
func plainSymbol(s steps.Symbol) string {
	letter, sign, offset := dayOf(s.At)
	if letter == "" || notationOf(s).noDay {
		return s.Name
	}
	if sign == "−" {
		sign = "-"
	}
	if days, ok := s.At.Days(); ok {
		offset = days.Name
	}
	return s.Name + "[" + letter + sign + offset + "]"
}
