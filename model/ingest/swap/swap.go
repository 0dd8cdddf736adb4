// Package swap replaces several files of a folder at once: all of them or none. It writes the new files into a staging
// folder beside them, lets the caller check what was written, and only then moves the old ones aside and the new ones
// in; a step that fails undoes those before it. A journal says how far it came, so that Recover can
// undo what a killed process or a power cut left half done.
package swap

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Folders within the root. Their dot keeps them out of builds, embeds and the Makefile's fingerprint.
const (
	staging = ".swap-new"
	backup  = ".swap-old"
	journal = ".swap-journal"
)

// File is a file to put in place; its name is relative to the root, with slashes. Nil data removes it.
type File struct {
	Name string
	Data []byte
}

// disk is what swap does to the file system; tests fail and kill it at every call.
type disk interface {
	WriteFile(name string, data []byte) error // and forces it to the disk
	Rename(from, to string) error
	Remove(name string) error
	RemoveAll(name string) error
	MkdirAll(name string) error
}

// entry is what the journal knows of a file.
type entry struct {
	Name    string `json:"name"`
	Existed bool   `json:"existed"`
	Removed bool   `json:"removed"`
}

// Replace puts the files in place below root. Before anything is replaced it calls check, if there is one, with the
// folder that holds the new files as they were written. On an error, its own or check's, root is as it was. What an earlier run left half
// done is undone first.
func Replace(root string, files []File, check func(staged string) error) error {
	return replace(system{}, root, files, check)
}

// Recover undoes what an interrupted Replace left; it reports whether there was anything.
func Recover(root string) (bool, error) { return recoverAt(system{}, root) }

func replace(d disk, root string, files []File, check func(staged string) error) (err error) {
	if _, err := recoverAt(d, root); err != nil {
		return err
	}
	var entries []entry
	for _, f := range files {
		if !fs.ValidPath(f.Name) {
			return fmt.Errorf("replace %q: want a path below the folder", f.Name)
		}
		_, err := os.Stat(at(root, f.Name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		entries = append(entries, entry{f.Name, err == nil, f.Data == nil})
	}
	defer func() {
		if err != nil {
			_, undoing := recoverAt(d, root)
			err = errors.Join(err, undoing)
		}
	}()
	for _, f := range files {
		if f.Data == nil {
			continue
		}
		name := at(root, staging, f.Name)
		if err := d.MkdirAll(filepath.Dir(name)); err != nil {
			return err
		}
		if err := d.WriteFile(name, f.Data); err != nil {
			return err
		}
	}
	if check != nil {
		if err := check(at(root, staging)); err != nil {
			return err
		}
	}
	for _, e := range entries {
		for _, folder := range []string{filepath.Dir(at(root, backup, e.Name)), filepath.Dir(at(root, e.Name))} {
			if err := d.MkdirAll(folder); err != nil {
				return err
			}
		}
	}
	text, err := json.Marshal(entries)
	if err != nil {
		return err
	}
	// From here on a crash is undone by the journal. It appears whole or not at all.
	if err := d.WriteFile(at(root, staging, journal), text); err != nil {
		return err
	}
	if err := d.Rename(at(root, staging, journal), at(root, journal)); err != nil {
		return err
	}
	for _, e := range entries {
		if e.Existed {
			if err := d.Rename(at(root, e.Name), at(root, backup, e.Name)); err != nil {
				return err
			}
		}
		if !e.Removed {
			if err := d.Rename(at(root, staging, e.Name), at(root, e.Name)); err != nil {
				return err
			}
		}
	}
	// Without its journal the swap is done; what is left over is rubbish.
	if err := d.Remove(at(root, journal)); err != nil {
		return err
	}
	d.RemoveAll(at(root, staging))
	d.RemoveAll(at(root, backup))
	return nil
}

func recoverAt(d disk, root string) (found bool, err error) {
	text, err := os.ReadFile(at(root, journal))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	var entries []entry
	if err == nil {
		if err := json.Unmarshal(text, &entries); err != nil {
			return false, fmt.Errorf("%s: %w", at(root, journal), err)
		}
	}
	for _, e := range entries {
		if err := undo(d, root, e); err != nil {
			return true, fmt.Errorf("put back %s: %w; the old file is in %s", e.Name, err, at(root, backup))
		}
		found = true
	}
	if err == nil {
		if err := d.Remove(at(root, journal)); err != nil {
			return true, err
		}
	}
	return found, errors.Join(d.RemoveAll(at(root, staging)), d.RemoveAll(at(root, backup)))
}

// undo puts a file back, wherever the swap was stopped; done twice it does no harm.
func undo(d disk, root string, e entry) error {
	if e.Existed {
		if _, err := os.Stat(at(root, backup, e.Name)); errors.Is(err, fs.ErrNotExist) {
			return nil // not moved aside yet
		}
		return d.Rename(at(root, backup, e.Name), at(root, e.Name))
	}
	if err := d.Remove(at(root, e.Name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func at(parts ...string) string {
	for i := range parts {
		parts[i] = filepath.FromSlash(parts[i])
	}
	return filepath.Join(parts...)
}

// system is the real file system.
type system struct{}

func (system) WriteFile(name string, data []byte) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Sync()
}

func (system) Rename(from, to string) error { return os.Rename(from, to) }
func (system) Remove(name string) error     { return os.Remove(name) }
func (system) RemoveAll(name string) error  { return os.RemoveAll(name) }
func (system) MkdirAll(name string) error   { return os.MkdirAll(name, 0o755) }
