// Package words holds what the page says, a catalogue a language, and writes numbers, shares and dates as its language does.
package words
