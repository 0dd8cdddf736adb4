// Package assumption is what a run assumes, and what it reads: a Scenario is every assumption resolved, Inputs are a
// network snapshot, the published daily figures and the trained gas model. A table has a Row for each assumption, which
// everything that reads, writes, checks, shows or varies it goes by.
package assumption
