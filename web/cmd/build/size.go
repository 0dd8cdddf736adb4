package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"text/tabwriter"
)

// A budget is web/size-budget.json: bytes after gzip -9, as a host sends them, or as they are where they are packed
// already.
type budget struct {
	FirstView int            `json:"first_view_bytes"`  // all that the page loads before it can answer
	Single    int            `json:"single_file_bytes"` // gasburden.html as it lies on a disk
	Files     map[string]int `json:"files"`             // single files of the site
}

// A size is one file of the site, before and after gzip -9. A file that is stored packed counts as it is sent.
type size struct {
	name      string
	raw, gzip int
	firstView bool
}

func readBudget(name string) (budget, error) {
	var b budget
	text, err := os.ReadFile(name)
	if err != nil {
		return b, err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&b); err != nil {
		return b, fmt.Errorf("%s: %w", name, err)
	}
	if b.FirstView <= 0 || b.Single <= 0 {
		return b, fmt.Errorf("%s: first_view_bytes or single_file_bytes is missing", name)
	}
	return b, nil
}

// sizes lists the first view in the page's order, then the rest by name.
func (s *site) sizes() []size {
	first := append([]string{indexName}, references(string(s.files[indexName]), firstView)...)
	var rows []size
	for _, name := range first {
		rows = append(rows, s.size(name, true))
	}
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		if !slices.Contains(first, name) {
			rows = append(rows, s.size(name, false))
		}
	}
	return rows
}

func (s *site) size(name string, inFirst bool) size {
	b := s.files[name]
	if unpacked, ok := map[string][]byte{wasmName: s.program, engineName: s.engine}[name]; ok {
		return size{name, len(unpacked), len(b), inFirst}
	}
	return size{name, len(b), len(compress(b)), inFirst}
}

func sumFirstView(rows []size) (raw, packed int) {
	for _, r := range rows {
		if r.firstView {
			raw += r.raw
			packed += r.gzip
		}
	}
	return raw, packed
}

// check names everything that is over the budget, and budgeted files that no longer exist.
func (b budget) check(rows []size) error {
	var over []error
	if _, packed := sumFirstView(rows); packed > b.FirstView {
		over = append(over, fmt.Errorf("first view is %d bytes on the way, %d over the budget of %d", packed,
			packed-b.FirstView, b.FirstView))
	}
	for _, name := range slices.Sorted(maps.Keys(b.Files)) {
		i := slices.IndexFunc(rows, func(r size) bool { return r.name == name })
		if i < 0 {
			over = append(over, fmt.Errorf("%s has a budget but is not part of the site", name))
		} else if rows[i].gzip > b.Files[name] {
			over = append(over, fmt.Errorf("%s is %d bytes on the way, %d over its budget of %d", name, rows[i].gzip,
				rows[i].gzip-b.Files[name], b.Files[name]))
		}
	}
	if i := slices.IndexFunc(rows, func(r size) bool { return r.name == singleName }); i < 0 {
		over = append(over, fmt.Errorf("%s has a budget but is not part of the site", singleName))
	} else if rows[i].raw > b.Single {
		over = append(over, fmt.Errorf("%s is %d bytes, %d over its budget of %d", singleName, rows[i].raw,
			rows[i].raw-b.Single, b.Single))
	}
	return errors.Join(over...)
}

func printSizes(w io.Writer, rows []size, b budget) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	limit := func(n int, ok bool) string {
		if !ok {
			return "-"
		}
		return fmt.Sprint(n)
	}
	row := func(name string, raw, packed int, limit string) {
		fmt.Fprintf(t, "%d\t%d\t%s\t  %s\n", raw, packed, limit, name)
	}
	fmt.Fprintf(t, "raw\tgzip -9\tbudget\t  %s\n", "file")
	part := func(first bool) {
		for _, r := range rows {
			if r.firstView == first {
				n, ok := b.Files[r.name]
				row(r.name, r.raw, r.gzip, limit(n, ok))
			}
		}
	}
	part(true)
	raw, packed := sumFirstView(rows)
	row("= first view", raw, packed, limit(b.FirstView, true))
	part(false)
	t.Flush()
	for _, r := range rows {
		if r.name == singleName {
			fmt.Fprintf(w, "%s: %d bytes of %d, as one file on a disk\n", r.name, r.raw, b.Single)
		}
	}
}
