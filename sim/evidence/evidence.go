// Package evidence holds the gas models against what happened: the figures behind the page's "How
// well does this hold?" and behind `gasburden validate`. It is pure; it runs where the page is
// built and on the command line, never in a browser.
package evidence

import (
	"fmt"
	"math"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fit"
	"github.com/gasburden/gasburden/model/protocol"
	"github.com/gasburden/gasburden/model/validate"
	"github.com/gasburden/gasburden/sim"
	"github.com/gasburden/gasburden/sim/assumption"
)

// Evidence is everything that speaks for or against the models trained on the study's days.
type Evidence struct {
	*validate.Evidence // windows, folds, coverage, messages, and what followed FIP-0076

	History History
	Regime  *model.Regime
	Scaling *model.Scaling
	Maps    []Map
	Network []NetworkSeries
	Given   *Hindsight    // the network, given what happened
	Rolling *Rolling      // and forecast from each quarter
	Cost    *sim.Happened // what publishing has cost, measured

	// Agreement counts the training days on which the mixture's regimes tell the same as the
	// calendar does: high from nv17 on.
	Agreement, TrainingDays int

	Price  *validate.PriceEvidence // these two nil until Hold
	Direct *validate.DirectEvidence
}

// Hold adds the evidence for the price that follows block space, from measured fees, and how much was onboarded
// directly.
func (e *Evidence) Hold(daily *model.Table, fees *validate.Fees, direct *model.DirectOnboarding) error {
	var err error
	if e.Price, err = validate.Price(daily, fees); err != nil {
		return fmt.Errorf("evidence: %w", err)
	}
	if e.Direct, err = validate.Direct(daily, direct); err != nil {
		return fmt.Errorf("evidence: %w", err)
	}
	return nil
}

// History is the published days with all figures, and what the two models make of them. The models
// saw nothing later than Scaling.Last.
type History struct {
	Days                    []day.Day
	DealPiB, Ratio, GasGgas []float64 // published
	RegimeGgas, ScalingGgas []float64 // predicted
	High                    []bool    // training days only: high regime of the mixture
	Low80, High80           []float64 // band of the scaling model for single days, after the training only
}

// Load computes the evidence from the study's inputs: the whole daily table and the models
// trained on the study's days.
func Load(in *assumption.Inputs) (*Evidence, error) {
	sample, err := in.Daily.Sample(model.StudyFirst, in.Daily.Date(in.Daily.Len()-1))
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	e := &Evidence{Regime: in.Regime, Scaling: in.Scaling, History: newHistory(sample, in), Maps: newMaps(in),
		Cost: sim.WhatHappened(in.Daily),
	}
	if e.Evidence, err = validate.Gas(in.Daily); err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	training := sample.Between(model.StudyFirst, model.StudyLast)
	_, labels, err := fit.Mixture(training.DealPiB, training.GasGgas)
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	e.TrainingDays = training.Len()
	for i, d := range training.Days {
		e.History.High = append(e.History.High, labels[i] == 1)
		if (labels[i] == 1) == (d > nv17) {
			e.Agreement++
		}
	}
	if e.Network, err = newNetwork(in); err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	if e.Given, err = newHindsight(in); err != nil {
		return nil, err
	}
	if e.Rolling, err = newRolling(in); err != nil {
		return nil, err
	}
	return e, nil
}

func newHistory(s *model.Sample, in *assumption.Inputs) History {
	n := s.Len()
	h := History{
		Days: s.Days, DealPiB: s.DealPiB, Ratio: s.Ratio, GasGgas: s.GasGgas,
		RegimeGgas: make([]float64, n), ScalingGgas: make([]float64, n),
		Low80: make([]float64, n), High80: make([]float64, n),
	}
	for i, d := range s.Days {
		h.RegimeGgas[i], _ = in.Regime.PredictDay(s.DealPiB[i], s.Ratio[i])
		h.ScalingGgas[i] = in.Scaling.PredictDay(d, s.DealPiB[i])
		h.Low80[i], h.High80[i] = math.NaN(), math.NaN()
		if d > in.Scaling.Last {
			h.Low80[i], h.High80[i] = in.Scaling.Band(h.ScalingGgas[i], d, 1, 1)
		}
	}
	return h
}

// nv17 is the network upgrade of 30 November 2022, a mixed day that counts as before it.
var nv17 = protocol.Version(17).Day()
