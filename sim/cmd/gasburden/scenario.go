package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
)

// scenarioFlags are the flags that choose a scenario, the same for every command that takes one.
type scenarioFlags struct {
	file, preset, link string
	sets               []string
	format             func() string // of the output
}

// chosen is the scenario that the flags ask for, and how a link wants it looked at.
type chosen struct {
	in        *assumption.Inputs
	edition   int
	overrides assumption.Overrides
	view      link.View
	page      *page.Page // of the link, nil where none is given
}

func addScenarioFlags(flags *flag.FlagSet) *scenarioFlags {
	s := &scenarioFlags{format: func() string {
		if f := flags.Lookup("format"); f != nil {
			return f.Value.String()
		}
		return ""
	}}
	flags.StringVar(&s.file, "scenario", "", "scenario JSON file, or - for standard input")
	flags.StringVar(&s.preset, "preset", "default", "assumptions to start from")
	flags.StringVar(&s.link, "link", "", "address of a link, or the query in it")
	flags.Func("set", "key=value, may be repeated", func(set string) error {
		s.sets = append(s.sets, set)
		return nil
	})
	return s
}

// load reads the scenario that the flags ask for, and the inputs of its snapshot. What a link says that cannot be used
// is left out, and said on the error stream: a person reads both. What is written for programs, JSON and CSV, would be
// taken for the link's own numbers: there such a link is refused.
func (s *scenarioFlags) load(std streams) (*chosen, error) {
	base, err := assumption.PresetNamed(s.preset)
	if err != nil {
		return nil, usageError{err}
	}
	out := &chosen{overrides: base.Scenario()}
	switch first := base.Name == assumption.DefaultPreset().Name; {
	case first && (s.link != "" || s.file != ""):
		// A link and a file stand by themselves, unless they are laid over a preset.
		out.overrides = assumption.Overrides{}
	case first:
		out.overrides = base.Overrides // whose version picks the network
	}
	if s.link != "" {
		if err := out.open(s.link, s.format() == "json" || s.format() == "csv", std); err != nil {
			return nil, err
		}
	}
	if out.overrides, err = readOverrides(out.overrides, s.file, s.sets, std); err != nil {
		return nil, err
	}
	name, err := out.overrides.SnapshotName()
	if err != nil {
		return nil, usageError{err}
	}
	if out.in == nil || out.in.Snapshot.Name != name {
		out.edition, err = lastEdition()
		if err != nil {
			return nil, err
		}
		out.page = nil
		out.in, err = loadInputs(name)
	}
	return out, err
}

// resolve is load, with the scenario that follows.
func (s *scenarioFlags) resolve(std streams) (*chosen, assumption.Scenario, error) {
	c, err := s.load(std)
	if err != nil {
		return nil, assumption.Scenario{}, err
	}
	scenario, err := c.overrides.Resolve(c.in)
	if err != nil {
		return nil, assumption.Scenario{}, usageError{err}
	}
	return c, scenario, nil
}

func lastEdition() (int, error) {
	list, err := assets.Editions()
	if err != nil {
		return 0, err
	}
	return list[len(list)-1].Number, nil
}

// open lays a link over the overrides. Where it is strict, a link that has faults is an error.
func (c *chosen) open(address string, strict bool, std streams) error {
	l, _, err := shipped.Read(address, "")
	if err != nil {
		return err
	}
	if !l.Found {
		return usageError{fault.Bad("-link", strconv.Quote(address),
			fault.Choose(fault.LinkAddress, "?v=1&snapshot="+assets.StudySnapshot))}
	}
	page, err := shipped.Linked(textOf(l.Language), l, assets.KeptEdition)
	if err != nil {
		return err
	}
	if strict && len(page.LinkFaults()) > 0 {
		return usageError{refusal(&l, page.Inputs())}
	}
	for _, notice := range page.LinkNotices() {
		fmt.Fprintln(std.err, "gasburden: link:", notice)
	}
	state, err := page.State()
	if err != nil {
		return err
	}
	c.page, c.in, c.edition, c.view = page, page.Inputs(), state.Edition, state.View
	delete(c.overrides, "version") // a link says its own, or means the first
	c.overrides.Lay(state.Overrides)
	return c.overrides.Set("snapshot", state.Snapshot)
}

// refusal is all that is wrong with a link of which nothing is used.
func refusal(l *link.Link, in *assumption.Inputs) error {
	var wrong []string
	for _, f := range l.Faults {
		wrong = append(wrong, "-"+f.Error())
	}
	_, unsound := l.Overrides.Sound(in)
	for _, u := range unsound {
		wrong = append(wrong, "-link: "+link.Key(u.Field.Name)+": "+u.Err.Error())
	}
	return errors.New(strings.Join(wrong, "\n"))
}

// readOverrides lays the scenario file over the overrides, and the -set flags over both.
func readOverrides(overrides assumption.Overrides, file string, sets []string, std streams) (
	assumption.Overrides, error) {

	if file != "" {
		var data []byte
		var err error
		if file == "-" {
			data, err = io.ReadAll(std.in)
		} else {
			data, err = os.ReadFile(file)
		}
		if err != nil {
			return nil, usageError{fmt.Errorf("scenario: %w", err)}
		}
		given, err := assumption.ParseScenario(data)
		if err != nil {
			return nil, usageError{err}
		}
		given, own := given.TakeOwn()
		if own != nil {
			fmt.Fprintf(std.err, "gasburden: scenario: made with somebody's own figures (%s), which it does not "+
				"carry; computed from the published ones\n", own)
		}
		overrides.Lay(given)
	}
	for _, s := range sets {
		key, value, ok := strings.Cut(s, "=")
		if !ok {
			return nil, usageError{fmt.Errorf("-set %q, want key=value", s)}
		}
		if err := overrides.Set(strings.TrimSpace(key), value); err != nil {
			return nil, usageError{err}
		}
	}
	return overrides, nil
}
