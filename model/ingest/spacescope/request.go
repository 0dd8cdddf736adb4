package spacescope

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/gasburden/gasburden/model/day"
)

// maxBody bounds an answer; the whole expiration schedule is a few MB.
const maxBody = 64 << 20

var (
	// ErrToken says that the API refuses the token.
	ErrToken = errors.New("the token was refused, it may have expired")
	// ErrNotReady says that the API has no data yet for some of the days that it was asked for.
	ErrNotReady = errors.New("the data are not ready yet")
)

// statusError is an answer other than 200.
type statusError struct {
	status int
	text   string
	wait   time.Duration // Retry-After; zero if there is none
}

func (e statusError) Error() string {
	text := fmt.Sprintf("HTTP %d %s", e.status, http.StatusText(e.status))
	if e.text != "" {
		text += ": " + e.text
	}
	return text
}

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
	var status statusError
	var code codeError
	return errors.As(err, &status) && status.status == http.StatusTooManyRequests ||
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
	var status statusError
	if errors.As(f.err, &status) && (status.status == http.StatusUnauthorized || status.status == http.StatusForbidden) {
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
	var status statusError
	var data dataError
	var code codeError
	switch {
	case attempt >= c.Attempts, errors.As(err, &data), errors.As(err, &code) && code.code != codeBusy:
		return 0, false
	case errors.As(err, &status) && status.status != http.StatusTooManyRequests && status.status < 500:
		return 0, false
	}
	// Between half and all of a time that doubles, so that parallel requests do not come back together.
	pause := min(c.Backoff<<(attempt-1), c.MaxBackoff)
	pause = pause/2 + time.Duration(c.Jitter()*float64(pause/2))
	if status.wait > c.MaxWait {
		return 0, false
	}
	return max(pause, status.wait), true
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
	ctx, cancel := context.WithTimeout(ctx, c.Timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, c.BaseURL+e.Path+e.query(w), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+c.Token.secret)
	request.Header.Set("Accept", "application/json")
	response, err := c.http.Do(request)
	if err != nil {
		var outer *url.Error
		if errors.As(err, &outer) {
			err = outer.Err // without the address, which the message has already
		}
		if errors.Is(err, context.DeadlineExceeded) {
			err = fmt.Errorf("no answer within %s", c.Timeout)
		}
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, maxBody+1))
	switch {
	case response.StatusCode != http.StatusOK:
		return nil, statusError{response.StatusCode, excerpt(body), retryAfter(response.Header.Get("Retry-After"), c.Now())}
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("no whole answer within %s, %d bytes came", c.Timeout, len(body))
	case err != nil:
		return nil, fmt.Errorf("cut off after %d bytes: %w", len(body), err)
	case len(body) > maxBody:
		return nil, dataError{fmt.Errorf("more than %d MB", maxBody>>20)}
	}
	rows, err := e.decode(body)
	if err != nil {
		return nil, err
	}
	if e.span != all {
		for _, row := range rows {
			if d := row.Day(); d < w.first || d > w.last {
				return nil, dataError{fmt.Errorf("a row for %s, which was not asked for", d)}
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
		return "?" + url.Values{"start_hour": {w.first.String() + "T00:00:00Z"}, "end_hour": {w.last.String() + "T23:00:00Z"}}.Encode()
	}
	return ""
}

// retryAfter reads the header: seconds, or a date.
func retryAfter(text string, now time.Time) time.Duration {
	if seconds, err := strconv.Atoi(text); err == nil && seconds > 0 {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(text); err == nil && at.After(now) {
		return at.Sub(now)
	}
	return 0
}
