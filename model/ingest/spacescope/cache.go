package spacescope

import (
	"encoding/json"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gasburden/gasburden/model/day"
)

// A figure may still be revised for some days after its day. It counts as settled when it was fetched that long after,
// and is then kept for ever. A younger one is used again only by a run that follows at once, as after an interruption.
const (
	settleDays = 7
	freshFor   = time.Hour
)

const cacheVersion = 1

// Cache keeps what the API answered in files, one a window of an endpoint. It never holds the token. A file that cannot
// be read counts as absent. The nil cache keeps nothing.
type Cache struct{ dir string }

// NewCache keeps answers of an API below a folder, which it makes when it is needed. The APIs of two addresses are kept
// apart.
func NewCache(dir, baseURL string) *Cache {
	host := "api"
	if address, err := url.Parse(baseURL); err == nil && address.Host != "" {
		host = address.Host
	}
	return &Cache{filepath.Join(dir, "spacescope", strings.ReplaceAll(host, ":", "_"))}
}

// kept is the content of a file: for each day that had rows, the rows and when they were fetched.
type kept struct {
	Version int                 `json:"version"`
	Fields  []string            `json:"fields"`
	Days    map[string]*keptDay `json:"days"`
}

type keptDay struct {
	Fetched time.Time `json:"fetched"`
	Rows    []keptRow `json:"rows"`
}

// keptRow is a row with null for NaN, which JSON lacks.
type keptRow struct {
	Unix   int64      `json:"at"`
	Values []*float64 `json:"values"`
}

// wholeAnswer is the day under which the rows of an endpoint without ranges are kept.
const wholeAnswer = "all"

func (c *Cache) file(e *Endpoint, w window) string {
	if e.span == all {
		return filepath.Join(c.dir, e.Name, wholeAnswer+".json")
	}
	return filepath.Join(c.dir, e.Name, e.gridOf(w.first).String()+".json")
}

// load returns what is kept of a window's file and may still be used.
func (c *Cache) load(e *Endpoint, w window, now time.Time) *kept {
	empty := &kept{Version: cacheVersion, Fields: e.Fields, Days: map[string]*keptDay{}}
	if c == nil {
		return empty
	}
	data, err := os.ReadFile(c.file(e, w))
	if err != nil {
		return empty
	}
	var k kept
	if err := json.Unmarshal(data, &k); err != nil || k.Version != cacheVersion || !slices.Equal(k.Fields, e.Fields) ||
		k.Days == nil {
		return empty
	}
	for name, d := range k.Days {
		if !d.usable(e, name, now) {
			delete(k.Days, name)
		}
	}
	return &k
}

func (d *keptDay) usable(e *Endpoint, name string, now time.Time) bool {
	if d == nil || len(d.Rows) == 0 || d.Fetched.After(now) {
		return false
	}
	for _, row := range d.Rows {
		if len(row.Values) != len(e.Fields) || e.span != all && dayOf(row.Unix).String() != name {
			return false
		}
	}
	if now.Sub(d.Fetched) < freshFor {
		return true
	}
	if e.span == all {
		return false
	}
	of, err := day.Parse(name)
	return err == nil && d.Fetched.Unix() >= (of+1+settleDays).Unix()
}

// missing is the smallest range that holds all days of a window of which nothing is kept; empty if there is none.
func (k *kept) missing(e *Endpoint, w window) window {
	if e.span == all {
		if k.Days[wholeAnswer] != nil {
			return window{0, -1}
		}
		return window{0, 0}
	}
	missing := window{w.last + 1, w.first - 1}
	for d := w.first; d <= w.last; d++ {
		if k.Days[d.String()] == nil {
			missing.first, missing.last = min(missing.first, d), max(missing.last, d)
		}
	}
	return missing
}

// add takes in what a request for a range returned. Days without a row are not kept: they may be published yet.
func (k *kept) add(e *Endpoint, asked window, rows []Row, now time.Time) {
	for d := asked.first; d <= asked.last && e.span != all; d++ {
		delete(k.Days, d.String())
	}
	for _, row := range rows {
		name := row.Day().String()
		if e.span == all {
			name = wholeAnswer
		}
		if k.Days[name] == nil {
			k.Days[name] = &keptDay{Fetched: now}
		}
		r := keptRow{Unix: row.Unix}
		for _, v := range row.Values {
			if math.IsNaN(v) {
				r.Values = append(r.Values, nil)
				continue
			}
			r.Values = append(r.Values, &v)
		}
		k.Days[name].Rows = append(k.Days[name].Rows, r)
	}
}

// within returns the kept rows of a window in the order of time.
func (k *kept) within(e *Endpoint, w window) []Row {
	var rows []Row
	take := func(d *keptDay) {
		if d == nil {
			return
		}
		for _, r := range d.Rows {
			row := Row{Unix: r.Unix, Values: make([]float64, len(r.Values))}
			for i, v := range r.Values {
				row.Values[i] = math.NaN()
				if v != nil {
					row.Values[i] = *v
				}
			}
			rows = append(rows, row)
		}
	}
	if e.span == all {
		take(k.Days[wholeAnswer])
	}
	for d := w.first; d <= w.last && e.span != all; d++ {
		take(k.Days[d.String()])
	}
	return rows
}

// store writes a window's file, whole or not at all.
func (c *Cache) store(e *Endpoint, w window, k *kept) error {
	if c == nil {
		return nil
	}
	data, err := json.Marshal(k)
	if err != nil {
		return err
	}
	name := c.file(e, w)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
