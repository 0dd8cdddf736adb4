package engine

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/gasburden/gasburden/model"
	"github.com/gasburden/gasburden/sim/explore"
	"github.com/gasburden/gasburden/web/ask"
)

// Asked is the part of a Request that is about exploring.
type Asked = ask.Question

// State is how far a job is.
type State = ask.State

// A job is a question that takes long: work in slices, and what it comes to, nil while that takes further slices.
// Unlike others an ensemble answers for each FIL+ rate.
type job struct {
	id     int
	work   explore.Work
	answer func(rate int) (*ask.Answer, error)
	done   bool
	about  about // zero for those that are not asked again
}

// about tells equal work from other.
type about struct {
	table *model.Table // a reader's own
	text  string
}

// mostJobs bounds what forgotten jobs keep: an ensemble of 1,000 runs holds 100 MB. All four questions may be under
// way.
const mostJobs = 6

// begin keeps a job and says that it has begun.
func (e *Engine) begin(work explore.Work, rates []string, answer func(rate int) (*ask.Answer, error)) ([]byte, error) {
	return e.start(&job{work: work, answer: answer}, rates)
}

func (e *Engine) start(j *job, rates []string) ([]byte, error) {
	e.jobCount++
	j.id = e.jobCount
	e.jobs = append(e.jobs, j)
	if len(e.jobs) > mostJobs {
		// One that is over and is not asked again or, where there is none, the oldest.
		i := max(0, slices.IndexFunc(e.jobs, func(j *job) bool { return j.done && j.about == about{} }))
		e.jobs = slices.Delete(e.jobs, i, i+1)
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
