package portal

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/gasburden/gasburden/model/ingest/retry"
)

// BaseURL is where the portal keeps its tables (https://github.com/davidgasquez/filecoin-data-portal).
const BaseURL = "https://data.filecoindataportal.xyz"

// tables are the names that the table of daily figures has had, the newest first.
var tables = []string{"daily_network_metrics", "daily_core_metrics"}

// maxFile bounds a file: six years of days are a megabyte.
const maxFile = 64 << 20

// Options say how to ask. The zero value of a field takes its default.
type Options struct {
	BaseURL string // BaseURL; https, or http on this machine
	retry.Policy
	Note func(string) // told of every retry
}

// Fetch gets the table of daily figures, as Read reads it.
func Fetch(ctx context.Context, o Options) ([]Day, error) {
	if o.BaseURL == "" {
		o.BaseURL = BaseURL
	}
	o.BaseURL = strings.TrimSuffix(o.BaseURL, "/")
	if !retry.IsAddress(o.BaseURL) {
		return nil, fmt.Errorf("portal: address %q: want https://..., or http:// on this machine", o.BaseURL)
	}
	o.Policy.Fill()
	var failed error
	for _, table := range tables {
		days, err := o.insist(ctx, table)
		if err == nil || ctx.Err() != nil {
			return days, err
		}
		var status retry.StatusError
		absent := errors.As(err, &status) && status.Status == http.StatusNotFound
		if failed == nil || !absent { // that a table of a former name is not there either says nothing
			failed = fmt.Errorf("portal: %s/%s.parquet: %w", o.BaseURL, table, err)
		}
		if !absent {
			break
		}
	}
	return nil, failed
}

// insist asks for a table as often as it takes.
func (o *Options) insist(ctx context.Context, table string) ([]Day, error) {
	for attempt := 1; ; attempt++ {
		days, err := o.once(ctx, table)
		if err == nil {
			return days, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		pause, again := o.Pause(err, attempt)
		if !again {
			if attempt > 1 {
				err = fmt.Errorf("%w (attempt %d of %d)", err, attempt, o.Attempts)
			}
			return nil, err
		}
		if o.Note != nil {
			o.Note(fmt.Sprintf("%s: %v; trying again in %s", table, err, pause.Round(time.Millisecond)))
		}
		if err := o.Sleep(ctx, pause); err != nil {
			return nil, err
		}
	}
}

func (o *Options) once(ctx context.Context, table string) ([]Day, error) {
	request, err := http.NewRequest(http.MethodGet, o.BaseURL+"/"+table+".parquet", nil)
	if err != nil {
		return nil, retry.Final{Err: err}
	}
	data, err := o.Body(ctx, http.DefaultClient, request, maxFile)
	if err != nil {
		return nil, err
	}
	return Read(data)
}
