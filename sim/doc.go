// Package sim answers gasburden's question for one scenario: what does the gas of publishing
// FIL+ deals cost the Filecoin network, relative to its daily token flows and its circulating
// supply, with and without DirectFIL+?
//
// An assumption.Scenario (all assumptions) and assumption.Inputs (a snapshot, published daily figures and a trained gas
// model) go into Run; a Result (one run per FIL+ rate, warnings and summary) comes out. The
// package is pure: the entry points load the inputs and write the results.
package sim
