package spacescope

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gasburden/gasburden/model/ingest/retry"
)

// Codes that the API answers under HTTP 200. Others, such as 30001 (forbidden) and 30002 (wrong parameters), stay what
// they are when they are asked again. https://docs.spacescope.io/guides lists them.
const (
	// documented as an internal error, and what requests that come too fast are answered with; passes
	codeBusy     = 30003
	codeNotReady = 30004 // the data are not ready yet
)

// codeError is a non-zero code in the envelope.
type codeError struct {
	code    int
	message string
}

func (e codeError) Error() string { return fmt.Sprintf("code %d: %s", e.code, e.message) }

// decode reads a response. A wrong envelope is a plain error, since a broken connection or a proxy may be behind it; a
// wrong row in a right envelope is a retry.Final.
func (e *Endpoint) decode(body []byte) ([]Row, error) {
	var envelope struct {
		Code    *int            `json:"code"`
		Message string          `json:"message"`
		Data    json.RawMessage `json:"data"`
	}
	if err := json.Unmarshal(body, &envelope); err != nil {
		return nil, fmt.Errorf("not the documented JSON: %w: %q", err, retry.Excerpt(body))
	}
	switch {
	case envelope.Code == nil:
		return nil, fmt.Errorf("not the documented JSON: no code: %q", retry.Excerpt(body))
	case *envelope.Code != 0:
		return nil, codeError{*envelope.Code, envelope.Message}
	case envelope.Data == nil:
		return nil, fmt.Errorf("not the documented JSON: no data: %q", retry.Excerpt(body))
	}
	var items []map[string]json.RawMessage
	if err := json.Unmarshal(envelope.Data, &items); err != nil {
		return nil, fmt.Errorf("not the documented JSON: data: %w: %q", err, retry.Excerpt(envelope.Data))
	}
	rows := make([]Row, 0, len(items))
	for i, item := range items {
		row, err := e.row(item)
		if err != nil {
			return nil, retry.Final{Err: fmt.Errorf("row %d: %w", i+1, err)}
		}
		rows = append(rows, row)
	}
	return merged(rows)
}

func (e *Endpoint) row(item map[string]json.RawMessage) (Row, error) {
	at, err := e.when(item[e.When])
	if err != nil {
		return Row{}, fmt.Errorf("%s: %w", e.When, err)
	}
	row := Row{Unix: at.Unix(), Values: make([]float64, len(e.Fields))}
	for i, field := range e.Fields {
		text, ok := item[field]
		if alias := e.alias[field]; alias != "" && (!ok || string(text) == "null") && item[alias] != nil {
			text, ok = item[alias], true
		}
		if !ok {
			return Row{}, fmt.Errorf("(%s) %s is missing", at.Format(time.DateOnly), field)
		}
		row.Values[i], err = figure(text)
		if err != nil {
			return Row{}, fmt.Errorf("(%s) %s: %w", at.Format(time.DateOnly), field, err)
		}
	}
	return row, nil
}

// when reads the time of a row: RFC 3339, or a date alone.
func (e *Endpoint) when(text json.RawMessage) (time.Time, error) {
	var s string
	if err := json.Unmarshal(text, &s); err != nil {
		return time.Time{}, fmt.Errorf("%q: want a time in quotes", retry.Excerpt(text))
	}
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		at, err = time.Parse(time.DateOnly, s)
	}
	at = at.UTC()
	unit := 24 * time.Hour
	if e.span == byHour {
		unit = time.Hour
	}
	if err != nil || !at.Equal(at.Truncate(unit)) {
		return time.Time{}, fmt.Errorf("%q: want the beginning of a UTC day or hour, as in 2022-07-01T00:00:00Z",
			retry.Excerpt([]byte(s)))
	}
	return at, nil
}

// figure reads a number, which may stand in quotes. Null is NaN.
func figure(text json.RawMessage) (float64, error) {
	s := string(text)
	if s == "null" {
		return math.NaN(), nil
	}
	if len(s) > 1 && s[0] == '"' {
		s = s[1 : len(s)-1]
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || strings.Trim(s, "0123456789+-.eE") != "" {
		return 0, fmt.Errorf("%q: want a finite number", retry.Excerpt(text))
	}
	return v, nil
}

// merged sorts the rows by time and drops those that occur twice; two that differ are an error.
func merged(rows []Row) ([]Row, error) {
	slices.SortStableFunc(rows, func(a, b Row) int { return int(a.Unix/3600 - b.Unix/3600) })
	out := rows[:0]
	for _, row := range rows {
		if k := len(out) - 1; k >= 0 && out[k].Unix == row.Unix {
			if !slices.EqualFunc(out[k].Values, row.Values, sameFigure) {
				return nil, retry.Final{Err: fmt.Errorf("two rows for %s that differ: %v and %v",
					time.Unix(row.Unix, 0).UTC().Format(time.RFC3339), out[k].Values, row.Values)}
			}
			continue
		}
		out = append(out, row)
	}
	return out, nil
}

func sameFigure(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }
