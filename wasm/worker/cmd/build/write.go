package main

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"
)

// limit is what Cloudflare's free plan takes of a Worker's modules, bytes after gzip.
const limit = 3 << 20

// write replaces out by modules/ and public/, the latter with all files of the site.
func write(out, site string, modules, public map[string][]byte) error {
	if entries, err := os.ReadDir(out); err == nil && len(entries) > 0 {
		if _, err := os.Stat(filepath.Join(out, "modules", program)); err != nil {
			return fmt.Errorf("%s holds other files: choose an empty folder", out)
		}
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, part := range []string{"modules", "public"} {
		if err := os.RemoveAll(filepath.Join(out, part)); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	if err := os.CopyFS(filepath.Join(out, "public"), os.DirFS(site)); err != nil {
		return err
	}
	for folder, files := range map[string]map[string][]byte{"modules": modules, "public": public} {
		for name, content := range files {
			to := filepath.Join(out, folder, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(to, content, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

// weigh prints the size of the modules, each and together, as wrangler counts it. It fails over the limit.
func weigh(w io.Writer, modules map[string][]byte) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "raw\tgzip\t  %s\n", "module")
	var all [][]byte
	raw := 0
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		b := modules[name]
		all = append(all, b)
		raw += len(b)
		fmt.Fprintf(t, "%d\t%d\t  %s\n", len(b), gzipped(b), name)
	}
	packed := gzipped(all...)
	fmt.Fprintf(t, "%d\t%d\t  %s\n", raw, packed, "= together")
	t.Flush()
	fmt.Fprintf(w, "the Worker has %d bytes gzip of %d, %d KiB to spare\n", packed, limit, (limit-packed)/1024)
	if packed > limit {
		return fmt.Errorf("the modules are %d bytes gzip, %d over Cloudflare’s limit of %d", packed, packed-limit,
			limit)
	}
	return nil
}

// gzipped is the size of parts, one after the other, after gzip at its usual level.
func gzipped(parts ...[]byte) int {
	var n counter
	z := gzip.NewWriter(&n)
	for _, p := range parts {
		if _, err := z.Write(p); err != nil {
			panic("worker: " + err.Error()) // a counter does not fail
		}
	}
	if err := z.Close(); err != nil {
		panic("worker: " + err.Error())
	}
	return int(n)
}

type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}
