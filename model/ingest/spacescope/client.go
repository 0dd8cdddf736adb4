package spacescope

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/retry"
)

// Options say how to ask. The zero value of a field takes its default.
type Options struct {
	BaseURL      string  // BaseURL; http is allowed on this machine only, since the token goes along
	Token        Token   // required
	Parallel     int     // 4 requests at a time
	PerSecond    float64 // 2 requests a second
	retry.Policy         // of each window

	Cache    *Cache         // nil: none
	Progress func(Progress) // called after every window, one call at a time
	Note     func(string)   // told of every retry
}

// Progress counts days of endpoints: a window of 30 days of two endpoints is 60.
type Progress struct {
	Done, Total int
	Cached      int // of Done, how many came from the cache
}

// Client asks the API. It may be used by several goroutines.
type Client struct {
	Options
	http    *http.Client
	limiter *rate.Limiter

	mu        sync.Mutex
	heldUntil time.Time
	progress  Progress
}

// New makes a client. It returns an error for options that no request can be made with.
func New(o Options) (*Client, error) {
	if o.Token.Empty() {
		return nil, errors.New("spacescope: no token")
	}
	if o.BaseURL == "" {
		o.BaseURL = BaseURL
	}
	o.BaseURL = strings.TrimSuffix(o.BaseURL, "/")
	if !retry.IsAddress(o.BaseURL) {
		return nil, fmt.Errorf("spacescope: address %q: want https://..., or http:// on this machine",
			o.Token.hide(o.BaseURL))
	}
	retry.DefaultTo(&o.Parallel, 4)
	retry.DefaultTo(&o.PerSecond, 2)
	o.Policy.Fill()
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = o.Parallel
	return &Client{
		Options: o,
		// A redirect would carry the token elsewhere; it is reported instead.
		http: &http.Client{Transport: transport,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		limiter: rate.NewLimiter(rate.Limit(o.PerSecond), 1),
	}, nil
}

// Query is a range of days of an endpoint, both included. An endpoint without a range returns all it has.
type Query struct {
	Endpoint    *Endpoint
	First, Last day.Day
	Optional    bool // a failure of this table leaves the others be
}

// Answer is what a query brought: rows in the order of time. Days without a row are left out: Missing lists them.
type Answer struct {
	Rows []Row
	// Err says why the rows end early, if they do: ErrNotReady, or the failure of an optional table.
	Err error
}

// Fetch answers queries. A table that is not ready ends there, an optional one with any fault of its own; the others go
// on. The first other failure ends the work; what had come by then is in the cache. So does a refused token, whatever
// the table, and a cancelled context.
func (c *Client) Fetch(ctx context.Context, queries ...Query) ([]Answer, error) {
	type job struct {
		query  int
		window window
	}
	var jobs []job
	c.mu.Lock()
	c.progress = Progress{}
	for i, q := range queries {
		if q.Endpoint.span == all {
			jobs = append(jobs, job{i, window{}})
			c.progress.Total++
			continue
		}
		for _, w := range q.Endpoint.windows(q.First, q.Last) {
			jobs = append(jobs, job{i, w})
			c.progress.Total += w.days()
		}
	}
	c.mu.Unlock()

	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	answers := make([]Answer, len(jobs))
	ended := make([]atomic.Bool, len(queries)) // windows are dealt in order, so that only later ones are spared
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(c.Parallel, len(jobs)) {
		workers.Go(func() {
			for k := range next {
				i, w := jobs[k].query, jobs[k].window
				if ended[i].Load() {
					c.advance(queries[i].Endpoint, w, w)
					continue
				}
				rows, err := c.answer(ctx, queries[i].Endpoint, w)
				ends := errors.Is(err, ErrNotReady) || queries[i].Optional && !errors.Is(err, ErrToken) &&
					ctx.Err() == nil
				if err != nil && !ends {
					cancel(err) // the first cause counts
					return
				}
				if err != nil {
					ended[i].Store(true)
				}
				answers[k] = Answer{rows, err}
			}
		})
	}
deal:
	for k := range jobs {
		select {
		case next <- k:
		case <-ctx.Done():
			break deal
		}
	}
	close(next)
	workers.Wait()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	out := make([]Answer, len(queries))
	for k, a := range answers {
		// Rows after an end would leave a hole, which says less than a table that ends.
		if table := &out[jobs[k].query]; table.Err == nil {
			table.Rows, table.Err = append(table.Rows, a.Rows...), a.Err
		}
	}
	return out, nil
}

// answer takes a window from the cache as far as it is there, and the rest from the API. With an error it returns the
// rows up to the first day that did not come.
func (c *Client) answer(ctx context.Context, e *Endpoint, w window) ([]Row, error) {
	known := c.Cache.load(e, w, c.Now())
	missing := known.missing(e, w)
	var failed error
	if missing.days() > 0 {
		rows, err := c.request(ctx, e, missing)
		if failed = err; err != nil && !errors.Is(err, ErrNotReady) {
			c.advance(e, w, missing)
			return nil, err
		}
		known.add(e, missing, rows, c.Now())
		if err := c.Cache.store(e, w, known); err != nil {
			c.note(fmt.Sprintf("cache: %v", err)) // a run without a cache is slower, not wrong
		}
	}
	rows := known.within(e, w)
	if failed != nil {
		// Days that the cache holds from an earlier run stay, those after the first that is not ready do not.
		if end := Missing(rows, missing.first, missing.last); e.span != all && len(end) > 0 {
			rows = slices.DeleteFunc(rows, func(r Row) bool { return r.Day() > end[0] })
		}
	}
	c.advance(e, w, missing)
	return rows, failed
}

func (c *Client) advance(e *Endpoint, w, missing window) {
	c.mu.Lock()
	defer c.mu.Unlock()
	done := w.days()
	if e.span == all {
		done = 1
	}
	c.progress.Done += done
	c.progress.Cached += max(0, done-missing.days())
	if c.Progress != nil {
		c.Progress(c.progress)
	}
}

func (c *Client) note(text string) {
	if c.Note != nil {
		c.Note(c.Token.hide(text))
	}
}

// Missing lists the days of a range without a row.
func Missing(rows []Row, first, last day.Day) []day.Day {
	var missing []day.Day
	for d := first; d <= last; d++ {
		_, found := slices.BinarySearchFunc(rows, d, func(r Row, d day.Day) int { return int(r.Day() - d) })
		if !found {
			missing = append(missing, d)
		}
	}
	return missing
}
