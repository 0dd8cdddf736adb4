// Package retry asks a server over HTTP: how often, how long an answer may take, and which faults pass. The packages
// that speak to one service each share it.
package retry

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Policy says how patient a client is. The zero value of a field takes its default.
type Policy struct {
	Attempts   int           // 6, the first included
	Timeout    time.Duration // 60 s for an answer
	Backoff    time.Duration // 1 s before the second attempt, then doubling
	MaxBackoff time.Duration // 1 min
	MaxWait    time.Duration // 10 min: the longest Retry-After that is honoured

	Now    func() time.Time
	Sleep  func(context.Context, time.Duration) error
	Jitter func() float64 // from 0 to 1
}

// Fill sets what is not set to its default.
func (p *Policy) Fill() {
	DefaultTo(&p.Attempts, 6)
	DefaultTo(&p.Timeout, time.Minute)
	DefaultTo(&p.Backoff, time.Second)
	DefaultTo(&p.MaxBackoff, time.Minute)
	DefaultTo(&p.MaxWait, 10*time.Minute)
	if p.Now == nil {
		p.Now = time.Now
	}
	if p.Sleep == nil {
		p.Sleep = sleep
	}
	if p.Jitter == nil {
		p.Jitter = rand.Float64
	}
}

// DefaultTo sets a field that is not above zero.
func DefaultTo[T int | float64 | time.Duration](field *T, value T) {
	if *field <= 0 {
		*field = value
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Final is an error that stays what it is when one asks again.
type Final struct{ Err error }

func (f Final) Error() string { return f.Err.Error() }
func (f Final) Unwrap() error { return f.Err }

// StatusError is an answer other than 200.
type StatusError struct {
	Status int
	Text   string
	Wait   time.Duration // Retry-After; zero if there is none
}

func (e StatusError) Error() string {
	text := fmt.Sprintf("HTTP %d %s", e.Status, http.StatusText(e.Status))
	if e.Text != "" {
		text += ": " + e.Text
	}
	return text
}

// Pause says how long to wait after a failed attempt, counted from 1, and whether to ask again: not after the last
// attempt, nor after an error that does not pass.
func (p *Policy) Pause(err error, attempt int) (time.Duration, bool) {
	var status StatusError
	var final Final
	switch {
	case attempt >= p.Attempts, errors.As(err, &final):
		return 0, false
	case errors.As(err, &status) && status.Status != http.StatusTooManyRequests && status.Status < 500:
		return 0, false
	}
	// Between half and all of a time that doubles, so that parallel requests do not come back together.
	pause := min(p.Backoff<<(attempt-1), p.MaxBackoff)
	pause = pause/2 + time.Duration(p.Jitter()*float64(pause/2))
	if status.Wait > p.MaxWait {
		return 0, false
	}
	return max(pause, status.Wait), true
}

// Body asks once and returns the body of an answer with status 200, of at most so many bytes.
func (p *Policy) Body(ctx context.Context, client *http.Client, request *http.Request, most int64) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, p.Timeout)
	defer cancel()
	response, err := client.Do(request.WithContext(ctx))
	if err != nil {
		var outer *url.Error
		if errors.As(err, &outer) {
			err = outer.Err // without the address, which callers name
		}
		if errors.Is(err, context.DeadlineExceeded) {
			err = fmt.Errorf("no answer within %s", p.Timeout)
		}
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, most+1))
	switch {
	case response.StatusCode != http.StatusOK:
		return nil, StatusError{response.StatusCode, Excerpt(body), after(response.Header.Get("Retry-After"), p.Now())}
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("no whole answer within %s, %d bytes came", p.Timeout, len(body))
	case err != nil:
		return nil, fmt.Errorf("cut off after %d bytes: %w", len(body), err)
	case int64(len(body)) > most:
		return nil, Final{fmt.Errorf("more than %d MB", most>>20)}
	}
	return body, nil
}

// after reads the header: seconds, or a date.
func after(text string, now time.Time) time.Duration {
	if seconds, err := strconv.Atoi(text); err == nil && seconds > 0 {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(text); err == nil && at.After(now) {
		return at.Sub(now)
	}
	return 0
}

// Excerpt is the beginning of a text from elsewhere, fit for a message.
func Excerpt(text []byte) string {
	const most = 120
	text = bytes.Join(bytes.Fields(text), []byte(" "))
	if len(text) > most {
		text = append(slices.Clone(text[:most]), "..."...)
	}
	return strings.ToValidUTF8(string(text), "?")
}

// IsAddress says whether a text is an address to ask: https, or http on this machine.
func IsAddress(text string) bool {
	address, err := url.Parse(text)
	return err == nil && address.Host != "" &&
		(address.Scheme == "https" || address.Scheme == "http" && onThisMachine(address.Hostname()))
}

func onThisMachine(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
