package engine

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gasburden/gasburden/assets"
	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/fault"
	"github.com/gasburden/gasburden/sim/assumption"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/sim/link"
	"github.com/gasburden/gasburden/sim/mechafil"
	"github.com/gasburden/gasburden/sim/steps"
	"github.com/gasburden/gasburden/web/ask"
	section "github.com/gasburden/gasburden/web/explore"
	"github.com/gasburden/gasburden/web/method"
	"github.com/gasburden/gasburden/web/page"
	"github.com/gasburden/gasburden/web/shipped"
	"github.com/gasburden/gasburden/web/words"
)

// A picture is what a question is about: the page as the request describes it, with what its scenario runs on.
type picture struct {
	page  *page.Page
	shown *page.Picture
	in    *assumption.Inputs
	state link.State
	text  *section.Text
	rates []string

	method *method.Text // of a chain of steps
}

func (e *Engine) picture(r *Request) (*picture, error) {
	page, err := e.page(r)
	if err != nil {
		return nil, err
	}
	p := &picture{page: page, shown: page.Picture(), in: page.Inputs(), text: section.English(),
		method: method.EnglishSteps()}
	if page.Text.Spoken() == words.Chinese {
		p.text, p.method = section.Chinese(), method.ChineseSteps()
	}
	if p.state, err = page.State(); err != nil {
		return nil, err
	}
	for _, rate := range p.shown.Rates {
		p.rates = append(p.rates, rate.Name)
	}
	return p, nil
}

// query is the link of a scenario on the picture's inputs, "" where it is too long for one.
func (p *picture) query(sc *assumption.Scenario, drawn link.Ensemble) string {
	s := p.state
	s.View.Ensemble = drawn
	var err error
	if s.Overrides, err = sc.Differences(p.in); err != nil {
		return ""
	}
	query, err := link.Encode(s)
	if err != nil {
		return ""
	}
	return query
}

// question reads which figure a request is about, and of which run.
func (p *picture) question(r *Request) (explore.Question, *section.Asked, error) {
	q := explore.Question{Figure: r.Figure, Rate: r.Rate - 1}
	figure, err := explore.FigureNamed(r.Figure)
	if err != nil {
		return q, nil, err
	}
	n := len(p.rates)
	if r.Rate < 0 || r.Rate > n {
		q.Rate = explore.Middle // the picture had more rates when it was chosen
	}
	if figure.OnDay {
		if q.On, err = day.Parse(r.On); err != nil {
			return q, nil, noDay(r.On)
		}
	}
	rate := q.Rate
	if rate == explore.Middle {
		rate = n / 2
	}
	return q, &section.Asked{Figure: figure, Rate: p.rates[rate], Link: func(in *explore.Input, v float64) string {
		sc, err := in.Apply(p.page.Scenario, rate, v)
		if err != nil {
			return ""
		}
		return p.query(&sc, p.state.View.Ensemble)
	}}, nil
}

func noDay(text string) error {
	return &fault.Fault{Code: fault.NoDay, Field: "day", Value: strconv.Quote(text)}
}

// past is the history of a snapshot's inputs: of the reader's own figures where the picture is based on them.
func (e *Engine) past(p *picture, own bool) (*explore.History, error) {
	s := p.in.Snapshot
	if own && e.table != nil {
		return explore.NewHistory(e.table, s.Current, explore.HistoryDays), nil
	}
	if h, ok := e.histories[s.Name]; ok {
		return h, nil
	}
	bytes, err := e.load("data/history-" + s.Name + ".json")
	if err != nil {
		return nil, err
	}
	table, err := assets.DecodeHistory(bytes)
	if err != nil {
		return nil, err
	}
	h := explore.NewHistory(table, s.Current, explore.HistoryDays)
	e.histories[s.Name] = h
	return h, nil
}

// answered is an answer with the link of the picture that it is about.
func (p *picture) answered(a *ask.Answer) *ask.Answer {
	a.Query = p.query(&p.page.Scenario, link.Ensemble{})
	return a
}

// above is what a target may be marked on: the picture's own charts, with the run of a rate in them.
func (p *picture) above(rate int) *section.Above {
	result := p.page.Result
	return &section.Above{
		Text: p.page.Text, Messages: result.Scenario.Messages, By: p.page.Denominator, Unit: p.page.GasUnit,
		Days: result.Days, ForecastDays: result.Runs[rate].Summary.ForecastDays,
		Viewed: func(by words.Denominator, unit string) string {
			other := *p
			other.state.View.Chart, other.state.View.Unit = string(by), unit
			return other.query(&p.page.Scenario, p.state.View.Ensemble)
		},
	}
}

func (e *Engine) tornado(r *Request) ([]byte, error) {
	p, err := e.picture(r)
	if err != nil {
		return nil, err
	}
	q, asked, err := p.question(r)
	if err != nil {
		return nil, err
	}
	past, err := e.past(p, r.Own)
	if err != nil {
		return nil, err
	}
	t, err := explore.NewTornado(p.in, past, p.page.Scenario, q)
	if err != nil {
		return nil, err
	}
	return e.begin(t, p.rates, func(int) (*ask.Answer, error) {
		return p.answered(section.Tornado(p.text, t, asked)), nil
	})
}

