// Package words holds what the page says, a catalogue a language, and writes numbers, shares and dates as its language
// does. The catalogues of all packages stand in one file a language, en.json and zh-CN.json; the Go code that says them
// is generated. "Where do I add a sentence?" in DESIGN.md says how they are changed.
package words

//go:generate go run ./cmd/generate -root ../..
