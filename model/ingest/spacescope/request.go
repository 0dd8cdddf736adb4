package spacescope

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/gasburden/gasburden/model/day"
	"github.com/gasburden/gasburden/model/ingest/retry"
)

// maxBody bounds an answer; the whole expiration schedule is a few MB.
const maxBody = 64 << 20

var (
	// ErrToken says that the API refuses the token.
	ErrToken = errors.New("the token was refused, it may have expired")
	// ErrNotReady says that the API has no data yet for some of the days that it was asked for.
	ErrNotReady = errors.New("the data are not ready yet")
)

// request asks for a window. Where not all of its days are ready it looks for those that are, by halves: then the rows
// end before the first day that is not, and the error is ErrNotReady.
func (c *Client) request(ctx context.Context, e *Endpoint, w window) ([]Row, error) {
	rows, err := c.insist(ctx, e, w)
	if !errors.Is(err, ErrNotReady) || e.span == all || w.days() == 1 {
		return rows, err
	}
	middle := w.first + day.Day(w.days()/2) - 1
	rows, err = c.request(ctx, e, window{w.first, middle})
	if err != nil {
		return rows, err
	}
	rest, err := c.request(ctx, e, window{middle + 1, w.last})
	return append(rows, rest...), err
}

// insist asks for a window, as often as it takes: on 429, on 5xx, on code 30003, when the connection breaks or is too
// slow and when the answer is not the documented JSON. An error never contains the token.
func (c *Client) insist(ctx context.Context, e *Endpoint, w window) ([]Row, error) {
	var err error
	for attempt := 1; ; attempt++ {
		if err := c.wait(ctx); err != nil {
			return nil, err
		}
		var rows []Row
		rows, err = c.once(ctx, e, w)
		if err == nil {
			return rows, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		pause, again := c.pause(err, attempt)
		if !again {
			if attempt > 1 {
				err = fmt.Errorf("%w (attempt %d of %d)", err, attempt, c.Attempts)
			}
			return nil, &failure{c.Token, e.Path, w, e.span == all, err}
		}
		c.note(fmt.Sprintf("%s %s: %v; trying again in %s", e.Name, w, err, pause.Round(time.Millisecond)))
		if tooFast(err) {
			c.hold(pause) // the limit is the token's, so all requests wait
		}
		if err := c.Sleep(ctx, pause); err != nil {
			return nil, err
		}
	}
}

// tooFast says whether the API wants fewer requests.
func tooFast(err error) bool {
	var status retry.StatusError
	var code codeError
	return errors.As(err, &status) && status.Status == http.StatusTooManyRequests ||
		errors.As(err, &code) && code.code == codeBusy
}

// failure is an error of the API, without the token.
type failure struct {
	token  Token
	path   string
	window window
	all    bool
	err    error
}

func (f *failure) Error() string {
	what := f.path
	if !f.all {
		what += " " + f.window.String()
	}
	text := f.err.Error()
	if f.Unwrap() == ErrToken {
		text = ErrToken.Error() + ": " + text
	}
	return f.token.hide("spacescope: " + what + ": " + text)
}

// Unwrap keeps only what a caller tells apart; the rest may quote the server, which may quote the token.
func (f *failure) Unwrap() error {
	var status retry.StatusError
	if errors.As(f.err, &status) && (status.Status == http.StatusUnauthorized ||
		status.Status == http.StatusForbidden) {
		return ErrToken
	}
	var code codeError
	if errors.As(f.err, &code) && code.code == codeNotReady {
		return ErrNotReady
	}
	return nil
}

// pause says how long to wait before the next attempt, and whether there is one.
func (c *Client) pause(err error, attempt int) (time.Duration, bool) {
	var code codeError
	if errors.As(err, &code) && code.code != codeBusy {
		return 0, false
	}
	return c.Policy.Pause(err, attempt)
}

// wait holds a request back for the rate limit, and while the server wants none.
func (c *Client) wait(ctx context.Context) error {
	for {
		c.mu.Lock()
		rest := c.heldUntil.Sub(c.Now())
		c.mu.Unlock()
		if rest <= 0 {
			return c.limiter.Wait(ctx)
		}
		if err := c.Sleep(ctx, rest); err != nil {
			return err
		}
	}
}

func (c *Client) hold(pause time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if until := c.Now().Add(pause); until.After(c.heldUntil) {
		c.heldUntil = until
	}
}

// once asks once.
func (c *Client) once(ctx context.Context, e *Endpoint, w window) ([]Row, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, c.BaseURL+e.Path+e.query(w), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+c.Token.secret)
	request.Header.Set("Accept", "application/json")
	body, err := c.Body(ctx, c.http, request, maxBody)
	if err != nil {
		return nil, err
	}
	rows, err := e.decode(body)
	if err != nil {
		return nil, err
	}
	if e.span != all {
		for _, row := range rows {
			if d := row.Day(); d < w.first || d > w.last {
				return nil, retry.Final{Err: fmt.Errorf("a row for %s, which was not asked for", d)}
			}
		}
	}
	return rows, nil
}

func (e *Endpoint) query(w window) string {
	switch e.span {
	case byDay:
		return "?" + url.Values{"start_date": {w.first.String()}, "end_date": {w.last.String()}}.Encode()
	case byHour:
		return "?" + url.Values{"start_hour": {w.first.String() + "T00:00:00Z"},
			"end_hour": {w.last.String() + "T23:00:00Z"}}.Encode()
	}
	return ""
}
