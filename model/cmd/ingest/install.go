package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gasburden/gasburden/model/ingest/release"
)

// A release is many files that belong together. They are written beside the old ones into a folder of their own, forced
// to the disk and read back; then that folder gets its other name, and from there on the release is settled: its files
// are moved over the old ones, by this run or, if it is killed, by the next. So whenever the process dies, the next run
// finds the old release or completes the new one; and a full disk is met while the old one is untouched.
//
// The dot keeps both folders out of builds, embeds and the Makefile's fingerprint.
const (
	staging = ".ingest-staging" // not complete; worth nothing
	settled = ".ingest-settled" // complete, and on the disk
)

// installer puts files in place below a folder. Nobody else may do so meanwhile: see lock.
type installer struct {
	root   string
	before func(step string) error // called before each change of the disk, by tests
}

func (i installer) step(name string, change func() error) error {
	if i.before != nil {
		if err := i.before(name); err != nil {
			return err
		}
	}
	return change()
}

// install replaces files, all or none, once check has seen them as they were written. An error before they are settled
// leaves the files as they were; one after that says so, and the next run goes on.
func (i installer) install(files []release.File, check func(folder string) error) error {
	from := filepath.Join(i.root, staging)
	defer os.RemoveAll(from)
	err := os.RemoveAll(from) // of a run that was killed
	for _, f := range files {
		name := filepath.FromSlash(f.Name)
		if err == nil {
			// The folder it goes to as well, so that nothing is left to be made once the release is settled.
			err = i.step("mkdir", func() error {
				target, beside := filepath.Dir(filepath.Join(i.root, name)), filepath.Dir(filepath.Join(from, name))
				return errors.Join(os.MkdirAll(target, 0o755), os.MkdirAll(beside, 0o755))
			})
		}
		if err == nil {
			err = i.step("write", func() error { return write(filepath.Join(from, name), f.Data) })
		}
	}
	if err == nil {
		err = check(from)
	}
	if err == nil {
		err = i.step("sync", func() error { return syncFolders(from, from) })
	}
	if err == nil {
		err = i.step("settle", func() error { return os.Rename(from, filepath.Join(i.root, settled)) })
	}
	if err == nil {
		_, err = i.finish()
	}
	return err
}

// finish moves the files of a settled release into place, and reports whether there was one. It may be stopped anywhere
// and done again.
func (i installer) finish() (found bool, err error) {
	from := filepath.Join(i.root, settled)
	if _, err := os.Lstat(from); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	err = i.step("sync", func() error { return syncFolder(i.root) })
	if err == nil {
		err = filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			return i.step("move", func() error { return os.Rename(path, filepath.Join(i.root, path[len(from):])) })
		})
	}
	if err == nil { // what was moved has to be on the disk before the last trace of the release goes
		err = i.step("sync", func() error { return syncFolders(i.root, from) })
	}
	if err == nil {
		err = i.step("clear", func() error { return os.RemoveAll(from) })
	}
	if err != nil {
		err = fmt.Errorf("the new release is complete in %s, and the next run puts it in place: %w", from, err)
	}
	return true, err
}

// write makes a file and forces it to the disk.
func write(name string, data []byte) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// syncFolder forces the names in a folder to the disk.
func syncFolder(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolders does so below root in all places that a tree has a folder for.
func syncFolders(root, tree string) error {
	return filepath.WalkDir(tree, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		return syncFolder(filepath.Join(root, path[len(tree):]))
	})
}
