package web

import (
	"encoding/json"
	"fmt"
	"maps"
	"strconv"

	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/mechafil"
)

// Denominator is what the hero chart divides the gas by.
type Denominator string

// The denominators of the burden.
const (
	ByNetflow     Denominator = "netflow"
	ByOutflow     Denominator = "outflow"
	ByCirculating Denominator = "circulating"
)

// Denominators in the order of the page.
var Denominators = []Denominator{ByNetflow, ByOutflow, ByCirculating}

// Page is the state of the page: what the reader chose, and what follows from it. Components
// read it and call its methods; nothing in it knows a browser.
type Page struct {
	Text      *Text
	Snapshots []string          // names of all shipped snapshots
	Load      func(name string) // starts loading a snapshot; Loaded or LoadFailed follow

	Denominator Denominator
	Sliders     []*Slider // fixed order, the advanced ones last
	Advanced    int       // index of the first advanced slider
	Rates       [sim.MaxRates]*Slider
	RateCount   int
	MoreOpen    bool

	Result   *sim.Result
	Realised *sim.Realised
	Scenario sim.Scenario

	Loading       string // name of the snapshot on its way, or ""
	SnapshotError string

	in        *sim.Inputs
	defaults  sim.Scenario
	overrides sim.Overrides
	stale     bool // the result is older than the scenario
	resting   bool // something but a slider's movement happened
}

// NewPage is the page of the default scenario on the inputs, computed.
func NewPage(text *Text, snapshots []string, in *sim.Inputs) (*Page, error) {
	p := &Page{Text: text, Snapshots: snapshots, Denominator: ByNetflow, overrides: sim.Overrides{}}
	for _, s := range sliderSettings {
		p.Sliders = append(p.Sliders, newSlider(text, s.name, s.scale, s.min, s.max, s.step))
		if !s.advanced {
			p.Advanced++
		}
	}
	for i := range p.Rates {
		p.Rates[i] = &Slider{
			Name: "fil_plus_rate_" + strconv.Itoa(i), Label: fill(text.RateLabel, "n", strconv.Itoa(i+1)), Unit: "%",
			Scale: 100, Min: 0, Max: 100, Step: 1, Legal: mechafil.Range{Min: 0, Max: 100},
		}
	}
	if err := p.Use(in); err != nil {
		return nil, err
	}
	return p, p.Update()
}

// Use moves the page to other inputs; what the reader chose stays, the defaults follow.
func (p *Page) Use(in *sim.Inputs) error {
	overrides := maps.Clone(p.overrides)
	name, err := json.Marshal(in.Snapshot.Name)
	if err != nil {
		return fmt.Errorf("web: snapshot name: %w", err)
	}
	overrides["snapshot"] = name
	return p.adopt(in, overrides)
}

// adopt resolves overrides on inputs and, where that works, makes them the page's.
func (p *Page) adopt(in *sim.Inputs, overrides sim.Overrides) error {
	scenario, err := overrides.Resolve(in)
	if err != nil {
		return err
	}
	bare := sim.Overrides{"snapshot": overrides["snapshot"]}
	if horizon, ok := overrides["horizon_days"]; ok {
		bare["horizon_days"] = horizon
	}
	defaults, err := bare.Resolve(in)
	if err != nil {
		return err
	}
	p.in, p.overrides, p.Scenario, p.defaults, p.stale = in, overrides, scenario, defaults, true
	return nil
}

// Update computes the result if the scenario has changed since. After an error the last good
// result stays.
func (p *Page) Update() error {
	if !p.stale {
		return nil
	}
	result, err := sim.Run(p.in, p.Scenario)
	if err != nil {
		return err
	}
	p.Result, p.Realised, p.stale = result, sim.NewRealised(p.in.Daily, result), false
	p.showAll()
	return nil
}

// showAll lets every control without an error show the scenario's value.
func (p *Page) showAll() {
	for _, s := range p.Sliders {
		if s.Err != "" {
			continue
		}
		raw := s.Raw
		value := scalarOf(&p.Scenario, s.Name)
		s.show(value, p.defaultOf(s.Name))
		s.Source = p.source(s.Name)
		// While the reader types "5.0" the field must not jump to "5".
		if shown, problem := s.parse(p.Text, raw); problem == "" && s.unscaled(shown) == value {
			s.Raw = raw
		}
	}
	p.RateCount = len(p.Scenario.FILPlusRates)
	for i, s := range p.Rates {
		if i >= p.RateCount || s.Err != "" {
			continue
		}
		raw, value := s.Raw, p.Scenario.FILPlusRates[i][0]
		def := value
		if rates := p.defaults.FILPlusRates; i < len(rates) {
			def = rates[i][0]
		}
		s.show(value, def)
		if shown, problem := s.parse(p.Text, raw); problem == "" && s.unscaled(shown) == value {
			s.Raw = raw
		}
	}
}

func (p *Page) defaultOf(name string) float64 {
	if name == "horizon_days" {
		return 3 * 365
	}
	return scalarOf(&p.defaults, name)
}

// scalarOf reads a field that the page keeps scalar.
func scalarOf(s *sim.Scenario, name string) float64 {
	switch name {
	case "raw_onboarding_pib":
		return s.RawOnboardingPiB[0]
	case "renewal_rate":
		return s.RenewalRate[0]
	case "lock_target":
		return s.LockTarget[0]
	case "fil_plus_multiplier":
		return s.FILPlusMultiplier[0]
	case "direct_gas_fraction":
		return s.DirectGasFraction
	case "base_fee_nanofil":
		return s.BaseFeeNanoFIL
	case "horizon_days":
		return float64(s.HorizonDays)
	case "sector_duration_days":
		return float64(s.SectorDurationDays)
	case "smoothing_days":
		return float64(s.SmoothingDays)
	}
	panic("web: no scalar field " + name)
}

// source says where a default comes from.
func (p *Page) source(name string) string {
	text := p.Text.Control[name].Source
	var recent sim.Recent
	var err error
	switch name {
	case "raw_onboarding_pib":
		recent, err = p.in.RecentOnboarding()
	case "renewal_rate":
		recent, err = p.in.RecentRenewalRate()
	default:
		return text
	}
	if err != nil {
		return err.Error()
	}
	return fill(text, "n", strconv.Itoa(recent.Values), "date", p.Text.longDate(recent.Last))
}
