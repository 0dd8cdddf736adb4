package main

import (
	"errors"
	"flag"
	"strconv"

	numbers "github.com/gasburden/gasburden/model/number"
)

// Numbers in flags are as programs write them. Package flag would also read 0x10, 1_000, Inf, and 010 as eight.

// read is a flag whose text a function takes.
type read struct {
	take  func(text string) error
	shown string // the default
}

func (r *read) String() string { return r.shown }

func (r *read) Set(text string) error { return r.take(text) }

// float64Flag is flags.Float64.
func float64Flag(flags *flag.FlagSet, name string, value float64, usage string) *float64 {
	flags.Var(&read{func(text string) error {
		v, ok := numbers.Strict(text)
		if !ok {
			return errors.New("want a number such as 1000 or 0.5, without separators")
		}
		value = v
		return nil
	}, strconv.FormatFloat(value, 'g', -1, 64)}, name, usage)
	return &value
}

// intFlag is flags.IntVar.
func intFlag(flags *flag.FlagSet, to *int, name string, value int, usage string) {
	*to = value
	flags.Var(&read{func(text string) (err error) {
		v, err := strconv.Atoi(text)
		if err != nil {
			return errWhole
		}
		*to = v
		return nil
	}, strconv.Itoa(value)}, name, usage)
}

// uint64Flag is flags.Uint64Var.
func uint64Flag(flags *flag.FlagSet, to *uint64, name string, value uint64, usage string) {
	*to = value
	flags.Var(&read{func(text string) error {
		v, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			return errWhole
		}
		*to = v
		return nil
	}, strconv.FormatUint(value, 10)}, name, usage)
}

var errWhole = errors.New("want a whole number such as 1000, without separators")
