// Package steps explains a day of a result: the chain of equations that made its figures, each with
// the values that went in, where they come from, and the value that came out.
//
// An equation is data, an expression over symbols. The page draws it, the command line prints it, and
// the tests evaluate it: for every step of every day they find what the simulator found. So what is
// shown is what is computed. The package is pure and changes nothing that it reads.
package steps
