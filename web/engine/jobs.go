package engine

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim/explore"
	section "github.com/gasburden/gasburden/web/explore"
)

// Asked is the part of a Request that is about exploring: the question's frame and, of a job under way, its number.
type Asked struct {
	Figure        string  `json:"figure,omitempty"`
	Rate          int     `json:"rate,omitempty"`           // number of a FIL+ rate from 1; 0 for the middle one
	On            string  `json:"on,omitempty"`             // day of a figure of a day, or to be explained, YYYY-MM-DD
	Chart         string  `json:"chart,omitempty"`          // that the day was pointed at on, one of page.PlotIDs
	Curve         string  `json:"curve,omitempty"`          // kind of the curve, see section.Point
	Input         string  `json:"input,omitempty"`          // that a break-even varies
	Target        float64 `json:"target,omitempty"`         // that the figure is to cross, a share or FIL
	Begins        bool    `json:"begins,omitempty"`         // the engine chooses the target
	Width         int     `json:"width,omitempty"`          // of a drawing, pixels
	Against       string  `json:"against,omitempty"`        // the other link of a comparison
	AgainstPreset string  `json:"against_preset,omitempty"` // or its name
	Runs          int     `json:"runs,omitempty"`           // 0 for that of the link, or the default; the same holds for the block
	Seed          *uint64 `json:"seed,omitempty"`           // nil for that of the link, or the default
	Block         int     `json:"block,omitempty"`
	Typed         Typed   `json:"typed,omitzero"` // stands before the numbers above

	Job int `json:"job,omitempty"` // also of an ensemble that is asked for again
	N   int `json:"n,omitempty"`   // units of work to do
}

// State is how far a job is.
type State struct {
	Job    int             `json:"job"`
	Done   int             `json:"done"`
	Of     int             `json:"of"`
	Rates  []string        `json:"rates,omitempty"`  // of the scenario, in words; when it begins
	Answer *section.Answer `json:"answer,omitempty"` // once all is done
}

// A job is a question that takes long: work in slices, and what it comes to, nil while that takes further slices.
// Unlike others an ensemble answers for each FIL+ rate.
type job struct {
	id     int
	work   explore.Work
	answer func(rate int) (*section.Answer, error)
	done   bool
	about  about // zero for those that are not asked again
}

// about tells equal work from other.
type about struct {
	table *model.Table // a reader's own
	text  string
}

// mostJobs bounds what forgotten jobs keep: an ensemble holds 100 MB.
const mostJobs = 4

// begin keeps a job and says that it has begun.
func (e *Engine) begin(work explore.Work, rates []string, answer func(rate int) (*section.Answer, error)) ([]byte, error) {
	return e.start(&job{work: work, answer: answer}, rates)
}

func (e *Engine) start(j *job, rates []string) ([]byte, error) {
	e.jobCount++
	j.id = e.jobCount
	e.jobs = append(e.jobs, j)
	if len(e.jobs) > mostJobs {
		e.jobs = slices.Delete(e.jobs, 0, 1)
	}
	return j.begun(rates)
}

func (j *job) begun(rates []string) ([]byte, error) {
	p := j.work.Progress()
	return json.Marshal(State{Job: j.id, Done: p.Done, Of: p.Total, Rates: rates})
}

// same is the job of a number where it is about the same; one that is about something else is given up.
func (e *Engine) same(id int, as about) *job {
	i, err := e.job(id)
	if err != nil {
		return nil
	}
	if j := e.jobs[i]; j.about == as {
		return j
	}
	e.jobs = slices.Delete(e.jobs, i, i+1)
	return nil
}

func (e *Engine) job(id int) (int, error) {
	for i, j := range e.jobs {
		if j.id == id {
			return i, nil
		}
	}
	return 0, fmt.Errorf("job %d is over or was dropped", id)
}

// step advances a job by n units of work, and answers once all is done. An ensemble stays, so that its other
// rates can be asked for.
func (e *Engine) step(r *Request) ([]byte, error) {
	i, err := e.job(r.Job)
	if err != nil {
		return nil, err
	}
	j := e.jobs[i]
	worked := !j.done // the answer takes slices of its own
	if worked {
		if j.done, err = j.work.Step(max(1, r.N)); err != nil {
			e.jobs = slices.Delete(e.jobs, i, i+1)
			return nil, err
		}
	}
	p := j.work.Progress()
	s := State{Job: j.id, Done: p.Done, Of: p.Total}
	if j.done && !worked {
		if s.Answer, err = j.answer(r.Rate); err != nil {
			return nil, err
		}
		if _, ensemble := j.work.(*explore.Ensemble); !ensemble && s.Answer != nil {
			e.jobs = slices.Delete(e.jobs, i, i+1)
		}
	}
	return json.Marshal(s)
}

// drop gives a job up. One that is over already is no error: it may have ended on the way.
func (e *Engine) drop(r *Request) ([]byte, error) {
	if i, err := e.job(r.Job); err == nil {
		e.jobs = slices.Delete(e.jobs, i, i+1)
	}
	return []byte("{}"), nil
}
