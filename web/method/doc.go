// Package method shows how gasburden computes: the methodology page, made when the site is built, and the
// chain of steps behind one day's numbers. Equations come from package sim/steps, so what is shown is
// what is computed; numbers come from the code's own constants. Words are in a catalogue.
package method
