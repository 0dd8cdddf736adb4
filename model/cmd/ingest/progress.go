package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/gasburden/gasburden/model/ingest/spacescope"
)

// progressWriter shows how far a fetch is: a bar where a person watches, lines where a log is kept.
type progressWriter struct {
	w        io.Writer
	terminal bool
	now      func() time.Time
	state    *progressState
}

type progressState struct {
	mu           sync.Mutex
	began, shown time.Time
	last         string
	open         bool // a bar stands without the end of its line
}

func newProgressWriter(f *os.File, now func() time.Time) progressWriter {
	info, err := f.Stat()
	terminal := err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
	return progressWriter{w: f, terminal: terminal, now: now, state: new(progressState)}
}

const (
	barWidth     = 30
	barInterval  = 100 * time.Millisecond
	lineInterval = 5 * time.Second
)

// show tells of progress, at most every so often; the end is always told.
func (p progressWriter) show(what string, at spacescope.Progress) {
	s := p.state
	s.mu.Lock()
	defer s.mu.Unlock()
	now := p.now()
	if s.last != what {
		s.began, s.shown, s.last = now, time.Time{}, what
	}
	interval := lineInterval
	if p.terminal {
		interval = barInterval
	}
	finished := at.Done >= at.Total
	if !finished && now.Sub(s.shown) < interval {
		return
	}
	s.shown = now
	text := progressText(at, now.Sub(s.began))
	if !p.terminal {
		fmt.Fprintf(p.w, "%s: %s\n", what, text)
		return
	}
	filled := 0
	if at.Total > 0 {
		filled = barWidth * at.Done / at.Total
	}
	// The rest of a longer line before is cleared.
	fmt.Fprintf(p.w, "\r%s [%s%s] %s\x1b[K", what, strings.Repeat("#", filled), strings.Repeat(".", barWidth-filled),
		text)
	if s.open = !finished; finished {
		fmt.Fprintln(p.w)
	}
}

// note writes a line of its own.
func (p progressWriter) note(format string, args ...any) {
	p.state.mu.Lock()
	defer p.state.mu.Unlock()
	if p.state.open {
		fmt.Fprintln(p.w)
		p.state.open = false
	}
	fmt.Fprintf(p.w, format+"\n", args...)
}

// progressText is days, rate and time left. What came from the cache took no time and says nothing of the rate.
func progressText(at spacescope.Progress, took time.Duration) string {
	text := fmt.Sprintf("%d of %d days", at.Done, at.Total)
	if at.Cached > 0 {
		text += fmt.Sprintf(" (%d from the cache)", at.Cached)
	}
	fetched := at.Done - at.Cached
	if fetched <= 0 || took <= 0 {
		return text
	}
	rate := float64(fetched) / took.Seconds()
	text += fmt.Sprintf(", %.0f a second", rate)
	if left := at.Total - at.Done; left > 0 {
		text += ", " + clock(time.Duration(float64(left)/rate*float64(time.Second))) + " left"
	} else {
		text += ", took " + clock(took)
	}
	return text
}

// clock is a duration as minutes and seconds, rounded up.
func clock(d time.Duration) string {
	seconds := int((d + time.Second - 1) / time.Second)
	return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
}
