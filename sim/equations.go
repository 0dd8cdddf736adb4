package sim

// Equations counts the revisions of the simulator that moved a curve. An edition of the figures names the
// one that it was released with, and a link names the edition, so that a program which computes otherwise
// says so. Raise it where TestEquations fails on purpose, say in the commit which curve moved by how much
// of its spread, and number an edition (assets/cmd/edition).
const Equations = 1
