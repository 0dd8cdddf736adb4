// Package explore asks one question of many scenarios: which input matters most to a figure (Tornado), at
// which value of an input the figure crosses another (BreakEven), which inputs explain the gap between two
// scenarios (Comparison), and how far the figures spread when onboarding, renewal, FIL+ rate and gas
// vary as they have varied (Ensemble).
//
// Each is long work in slices: New... checks the question, Step(n) does n units of it and reports whether
// all is done, Progress counts them, and the outcome is read at the end. Nothing runs by itself, so a page
// may stop, show progress or give up between two slices, and the slices do not change the outcome.
package explore

// Progress says how much of a piece of work is done, in units of about one simulated run each.
type Progress struct{ Done, Total int }

// Work is what all of them have in common.
type Work interface {
	Step(n int) (done bool, err error)
	Progress() Progress
}
