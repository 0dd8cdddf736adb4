package steps

import "math"

// At says which day's value of a symbol is meant.
type At string

// The days that equations speak of. Constants and assumptions that hold for all days have none.
const (
	Always At = ""
	Now    At = "t"
	Before At = "t-1" // the day before
	Next   At = "t+1" // the day after
	Window At = "t-w" // as many days before as flows are averaged over
	Life   At = "t-E" // a sector's life before
	// Extended is as many days before as a renewed sector lives on.
	Extended At = "t-Z"
	First    At = "0" // the first day of the history
	Second   At = "1" // the day after it
	Last     At = "n" // the snapshot's day
	Each     At = "k" // the running index of a Sum
)

// Days is the symbol of how many days before the day's own it is, and whether that is a quantity of its own.
func (at At) Days() (Symbol, bool) {
	switch at {
	case Window:
		return Symbol{"smoothing", Always}, true
	case Life:
		return Symbol{"sector_life", Always}, true
	case Extended:
		return Symbol{"extension", Always}, true
	}
	return Symbol{}, false
}

// Symbol is a quantity, on a day.
type Symbol struct {
	Name string // such as "raw_power"
	At   At
}

// Expr is the right-hand side of an equation.
type Expr interface {
	eval(Values) float64
}

// Values are the values of symbols.
type Values map[Symbol]float64

// The forms of an expression.
type (
	Num   float64             // a plain number
	Var   Symbol              // the value of a symbol
	Neg   struct{ X Expr }    // -X
	Add   []Expr              // the sum of its terms; a Neg is subtracted
	Mul   []Expr              // the product of its factors
	Div   struct{ X, Y Expr } // X / Y
	Pow   struct{ X, Y Expr } // X to the power of Y
	Exp   struct{ X Expr }    // e to the power of X
	Ln    struct{ X Expr }    // the natural logarithm
	Max   []Expr
	Min   []Expr
	Root  struct{ X Expr }  // the square root
	Sum   struct{ Of Expr } // over k = 1, 2, ... as far as its symbols at Each have values
	Cases []Case            // the first that holds
)

// Case is a value under a condition. The last of Cases has none.
type Case struct {
	If   *Condition
	Then Expr
}

// Condition compares two expressions.
type Condition struct {
	X  Expr
	Op Op
	Y  Expr
}

// Op compares.
type Op string

// The comparisons.
const (
	Equal Op = "="
	Above Op = ">"
)

// Eval is the value of an expression; NaN where a symbol has none. Sums and products are taken from
// the left, as the simulator takes them.
func Eval(e Expr, v Values) float64 { return e.eval(v) }

func (e Num) eval(Values) float64 { return float64(e) }

func (e Var) eval(v Values) float64 {
	if value, ok := v[Symbol(e)]; ok {
		return value
	}
	return math.NaN()
}

func (e Neg) eval(v Values) float64 { return -e.X.eval(v) }

func (e Add) eval(v Values) float64 {
	sum := e[0].eval(v)
	for _, x := range e[1:] {
		sum += x.eval(v)
	}
	return sum
}

func (e Mul) eval(v Values) float64 {
	product := e[0].eval(v)
	for _, x := range e[1:] {
		product *= x.eval(v)
	}
	return product
}

func (e Div) eval(v Values) float64  { return e.X.eval(v) / e.Y.eval(v) }
func (e Pow) eval(v Values) float64  { return math.Pow(e.X.eval(v), e.Y.eval(v)) }
func (e Exp) eval(v Values) float64  { return math.Exp(e.X.eval(v)) }
func (e Ln) eval(v Values) float64   { return math.Log(e.X.eval(v)) }
func (e Root) eval(v Values) float64 { return math.Sqrt(e.X.eval(v)) }

func (e Max) eval(v Values) float64 {
	out := e[0].eval(v)
	for _, x := range e[1:] {
		out = math.Max(out, x.eval(v))
	}
	return out
}

func (e Min) eval(v Values) float64 {
	out := e[0].eval(v)
	for _, x := range e[1:] {
		out = math.Min(out, x.eval(v))
	}
	return out
}

func (e Sum) eval(v Values) float64 {
	indexed := map[string]bool{}
	for _, s := range Symbols(e.Of) {
		if s.At == Each {
			indexed[s.Name] = true
		}
	}
	sum := 0.0
	for k := 1; ; k++ {
		term := Values{}
		for name := range indexed {
			value, ok := v[Symbol{name, index(k)}]
			if !ok {
				return sum
			}
			term[Symbol{name, Each}] = value
		}
		for s, value := range v {
			if s.At != Each {
				term[s] = value
			}
		}
		sum += e.Of.eval(term)
	}
}

// Indexed is the symbol of the k-th value, from 1 to 999, that a Sum runs over.
func Indexed(name string, k int) Symbol { return Symbol{name, index(k)} }

func index(k int) At {
	digit := func(n int) string { return string(rune('0' + n%10)) }
	return At("#" + digit(k/100) + digit(k/10) + digit(k))
}

func (e Cases) eval(v Values) float64 {
	for _, c := range e {
		if c.If == nil {
			return c.Then.eval(v)
		}
		x, y := c.If.X.eval(v), c.If.Y.eval(v)
		if math.IsNaN(x) || math.IsNaN(y) {
			return math.NaN() // nobody knows which case it is
		}
		if c.If.Op == Above && x > y || c.If.Op == Equal && x == y {
			return c.Then.eval(v)
		}
	}
	panic("steps: the last case has a condition")
}

// Symbols lists the symbols of an expression, each once, in their order.
func Symbols(e Expr) []Symbol {
	var out []Symbol
	seen := map[Symbol]bool{}
	var walk func(Expr)
	walk = func(e Expr) {
		switch e := e.(type) {
		case Var:
			if !seen[Symbol(e)] {
				seen[Symbol(e)] = true
				out = append(out, Symbol(e))
			}
		case Cases:
			for _, c := range e {
				walk(c.Then)
				if c.If != nil {
					walk(c.If.X)
					walk(c.If.Y)
				}
			}
		default:
			for _, part := range Parts(e) {
				walk(part)
			}
		}
	}
	walk(e)
	return out
}

// Parts are the expressions that an expression is made of, those of Cases aside.
func Parts(e Expr) []Expr {
	switch e := e.(type) {
	case Neg:
		return []Expr{e.X}
	case Add:
		return e
	case Mul:
		return e
	case Max:
		return e
	case Min:
		return e
	case Div:
		return []Expr{e.X, e.Y}
	case Pow:
		return []Expr{e.X, e.Y}
	case Exp:
		return []Expr{e.X}
	case Ln:
		return []Expr{e.X}
	case Root:
		return []Expr{e.X}
	case Sum:
		return []Expr{e.Of}
	}
	return nil
}