func (e *Engine) breakeven(r *Request) ([]byte, error) {
	if err := r.understand(); err != nil {
		return nil, err
	}
	p, err := e.picture(r)
	if err != nil {
		return nil, err
	}
	q, asked, err := p.question(r)
	if err != nil {
		return nil, err
	}
	input, err := explore.InputNamed(r.Input)
	if err != nil {
		return nil, err
	}
	rate := q.Rate
	if rate == explore.Middle {
		rate = len(p.rates) / 2
	}
	now := asked.Figure.Read(p.page.Result, rate, q.On)
	if r.Begins {
		r.Target = section.FirstTarget(asked.Figure, now.Figure)
	}
	b, err := explore.NewBreakEven(p.in, p.page.Scenario, q, input, r.Target, mechafil.Range{})
	if err != nil {
		return nil, err
	}
	flip := &section.Flip{Input: input, Target: r.Target, Over: input.Legal, Width: r.Width, Now: explore.End{
		Input: input.Value(&p.page.Scenario, rate), Value: now,
	}, Above: p.above(rate)}
	return e.begin(b, p.rates, func(int) (*ask.Answer, error) {
		a := p.answered(section.BreakEven(p.text, b, flip, asked))
		if fills := p.shown.Fills; fills != "" && r.Input == ask.DefaultInput {
			a.Said = append([]string{strings.NewReplacer("<b>", "", "</b>", "").Replace(fills)}, a.Said...)
		}
		if r.Begins {
			a.Target = &r.Target
		}
		return a, nil
	})
}

// ensemble begins one, or goes on with a job that is the same: asked again, it answers in the language of the request.
func (e *Engine) ensemble(r *Request) ([]byte, error) {
	if err := r.understand(); err != nil {
		return nil, err
	}
	p, err := e.picture(r)
	if err != nil {
		return nil, err
	}
	by := string(p.page.Denominator)
	linked := p.state.View.Ensemble
	o := explore.Options{Runs: cmp.Or(r.Runs, int(linked.Runs)), Seed: linked.Seed,
		BlockDays: cmp.Or(r.Block, int(linked.Block)), Curves: section.CurvesBy(by)}
	if r.Seed != nil {
		o.Seed = *r.Seed
	}
	about, err := e.about(r, p, &o)
	if err != nil {
		return nil, err
	}
	begun := e.same(r.Job, about)
	var work *explore.Ensemble
	if begun != nil {
		work = begun.work.(*explore.Ensemble)
	} else {
		past, err := e.past(p, r.Own)
		if err != nil {
			return nil, err
		}
		if work, err = explore.NewEnsemble(p.in, past, p.page.Scenario, o); err != nil {
			return nil, err
		}
	}
	var spread *section.Spread
	shown := 0 // number of the rate that it is of
	answer := func(rate int) (*ask.Answer, error) {
		if rate < 1 || rate > len(p.rates) {
			rate = len(p.rates)/2 + 1
		}
		if spread == nil || shown != rate {
			spread, shown = section.NewSpread(p.text, work,
				&section.Drawn{Start: p.page.Result.Start, Rate: rate - 1, Color: p.shown.Rates[rate-1].Rank,
					Rates: p.rates, On: ask.MonthFigure(by, false)}), rate
		}
		if done, err := spread.Step(); err != nil || !done {
			return nil, err
		}
		a := p.answered(spread.Answer())
		if o.Seed != 0 {
			a.Seeded = p.query(&p.page.Scenario, written(&o))
		}
		return a, nil
	}
	if begun != nil {
		begun.answer = answer
		return begun.begun(p.rates)
	}
	return e.start(&job{work: work, answer: answer, about: about}, p.rates)
}

// written is an ensemble as a link has it, which leaves out what is the default.
func written(o *explore.Options) link.Ensemble {
	out := link.Ensemble{Seed: o.Seed}
	if o.Runs != explore.DefaultRuns {
		out.Runs = uint64(o.Runs)
	}
	if o.BlockDays != explore.DefaultBlockDays {
		out.Block = uint64(o.BlockDays)
	}
	return out
}

// about is all that an ensemble's runs depend on.
func (e *Engine) about(r *Request, p *picture, o *explore.Options) (about, error) {
	out := about{}
	if r.Own {
		out.table = e.table
	}
	changed, err := p.page.Scenario.Differences(p.in)
	if err != nil {
		return out, err
	}
	out.text = fmt.Sprint(p.in.Snapshot.Name, changed, *o)
	return out, nil
}

// compare explains the gap between the picture and another link, or a preset on the picture's snapshot.
func (e *Engine) compare(r *Request) ([]byte, error) {
	p, err := e.picture(r)
	if err != nil {
		return nil, err
	}
	q, asked, err := p.question(r)
	if err != nil {
		return nil, err
	}
	other, faults, err := e.other(r, p)
	if err != nil {
		return nil, err
	}
	if q.Rate >= len(other.page.Result.Runs) {
		q.Rate = explore.Middle
	}
	fail := func(err error) ([]byte, error) {
		changes, unequal := explore.Changes(&p.page.Scenario, &other.page.Scenario)
		if unequal != nil {
			return nil, unequal
		}
		return e.begin(nothing{}, p.rates, func(int) (*ask.Answer, error) {
			return p.answered(section.Differences(p.text, changes, faults, err)), nil
		})
	}
	of := map[string]*assumption.Inputs{other.in.Snapshot.Name: other.in, p.in.Snapshot.Name: p.in}
	c, err := explore.NewComparison(p.page.Scenario, other.page.Scenario, q,
		func(name string) (*assumption.Inputs, error) { return of[name], nil })
	if err != nil {
		return fail(err)
	}
	rate := func(page *page.Page) int {
		if q.Rate == explore.Middle {
			return len(page.Result.Runs) / 2
		}
		return q.Rate
	}
	about := &section.Compared{
		Faults: faults, Here: p.page.Result, There: other.page.Result, Rate: [2]int{rate(p.page), rate(other.page)},
		Color: p.shown.Rates[rate(p.page)].Rank, By: string(p.page.Denominator), Title: p.shown.CardSubtitle,
	}
	work := &explaining{Comparison: c}
	return e.begin(work, p.rates, func(int) (*ask.Answer, error) {
		if work.err != nil {
			return p.answered(section.Differences(p.text, c.Changes(), faults, work.err)), nil
		}
		return p.answered(section.Compare(p.text, c, about, asked)), nil
	})
}

// nothing is work that is done.
type nothing struct{}

func (nothing) Step(int) (bool, error)     { return true, nil }
func (nothing) Progress() explore.Progress { return explore.Progress{} }

// explaining ends where the gap cannot be explained: what differs can still be said.
type explaining struct {
	*explore.Comparison
	err error
}

func (x *explaining) Step(n int) (bool, error) {
	done, err := x.Comparison.Step(n)
	if err != nil {
		x.err, done = err, true
	}
	return done, nil
}

// other is the picture of the second link, and what is wrong with it.
func (e *Engine) other(r *Request, here *picture) (*picture, []string, error) {
	if r.AgainstPreset != "" {
		preset, err := assumption.PresetNamed(r.AgainstPreset)
		if err != nil {
			return nil, nil, err
		}
		query, err := shipped.PresetQuery(&preset, "")
		if err != nil {
			return nil, nil, err
		}
		p, err := e.picture(&Request{Query: query, Own: r.Own, File: r.File})
		return p, nil, err
	}
	l, _, err := shipped.Read(r.Against, r.Page)
	if err != nil {
		return nil, nil, err
	}
	if !l.Found {
		return nil, nil, fault.Said(here.text.Compared.NoLink)
	}
	for _, f := range l.Faults {
		if f.Code == fault.LinkUnknownSnapshot {
			return nil, nil, fault.Said(words.Fill(here.text.Compared.NoSnapshot, "snapshot", f.Value, "known",
				here.text.Snapshots(assets.SnapshotNames())))
		}
	}
	// What is wrong with it is said in the language of the page, not in its own.
	l.Language = here.page.Text.Site.Language
	p, err := e.picture(&Request{link: &l, Own: r.Own, File: r.File})
	if err != nil {
		return nil, nil, err
	}
	faults := slices.Clone(p.shown.Notices)
	if r.Own && e.table != nil {
		faults = append(faults, here.text.Compared.OwnFigures)
	}
	return p, faults, nil
}

// explain answers at once: with the chain of steps behind a day's numbers at one FIL+ rate, the page's if none is
// chosen, and with what the curve that was pointed at shows on the day.
func (e *Engine) explain(r *Request) ([]byte, error) {
	p, err := e.picture(r)
	if err != nil {
		return nil, err
	}
	on, err := day.Parse(r.On)
	if err != nil {
		return nil, noDay(r.On)
	}
	run := p.shown.Focus
	if r.Rate > 0 && r.Rate <= len(p.rates) {
		run = r.Rate - 1
	}
	var at *section.Pointed
	if pointed, ok := section.Point(p.page, r.Chart, r.Curve, run, int(on-p.page.Result.Start)); ok {
		at = &pointed
	}
	chain, err := steps.Chain(p.in, p.page.Result, run, on)
	if err != nil {
		return nil, err
	}
	return json.Marshal(section.Explain(p.method, p.text, chain, on, p.page.Result, p.rates, run, at))
}

// answers are the questions of exploring by name.
func (e *Engine) explore(name string, r *Request) ([]byte, bool, error) {
	ask := map[string]func(*Request) ([]byte, error){
		"tornado": e.tornado, "breakeven": e.breakeven, "ensemble": e.ensemble, "compare": e.compare,
		"explain": e.explain, "step": e.step, "drop": e.drop, "read": e.read,
	}[name]
	if ask == nil {
		return nil, false, nil
	}
	out, err := ask(r)
	return out, true, err
}
